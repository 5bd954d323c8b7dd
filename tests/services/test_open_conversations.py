"""What is in memory of conversations: read once, shared, and forgotten when it is old."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.library import ListRow
from chatapp.domain.messages import ConversationId
from chatapp.services.open_conversations import KEPT_TREES
from tests.support.open_chat import open_chat
from tests.support.raw_server import Script, raw_server, reply

NOWHERE = "http://127.0.0.1:9/v1"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


def says(words: str) -> Script:
    body = f'{{"choices":[{{"message":{{"content":"{words}"}},"finish_reason":"stop"}}]}}'
    return [reply(body.encode())]


def test_two_looks_at_one_conversation_share_its_messages(tmp_path: Path) -> None:
    async def work(url: str) -> None:
        async with open_chat(tmp_path, url) as chat:
            await chat.ask("q")
            shown = chat.id
        async with open_chat(tmp_path, url) as chat:
            load = chat.services.conversations.load
            first, second = await asyncio.gather(load(shown), load(shown))
            assert first is second
            assert await load(shown) is first

    with raw_server(says("one")) as server:
        run(work(server.url))


def test_what_was_looked_at_longest_ago_is_forgotten_and_read_again(tmp_path: Path) -> None:
    async def work(url: str) -> None:
        async with open_chat(tmp_path, url) as chat:
            conversations = chat.services.conversations
            await chat.ask("q")
            for _ in range(KEPT_TREES):
                other = conversations.create(endpoint_id=None, model="")
                conversations.set_draft(other.id, "kept")
                await chat.services.saver.flush()
                await conversations.load(other.id)
            assert not conversations.is_loaded(chat.id)
            assert conversations.path(chat.id) == []
            await conversations.load(chat.id)
            assert conversations.is_loaded(chat.id)

    with raw_server(says("one")) as server:
        run(work(server.url))


def test_the_list_has_its_say_only_in_what_is_known(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            conversations = chat.services.conversations
            conversations.set_draft(chat.id, "so that it is kept")
            await chat.services.saver.flush()
            (row,) = await chat.services.library.rows([chat.id])
            stranger: ListRow = replace(row, id=ConversationId("stranger"))
            conversations.patch([replace(row, pinned=True), stranger])
            assert conversations.get(chat.id).pinned
            assert conversations.known(stranger.id) is None
            conversations.forget([chat.id])
            assert chat.id not in conversations
            with pytest.raises(KeyError):
                await conversations.fetch(stranger.id)

    run(work())


def test_a_conversation_deleted_while_it_is_read_has_no_path(tmp_path: Path) -> None:
    async def work(url: str) -> None:
        async with open_chat(tmp_path, url) as chat:
            await chat.ask("q")
            shown = chat.id
        async with open_chat(tmp_path, url) as chat:
            conversations = chat.services.conversations
            await conversations.fetch(shown)
            reading = asyncio.create_task(conversations.load(shown))
            await asyncio.sleep(0)
            conversations.forget([shown])
            await reading
            assert conversations.path(shown) == []

    with raw_server(says("one")) as server:
        run(work(server.url))
