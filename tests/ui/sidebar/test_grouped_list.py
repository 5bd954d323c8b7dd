"""The list view: rows and headings by arithmetic, the same for any length."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from chatapp.domain.library import ListOrder, ListRow
from chatapp.domain.messages import ConversationId
from chatapp.qtmodels.conversation_list import ConversationListModel
from chatapp.ui.sidebar.delegate import ConversationDelegate
from chatapp.ui.sidebar.grouped_list import GroupedListView

GROUPS = [(0, "Pinned"), (3, "Today"), (10, "2025"), (5_000, "2024")]
COUNT = 100_000


@pytest.fixture
def view(qtbot: QtBot) -> GroupedListView:
    model = ConversationListModel()
    made = GroupedListView(model)
    model.setParent(made)
    made.setItemDelegate(ConversationDelegate(model, made))
    made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    qtbot.addWidget(made)
    rows = [ListRow(ConversationId(f"{n:06}"), f"Title {n}", 0, COUNT - n) for n in range(COUNT)]
    order = ListOrder([r.id for r in rows], [r.updated_at for r in rows])
    model.show(order, rows[:200], groups=GROUPS)
    made.resize(300, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def rect(view: GroupedListView, row: int) -> QRect:
    return view.visualRect(view.model().index(row, 0))


def test_rows_stand_below_each_other_with_room_for_headings(view: GroupedListView) -> None:
    heading = rect(view, 0).top()
    height = rect(view, 0).height()
    assert heading > 0
    assert rect(view, 1).top() == rect(view, 0).top() + height
    assert rect(view, 3).top() == rect(view, 2).top() + height + heading
    assert rect(view, COUNT - 1).bottom() + 1 == COUNT * height + 4 * heading
    bar = view.verticalScrollBar()
    assert bar.maximum() == COUNT * height + 4 * heading - view.viewport().height()


@pytest.mark.parametrize("row", [0, 1, 2, 3, 9, 10, 4_999, 5_000, COUNT - 1])
def test_a_row_is_found_where_it_is_shown(view: GroupedListView, row: int) -> None:
    index = view.model().index(row, 0)
    view.scrollTo(index)
    assert view.viewport().rect().contains(rect(view, row))
    assert view.indexAt(rect(view, row).center()) == index


def test_a_heading_is_no_row(view: GroupedListView) -> None:
    assert not view.indexAt(QPoint(20, 4)).isValid()
    between = QPoint(20, rect(view, 3).top() - 3)
    assert not view.indexAt(between).isValid()


def test_the_keys_walk_over_headings_and_to_both_ends(view: GroupedListView) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 3
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == COUNT - 1
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert COUNT - 40 < view.currentIndex().row() < COUNT - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0


def test_shift_selects_a_stretch_and_a_click_only_one(view: GroupedListView) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    selected = sorted(index.row() for index in view.selectedIndexes())
    assert selected == [1, 2, 3, 4, 5]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect(view, 7).center())
    assert [index.row() for index in view.selectedIndexes()] == [7]


def test_everything_is_selected_as_one_stretch(view: GroupedListView) -> None:
    view.selectAll()
    assert view.selectionModel().selection().size() == 1
    region = view.visualRegionForSelection(view.selectionModel().selection())
    assert view.viewport().rect().contains(region.boundingRect())
    view.selectionModel().select(
        view.model().index(5, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    assert len(view.selectedIndexes()) == 1


def test_typed_letters_go_to_the_search(view: GroupedListView, qtbot: QtBot) -> None:
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    with qtbot.waitSignal(view.typed) as typed:
        QTest.keyClick(view, Qt.Key.Key_T)
    assert typed.args == ["t"]


def test_only_what_is_seen_is_asked_for(view: GroupedListView, qtbot: QtBot) -> None:
    model = view.model()
    assert isinstance(model, ConversationListModel)
    with qtbot.waitSignal(model.rows_wanted) as wanted:
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
        view.grab()
    assert len(wanted.args[0]) < 250


def test_the_topmost_heading_stays_while_its_rows_scroll(view: GroupedListView) -> None:
    view.scrollTo(view.model().index(2_000, 0), QAbstractItemView.ScrollHint.PositionAtTop)
    assert not view.indexAt(QPoint(20, 4)).isValid()
    assert rect(view, 2_000).top() > 0
    assert view.viewport().rect().contains(rect(view, 2_000))
