"""Bringing rows of a damaged database over into the one that took its place.

What is missing there is added, table by table; a conversation that changed later in the damaged
database is renewed. Approvals are not brought over: a doubtful one is asked for again.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from chatapp.domain.quick_dataclass import dataclass
from chatapp.store.database import connect
from chatapp.store.failures import store_errors
from chatapp.store.message_rows import rebuild_index
from chatapp.store.migrations import make_title_keys, migrate
from chatapp.store.paths import ProfilePaths

_BEYOND = 10_000
"""How many numbers are tried where a damaged table cannot say how many it has."""
_OTHERS = (
    "folders", "prompts", "endpoints", "model_lists", "learned", "preferences",
    "tool_functions", "tool_servers", "prices", "usage", "sweeps", "sweep_runs",
)  # fmt: skip
"""What stands for itself."""
_COUNTED = ("folders", "prompts", "endpoints", "tool_functions", "tool_servers", "prices")
"""Of these people know how many they had."""
_PARTS = {
    "chunks": "message_id IN (SELECT id FROM messages)",
    "sounds": "message_id IN (SELECT id FROM messages)",
    "message_attachments": "message_id IN (SELECT id FROM messages)",
    "attachments": "1",
    "exchanges": "conversation_id IS NULL OR conversation_id IN (SELECT id FROM conversations)",
    "exchange_bodies": "id IN (SELECT id FROM exchanges)",
    "exchange_steps": "conversation_id IN (SELECT id FROM conversations)",
    "sweep_runs": "sweep_id IN (SELECT id FROM sweeps)",
}
"""What belongs to something else, and which of it may stay."""


@dataclass(frozen=True, slots=True)
class Salvage:
    """How much of a damaged database could still be read and was missing elsewhere; ``others``
    are folders, prompts, endpoints, tools and prices."""

    conversations: int = 0
    messages: int = 0
    others: int = 0


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
            taken = _Taking(old, db).all()
            db.execute("COMMIT")
            return taken
    return Salvage()


def _opened(damaged: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"{damaged.as_uri()}?mode=ro", uri=True)
    db.text_factory = lambda stored: stored.decode("utf-8", "replace")
    return db


class _Taking:
    """Takes what it can out of ``old`` into ``db``, within a transaction that is open."""

    def __init__(self, old: sqlite3.Connection, db: sqlite3.Connection) -> None:
        self._old = old
        self._db = db

    def all(self) -> Salvage:
        """Take everything; raises ``DatabaseError`` if not even the schema can be read."""
        self._old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        last = _last_number(self._db)
        conversations = self._conversations()
        messages = self._missing("messages", without="number")
        others = {table: self._missing(table) for table in _OTHERS}
        self._missing("chunks", without="number", where=_is_of_new(last))
        for table in _PARTS.keys() - {"chunks"} - set(_OTHERS):
            self._missing(table)
        _adopt_orphans(self._db)
        _show_new_messages(self._db, last)
        for table, stays in _PARTS.items():
            self._db.execute(f"DELETE FROM {table} WHERE NOT ({stays})")  # noqa: S608
        make_title_keys(self._db)
        if messages:
            rebuild_index(self._db)
        return Salvage(conversations, messages, sum(others[table] for table in _COUNTED))

    def _conversations(self) -> int:
        """Take the conversations that are missing, and what changed later of the others; return
        how many were missing."""
        names = [name for name in self._columns("conversations") if name != "title_key"]
        if "id" not in names:
            return 0
        before = _count(self._db, "conversations")
        updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
        statement = (
            f"INSERT INTO conversations ({','.join(names)}) VALUES ({_marks(names)})"  # noqa: S608
            f" ON CONFLICT (id) DO UPDATE SET {updates}, title_key = ''"
            " WHERE excluded.updated_at > conversations.updated_at"
        )
        for row in self._rows("conversations", names):
            if _is_json(row[names.index("data")]):
                with suppress(sqlite3.IntegrityError):
                    self._db.execute(statement, row)
            else:
                self._add("conversations", names, row)  # its columns still say what it is
        return _count(self._db, "conversations") - before

    def _missing(self, table: str, without: str = "", where: str = "1") -> int:
        """Take the rows that are missing; return how many."""
        names = [name for name in self._columns(table) if name != without]
        if not names:
            return 0
        rows = self._rows(table, names)
        if table in _OTHERS and "data" in names:
            at = names.index("data")
            rows = (row for row in rows if _is_json(row[at]))
        return sum(self._add(table, names, row, where) for row in rows)

    def _add(self, table: str, names: list[str], row: Sequence[object], where: str = "1") -> int:
        given = ",".join(f"?{at} AS {name}" for at, name in enumerate(names, start=1))
        statement = (
            f"INSERT OR IGNORE INTO {table} ({','.join(names)})"  # noqa: S608 - our own names
            f" SELECT * FROM (SELECT {given}) WHERE {where}"
        )
        return max(self._db.execute(statement, row).rowcount, 0)

    def _columns(self, table: str) -> list[str]:
        """Return the columns that both databases know; none if the damaged one has no such
        table."""
        known: list[str] = []
        told: list[str] = []
        with suppress(sqlite3.DatabaseError):
            known, told = (
                [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
                for db in (self._db, self._old)
            )
        return [name for name in known if name in told]

    def _rows(self, table: str, names: Iterable[str]) -> Iterator[tuple[object, ...]]:
        """Give what can be read: one by one where rows have numbers, so that a broken page costs
        only the rows on it; else up to the damage from both sides."""
        query = f"SELECT {','.join(names)} FROM {table}"  # noqa: S608 - our own names
        if not _has_numbers(self._db, table):
            key = next(
                row[1] for row in self._db.execute(f"PRAGMA table_info({table})") if row[5] == 1
            )
            for order in ("", " DESC"):
                with suppress(sqlite3.DatabaseError):
                    yield from self._old.execute(f"{query} ORDER BY {key}{order}")
            return
        last = _asked(self._old, f"SELECT max(rowid) FROM {table}")  # noqa: S608
        if last is None:
            last = (_asked(self._db, f"SELECT max(rowid) FROM {table}") or 0) + _BEYOND  # noqa: S608
        for number in range(1, last + 1):
            with suppress(sqlite3.DatabaseError):
                yield from self._old.execute(f"{query} WHERE rowid = ?", (number,))


def _has_numbers(db: sqlite3.Connection, table: str) -> bool:
    (made_by,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return not str(made_by).rstrip().upper().endswith("WITHOUT ROWID")


def _marks(names: Sequence[str]) -> str:
    return ",".join("?" * len(names))


def _count(db: sqlite3.Connection, table: str) -> int:
    return _asked(db, f"SELECT count(*) FROM {table}") or 0  # noqa: S608 - our own names


def _last_number(db: sqlite3.Connection) -> int:
    return _asked(db, "SELECT max(number) FROM messages") or 0


def _asked(db: sqlite3.Connection, query: str) -> int | None:
    with suppress(sqlite3.DatabaseError):
        (value,) = db.execute(query).fetchone()
        return int(value or 0)
    return None


def _is_json(stored: object) -> bool:
    try:
        json.loads(str(stored))
    except (ValueError, RecursionError):
        return False
    return True


def _is_of_new(last: int) -> str:
    """Return which partial texts are wanted: those of messages that were just taken."""
    return f"message_id IN (SELECT id FROM messages WHERE number > {last:d})"  # noqa: S608


def _adopt_orphans(db: sqlite3.Connection) -> None:
    """Give messages without a conversation one that shows the newest of them."""
    db.execute(
        "INSERT INTO conversations (id, title, leaf_id, draft, created_at, updated_at, data)"
        " SELECT conversation_id, '', (SELECT id FROM messages AS last WHERE"
        " last.conversation_id = lost.conversation_id AND deleted_at IS NULL"
        " ORDER BY number DESC LIMIT 1), '',"
        " min(created_at), max(created_at), json_object('id', conversation_id)"
        " FROM messages AS lost WHERE conversation_id NOT IN (SELECT id FROM conversations)"
        " GROUP BY conversation_id"
    )


def _show_new_messages(db: sqlite3.Connection, last: int) -> None:
    """Let conversations whose shown branch ends in nothing, or before messages that were just
    taken, end with the newest of their messages."""
    db.execute(
        "UPDATE conversations SET leaf_id = (SELECT id FROM messages WHERE conversation_id ="
        " conversations.id AND deleted_at IS NULL ORDER BY number DESC LIMIT 1)"
        " WHERE (leaf_id IS NOT NULL AND leaf_id"
        " NOT IN (SELECT id FROM messages)) OR EXISTS (SELECT 1 FROM messages WHERE number > ?"
        " AND deleted_at IS NULL AND parent_id = conversations.leaf_id)",
        (last,),
    )
