"""What a person does with the whole window: several chats at once, drafts, keys, waiting."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from chatapp.app import App
from chatapp.domain.messages import ConversationId, Message, MessageStatus
from tests.conftest import RunInQt
from tests.support.everything import all_conversations
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
BUSY = reply(b'{"error":{"message":"slow down"}}', "429 Too Many Requests", "Retry-After: 30")


def word(text: str) -> bytes:
    return b'data: {"choices":[{"index":0,"delta":{"content":"%s"}}]}\n\n' % text.encode()


def type_and_send(app: App, words: str) -> None:
    QTest.keyClicks(app.window.composer, words)
    QTest.keyClick(app.window.composer, Qt.Key.Key_Return)


def last(app: App, conversation_id: ConversationId) -> Message | None:
    path = app.services.conversations.path(conversation_id)
    return path[-1] if path else None


def text(app: App, conversation_id: ConversationId) -> str:
    message = last(app, conversation_id)
    return message.text if message else ""


async def elsewhere(app: App) -> ConversationId:
    """Begin a conversation by the button, and return it."""
    before = app.conversation.shown
    app.window.action("newConversation").trigger()
    await until(lambda: app.conversation.shown != before)
    await app.conversation.wait_until_loaded()
    assert app.conversation.shown is not None
    return app.conversation.shown


def test_conversations_stream_side_by_side_and_looking_elsewhere_stops_none(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    release = {"first": threading.Event(), "second": threading.Event()}

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            first = app.conversation.shown
            assert first is not None
            type_and_send(app, "one")
            await until(lambda: text(app, first) == "one-a ")
            second = await elsewhere(app)
            assert app.window.action("send").isEnabled()
            type_and_send(app, "two")
            await until(lambda: text(app, second) == "two-a ")
            assert app.services.generation.running == 2
            assert app.window.messages.property("streaming") is True
            await elsewhere(app)
            assert app.window.messages.property("streaming") is False
            release["second"].set()
            await until(lambda: app.services.generation.running == 1)
            assert text(app, second) == "two-a two-b"
            app.conversation.show(first)
            await app.conversation.wait_until_loaded()
            assert app.window.action("stop").isEnabled()
            assert not app.window.action("send").isEnabled()
            release["first"].set()
            await until(lambda: text(app, first) == "one-a one-b")
            await until(lambda: app.window.action("send").isEnabled())
            ended = [last(app, conversation_id) for conversation_id in (first, second)]
            assert [m and m.status for m in ended] == [MessageStatus.COMPLETE] * 2

    with raw_server(
        [HEAD, word("one-a "), release["first"], word("one-b"), END],
        [HEAD, word("two-a "), release["second"], word("two-b"), END],
    ) as server:
        run_in_qt(work())


def test_stop_ends_the_shown_conversation_only(run_in_qt: RunInQt, tmp_path: Path) -> None:
    release = threading.Event()

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            first = app.conversation.shown
            assert first is not None
            type_and_send(app, "one")
            await until(lambda: text(app, first) == "kept ")
            second = await elsewhere(app)
            type_and_send(app, "two")
            await until(lambda: text(app, second) == "a ")
            QTest.keyClick(app.window, Qt.Key.Key_Escape)
            app.window.action("stop").trigger()
            await until(lambda: app.services.generation.running == 1)
            stopped = last(app, second)
            assert stopped is not None
            assert stopped.status is MessageStatus.STOPPED
            release.set()
            await until(lambda: text(app, first) == "kept on")

    with raw_server(
        [HEAD, word("kept "), release, word("on"), END],
        [HEAD, word("a "), b"<hold>"],
    ) as server:
        run_in_qt(work())
        assert server.closed.wait(10)


def test_drafts_belong_to_their_conversation_and_outlive_the_app(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def first_run() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            first = app.conversation.shown
            assert first is not None
            type_and_send(app, "hi")
            await until(lambda: text(app, first) == "Hello")
            QTest.keyClicks(app.window.composer, "half a thought")
            await elsewhere(app)
            assert app.window.composer.toPlainText() == ""
            QTest.keyClicks(app.window.composer, "another")
            app.conversation.show(first)
            await app.conversation.wait_until_loaded()
            assert app.window.composer.toPlainText() == "half a thought"

    async def second_run() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            assert app.window.composer.toPlainText() == "half a thought"
            drafts = {c.draft for c in await all_conversations(app.services.conversations)}
            assert drafts == {"half a thought", "another"}

    with raw_server([HELLO]) as server:
        run_in_qt(first_run())
        run_in_qt(second_run())


def test_enter_and_shift_enter_change_places_by_the_setting(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.window.action("settingsAction").trigger()
            choice = app.window.findChild(QComboBox, "preference.enter_key")
            assert isinstance(choice, QComboBox)
            choice.setCurrentIndex(choice.findData("newline"))
            choice.activated.emit(choice.currentIndex())
            composer = app.window.composer
            type_and_send(app, "one")
            QTest.keyClicks(composer, "two")
            assert composer.toPlainText() == "one\ntwo"
            assert server.requests == []
            QTest.keyClick(composer, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
            await until(lambda: text(app, shown) == "Hello")
            assert server.body(0)["messages"] == [{"role": "user", "content": "one\ntwo"}]

    async def again() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            type_and_send(app, "kept")
            assert app.window.composer.toPlainText() == "kept\n"

    with raw_server([HELLO]) as server:
        run_in_qt(work())
        run_in_qt(again())


@pytest.mark.parametrize(("label", "requests"), [("Cancel", 1), ("Try now", 2)])
def test_a_countdown_before_a_retry_can_be_ended_either_way(
    run_in_qt: RunInQt, tmp_path: Path, label: str, requests: int
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            type_and_send(app, "hi")
            words = app.window.findChild(QLabel, "statusMessage")
            assert isinstance(words, QLabel)
            await until(lambda: "Trying again in" in words.text())
            assert "slow down" in words.text()
            buttons = app.window.status_line.findChildren(QPushButton)
            next(b for b in buttons if b.text() == label).click()
            await until(lambda: not app.services.generation.is_running(shown))
            assert len(server.requests) == requests
            message = last(app, shown)
            assert message is not None
            wanted = MessageStatus.FAILED if requests == 1 else MessageStatus.COMPLETE
            assert message.status is wanted
            await until(lambda: "Trying again" not in words.text())
            if requests == 1:  # why it failed stays to be read
                assert "slow down" in words.text()
            else:
                await until(lambda: words.isHidden() or not words.text())

    with raw_server([BUSY], [HELLO]) as server:
        run_in_qt(work())
