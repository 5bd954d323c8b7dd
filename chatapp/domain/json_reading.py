"""Reading JSON that others wrote or typed: never more than the app can show, keep and send on.

Python reads ``NaN``, ``Infinity`` and numbers that no float can hold, none of which is JSON (RFC
8259, section 6), and nests as deep as its stack allows; what is made of such a value later
could neither be saved nor sent.
"""

import json
import math
from collections.abc import Callable
from typing import Any

from chatapp.domain.json_value import JsonObject, JsonValue, as_object

MOST_DEPTH = 100
"""How deep a value may be nested; what programs write stays below ten."""


def read_json(words: str | bytes) -> JsonValue:
    """Return the value that *words* are.

    Raises ``ValueError`` for anything else: no JSON, a number that JSON does not have, deeper
    than ``MOST_DEPTH``, not in a Unicode encoding.
    """
    text = _decoded(words)
    return _checked(text, lambda: _STRICT.decode(text))


def read_reply(words: str | bytes) -> JsonValue:
    """Return the value of a server's JSON; numbers that JSON does not have are ``None``.

    Servers written in Python do send ``NaN`` and ``-Infinity`` among their figures, which is no
    reason to lose the words beside them. Raises ``ValueError`` as ``read_json`` for the rest.
    """
    text = _decoded(words)
    return _checked(text, lambda: _read_leniently(text))


def read_object(words: str) -> JsonObject:
    """Return the object that *words* are, as ``read_reply``; empty for anything else."""
    try:
        return as_object(read_reply(words))
    except ValueError:
        return {}


def _read_leniently(text: str) -> JsonValue:
    """Return what *text* is; without space around it, as in a stream, that takes half as long."""
    if text.startswith("{"):
        value: JsonValue
        value, end = _LENIENT.raw_decode(text)
        if end == len(text):
            return value
    return _LENIENT.decode(text)  # type: ignore[no-any-return,unused-ignore]


def read_first(text: str) -> tuple[JsonValue, int]:
    """Return the first value of a server's JSON lines, as ``read_reply``, and where it ends."""
    found: list[tuple[JsonValue, int]] = []

    def read() -> JsonValue:
        found.append(_LENIENT.raw_decode(text))
        return found[0][0]

    _checked(text, read)
    return found[0]


def is_same_json(one: str, other: str) -> bool:
    """Whether two texts are the same JSON, however it is written; of two that are none, whether
    they are the same letters."""
    try:
        first, second = (json.dumps(read_json(text), sort_keys=True) for text in (one, other))
    except ValueError:
        return one == other
    return first == second


def _checked(text: str, read: Callable[[], JsonValue]) -> JsonValue:
    """Return what is read from *text*, unless it is nested too deeply."""
    try:
        value: JsonValue = read()
    except RecursionError:
        raise _too_deep(text) from None
    except _NoNumberError as error:
        found = max(text.find(error.number), 0)
        raise json.JSONDecodeError("Not a number of JSON", text, found) from None
    if text.count("[") + text.count("{") > MOST_DEPTH and _is_deep(value):
        raise _too_deep(text)
    return value


def _decoded(body: str | bytes) -> str:
    if isinstance(body, str):
        return body
    encoding = json.detect_encoding(body)
    return body.decode("utf-8-sig" if encoding == "utf-8" else encoding)


def _too_deep(text: str) -> json.JSONDecodeError:
    return json.JSONDecodeError("Nested too deeply", text, 0)


def _is_deep(value: JsonValue) -> bool:
    """Whether a value is nested deeper than ``MOST_DEPTH``; level by level, never recursing."""
    level: list[Any] = [value]
    for _ in range(MOST_DEPTH + 1):
        level = [
            item
            for inner in level
            if isinstance(inner, (dict, list))
            for item in (inner.values() if isinstance(inner, dict) else inner)
        ]
        if not level:
            return False
    return any(isinstance(inner, (dict, list)) for inner in level)


class _NoNumberError(ValueError):
    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


def _refused(name: str) -> float:
    raise _NoNumberError(name)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refused(digits)


def finite_or_none(digits: str) -> float | None:
    """Return a fraction that was written, unless no float can hold it."""
    number = float(digits)
    return number if math.isfinite(number) else None


_STRICT = json.JSONDecoder(parse_constant=_refused, parse_float=_finite)
# The stubs have it that a fraction is a number; Python takes whatever the function returns.
_LENIENT = json.JSONDecoder(
    parse_constant=lambda _name: None,
    parse_float=finite_or_none,  # type: ignore[arg-type,unused-ignore]
)
