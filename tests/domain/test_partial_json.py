"""JSON that is still arriving: read once, wherever it breaks, and never repaired."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatapp.domain.partial_json import (
    SHOWN_CHARACTERS,
    JsonNode,
    NodeKind,
    PartialJson,
    parse_tree,
    tree_of,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


def value_of(node: JsonNode) -> object:
    """Return what a whole tree says, as Python's own reader would."""
    if node.kind is NodeKind.OBJECT:
        return {str(child.key): value_of(child) for child in node.children}
    if node.kind is NodeKind.ARRAY:
        return [value_of(child) for child in node.children]
    return node.shown if node.kind is NodeKind.STRING else json.loads(node.shown)


@settings(max_examples=150, deadline=None)
@given(VALUES, st.integers(1, 9))
def test_it_reads_what_pythons_reader_reads_wherever_the_pieces_break(
    value: object, size: int
) -> None:
    text = json.dumps(value, ensure_ascii=False)
    tree = PartialJson()
    for at in range(0, len(text), size):
        tree.feed(text[at : at + size])
    tree.close()
    assert tree.is_complete
    assert tree.root is not None
    assert value_of(tree.root) == json.loads(text)


@settings(max_examples=150, deadline=None)
@given(VALUES, st.integers(0, 200))
def test_what_is_whole_so_far_is_always_json(value: object, cut: int) -> None:
    text = json.dumps({"v": value}, ensure_ascii=False)[:cut]
    tree = PartialJson()
    tree.feed(text)
    assert not tree.problem
    if text:
        json.loads(tree.completed(text))


def test_it_shows_a_value_before_it_is_whole() -> None:
    tree = PartialJson()
    tree.feed('{"city": "Par')
    assert tree.root is not None
    (city,) = tree.root.children
    assert (city.key, city.shown, city.is_complete) == ("city", "Par", False)
    assert tree.open_paths() == {"$"}
    assert tree.completed('{"city": "Par') == "{}"
    tree.feed('is"}')
    assert (city.shown, city.is_complete, tree.is_complete) == ("Paris", True, True)


def test_paths_name_every_value() -> None:
    tree = tree_of({"a": [{"b": 1}]})
    assert tree.root is not None
    leaf = tree.root.children[0].children[0].children[0]
    assert leaf.path() == "$.a[0].b"


@pytest.mark.parametrize(
    ("text", "place"),
    [("}", "0"), ("{1", "1"), ('{"a" 1}', "5"), ("[1,]", "3"), ("{} x", "3"), ('["\\q"]', "3"),
     ("[tru]", "4"), ("[1 2]", "3"), ('{"a":]', "5"), ("[1}", "2")],
)  # fmt: skip
def test_it_says_where_the_text_stops_being_json(text: str, place: str) -> None:
    tree = parse_tree(text)
    assert tree.problem == place
    assert not tree.is_complete


def test_depth_has_an_end() -> None:
    assert parse_tree("[" * 100_000).problem


def test_a_long_text_is_counted_whole_and_kept_in_part() -> None:
    tree = parse_tree(json.dumps("x" * 10_000))
    assert tree.root is not None
    assert (len(tree.root.shown), tree.root.size) == (SHOWN_CHARACTERS, 10_000)


def test_changed_names_what_was_added_or_grew() -> None:
    tree = PartialJson()
    tree.feed('{"a": "x')
    tree.changed.clear()
    tree.feed("yz")
    assert [node.key for node in tree.changed] == ["a"]
