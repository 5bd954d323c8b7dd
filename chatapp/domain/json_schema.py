"""Whether JSON fits a JSON Schema, in words, with the place of each violation.

The rules are those of the ``jsonschema`` library, imported when first needed. Schemas come
from strangers: references are never fetched, recursion and patterns that could take for ever
are not followed, and what was left unchecked is said.
"""

import json
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING, Any

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonValue
from chatapp.domain.patterns import is_quick
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.domain.visible_text import visible_text

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

MOST_VIOLATIONS = 50
"""More are not listed; nobody reads them."""

_MOST_REFERENCES = 20_000
_MOST_SECONDS = 2.0
"""Of the processor's time; looked at between two keywords of a schema."""

_LONGEST_SHOWN = 80


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
    """Applying the schema takes more than anybody needs."""


def check_schema(schema: JsonValue) -> Verdict:
    """Return whether ``schema`` is a JSON Schema, by JSON Schema's own schema."""
    import jsonschema

    if not isinstance(schema, (Mapping, bool)):
        return Verdict((_violation("$", "type", _must_be_object()),))
    kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
    try:
        errors = _told_once(_first(kind(kind.META_SCHEMA).iter_errors(schema)))
        return Verdict((*errors, *_bad_patterns(schema, "$"))[:MOST_VIOLATIONS])
    except RecursionError:
        return Verdict(unchecked=(_too_deep(),))


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
        safe = _made_safe(schema, _longest_name(value))
        validator = _limited(kind)(safe, registry=Registry())
        found = _told_once(_first(validator.iter_errors(value)))
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
        value = read_json(json_text)
    except ValueError as error:
        source = QT_TRANSLATE_NOOP("Schema", "This is not JSON: {error}")
        words = text("Schema", source, error=_short(str(error)))
        return Verdict((_violation("$", "json", words),))
    return check(value, schema)


def _first(errors: "Iterable[ValidationError]") -> "list[ValidationError]":
    return [error for error, _ in zip(errors, range(MOST_VIOLATIONS), strict=False)]


def _told_once(errors: "Iterable[ValidationError]") -> tuple[Violation, ...]:
    """Return errors in words; JSON Schema's own schema finds many of them several times."""
    told = map(_told, errors)
    return tuple({(v.path, v.keyword, str(v.words)): v for v in told}.values())


@dataclass(slots=True)
class _Limits:
    """What one check may still spend, and what it had to leave out."""

    references: int = _MOST_REFERENCES
    until: float = field(default_factory=lambda: time.thread_time() + _MOST_SECONDS)
    unchecked: list[Text] = field(default_factory=list)


_LIMITS: ContextVar[_Limits] = ContextVar("limits of a schema check")


@cache
def _limited(kind: Any) -> Any:
    """Return the library's validator with our own rules for what strangers can abuse."""
    from jsonschema import validators

    ours = {"required": _required, "pattern": _pattern, "uniqueItems": _unique_items}
    rules = {**kind.VALIDATORS, **ours}
    extend: Any = validators.extend  # the library has no types here
    return extend(kind, {name: _counted(rule, name) for name, rule in rules.items()})


_REFERENCES = frozenset({"$ref", "$dynamicRef", "$recursiveRef"})


def _counted(rule: Any, keyword: str) -> Any:
    cost = 1 if keyword in _REFERENCES else 0

    def counted(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[Any]:
        limits = _LIMITS.get()
        limits.references -= cost
        if limits.references < 0 or time.thread_time() > limits.until:
            raise _OutOfBudgetError
        yield from rule(validator, value, instance, schema) or ()

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
    if not is_quick(pattern, len(instance)):
        _leave_out(pattern)
    elif not re.search(pattern, instance):
        yield ValidationError(pattern)


def _leave_out(pattern: str) -> None:
    """Note that a pattern is not tried."""
    source = QT_TRANSLATE_NOOP("Schema", "The pattern “{pattern}” was not checked.")
    _LIMITS.get().unchecked.append(text("Schema", source, pattern=_short(pattern)))


def _unique_items(_validator: Any, unique: Any, instance: Any, _schema: Any) -> Iterator[Any]:
    """As the library has it, but not by comparing each item with each."""
    from jsonschema.exceptions import ValidationError

    if unique is True and isinstance(instance, list):
        seen = {_comparable(item) for item in instance}
        if len(seen) < len(instance):
            yield ValidationError("")


def _comparable(value: JsonValue) -> object:
    """Return what is equal for values that JSON Schema calls equal, and can be looked up."""
    if isinstance(value, Mapping):
        return frozenset((name, _comparable(inner)) for name, inner in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(_comparable, value))
    return (type(value) is bool, value)


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


def _made_safe(schema: JsonValue, longest_name: int) -> JsonValue:
    """Drop ``$schema`` inside a schema, which would switch to a validator without our limits,
    and patterns of names that could take for ever on one of ``longest_name`` letters."""
    if isinstance(schema, Mapping):
        return {
            key: _made_safe(_with_quick_names(key, value, longest_name), longest_name)
            for key, value in schema.items()
            if not (key == "$schema" and isinstance(value, str))
        }
    if isinstance(schema, Sequence) and not isinstance(schema, str):
        return [_made_safe(value, longest_name) for value in schema]
    return schema


def _with_quick_names(key: str, value: JsonValue, longest_name: int) -> JsonValue:
    if key != "patternProperties" or not isinstance(value, Mapping):
        return value
    slow = {pattern for pattern in value if not is_quick(pattern, longest_name)}
    for pattern in slow:
        _leave_out(pattern)
    return {pattern: rules for pattern, rules in value.items() if pattern not in slow}


def _longest_name(value: JsonValue) -> int:
    """Return how long the longest name of a property in ``value`` is."""
    if isinstance(value, Mapping):
        inner = max(map(_longest_name, value.values()), default=0)
        return max(inner, max(map(len, value), default=0))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return max(map(_longest_name, value), default=0)
    return 0


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
