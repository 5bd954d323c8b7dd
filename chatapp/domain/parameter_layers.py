"""Which value of a request field counts, and why:
app < endpoint < preset < conversation < message.

One pure function joins the layers. Its result says for every field what is sent, which layer
decided, and what is wrong or missing, so the panel, the preview and the request never differ.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum, auto
from types import MappingProxyType

from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.parameter_kinds import Number
from chatapp.domain.parameter_spec import Needs, Parameter
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text


class Layer(Enum):
    """Who set a value, from the weakest to the strongest."""

    APP = QT_TRANSLATE_NOOP("ParameterLayer", "the app")
    ENDPOINT = QT_TRANSLATE_NOOP("ParameterLayer", "the endpoint")
    PRESET = QT_TRANSLATE_NOOP("ParameterLayer", "the preset")
    CONVERSATION = QT_TRANSLATE_NOOP("ParameterLayer", "this conversation")
    MESSAGE = QT_TRANSLATE_NOOP("ParameterLayer", "this message")


@dataclass(frozen=True, slots=True)
class Setting:
    """A layer's word on a field: its value, and whether it is sent (the value is kept)."""

    value: JsonValue
    send: bool = True


Settings = Mapping[str, Setting]
"""A layer: settings by wire name. A field that is not in it is left to the layer below."""

APP_SETTINGS: Settings = MappingProxyType(
    {"stream": Setting(value=True), "stream_options.include_usage": Setting(value=True)}
)
"""What a chat needs whatever the endpoint: the answer as it is written, and its token count."""


class Limit(Enum):
    """What a server taught us about a field, for one endpoint and model."""

    REFUSED = auto()
    """It refused the field; it is still sent, as the person asked."""
    LEFT_OUT = auto()
    """It refused the field, so it is left out."""
    RENAMED = auto()
    """It takes the value under another name."""


Limits = Mapping[str, Limit]
"""What was learned, by wire name."""


@dataclass(frozen=True, slots=True)
class Effective:
    """What becomes of one field: ``problem`` stops the whole request, ``note`` says why the
    field alone is left out. ``stack`` is every layer that names it, the one that decided first;
    ``limit`` is what the server is known to make of it.
    """

    parameter: Parameter
    setting: Setting
    stack: tuple[tuple[Layer, Setting], ...] = ()
    problem: Text | None = None
    note: Text | None = None
    limit: Limit | None = None

    @property
    def layer(self) -> Layer | None:
        """Who decided; nobody, if the field is not set at all."""
        return self.stack[0][0] if self.stack else None

    def below(self, layer: Layer) -> tuple[Layer, Setting] | None:
        """Return who would decide, and how, if ``layer`` and those above it said nothing."""
        rank = list(Layer).index
        return next((entry for entry in self.stack if rank(entry[0]) < rank(layer)), None)

    @property
    def is_sent(self) -> bool:
        """Whether the field will be in the body."""
        return self.setting.send and self.note is None and self.problem is None


@dataclass(frozen=True, slots=True)
class EffectiveParameters:
    """All fields after the layers were joined, and the values of unknown fields kept."""

    fields: Mapping[str, Effective] = field(default_factory=dict)

    @property
    def problems(self) -> dict[str, Text]:
        """The fields that cannot be sent, with the reason."""
        return {name: e.problem for name, e in self.fields.items() if e.problem is not None}

    def body(self) -> dict[str, JsonValue]:
        """Return the request fields these settings make, nested as on the wire.

        ``extra_body`` is merged last, at the top level.
        """
        body: dict[str, JsonValue] = {}
        for effective in self.fields.values():
            if effective.is_sent and effective.parameter.name != "extra_body":
                _put(body, effective.parameter.path, effective.setting.value)
        extra = self.fields.get("extra_body")
        if extra is not None and extra.is_sent and isinstance(extra.setting.value, dict):
            body.update(extra.setting.value)
        return body


def _put(body: dict[str, JsonValue], path: tuple[str, ...], value: JsonValue) -> None:
    for step in path[:-1]:
        inner = body.setdefault(step, {})
        assert isinstance(inner, dict)  # noqa: S101 - only our own paths are nested
        body = inner
    body[path[-1]] = value


