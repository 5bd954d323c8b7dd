"""Copies beside the running app, what is in them, and going back to one."""

import asyncio
import os
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.store import backup
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.store.paths import ProfilePaths, profile_paths
from tests.support.waiting import until

Work = Callable[[Database, ConversationStore], Awaitable[None]]


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    made = profile_paths(tmp_path / "profile")
    made.create()
    return made


def with_database(paths: ProfilePaths, work: Work) -> None:
    async def run() -> None:
        database = await Database.open(paths.database)
        try:
            await work(database, ConversationStore(database))
        finally:
            await database.close()

    asyncio.run(run())


def said(number: int, words: str = "words") -> Message:
    own = ConversationId("c")
    return Message(MessageId(f"m{number}"), own, None, Role.USER, content=words)


async def write(store: ConversationStore, *messages: Message) -> None:
    conversation = Conversation(ConversationId("c"), title="T", updated_at=5.0)
    await store.put_messages(conversation, messages)


def test_writing_goes_on_while_a_copy_is_made(paths: ProfilePaths) -> None:
    async def work(database: Database, store: ConversationStore) -> None:
        await write(store, *(said(n, "x" * 20_000) for n in range(2_000)))
        copying = asyncio.create_task(backup.back_up(database, paths))
        await asyncio.sleep(0)
        written = 0
        while not copying.done():
            await write(store, said(10_000 + written))
            written += 1
        copy = await copying
        assert copy is not None
        found = backup.contents(copy)
        assert found is not None
        assert 2_000 <= found.messages <= 2_000 + written
        assert database.changed

    with_database(paths, work)


def test_closing_breaks_a_copy_off_and_leaves_nothing_half(paths: ProfilePaths) -> None:
    async def run() -> None:
        database = await Database.open(paths.database)
        await write(ConversationStore(database), *(said(n, "x" * 50_000) for n in range(2_000)))
        copying = asyncio.create_task(backup.back_up(database, paths))
        await until(lambda: copying.done() or (paths.backups / "unfinished.sqlite3").exists())
        await database.close()
        copy = await copying
        assert (copy is None) == (not backup.backups(paths))
        assert not (paths.backups / "unfinished.sqlite3").exists()

    asyncio.run(run())


def test_a_copy_says_what_is_in_it_and_anything_else_is_none(
    paths: ProfilePaths, tmp_path: Path
) -> None:
    target = tmp_path / "copy.sqlite3"

    async def work(database: Database, store: ConversationStore) -> None:
        await write(store, said(1), said(2))
        assert await backup.save_copy(database, target)

    with_database(paths, work)
    assert backup.contents(target) == backup.Contents(1, 2, 5.0)
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE conversations (x)")
    (tmp_path / "text").write_text("no database")
    newer = tmp_path / "newer.sqlite3"
    newer.write_bytes(target.read_bytes())
    with closing(sqlite3.connect(newer)) as db:
        db.execute("PRAGMA user_version = 999")
    for name in ("other.sqlite3", "text", "newer.sqlite3", "missing"):
        assert backup.contents(tmp_path / name) is None, name
    assert list(tmp_path.glob(".*.part")) == []


def test_going_back_keeps_what_was_there_as_the_newest_backup(
    paths: ProfilePaths, tmp_path: Path
) -> None:
    target = tmp_path / "copy.sqlite3"

    async def fill(database: Database, store: ConversationStore) -> None:
        await write(store, said(1))
        await backup.save_copy(database, target)
        await write(store, said(2))

    async def look(database: Database, store: ConversationStore) -> None:
        assert [m.id for m in await store.messages(ConversationId("c"))] == ["m1"]

    with_database(paths, fill)
    before = backup.exchange(paths, target)
    assert [file.path for file in backup.listed(paths)] == [before]
    assert backup.contents(before) == backup.Contents(1, 2, 5.0)
    assert backup.inspect(paths) is None
    with_database(paths, look)


def test_a_large_database_that_was_not_closed_is_looked_at_later(
    paths: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fill(database: Database, store: ConversationStore) -> None:
        await write(store, *(said(n, "x" * 1_000) for n in range(200)))

    with_database(paths, fill)
    monkeypatch.setattr(backup, "LARGE", 1_000)
    content = bytearray(paths.database.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8_192] = os.urandom(8_192)
    paths.database.write_bytes(content)
    assert backup.inspect(paths) is None
    assert paths.unchecked.exists()
    paths.suspect.touch()
    assert backup.inspect(paths) is not None
