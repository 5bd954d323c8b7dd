"""Tools: what a model may ask for, where it comes from, and by what it is known again.

A tool is a function written by hand or one that a server offers. Its fingerprint is the
SHA-256 of everything the model and the person read of it: one changed letter is another tool,
which must be approved again.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field

from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, as_text
from chatapp.domain.late_pattern import late_pattern
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.visible_text import visible_text

LONGEST_NAME = 64
_NOT_IN_NAMES = late_pattern(r"[^A-Za-z0-9_-]")
_JOINT = "__"


@dataclass(frozen=True, slots=True)
class ToolDefinition:
    """A function with a name, a description and the JSON Schema of its arguments.

    ``server`` is empty for a function written by hand; ``annotations`` are a server's own
    claims about it, which prove nothing.
    """

    name: str
    description: str = ""
    parameters: JsonObject = field(default_factory=dict)
    server: str = ""
    title: str = ""
    output_schema: JsonObject = field(default_factory=dict)
    annotations: JsonObject = field(default_factory=dict)

    @property
    def wire_name(self) -> str:
        """The name the model knows it by: ``server__tool``, in the letters that every endpoint
        takes. A name that had to be changed ends in a piece of its hash, so that two stay two.
        """
        full = f"{self.server}{_JOINT}{self.name}" if self.server else self.name
        plain = _NOT_IN_NAMES.sub("_", full)
        if plain == full and len(plain) <= LONGEST_NAME:
            return plain
        tail = f"_{_sha256(full)[:6]}"
        return plain[: LONGEST_NAME - len(tail)] + tail

    @property
    def fingerprint(self) -> str:
        """SHA-256 of all of it."""
        return fingerprint(
            {
                "name": self.name,
                "description": self.description,
                "parameters": self.parameters,
                "server": self.server,
                "title": self.title,
                "output_schema": self.output_schema,
                "annotations": self.annotations,
            }
        )

    @property
    def says_it_destroys(self) -> bool:
        """Whether its own server warns of it."""
        return self.annotations.get("destructiveHint") is True

    def entry(self) -> dict[str, JsonValue]:
        """Return it as one item of the request's ``tools``."""
        function: dict[str, JsonValue] = {"name": self.wire_name}
        if self.description:
            function["description"] = self.description
        function["parameters"] = self.parameters or {"type": "object", "properties": {}}
        return {"type": "function", "function": function}


def fingerprint(value: JsonValue) -> str:
    """Return the SHA-256 of a JSON value, the same whatever the order of its keys."""
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return _sha256(canonical)


def _sha256(words: str) -> str:
    from hashlib import sha256

    return sha256(words.encode("utf-8", "replace")).hexdigest()


def definition_from(entry: JsonValue) -> ToolDefinition | None:
    """Return the function that an item of ``tools`` (or a bare function) describes, if any."""
    values = as_object(entry)
    function = as_object(values.get("function")) or values
    name = as_text(function.get("name"))
    if not name:
        return None
    parameters = function.get("parameters") or function.get("inputSchema")
    return ToolDefinition(name, as_text(function.get("description")), as_object(parameters or {}))


def definitions_from(value: JsonValue) -> tuple[ToolDefinition, ...]:
    """Return the functions in a JSON text's value: one, a list, or ``{"tools": […]}``."""
    listed = as_object(value).get("tools", value)
    entries = as_list(listed) or [listed]
    return tuple(d for d in map(definition_from, entries) if d is not None)


def offered_names(tools: JsonValue) -> frozenset[str]:
    """Return the names of the functions in a request's ``tools``."""
    return frozenset(d.name for d in map(definition_from, as_list(tools)) if d is not None)


def with_tools(tools: JsonValue, added: Iterable[ToolDefinition]) -> list[JsonValue]:
    """Return ``tools`` with these offered in their present form; what else is there stays."""
    listed = list(as_list(tools))
    places = {d.name: at for at, d in enumerate(map(definition_from, listed)) if d is not None}
    for tool in added:
        entry: JsonValue = tool.entry()
        if (at := places.get(tool.wire_name)) is not None:
            listed[at] = entry
        else:
            places[tool.wire_name] = len(listed)
            listed.append(entry)
    return listed


def without_tools(tools: JsonValue, wire_names: Collection[str]) -> list[JsonValue]:
    """Return ``tools`` without the functions of those names."""
    return [
        entry
        for entry in as_list(tools)
        if (known := definition_from(entry)) is None or known.name not in wire_names
    ]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a tool or a server that is not as it was; ``lines`` is a unified diff with
    hidden characters written out."""

    field: str
    lines: tuple[str, ...]


def differences(old: Mapping[str, JsonValue], new: Mapping[str, JsonValue]) -> list[FieldChange]:
    """Return what changed between two records, field by field."""
    names: Iterable[str] = dict.fromkeys([*old, *new])
    return [
        FieldChange(name, tuple(_diff(old.get(name), new.get(name))))
        for name in names
        if fingerprint(old.get(name)) != fingerprint(new.get(name))
    ]


def _diff(old: JsonValue, new: JsonValue) -> Iterable[str]:
    before, after = _lines(old), _lines(new)
    from difflib import unified_diff

    found = unified_diff(before, after, lineterm="", n=1)
    return [line for line in found if not line.startswith(("---", "+++", "@@"))]


def _lines(value: JsonValue) -> list[str]:
    if value is None:
        return []
    words = value if isinstance(value, str) else json.dumps(value, indent=1, ensure_ascii=False)
    return visible_text(words).splitlines()


def tool_record(tool: ToolDefinition) -> dict[str, JsonValue]:
    """Return a tool's fields for comparing."""
    return {
        "description": tool.description,
        "parameters": tool.parameters,
        "title": tool.title,
        "output_schema": tool.output_schema,
        "annotations": tool.annotations,
    }