def join_layers(
    endpoint: Settings,
    conversation: Settings,
    message: Settings | None = None,
    *,
    preset: Settings | None = None,
    limits: Limits | None = None,
) -> EffectiveParameters:
    """Join the layers; the strongest layer that names a field decides it."""
    layers = (
        (Layer.MESSAGE, message or {}),
        (Layer.CONVERSATION, conversation),
        (Layer.PRESET, preset or {}),
        (Layer.ENDPOINT, endpoint),
        (Layer.APP, APP_SETTINGS),
    )
    limits = limits or {}
    stacks = {name: _stack(name, layers) for name in PARAMETERS}
    sent = {
        name: stack[0][1].value
        for name, stack in stacks.items()
        if stack and stack[0][1].send and limits.get(name) is not Limit.LEFT_OUT
    }
    return EffectiveParameters(
        {
            name: _judge(PARAMETERS[name], stack, limits.get(name), sent)
            for name, stack in stacks.items()
        }
    )


def _stack(
    name: str, layers: tuple[tuple[Layer, Settings], ...]
) -> tuple[tuple[Layer, Setting], ...]:
    return tuple((layer, settings[name]) for layer, settings in layers if name in settings)


def _judge(
    parameter: Parameter,
    stack: tuple[tuple[Layer, Setting], ...],
    limit: Limit | None,
    sent: JsonObject,
) -> Effective:
    setting = stack[0][1] if stack else Setting(parameter.initial, send=False)
    if isinstance(parameter.kind, Number) and isinstance(setting.value, float):
        setting = Setting(parameter.kind.plain(setting.value), setting.send)
    if not setting.send:
        return Effective(parameter, setting, stack, limit=limit)
    note = _left_out(limit) or (_missing(parameter.needs, sent) if parameter.needs else None)
    problem = None if note else parameter.kind.problem(setting.value) or _conflict(parameter, sent)
    return Effective(parameter, setting, stack, problem, note, limit)


def _left_out(limit: Limit | None) -> Text | None:
    if limit is not Limit.LEFT_OUT:
        return None
    return text(
        "ParameterProblem",
        QT_TRANSLATE_NOOP("ParameterProblem", "Not sent: the server refused it for this model."),
    )


def _missing(needs: Needs, sent: JsonObject) -> Text | None:
    """Say that ``needs`` is not met: strict servers refuse such a field (``endpoint.md`` B1)."""
    value = sent.get(needs.field)
    met = needs.field in sent
    if needs.contains:
        met = isinstance(value, (list, tuple)) and needs.contains in value
    elif needs.value is not None:
        met = value == needs.value
    if met:
        return None
    return text(
        "ParameterProblem",
        QT_TRANSLATE_NOOP("ParameterProblem", "Not sent: it needs {field}."),
        field=needs.field,
    )


def _conflict(parameter: Parameter, sent: JsonObject) -> Text | None:
    if parameter.name == "modalities":
        modalities = sent.get("modalities")
        if isinstance(modalities, list) and "audio" in modalities and "audio" not in sent:
            return text(
                "ParameterProblem",
                QT_TRANSLATE_NOOP("ParameterProblem", "A spoken answer needs a voice: set Voice."),
            )
    if parameter.name == "audio" and sent.get("stream") is True:
        audio = sent.get("audio")
        if isinstance(audio, dict) and audio.get("format") != "pcm16":
            return text(
                "ParameterProblem",
                QT_TRANSLATE_NOOP("ParameterProblem", "While streaming the format must be pcm16."),
            )
    return None


def settings_to_json(settings: Settings) -> dict[str, JsonValue]:
    """Return ``settings`` as they are stored."""
    return {name: {"value": s.value, "send": s.send} for name, s in settings.items()}


def settings_from_json(stored: JsonObject) -> dict[str, Setting]:
    """Read stored settings; unknown fields are kept, malformed ones dropped."""
    return {
        name: Setting(entry.get("value"), bool(entry.get("send", True)))
        for name, entry in stored.items()
        if isinstance(entry, dict)
    }
