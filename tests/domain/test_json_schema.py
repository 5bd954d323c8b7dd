"""Checks against JSON Schemas: what is said, where, and what strangers' schemas cannot do."""

import time

import pytest

from chatapp.domain.json_schema import MOST_VIOLATIONS, Verdict, check, check_schema, check_text
from chatapp.domain.json_value import JsonValue

WEATHER: JsonValue = {
    "type": "object",
    "properties": {
        "city": {"type": "string", "minLength": 2},
        "days": {"type": "array", "items": {"type": "integer", "minimum": 0}, "maxItems": 3},
        "unit": {"enum": ["C", "F"]},
    },
    "required": ["city"],
    "additionalProperties": False,
}


def told(value: JsonValue, schema: JsonValue = WEATHER) -> list[tuple[str, str]]:
    return [(v.path, str(v.words)) for v in check(value, schema).violations]


def test_what_fits_has_nothing_to_say() -> None:
    assert check({"city": "Oslo", "days": [1, 2], "unit": "C"}, WEATHER).fits


@pytest.mark.parametrize(
    ("value", "path", "words"),
    [
        ({}, "$", "“city” is missing"),
        ({"city": 3}, "$.city", '3 is not of the type "string"'),
        ({"city": "X"}, "$.city", '"X" is shorter than 2 characters'),
        ({"city": "Oslo", "days": [1, -2]}, "$.days[1]", "-2 is less than 0"),
        ({"city": "Oslo", "days": [1, 2, 3, 4]}, "$.days", "has more than 3 items"),
        ({"city": "Oslo", "unit": "K"}, "$.unit", '"K" is none of ["C", "F"]'),
    ],
)
def test_each_violation_has_its_place_and_words(value: JsonValue, path: str, words: str) -> None:
    assert told(value) == [(path, words)]


def test_an_unknown_argument_is_named() -> None:
    ((path, words),) = told({"city": "Oslo", "x": 1})
    assert path == "$"
    assert "'x'" in words


def test_names_that_are_no_identifiers_are_quoted_in_the_path() -> None:
    schema: JsonValue = {"properties": {"a b": {"type": "null"}}}
    assert told({"a b": 1}, schema)[0][0] == '$["a b"]'


def test_hidden_characters_are_written_out() -> None:
    assert "\\u202e" in told({"city": "Oslo", "unit": "\u202eF"})[0][1]


def test_text_that_is_no_json_is_said_to_be_none() -> None:
    (violation,) = check_text('{"city": ', WEATHER).violations
    assert violation.keyword == "json"
    assert check_text('{"city": "Oslo"}', WEATHER).fits


def test_a_thousand_violations_are_not_all_listed() -> None:
    values: JsonValue = {"city": "Oslo", "days": [-1] * 1000}
    assert len(check(values, WEATHER).violations) == MOST_VIOLATIONS


# Schemas themselves


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ({"type": "strnig"}, "$.type"),
        ({"properties": []}, "$.properties"),
        ({"required": "city"}, "$.required"),
        ({"properties": {"a": {"pattern": "("}}}, "$.properties.a.pattern"),
        ("text", "$"),
    ],
)
def test_a_broken_schema_is_refused_with_its_place(schema: JsonValue, path: str) -> None:
    assert [v.path for v in check_schema(schema).violations] == [path]


@pytest.mark.parametrize("schema", [WEATHER, {}, True])
def test_a_sound_schema_is_accepted(schema: JsonValue) -> None:
    assert check_schema(schema).fits


def test_older_drafts_are_checked_by_their_own_rules() -> None:
    old: JsonValue = {
        "$schema": "http://json-schema.org/draft-04/schema#",
        "minimum": 3,
        "exclusiveMinimum": True,
    }
    assert check_schema(old).fits
    assert not check(3, old).fits


# Schemas of strangers


def test_a_reference_inside_the_schema_is_followed() -> None:
    schema: JsonValue = {"$defs": {"n": {"type": "integer"}}, "items": {"$ref": "#/$defs/n"}}
    assert told([1, "2"], schema) == [("$[1]", '"2" is not of the type "integer"')]


@pytest.mark.parametrize("place", ["http://127.0.0.1:9/x.json", "file:///etc/passwd", "other"])
def test_a_reference_out_of_the_schema_is_never_fetched(place: str) -> None:
    verdict = check({}, {"$ref": place})
    assert verdict.fits
    assert place in str(verdict.unchecked[0])


