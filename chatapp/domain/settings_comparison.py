"""What an answer was made with, beside what would be sent now."""

from collections.abc import Iterator

from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """A value that is in a body; the absence of one is ``None`` instead of a ``Sent``."""

    value: JsonValue


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of two bodies. ``name`` is the wire name, dots for nesting; ``is_extra`` says
    that it belongs to ``extra_body``."""

    name: str
    then: Sent | None
    now: Sent | None
    is_extra: bool = False

    @property
    def differs(self) -> bool:
        """Whether it was sent otherwise then: 0 and false are not the same, nor 1 and 1.0."""
        return _shape(self.then) != _shape(self.now)


def _shape(sent: Sent | None) -> object:
    return None if sent is None else (type(sent.value), sent.value)


def compare(then: JsonObject, now: JsonObject) -> tuple[Compared, ...]:
    """Return every field that either body has: the model, the table's fields in the table's
    order, then what went in ``extra_body``. ``messages`` is not compared."""
    rows = [Compared("model", _at(then, ("model",)), _at(now, ("model",)))]
    for name, parameter in PARAMETERS.items():
        if name != "extra_body":
            rows.append(Compared(name, _at(then, parameter.path), _at(now, parameter.path)))
    rows.extend(
        Compared(name, _at(then, (name,)), _at(now, (name,)), is_extra=True)
        for name in dict.fromkeys((*_extras(then), *_extras(now)))
    )
    return tuple(row for row in rows if row.then is not None or row.now is not None)


def _at(body: JsonObject, path: tuple[str, ...]) -> Sent | None:
    value: JsonValue = body
    for step in path:
        if not isinstance(value, dict) or step not in value:
            return None
        value = value[step]
    return Sent(value)


def _extras(body: JsonObject) -> Iterator[str]:
    known = {parameter.path[0] for parameter in PARAMETERS.values()} | {"model", "messages"}
    return (name for name in body if name not in known)


def restored(rows: tuple[Compared, ...]) -> dict[str, Setting]:
    """Return the settings that make the next request send these fields as they were then.

    Extra fields become one ``extra_body``; the model is not a setting.
    """
    settings: dict[str, Setting] = {}
    for row in rows:
        if row.name == "model" or row.is_extra:
            continue
        if row.then is not None:
            settings[row.name] = Setting(row.then.value)
        elif row.now is not None:
            settings[row.name] = Setting(row.now.value, send=False)
    extra = {row.name: row.then.value for row in rows if row.is_extra and row.then is not None}
    if any(row.is_extra for row in rows):
        settings["extra_body"] = Setting(extra, send=bool(extra))
    return settings
