"""All that a profile holds comes over from a damaged database, as far as it can be read."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.conversation import Conversation, FolderId
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.exchanges import Arrivals, Bodies, Exchange, ExchangeId, ExchangeLink
from chatapp.domain.library import Folder, ListQuery, Place
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageId, Role
from chatapp.domain.prompts import Persona, Prompt
from chatapp.domain.tool_grants import ToolGrant
from chatapp.domain.tool_servers import ToolServer
from chatapp.domain.tools import ToolDefinition
from chatapp.domain.usage import Grouping, Price, Spending, Tokens
from chatapp.store import backup
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.store.endpoints import EndpointStore
from chatapp.store.exchanges import ExchangeStore
from chatapp.store.library import LibraryStore
from chatapp.store.paths import ProfilePaths, profile_paths
from chatapp.store.prompts import PromptStore
from chatapp.store.salvage import Salvage, salvage
from chatapp.store.tools import ToolStore
from chatapp.store.usage import UsageStore

Work = Callable[[Database], Awaitable[None]]
FOLDER = Folder(FolderId("f"), "Ordner")
TALK = Conversation(
    ConversationId("c"), title="Äpfel", leaf_id=MessageId("m1"), folder_id=FOLDER.id,
    pinned=True, archived=False, tags=("work", "中文"), updated_at=10,
)  # fmt: skip
ASKED = Message(MessageId("m1"), TALK.id, None, Role.USER, "red apples")
LATER = Message(MessageId("m2"), TALK.id, ASKED.id, Role.USER, "green apples")


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    made = profile_paths(tmp_path / "profile")
    made.create()
    return made


def with_database(paths: ProfilePaths, work: Work) -> None:
    async def run() -> None:
        database = await Database.open(paths.database)
        try:
            await work(database)
        finally:
            await database.close()

    asyncio.run(run())


async def fill(database: Database) -> None:
    """Write down something of every kind."""
    library, tools, usage = LibraryStore(database), ToolStore(database), UsageStore(database)
    await library.put_folder(FOLDER)
    await ConversationStore(database).put_messages(TALK, [ASKED])
    await EndpointStore(database).put(Endpoint(EndpointId("e"), "Mine", "http://localhost/v1"))
    await PromptStore(database).put(Prompt("p", "Greeting", "Hello"))
    await PromptStore(database).put(Persona("q", "Pirate"))
    await tools.put_function(ToolDefinition("add", server=""))
    await tools.put_server(ToolServer("files", command="serve"))
    await tools.put_grant(ToolGrant("files", "read", "fingerprint"))
    await usage.put_price(EndpointId("e"), "m", Price(1, 2))
    await usage.record(Spending(ASKED.id, TALK.id, EndpointId("e"), "m", 5.0, Tokens(3, 4)))
    exchange = Exchange(ExchangeId("x"), started_at=1.0, link=ExchangeLink(TALK.id))
    await ExchangeStore(database).put(exchange, Bodies(b"{}", b"{}", Arrivals()), 0)


async def check(database: Database) -> None:
    """Look for something of every kind; approvals are to be asked for again."""
    library, tools, usage = LibraryStore(database), ToolStore(database), UsageStore(database)
    assert await library.folders() == [FOLDER]
    assert list((await library.order(ListQuery(Place.FOLDER, "f"))).ids) == ["c"]
    assert await library.titled("äPFEL", 9) == ["c"]
    stored = await ConversationStore(database).get(TALK.id)
    assert stored == TALK
    assert [e.name for e in await EndpointStore(database).all()] == ["Mine"]
    assert [p.name for p in await PromptStore(database).prompts()] == ["Greeting"]
    assert [p.name for p in await PromptStore(database).personas()] == ["Pirate"]
    assert [t.name for t in await tools.functions()] == ["add"]
    assert [s.name for s in await tools.servers()] == ["files"]
    assert await tools.grants() == []
    assert await usage.prices() == {("e", "m"): Price(1, 2)}
    (part,) = await usage.parts(Grouping.MODEL, "")
    assert part[0].tokens == Tokens(3, 4)
    ((exchange, _),) = await ExchangeStore(database).of(TALK.id)
    assert exchange.id == "x"
    assert await ExchangeStore(database).bodies(exchange.id) is not None


def set_aside(paths: ProfilePaths) -> Path:
    folder = paths.quarantine / "x"
    folder.mkdir(parents=True)
    paths.database.rename(folder / paths.database.name)
    return folder


def test_something_of_every_kind_comes_over(paths: ProfilePaths) -> None:
    with_database(paths, fill)
    folder = set_aside(paths)
    assert salvage(paths, folder) == Salvage(conversations=1, messages=1, others=7)
    with_database(paths, check)
    assert salvage(paths, folder) == Salvage()
    with_database(paths, check)


def test_what_is_missing_in_a_backup_comes_over_and_the_rest_stays(paths: ProfilePaths) -> None:
    async def work(database: Database) -> None:
        await fill(database)
        assert await backup.back_up(database, paths) is not None
        store = ConversationStore(database)
        changed = replace(TALK, title="Birnen", leaf_id=LATER.id, tags=("home",), updated_at=20)
        await store.put_messages(changed, [LATER])
        await LibraryStore(database).put_folder(Folder(FolderId("g"), "New"))

    with_database(paths, work)
    folder = set_aside(paths)
    backup.restore(paths, backup.backups(paths)[-1])
    assert salvage(paths, folder) == Salvage(conversations=0, messages=1, others=1)

    async def look(database: Database) -> None:
        stored = await ConversationStore(database).get(TALK.id)
        assert stored is not None
        assert (stored.title, stored.leaf_id, stored.tags) == ("Birnen", LATER.id, ("home",))
        assert await LibraryStore(database).titled("birnen", 9) == ["c"]
        assert await LibraryStore(database).titled("äpfel", 9) == []

    with_database(paths, look)


def test_messages_after_the_shown_end_are_shown(paths: ProfilePaths) -> None:
    async def work(database: Database) -> None:
        await fill(database)
        assert await backup.back_up(database, paths) is not None
        await ConversationStore(database).put_messages(TALK, [LATER])

    with_database(paths, work)
    with closing(sqlite3.connect(paths.database)) as db:
        db.execute("DELETE FROM conversations")
        db.commit()
    folder = set_aside(paths)
    backup.restore(paths, backup.backups(paths)[-1])
    salvage(paths, folder)

    async def look(database: Database) -> None:
        stored = await ConversationStore(database).get(TALK.id)
        assert stored is not None
        assert (stored.title, stored.leaf_id) == ("Äpfel", LATER.id)

    with_database(paths, look)


def test_a_record_that_is_no_longer_readable_is_left_behind(paths: ProfilePaths) -> None:
    with_database(paths, fill)
    with closing(sqlite3.connect(paths.database)) as db:
        for table in ("folders", "prompts", "endpoints", "tool_servers"):
            db.execute(f"UPDATE {table} SET data = '{{broken'")  # noqa: S608
        db.execute("UPDATE conversations SET data = '{broken'")
        db.commit()
    assert salvage(paths, set_aside(paths)) == Salvage(conversations=1, messages=1, others=2)

    async def look(database: Database) -> None:
        stored = await ConversationStore(database).get(TALK.id)
        assert stored is not None
        assert (stored.title, stored.tags) == ("Äpfel", TALK.tags)

    with_database(paths, look)


def test_a_database_of_an_older_version_is_brought_over(paths: ProfilePaths) -> None:
    with_database(paths, fill)
    with closing(sqlite3.connect(paths.database)) as db:
        db.execute("DROP INDEX conversations_by_title")
        db.execute("ALTER TABLE conversations DROP COLUMN title_key")
        db.execute("DROP TABLE sweeps")
        db.execute("PRAGMA user_version = 8")
        db.commit()
    salvage(paths, set_aside(paths))
    with_database(paths, check)


def test_a_file_that_is_no_database_brings_nothing(paths: ProfilePaths) -> None:
    folder = paths.quarantine / "x"
    folder.mkdir(parents=True)
    (folder / paths.database.name).write_bytes(b"garbage" * 1000)
    assert salvage(paths, folder) == Salvage()
