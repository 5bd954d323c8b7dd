"""Which value of a request field counts, and why: app < endpoint < conversation < message.

One pure function joins the layers. Its result says for every field what is sent, which layer
decided, and what is wrong or missing, so the panel, the preview and the request never differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.parameter_spec import Needs, Parameter
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text


class Layer(Enum):
    """Who set a value, from the weakest to the strongest."""

    APP = QT_TRANSLATE_NOOP("ParameterLayer", "the app")
    ENDPOINT = QT_TRANSLATE_NOOP("ParameterLayer", "the endpoint")
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


@dataclass(frozen=True, slots=True)
class Effective:
    """What becomes of one field: ``layer`` decided, ``problem`` stops the whole request,
    ``note`` says why the field alone is left out."""

    parameter: Parameter
    setting: Setting
    layer: Layer | None
    problem: Text | None = None
    note: Text | None = None

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
    endpoint: Settings, conversation: Settings, message: Settings | None = None
) -> EffectiveParameters:
    """Join the layers; the strongest layer that names a field decides it."""
    layers = (
        (Layer.MESSAGE, message or {}),
        (Layer.CONVERSATION, conversation),
        (Layer.ENDPOINT, endpoint),
        (Layer.APP, APP_SETTINGS),
    )
    decided = {name: _decide(parameter, layers) for name, parameter in PARAMETERS.items()}
    sent = {name: s.value for name, (s, _) in decided.items() if s.send}
    return EffectiveParameters(
        {
            name: _judge(PARAMETERS[name], setting, layer, sent)
            for name, (setting, layer) in decided.items()
        }
    )


def _decide(
    parameter: Parameter, layers: tuple[tuple[Layer, Settings], ...]
) -> tuple[Setting, Layer | None]:
    for layer, settings in layers:
        if parameter.name in settings:
            return settings[parameter.name], layer
    return Setting(parameter.initial, send=False), None


def _judge(
    parameter: Parameter, setting: Setting, layer: Layer | None, sent: JsonObject
) -> Effective:
    if not setting.send:
        return Effective(parameter, setting, layer)
    note = _missing(parameter.needs, sent) if parameter.needs else None
    problem = None if note else parameter.kind.problem(setting.value) or _conflict(parameter, sent)
    return Effective(parameter, setting, layer, problem, note)


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
