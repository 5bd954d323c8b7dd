"""JSON of strangers: what is none is refused, and what is taken can always be sent on."""

import json
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.json_reading import (
    MOST_DEPTH,
    is_same_json,
    read_first,
    read_json,
    read_object,
    read_reply,
)
from chatapp.domain.json_value import JsonValue, compact

Read = Callable[[str | bytes], JsonValue]
BOTH = pytest.mark.parametrize("read", [read_json, read_reply])
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=12,
)


def nested(depth: int, opening: str = "[", closing: str = "]") -> str:
    return opening * depth + ("1" if opening != "[" else "") + closing * depth


@given(JSON)
def test_any_json_is_read_as_python_reads_it(value: JsonValue) -> None:
    words = json.dumps(value)
    assert read_json(words) == read_reply(words) == value
    assert read_json(words.encode()) == value
    assert read_first(words + "\n{}") == (value, len(words))


@given(st.text(alphabet='[]{}:,"0123456789.eE+-NaInfity tru', max_size=40))
def test_whatever_is_read_can_be_written_again(words: str) -> None:
    for read in (read_json, read_reply):
        try:
            value = read(words)
        except ValueError:
            continue
        assert json.loads(compact(value)) == value


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_numbers_that_json_does_not_have_are_refused_where_they_stand(number: str) -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        read_json('{"a": 1,\n "b": ' + number + "}")
    assert raised.value.lineno == 2
    assert raised.value.colno == 7


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_in_a_servers_figures_they_are_unknown_and_the_rest_is_kept(number: str) -> None:
    assert read_reply('{"words": "kept", "logprob": ' + number + "}") == {
        "words": "kept",
        "logprob": None,
    }


def test_the_widest_numbers_of_a_float_are_numbers() -> None:
    assert read_json("[1.7e308, 5e-324, -0.0]") == [1.7e308, 5e-324, 0.0]
    assert math.copysign(1.0, read_reply("-0.0")) == -1.0  # type: ignore[arg-type]


@BOTH
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_depth_is_bounded_and_the_bound_itself_is_allowed(
    read: Read, opening: str, closing: str
) -> None:
    assert read(nested(MOST_DEPTH, opening, closing))
    for depth in (MOST_DEPTH + 2, 900, 100_000):
        with pytest.raises(ValueError, match="Nested too deeply"):
            read(nested(depth, opening, closing))


@BOTH
def test_a_wide_value_is_not_a_deep_one(read: Read) -> None:
    assert read("[" + ",".join(["[{}]"] * 500) + "]") == [[{}]] * 500


@BOTH
@pytest.mark.parametrize("words", ["", " ", "{", "[1,]", "'a'", "01", "\ufeff1", b"\xff\xfe\x00"])
def test_anything_else_is_no_json(read: Read, words: str | bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which of its kinds does not matter
        read(words)


@BOTH
def test_a_number_of_too_many_digits_is_no_json_either(read: Read) -> None:
    with pytest.raises(ValueError, match="digits"):
        read("9" * 5_000)


@BOTH
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-32"])
def test_bytes_are_read_in_every_encoding_json_ever_had(read: Read, encoding: str) -> None:
    assert read('{"a": "漢字"}'.encode(encoding)) == {"a": "漢字"}


def test_the_first_of_several_lines_says_where_it_ends() -> None:
    assert read_first('{"a": NaN} {"b": 2}') == ({"a": None}, 10)
    with pytest.raises(ValueError, match="Nested too deeply"):
        read_first(nested(MOST_DEPTH + 2) + "{}")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ('{"a": 1, "b": [2]}', '{"b":[2],\n"a":1}', True),
        ('{"a": 1}', '{"a": true}', False),
        ('{"a": 1}', '{"a": 1.0}', False),
        ('{"a": null}', "{}", False),
        ('{"a": ', '{"a": ', True),
        ('{"a": ', '{"a":', False),
    ],
)
def test_what_is_written_in_another_way_is_the_same(one: str, other: str, same: bool) -> None:
    assert is_same_json(one, other) is same


def test_what_is_to_be_an_object_is_empty_if_it_is_none() -> None:
    assert read_object('{"a": [1, NaN]}') == {"a": [1, None]}
    for words in ("", "no JSON", "[1]", "null", '{"a":' * 100_000, '{"a": 1} more'):
        assert read_object(words) == {}
