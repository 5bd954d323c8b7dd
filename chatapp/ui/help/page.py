"""The help page as HTML, made of the tables that the window itself is made of."""

from collections.abc import Iterator, Mapping
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from chatapp.domain.parameter_kinds import (
    Choice,
    Flag,
    Json,
    Kind,
    Line,
    Number,
    Several,
    Voice,
    Words,
)
from chatapp.domain.parameter_spec import Group, Parameter
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.preferences import PREFERENCES
from chatapp.ui.actions import COMMANDS, label_of

_ANY = 1e15
"""A bound beyond this is the format's, not a person's."""


def _say(words: str) -> str:
    return QCoreApplication.translate("Help", words)


def anchor_of(parameter: str) -> str:
    """Return the name of the place on the page that explains a request field."""
    return f"parameter.{parameter}"


def help_html(keys: Mapping[str, str]) -> str:
    """Return the whole page; ``keys`` are those of every command (portable text)."""
    parts = [*_beginning(), *_fields(), *_commands(keys), *_settings(), *_safety()]
    return "\n".join(parts)


def _heading(words: str, anchor: str) -> str:
    return f'<h2><a name="{anchor}"></a>{escape(words)}</h2>'


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def _beginning() -> Iterator[str]:
    yield _heading(_say("First steps"), "start")
    for words in (
        _say(
            "Write a message and press Enter. Without an account the built-in offline model"
            " answers; it is small and runs on this computer. Add endpoints in the settings: any"
            " server that speaks the OpenAI chat API, in the cloud or your own."
        ),
        _say(
            "Every answer can be made again, edited or continued: the versions stand side by side,"
            " with arrows below the message, and nothing is overwritten."
        ),
        _say(
            "The panel on the right holds every field of the request. A field is sent only when"
            " its switch is on; Request preview shows the exact JSON."
        ),
        _say(
            "The sampling lens shows the candidates of every token with their probabilities, and"
            " what the sliders do to them. The inspector shows requests, events and tool calls as"
            " they went over the wire."
        ),
    ):
        yield _paragraph(words)


def _fields() -> Iterator[str]:
    yield _heading(_say("Request fields"), "fields")
    for group in Group:
        rows = [p for p in PARAMETERS.values() if p.group is group]
        yield f"<h3>{escape(QCoreApplication.translate('ParameterGroup', group.value))}</h3>"
        for parameter in rows:
            yield from _field(parameter)


def _field(parameter: Parameter) -> Iterator[str]:
    translate = QCoreApplication.translate
    label = escape(translate("Parameter", parameter.label))
    yield (
        f'<h4><a name="{anchor_of(parameter.name)}"></a>{label}'
        f" <code>{escape(parameter.name)}</code></h4>"
    )
    yield _paragraph(translate("Parameter", parameter.help))
    facts = [_values_of(parameter.kind)]
    if parameter.usual:
        usual = translate("Parameter", parameter.usual)
        facts.append(_say("Usual default: {value}.").format(value=usual))
    if parameter.needs is not None:
        needs = parameter.needs.field
        facts.append(_say("Only sent together with {field}.").format(field=needs))
    yield _paragraph(" ".join(fact for fact in facts if fact))


def _values_of(kind: Kind) -> str:
    """Return in words which values a kind of field takes."""
    match kind:
        case Number():
            return _range_of(kind)
        case Choice(choices):
            free, fixed = _say("One of: {choices}, or any other text."), _say("One of: {choices}.")
            return (free if kind.free else fixed).format(choices=", ".join(choices))
        case Several(choices):
            return _say("Any of: {choices}.").format(choices=", ".join(choices))
        case Words(most):
            return _say("Up to {count} texts.").format(count=most)
        case Json():
            return _say("JSON.")
        case Voice():
            return _say("A voice and a format.")
        case Flag():
            return _say("On or off.")
        case Line():
            return _say("Text.")


def _range_of(kind: Number) -> str:
    low, high = kind.minimum, kind.maximum
    whole = _say("A whole number") if kind.integer else _say("A number")
    if low is not None and high is not None and high < _ANY:
        words = _say("{kind} from {low} to {high}.")
        return words.format(kind=whole, low=f"{low:g}", high=f"{high:g}")
    if low is not None and low > -_ANY:
        return _say("{kind} from {low} up.").format(kind=whole, low=f"{low:g}")
    return f"{whole}."


def _commands(keys: Mapping[str, str]) -> Iterator[str]:
    yield _heading(_say("Commands and their keys"), "commands")
    yield _paragraph(_say("Ctrl+K lists every command; Keyboard shortcuts changes the keys."))
    yield '<table cellpadding="3">'
    for name, command in COMMANDS.items():
        listed = QKeySequence.listFromString(keys.get(name, "")) if keys.get(name) else []
        shown = ", ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in listed)
        yield f"<tr><td>{escape(label_of(command))}</td><td><b>{escape(shown)}</b></td></tr>"
    yield "</table>"


def _settings() -> Iterator[str]:
    translate = QCoreApplication.translate
    yield _heading(_say("Settings"), "settings")
    for row in PREFERENCES.values():
        if not row.hidden:
            label = escape(translate("Preference", row.label))
            yield f"<p><b>{label}</b><br>{escape(translate('Preference', row.help))}</p>"


def _safety() -> Iterator[str]:
    yield _heading(_say("Where everything is kept"), "safety")
    for words in (
        _say(
            "Conversations are in one database file on this computer; Help, About names its folder."
            " A backup is made every day."
        ),
        _say(
            "Keys, secret headers and a proxy's password go into the system's keyring and nowhere"
            " else: not into the database, not into logs, not into exports. Nothing is sent"
            " anywhere but to the endpoints you set up."
        ),
        _say(
            "What models and tools write is never run or fetched by itself: pictures are loaded"
            " when you click them, links open after you have seen their true target, and every"
            " tool call waits for your decision."
        ),
    ):
        yield _paragraph(words)
