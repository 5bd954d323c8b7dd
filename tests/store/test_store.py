"""Conversations, settings and backups in a real SQLite file."""

import asyncio
import hashlib
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.conversation import Conversation
from chatapp.domain.endpoints import Endpoint, Timeouts
from chatapp.domain.errors import StoreTooNew
from chatapp.domain.messages import (
    ConversationId,
    EndpointId,
    Message,
    MessageId,
    MessageStatus,
    Role,
)
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.replies import AudioReply, Choice, Reply, ToolCall, Usage
from chatapp.domain.rotation import NEWEST
from chatapp.store import backup
from chatapp.store.conversations import SHOWN_FIRST, ConversationStore
from chatapp.store.database import Database
from chatapp.store.endpoints import EndpointStore
from chatapp.store.paths import ProfilePaths, profile_paths
from chatapp.store.preferences import PreferenceStore
from chatapp.store.salvage import salvage
from chatapp.store.search import MessageSearch
from tests.support.everything import all_stored

CONVERSATION = Conversation(
    ConversationId("c"),
    title="T",
    settings={"temperature": Setting(0.0), "stop": Setting(["a"], send=False)},
    leaf_id=MessageId("b"),
    draft="half a tho",
)
ASKED = Message(
    MessageId("a"), CONVERSATION.id, None, Role.USER, content="hello 東京タワー", created_at=1.0
)
ANSWER = Message(
    MessageId("b"), CONVERSATION.id, ASKED.id, Role.ASSISTANT, status=MessageStatus.STREAMING
)


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    made = profile_paths(tmp_path / "profile")
    made.create()
    return made


def with_database(paths: ProfilePaths, work: Callable[[Database], Awaitable[None]]) -> None:
    async def run() -> None:
        database = await Database.open(paths.database)
        try:
            await work(database)
        finally:
            await database.close()

    asyncio.run(run())


def saying(text: str, **more: object) -> Message:
    reply = Reply(choices=(Choice(content=text, **more),), usage=Usage({"prompt_tokens": 3}))  # type: ignore[arg-type]
    return replace(ANSWER, reply=reply)


def test_everything_comes_back_as_it_was(paths: ProfilePaths) -> None:
    async def work(database: Database) -> None:
        store = ConversationStore(database)
        whole = saying(
            "Hi",
            reasoning="hm",
            tool_calls=(ToolCall("1", "f", "{}", extra={"x": {"y": 1}}),),
            audio=AudioReply("i", b"\0\1", "Hi"),
        ).with_status(MessageStatus.COMPLETE)
        await store.put_messages(CONVERSATION, [ASKED, ANSWER])
        await store.finish(whole)
        assert await store.messages(CONVERSATION.id) == [ASKED, whole]
        assert await all_stored(store) == [CONVERSATION]

    with_database(paths, work)


def test_text_that_sqlite_cannot_hold_is_repaired(paths: ProfilePaths) -> None:
    async def work(database: Database) -> None:
        store = ConversationStore(database)
        await store.put_messages(CONVERSATION, [replace(ASKED, content="a\ud800b\0c")])
        (stored,) = await store.messages(CONVERSATION.id)
        assert stored.content == "a�b�c"

    with_database(paths, work)


def test_a_crash_leaves_the_text_so_far_marked_as_interrupted(paths: ProfilePaths) -> None:
    async def work(database: Database) -> None:
        store = ConversationStore(database)
        await store.put_messages(CONVERSATION, [ASKED, ANSWER])
        for text in ("Hel", "Hello", "Hello there"):
            await store.save_partial(saying(text))
        count = await database.read(lambda db: db.execute("SELECT count(*) FROM chunks").fetchone())
        assert count == (3,)
        assert await store.recover() == 1
        _, recovered = await store.messages(CONVERSATION.id)
        assert recovered.text == "Hello there"
        assert recovered.status is MessageStatus.INTERRUPTED

    with_database(paths, work)


def test_text_that_was_taken_back_is_not_kept(paths: ProfilePaths) -> None:
    async def work(database: Database) -> None:
        store = ConversationStore(database)
        await store.put_messages(CONVERSATION, [ASKED, ANSWER])
        await store.save_partial(saying("thinking aloud"))
        await store.save_partial(saying("", reasoning="thinking aloud"))
        await store.save_partial(saying("So", reasoning="thinking aloud"))
        await store.recover()
        _, recovered = await store.messages(CONVERSATION.id)
        assert (recovered.choice.reasoning, recovered.text) == ("thinking aloud", "So")

    with_database(paths, work)


async def found(search: MessageSearch, typed: str) -> list[str]:
    """Return the messages that a search brings."""
    result = await search.search(typed)
    assert result is not None
    return [hit.message_id for hit in result.hits]


