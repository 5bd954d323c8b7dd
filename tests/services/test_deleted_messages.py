"""Deleted messages are gone for people and searches, and come back, also after a restart."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from chatapp.domain.library import BIN_DAYS
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.store.search import MessageSearch
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import Script, raw_server, reply

ALL = "SELECT count(*) FROM messages"
Work = Callable[[OpenChat], Awaitable[None]]


def says(words: str) -> Script:
    body = f'{{"choices":[{{"message":{{"content":"{words}"}},"finish_reason":"stop"}}]}}'
    return [reply(body.encode())]


def run(folder: Path, *sittings: Work) -> None:
    """Do each piece of work in a run of its own on the same profile."""

    async def work(url: str) -> None:
        for sitting in sittings:
            async with open_chat(folder, url) as chat:
                await sitting(chat)

    with raw_server(*[says("apples")] * 6) as server:
        asyncio.run(work(server.url))


def texts(chat: OpenChat, own_id: ConversationId) -> list[str]:
    return [m.text for m in chat.services.conversations.path(own_id)]


async def found(chat: OpenChat, words: str) -> int:
    hits = await MessageSearch(chat.services.database).search(words)
    assert hits is not None
    return sum(hit.count for hit in hits.hits)


def test_a_deleted_branch_comes_back_after_a_restart(tmp_path: Path) -> None:
    known: list[tuple[ConversationId, MessageId]] = []

    async def delete(chat: OpenChat) -> None:
        answer = await chat.ask("first pears")
        await chat.ask("second pears")
        await chat.services.conversations.delete_message(chat.id, answer.id)
        known.append((chat.id, answer.id))
        assert texts(chat, chat.id) == ["first pears"]
        assert await found(chat, "apples") == 0

    async def restore(chat: OpenChat) -> None:
        own_id, first = known[0]
        conversations = chat.services.conversations
        await conversations.load(own_id)
        assert texts(chat, own_id) == ["first pears"]
        assert await found(chat, "pears") == 1
        (branch,) = await conversations.deleted.of(own_id)
        assert (branch.first, branch.count, branch.words) == (first, 3, "apples")
        await conversations.deleted.restore(own_id, first)
        tree = conversations.tree(own_id)
        conversations.show_leaf(own_id, tree.newest_leaf(first))
        assert texts(chat, own_id) == ["first pears", "apples", "second pears", "apples"]
        assert await conversations.deleted.of(own_id) == []
        assert (await found(chat, "pears"), await found(chat, "apples")) == (2, 2)

    async def look(chat: OpenChat) -> None:
        await chat.services.conversations.load(known[0][0])
        assert len(texts(chat, known[0][0])) == 4

    run(tmp_path, delete, restore, look)


def test_what_hangs_on_deleted_messages_brings_them_along(tmp_path: Path) -> None:
    async def work(chat: OpenChat) -> None:
        conversations = chat.services.conversations
        answer = await chat.ask("one")
        await chat.ask("two")
        late, early = conversations.path(chat.id)[2].id, answer.id
        await conversations.delete_message(chat.id, late)
        await conversations.delete_message(chat.id, early)
        (branch,) = await conversations.deleted.of(chat.id)
        assert (branch.first, branch.count) == (early, 3)
        await conversations.deleted.restore(chat.id, late)
        assert len(conversations.tree(chat.id)) == 4
        assert await conversations.deleted.of(chat.id) == []

    run(tmp_path, work)


def test_undo_and_the_list_of_deleted_messages_agree(tmp_path: Path) -> None:
    async def work(chat: OpenChat) -> None:
        conversations = chat.services.conversations
        answer = await chat.ask("one")
        undo = await conversations.delete_message(chat.id, answer.id)
        assert len(await conversations.deleted.of(chat.id)) == 1
        undo()
        assert await conversations.deleted.of(chat.id) == []
        await chat.services.saver.flush()
        assert await found(chat, "apples") == 1

    run(tmp_path, work)


def test_a_conversation_of_which_all_was_deleted_is_no_new_one(tmp_path: Path) -> None:
    async def work(chat: OpenChat) -> None:
        conversations = chat.services.conversations
        assert conversations.is_pristine(chat.id)
        await chat.ask("one")
        await conversations.delete_message(chat.id, conversations.path(chat.id)[0].id)
        assert conversations.path(chat.id) == []
        assert not conversations.is_pristine(chat.id)

    run(tmp_path, work)


def test_deleted_for_good_is_gone_from_the_disk(tmp_path: Path) -> None:
    async def work(chat: OpenChat) -> None:
        conversations, database = chat.services.conversations, chat.services.database
        answer = await chat.ask("one")
        await conversations.delete_message(chat.id, answer.id)
        await conversations.deleted.erase(chat.id, answer.id)
        assert await conversations.deleted.of(chat.id) == []
        (count,) = await database.read(lambda db: db.execute(ALL).fetchone())
        assert count == 1

    run(tmp_path, work)


def test_what_lay_deleted_for_long_goes_with_the_old_of_the_bin(tmp_path: Path) -> None:
    async def work(chat: OpenChat) -> None:
        conversations, database = chat.services.conversations, chat.services.database
        answer = await chat.ask("one")
        await conversations.delete_message(chat.id, answer.id)
        await chat.services.library.erase_old()
        assert len(await conversations.deleted.of(chat.id)) == 1
        then = time.time() - (BIN_DAYS + 1) * 86_400
        change = "UPDATE messages SET deleted_at = ? WHERE deleted_at IS NOT NULL"
        await database.write(lambda db: db.execute(change, (then,)))
        await chat.services.library.erase_old()
        assert await conversations.deleted.of(chat.id) == []

    run(tmp_path, work)


def test_damage_of_the_index_does_not_bring_deleted_words_back(tmp_path: Path) -> None:
    from chatapp.store.message_rows import rebuild_index

    async def work(chat: OpenChat) -> None:
        answer = await chat.ask("one")
        await chat.services.conversations.delete_message(chat.id, answer.id)
        await chat.services.database.write(rebuild_index)
        assert await found(chat, "apples") == 0
        await chat.services.conversations.deleted.restore(chat.id, answer.id)
        assert await found(chat, "apples") == 1

    run(tmp_path, work)


def test_an_import_brings_deleted_messages_back(tmp_path: Path) -> None:
    async def work(chat: OpenChat) -> None:
        conversations = chat.services.conversations
        answer = await chat.ask("one")
        whole = (conversations.get(chat.id), conversations.tree(chat.id).all())
        await conversations.delete_message(chat.id, answer.id)
        await conversations.whole.take(*whole)
        assert len(conversations.tree(chat.id)) == 2
        assert await conversations.deleted.of(chat.id) == []
        assert await found(chat, "apples") == 1

    run(tmp_path, work)
