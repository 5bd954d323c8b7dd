"""JSON in slices: the same values as ``json``, whatever the size, and no surprise."""

import io
import json
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatapp.domain.json_value import JsonValue
from chatapp.transfer.json_stream import WINDOW, JsonStream
from chatapp.transfer.untrusted import NotReadable

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text() | st.floats(
        allow_nan=False, allow_infinity=False
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


def walk(text: str, spread: str = "", **limits: int) -> list[tuple[str, JsonValue]]:
    return list(JsonStream(io.StringIO(text).read, **limits).walk(spread))


@given(st.lists(VALUES), st.sampled_from([None, 1]))
def test_an_array_comes_element_by_element(values: list[JsonValue], indent: int | None) -> None:
    assert walk(json.dumps(values, indent=indent)) == [("", value) for value in values]


@given(st.dictionaries(st.text(min_size=1), VALUES, min_size=1))
def test_an_object_comes_member_by_member(members: dict[str, JsonValue]) -> None:
    assert dict(walk(json.dumps(members))) == members


@settings(max_examples=10, deadline=None)
@given(st.integers(WINDOW - 40, WINDOW + 40), st.sampled_from(['"', "\\", "é", "\U0001f600"]))
def test_what_crosses_the_window_is_whole(length: int, char: str) -> None:
    value = {"a" * length: [char * length, {"n": [123456789] * (length // 8)}], "z": -1.5e10}
    for ascii_only in (True, False):
        text = json.dumps([value, 7], ensure_ascii=ascii_only)
        assert walk(text) == [("", value), ("", 7)]


def test_a_number_at_the_edge_of_the_window_is_not_cut() -> None:
    text = "[" + " " * (WINDOW - 4) + "123456789]"
    assert walk(text) == [("", 123456789)]


def test_the_spread_array_comes_in_pieces_between_the_other_members() -> None:
    text = '{"v":1,"c":[{"x":1},2],"w":[3]}'
    assert walk(text, "c") == [("v", 1), ("c", {"x": 1}), ("c", 2), ("w", [3])]


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "nonsense", "[1,", "[1", "[1 2]", "[1,]", '{"a" 1}', '{"a":1,}', "{a:1}", "[1]]",
        '["unfinished', '{"a":', "\x00\x01\x02", '["' + "a" * (3 * WINDOW),
        "[" + "1," * WINDOW + "nope]",
    ],
)  # fmt: skip
def test_what_is_no_json_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotReadable, match="stops being JSON"):
        walk(text)


@pytest.mark.parametrize("opening", ["[", '{"a":', "[" + " " * WINDOW])
def test_deep_nesting_is_refused_at_once(opening: str) -> None:
    began = time.monotonic()
    with pytest.raises(NotReadable, match="nested"):
        walk(opening * (100_000 if len(opening) < 9 else 200))
    assert time.monotonic() - began < 20


def test_what_came_before_the_break_is_given() -> None:
    pieces = JsonStream(io.StringIO('[{"a":1},{"b":').read).walk("")
    assert next(pieces) == ("", {"a": 1})
    with pytest.raises(NotReadable):
        next(pieces)


def test_numbers_that_are_none_become_nothing() -> None:
    huge = "9" * (sys.get_int_max_str_digits() + 1)
    assert [v for _, v in walk(f"[{huge}, 1e999, -1e999, NaN, Infinity]")] == [None] * 5


def test_a_value_beyond_the_limit_is_refused() -> None:
    many = "[[" + "1," * WINDOW + "1]]"
    with pytest.raises(NotReadable, match="larger"):
        walk(many, most=WINDOW)
    with pytest.raises(NotReadable, match="larger"):
        walk('["' + "a" * (4 * WINDOW) + '"]', most=WINDOW)


def test_the_file_is_never_held_whole() -> None:
    """A million small elements are read with a window's worth of text in memory."""
    asked: list[int] = []
    source = io.StringIO("[" + ",".join(["[1]"] * 1_000_000) + "]")

    def read(count: int) -> str:
        asked.append(count)
        return source.read(count)

    assert sum(1 for _ in JsonStream(read).walk("")) == 1_000_000
    assert max(asked) <= WINDOW
