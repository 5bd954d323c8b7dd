"""The sidebar's own room: search line, places and words for nothing."""

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
