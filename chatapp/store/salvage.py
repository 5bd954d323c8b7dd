"""Bringing rows of a damaged database over into the one that took its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from chatapp.domain.quick_dataclass import dataclass
from chatapp.store.database import connect
from chatapp.store.failures import store_errors
from chatapp.store.message_rows import rebuild_index
from chatapp.store.migrations import migrate
from chatapp.store.paths import ProfilePaths

_BEYOND = 10_000
"""How many numbers are tried where a damaged table cannot say how many it has."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """How much of a damaged database could still be read and was missing elsewhere."""

    conversations: int
    messages: int


def salvage(paths: ProfilePaths, quarantined_to: Path) -> Salvage:
    """Copy rows that can still be read from a damaged database into the restored one, where
    they are missing (blocking); each row that cannot be read is passed over.

    Messages whose conversation is lost get a new one.
    """
    damaged = quarantined_to / paths.database.name
    with store_errors(), closing(connect(paths.database)) as db:
        migrate(db)
        with suppress(sqlite3.DatabaseError), closing(_opened(damaged)) as old:
            db.execute("PRAGMA foreign_keys = OFF")
            db.execute("BEGIN IMMEDIATE")
            taken = Salvage(
                _take(db, "conversations", _columns(old, "conversations"), _from_both_ends(old)),
                _take(db, "messages", _columns(old, "messages"), _by_number(old, db)),
            )
            _adopt_orphans(db)
            if taken.messages:
                rebuild_index(db)
            db.execute("COMMIT")
            return taken
    return Salvage(0, 0)


def _opened(damaged: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"{damaged.as_uri()}?mode=ro", uri=True)
    db.text_factory = lambda stored: stored.decode("utf-8", "replace")
    return db


def _columns(old: sqlite3.Connection, table: str) -> list[str]:
    rows = old.execute(f"PRAGMA table_info({table})")
    return [row[1] for row in rows if row[1] != "number"]


def _from_both_ends(old: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Give the conversations up to the damage from both sides."""
    names = ",".join(_columns(old, "conversations"))
    for order in ("", " DESC"):
        with suppress(sqlite3.DatabaseError):
            yield from old.execute(f"SELECT {names} FROM conversations ORDER BY id{order}")  # noqa: S608


def _by_number(old: sqlite3.Connection, db: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Give the messages one by one: a broken page costs only the rows on it."""
    names = ",".join(_columns(old, "messages"))
    last = _asked(old, "SELECT max(number) FROM messages")
    if last is None:
        last = (_asked(db, "SELECT max(number) FROM messages") or 0) + _BEYOND
    for number in range(1, last + 1):
        with suppress(sqlite3.DatabaseError):
            yield from old.execute(f"SELECT {names} FROM messages WHERE number = ?", (number,))  # noqa: S608


def _asked(db: sqlite3.Connection, query: str) -> int | None:
    with suppress(sqlite3.DatabaseError):
        (value,) = db.execute(query).fetchone()
        return int(value or 0)
    return None


def _take(
    db: sqlite3.Connection, table: str, columns: list[str], rows: Iterator[tuple[object, ...]]
) -> int:
    """Add the rows that are missing; return how many."""
    names, marks = ",".join(columns), ",".join("?" * len(columns))
    statement = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
    return sum(db.execute(statement, row).rowcount for row in rows)


def _adopt_orphans(db: sqlite3.Connection) -> None:
    """Give messages without a conversation one that shows the newest of them."""
    db.execute(
        "INSERT INTO conversations (id, title, leaf_id, draft, created_at, updated_at, data)"
        " SELECT conversation_id, '', (SELECT id FROM messages AS last WHERE"
        " last.conversation_id = lost.conversation_id ORDER BY number DESC LIMIT 1), '',"
        " min(created_at), max(created_at), json_object('id', conversation_id)"
        " FROM messages AS lost WHERE conversation_id NOT IN (SELECT id FROM conversations)"
        " GROUP BY conversation_id"
    )