def test_endless_references_end() -> None:
    circle: JsonValue = {"$defs": {"a": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}
    assert check(1, circle).unchecked


def test_references_that_double_at_each_step_end_soon() -> None:
    steps: dict[str, JsonValue] = {
        f"s{n}": {"allOf": [{"$ref": f"#/$defs/s{n + 1}"}] * 2} for n in range(40)
    }
    began = time.monotonic()
    verdict = check(1, {"$defs": {**steps, "s40": {}}, "$ref": "#/$defs/s0"})
    assert verdict.unchecked
    assert time.monotonic() - began < 20


def test_a_dialect_inside_the_schema_does_not_lift_the_limits() -> None:
    dialect = "https://json-schema.org/draft/2020-12/schema"
    schema: JsonValue = {"$schema": dialect, "items": {"$schema": dialect, "pattern": "(a+)+$"}}
    assert check(["a" * 40 + "b"], schema).unchecked


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)*$", "a*a*a*a*a*b", "(a*){30}$"])
def test_a_pattern_that_could_take_for_ever_is_left_out_and_said(pattern: str) -> None:
    began = time.monotonic()
    verdict = check("a" * 5000 + "c", {"pattern": pattern})
    assert verdict.unchecked
    assert time.monotonic() - began < 20


def test_an_ordinary_pattern_is_checked() -> None:
    assert told("abc", {"pattern": "^[0-9]+$"}) == [
        ("$", '"abc" does not match the pattern "^[0-9]+$"')
    ]


def test_a_schema_that_breaks_the_library_is_told_not_raised() -> None:
    assert check({"a": 1}, {"properties": 3}).unchecked
    assert check("x", {"minLength": "three"}).unchecked


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        ({"a" * 40 + "!": 1}, {"patternProperties": {"^(a+)+$": {}}}),
        (
            {"a" * 40 + "!": 1},
            {"patternProperties": {"^(a+)+$": {}}, "unevaluatedProperties": False},
        ),
        ("a" * 60 + "!", {"pattern": "^" + "(a|aa)" * 30 + "$"}),
        ("\\" * 60 + "x", {"pattern": r"^(\\+\\)+$"}),
        ("a" * 40 + "!", {"pattern": "(?x)^(a+) +$"}),
        ("a" * 60, {"pattern": "a?" * 60 + "[ab]" * 60}),
    ],
)
def test_no_hidden_pattern_can_take_for_ever(value: JsonValue, schema: JsonValue) -> None:
    # A failure here is a test that never ends.
    assert "was not checked" in str(check(value, schema).unchecked)


def test_names_that_fit_no_quick_pattern_are_still_checked_by_the_others() -> None:
    schema: JsonValue = {
        "patternProperties": {"^n_": {"type": "number"}, "^(a+)+$": {"type": "null"}}
    }
    assert [v.path for v in check({"n_a": "x"}, schema).violations] == ["$.n_a"]


@pytest.mark.parametrize(
    ("items", "unique"),
    [
        ([1, 1.0], False),
        ([1, True], True),
        ([0, False, None, "", [], {}], True),
        ([{"a": 1, "b": [2]}, {"b": [2.0], "a": 1}], False),
        ([[True], [1]], True),
        (["1", 1], True),
    ],
)
def test_items_are_the_same_as_json_schema_says(items: JsonValue, unique: bool) -> None:
    assert check(items, {"uniqueItems": True}).fits is unique
    assert check(items, {"uniqueItems": False}).fits


def test_many_different_items_are_compared_without_each_with_each() -> None:
    many = [item for n in range(30_000) for item in (n, str(n))]
    assert check(many, {"uniqueItems": True}) == Verdict()


def test_a_check_that_takes_too_much_ends_and_says_so() -> None:
    choices: JsonValue = [str(n) for n in range(60_000)]
    verdict = check(list(range(2, 60_000)), {"items": {"not": {"enum": choices}}})
    assert verdict.unchecked


def test_a_violation_is_told_once_however_often_the_schema_finds_it() -> None:
    verdict = check_schema({"type": "objekt", "properties": {"a": 3}})
    told = [(v.path, str(v.words)) for v in verdict.violations]
    assert len(told) == len(set(told))
    assert {"$.type", "$.properties.a"} <= {path for path, _ in told}
