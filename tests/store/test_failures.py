"""Disks that are full, folders that are closed, files that are damaged: each has a name and a
way out, and nothing is deleted."""

import asyncio
import hashlib
import random
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.conversation import Conversation
from chatapp.domain.errors import StoreDamaged, StoreError, StoreFull, StoreReadOnly, StoreTooNew
from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.domain.replies import Choice, Reply
from chatapp.store import backup, migrations
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.store.paths import ProfilePaths, profile_paths
from chatapp.store.salvage import Salvage, salvage
from chatapp.store.search import MessageSearch
from tests.support.everything import all_stored
from tests.support.small_disk import as_nobody, fill, open_folder, small_disk

TORN_WALS = 120
CONVERSATION = Conversation(ConversationId("c"), title="T", leaf_id=MessageId("m0"))
ANSWER = Message(
    MessageId("answer"), CONVERSATION.id, None, Role.ASSISTANT, status=MessageStatus.STREAMING
)


def message(number: int, words: str = "words") -> Message:
    return Message(MessageId(f"m{number}"), CONVERSATION.id, None, Role.USER, words)


def growing(text: str) -> Message:
    return replace(ANSWER, reply=Reply(choices=(Choice(content=text),)))


@pytest.fixture
def paths(tmp_path: Path) -> ProfilePaths:
    made = profile_paths(tmp_path / "profile")
    made.create()
    return made


def with_store(paths: ProfilePaths, work: Callable[[ConversationStore], Awaitable[None]]) -> None:
    async def run() -> None:
        database = await Database.open(paths.database)
        try:
            await work(ConversationStore(database))
        finally:
            await database.close()

    asyncio.run(run())


def filled(paths: ProfilePaths, count: int = 50, words: str = "words " * 200) -> None:
    async def work(store: ConversationStore) -> None:
        await store.put(CONVERSATION)
        await store.put_messages(CONVERSATION, [message(n, words) for n in range(count)])

    with_store(paths, work)


def stored(paths: ProfilePaths) -> list[str]:
    """Start as the app does and return the ids of the messages."""
    found: list[str] = []

    async def work(store: ConversationStore) -> None:
        await store.recover()
        await all_stored(store)
        found.extend(m.id for m in await store.messages(CONVERSATION.id))

    with_store(paths, work)
    return found


def assert_it_has_a_way_out(error: StoreError) -> None:
    assert str(error).strip()
    assert error.hint is not None


# A full disk


def test_a_full_disk_is_said_and_what_was_saved_is_there() -> None:
    with small_disk(1500) as disk:
        paths = profile_paths(disk / "profile")
        paths.create()

        async def work(store: ConversationStore) -> None:
            await store.put_messages(CONVERSATION, [message(0), ANSWER])
            await store.save_partial(growing("Hel"))
            filler = fill(disk)
            big = "lo " * 20_000
            with pytest.raises(StoreFull) as caught:
                await store.save_partial(growing("Hel" + big))
            assert_it_has_a_way_out(caught.value)
            assert caught.value.retryable
            with pytest.raises(StoreFull):
                await store.put_messages(CONVERSATION, [message(1, "x" * 100_000)])
            assert [m.id for m in await store.messages(CONVERSATION.id)] == ["m0", "answer"]
            filler.unlink()
            await store.save_partial(growing("Hel" + big + "end"))
            await store.recover()
            assert (await store.messages(CONVERSATION.id))[1].text == "Hel" + big + "end"

        with_store(paths, work)
        assert stored(paths) == ["m0", "answer"]


def test_a_full_disk_at_the_start_is_said() -> None:
    with small_disk(600) as disk:
        paths = profile_paths(disk / "profile")
        paths.create()
        fill(disk)
        with pytest.raises(StoreFull) as caught:
            stored(paths)
        assert_it_has_a_way_out(caught.value)


