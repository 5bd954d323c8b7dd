"""Several selected conversations: what can be done with them is to be seen."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from chatapp.domain.conversation import FolderId
from chatapp.domain.library import Folder, ListOrder, ListQuery, ListRow, Place
from chatapp.domain.messages import ConversationId
from chatapp.qtmodels.conversation_list import ConversationListModel
from chatapp.ui.sidebar.view import SidebarView
from chatapp.ui.sidebar.wishes import Arrange, Arrangement

IDS = [ConversationId(f"c{n}") for n in range(200)]


@pytest.fixture
def view(qtbot: QtBot) -> SidebarView:
    model = ConversationListModel()
    made = SidebarView(model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(200, 600)
    made.show()
    qtbot.waitExposed(made)
    rows = [ListRow(i, i, 0, 0) for i in IDS]
    model.show(ListOrder(IDS, [0.0] * len(IDS)), rows)
    return made


def select(view: SidebarView, *rows: int) -> None:
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag.Select
        view.list.selectionModel().select(view.model.index(row), flags)


def wishes_of(view: SidebarView) -> list[Arrangement]:
    found: list[Arrangement] = []
    view.arranged.connect(found.append)
    return found


def button(view: SidebarView, kind: Arrange) -> QToolButton:
    found = view.bar.findChild(QToolButton, f"selection.{kind.value}")
    assert found is not None
    return found


def test_the_bar_is_there_from_two_on_and_says_how_many(view: SidebarView) -> None:
    select(view, 0)
    assert not view.bar.isVisible()
    select(view, 3)
    assert view.bar.isVisible()
    assert view.bar.label.text() == "Selected: 2"
    view.list.selectAll()
    assert view.bar.label.text() == "Selected: 200"
    view.list.clearSelection()
    assert not view.bar.isVisible()


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Arrange.ARCHIVE, "1"), (Arrange.EDIT_TAGS, ""), (Arrange.EXPORT, ""), (Arrange.BIN, "")],
)
def test_each_button_wishes_for_all_that_is_selected(
    view: SidebarView, kind: Arrange, value: str
) -> None:
    found = wishes_of(view)
    select(view, 1, 4, 5)
    QTest.mouseClick(button(view, kind), Qt.MouseButton.LeftButton)
    assert found == [Arrangement(kind, [IDS[1], IDS[4], IDS[5]], value)]


def test_a_folder_is_chosen_from_a_menu(view: SidebarView) -> None:
    found = wishes_of(view)
    view.folders = [Folder(FolderId("f"), "Travel & food")]
    select(view, 1, 2)
    view.bar._move.click()
    menu = view.bar.findChild(QMenu, "foldersMenu")
    assert menu is not None
    action = next(a for a in menu.actions() if a.text() == "Travel && food")
    action.trigger()
    menu.close()
    assert found == [Arrangement(Arrange.MOVE, [IDS[1], IDS[2]], "f")]


def test_the_bin_offers_to_restore_and_the_archive_to_take_out(view: SidebarView) -> None:
    found = wishes_of(view)
    view.model.query = ListQuery(Place.BIN)
    select(view, 1, 2)
    assert button(view, Arrange.RESTORE).isVisible()
    assert button(view, Arrange.ERASE).isVisible()
    assert not button(view, Arrange.BIN).isVisible()
    view.list.clearSelection()
    view.model.query = ListQuery(Place.ARCHIVE)
    select(view, 1, 2)
    button(view, Arrange.ARCHIVE).click()
    assert found == [Arrangement(Arrange.ARCHIVE, [IDS[1], IDS[2]], "")]
    assert button(view, Arrange.ARCHIVE).accessibleName() == "Back from the archive"


def test_the_bar_goes_with_the_rows_and_on_request(view: SidebarView) -> None:
    view.list.setCurrentIndex(view.model.index(2))
    select(view, 3, 4)
    assert view.bar.isVisible()
    close = view.bar.findChildren(QToolButton)[0]
    close.click()
    assert not view.bar.isVisible()
    assert view.selected_ids() == [IDS[2]]
    select(view, 3, 4)
    QTest.keyClick(view.list, Qt.Key.Key_Escape)
    assert view.selected_ids() == [IDS[2]]
    select(view, 3, 4)
    view.model.show(ListOrder())
    assert not view.bar.isVisible()


def test_all_buttons_fit_into_the_narrowest_sidebar(view: SidebarView) -> None:
    view.resize(view.minimumWidth(), 600)
    select(view, 1, 2)
    layout = view.bar.layout()
    assert layout is not None
    layout.activate()
    for child in view.bar.findChildren(QToolButton):
        if child.isVisible():
            assert child.geometry().right() <= view.bar.width()
            assert child.accessibleName()
