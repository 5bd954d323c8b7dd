"""Which messages need which attachments, as rows, and the bytes themselves."""

import sqlite3
from collections.abc import Sequence

from chatapp.domain.attachments import attachments_in
from chatapp.domain.messages import Message


def create_tables(db: sqlite3.Connection) -> None:
    """Make the tables of bytes, and of which messages need them."""
    db.execute(
        "CREATE TABLE attachments (digest TEXT PRIMARY KEY, created_at REAL NOT NULL,"
        " data BLOB NOT NULL)"
    )
    db.execute(
        """CREATE TABLE message_attachments (
            message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
            digest TEXT NOT NULL, PRIMARY KEY (message_id, digest)
        ) WITHOUT ROWID"""
    )
    db.execute("CREATE INDEX messages_with ON message_attachments (digest)")


def note_needed(db: sqlite3.Connection, message: Message) -> None:
    """Write down which bytes a message needs."""
    rows = [(message.id, attachment.digest) for attachment in attachments_in(message.parts)]
    db.executemany("INSERT OR IGNORE INTO message_attachments VALUES (?,?)", rows)


def read(db: sqlite3.Connection, digests: Sequence[str]) -> dict[str, bytes]:
    """Return the bytes of those that are here."""
    found = {}
    for digest in digests:
        row = db.execute("SELECT data FROM attachments WHERE digest = ?", (digest,)).fetchone()
        if row is not None:
            found[digest] = bytes(row[0])
    return found


def drop_unneeded(db: sqlite3.Connection, before_s: float) -> int:
    """Delete old bytes that neither a message nor a draft needs; return how many there were."""
    old = [
        digest
        for (digest,) in db.execute(
            "SELECT digest FROM attachments a WHERE created_at < ? AND NOT EXISTS"
            " (SELECT 1 FROM message_attachments m WHERE m.digest = a.digest)",
            (before_s,),
        )
    ]
    if not old:
        return 0
    drafts = [
        data
        for (data,) in db.execute(
            """SELECT data FROM conversations WHERE instr(data, '"type":"attachment"') > 0"""
        )
    ]
    gone = [digest for digest in old if not any(digest in draft for draft in drafts)]
    db.executemany("DELETE FROM attachments WHERE digest = ?", [(digest,) for digest in gone])
    return len(gone)