def test_search_finds_words_beginnings_and_single_cjk_characters(paths: ProfilePaths) -> None:
    async def work(database: Database) -> None:
        store, search = ConversationStore(database), MessageSearch(database)
        await store.put_messages(CONVERSATION, [ASKED, ANSWER])
        await store.save_partial(saying("streaming words"))
        for typed, count in (("hel", 1), ("東", 1), ("京タ", 1), ("streaming", 0), ('"NEAR(', 0)):
            assert len(await found(search, typed)) == count, typed
        await store.finish(saying("final words").with_status(MessageStatus.COMPLETE))
        assert await found(search, "final") == ["b"]
        await store.erase([CONVERSATION.id])
        assert await found(search, "final") == []
        await database.write(
            lambda db: db.execute(
                "INSERT INTO message_index (message_index) VALUES ('integrity-check')"
            )
        )

    with_database(paths, work)


def test_endpoints_and_settings_survive(paths: ProfilePaths) -> None:
    endpoint = Endpoint(
        EndpointId("e"), "n", "u", settings={"top_p": Setting(1)}, timeouts=Timeouts(idle_s=3)
    )

    async def work(database: Database) -> None:
        await EndpointStore(database).put(endpoint)
        assert await EndpointStore(database).all() == [endpoint]
        preferences = PreferenceStore(database)
        await preferences.put("theme", "dark")
        await preferences.put("enter_key", "nonsense")
        stored = await preferences.load()
        assert (stored["theme"], stored["enter_key"]) == ("dark", "send")

    with_database(paths, work)


def test_a_newer_database_is_refused_untouched(paths: ProfilePaths) -> None:
    db = sqlite3.connect(paths.database)
    db.execute("PRAGMA user_version = 99")
    db.execute("CREATE TABLE t (x)")
    db.commit()
    db.close()
    before = hashlib.sha256(paths.database.read_bytes()).hexdigest()

    async def nothing(database: Database) -> None:
        raise AssertionError(database)

    with pytest.raises(StoreTooNew):
        with_database(paths, nothing)
    assert hashlib.sha256(paths.database.read_bytes()).hexdigest() == before


@pytest.mark.parametrize("damage", ["garbage", "empty", "truncated", "zeroed page"])
def test_a_damaged_database_is_set_aside_and_the_backup_offered(
    paths: ProfilePaths, damage: str
) -> None:
    async def fill(database: Database) -> None:
        store = ConversationStore(database)
        for number in range(50):
            words = replace(ASKED, id=MessageId(f"m{number}"), content="words " * 200)
            await store.put_messages(CONVERSATION, [words])
        assert await backup.back_up(database, paths) is not None

    with_database(paths, fill)
    whole = paths.database.read_bytes()
    paths.database.write_bytes(
        {
            "garbage": b"garbage" * 1000,
            "empty": b"",
            "truncated": whole[: len(whole) // 2],
            "zeroed page": whole[:8192] + bytes(8192) + whole[16384:],
        }[damage]
    )
    rescue = backup.inspect(paths)
    assert rescue is not None
    assert rescue.backup is not None
    assert (rescue.quarantined_to / paths.database.name).exists()
    backup.restore(paths, rescue.backup)
    salvage(paths, rescue.quarantined_to)

    async def check(database: Database) -> None:
        assert len(await ConversationStore(database).messages(CONVERSATION.id)) == 50

    with_database(paths, check)


def test_a_sound_database_is_left_alone(paths: ProfilePaths) -> None:
    async def nothing(database: Database) -> None:
        assert database.path == paths.database

    with_database(paths, nothing)
    assert backup.inspect(paths) is None


def test_old_backups_make_room(paths: ProfilePaths) -> None:
    async def work(database: Database) -> None:
        for _ in range(NEWEST + 3):
            database.changed = True
            await backup.back_up(database, paths)
        assert len(backup.backups(paths)) == NEWEST
        assert await backup.back_up(database, paths) is None

    with_database(paths, work)


def test_the_end_of_a_long_path_is_read_alone(paths: ProfilePaths) -> None:
    """Other branches stay out, and a short conversation is not worth it."""
    count = SHOWN_FIRST + 20
    ids = [MessageId(f"m{number}") for number in range(count)]
    chain = [
        replace(ASKED, id=at, parent_id=ids[number - 1] if number else None)
        for number, at in enumerate(ids)
    ]
    branch = replace(ASKED, id=MessageId("branch"), parent_id=ids[-2])

    async def work(database: Database) -> None:
        store = ConversationStore(database)
        await store.put_messages(CONVERSATION, chain[:SHOWN_FIRST])
        assert await store.end_of_path(CONVERSATION.id, chain[9].id) == []
        await store.put_messages(CONVERSATION, [*chain[SHOWN_FIRST:], branch])
        end = await store.end_of_path(CONVERSATION.id, ids[-1])
        assert [message.id for message in end] == ids[-SHOWN_FIRST:]
        assert await store.end_of_path(CONVERSATION.id, ids[3]) == chain[:4]

    with_database(paths, work)
