"""Named sets of request fields: a layer between the endpoint and the conversation.

A conversation keeps the preset it uses by value: renaming or deleting a preset changes no
conversation that was begun with it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from chatapp.domain.json_value import JsonValue, as_number, as_object, as_text
from chatapp.domain.parameter_layers import Setting, settings_from_json, settings_to_json
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP

MAX_NAME = 40
MAX_PRESETS = 60
"""More points than this are no longer told apart on the pad."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A name and the fields it sets. The name of a built-in one is translated when shown."""

    name: str
    settings: Mapping[str, Setting] = field(default_factory=dict)

    def number(self, field_name: str) -> float | None:
        """Return one of its values that is a number and is sent."""
        setting = self.settings.get(field_name)
        return as_number(setting.value) if setting is not None and setting.send else None


def _point(temperature: float, top_p: float) -> dict[str, Setting]:
    return {"temperature": Setting(temperature), "top_p": Setting(top_p)}


BUILT_IN: tuple[Preset, ...] = (
    Preset(QT_TRANSLATE_NOOP("Preset", "Precise"), _point(0.2, 0.9)),
    Preset(QT_TRANSLATE_NOOP("Preset", "Balanced"), _point(0.7, 0.95)),
    Preset(QT_TRANSLATE_NOOP("Preset", "Creative"), _point(1.2, 1.0)),
)
"""Always there; their names cannot be given to others."""


def is_built_in(name: str) -> bool:
    """Whether a name belongs to one of ours."""
    return any(preset.name == name for preset in BUILT_IN)


def cleaned_name(typed: str) -> str:
    """Return a name for a preset as it is kept: one line, not too long; empty if it is none."""
    return " ".join(typed.split())[:MAX_NAME].strip()


def with_preset(presets: Iterable[Preset], preset: Preset) -> tuple[Preset, ...]:
    """Return the person's presets with one added, or put in the place of its namesake."""
    kept = list(presets)
    for at, old in enumerate(kept):
        if old.name == preset.name:
            kept[at] = preset
            return tuple(kept)
    return (*kept, preset)[-MAX_PRESETS:]


def renamed(presets: Iterable[Preset], old: str, new: str) -> tuple[Preset, ...]:
    """Return the presets with another name for one; a namesake gives way."""
    return tuple(
        replace(p, name=new) if p.name == old else p for p in presets if p.name != new or old == new
    )


def presets_to_json(presets: Iterable[Preset]) -> list[JsonValue]:
    """Return presets as they are stored."""
    return [{"name": p.name, "settings": settings_to_json(p.settings)} for p in presets]


def presets_from_json(stored: object) -> tuple[Preset, ...]:
    """Read stored presets; what makes no sense is passed over."""
    presets: tuple[Preset, ...] = ()
    for entry in stored if isinstance(stored, (list, tuple)) else ():
        row = as_object(entry)
        name = cleaned_name(as_text(row.get("name")))
        if name and not is_built_in(name):
            settings = settings_from_json(as_object(row.get("settings")))
            presets = with_preset(presets, Preset(name, settings))
    return presets
