"""Whether JSON fits a JSON Schema, in words, with the place of each violation.

The rules are those of the ``jsonschema`` library, imported when first needed. Schemas come
from strangers: references are never fetched, recursion and patterns that could take for ever
are not followed, and what was left unchecked is said.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from chatapp.domain.json_value import JsonValue
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.domain.visible_text import visible_text

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

MOST_VIOLATIONS = 50
"""More are not listed; nobody reads them."""

_MOST_REFERENCES = 20_000
_MOST_PATTERN_STEPS = 20_000_000
_LONGEST_SHOWN = 80
_UNBOUNDED = re.compile(r"(?<!\\)(?:[*+]|\{\d*,\d*\})")
_REPEATED_GROUP = re.compile(r"(?<!\\)\)(?:[*+]|\{)")


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that does not fit: where (``$.city[0]``), which keyword says so, in words."""

    path: str
    keyword: str
    words: Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found; ``unchecked`` says in words what was not looked at."""

    violations: tuple[Violation, ...] = ()
    unchecked: tuple[Text, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether nothing was found wrong."""
        return not self.violations


class _OutOfBudgetError(Exception):
    """The schema refers to itself more often than anybody needs."""


def check_schema(schema: JsonValue) -> Verdict:
    """Return whether ``schema`` is a JSON Schema, by JSON Schema's own schema."""
    import jsonschema

    if not isinstance(schema, (Mapping, bool)):
        return Verdict((_violation("$", "type", _must_be_object()),))
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    try:
        errors = _first(kind(kind.META_SCHEMA).iter_errors(schema))
        patterns = list(_bad_patterns(schema, "$"))
    except RecursionError:
        return Verdict(unchecked=(_too_deep(),))
    return Verdict((*map(_told, errors), *patterns)[:MOST_VIOLATIONS])


def check(value: JsonValue, schema: JsonValue) -> Verdict:
    """Return whether ``value`` fits ``schema``. Costs time with both: call it from a thread
    for anything that may be large."""
    import jsonschema
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    if not isinstance(schema, (Mapping, bool)):
        return Verdict((_violation("$", "type", _must_be_object()),))
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    limits = _Limits()
    token = _LIMITS.set(limits)
    try:
        validator = _limited(kind)(_without_dialects(schema), registry=Registry())
        found = tuple(map(_told, _first(validator.iter_errors(value))))
        return Verdict(found, tuple({str(t): t for t in limits.unchecked}.values()))
    except Unresolvable as error:
        source = QT_TRANSLATE_NOOP("Schema", "The schema refers to “{ref}”, which is not in it.")
        return Verdict(unchecked=(text("Schema", source, ref=_short(str(error.ref))),))
    except (RecursionError, _OutOfBudgetError):
        return Verdict(unchecked=(_too_deep(),))
    except Exception as error:  # noqa: BLE001 - a schema of a stranger may break the library
        source = QT_TRANSLATE_NOOP("Schema", "The schema could not be applied: {error}")
        return Verdict(unchecked=(text("Schema", source, error=_short(str(error))),))
    finally:
        _LIMITS.reset(token)


def check_text(json_text: str, schema: JsonValue) -> Verdict:
    """Return whether ``json_text`` is JSON that fits ``schema``."""
    try:
        value = json.loads(json_text)
    except (ValueError, RecursionError) as error:
        source = QT_TRANSLATE_NOOP("Schema", "This is not JSON: {error}")
        words = text("Schema", source, error=_short(str(error)))
        return Verdict((_violation("$", "json", words),))
    return check(value, schema)


def _first(errors: "Iterable[ValidationError]") -> "list[ValidationError]":
    return [error for error, _ in zip(errors, range(MOST_VIOLATIONS), strict=False)]


@dataclass(slots=True)
class _Limits:
    """What one check may still spend, and what it had to leave out."""

    references: int = _MOST_REFERENCES
    unchecked: list[Text] = field(default_factory=list)


_LIMITS: ContextVar[_Limits] = ContextVar("limits of a schema check")


@cache
def _limited(kind: Any) -> Any:
    """Return the library's validator with our own rules for what strangers can abuse."""
    from jsonschema import validators

    follow = {name: _counted(kind.VALIDATORS[name]) for name in _REFERENCES & set(kind.VALIDATORS)}
    extend: Any = validators.extend  # the library has no types here
    return extend(kind, {**follow, "required": _required, "pattern": _pattern})


_REFERENCES = frozenset({"$ref", "$dynamicRef", "$recursiveRef"})


