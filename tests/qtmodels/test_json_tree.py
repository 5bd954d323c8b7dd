"""The tree of growing JSON, checked by Qt's own tester."""

import json

from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from chatapp.domain.partial_json import PartialJson, parse_tree
from chatapp.qtmodels.json_tree import PAGE, JsonTreeModel


def watched() -> JsonTreeModel:
    model = JsonTreeModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def lines(model: JsonTreeModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    above = parent or QModelIndex()
    found: list[str] = []
    for row in range(model.rowCount(above)):
        name, value = model.index(row, 0, above), model.index(row, 1, above)
        found.append("  " * depth + f"{name.data()} = {value.data()}")
        found += lines(model, name, depth + 1)
    return found


def test_it_shows_the_value_as_far_as_it_has_come() -> None:
    model = watched()
    tree = PartialJson()
    model.show(tree)
    text = '{"city": "Paris", "days": [1, true], "e": {}}'
    for character in text[:14]:
        tree.feed(character)
        model.announce()
    assert lines(model) == ["$ = { 1 …", "  city = “Pari▌"]
    for character in text[14:]:
        tree.feed(character)
        model.announce()
    assert lines(model) == [
        "$ = { 3 }", "  city = “Paris”", "  days = [ 2 ]", "    0 = 1", "    1 = true", "  e = {}",
    ]  # fmt: skip


def test_all_of_it_at_once_is_the_same() -> None:
    model = watched()
    model.show(parse_tree('{"a": [{"b": null}]}'))
    assert lines(model) == ["$ = { 1 }", "  a = [ 1 ]", "    0 = { 1 }", "      b = null"]
    node = model.node_at(model.index(0, 0))
    assert node is not None
    assert node.path() == "$"


def test_a_long_list_is_shown_page_by_page() -> None:
    model = watched()
    model.show(parse_tree(json.dumps(list(range(PAGE * 2 + 5)))))
    root = model.index(0, 0)
    assert model.rowCount(root) == PAGE
    assert str(model.index(0, 1).data()).endswith(f"first {PAGE}")
    while model.has_more(root):
        model.show_more(root)
    assert model.rowCount(root) == PAGE * 2 + 5
    assert str(model.index(0, 1).data()) == "[ 405 ]"


def test_pairs_of_surrogates_become_one_sign() -> None:
    model = watched()
    model.show(parse_tree('"\\ud83d\\ude00 \\ud800"'))
    assert lines(model) == ["$ = “\U0001f600 \ufffd”"]
