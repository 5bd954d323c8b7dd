"""The full-text index of final messages.

Chinese and Japanese have no spaces between words, so each such character is indexed as a word
of its own (``reliability.md`` section 3). Beside the words stand, in columns of their own, the
model and marks for the role and the day: so every operator of a search is answered by the index
alone, newest first, however rare what it looks for. Beginnings of words have their own index,
which makes the first typed letter as quick as a whole word.
"""

import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from chatapp.domain.messages import Message, Role
from chatapp.store.records import clean

CJK = (
    "([\u1100-\u11ff\u2e80-\u2fdf\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff])"
)
_SIGN = "\u0298"
"""Begins every mark: a letter that no word of a message begins with."""
_FIRST, _LAST = date(1970, 1, 1), date(2200, 1, 1)


def spaced(text: str) -> str:
    """Return text as it is indexed: every CJK character is a word of its own."""
    return re.sub(CJK, r" \1 ", clean(text))


def create_index(db: sqlite3.Connection) -> None:
    """Make the empty index."""
    db.execute(
        "CREATE VIRTUAL TABLE message_index"
        " USING fts5 (words, model, marks, content='', prefix='1 2 3 4')"
    )


def remove_index(db: sqlite3.Connection) -> None:
    """Drop the index; a damaged one is emptied first, since FTS5 must open what it drops.

    The two records are those of a new FTS5 table (its file format: averages and structure).
    """
    db.execute("DELETE FROM message_index_data")
    db.execute("DELETE FROM message_index_idx")
    db.execute("INSERT INTO message_index_data VALUES (1, x''), (10, x'00000000000000')")
    db.execute("DROP TABLE message_index")


def index_message(db: sqlite3.Connection, number: int, message: Message) -> None:
    """Add the words of a message."""
    db.execute(
        "INSERT INTO message_index (rowid, words, model, marks) VALUES (?,?,?,?)",
        (number, *indexed(message)),
    )


def unindex_message(db: sqlite3.Connection, number: int, message: Message) -> None:
    """Take the words of a message out; ``message`` must be what was indexed."""
    db.execute(
        "INSERT INTO message_index (message_index, rowid, words, model, marks)"
        " VALUES ('delete',?,?,?,?)",
        (number, *indexed(message)),
    )


def indexed(message: Message) -> tuple[str, str, str]:
    """Return what the three columns hold of a message."""
    return spaced(message.text), clean(message.model), _marks(message.role, message.created_at)


def _marks(role: Role, created_at: float) -> str:
    day = day_of(created_at)
    return f"{role_mark(role)} {_SIGN}{day:%Y} {_SIGN}{day:%Y%m} {_SIGN}{day:%Y%m%d}"


def role_mark(role: Role) -> str:
    """Return the mark of every message of a role."""
    return _SIGN + role.value


def day_of(moment: float) -> date:
    """Return the day (UTC) of a time in epoch seconds, kept within what marks can say."""
    try:
        day = datetime.fromtimestamp(moment, UTC).date()
    except (ValueError, OverflowError, OSError):
        return _FIRST
    return min(max(day, _FIRST), _LAST)


def day_marks(first: date, last: date) -> list[str]:
    """Return the fewest marks that together stand for every day from ``first`` to ``last``."""
    return [_SIGN + mark for mark in _spans(first, last)]


def _spans(first: date, last: date) -> Iterator[str]:
    day = first
    while day <= last:
        year_end, month_end = date(day.year, 12, 31), _month_end(day)
        if day == date(day.year, 1, 1) and year_end <= last:
            yield f"{day:%Y}"
            day = year_end
        elif day.day == 1 and month_end <= last:
            yield f"{day:%Y%m}"
            day = month_end
        else:
            yield f"{day:%Y%m%d}"
        day += timedelta(days=1)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
