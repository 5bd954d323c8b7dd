"""What real schemas ask for, in the ways that generators of schemas write it."""

import pytest

from chatapp.domain.form_fields import DEEPEST_GROUP, MOST_CHOICES, FieldKind, form_field
from chatapp.domain.json_value import JsonObject, JsonValue

TEXT, NUMBER, CHOICE = FieldKind.TEXT, FieldKind.NUMBER, FieldKind.CHOICE
LINES, GROUP, JSON = FieldKind.LINES, FieldKind.GROUP, FieldKind.JSON
STRING: JsonObject = {"type": "string"}
ROOT: JsonObject = {
    "$defs": {
        "name": {"type": "string", "description": "A name"},
        "alias": {"$ref": "#/$defs/name"},
        "circle": {"$ref": "#/$defs/circle"},
        "loop": {"anyOf": [{"$ref": "#/$defs/loop"}, {"type": "null"}]},
        "a/b": {"type": "integer"},
        "color": {"enum": ["red", "green"]},
        "fork": {"enum": [], "anyOf": [{"$ref": "#/$defs/fork"}, {"$ref": "#/$defs/fork"}]},
        "node": {"type": "object", "properties": {"next": {"$ref": "#/$defs/node"}}},
    }
}


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        (STRING, TEXT),
        ({"type": "integer"}, NUMBER),
        ({"type": "number", "minimum": 0}, NUMBER),
        ({"type": "array", "items": STRING}, LINES),
        ({"type": "array", "items": {"type": "object"}}, JSON),
        ({"type": "array"}, JSON),
        ({"type": "object", "properties": {"a": STRING}}, GROUP),
        ({"properties": {"a": STRING}}, GROUP),
        ({"type": "object", "additionalProperties": True}, JSON),
        ({"type": ["string", "integer"]}, JSON),
        ({}, JSON),
        (True, JSON),
        # A text or nothing, in four ways
        ({"type": ["string", "null"]}, TEXT),
        ({"anyOf": [STRING, {"type": "null"}], "default": None}, TEXT),
        ({"oneOf": [{"type": "null"}, {"type": "integer"}]}, NUMBER),
        ({"type": "string", "nullable": True}, TEXT),
        ({"anyOf": [{"type": "array", "items": STRING}, {"type": "null"}]}, LINES),
        # What can be one of several
        ({"anyOf": [STRING, {"type": "array", "items": STRING}]}, JSON),
        ({"allOf": [{"$ref": "#/$defs/name"}], "description": "Whose"}, TEXT),
        ({"$ref": "#/$defs/alias"}, TEXT),
        ({"$ref": "#/$defs/a~1b"}, NUMBER),
        ({"$ref": "#/$defs/node"}, GROUP),
        # Nowhere, elsewhere, in circles
        ({"$ref": "#/$defs/circle"}, JSON),
        ({"$ref": "#/$defs/loop"}, JSON),
        ({"$ref": "#/$defs/fork"}, JSON),
        ({"$ref": "#/nowhere"}, JSON),
        ({"$ref": "http://127.0.0.1:9/schema.json"}, JSON),
        ({"$ref": 7}, JSON),
    ],
)
def test_each_way_of_writing_it_has_its_editor(schema: JsonValue, kind: FieldKind) -> None:
    assert form_field(schema, ROOT).kind is kind


@pytest.mark.parametrize(
    ("schema", "choices"),
    [
        ({"enum": ["a", 1, None]}, [("a", "a"), ("1", 1), ("null", None)]),
        ({"type": "boolean"}, [("true", True), ("false", False)]),
        (
            {"anyOf": [{"type": "boolean"}, {"type": "null"}]},
            [("true", True), ("false", False), ("null", None)],
        ),
        ({"const": "fixed"}, [("fixed", "fixed")]),
        (
            {"oneOf": [{"const": 1, "title": "Low"}, {"const": 2, "title": "High"}]},
            [("Low (1)", 1), ("High (2)", 2)],
        ),
        ({"enum": ["a", "b"], "enumNames": ["First"]}, [("First (a)", "a"), ("b", "b")]),
        (
            {"anyOf": [{"$ref": "#/$defs/color"}, {"type": "null"}]},
            [("red", "red"), ("green", "green"), ("null", None)],
        ),
        ({"anyOf": [{"enum": ["a"]}, {"enum": ["b"]}]}, [("a", "a"), ("b", "b")]),
        ({"enum": [1, 1.0, True]}, [("1", 1), ("1.0", 1.0), ("true", True)]),
    ],
)
def test_what_can_be_chosen(schema: JsonValue, choices: list[tuple[str, JsonValue]]) -> None:
    found = form_field(schema, ROOT)
    assert found.kind is CHOICE
    assert list(found.choices) == choices


def test_a_choice_beside_a_free_text_is_no_choice() -> None:
    assert form_field({"anyOf": [{"enum": ["a"]}, STRING]}, ROOT).kind is JSON


def test_too_many_choices_are_cut() -> None:
    found = form_field({"enum": list(range(MOST_CHOICES * 3))}, ROOT)
    assert len(found.choices) == MOST_CHOICES


@pytest.mark.parametrize(
    ("schema", "short"),
    [
        (STRING, False),
        ({"type": "string", "format": "date-time"}, True),
        ({"type": "string", "maxLength": 40}, True),
        ({"type": "string", "maxLength": 4000}, False),
        ({"type": "string", "pattern": "^[a-z]+$"}, True),
    ],
)
def test_a_text_with_a_form_of_its_own_is_short(schema: JsonValue, short: bool) -> None:
    assert form_field(schema, ROOT).is_short is short


@pytest.mark.parametrize(
    ("schema", "hint"),
    [
        ({"type": "string", "default": "main"}, '"main"'),
        ({"type": "string", "default": None}, "null"),
        ({"type": "string", "format": "uri"}, "uri"),
        ({"type": "integer", "minimum": 1, "maximum": 100}, "1 … 100"),
        ({"type": "integer", "maximum": 100}, "… 100"),
        (STRING, ""),
    ],
)
def test_what_is_expected_is_said_in_few_words(schema: JsonValue, hint: str) -> None:
    assert form_field(schema, ROOT).hint == hint


def test_words_beside_a_reference_come_before_those_behind_it() -> None:
    assert form_field({"$ref": "#/$defs/name"}, ROOT).description == "A name"
    beside: JsonValue = {"$ref": "#/$defs/name", "description": "Another"}
    assert form_field(beside, ROOT).description == "Another"
    assert form_field({"title": "Only a title"}, ROOT).description == "Only a title"


def test_groups_within_groups_end() -> None:
    node: JsonValue = {"$ref": "#/$defs/node"}
    assert form_field(node, ROOT, depth=DEEPEST_GROUP - 1).kind is GROUP
    assert form_field(node, ROOT, depth=DEEPEST_GROUP).kind is JSON
