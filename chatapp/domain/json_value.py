"""The JSON types, and reading them out of untrusted values without raising."""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

JsonValue: TypeAlias = (
    "bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
)
JsonObject: TypeAlias = Mapping[str, JsonValue]


def as_object(value: object) -> dict[str, JsonValue]:
    """Return ``value`` if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[JsonValue]:
    """Return ``value`` if it is a JSON array, else an empty one."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """Return ``value`` if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def as_int(value: object) -> int | None:
    """Return a JSON number as an integer of 64 bits, which is what Qt and SQLite can hold, else
    ``None`` (``true`` is no number)."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return value if isinstance(value, int) and -(2**63) <= value < 2**63 else None


def as_number(value: object) -> float | None:
    """Return a JSON number, else ``None`` (as for integers that no float can hold)."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def compact(value: JsonValue) -> str:
    """Return ``value`` as JSON on one line, the way it goes on the wire."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def pretty(value: JsonValue) -> str:
    """Return ``value`` as JSON for reading."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)


def without_surrogates(value: str) -> str:
    """Replace lone surrogates, which neither UTF-8 nor SQLite can hold, with U+FFFD."""
    if value.isascii():
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
