"""Tools: names that every endpoint takes, and fingerprints that one changed letter changes."""

import re
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.tools import (
    ToolDefinition,
    definition_from,
    definitions_from,
    differences,
    offered_names,
    tool_record,
    with_tools,
    without_tools,
)

READ = ToolDefinition(
    "read",
    "Read a file",
    {
        "type": "object",
        "properties": {"path": {"type": "string", "maxLength": 10}, "all": {"type": "boolean"}},
        "required": ["path"],
    },
    "files",
    "Read",
    {"type": "object", "properties": {"text": {"type": "string"}}},
    {"readOnlyHint": True, "title": "Read"},
)


def mutations(value: JsonValue) -> list[JsonValue]:
    """Return every value that differs from ``value`` in one place."""
    changed: list[JsonValue] = []
    if isinstance(value, dict):
        changed += [{k: v for k, v in value.items() if k != key} for key in value]
        changed += [{**value, key: new} for key in value for new in mutations(value[key])]
        changed.append({**value, "added": None})
    elif isinstance(value, list):
        changed += [value[:i] + value[i + 1 :] for i in range(len(value))]
        changed += [
            [*value[:i], new, *value[i + 1 :]]
            for i in range(len(value))
            for new in mutations(value[i])
        ]
        changed.append([*value, None])
    elif isinstance(value, bool):
        changed += [not value, int(value), None]
    elif isinstance(value, int):
        changed += [value + 1, float(value), str(value)]
    elif isinstance(value, str):
        changed += [value + " ", value + "\u200b", value.upper() + "x", value[1:] or "x"]
    return changed


def test_every_single_change_of_a_tool_changes_its_fingerprint() -> None:
    seen = {READ.fingerprint}
    count = 0
    for each in fields(READ):
        for new in mutations(getattr(READ, each.name)):
            changed: dict[str, Any] = {each.name: new}
            seen.add(replace(READ, **changed).fingerprint)
            count += 1
    assert count > 60
    assert len(seen) == count + 1


def test_the_order_of_keys_is_no_change() -> None:
    turned: JsonObject = dict(sorted(READ.parameters.items(), reverse=True))
    assert replace(READ, parameters=turned).fingerprint == READ.fingerprint


@given(st.text(), st.text(max_size=30))
def test_every_name_on_the_wire_is_one_that_endpoints_take(name: str, server: str) -> None:
    wire = ToolDefinition(name, server=server).wire_name
    assert name == "" or re.fullmatch(r"[A-Za-z0-9_-]{1,64}", wire)


def test_names_that_had_to_be_changed_stay_different() -> None:
    names = ["lesen ä", "lesen ö", "a" * 70, "a" * 71, "a.b", "a_b"]
    assert len({ToolDefinition(name).wire_name for name in names}) == len(names)
    assert READ.wire_name == "files__read"


def test_a_tool_becomes_an_entry_of_the_request_and_comes_back() -> None:
    entry = READ.entry()
    assert entry["function"]["name"] == "files__read"  # type: ignore[index,call-overload]
    back = definition_from(entry)
    assert back is not None
    assert (back.name, back.description, back.parameters) == (
        "files__read", READ.description, READ.parameters
    )  # fmt: skip
    assert ToolDefinition("bare").entry()["function"] == {
        "name": "bare", "parameters": {"type": "object", "properties": {}}
    }  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        {"name": "f", "description": "d", "parameters": {}},
        {"type": "function", "function": {"name": "f"}},
        [{"type": "function", "function": {"name": "f"}}, {"nonsense": 1}],
        {"tools": [{"name": "f", "inputSchema": {"type": "object"}}]},
    ],
)
def test_functions_are_read_in_every_usual_form(value: JsonValue) -> None:
    assert [d.name for d in definitions_from(value)] == ["f"]


@pytest.mark.parametrize("value", [None, 3, "f", [], {}, {"tools": {}}, {"function": {"name": 1}}])
def test_what_describes_no_function_gives_none(value: JsonValue) -> None:
    assert definitions_from(value) == ()


def test_offering_replaces_the_tool_of_the_name_and_keeps_the_rest() -> None:
    other: JsonValue = {"type": "web_search"}
    listed = with_tools([other, ToolDefinition("a").entry()], [ToolDefinition("a", "new")])
    assert offered_names(listed) == {"a"}
    assert listed[0] == other
    assert len(with_tools(listed, [READ, READ])) == 3
    assert without_tools(listed, {"a"}) == [other]


def test_differences_name_the_field_and_show_hidden_letters() -> None:
    changed = replace(READ, description="Read a file\u202e", title="Reads")
    found = {c.field: c.lines for c in differences(tool_record(READ), tool_record(changed))}
    assert found == {
        "description": ("-Read a file", "+Read a file\\u202e"),
        "title": ("-Read", "+Reads"),
    }
    assert differences(tool_record(READ), tool_record(READ)) == []


def test_a_server_that_warns_of_its_tool_is_heard() -> None:
    assert not READ.says_it_destroys
    assert replace(READ, annotations={"destructiveHint": True}).says_it_destroys
