"""Backups, and what happens to a database that is damaged: set aside, never deleted."""

import os
import shutil
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from chatapp.store.database import Database
from chatapp.store.failures import store_errors
from chatapp.store.migrations import needs_migration
from chatapp.store.paths import ProfilePaths

KEPT = 8
PAGES_A_STEP = 2_000
MOST_OF_FREE_DISK = 0.2
_SUFFIXES = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Rescue:
    """A damaged database was set aside; ``backup`` is the newest good copy, if there is one."""

    quarantined_to: Path
    backup: Path | None


def _stamp() -> str:
    return time.strftime("%Y%m%d-%H%M%S", time.gmtime()) + f"-{time.time_ns() % 1000:03d}"


async def back_up(database: Database, paths: ProfilePaths) -> Path | None:
    """Copy the database if it changed; return the copy.

    The copy is made in steps on the writer, checked, and only then given its name. It is left
    out when it would take more than a fifth of the free disk.
    """
    if not database.changed:
        return None
    path = await database.outside_transaction(lambda db: _copy(db, paths))
    if path is not None:
        database.changed = False
    return path


def _copy(db: sqlite3.Connection, paths: ProfilePaths) -> Path | None:
    size = paths.database.stat().st_size
    if size > shutil.disk_usage(paths.data).free * MOST_OF_FREE_DISK:
        return None
    paths.backups.mkdir(mode=0o700, exist_ok=True)
    unfinished = paths.backups / "unfinished.sqlite3"
    unfinished.unlink(missing_ok=True)
    copy = sqlite3.connect(unfinished)
    try:
        db.backup(copy, pages=PAGES_A_STEP)
    finally:
        copy.close()
    if not is_sound(unfinished):
        unfinished.unlink()
        return None
    _to_disk(unfinished)
    finished = paths.backups / f"chatapp-{_stamp()}.sqlite3"
    unfinished.rename(finished)
    for old in backups(paths)[:-KEPT]:
        old.unlink()
    return finished


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def backups(paths: ProfilePaths) -> list[Path]:
    """Return the finished copies, the newest last."""
    return sorted(paths.backups.glob("chatapp-*.sqlite3"))


def is_sound(path: Path) -> bool:
    """Whether a database file passes SQLite's quick check (blocking)."""
    try:
        db = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
            (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            db.close()
    except sqlite3.Error:
        return False
    return bool(verdict == "ok" and tables)


def inspect(paths: ProfilePaths) -> Rescue | None:
    """Look at the database before it is opened; set it aside if it is damaged (blocking).

    The long check runs only after an exit that was not clean. An empty file where backups
    exist is a loss, not a new profile. An older database is copied before it is migrated.
    Raises ``StoreReadOnly`` and ``StoreTooNew`` through ``Database.open`` later, not here.
    """
    path = paths.database
    if not path.exists():
        return None
    clean = paths.clean_exit.exists()
    paths.clean_exit.unlink(missing_ok=True)
    lost = path.stat().st_size == 0 and bool(backups(paths))
    if lost or not _opens(path, check=not clean):
        return _set_aside(paths)
    _copy_before_migration(paths)
    return None


def _opens(path: Path, *, check: bool) -> bool:
    """Whether SQLite can read the file; what is only locked or read-only counts as sound."""
    if path.stat().st_size == 0:
        return True
    try:
        db = sqlite3.connect(path)
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if check:
                (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
                return bool(verdict == "ok")
        finally:
            db.close()
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:
        return False
    return True


def _set_aside(paths: ProfilePaths) -> Rescue:
    """Move the database with its WAL, together, and find the newest good backup."""
    folder = paths.quarantine / _stamp()
    folder.mkdir(mode=0o700, parents=True)
    for suffix in _SUFFIXES:
        part = paths.database.with_name(paths.database.name + suffix)
        if part.exists():
            part.rename(folder / part.name)
    sound = (copy for copy in reversed(backups(paths)) if is_sound(copy))
    return Rescue(folder, next(sound, None))


def restore(paths: ProfilePaths, backup: Path) -> None:
    """Put a copy of ``backup`` in the database's place; nothing else is open (blocking)."""
    unfinished = paths.database.with_suffix(".restoring")
    shutil.copyfile(backup, unfinished)
    _to_disk(unfinished)
    unfinished.rename(paths.database)


@dataclass(frozen=True, slots=True)
class Salvage:
    """How much of a damaged database could still be read and was missing elsewhere."""

    conversations: int
    messages: int


def salvage(paths: ProfilePaths, quarantined_to: Path) -> Salvage:
    """Copy rows that can still be read from a damaged database into the restored one, where
    they are missing (blocking)."""
    damaged = quarantined_to / paths.database.name
    with store_errors():
        db = sqlite3.connect(paths.database, isolation_level=None)
        try:
            return Salvage(
                _take_rows(db, damaged, "conversations", "id"),
                _take_rows(db, damaged, "messages", "id"),
            )
        finally:
            db.close()


def _take_rows(db: sqlite3.Connection, damaged: Path, table: str, key: str) -> int:
    """Copy the readable rows of one table, one by one, past every page that is broken."""
    taken = 0
    try:
        old = sqlite3.connect(f"{damaged.as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return 0
    try:
        columns = [r[1] for r in old.execute(f"PRAGMA table_info({table})") if r[1] != "number"]
        names = ",".join(columns)
        marks = ",".join("?" * len(columns))
        rows = old.execute(f"SELECT {names} FROM {table} ORDER BY created_at")  # noqa: S608
        for row in rows:
            taken += db.execute(
                f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({key}) DO NOTHING",  # noqa: S608
                row,
            ).rowcount
    except sqlite3.Error:
        return taken  # the rest lies behind the damage
    finally:
        old.close()
    return taken


def _copy_before_migration(paths: ProfilePaths) -> None:
    """Copy an older database before it is changed."""
    try:
        db = sqlite3.connect(paths.database)
        try:
            if needs_migration(db):
                _copy(db, paths)
        finally:
            db.close()
    except sqlite3.Error:
        return  # opening the database says in words what is wrong with it
