"""Reading values out of files that nobody vouches for."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime

from chatapp.domain.errors import ChatAppError
from chatapp.domain.json_reading import MOST_DEPTH
from chatapp.domain.json_value import JsonObject, JsonValue, as_text, without_surrogates
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text

_LATEST = 253_402_300_799.0
"""The end of the year 9999 in epoch seconds: what dates can be shown for."""
_MILLISECONDS_FROM = 100_000_000_000
"""From here on a time is taken for milliseconds: in seconds it would be the year 5138."""


class NotReadable(ChatAppError):
    """A file, or one conversation in it, cannot be taken; the message says why."""


def nested_too_deeply() -> NotReadable:
    """Return the failure of a value that only a hostile file holds."""
    return NotReadable(text("Transfer", QT_TRANSLATE_NOOP("Transfer", "It is nested too deeply.")))


def malformed(where: str) -> NotReadable:
    """Return the failure of a value of the wrong type at ``where``."""
    return NotReadable(
        text(
            "Transfer",
            QT_TRANSLATE_NOOP("Transfer", "It is malformed at “{where}”."),
            where=where[:200],
        )
    )


def reason_of(error: Exception) -> Text:
    """Return why one conversation could not be taken."""
    return error.message if isinstance(error, ChatAppError) else nested_too_deeply().message


def clean(value: str) -> str:
    """Return text as everything here can hold it: no lone surrogates, no NUL."""
    return without_surrogates(value).replace("\0", "\ufffd")


def words(value: object) -> str:
    """Return a string, cleaned; anything else gives an empty one."""
    return clean(as_text(value))


def line(value: object, most: int = 300) -> str:
    """Return a string on one line of at most ``most`` characters."""
    return " ".join(words(value)[: most * 4].split())[:most]


def key_of(value: object) -> str:
    """Return an identifier as text; numbers serve as identifiers too."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else ""
    return words(value)[:200]


def moment(value: object) -> float:
    """Return a time in epoch seconds from seconds, milliseconds or ISO 8601; 0 if it is none."""
    if isinstance(value, str):
        return _iso(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return 0.0
    if isinstance(value, float) and not math.isfinite(value):
        return 0.0
    seconds = value / 1000 if _MILLISECONDS_FROM <= value <= _LATEST * 1000 else value
    return float(seconds) if 0 <= seconds <= _LATEST else 0.0


def _iso(value: str) -> float:
    try:
        moment_ = datetime.fromisoformat(value[:64])
    except ValueError:
        return 0.0
    if moment_.tzinfo is None:
        moment_ = moment_.replace(tzinfo=UTC)
    try:
        return max(moment_.timestamp(), 0.0)
    except (OverflowError, ValueError):
        return 0.0


def clean_json(value: object, depth: int = 0) -> JsonValue:
    """Return a JSON value with clean strings and finite numbers.

    Raises ``NotReadable`` if it is nested too deeply to be written down again.
    """
    if depth > MOST_DEPTH:
        raise nested_too_deeply()
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(k)): clean_json(v, depth + 1) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean_json(item, depth + 1) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, (bool, int, float)) else None


def clean_object(value: object) -> JsonObject:
    """Return a JSON object, cleaned; anything else gives an empty one."""
    cleaned = clean_json(value)
    return cleaned if isinstance(cleaned, dict) else {}
