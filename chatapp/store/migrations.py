"""The schema, grown by append-only steps; each brings an older database one version on."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from chatapp.domain.folding import folded
from chatapp.store.attachment_rows import create_tables
from chatapp.store.failures import too_new
from chatapp.store.message_index import create_index
from chatapp.store.message_rows import rebuild_index

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


def m003_library(db: sqlite3.Connection) -> None:
    """Folders, pins, tags, archive and bin; each order of the list has an index that holds
    all it needs, and so have the rare rows that every start looks for. The index of words
    learns models, roles, days and beginnings of words."""
    for statement in (
        "ALTER TABLE conversations ADD COLUMN folder_id TEXT",
        "ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE conversations ADD COLUMN archived INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE conversations ADD COLUMN unread INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE conversations ADD COLUMN tags TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE conversations ADD COLUMN deleted_at REAL",
        "DROP INDEX conversations_by_time",
        """CREATE INDEX conversations_by_change ON conversations
            (archived, pinned DESC, updated_at DESC, id, deleted_at) WHERE deleted_at IS NULL""",
        """CREATE INDEX conversations_by_creation ON conversations
            (archived, pinned DESC, created_at DESC, id, deleted_at) WHERE deleted_at IS NULL""",
        """CREATE INDEX conversations_by_title ON conversations
            (archived, pinned DESC, title COLLATE NOCASE, id, updated_at, deleted_at)
            WHERE deleted_at IS NULL""",
        """CREATE INDEX conversations_in_folder ON conversations
            (folder_id, archived, pinned DESC, updated_at DESC, id, deleted_at)
            WHERE folder_id IS NOT NULL AND deleted_at IS NULL""",
        """CREATE INDEX conversations_tagged ON conversations
            (tags, archived, pinned, updated_at, deleted_at)
            WHERE tags <> '' AND deleted_at IS NULL""",
        """CREATE INDEX conversations_binned ON conversations (deleted_at DESC)
            WHERE deleted_at IS NOT NULL""",
        """CREATE INDEX conversations_empty ON conversations (created_at)
            WHERE draft = '' AND leaf_id IS NULL""",
        """CREATE TABLE folders (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL, data TEXT NOT NULL
        )""",
    ):
        db.execute(statement)
    rebuild_index(db, where="1")


def m004_tools(db: sqlite3.Connection) -> None:
    """Functions written by hand, tool servers, approvals, and tools as they were approved."""
    for statement in (
        "CREATE TABLE tool_functions (name TEXT PRIMARY KEY, data TEXT NOT NULL)",
        "CREATE TABLE tool_servers (name TEXT PRIMARY KEY, data TEXT NOT NULL)",
        "CREATE TABLE tool_grants (data TEXT PRIMARY KEY)",
        """CREATE TABLE tool_pins (
            server TEXT NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL,
            PRIMARY KEY (server, name)
        )""",
    ):
        db.execute(statement)


def m005_attachments(db: sqlite3.Connection) -> None:
    """The bytes of attachments, and which messages need them."""
    create_tables(db)


def m006_sweeps(db: sqlite3.Connection) -> None:
    """Sweeps and what each of their requests brought."""
    for statement in (
        """CREATE TABLE sweeps (
            id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, data TEXT NOT NULL
        ) WITHOUT ROWID""",
        """CREATE TABLE sweep_runs (
            sweep_id TEXT NOT NULL REFERENCES sweeps ON DELETE CASCADE,
            number INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (sweep_id, number)
        ) WITHOUT ROWID""",
    ):
        db.execute(statement)


def m007_prompts(db: sqlite3.Connection) -> None:
    """Prompts and personas."""
    db.execute("CREATE TABLE prompts (id TEXT PRIMARY KEY, kind TEXT NOT NULL, data TEXT NOT NULL)")


def m008_usage(db: sqlite3.Connection) -> None:
    """What answers used, also those of deleted conversations, and prices."""
    db.execute(
        """CREATE TABLE usage (
            message_id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, endpoint_id TEXT NOT NULL,
            model TEXT NOT NULL, at REAL NOT NULL, day TEXT NOT NULL,
            prompt INTEGER NOT NULL, completion INTEGER NOT NULL, cached INTEGER NOT NULL,
            reasoning INTEGER NOT NULL, audio_in INTEGER NOT NULL, audio_out INTEGER NOT NULL,
            image INTEGER NOT NULL, cost REAL
        ) WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX usage_by_day ON usage (day)")
    db.execute(
        """CREATE TABLE prices (
            endpoint_id TEXT NOT NULL, model TEXT NOT NULL, data TEXT NOT NULL,
            PRIMARY KEY (endpoint_id, model)
        ) WITHOUT ROWID"""
    )


def m009_title_keys(db: sqlite3.Connection) -> None:
    """Titles as they are looked for and sorted: without case, width or accents."""
    db.execute("ALTER TABLE conversations ADD COLUMN title_key TEXT NOT NULL DEFAULT ''")
    make_title_keys(db)
    db.execute("DROP INDEX conversations_by_title")
    db.execute(
        """CREATE INDEX conversations_by_title ON conversations
        (archived, pinned DESC, title_key, id, updated_at, deleted_at)
        WHERE deleted_at IS NULL"""
    )


def m010_purposes(db: sqlite3.Connection) -> None:
    """What requests were made for, beside answers; and the use of one conversation at once."""
    db.execute("ALTER TABLE usage ADD COLUMN purpose TEXT NOT NULL DEFAULT 'answer'")
    db.execute("CREATE INDEX usage_of_conversation ON usage (conversation_id)")


def m011_deleted_messages(db: sqlite3.Connection) -> None:
    """Messages that were deleted and can be brought back."""
    db.execute("ALTER TABLE messages ADD COLUMN deleted_at REAL")
    db.execute(
        "CREATE INDEX messages_deleted ON messages (conversation_id, deleted_at)"
        " WHERE deleted_at IS NOT NULL"
    )


def make_title_keys(db: sqlite3.Connection) -> None:
    """Give every conversation that has none the key that its title is looked for by."""
    rows = db.execute(
        "SELECT title, id FROM conversations WHERE title <> '' AND title_key = ''"
    ).fetchall()
    db.executemany(
        "UPDATE conversations SET title_key = ? WHERE id = ?",
        ((folded(title), own_id) for title, own_id in rows),
    )


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    m001_first,
    m002_exchanges,
    m003_library,
    m004_tools,
    m005_attachments,
    m006_sweeps,
    m007_prompts,
    m008_usage,
    m009_title_keys,
    m010_purposes,
    m011_deleted_messages,
)


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
