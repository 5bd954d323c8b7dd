"""The list of conversations in a real SQLite file: orders, places, folders and the bin."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.conversation import Conversation, FolderId
from chatapp.domain.library import Folder, ListQuery, Place, Sort, row_of
from chatapp.domain.messages import ConversationId
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.store.library import LibraryStore

FOLDER = Folder(FolderId("f"), "Work", 1)


def conversation(own_id: str, changed: float, **more: object) -> Conversation:
    made = Conversation(
        ConversationId(own_id), title=f"Title {own_id}", draft="x", created_at=100 - changed,
        updated_at=changed,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


ALL = (
    conversation("a", 1, folder_id=FOLDER.id),
    conversation("b", 2, pinned=True),
    conversation("c", 3, tags=("work", "later")),
    conversation("d", 4, archived=True, folder_id=FOLDER.id),
    conversation("e", 5, deleted_at=9.0),
    conversation("f", 6, unread=True, title="ähnlich 100%"),
)


def with_store(tmp_path: Path, work: Callable[[LibraryStore], Awaitable[None]]) -> None:
    async def run() -> None:
        database = await Database.open(tmp_path / "db")
        try:
            for each in ALL:
                await ConversationStore(database).put(each)
            await LibraryStore(database).put_folder(FOLDER)
            await work(LibraryStore(database))
        finally:
            await database.close()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("query", "expected", "pinned"),
    [
        (ListQuery(), "bfca", 1),
        (ListQuery(sort=Sort.CREATED), "bacf", 1),
        (ListQuery(sort=Sort.TITLE), "bfac", 1),
        (ListQuery(Place.FOLDER, "f"), "a", 0),
        (ListQuery(Place.TAG, "work"), "c", 0),
        (ListQuery(Place.TAG, "wor"), "", 0),
        (ListQuery(Place.ARCHIVE), "d", 0),
        (ListQuery(Place.BIN), "e", 0),
    ],
)
def test_every_place_has_its_conversations_in_order(
    tmp_path: Path, query: ListQuery, expected: str, pinned: int
) -> None:
    async def work(store: LibraryStore) -> None:
        order = await store.order(query)
        assert "".join(order.ids) == expected
        assert order.pinned == pinned
        rows = await store.rows(order.ids)
        assert [query.moment(rows[i]) for i in order.ids] == list(order.moments)
        assert "".join((await store.order(query, 2)).ids) == expected[:2]

    with_store(tmp_path, work)


def test_rows_hold_what_the_list_shows(tmp_path: Path) -> None:
    async def work(store: LibraryStore) -> None:
        rows = await store.rows([c.id for c in ALL] + [ConversationId("unknown")])
        assert rows == {c.id: row_of(c) for c in ALL}

    with_store(tmp_path, work)


def test_titles_are_found_by_any_part_and_signs_are_only_signs(tmp_path: Path) -> None:
    async def work(store: LibraryStore) -> None:
        assert await store.titled("itle", 9) == ["d", "c", "b", "a"]
        assert await store.titled("TITLE", 2) == ["d", "c"]
        assert await store.titled("100%", 9) == ["f"]
        assert await store.titled("%", 9) == ["f"]
        assert await store.titled("_", 9) == []

    with_store(tmp_path, work)


def test_titles_are_found_and_sorted_in_any_case_and_width(tmp_path: Path) -> None:
    async def work(store: LibraryStore) -> None:
        conversations = ConversationStore(store._database)
        titles = ("Éclair", "eagle", "Zebra", "ЖУК", "Ｆｕｌｌ ｶﾞｽ", "Echo", "fuller")
        for title in titles:
            await conversations.put(
                Conversation(ConversationId(title), title=title, tags=("t",), draft="x")
            )
        for typed in ("éc", "ÉC", "жу", "full ガ", "FULL", "ec"):
            assert await store.titled(typed, 9) != [], typed
        assert await store.titled("FULL ｶﾞｽ", 9) == ["Ｆｕｌｌ ｶﾞｽ"]
        order = await store.order(ListQuery(Place.TAG, "t", Sort.TITLE))
        expected = ["eagle", "Echo", "Éclair", "Ｆｕｌｌ ｶﾞｽ", "fuller", "Zebra", "ЖУК"]
        assert list(order.ids) == expected
        await conversations.put(
            Conversation(ConversationId("Éclair"), title="Ünter", tags=("t",), draft="x")
        )
        assert "Éclair" in await store.titled("unt", 9)

    with_store(tmp_path, work)


def test_places_are_counted(tmp_path: Path) -> None:
    async def work(store: LibraryStore) -> None:
        counts = await store.counts()
        assert (counts.archived, counts.binned) == (1, 1)
        assert counts.folders == {"f": 1}
        assert counts.tags == {"work": 1, "later": 1}

    with_store(tmp_path, work)


def test_a_deleted_folder_leaves_what_was_in_it(tmp_path: Path) -> None:
    async def work(store: LibraryStore) -> None:
        assert await store.folders() == [FOLDER]
        assert await store.delete_folder(FOLDER.id) == ["a", "d"]
        assert await store.folders() == []
        rows = await store.rows([ALL[0].id, ALL[3].id])
        assert [row.folder_id for row in rows.values()] == [None, None]
        assert rows[ALL[3].id].archived

    with_store(tmp_path, work)


def test_only_what_has_lain_long_enough_is_old(tmp_path: Path) -> None:
    async def work(store: LibraryStore) -> None:
        assert await store.older_in_bin(9.0) == []
        assert await store.older_in_bin(10.0) == ["e"]

    with_store(tmp_path, work)
