"""The full-text index of final messages.

Chinese and Japanese have no spaces between words, so each such character is indexed as a word
of its own (``reliability.md`` section 3).
"""

import re
import sqlite3

from chatapp.store.records import clean

CJK = re.compile(
    "([\u1100-\u11ff\u2e80-\u2fdf\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff])"
)


def spaced(text: str) -> str:
    """Return text as it is indexed: every CJK character is a word of its own."""
    return CJK.sub(r" \1 ", clean(text))


def create_index(db: sqlite3.Connection) -> None:
    """Make the empty index."""
    db.execute("CREATE VIRTUAL TABLE message_index USING fts5 (words, content='')")


def remove_index(db: sqlite3.Connection) -> None:
    """Drop the index; a damaged one is emptied first, since FTS5 must open what it drops.

    The two records are those of a new FTS5 table (its file format: averages and structure).
    """
    db.execute("DELETE FROM message_index_data")
    db.execute("DELETE FROM message_index_idx")
    db.execute("INSERT INTO message_index_data VALUES (1, x''), (10, x'00000000000000')")
    db.execute("DROP TABLE message_index")


def index_message(db: sqlite3.Connection, number: int, text: str) -> None:
    """Add the words of a message."""
    db.execute("INSERT INTO message_index (rowid, words) VALUES (?,?)", (number, spaced(text)))


def unindex_message(db: sqlite3.Connection, number: int, text: str) -> None:
    """Take the words of a message out; ``text`` must be what was indexed."""
    db.execute(
        "INSERT INTO message_index (message_index, rowid, words) VALUES ('delete',?,?)",
        (number, spaced(text)),
    )
