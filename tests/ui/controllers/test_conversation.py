"""Which conversation is shown, while it is read and when it is there."""

import asyncio
from pathlib import Path

from PySide6.QtTest import QTest

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.store.conversations import SHOWN_FIRST
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until


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


def test_a_long_conversation_shows_its_end_before_all_of_it_is_read(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            conversation, messages = chain("long", 300)
            await app.services.conversations.whole.take(conversation, messages)
            seen: list[tuple[int, bool]] = []
            view, trees = app.window.messages, app.services.conversations._trees
            view.changed.connect(
                lambda: seen.append((view.property("messageCount"), conversation.id in trees))
            )
            trees.clear()
            app.conversation.show(conversation.id)
            await app.conversation.wait_until_loaded()
            counts = list(dict.fromkeys(count for count, _ in seen if count))
            assert counts == [SHOWN_FIRST, 300]
            assert (SHOWN_FIRST, False) in seen, "nobody reads all of it first"
            assert view.stage.is_at_end()

    run_in_qt(work())


def test_a_conversation_deleted_while_it_is_read_is_no_error(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            first = app.conversation.shown
            assert first is not None
            conversation, messages = chain("long", 300)
            conversations, view = app.services.conversations, app.window.messages
            await conversations.whole.take(conversation, messages)
            conversations._trees.clear()

            def delete_once() -> None:
                view.changed.disconnect(delete_once)
                asyncio.get_running_loop().call_soon(conversations.forget, [conversation.id])

            view.changed.connect(delete_once)
            app.conversation.show(conversation.id)
            await until(lambda: not conversations.known(conversation.id))
            await until(lambda: conversations.is_loaded(conversation.id))
            app.conversation.show(first)
            await app.conversation.wait_until_loaded()

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
