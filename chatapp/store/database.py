"""One SQLite file: one writer on one thread, one reader on another; callers await.

Only the writer writes and checkpoints, which keeps clear of the WAL-reset bug of SQLite
before 3.51.3 (``reliability.md`` section 3).
"""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from chatapp.domain.errors import StoreDamaged
from chatapp.store.failures import store_errors
from chatapp.store.migrations import migrate, refuse_newer
from chatapp.store.paths import SUSPECT

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]
BUSY_MS = 5_000
CHECKPOINT_PAGES = 1_000


class _Worker:
    """A thread with one connection that does one piece of work after another."""

    def __init__(self, name: str, on_damage: Callable[[], None]) -> None:
        self._on_damage = on_damage
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    async def do(self, work: Callable[[], T]) -> T:
        """Run ``work`` on the thread; once begun it ends, even if the caller is cancelled."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def job() -> None:
            try:
                with store_errors():
                    result = work()
            except BaseException as error:  # noqa: BLE001 - raised again where it is awaited
                if isinstance(error, StoreDamaged):
                    self._on_damage()
                _say(loop, answer, partial(answer.set_exception, error))
            else:
                _say(loop, answer, partial(answer.set_result, result))

        self._jobs.put(job)
        return await answer

    def end(self) -> None:
        """Finish what is queued and end the thread (blocking)."""
        self._jobs.put(None)
        self._thread.join()


def _say(
    loop: asyncio.AbstractEventLoop, answer: "asyncio.Future[T]", tell: Callable[[], None]
) -> None:
    def unless_cancelled() -> None:
        if not answer.done():
            tell()

    try:
        loop.call_soon_threadsafe(unless_cancelled)
    except RuntimeError:
        return  # the loop has ended; nobody waits for the answer


def connect(path: Path) -> sqlite3.Connection:
    """Open the file for writing, with the settings that every writer needs."""
    return _connected(
        path,
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "mmap_size = 0",
        f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
        "checkpoint_fullfsync = ON",
    )


def _connect_reader(path: Path) -> sqlite3.Connection:
    return _connected(path, "query_only = ON", "wal_autocheckpoint = 0")


def _connected(path: Path, *settings: str) -> sqlite3.Connection:
    """Open the file with some settings; one that refuses them, on a full disk, is closed again."""
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        for setting in (f"busy_timeout = {BUSY_MS}", *settings):
            db.execute(f"PRAGMA {setting}")
    except BaseException:
        db.close()
        raise
    db.text_factory = _decoded
    return db


def _decoded(stored: bytes) -> str:
    """Read text whatever became of it on the disk: one bad byte costs one character."""
    return stored.decode("utf-8", "replace")


class Reader:
    """One more connection that only reads, on a thread of its own; made by ``Database.reader``.

    It ends with its database.
    """

    def __init__(self, worker: _Worker, db: sqlite3.Connection) -> None:
        self._worker = worker
        self._db = db
        self.is_ending = False

    async def read(self, work: Work[T]) -> T:
        """Run a query that sees everything committed before."""
        return await self._worker.do(lambda: work(self._db))

    def interrupt(self) -> None:
        """Break off the query that is running, because a newer one is wanted."""
        self._db.interrupt()

    def end(self) -> None:
        """End the thread and close the connection (blocking); what works on it is broken off."""
        self.is_ending = True
        self._db.interrupt()
        self._worker.end()
        self._db.close()


class Database:
    """The open store. Make it with ``Database.open``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = _Worker("store writer", self._on_damage)
        self._reader = _Worker("store reader", self._on_damage)
        self._write_db: sqlite3.Connection | None = None
        self._read_db: sqlite3.Connection | None = None
        self._readers: list[Reader] = []
        self.changed = False
        """Whether anything was written since the last backup."""

    def _on_damage(self) -> None:
        """Have the next start look at the whole file, however this run ends."""
        with suppress(OSError):
            self.path.with_name(SUSPECT).touch()

    @classmethod
    async def open(cls, path: Path) -> "Database":
        """Open or create the file and bring its schema up to date.

        Raises ``StoreTooNew``, ``StoreDamaged``, ``StoreReadOnly`` or ``StoreFull``.
        """
        database = cls(path)
        try:
            await database._writer.do(database._open_writer)
            await database._reader.do(database._open_reader)
        except BaseException:
            await database.close()
            raise
        return database

    def _open_writer(self) -> None:
        refuse_newer(self.path)
        self._write_db = connect(self.path)
        migrate(self._write_db)

    def _open_reader(self) -> None:
        self._read_db = _connect_reader(self.path)

    async def write(self, work: Work[T]) -> T:
        """Run ``work`` in one transaction: all of it is on disk, or none."""
        return await self._writer.do(lambda: self._transaction(work))

    def _transaction(self, work: Work[T]) -> T:
        db = self._write_db
        assert db is not None  # noqa: S101 - open() has set it
        db.execute("BEGIN IMMEDIATE")
        try:
            result = work(db)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        self.changed = True
        return result

    async def read(self, work: Work[T]) -> T:
        """Run a query that sees everything committed before."""

        def query() -> T:
            assert self._read_db is not None  # noqa: S101 - open() has set it
            return work(self._read_db)

        return await self._reader.do(query)

    async def reader(self, name: str) -> Reader:
        """Open one more connection for reading: for long queries, and those broken off."""
        worker = _Worker(f"store {name}", self._on_damage)
        try:
            db = await worker.do(lambda: _connect_reader(self.path))
        except BaseException:
            await asyncio.to_thread(worker.end)
            raise
        reader = Reader(worker, db)
        self._readers.append(reader)
        return reader

    async def copied(self, work: Callable[[sqlite3.Connection, Callable[[], bool]], T]) -> T:
        """Run long ``work`` on a connection of its own, beside reading and writing; it asks
        whether to go on, and must not once the database is being closed."""
        reader = await self.reader("copier")
        try:
            return await reader.read(lambda db: work(db, lambda: not reader.is_ending))
        finally:
            if reader in self._readers:  # otherwise closing has ended it
                self._readers.remove(reader)
                await asyncio.to_thread(reader.end)

    async def close(self) -> None:
        """Finish what was asked for, then close both connections."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        ending, self._readers = self._readers, []
        for reader in ending:
            reader.end()
        self._reader.end()
        self._writer.end()
        for db in (self._read_db, self._write_db):
            if db is not None:
                db.close()
        self._read_db = self._write_db = None
