"""Backups, and what happens to a database that is damaged: set aside, never deleted."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from chatapp.domain.errors import StoreDamaged, StoreTooNew
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.rotation import kept
from chatapp.store.database import Database, connect
from chatapp.store.failures import store_errors, store_failure
from chatapp.store.migrations import APPLICATION_ID, needs_migration, refuse_newer
from chatapp.store.paths import ProfilePaths

PAGES_A_STEP = 2_000
LARGE = 64 * 1024 * 1024
"""From this size on (bytes) a start does not wait for the long check, nor a quit for a copy."""
GoOn = Callable[[], bool]
MOST_OF_FREE_DISK = 0.2
_SHORTEST = 512
_SUFFIXES = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Rescue:
    """A damaged database was set aside; ``backup`` is the newest good copy, if there is one,
    and ``made_at`` when it was made (epoch seconds)."""

    quarantined_to: Path
    backup: Path | None
    made_at: float = 0.0


def _stamp() -> str:
    return time.strftime("%Y%m%d-%H%M%S", time.gmtime()) + f"-{time.time_ns() % 1000:03d}"


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A finished copy: when it was made (epoch seconds) and how large it is (bytes)."""

    path: Path
    made_at: float
    size: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a copy, and when it was changed last (epoch seconds)."""

    conversations: int
    messages: int
    changed_at: float


async def back_up(database: Database, paths: ProfilePaths) -> Path | None:
    """Copy the database if it changed; return the copy.

    The copy is made beside everything else, checked, and only then given its name. It is left
    out when it would take more than a fifth of the free disk. Raises ``StoreError``.
    """
    if not database.changed:
        return None
    database.changed = False
    path: Path | None = None
    try:
        path = await database.copied(lambda db, go_on: _copy(db, paths, go_on))
    finally:
        database.changed = database.changed or path is None
    return path


async def save_copy(database: Database, target: Path) -> bool:
    """Copy the database to a file of the person's choice; tell whether the copy is sound.

    Raises ``StoreError``; what was at ``target`` before is then as it was.
    """
    return await database.copied(lambda db, go_on: _save(db, target, go_on))


def _save(db: sqlite3.Connection, target: Path, go_on: GoOn) -> bool:
    unfinished = target.with_name(f".{target.name}.part")
    try:
        sound = _copied(db, unfinished, go_on)
        if sound:
            unfinished.replace(target)
        return sound
    finally:
        unfinished.unlink(missing_ok=True)


def _always() -> bool:
    return True


def _copy(db: sqlite3.Connection, paths: ProfilePaths, go_on: GoOn = _always) -> Path | None:
    ((pages,), (page_size,)) = (
        db.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size")
    )
    if pages * page_size > shutil.disk_usage(paths.data).free * MOST_OF_FREE_DISK:
        return None
    paths.backups.mkdir(mode=0o700, exist_ok=True)
    unfinished = paths.backups / "unfinished.sqlite3"
    unfinished.unlink(missing_ok=True)
    try:
        sound = _copied(db, unfinished, go_on)
    except BaseException:
        unfinished.unlink(missing_ok=True)  # a full disk needs its room back
        raise
    if not sound:
        unfinished.unlink()
        return None
    finished = paths.backups / f"chatapp-{_stamp()}.sqlite3"
    unfinished.rename(finished)
    _rotate(paths)
    return finished


def _rotate(paths: ProfilePaths) -> None:
    """Delete the copies that are no longer kept, and the oldest while all take too much."""
    files = listed(paths)
    stay = kept([file.made_at for file in files], time.time())
    room = shutil.disk_usage(paths.data).free + sum(file.size for file in files)
    taken = 0
    for at in reversed(range(len(files))):
        taken += files[at].size
        is_last = at == len(files) - 1
        if not is_last and (at not in stay or taken > room * MOST_OF_FREE_DISK):
            files[at].path.unlink(missing_ok=True)
            taken -= files[at].size


def listed(paths: ProfilePaths) -> list[BackupFile]:
    """Return the finished copies, the newest last (blocking)."""
    found = []
    for path in backups(paths):
        with suppress(OSError):
            stat = path.stat()
            found.append(BackupFile(path, stat.st_mtime, stat.st_size))
    return found


def contents(path: Path) -> Contents | None:
    """Return what is in a file if it is a sound database of ours that this version can read
    (blocking)."""
    try:
        refuse_newer(path)
        if not path.is_file() or not is_sound(path):
            return None
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            (application_id,) = db.execute("PRAGMA application_id").fetchone()
            if application_id != APPLICATION_ID:
                return None
            return Contents(
                db.execute("SELECT count(*) FROM conversations").fetchone()[0],
                db.execute("SELECT count(*) FROM messages").fetchone()[0],
                db.execute("SELECT coalesce(max(updated_at), 0) FROM conversations").fetchone()[0],
            )
    except (sqlite3.Error, OSError, ValueError, StoreTooNew):
        return None


def _copied(db: sqlite3.Connection, into: Path, go_on: GoOn) -> bool:
    """Copy the database onto the disk; tell whether the copy is sound."""

    def on_step(status: int, left: int, total: int) -> None:
        del status, left, total
        if not go_on():
            raise InterruptedError

    copy = sqlite3.connect(into)
    try:
        # As it is at this moment, whatever is written meanwhile.
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        db.backup(copy, pages=PAGES_A_STEP, progress=on_step)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a WAL beside it
    except InterruptedError:
        return False
    finally:
        copy.close()
        if db.in_transaction:
            db.execute("ROLLBACK")
    _to_disk(into)
    return is_sound(into)


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

    The long check runs only after an exit that was not clean. An empty file where there was a
    profile is a loss, not a new profile. An older database is copied before it is migrated.
    Raises ``StoreTooNew`` with nothing touched, ``StoreReadOnly`` or ``StoreFull``.
    """
    with store_errors():
        return _inspect(paths)


