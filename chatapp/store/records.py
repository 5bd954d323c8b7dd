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
from functools import cache, partial
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


def loads(kind: Callable[..., T], stored: str, **columns: object) -> T:
    """Return the ``kind`` that ``stored`` describes; ``columns`` are kept beside it."""
    return build(kind, {**json.loads(stored), **columns})


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
    plan = _plan(kind)
    known = {}
    for name, value in data.items():
        if name in plan:
            revive = plan[name]
            known[name] = value if revive is None else revive(value)
    return kind(**known)


_NAMES: dict[str, Any] = {"JsonValue": Any, "Mapping": Mapping, "Sequence": Sequence}
"""What the recursive JSON type refers to."""


Revive = Callable[[Any], Any]


@cache
def _plan(kind: Callable[..., object]) -> dict[str, Revive | None]:
    """Return how each field of a record is made from JSON; nothing where it is there already."""
    hints = typing.get_type_hints(kind, localns=_NAMES)
    return {
        field.name: _reviver(hints[field.name])
        for field in dataclasses.fields(kind)  # type: ignore[arg-type]
    }


def _reviver(hint: Any) -> Revive | None:
    """Return what makes a value of the type that a hint names."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        inner = _reviver(next(a for a in arguments if a is not type(None)))
        return None if inner is None else partial(_optional, inner)
    if origin is tuple:
        return partial(_several, _reviver(arguments[0]))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return partial(build, hint)
    if origin is not None and arguments:
        inner_type = arguments[-1]
        if isinstance(inner_type, type) and dataclasses.is_dataclass(inner_type):
            return partial(_named, inner_type)
    return None


def _optional(revive: Revive, value: Any) -> Any:
    return None if value is None else revive(value)


def _several(revive: Revive | None, values: Any) -> tuple[Any, ...]:
    return tuple(values) if revive is None else tuple(revive(value) for value in values)


def _named(kind: Callable[..., object], value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: build(kind, item) for key, item in value.items()}
