"""Editing any message, and the map of the versions that come of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from chatapp.app import App
from chatapp.domain.branch_map import branch_map
from chatapp.domain.conversation import Conversation, MessageTree
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.replies import Choice, Reply, Usage
from chatapp.qtmodels.branch_list import BranchListModel
from chatapp.ui.branches.dialog import BranchDialog
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until

C = ConversationId("c")
REPLY = Reply(choices=(Choice(content="wrong", reasoning="hm"),), usage=Usage({"total_tokens": 3}))
SAID = [
    Message(MessageId("s"), C, None, Role.SYSTEM, content="Be brief."),
    Message(MessageId("u"), C, MessageId("s"), Role.USER, content="question"),
    Message(MessageId("a"), C, MessageId("u"), Role.ASSISTANT, reply=REPLY, model="m"),
    Message(MessageId("v"), C, MessageId("a"), Role.USER, content="thanks"),
]


async def open_tree(app: App) -> None:
    conversation = Conversation(C, title="T", leaf_id=MessageId("v"), updated_at=2e9)
    await app.services.conversations.whole.take(conversation, SAID)
    app.conversation.show(C)
    await until(lambda: app.conversation.shown == C)
    await app.conversation.wait_until_loaded()


def texts(app: App) -> list[str]:
    return [message.text for message in app.services.conversations.path(C)]


def test_an_answer_and_a_system_message_are_edited_beside_what_they_were(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url="http://127.0.0.1:9/v1", model="m") as app:
            await open_tree(app)
            composer = app.window.composer
            for own_id, words in (("a", "right"), ("s", "Be long.")):
                app.window.messages.edit_requested.emit(own_id)
                assert composer.toPlainText() in {"wrong", "Be brief."}
                assert app.window.edit_bar.isVisible()
                composer.selectAll()
                QTest.keyClicks(composer, words)
                QTest.keyClick(composer, Qt.Key.Key_Return)
                await until(lambda w=words: texts(app)[-1] == w)  # type: ignore[misc]
                assert not app.window.edit_bar.isVisible()
                assert not app.services.generation.running
            tree = app.services.conversations.tree(C)
            right = next(m for m in tree.all() if m.text == "right")
            assert (right.choice.reasoning, right.reply and right.reply.usage) == ("hm", None)
            assert len(tree.siblings(MessageId("a"))) == len(tree.siblings(MessageId("s"))) == 2

    run_in_qt(work())


def test_the_map_shows_a_branch_on_a_click_and_follows_the_conversation(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url="http://127.0.0.1:9/v1", model="m") as app:
            await open_tree(app)
            await app.services.conversations.save_edited(C, MessageId("a"), "right")
            app.window.action("branchMap").trigger()
            dialog = app.window.findChild(BranchDialog)
            assert isinstance(dialog, BranchDialog)
            model = dialog.map.model()
            assert [model.index(row, 0).data() for row in range(model.rowCount())] == [
                "Be brief.", "wrong", "right",
            ]  # fmt: skip
            dialog.map.clicked.emit(model.index(1, 0))
            await until(lambda: texts(app)[-1] == "thanks")
            await until(lambda: model.index(2, 0).data() == "wrong")
            app.window.action("newConversation").trigger()
            await until(lambda: not model.rowCount())
            dialog.close()

    run_in_qt(work())


def test_the_rows_say_what_they_are(qtbot: QtBot) -> None:
    model = BranchListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    tree = MessageTree.of(SAID)
    model.show(branch_map(tree, MessageId("v")))
    model.show(branch_map(tree, None))
    assert model.shown_row() == -1
    model.show(branch_map(tree, MessageId("v")))
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Answer: Be brief., level 1, messages: 4, shown"


def test_deleted_messages_are_listed_below_the_map_and_come_back(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url="http://127.0.0.1:9/v1", model="m") as app:
            await open_tree(app)
            app.window.action("branchMap").trigger()
            dialog = app.window.findChild(BranchDialog)
            assert dialog is not None
            section = dialog.deleted
            assert not section.isVisible()
            app.window.messages.delete_requested.emit("a")
            await until(section.isVisible)
            assert [section.rows.item(n).text() for n in range(section.rows.count())] == [
                "wrong (messages: 2)"
            ]
            section.restore.click()
            await until(lambda: not section.isVisible())
            await until(lambda: texts(app) == ["Be brief.", "question", "wrong", "thanks"])
            app.window.messages.delete_requested.emit("v")
            await until(section.isVisible)
            section.erase.click()
            await until(lambda: app.window.findChild(QMessageBox) is not None)
            box = dialog.findChild(QMessageBox)
            assert box is not None
            next(b for b in box.buttons() if "for good" in b.text()).click()
            await until(lambda: not section.isVisible())
            dialog.close()

    run_in_qt(work())
