"""The sidebar's own room: search line, places and words for nothing."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from chatapp.domain.conversation import FolderId
from chatapp.domain.library import Folder, ListOrder, ListQuery, ListRow, Place, PlaceCounts
from chatapp.domain.messages import ConversationId
from chatapp.qtmodels.conversation_list import ConversationListModel
from chatapp.ui.sidebar.view import SidebarView


def sidebar_of(qtbot: QtBot, width: int) -> SidebarView:
    model = ConversationListModel()
    view = SidebarView(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(width, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_narrow_sidebar_gives_its_line_to_what_is_typed(qtbot: QtBot) -> None:
    view = sidebar_of(qtbot, 170)
    assert view.more_button.isVisible()
    view.search.setText("words")
    assert not view.more_button.isVisible()
    qtbot.waitUntil(lambda: view.search.width() > 120)
    view.search.clear()
    view.search.setText("words")
    view.resize(400, 500)
    assert view.more_button.isVisible()


def test_the_places_leave_most_of_the_height_to_the_list(qtbot: QtBot) -> None:
    view = sidebar_of(qtbot, 260)
    assert not view.places.isVisible()
    folders = [Folder(FolderId(f"f{n}"), f"Folder {n}", n) for n in range(40)]
    view.places_model.show(folders, PlaceCounts(), ListQuery())
    assert view.places.isVisible()
    assert view.places.height() < view.height() * 0.4


def test_each_empty_place_says_what_it_is(qtbot: QtBot) -> None:
    view = sidebar_of(qtbot, 260)
    said = set()
    for place in Place:
        view.model.query = ListQuery(place)
        view.show_list_or_words()
        said.add(view._empty.text())
    assert len(said) == len(Place)
    view.problem = "The database is damaged."
    view.show_list_or_words()
    assert view._empty.text() == view.problem


def test_the_bin_says_how_long_it_keeps_things(qtbot: QtBot) -> None:
    view = sidebar_of(qtbot, 260)
    row = ListRow(ConversationId("a"), "T", 1, 1, deleted_at=5.0)
    view.model.query = ListQuery(Place.BIN)
    view.model.show(ListOrder([row.id], [5.0]), [row])
    assert view._bin_hint.isVisible()
    assert "30 days" in view._bin_hint.text()
    view.model.query = ListQuery()
    view.model.show(ListOrder(), ())
    assert not view._bin_hint.isVisible()


def found(view: SidebarView, *names: str) -> None:
    """Show these conversations as what a search found."""
    ids = [ConversationId(name) for name in names]
    rows = [ListRow(own_id, own_id, 1, 1) for own_id in ids]
    view.model.show(ListOrder(ids, [0.0] * len(ids)), rows, {}, [])


def test_enter_and_down_in_the_search_line_open_the_first_that_was_found(qtbot: QtBot) -> None:
    view = sidebar_of(qtbot, 260)
    chosen: list[str] = []
    view.conversation_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down):
        view.search.setText(f"words {key}")
        found(view, "a", "b")
        view.search.setFocus()
        QTest.keyClick(view.search, key)
        assert view.focusWidget() is view.list
    assert chosen == ["a", "a"]


def test_enter_waits_for_what_the_typed_words_find(qtbot: QtBot) -> None:
    view = sidebar_of(qtbot, 260)
    chosen: list[str] = []
    view.conversation_chosen.connect(chosen.append)
    ids = [ConversationId("old")]
    view.model.show(ListOrder(ids, [0.0]), [ListRow(ids[0], "old", 1, 1)])
    view.search.setText("words")
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    assert chosen == []
    found(view, "new")
    assert chosen == ["new"]


def test_enter_in_a_search_that_found_nothing_stays_in_the_line(qtbot: QtBot) -> None:
    view = sidebar_of(qtbot, 260)
    view.search.setFocus()
    view.search.setText("words")
    found(view)
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    assert view.focusWidget() is view.search


def test_a_click_beside_the_rows_keeps_what_is_selected(qtbot: QtBot) -> None:
    view = sidebar_of(qtbot, 260)
    ids = [ConversationId("a")]
    view.model.show(ListOrder(ids, [0.0]), [ListRow(ids[0], "A", 1, 1)])
    view.select(ids[0])
    viewport = view.list.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(20, viewport.height() - 5))
    assert view.selected_ids() == ids


def test_a_row_shown_by_a_key_with_ctrl_is_selected_alone(qtbot: QtBot) -> None:
    view = sidebar_of(qtbot, 260)
    ids = [ConversationId("a"), ConversationId("b")]
    view.model.show(ListOrder(ids, [0.0, 0.0]), [ListRow(i, i, 1, 1) for i in ids])
    view.select(ids[0])
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(view.windowHandle(), Qt.Key.Key_Control, held)
    assert QGuiApplication.keyboardModifiers() == held
    view.select(ids[1])
    QTest.keyRelease(view.windowHandle(), Qt.Key.Key_Control)
    assert view.selected_ids() == [ids[1]]
