"""Conversations: what a person changes is kept, and what is deleted can come back."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.errors import StoreFull
from chatapp.domain.messages import Role
from chatapp.domain.parameter_layers import Setting
from chatapp.store.paths import profile_paths
from tests.support.open_chat import OpenChat, open_chat, rows
from tests.support.raw_server import Script, raw_server, reply
from tests.support.small_disk import fill, small_disk

NOWHERE = "http://127.0.0.1:9/v1"
COUNT = "SELECT count(*) FROM messages WHERE deleted_at IS NULL"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


def says(words: str) -> Script:
    body = f'{{"choices":[{{"message":{{"content":"{words}"}},"finish_reason":"stop"}}]}}'
    return [reply(body.encode())]


def texts(chat: OpenChat) -> list[str]:
    return [m.text for m in chat.services.conversations.path(chat.id)]


def test_everything_a_person_sets_is_there_after_a_restart(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            conversations = chat.services.conversations
            conversations.rename(chat.id, "  A \n title ")
            conversations.set_draft(chat.id, "half a tho")
            conversations.set_system(chat.id, "Be brief.", Role.DEVELOPER)
            conversations.set_user_name(chat.id, "Ann")
            conversations.set_parameter(chat.id, "temperature", Setting(0))
            kept = conversations.get(chat.id)
        async with open_chat(tmp_path, NOWHERE) as chat:
            found = await chat.services.conversations.fetch(kept.id)
            assert found == kept
            assert (found.title, found.draft) == ("A title", "half a tho")
            assert found.settings == {"temperature": Setting(0)}

    run(work())


def test_versions_of_an_answer_are_stepped_through(tmp_path: Path) -> None:
    async def work(url: str) -> None:
        async with open_chat(tmp_path, url) as chat:
            conversations, generation = chat.services.conversations, chat.services.generation
            first = await chat.ask("q")
            await chat.ask("more")
            second = await generation.regenerate(chat.id, first.id)
            await generation.wait(chat.id)
            assert texts(chat) == ["q", "two"]
            conversations.show_sibling(chat.id, second, -1)
            assert texts(chat) == ["q", "one", "more", "after"]
            conversations.show_sibling(chat.id, first.id, -1)
            assert texts(chat) == ["q", "one", "more", "after"]
            conversations.show_sibling(chat.id, first.id, +1)
            assert texts(chat) == ["q", "two"]

    with raw_server(says("one"), says("after"), says("two")) as server:
        run(work(server.url))


def test_a_deleted_message_takes_what_follows_and_brings_it_back(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path)

    async def work(url: str) -> None:
        async with open_chat(tmp_path, url) as chat:
            conversations = chat.services.conversations
            first = await chat.ask("q")
            await chat.ask("more")
            restore = await conversations.delete_message(chat.id, first.id)
            assert texts(chat) == ["q"]
            assert rows(paths, COUNT) == [(1,)]
            conversations.set_draft(chat.id, "typed since")
            restore()
            assert texts(chat) == ["q", "one", "more", "after"]
            await chat.services.saver.flush()
            assert rows(paths, COUNT) == [(4,)]
            assert rows(paths, "SELECT draft FROM conversations") == [("typed since",)]

    with raw_server(says("one"), says("after")) as server:
        run(work(server.url))


def test_a_deleted_conversation_is_gone_and_comes_back_whole(tmp_path: Path) -> None:
    async def work(url: str) -> None:
        async with open_chat(tmp_path, url) as chat:
            conversations = chat.services.conversations
            await chat.ask("q")
            restore = await chat.services.library.bin([chat.id])
            assert chat.id not in conversations
            assert await conversations.whole.headings(with_binned=False) == []
            await restore()
            await conversations.load(chat.id)
            assert texts(chat) == ["q", "one"]

    with raw_server(says("one")) as server:
        run(work(server.url))


def test_a_full_disk_that_refuses_to_delete_changes_nothing() -> None:
    with small_disk(2000) as disk:

        async def work(url: str) -> None:
            async with open_chat(disk / "profile", url) as chat:
                conversations = chat.services.conversations
                await chat.ask("q" * 50_000)
                first = conversations.path(chat.id)[0].id
                await chat.services.saver.flush()
                filler = fill(disk)
                with pytest.raises(StoreFull):
                    await conversations.delete_message(chat.id, first)
                assert texts(chat)[1:] == ["one"]
                with pytest.raises(StoreFull):
                    await chat.services.library.bin([chat.id])
                assert conversations.get(chat.id).deleted_at is None
                filler.unlink()
                await chat.services.library.erase([chat.id])
                assert rows(profile_paths(disk / "profile"), COUNT) == [(0,)]

        with raw_server(says("one")) as server:
            run(work(server.url))
