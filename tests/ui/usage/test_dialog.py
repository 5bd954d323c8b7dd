"""The usage dialog: what is shown, and prices that are typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableWidget, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.usage import Price, Tokens
from chatapp.ui.usage.dialog import PriceRow, ShownRow, UsageDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[UsageDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = UsageDialog(window)
    yield made
    made.close()


def row_of(dialog: UsageDialog, place: int) -> list[str]:
    items = [dialog.table.item(place, column) for column in range(dialog.table.columnCount())]
    return [item.text() for item in items if item is not None]


def price_cell(dialog: UsageDialog, place: int, column: int) -> QTableWidgetItem:
    item = dialog.prices.item(place, column)
    assert item is not None
    return item


def test_sums_are_shown_with_every_kind_of_token(dialog: UsageDialog) -> None:
    tokens = Tokens(100, 50, 40, 30, 10, 5, 20)
    dialog.show_usage([ShownRow("today", 2, tokens, "≥ 1.25")], [], "150 tokens")
    assert row_of(dialog, 0) == ["today", "2", "100", "40", "50", "30", "15", "20", "≥ 1.25"]
    dialog.show_usage([ShownRow("x", 1, Tokens(), "–")], [], "")
    assert row_of(dialog, 0)[2:] == ["–", "–", "–", "–", "–", "–", "–"]


def headings(table: QTableWidget) -> list[tuple[str, bool]]:
    """Return the headings of a table, and whether each stands over numbers."""
    items = [table.horizontalHeaderItem(column) for column in range(table.columnCount())]
    right = Qt.AlignmentFlag.AlignRight
    return [(i.text(), bool(i.textAlignment() & right)) for i in items if i is not None]


def test_every_column_has_a_heading_on_the_side_of_its_words(dialog: UsageDialog) -> None:
    for place, words in enumerate(("Day", "Model", "Endpoint", "Conversation", "Purpose")):
        dialog.grouping.setCurrentIndex(place)
        dialog.show_usage([], [], "")
        assert headings(dialog.table)[0] == (words, False)
        assert all(name and right for name, right in headings(dialog.table)[1:])
    dialog.show_prices([], 0.0, "")
    first, *numbers, last = headings(dialog.prices)
    assert (first, last) == (("Model", False), ("Origin", False))
    assert all(name and right for name, right in numbers)


def test_what_is_chosen_is_asked_for(dialog: UsageDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.view_changed) as asked:
        dialog.grouping.setCurrentIndex(1)
    assert asked.args == ["model", 30]
    with qtbot.waitSignal(dialog.view_changed) as asked:
        dialog.period.setCurrentIndex(3)
    assert asked.args == ["model", 0]


def test_a_typed_price_is_told_and_an_emptied_row_forgets_it(
    dialog: UsageDialog, qtbot: QtBot
) -> None:
    dialog.show_prices([PriceRow("e", "Mine", "m", Price())], 0.0, "")
    with qtbot.waitSignal(dialog.price_changed) as changed:
        price_cell(dialog, 0, 1).setText("2.5")
    assert changed.args == ["e", "m", Price(prompt=2.5)]
    with qtbot.waitSignal(dialog.price_changed) as changed:
        price_cell(dialog, 0, 5).setText("ten")
    assert changed.args == ["e", "m", Price(prompt=2.5)]
    with qtbot.waitSignal(dialog.price_changed) as changed:
        price_cell(dialog, 0, 1).setText("")
    assert changed.args == ["e", "m", None]


def test_where_a_price_comes_from_is_said_and_names_cannot_be_changed(dialog: UsageDialog) -> None:
    price = Price(1.0, 2.0)
    rows = [
        PriceRow("e", "Mine", "a", price, is_own=True),
        PriceRow("e", "Mine", "b", price),
        PriceRow("e", "Mine", "c", Price()),
    ]
    dialog.show_prices(rows, 0.0, "")
    assert [price_cell(dialog, n, 7).text() for n in range(3)] == ["yours", "stated", ""]
    assert not price_cell(dialog, 0, 0).flags() & Qt.ItemFlag.ItemIsEditable
    assert price_cell(dialog, 0, 1).text() == "1"


def test_the_budget_is_told_when_it_is_typed(dialog: UsageDialog, qtbot: QtBot) -> None:
    dialog.show_prices([], 20.0, "This month so far: 3")
    assert dialog.budget.text() == "20"
    dialog.budget.setText("12.5")
    with qtbot.waitSignal(dialog.budget_changed) as changed:
        dialog.budget.editingFinished.emit()
    assert changed.args == [12.5]
    dialog.budget.setText("a lot")
    with qtbot.waitSignal(dialog.budget_changed) as changed:
        dialog.budget.editingFinished.emit()
    assert changed.args == [0.0]


def test_a_refresh_leaves_alone_what_is_being_typed(dialog: UsageDialog, qtbot: QtBot) -> None:
    rows = [PriceRow("e", "Mine", "m", Price()), PriceRow("e", "Mine", "n", Price())]
    dialog.show_prices(rows, 0.0, "")
    parent = dialog.parentWidget()
    assert parent is not None
    parent.show()
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.prices.setCurrentCell(0, 2)
    dialog.prices.editItem(price_cell(dialog, 0, 2))
    editor = dialog.prices.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "0.5")
    dialog.show_prices([PriceRow("e", "Mine", "m", Price(2.5), is_own=True), rows[1]], 0.0, "")
    assert price_cell(dialog, 0, 1).text() == "2.5"
    assert "incomplete" in price_cell(dialog, 0, 7).text()
    with qtbot.waitSignal(dialog.price_changed) as changed:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert changed.args == ["e", "m", Price(prompt=2.5, cached=0.5)]
