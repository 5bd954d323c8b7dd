"""Folders, pins, tags, archive and bin over real files; each change can be taken back."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.changes import ConversationsListed
from chatapp.domain.library import ListQuery, Place
from chatapp.domain.messages import ConversationId
from chatapp.services.library import LibraryService, Undo
from chatapp.store.paths import profile_paths
from tests.support.open_chat import OpenChat, open_chat, rows

NOWHERE = "http://127.0.0.1:9/v1"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 60))


async def three(chat: OpenChat) -> list[ConversationId]:
    """Return three conversations with a draft each; the newest is the last."""
    conversations = chat.services.conversations
    made = [chat.id]
    made += [conversations.create(endpoint_id=None, model="").id for _ in range(2)]
    for number, own_id in enumerate(made):
        conversations.rename(own_id, f"T{number}")
        conversations.set_draft(own_id, "half")
    return made


async def listed(chat: OpenChat, query: ListQuery | None = None) -> list[str]:
    library = chat.services.library
    await chat.services.saver.flush()
    order = await library.order(query or ListQuery())
    return [row.title for row in await library.rows(order.ids)]


Act = Callable[[LibraryService, list[ConversationId]], Awaitable[Undo]]
ACTS: dict[str, tuple[Act, list[str]]] = {
    "pin": (lambda s, ids: s.pin(ids[:1], pinned=True), ["T0", "T2", "T1"]),
    "archive": (lambda s, ids: s.archive(ids[:2], archived=True), ["T2"]),
    "bin": (lambda s, ids: s.bin(ids[1:]), ["T0"]),
    "tag": (lambda s, ids: s.tag(ids, ["work"]), ["T2", "T1", "T0"]),
    "unread": (lambda s, ids: s.mark_unread(ids, unread=True), ["T2", "T1", "T0"]),
}


@pytest.mark.parametrize("name", ACTS)
def test_every_change_is_listed_at_once_and_can_be_taken_back(tmp_path: Path, name: str) -> None:
    act, expected = ACTS[name]

    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            ids = await three(chat)
            library = chat.services.library
            await chat.services.saver.flush()
            before = await library.rows(ids)
            undo = await act(library, ids)
            assert chat.changes[-1] == ConversationsListed()
            assert await listed(chat) == expected
            assert await library.rows(ids) != before
            await undo()
            assert await library.rows(ids) == before
            assert await listed(chat) == ["T2", "T1", "T0"]

    run(work())


def test_what_is_typed_after_a_change_does_not_write_the_old_place_again(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            library, conversations = chat.services.library, chat.services.conversations
            folder = await library.create_folder("  Work \n")
            conversations.set_draft(chat.id, "before")
            await library.move([chat.id], folder.id)
            await library.tag([chat.id], ["#Later"])
            conversations.set_draft(chat.id, "after")
            await chat.services.saver.flush()
        async with open_chat(tmp_path, NOWHERE) as again:
            kept = await again.services.conversations.fetch(chat.id)
            assert (kept.folder_id, kept.tags, kept.draft) == (folder.id, ("later",), "after")
            assert [f.name for f in again.services.library.folders] == ["Work"]

    run(work())


def test_tags_are_added_and_taken_away_from_several(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            ids, library = await three(chat), chat.services.library
            await library.tag(ids, ["a", "b"])
            await library.tag(ids[:1], ["c"], ["a"])
            tags = [row.tags for row in await library.rows(ids)]
            assert tags == [("b", "c"), ("a", "b"), ("a", "b")]
            assert (await library.counts()).tags == {"a": 2, "b": 3, "c": 1}
            assert await listed(chat, ListQuery(Place.TAG, "c")) == ["T0"]

    run(work())


def test_the_bin_outlives_a_restart_and_gives_everything_back(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            ids = await three(chat)
            await chat.services.library.bin(ids[:2])
        async with open_chat(tmp_path, NOWHERE) as again:
            library = again.services.library
            binned = ListQuery(Place.BIN)
            assert sorted(await listed(again, binned)) == ["T0", "T1"]
            await library.restore(ids[:1])
            assert await listed(again, binned) == ["T1"]
            assert "T0" in await listed(again)

    run(work())


def test_what_lay_in_the_bin_for_a_month_is_erased(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            ids, library = await three(chat), chat.services.library
            await library.bin(ids)
            await chat.services.database.write(
                lambda db: db.execute(
                    "UPDATE conversations SET deleted_at = deleted_at - 31 * 86400 WHERE id = ?",
                    (ids[0],),
                )
            )
            await library.erase_old()
            await chat.services.saver.flush()
            kept = rows(profile_paths(tmp_path), "SELECT title FROM conversations ORDER BY title")
            assert kept == [("T1",), ("T2",)]

    run(work())


def test_a_deleted_folder_comes_back_with_what_was_in_it(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            ids, library = await three(chat), chat.services.library
            folder = await library.create_folder("Work")
            await library.move(ids[:2], folder.id)
            rename = await library.rename_folder(folder, "Job")
            assert library.folders[0].name == "Job"
            await rename()
            undo = await library.delete_folder(folder)
            assert library.folders == []
            assert chat.services.conversations.get(ids[0]).folder_id is None
            await undo()
            assert library.folder(folder.id) == folder
            assert sorted(await listed(chat, ListQuery(Place.FOLDER, folder.id))) == ["T0", "T1"]

    run(work())


def test_moving_out_of_the_archive_and_into_a_folder_is_one_step(tmp_path: Path) -> None:
    async def work() -> None:
        async with open_chat(tmp_path, NOWHERE) as chat:
            library = chat.services.library
            folder = await library.create_folder("Work")
            await library.archive([chat.id], archived=True)
            await library.move([chat.id], folder.id)
            kept = chat.services.conversations.get(chat.id)
            assert (kept.archived, kept.folder_id) == (False, folder.id)

    run(work())
