"""What differs between two requests or replies: line by line, and in one sentence each."""

import difflib
from collections.abc import Iterator

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonValue, as_list, as_object, compact, pretty

MOST_LINES = 6_000
"""Beyond so many lines only their first parts are compared."""

_CONTEXT = 3
_LONGEST = 60


def readable(body: bytes) -> str:
    """Return a body as it is compared: JSON is laid out, anything else is as it came."""
    words = body.decode("utf-8", "replace")
    try:
        return pretty(read_json(words))
    except ValueError:
        return words


def differences(before: str, after: str) -> str:
    """Return a unified difference without a head; empty if there is none. May take long."""
    left, right = before.splitlines()[:MOST_LINES], after.splitlines()[:MOST_LINES]
    lines = difflib.unified_diff(left, right, lineterm="", n=_CONTEXT)
    return "\n".join(list(lines)[2:])


def changes_of_request(before: bytes, after: bytes) -> list[str]:
    """Return what one request has that another has not, each in a few plain signs.

    ``+`` was added, ``-`` was left out, ``~`` is another value.
    """
    left, right = _fields(before), _fields(after)
    found = list(
        _message_changes(as_list(left.pop("messages", [])), as_list(right.get("messages")))
    )
    right.pop("messages", None)
    for name in left | right:
        if name not in right:
            found.append(f"- {name}")
        elif name not in left:
            found.append(f"+ {name} {_short(right[name])}")
        elif left[name] != right[name]:
            found.append(f"~ {name} {_short(left[name])} → {_short(right[name])}")
    return found


def _fields(body: bytes) -> dict[str, JsonValue]:
    try:
        return dict(as_object(read_json(body)))
    except ValueError:
        return {}


def _message_changes(before: list[JsonValue], after: list[JsonValue]) -> Iterator[str]:
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    for message in before[same:]:
        yield f"- messages: {_message(message)}"
    for message in after[same:]:
        yield f"+ messages: {_message(message)}"


def _message(message: JsonValue) -> str:
    fields = as_object(message)
    return f"{fields.get('role', '?')} {_short(fields.get('content'))}"


def _short(value: JsonValue) -> str:
    words = compact(value)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
