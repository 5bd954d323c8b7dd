"""Domain objects as JSON for the database, and back; unknown keys are kept or passed over.

One generic pair serves all the frozen dataclasses: their field names are the keys.
"""

import dataclasses
import json
import logging
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from chatapp.domain.json_value import without_surrogates

T = TypeVar("T")
Row = TypeVar("Row")
DAMAGED_RECORD = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What reading a record raises that the disk has changed."""


_LOG = logging.getLogger(__name__)


def clean(text: str) -> str:
    """Return text as SQLite can hold it: no lone surrogates, no NUL."""
    return without_surrogates(text).replace("\0", "\ufffd")


def tags_to(tags: Sequence[str]) -> str:
    """Return tags as one text; each can be found between two line breaks."""
    return "\n" + "\n".join(clean(tag) for tag in tags) + "\n" if tags else ""


def tags_from(stored: str) -> tuple[str, ...]:
    """Return the tags that ``tags_to`` has put together."""
    return tuple(stored.strip("\n").split("\n")) if stored else ()


def dumps(value: object) -> str:
    """Return any domain value as one line of JSON; fields with their initial value are left
    out, sounds are kept elsewhere."""
    return clean(json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _plain(own)
            for field in dataclasses.fields(value)
            if (own := getattr(value, field.name)) != _initial(field) and not isinstance(own, bytes)
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def _initial(field: "dataclasses.Field[Any]") -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def loads(kind: Callable[..., T], stored: str) -> T:
    """Return the ``kind`` that ``stored`` describes."""
    return build(kind, json.loads(stored))


def readable(rows: Iterable[Row], read: Callable[[Row], T]) -> Iterator[T]:
    """Return what can be read; a damaged record is passed over and stays on the disk."""
    for row in rows:
        try:
            value = read(row)
        except DAMAGED_RECORD:
            _LOG.info("a damaged record was passed over")
            continue
        yield value


def build(kind: Callable[..., T], data: Mapping[str, Any]) -> T:
    """Return a ``kind`` from its JSON object; keys it does not know are passed over."""
    hints = _hints(kind)
    known = {
        field.name: _revive(hints[field.name], data[field.name])
        for field in dataclasses.fields(kind)  # type: ignore[arg-type]
        if field.name in data
    }
    return kind(**known)


_NAMES: dict[str, Any] = {"JsonValue": Any, "Mapping": Mapping, "Sequence": Sequence}
"""What the recursive JSON type refers to."""


@cache
def _hints(kind: Callable[..., object]) -> dict[str, Any]:
    return typing.get_type_hints(kind, localns=_NAMES)


def _is_record(hint: type) -> bool:
    return dataclasses.is_dataclass(hint)


def _revive(hint: Any, value: Any) -> Any:
    """Return ``value`` as the type that a field's hint names."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        return _revive(next(a for a in typing.get_args(hint) if a is not type(None)), value)
    if origin is tuple:
        inner = typing.get_args(hint)[0]
        return tuple(_revive(inner, item) for item in value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if isinstance(hint, type) and _is_record(hint):
        return build(hint, value)
    if origin is not None and typing.get_args(hint):
        inner = typing.get_args(hint)[-1]
        if isinstance(inner, type) and _is_record(inner) and isinstance(value, dict):
            return {key: build(inner, item) for key, item in value.items()}
    return value
