"""The schema, grown by append-only steps; each brings an older database one version on."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from chatapp.store.failures import too_new
from chatapp.store.message_index import create_index

APPLICATION_ID = 0x43484154


def m001_first(db: sqlite3.Connection) -> None:
    """Conversations as trees, drafts, endpoints, settings, and the index of final text."""
    for statement in (
        """CREATE TABLE conversations (
            id TEXT PRIMARY KEY, title TEXT NOT NULL, leaf_id TEXT, draft TEXT NOT NULL,
            created_at REAL NOT NULL, updated_at REAL NOT NULL, data TEXT NOT NULL
        ) WITHOUT ROWID""",
        "CREATE INDEX conversations_by_time ON conversations (updated_at DESC)",
        """CREATE TABLE messages (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
            conversation_id TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
            parent_id TEXT, role TEXT NOT NULL, status TEXT NOT NULL,
            content TEXT NOT NULL, created_at REAL NOT NULL, data TEXT NOT NULL
        )""",
        "CREATE INDEX messages_of ON messages (conversation_id, number)",
        """CREATE INDEX messages_running ON messages (status)
            WHERE status IN ('waiting','streaming')""",
        """CREATE TABLE chunks (
            number INTEGER PRIMARY KEY,
            message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
            data TEXT NOT NULL
        )""",
        "CREATE INDEX chunks_of ON chunks (message_id, number)",
        """CREATE TABLE sounds (
            message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
            choice INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (message_id, choice)
        )""",
        """CREATE TABLE endpoints (
            id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL
        )""",
        "CREATE TABLE model_lists (endpoint_id TEXT PRIMARY KEY, data TEXT NOT NULL)",
        """CREATE TABLE learned (
            endpoint_id TEXT NOT NULL, model TEXT NOT NULL, data TEXT NOT NULL,
            PRIMARY KEY (endpoint_id, model)
        )""",
        "CREATE TABLE preferences (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    ):
        db.execute(statement)
    create_index(db)


def m002_exchanges(db: sqlite3.Connection) -> None:
    """Requests and replies as they went over the wire, for the inspector."""
    for statement in (
        """CREATE TABLE exchanges (
            id TEXT PRIMARY KEY, conversation_id TEXT REFERENCES conversations ON DELETE CASCADE,
            started_at REAL NOT NULL, data TEXT NOT NULL
        ) WITHOUT ROWID""",
        "CREATE INDEX exchanges_of ON exchanges (conversation_id, id)",
        """CREATE TABLE exchange_bodies (
            id TEXT PRIMARY KEY REFERENCES exchanges ON DELETE CASCADE,
            request BLOB NOT NULL, response BLOB NOT NULL, arrivals BLOB NOT NULL
        )""",
        """CREATE TABLE exchange_steps (
            id TEXT PRIMARY KEY,
            conversation_id TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
            kind TEXT NOT NULL, data TEXT NOT NULL
        ) WITHOUT ROWID""",
        "CREATE INDEX exchange_steps_of ON exchange_steps (conversation_id, id)",
    ):
        db.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (m001_first, m002_exchanges)


def refuse_newer(path: Path) -> None:
    """Raise ``StoreTooNew``, with nothing touched, if a newer version wrote the file."""
    if not path.exists():
        return
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        (version,) = db.execute("PRAGMA user_version").fetchone()
    finally:
        db.close()
    if version > len(MIGRATIONS):
        raise too_new(version, len(MIGRATIONS))


def migrate(db: sqlite3.Connection) -> None:
    """Bring the database up to date, all steps in one transaction."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version == len(MIGRATIONS):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
            step(db)
            db.execute(f"PRAGMA user_version = {number}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def needs_migration(db: sqlite3.Connection) -> bool:
    """Whether an older version wrote this database (a new file needs no backup)."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return 0 < int(version) < len(MIGRATIONS)
