"""Domain objects as JSON for files, and back with every type checked.

Field names are the keys; fields with their initial value are left out. Keys that are not
known (a newer version wrote them) come back beside the object, to be written out again.
"""

import base64
import binascii
import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from chatapp.domain.json_value import JsonValue
from chatapp.transfer.untrusted import clean, clean_json, malformed

T = TypeVar("T")
Rest = dict[str, JsonValue]
"""Unknown keys by name; those of inner objects under the name or position of these."""


def to_json(value: object) -> Any:
    """Return any domain value as JSON; bytes become base64."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_json(own)
            for field in dataclasses.fields(value)
            if (own := getattr(value, field.name)) != _initial(field)
        }
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    return value


def _initial(field: "dataclasses.Field[Any]") -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def with_rest(written: Any, rest: object) -> Any:
    """Return ``written`` with the unknown keys put back where they were."""
    if not isinstance(rest, Mapping):
        return written
    if isinstance(written, list):
        return [with_rest(item, rest.get(str(i))) for i, item in enumerate(written)]
    if not isinstance(written, dict):
        return written
    merged = {key: with_rest(item, rest.get(key)) for key, item in written.items()}
    merged.update((key, item) for key, item in rest.items() if key not in merged)
    return merged


def from_json(kind: Callable[..., T], data: object, where: str) -> tuple[T, Rest]:
    """Return the ``kind`` that ``data`` describes, and the keys that are not known.

    Raises ``NotReadable`` that names the place if a type is wrong or a key is missing.
    """
    if not isinstance(data, Mapping):
        raise malformed(where)
    rest: Rest = {}
    known: dict[str, object] = {}
    hints = _hints(kind)
    for key, item in data.items():
        if key in hints:
            known[key], inner = _revive(hints[key], item, f"{where}.{key}")
            if inner:
                rest[key] = inner
        else:
            rest[clean(key)] = clean_json(item)
    try:
        return kind(**known), rest
    except TypeError as error:
        raise malformed(where) from error


_NAMES: dict[str, Any] = {"JsonValue": Any, "Mapping": Mapping, "Sequence": Sequence}
"""What the recursive JSON type refers to."""


@cache
def _hints(kind: Callable[..., object]) -> dict[str, Any]:
    return typing.get_type_hints(kind, localns=_NAMES)


def _revive(hint: Any, value: Any, where: str) -> tuple[Any, Rest]:
    """Return ``value`` as the type that a field's hint names."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any or (type(None) in arguments and len(arguments) > 2):
        return clean_json(value), {}
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None, {}
        return _revive(next(a for a in arguments if a is not type(None)), value, where)
    if origin is tuple:
        return _revive_list(arguments[0], value, where)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _revive_mapping(arguments[-1], value, where)
    hint = getattr(hint, "__supertype__", hint)
    if dataclasses.is_dataclass(hint):
        return from_json(typing.cast("Callable[..., Any]", hint), value, where)
    return _revive_plain(hint, value, where), {}


def _revive_list(inner: Any, value: Any, where: str) -> tuple[Any, Rest]:
    if not isinstance(value, list):
        raise malformed(where)
    rest: Rest = {}
    items = []
    for position, item in enumerate(value):
        revived, unknown = _revive(inner, item, f"{where}[{position}]")
        items.append(revived)
        if unknown:
            rest[str(position)] = unknown
    return tuple(items), rest


def _revive_mapping(inner: Any, value: Any, where: str) -> tuple[Any, Rest]:
    if not isinstance(value, Mapping):
        raise malformed(where)
    if not dataclasses.is_dataclass(inner):
        return clean_json(value), {}
    rest: Rest = {}
    items: dict[str, object] = {}
    for key, item in value.items():
        items[clean(key)], unknown = _revive(inner, item, f"{where}.{key}")
        if unknown:
            rest[clean(key)] = unknown
    return items, rest


def _revive_plain(hint: Any, value: Any, where: str) -> object:
    try:
        if hint is str and isinstance(value, str):
            return clean(value)
        if hint is bytes and isinstance(value, str):
            return base64.b64decode(value, validate=True)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return hint(value)
        if hint is bool and isinstance(value, bool):
            return value
        if hint is float and isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value)
        if hint is int and isinstance(value, int) and not isinstance(value, bool):
            return value
    except (ValueError, OverflowError, TypeError, binascii.Error) as error:
        raise malformed(where) from error
    raise malformed(where)
