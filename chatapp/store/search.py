"""Full-text search over final messages: newest first, never ranked over everything."""

import re
import sqlite3
from dataclasses import dataclass

from chatapp.domain.errors import StoreDamaged
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.store.database import Database
from chatapp.store.message_index import CJK, spaced
from chatapp.store.message_rows import read_message, rebuild_index

MOST_HITS = 200
SNIPPET_BEFORE = 30
SNIPPET = 120


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A message that contains the words, with some text around the first of them."""

    conversation_id: ConversationId
    message_id: MessageId
    snippet: str


def query_for(typed: str) -> str:
    """Return an FTS5 query for what a person typed: every word, the last one as a beginning.

    Each word is quoted, since FTS5 gives a meaning to bare signs and words like NEAR.
    """
    words = [w for w in re.findall(r"\w+", typed) if w]
    phrases = [f'"{" ".join(spaced(word).split())}"' for word in words]
    if not phrases:
        return ""
    last_is_open = not typed[-1:].isspace() and not CJK.search(words[-1][-1])
    return " ".join(phrases) + ("*" if last_is_open else "")


class MessageSearch:
    """Finds messages; a newer search breaks off an older one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def search(self, typed: str) -> list[SearchHit]:
        """Return the newest messages that contain all the words."""
        query = query_for(typed)
        if not query:
            return []
        words = re.findall(r"\w+", typed)
        try:
            return await self._database.read(lambda db: _search(db, query, words))
        except StoreDamaged:
            # Perhaps only the index is damaged, which can be made anew.
            await self._database.write(rebuild_index)
            return await self._database.read(lambda db: _search(db, query, words))


def _search(db: sqlite3.Connection, query: str, words: list[str]) -> list[SearchHit]:
    rows = db.execute(
        "SELECT rowid FROM message_index WHERE message_index MATCH ? ORDER BY rowid DESC LIMIT ?",
        (query, MOST_HITS),
    ).fetchall()
    hits = []
    for (number,) in rows:
        message = read_message(db, number)
        if message is not None:
            snippet = _snippet(message.text, words)
            hits.append(SearchHit(message.conversation_id, message.id, snippet))
    return hits


def _snippet(text: str, words: list[str]) -> str:
    """Return the text around the first of ``words``, on one line."""
    line = " ".join(text.split())
    places = [at for word in words if (at := line.lower().find(word.lower())) >= 0]
    start = max(min(places, default=0) - SNIPPET_BEFORE, 0)
    return ("…" if start else "") + line[start : start + SNIPPET]
