"""A long request for reading: its shape, its first and last messages, the ends of long texts."""

from collections.abc import Iterator

from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object

WHOLE = 100_000
"""A request of so many characters is shown as it is."""
_FIRST, _LAST = 4, 24
"""Messages that a long request is shown with, from its beginning and from its end."""
_TEXT = 2_000
"""What is shown of a text, half from either end."""


def abridged(body: JsonObject) -> tuple[JsonObject, bool]:
    """Return a body that is quick to show, and whether anything was left out of it.

    The cost grows with what is shown, not with the request.
    """
    if _is_short(body):
        return body, False
    messages = as_list(body.get("messages"))
    left = len(messages) - _FIRST - _LAST
    if left > 1:
        messages = [*messages[:_FIRST], f"… {left} …", *messages[-_LAST:]]
    shown = {**body, "messages": messages}
    return {name: _shortened(value) for name, value in shown.items()}, True


def _is_short(body: JsonObject) -> bool:
    room = WHOLE
    for size in _sizes(body):
        room -= size
        if room < 0:
            return False
    return True


def _sizes(value: JsonValue) -> Iterator[int]:
    """Yield about how many characters each part of a value takes."""
    if isinstance(value, str):
        yield len(value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield len(name)
            yield from _sizes(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _sizes(inner)
    else:
        yield 4


def _shortened(value: JsonValue) -> JsonValue:
    if isinstance(value, str):
        left = len(value) - _TEXT
        half = _TEXT // 2
        return f"{value[:half]}… {left} …{value[-half:]}" if left > _TEXT // 4 else value
    if isinstance(value, dict):
        return {name: _shortened(inner) for name, inner in as_object(value).items()}
    if isinstance(value, (list, tuple)):
        return [_shortened(inner) for inner in value]
    return value
