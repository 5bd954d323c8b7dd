"""What is said of signing in to a tool server: what is needed, and what went wrong."""

import re

from chatapp.domain.errors import ToolFailed
from chatapp.domain.json_reading import read_object
from chatapp.domain.json_value import as_text
from chatapp.domain.redaction import redacted
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.domain.visible_text import visible_text

LONGEST_QUOTE = 300
LONGEST_HEAD = 40
"""Signs of an error of the SDK before what it quotes."""

_STATUS = re.compile(r"\b[1-5]\d\d\b")


class SignInNeeded(ToolFailed):
    """The server wants the person to sign in, at ``host``."""

    def __init__(self, message: Text, host: str, *, hint: Text | None = None) -> None:
        super().__init__(message, hint=hint)
        self.host = host


def quoted(words: str) -> str:
    """Return another side's words as they may be shown."""
    return redacted(visible_text(words.strip()))[:LONGEST_QUOTE]


def said_in(error: Exception) -> str:
    """Return what the other side said in an error of the SDK, which quotes whole answers: only
    the fields that are for people, for others may hold what opens something."""
    words = str(error)
    _, brace, rest = words.partition("{")
    values = read_object(brace + rest)
    said = [as_text(values.get(name)) for name in ("error", "error_description")]
    if any(said):
        return " ".join(filter(None, said))
    status = _STATUS.search(words[:LONGEST_HEAD])
    return f"HTTP {status[0]}" if status else words.partition(":")[0]


def needed(name: str, host: str) -> SignInNeeded:
    """Return the words for a server that nobody has signed in to."""
    source = QT_TRANSLATE_NOOP("Tools", "“{name}” asks you to sign in at {host}.")
    return SignInNeeded(text("Tools", source, name=name, host=host), host)


def more_needed(name: str, host: str) -> SignInNeeded:
    """Return the words for a server that wants more than its sign-in allows."""
    source = QT_TRANSLATE_NOOP(
        "Tools", "“{name}” wants a sign-in at {host} that allows more. Sign in again."
    )
    return SignInNeeded(text("Tools", source, name=name, host=host), host)


def ended_sign_in(name: str, host: str) -> SignInNeeded:
    """Return the words for a sign-in that the other side takes no longer."""
    source = QT_TRANSLATE_NOOP(
        "Tools", "The sign-in to “{name}” has ended: {host} did not renew it. Sign in again."
    )
    return SignInNeeded(text("Tools", source, name=name, host=host), host)


def denied(name: str, host: str, said: str) -> SignInNeeded:
    """Return the words for a sign-in that was refused in the browser."""
    source = QT_TRANSLATE_NOOP("Tools", "The sign-in to “{name}” was refused at {host}: {said}")
    return SignInNeeded(text("Tools", source, name=name, host=host, said=quoted(said)), host)


def too_late(name: str, host: str, minutes: int) -> SignInNeeded:
    """Return the words for a browser that did not come back."""
    source = QT_TRANSLATE_NOOP(
        "Tools", "The browser brought no sign-in to “{name}” within {minutes} minutes."
    )
    return SignInNeeded(text("Tools", source, name=name, minutes=minutes), host)


def not_registered(name: str, host: str, address: str) -> SignInNeeded:
    """Return the words for a place that takes only apps which somebody has registered there."""
    source = QT_TRANSLATE_NOOP("Tools", "{host} takes no app that it does not know.")
    said = text("Tools", source, host=host)
    return SignInNeeded(said, host, hint=_by_hand(name, address))


def registration_refused(name: str, host: str, said: str, address: str) -> SignInNeeded:
    """Return the words for a place that would not register the app."""
    refusal = refused_by(name, host, said)
    return SignInNeeded(refusal.message, host, hint=_by_hand(name, address))


def _by_hand(name: str, address: str) -> Text:
    source = QT_TRANSLATE_NOOP(
        "Tools",
        "Register an app there, with the address {address} to come back to, and write its client ID"
        " into the settings of “{name}”.",
    )
    return text("Tools", source, name=name, address=address)


def refused_by(name: str, host: str, said: str) -> SignInNeeded:
    """Return the words for a place that would give no tokens."""
    source = QT_TRANSLATE_NOOP("Tools", "{host} did not let this app sign in to “{name}”: {said}")
    return SignInNeeded(text("Tools", source, name=name, host=host, said=quoted(said)), host)


def unusable(name: str, said: str) -> ToolFailed:
    """Return the words for data about the sign-in that cannot be trusted or understood."""
    source = QT_TRANSLATE_NOOP(
        "Tools", "What “{name}” says about signing in cannot be used: {said}"
    )
    return ToolFailed(text("Tools", source, name=name, said=quoted(said)))


def not_now(name: str, host: str, status: int) -> ToolFailed:
    """Return the words for a place that could not renew a sign-in just now."""
    source = QT_TRANSLATE_NOOP(
        "Tools", "{host} could not renew the sign-in to “{name}” (status {status})."
    )
    hint = QT_TRANSLATE_NOOP("Tools", "Start the server again later.")
    said = text("Tools", source, name=name, host=host, status=status)
    return ToolFailed(said, hint=text("Tools", hint), retryable=True)


def silent_place(name: str, host: str) -> ToolFailed:
    """Return the words for a place that does not answer, or answers without an end."""
    source = QT_TRANSLATE_NOOP(
        "Tools", "{host}, where one signs in to “{name}”, did not answer in time."
    )
    return ToolFailed(text("Tools", source, name=name, host=host), retryable=True)


def port_taken(port: int) -> ToolFailed:
    """Return the words for a port that another program listens on."""
    source = QT_TRANSLATE_NOOP(
        "Tools", "The browser cannot come back: another program uses port {port}."
    )
    return ToolFailed(text("Tools", source, port=port), retryable=True)