def _inspect(paths: ProfilePaths) -> Rescue | None:
    path = paths.database
    if not path.exists():
        # A WAL without its database would be deleted by the next one.
        return _set_aside(paths) if _has_wal(path) else None
    with suppress(sqlite3.Error):  # damage is looked for below
        refuse_newer(path)
    clean = paths.clean_exit.exists() and not paths.suspect.exists()
    size = path.stat().st_size
    if not clean and size >= LARGE and not paths.suspect.exists():
        paths.unchecked.touch()  # it is looked at when the window is open
        clean = True
    if size == 0:
        lost = clean or _has_wal(path) or bool(backups(paths))
    else:
        # SQLite takes a file that is shorter than any database for a new one.
        lost = size < _SHORTEST or not _opens(path, check=not clean)
    paths.clean_exit.unlink(missing_ok=True)
    paths.suspect.unlink(missing_ok=True)
    if lost:
        return _set_aside(paths)
    _copy_before_migration(paths)
    return None


def _has_wal(path: Path) -> bool:
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def mark_clean_exit(paths: ProfilePaths) -> None:
    """Spare the next start the long check (blocking); a full disk spares it nothing."""
    with suppress(OSError):
        paths.clean_exit.touch()


def _opens(path: Path, *, check: bool) -> bool:
    """Whether SQLite can read the file; what is only locked or read-only counts as sound."""
    try:
        with closing(sqlite3.connect(path)) as db:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if check:
                (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
                return bool(verdict == "ok")
    except sqlite3.Error as error:
        failure = store_failure(error)
        return failure is not None and not isinstance(failure, StoreDamaged)
    return True


def _set_aside(paths: ProfilePaths) -> Rescue:
    """Move the database with its WAL, together, and find the newest good backup."""
    folder = paths.quarantine / _stamp()
    folder.mkdir(mode=0o700, parents=True)
    for suffix in _SUFFIXES:
        part = paths.database.with_name(paths.database.name + suffix)
        if part.exists():
            part.rename(folder / part.name)
    sound = (copy for copy in reversed(listed(paths)) if is_sound(copy.path))
    newest = next(sound, None)
    if newest is None:
        return Rescue(folder, None)
    return Rescue(folder, newest.path, newest.made_at)


def exchange(paths: ProfilePaths, backup: Path) -> Path:
    """Put a copy of ``backup`` in the database's place and keep what was there as the newest
    backup, which is returned; nothing else is open (blocking). Raises ``StoreError``."""
    with store_errors():
        with closing(connect(paths.database)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.execute("PRAGMA journal_mode = DELETE")
        unfinished = paths.database.with_suffix(".restoring")
        shutil.copyfile(backup, unfinished)
        _to_disk(unfinished)
        before = paths.backups / f"chatapp-{_stamp()}.sqlite3"
        paths.database.rename(before)
        unfinished.rename(paths.database)
        before.touch()
        return before


def restore(paths: ProfilePaths, backup: Path) -> None:
    """Put a copy of ``backup`` in the database's place; nothing else is open (blocking)."""
    unfinished = paths.database.with_suffix(".restoring")
    shutil.copyfile(backup, unfinished)
    _to_disk(unfinished)
    unfinished.rename(paths.database)


def _copy_before_migration(paths: ProfilePaths) -> None:
    """Copy an older database before it is changed."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(paths.database)) as db:
        # Opening the database says in words what is wrong with it.
        if needs_migration(db):
            _copy(db, paths)