def _counted(follow: Any) -> Any:
    def counted(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[Any]:
        limits = _LIMITS.get()
        limits.references -= 1
        if limits.references < 0:
            raise _OutOfBudgetError
        yield from follow(validator, value, instance, schema) or ()

    return counted


def _required(_validator: Any, required: Any, instance: Any, _schema: Any) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    if isinstance(instance, dict) and isinstance(required, list):
        for name in required:
            if name not in instance:
                yield ValidationError(str(name))


def _pattern(_validator: Any, pattern: Any, instance: Any, _schema: Any) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    if not isinstance(instance, str) or not isinstance(pattern, str):
        return
    if not _is_quick(pattern, len(instance)):
        source = QT_TRANSLATE_NOOP("Schema", "The pattern “{pattern}” was not checked.")
        _LIMITS.get().unchecked.append(text("Schema", source, pattern=_short(pattern)))
    elif not re.search(pattern, instance):
        yield ValidationError(pattern)


def _is_quick(pattern: str, length: int) -> bool:
    """Whether a pattern ends in reasonable time on a text of that length."""
    if len(pattern) > 500 or _REPEATED_GROUP.search(pattern):
        return False
    unbounded = len(_UNBOUNDED.findall(pattern))
    return math.log(max(length, 1)) * (unbounded + 1) <= math.log(_MOST_PATTERN_STEPS)


def _bad_patterns(schema: JsonValue, path: str) -> Iterator[Violation]:
    """Yield the regular expressions that are none."""
    if isinstance(schema, Mapping):
        for key, value in schema.items():
            if key == "pattern" and isinstance(value, str):
                yield from _bad_pattern(value, f"{path}.pattern")
            yield from _bad_patterns(value, f"{path}.{key}")
    elif isinstance(schema, Sequence) and not isinstance(schema, str):
        for position, value in enumerate(schema):
            yield from _bad_patterns(value, f"{path}[{position}]")


def _bad_pattern(pattern: str, path: str) -> Iterator[Violation]:
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        source = QT_TRANSLATE_NOOP("Schema", "is no regular expression: {error}")
        yield _violation(path, "pattern", text("Schema", source, error=str(error)))


def _without_dialects(schema: JsonValue) -> JsonValue:
    """Drop ``$schema`` inside a schema: it would switch to a validator without our limits."""
    if isinstance(schema, Mapping):
        return {
            key: _without_dialects(value)
            for key, value in schema.items()
            if not (key == "$schema" and isinstance(value, str))
        }
    if isinstance(schema, Sequence) and not isinstance(schema, str):
        return [_without_dialects(value) for value in schema]
    return schema


# Words

_SOURCES = {
    "required": QT_TRANSLATE_NOOP("Schema", "“{detail}” is missing"),
    "type": QT_TRANSLATE_NOOP("Schema", "{value} is not of the type {wanted}"),
    "enum": QT_TRANSLATE_NOOP("Schema", "{value} is none of {wanted}"),
    "const": QT_TRANSLATE_NOOP("Schema", "{value} is not {wanted}"),
    "pattern": QT_TRANSLATE_NOOP("Schema", "{value} does not match the pattern {wanted}"),
    "minimum": QT_TRANSLATE_NOOP("Schema", "{value} is less than {wanted}"),
    "maximum": QT_TRANSLATE_NOOP("Schema", "{value} is greater than {wanted}"),
    "exclusiveMinimum": QT_TRANSLATE_NOOP("Schema", "{value} is not greater than {wanted}"),
    "exclusiveMaximum": QT_TRANSLATE_NOOP("Schema", "{value} is not less than {wanted}"),
    "multipleOf": QT_TRANSLATE_NOOP("Schema", "{value} is not a multiple of {wanted}"),
    "minLength": QT_TRANSLATE_NOOP("Schema", "{value} is shorter than {wanted} characters"),
    "maxLength": QT_TRANSLATE_NOOP("Schema", "{value} is longer than {wanted} characters"),
    "minItems": QT_TRANSLATE_NOOP("Schema", "has fewer than {wanted} items"),
    "maxItems": QT_TRANSLATE_NOOP("Schema", "has more than {wanted} items"),
    "uniqueItems": QT_TRANSLATE_NOOP("Schema", "has the same item twice"),
    "anyOf": QT_TRANSLATE_NOOP("Schema", "fits none of the allowed forms"),
    "oneOf": QT_TRANSLATE_NOOP("Schema", "does not fit exactly one of the allowed forms"),
}
_OTHER = QT_TRANSLATE_NOOP("Schema", "{detail}")


def _told(error: "ValidationError") -> Violation:
    keyword = str(error.validator)
    words = text(
        "Schema",
        _SOURCES.get(keyword, _OTHER),
        value=_as_json(error.instance),
        wanted=_as_json(error.validator_value),
        detail=_short(error.message),
    )
    return Violation(_path(error.absolute_path), keyword, words)


def _path(steps: Iterable[str | int]) -> str:
    """Return a place as ``$.a[0]``; names that are no identifiers as ``$["a b"]``."""
    path = "$"
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        elif step.isidentifier():
            path += f".{step}"
        else:
            path += f"[{_short(json.dumps(step, ensure_ascii=False))}]"
    return path


def _as_json(value: Any) -> str:
    return _short(json.dumps(value, ensure_ascii=False, default=str))


def _short(words: str) -> str:
    words = visible_text(words)
    return words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…"


def _violation(path: str, keyword: str, words: Text) -> Violation:
    return Violation(path, keyword, words)


def _must_be_object() -> Text:
    return text("Schema", QT_TRANSLATE_NOOP("Schema", "A schema must be a JSON object."))


def _too_deep() -> Text:
    source = QT_TRANSLATE_NOOP("Schema", "The schema is nested too deeply to be checked.")
    return text("Schema", source)
