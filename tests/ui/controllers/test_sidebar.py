"""The list in the whole app: listing, searching, jumping, arranging, and taking back."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from chatapp.app import App
from chatapp.domain.conversation import Conversation
from chatapp.domain.library import ListQuery, Place, Sort
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.qtmodels.conversation_list import MIME_TYPE, ConversationRole
from chatapp.ui.sidebar.dialogs import LineDialog
from chatapp.ui.sidebar.wishes import Arrange, Arrangement
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until

RUN: dict[str, Any] = {"base_url": "http://127.0.0.1:9/v1", "model": "m"}


async def fill(app: App, count: int = 5) -> list[ConversationId]:
    """Write conversations as an import does; the first is the newest."""
    made = []
    for number in range(count):
        own_id = ConversationId(f"c{number}")
        root = Message(MessageId(f"{own_id}a"), own_id, None, Role.USER, content="a question")
        other = Message(
            MessageId(f"{own_id}b"), own_id, None, Role.USER, content=f"needle {number}"
        )
        conversation = Conversation(
            own_id, title=f"Talk {number}", leaf_id=root.id, updated_at=2e9 - number
        )
        await app.services.conversations.whole.take(conversation, [root, other])
        made.append(own_id)
    app.services.conversations.whole.announce()
    await until(lambda: titles(app)[:count] == [f"Talk {n}" for n in range(count)])
    return made


def titles(app: App) -> list[str]:
    model = app.window.sidebar.model
    return [model.index(row).data() for row in range(model.rowCount())]


def press_undo(app: App) -> None:
    frame = next(f for f in app.window.notices.children() if f.objectName() == "notice.deleted")
    button = frame.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()


def test_a_search_finds_another_branch_and_jumps_to_the_message(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            await fill(app)
            sidebar = app.window.sidebar
            sidebar.search.setText("needle")
            await until(lambda: sidebar.model.is_search and len(titles(app)) == 5)
            row = titles(app).index("Talk 3")
            assert sidebar.model.index(row).data(ConversationRole.SNIPPET) == "needle 3"
            sidebar.list.setCurrentIndex(sidebar.model.index(row))
            await until(lambda: app.conversation.shown == "c3")
            path = app.services.conversations.path
            await until(lambda: [m.id for m in path(ConversationId("c3"))] == ["c3b"])
            sidebar.search.clear()
            await until(lambda: not sidebar.model.is_search and len(titles(app)) >= 5)
            assert sidebar.selected_ids() == ["c3"]

    run_in_qt(work())


def test_the_search_brings_a_hidden_list_back(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            sidebar = app.window.sidebar
            app.window.action("toggleSidebar").setChecked(False)
            assert not sidebar.isVisible()
            app.window.action("searchConversations").trigger()
            assert sidebar.isVisible()
            assert app.window.focusWidget() is sidebar.search

    run_in_qt(work())


def test_titles_come_before_messages_and_nothing_found_is_said(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            await fill(app)
            sidebar = app.window.sidebar
            sidebar.search.setText("talk 2")
            await until(lambda: titles(app) == ["Talk 2"])
            assert sidebar.model.groups() == [(0, "In titles")]
            sidebar.search.setText("nothing of the kind")
            await until(lambda: not titles(app))
            assert sidebar._empty.text() == "No message contains these words."

    run_in_qt(work())


def test_deleting_several_is_one_step_back(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            ids = await fill(app)
            app.conversation.show(ids[0])
            await until(lambda: app.conversation.shown == ids[0])
            app.list_desk.arranging.arrange(Arrangement(Arrange.BIN, ids[:3]))
            await until(lambda: "Talk 0" not in titles(app))
            assert app.conversation.shown == ids[3]
            app.window.action("undoDelete").trigger()
            await until(lambda: "Talk 0" in titles(app))
            assert not app.window.action("undoDelete").isEnabled()

    run_in_qt(work())


@pytest.mark.parametrize(("kind", "value"), [(Arrange.ARCHIVE, "1"), (Arrange.BIN, "")])
def test_undo_returns_to_the_conversation_that_was_put_away(
    run_in_qt: RunInQt, tmp_path: Path, kind: Arrange, value: str
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            ids = await fill(app)
            app.conversation.show(ids[1])
            await until(lambda: app.conversation.shown == ids[1])
            app.list_desk.arranging.arrange(Arrangement(kind, ids[1:2], value))
            await until(lambda: "Talk 1" not in titles(app))
            assert app.conversation.shown == ids[0]
            app.window.action("undoDelete").trigger()
            await until(lambda: "Talk 1" in titles(app) and app.conversation.shown == ids[1])
            await until(lambda: app.window.sidebar.selected_ids() == [ids[1]])
            app.list_desk.arranging.arrange(Arrangement(kind, ids[3:4], value))
            await until(lambda: "Talk 3" not in titles(app))
            app.window.action("undoDelete").trigger()
            await until(lambda: "Talk 3" in titles(app))
            assert app.conversation.shown == ids[1]

    run_in_qt(work())


def test_control_z_in_an_empty_composer_belongs_to_the_window(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            ids = await fill(app)
            app.window.activateWindow()
            app.window.composer.setFocus()
            app.list_desk.arranging.arrange(Arrangement(Arrange.ARCHIVE, ids[:1], "1"))
            await until(lambda: "Talk 0" not in titles(app))
            QTest.keyClick(app.window.composer, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await until(lambda: "Talk 0" in titles(app))

    run_in_qt(work())


def test_the_bin_shows_what_was_deleted_before_the_restart(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def first() -> None:
        async with open_app(tmp_path, **RUN) as app:
            ids = await fill(app)
            app.window.sidebar.select(ids[1])
            QTest.keyClick(app.window.sidebar.list, Qt.Key.Key_Delete)
            await until(lambda: "Talk 1" not in titles(app))

    async def second() -> None:
        async with open_app(tmp_path, **RUN) as app:
            await until(lambda: len(titles(app)) >= 4)
            app.window.action("showBin").trigger()
            await until(lambda: titles(app) == ["Talk 1"])
            app.list_desk.arranging.arrange(Arrangement(Arrange.RESTORE, [ConversationId("c1")]))
            await until(lambda: not titles(app))
            app.list_desk.sidebar.show_place(ListQuery())
            await until(lambda: "Talk 1" in titles(app))

    run_in_qt(first())
    run_in_qt(second())


def test_a_folder_is_made_filled_by_dropping_and_shown(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            ids = await fill(app)
            app.window.action("newFolder").trigger()
            await until(lambda: app.window.findChild(LineDialog, "folderName"))
            dialog = app.window.findChild(LineDialog, "folderName")
            assert isinstance(dialog, LineDialog)
            dialog.line.setText("Work")
            dialog.accept()
            places = app.window.sidebar.places_model
            await until(lambda: places.rowCount() == 2)
            dragged = QMimeData()
            dragged.setData(MIME_TYPE, "\n".join(ids[:2]).encode())
            copy = Qt.DropAction.CopyAction
            places.dropMimeData(dragged, copy, -1, -1, places.index(1))
            folder = app.services.library.folders[0]
            await until(lambda: places.at(1).count == 2)  # type: ignore[union-attr]
            app.window.sidebar.places.place_chosen.emit(ListQuery(Place.FOLDER, folder.id))
            await until(lambda: titles(app) == ["Talk 0", "Talk 1"])
            app.window.sidebar.places.folder_deletion_requested.emit(folder.id)
            await until(lambda: places.rowCount() == 1 and len(titles(app)) >= 5)
            press_undo(app)
            await until(lambda: places.rowCount() == 2)

    run_in_qt(work())


def test_tags_are_asked_for_and_become_a_place(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            ids = await fill(app)
            app.list_desk.arranging.arrange(Arrangement(Arrange.EDIT_TAGS, ids[:2]))
            await until(lambda: app.window.findChild(QLineEdit, "tagsLine"))
            dialog = app.window.findChild(LineDialog, "tags")
            assert isinstance(dialog, LineDialog)
            dialog.line.setText("Work, later")
            dialog.accept()
            places = app.window.sidebar.places_model
            await until(lambda: places.row_of(ListQuery(Place.TAG, "work")) > 0)
            app.list_desk.sidebar.show_place(ListQuery(Place.TAG, "later"))
            await until(lambda: titles(app) == ["Talk 0", "Talk 1"])

    run_in_qt(work())


def test_renaming_by_its_keys_brings_the_list_and_asked_twice_edits_once(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            await fill(app, 1)
            sidebar = app.window.sidebar
            app.window.action("toggleSidebar").trigger()
            assert sidebar.isHidden()
            for _ in range(2):  # Qt warns of an editor that is open already
                app.window.action("renameConversation").trigger()
            assert not sidebar.isHidden()
            (editor,) = sidebar.list.viewport().findChildren(QLineEdit)
            QTest.keyClicks(editor, "Zebra")
            QTest.keyClick(editor, Qt.Key.Key_Return)
            await until(lambda: "Zebra" in titles(app))

    run_in_qt(work())


def test_the_order_is_remembered_and_titles_can_be_changed(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def first() -> None:
        async with open_app(tmp_path, **RUN) as app:
            await fill(app, 3)
            app.window.sidebar.rename_requested.emit("c0", "  Zebra ")
            await until(lambda: titles(app)[0] == "Zebra")
            app.list_desk.sidebar.show_place(ListQuery(sort=Sort.TITLE))
            await until(lambda: titles(app)[-1] == "Zebra")
            app.window.sidebar.rename_requested.emit("c1", "Zoo")
            await until(lambda: titles(app)[-2:] == ["Zebra", "Zoo"])
            app.window.sidebar.rename_requested.emit("c1", "Talk 1")
            await until(lambda: titles(app)[-3:] == ["Talk 1", "Talk 2", "Zebra"])

    async def second() -> None:
        async with open_app(tmp_path, **RUN) as app:
            await until(lambda: titles(app)[-3:] == ["Talk 1", "Talk 2", "Zebra"])

    run_in_qt(first())
    run_in_qt(second())


def test_a_conversation_that_is_erased_asks_first(run_in_qt: RunInQt, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QMessageBox

    async def work() -> None:
        async with open_app(tmp_path, **RUN) as app:
            ids = await fill(app)
            await app.services.library.bin(ids[:1])
            for button, left in (("Cancel", 1), ("Delete for good", 0)):
                app.list_desk.arranging.arrange(Arrangement(Arrange.ERASE, ids[:1]))
                await until(lambda: app.window.findChild(QMessageBox))
                box = app.window.findChild(QMessageBox)
                assert isinstance(box, QMessageBox)
                next(b for b in box.buttons() if b.text() == button).click()
                await until(lambda: app.window.findChild(QMessageBox) is None)
                await asyncio.sleep(0)
                binned = ListQuery(Place.BIN)
                library = app.services.library
                for _ in range(200):
                    if len((await library.order(binned)).ids) == left:
                        break
                assert len((await library.order(binned)).ids) == left

    run_in_qt(work())