def test_a_backup_that_does_not_fit_gives_its_room_back() -> None:
    with small_disk(1500) as disk:
        paths = profile_paths(disk / "profile")
        paths.create()

        async def work() -> None:
            database = await Database.open(paths.database)
            try:
                store = ConversationStore(database)
                await store.put_messages(CONVERSATION, [message(0, "x" * 400_000)])
                assert await backup.back_up(database, paths) is None  # over a fifth of the rest
                assert database.changed
            finally:
                await database.close()

        asyncio.run(work())
        assert list(paths.backups.iterdir()) == []


def test_a_copy_is_one_file_alone(paths: ProfilePaths) -> None:
    async def work() -> None:
        database = await Database.open(paths.database)
        try:
            await ConversationStore(database).put(CONVERSATION)
            await backup.back_up(database, paths)
        finally:
            await database.close()

    asyncio.run(work())
    assert [p.suffix for p in paths.backups.iterdir()] == [".sqlite3"]


# A folder that is closed


def test_a_folder_that_cannot_be_written_to_is_said() -> None:
    with open_folder() as folder:
        paths = profile_paths(folder / "profile")
        paths.create()
        filled(paths, 3)
        paths.clean_exit.touch()
        for path in (paths.data, *paths.data.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        before = hashlib.sha256(paths.database.read_bytes()).hexdigest()
        for start in (lambda: backup.inspect(paths), lambda: stored(paths)):
            assert as_nobody(start).startswith("StoreReadOnly: ")
        assert hashlib.sha256(paths.database.read_bytes()).hexdigest() == before


def test_a_new_profile_in_a_closed_folder_is_said() -> None:
    with open_folder() as folder:
        paths = profile_paths(folder / "profile")
        paths.create()
        for path in (paths.data, *paths.data.rglob("*")):
            path.chmod(0o555)
        assert as_nobody(lambda: stored(paths)).startswith(StoreReadOnly.__name__)


# A WAL that was torn by a power cut


def test_a_torn_wal_opens_with_everything_before_the_tear(paths: ProfilePaths) -> None:
    """Each commit is one acknowledged message; what survives is a prefix of them."""
    acknowledged: list[int] = []

    async def work(store: ConversationStore) -> None:
        await store.put(CONVERSATION)
        wal = paths.database.with_name(paths.database.name + "-wal")
        for number in range(60):
            await store.put_messages(CONVERSATION, [message(number, "words " * 50)])
            acknowledged.append(wal.stat().st_size)
        for suffix in ("", "-wal"):
            name = paths.database.name + suffix
            shutil.copyfile(paths.data / name, paths.backups / f"source{suffix}")

    with_store(paths, work)
    whole = (paths.backups / "source-wal").read_bytes()
    chance = random.Random(7)
    for turn in range(TORN_WALS):
        at = chance.randrange(len(whole))
        torn = _torn(whole, at, ("cut", "zeroed", "garbled")[turn % 3], chance)
        here = profile_paths(paths.data / f"turn{turn}")
        here.create()
        shutil.copyfile(paths.backups / "source", here.database)
        here.database.with_name(here.database.name + "-wal").write_bytes(torn)
        assert backup.inspect(here) is None
        kept = stored(here)
        assert kept == [f"m{n}" for n in range(len(kept))]
        safe = sum(1 for size in acknowledged if size <= at)
        assert len(kept) >= safe, f"torn at {at}: {len(kept)} of {safe} acknowledged"


def _torn(whole: bytes, at: int, how: str, chance: random.Random) -> bytes:
    match how:
        case "cut":
            return whole[:at]
        case "zeroed":
            return whole[:at] + bytes(len(whole) - at)
        case _:
            return whole[:at] + chance.randbytes(4096) + whole[at + 4096 :]


# Damaged files


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "garbage": lambda whole: b"garbage" * 1000,
    "nothing": lambda whole: b"",
    "half": lambda whole: whole[: len(whole) // 2],
    "a cut within a page": lambda whole: whole[:10_000],
    "one byte": lambda whole: whole[:1],
    "no header": lambda whole: bytes(100) + whole[100:],
    "strange format": lambda whole: whole[:44] + b"\0\0\0\x63" + whole[48:],
    **{
        f"page {page} zeroed": lambda whole, page=page: (  # type: ignore[misc]
            whole[: page * 4096] + bytes(4096) + whole[page * 4096 + 4096 :]
        )
        for page in (0, 1, 2, 5, 9, 14)
    },
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("clean", [True, False], ids=["clean exit", "crash"])
def test_damage_ends_in_words_and_the_backup_brings_everything_back(
    paths: ProfilePaths, damage: Callable[[bytes], bytes], clean: bool
) -> None:
    filled(paths)

    async def copy() -> None:
        database = await Database.open(paths.database)
        database.changed = True
        await backup.back_up(database, paths)
        await database.close()

    asyncio.run(copy())
    paths.database.write_bytes(damage(paths.database.read_bytes()))
    if clean:
        paths.clean_exit.touch()
    rescue = backup.inspect(paths)
    if rescue is None:
        # Only the long check sees it, or nothing that matters was hit. Either all is there, or
        # it is said, and the next start looks at the whole file.
        try:
            assert len(stored(paths)) == 50
        except StoreDamaged as error:
            assert_it_has_a_way_out(error)
            paths.clean_exit.touch()  # the app ends as if nothing had been
            rescue = backup.inspect(paths)
            assert rescue is not None
    if rescue is not None:
        assert (rescue.quarantined_to / paths.database.name).exists()
        assert rescue.backup is not None
        backup.restore(paths, rescue.backup)
        salvage(paths, rescue.quarantined_to)
    assert len(stored(paths)) == 50


def test_an_empty_file_after_a_clean_exit_is_a_loss_and_not_a_new_profile(
    paths: ProfilePaths,
) -> None:
    paths.database.touch()
    assert backup.inspect(paths) is None
    paths.clean_exit.touch()
    rescue = backup.inspect(paths)
    assert rescue is not None
    assert rescue.backup is None


def test_a_wal_without_its_database_is_set_aside_and_not_deleted(paths: ProfilePaths) -> None:
    wal = paths.database.with_name(paths.database.name + "-wal")
    wal.write_bytes(b"x" * 5000)
    rescue = backup.inspect(paths)
    assert rescue is not None
    assert (rescue.quarantined_to / wal.name).read_bytes() == b"x" * 5000


def test_rows_beyond_a_broken_page_are_salvaged_and_can_be_found(paths: ProfilePaths) -> None:
    filled(paths, 200)
    whole = paths.database.read_bytes()
    pages = [whole[at : at + 4096] for at in range(0, len(whole), 4096)]
    page = next(n for n, data in enumerate(pages) if n > 20 and data.count(b"words ") > 100)
    paths.database.write_bytes(whole[: page * 4096] + bytes(4096) + whole[page * 4096 + 4096 :])
    rescue = backup.inspect(paths)
    assert rescue is not None
    saved = salvage(paths, rescue.quarantined_to)
    assert saved.conversations == 1
    assert 180 <= saved.messages < 200

    async def search(store: ConversationStore) -> None:
        assert await count(MessageSearch(store._database)) == saved.messages

    with_store(paths, search)


def test_messages_whose_conversation_is_lost_get_one(paths: ProfilePaths) -> None:
    filled(paths, 3)
    with closing(sqlite3.connect(paths.database)) as db:
        db.execute("DELETE FROM conversations")
        db.commit()
    folder = paths.quarantine / "x"
    folder.mkdir(parents=True)
    paths.database.rename(folder / paths.database.name)
    assert salvage(paths, folder) == Salvage(conversations=0, messages=3)

    async def look(store: ConversationStore) -> None:
        (conversation,) = await all_stored(store)
        assert (conversation.id, conversation.leaf_id) == ("c", "m2")

    with_store(paths, look)


@pytest.mark.parametrize("broken", ["{broken", "[1]", '{"status":"nonsense"}', "", "7"])
def test_a_broken_record_costs_itself_and_nothing_else(paths: ProfilePaths, broken: str) -> None:
    filled(paths, 3)
    with closing(sqlite3.connect(paths.database)) as db:
        db.execute("UPDATE messages SET data = ? WHERE id = 'm1'", (broken,))
        db.execute("UPDATE conversations SET data = ?", (broken,))
        for table in ("endpoints", "model_lists", "learned", "preferences"):
            columns = len(list(db.execute(f"PRAGMA table_info({table})")))
            row = ["x"] * (columns - 1) + [broken]
            marks = ",".join("?" * columns)
            db.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608
        db.commit()

    async def look(store: ConversationStore) -> None:
        await store.recover()
        (conversation,) = await all_stored(store)
        assert (conversation.id, conversation.title) == ("c", "T")
        texts = [m.text.split()[0] for m in await store.messages(CONVERSATION.id)]
        assert texts == ["words"] * 3

    with_store(paths, look)


def test_text_with_broken_bytes_is_read_as_far_as_it_can_be(paths: ProfilePaths) -> None:
    filled(paths, 1)
    with closing(sqlite3.connect(paths.database)) as db:
        db.execute("UPDATE messages SET content = CAST(x'61ff62' AS TEXT)")
        db.commit()

    async def look(store: ConversationStore) -> None:
        (only,) = await store.messages(CONVERSATION.id)
        assert only.text == "a\ufffdb"

    with_store(paths, look)


async def count(search: MessageSearch) -> int:
    """Return how many messages hold *words*."""
    found = await search.search("words")
    assert found is not None
    return sum(hit.count for hit in found.hits)


def test_a_damaged_index_is_made_anew_and_no_message_is_refused(paths: ProfilePaths) -> None:
    filled(paths, 30, "words")
    with closing(sqlite3.connect(paths.database)) as db:
        db.execute("UPDATE message_index_data SET block = x'00000000ffffffff' WHERE id = 10")
        db.commit()

    async def work(store: ConversationStore) -> None:
        search = MessageSearch(store._database)
        assert await count(search) == 30
        await store.finish(replace(message(99, "new words"), status=MessageStatus.COMPLETE))
        assert await count(search) == 31

    with_store(paths, work)


# Versions


def test_a_newer_database_is_refused_by_every_step_and_stays_to_the_byte(
    paths: ProfilePaths,
) -> None:
    filled(paths, 3)
    keeper = sqlite3.connect(paths.database, isolation_level=None)
    keeper.execute("PRAGMA wal_autocheckpoint = 0")
    keeper.execute("PRAGMA user_version = 99")
    files = [paths.database, paths.database.with_name(paths.database.name + "-wal")]
    for file in files:
        shutil.copyfile(file, paths.backups / file.name)
    keeper.close()
    for file in files:
        shutil.copyfile(paths.backups / file.name, file)
    paths.clean_exit.touch()
    before = [file.read_bytes() for file in files]
    for start in (lambda: backup.inspect(paths), lambda: stored(paths)):
        with pytest.raises(StoreTooNew) as caught:
            start()
        assert_it_has_a_way_out(caught.value)
        assert [file.read_bytes() for file in files] == before
        assert paths.clean_exit.exists()


def test_an_older_database_is_copied_before_it_is_changed(
    paths: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(paths, 3)
    before = len(migrations.MIGRATIONS)

    def later(db: sqlite3.Connection) -> None:
        db.execute("ALTER TABLE messages ADD COLUMN new TEXT")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, later))
    assert backup.inspect(paths) is None
    assert len(stored(paths)) == 3
    (copy,) = backup.backups(paths)
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (before,)
        assert db.execute("SELECT count(*) FROM messages").fetchone() == (3,)
