"""What a property of a JSON Schema needs in a form: text, a number, a choice, a list, a group.

Schemas come from strangers and from the generators of many languages, which write the same in
several ways: *a text or nothing* is ``type: [string, null]``, ``anyOf`` with a null, or
``nullable: true``; a choice is ``enum``, or ``oneOf`` with a ``const`` and a title each.
References are followed within the schema only, and not for ever.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from enum import Enum, auto
from itertools import islice

from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, as_text, compact
from chatapp.domain.quick_dataclass import dataclass

MOST_CHOICES = 500
DEEPEST_GROUP = 3
_MOST_STEPS = 16
_MOST_BRANCHES = 2 * MOST_CHOICES
_SHORT_TEXT = 120
_BRANCHES = ("anyOf", "oneOf")


class FieldKind(Enum):
    """How a value is best edited."""

    TEXT = auto()
    NUMBER = auto()
    CHOICE = auto()
    LINES = auto()
    """A list of texts, one a line."""
    GROUP = auto()
    """An object with properties of its own."""
    JSON = auto()
    """Anything else, as it is."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One property. ``schema`` has its references resolved; ``choices`` are words and values.

    ``is_short`` text has a form (a date, an address) or a small limit, and no line breaks.
    """

    kind: FieldKind
    schema: JsonObject = field(default_factory=dict)
    choices: tuple[tuple[str, JsonValue], ...] = ()
    is_short: bool = False

    @property
    def description(self) -> str:
        """What the schema says of it; its title if nothing else."""
        return as_text(self.schema.get("description")) or as_text(self.schema.get("title"))

    @property
    def hint(self) -> str:
        """The default, else the form that is expected; empty if nothing is said."""
        if "default" in self.schema:
            return compact(self.schema["default"])
        return as_text(self.schema.get("format")) or _bounds(self.schema)


def _bounds(schema: JsonObject) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None and high is None:
        return ""
    low_words, high_words = ("" if bound is None else compact(bound) for bound in (low, high))
    return f"{low_words} … {high_words}".strip()


def form_field(described: JsonValue, root: JsonObject, *, depth: int = 0) -> FormField:
    """Return how a property is edited whose schema, a part of ``root``, is ``described``;
    ``depth`` is in how many groups it lies already."""
    schema, nullable = _without_null(_resolved(as_object(described), root), root)
    choices = tuple(islice(_choices(schema, root), MOST_CHOICES))
    if nullable and choices:
        choices = (*choices, ("null", None))
    if choices:
        distinct = {compact(value): (words, value) for words, value in choices[:MOST_CHOICES]}
        return FormField(FieldKind.CHOICE, schema, tuple(distinct.values()))
    made = FormField(_kind(schema, root, depth), schema)
    return replace(made, is_short=made.kind is FieldKind.TEXT and _is_short(schema))


def _resolved(schema: JsonObject, root: JsonObject) -> JsonObject:
    """Return a schema with what it refers to; what stands beside a reference comes first."""
    for _ in range(_MOST_STEPS):
        reference, only = schema.get("$ref"), as_list(schema.get("allOf"))
        if isinstance(reference, str):
            below = _place(reference, root)
            schema = {**below, **{k: v for k, v in schema.items() if k != "$ref"}}
        elif len(only) == 1 and isinstance(only[0], Mapping):
            schema = {**only[0], **{k: v for k, v in schema.items() if k != "allOf"}}
        else:
            return schema
    return {}


def _place(reference: str, root: JsonObject) -> JsonObject:
    """Return what ``#/…`` points to; nothing for any other place, which is never fetched."""
    if not reference.startswith("#"):
        return {}
    found: JsonValue = root
    for step in filter(None, reference[1:].split("/")):
        found = as_object(found).get(step.replace("~1", "/").replace("~0", "~"))
    return as_object(found)


def _without_null(
    schema: JsonObject, root: JsonObject, steps: int = _MOST_STEPS
) -> tuple[JsonObject, bool]:
    """Return a schema without its *or nothing*, and whether it had one."""
    kinds = [kind for kind in as_list(schema.get("type")) if kind != "null"]
    nullable = schema.get("nullable") is True
    if kinds and isinstance(schema.get("type"), (list, tuple)):
        nullable = nullable or len(kinds) < len(as_list(schema.get("type")))
        schema = {**schema, "type": kinds[0] if len(kinds) == 1 else kinds}
    for name in _BRANCHES:
        branches, left = _branches(schema, name, root)
        if len(left) == 1 and steps:
            beside = {k: v for k, v in schema.items() if k != name}
            inner, deeper = _without_null(left[0], root, steps - 1)
            return {**inner, **beside}, nullable or deeper or len(left) < len(branches)
        nullable = nullable or len(left) < len(branches)
    return schema, nullable


def _branches(
    schema: JsonObject, name: str, root: JsonObject
) -> tuple[list[JsonObject], list[JsonObject]]:
    """Return the alternatives under a name, and those of them that are not *nothing*."""
    branches = [_resolved(as_object(b), root) for b in as_list(schema.get(name))[:_MOST_BRANCHES]]
    return branches, [branch for branch in branches if branch.get("type") != "null"]


def _choices(schema: JsonObject, root: JsonObject) -> Iterator[tuple[str, JsonValue]]:
    """Yield what can be chosen, in words and as a value; nothing if other values are possible."""
    if "const" in schema:
        yield _words(schema["const"], schema.get("title")), schema["const"]
    elif options := as_list(schema.get("enum")):
        names = as_list(schema.get("enumNames")) or [None] * len(options)
        for at, option in enumerate(options):
            yield _words(option, names[at] if at < len(names) else None), option
    elif schema.get("type") == "boolean":
        yield from (("true", True), ("false", False))
    else:
        yield from _chosen_branches(schema, root)


def _chosen_branches(schema: JsonObject, root: JsonObject) -> Iterator[tuple[str, JsonValue]]:
    for name in _BRANCHES:
        _, left = _branches(schema, name, root)
        if left and all("const" in branch or as_list(branch.get("enum")) for branch in left):
            for branch in left:
                yield from _choices(branch, root)


def _words(value: JsonValue, title: JsonValue) -> str:
    plain = value if isinstance(value, str) else compact(value)
    return f"{title} ({plain})" if isinstance(title, str) and title not in {"", plain} else plain


def _kind(schema: JsonObject, root: JsonObject, depth: int) -> FieldKind:
    kind = schema.get("type")
    if kind == "string":
        return FieldKind.TEXT
    if kind in ("integer", "number"):
        return FieldKind.NUMBER
    if kind == "array" and _resolved(as_object(schema.get("items")), root).get("type") == "string":
        return FieldKind.LINES
    if as_object(schema.get("properties")) and kind in ("object", None) and depth < DEEPEST_GROUP:
        return FieldKind.GROUP
    return FieldKind.JSON


def _is_short(schema: JsonObject) -> bool:
    longest = schema.get("maxLength")
    limited = isinstance(longest, int) and longest <= _SHORT_TEXT
    return limited or "pattern" in schema or "format" in schema
