"""Writing, sending and retrying in the whole window."""

import json
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from chatapp.app import App
from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.store.conversations import SHOWN_FIRST
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
REFUSED = reply(b'{"error":{"message":"no such model"}}', "404 Not Found")
CUT = reply(b'data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n')


def compose(app: App, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(app.window.composer, event)


def statuses(app: App) -> list[MessageStatus]:
    shown = app.conversation.shown
    assert shown is not None
    path = app.services.conversations.path(shown)
    return [m.status for m in path if m.role is Role.ASSISTANT]


def test_enter_belongs_to_the_input_method_while_it_composes(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            composer = app.window.composer
            compose(app, "にほん")
            QTest.keyClick(composer, Qt.Key.Key_Return)
            app.window.action("send").trigger()
            compose(app, "", "日本")
            assert composer.toPlainText() == "日本"
            assert server.requests == []
            QTest.keyClick(composer, Qt.Key.Key_Return)
            await until(lambda: statuses(app) == [MessageStatus.COMPLETE])
            body = json.loads(server.requests[0].split(b"\r\n\r\n", 1)[1])
            assert body["messages"] == [{"role": "user", "content": "日本"}]

    with raw_server([HELLO]) as server:
        run_in_qt(work())


def test_words_typed_while_a_conversation_is_read_go_behind_its_draft(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url="http://127.0.0.1:9", model="m") as app:
            composer, first = app.window.composer, app.conversation.shown
            assert first is not None
            QTest.keyClicks(composer, "one")
            app.conversation.new()
            QTest.keyClicks(composer, "two")
            await app.conversation.wait_until_loaded()
            assert composer.toPlainText() == "two"
            app.conversation.show(first)
            QTest.keyClicks(composer, " and more")
            await app.conversation.wait_until_loaded()
            assert composer.toPlainText() == "one and more"

    run_in_qt(work())


def test_a_failed_answer_without_words_gives_way_to_the_retry(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: statuses(app) == [MessageStatus.FAILED])
            failed = app.services.conversations.path(shown)[-1]
            app.window.messages.retry_requested.emit(failed.id)
            await until(lambda: statuses(app) == [MessageStatus.COMPLETE])
            tree = app.services.conversations.tree(shown)
            answer = app.services.conversations.path(shown)[-1]
            await until(lambda: len(tree.siblings(answer.id)) == 1)

    with raw_server([REFUSED], [HELLO]) as server:
        run_in_qt(work())


def test_an_answer_that_broke_off_stays_beside_its_retry(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: statuses(app) == [MessageStatus.FAILED])
            broken = app.services.conversations.path(shown)[-1]
            assert broken.text == "Hel"
            app.window.messages.retry_requested.emit(broken.id)
            await until(lambda: statuses(app) == [MessageStatus.COMPLETE])
            tree = app.services.conversations.tree(shown)
            assert len(tree.siblings(broken.id)) == 2

    with raw_server([CUT], [HELLO]) as server:
        run_in_qt(work())


def test_a_long_conversation_shows_its_end_before_all_of_it_is_read(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            conversation, messages = chain("long", 300)
            await app.services.conversations.whole.take(conversation, messages)
            counts: list[int] = []
            view = app.window.messages
            view.changed.connect(lambda: counts.append(view.property("messageCount")))
            app.services.conversations._trees.clear()
            app.conversation.show(conversation.id)
            await app.conversation.wait_until_loaded()
            assert [count for count in dict.fromkeys(counts) if count] == [SHOWN_FIRST, 300]
            assert view.stage.is_at_end()

    run_in_qt(work())


def chain(name: str, count: int) -> tuple[Conversation, list[Message]]:
    """Return a conversation in which each message follows the one before."""
    messages = [
        Message(
            MessageId(f"{name}{number}"),
            ConversationId(name),
            MessageId(f"{name}{number - 1}") if number else None,
            Role.USER,
            content=f"message {number}",
        )
        for number in range(count)
    ]
    return Conversation(ConversationId(name), name, leaf_id=messages[-1].id), messages
