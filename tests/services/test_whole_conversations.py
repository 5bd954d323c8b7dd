"""Conversations as wholes: what is open is in them, and what comes in joins it."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.messages import ConversationId, MessageId
from tests.support.open_chat import open_chat
from tests.support.raw_server import raw_server, reply

ANSWER = reply(b'{"choices":[{"message":{"content":"one"},"finish_reason":"stop"}]}')


def test_a_whole_conversation_is_the_same_from_memory_and_from_the_disk(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            conversations = chat.services.conversations
            await chat.ask("q")
            kept, messages = await conversations.whole.read(chat.id)
            assert [m.text for m in messages] == ["q", "one"]
            conversations.forget([chat.id])
            assert await conversations.whole.read(chat.id) == (kept, messages)
            assert chat.id not in conversations
            with pytest.raises(KeyError):
                await conversations.whole.read(ConversationId("gone"))

    with raw_server([ANSWER]) as server:
        asyncio.run(asyncio.wait_for(work(), 60))


def test_what_is_taken_in_shows_at_once_and_leaves_the_draft(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, server.url) as chat:
            conversations = chat.services.conversations
            answer = await chat.ask("q")
            from_file, messages = await conversations.whole.read(chat.id)
            conversations.set_draft(chat.id, "typed since")
            new = replace(answer, id=MessageId("more"), parent_id=answer.id)
            joined = replace(from_file, leaf_id=new.id, updated_at=from_file.updated_at + 1)
            merged = await conversations.whole.take(joined, [*messages, new])
            assert (merged.is_new, list(merged.messages)) == (False, [new])
            assert [m.id for m in conversations.path(chat.id)][-1] == new.id
            assert conversations.get(chat.id).draft == "typed since"

    with raw_server([ANSWER]) as server:
        asyncio.run(asyncio.wait_for(work(), 60))
