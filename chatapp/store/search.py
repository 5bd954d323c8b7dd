"""Full-text search over final messages: newest first, never ranked over everything.

Searches have a connection of their own, so that a newer one can break off an older one without
touching anything else that is being read.
"""

import re
import sqlite3
import time
from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import lru_cache

from chatapp.domain.errors import StoreDamaged
from chatapp.domain.folding import spellings, widths
from chatapp.domain.late_pattern import late_pattern
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.search_query import SearchQuery, Term, parse_query
from chatapp.store.database import Database, Reader
from chatapp.store.message_index import CJK, day_marks, day_of, role_mark, spaced
from chatapp.store.message_rows import rebuild_index
from chatapp.store.records import tags_to

MOST_CONVERSATIONS = 100
MOST_MESSAGES = 2_000
"""How many messages are looked at for that many conversations; the newest first."""
FREQUENT = 20_000
"""From so many matching messages on, tagged conversations are looked into one by one."""
SNIPPET_BEFORE = 30
SNIPPET = 160
_NOTHING = '"\u0298nothing"'
"""A mark that no message has: bounds that exclude each other find nothing."""
_MARKUP = late_pattern(r"\*\*|~~|`+|^[ \t]*(?:#{1,6}|[-*+]|>) ", re.MULTILINE)
"""Signs of Markdown that a snippet is read better without."""
_READ_AT_ONCE = 100_000
"""How many characters of a message are looked through for the place of a word."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """The newest message of a conversation that was found, with the text around the words.

    ``count`` says how many messages of it are among those that were looked at.
    """

    conversation_id: ConversationId
    message_id: MessageId
    snippet: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought. ``has_more`` tells that older messages were not looked at."""

    query: SearchQuery
    hits: Sequence[SearchHit] = ()
    has_more: bool = False
    took_ms: float = field(default=0.0, compare=False)


class MessageSearch:
    """Finds messages; a newer search breaks off an older one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reader: Reader | None = None
        self._newest = 0

    async def search(self, typed: str) -> Found | None:
        """Return the newest messages that match, or nothing if a newer search came between.

        A damaged index is made anew first. Raises ``StoreError``.
        """
        query = parse_query(typed)
        self._newest += 1
        number = self._newest
        if self._reader is None:
            self._reader = await self._database.reader("search")
        self._reader.interrupt()
        if number != self._newest:
            return None
        try:
            found = await self._find(query, number)
        except StoreDamaged:
            await self._database.write(rebuild_index)
            found = await self._find(query, number)
        return found if number == self._newest else None

    async def _find(self, query: SearchQuery, number: int) -> Found | None:
        assert self._reader is not None  # noqa: S101 - search() has opened it

        def work(db: sqlite3.Connection) -> Found | None:
            if number != self._newest:
                return None
            try:
                return find(db, query)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                    return None
                raise

        return await self._reader.read(work)


def find(db: sqlite3.Connection, query: SearchQuery) -> Found:
    """Return what a query finds, newest first (blocking)."""
    if query.is_empty:
        return Found(query)
    began = time.perf_counter()
    grouped: dict[str, list[int]] = {}
    looked_at = 0
    for number, conversation_id in _candidates(db, query):
        looked_at += 1
        grouped.setdefault(conversation_id, []).append(number)
        if looked_at >= MOST_MESSAGES or len(grouped) > MOST_CONVERSATIONS:
            break
    has_more = looked_at >= MOST_MESSAGES or len(grouped) > MOST_CONVERSATIONS
    hits = [
        _hit(db, ConversationId(own_id), numbers, query.words)
        for own_id, numbers in list(grouped.items())[:MOST_CONVERSATIONS]
    ]
    return Found(query, hits, has_more, (time.perf_counter() - began) * 1000)


# Which messages


def _candidates(db: sqlite3.Connection, query: SearchQuery) -> Iterator[tuple[int, str]]:
    """Give ``(number, conversation)`` of matching messages, newest first."""
    binned = {row[0] for row in db.execute("SELECT id FROM conversations WHERE deleted_at > 0")}
    match = match_for(query)
    wanted = _tagged(db, query.tags) if query.tags else None
    if wanted is not None and (not match or _is_frequent(db, match)):
        source = _in_conversations(db, match, wanted)
    else:
        source = _in_index(db, match, wanted)
    for number, conversation_id, created_at in source:
        if conversation_id not in binned and _is_within(query, created_at):
            yield number, conversation_id


def _is_within(query: SearchQuery, created_at: float) -> bool:
    """Whether a time is within the bounds, to the second; marks know whole days only."""
    late_enough = query.after is None or created_at >= query.after
    return late_enough and (query.before is None or created_at < query.before)


def _is_frequent(db: sqlite3.Connection, match: str) -> bool:
    """Whether so much matches that looking into each tagged conversation is quicker."""
    query = "SELECT count(*) FROM (SELECT 1 FROM message_index WHERE message_index MATCH ? LIMIT ?)"
    return bool(db.execute(query, (match, FREQUENT)).fetchone()[0] == FREQUENT)


def _in_index(
    db: sqlite3.Connection, match: str, wanted: dict[str, float] | None
) -> Iterator[tuple[int, str, float]]:
    one = "SELECT conversation_id, created_at FROM messages WHERE number = ?"
    for (number,) in db.execute(
        "SELECT rowid FROM message_index WHERE message_index MATCH ? ORDER BY rowid DESC", (match,)
    ):
        row = db.execute(one, (number,)).fetchone()
        if row is not None and (wanted is None or row[0] in wanted):
            yield number, *row


def _in_conversations(
    db: sqlite3.Connection, match: str, wanted: dict[str, float]
) -> Iterator[tuple[int, str, float]]:
    """Look into a few conversations, each a stretch of numbers, that changed last first."""
    for own_id in sorted(wanted, key=lambda i: wanted[i], reverse=True):
        numbers = db.execute(
            "SELECT min(number), max(number) FROM messages WHERE conversation_id = ?", (own_id,)
        ).fetchone()
        if numbers[0] is None:
            continue
        if match:
            found = db.execute(
                "SELECT number, conversation_id, created_at FROM message_index"
                " JOIN messages ON number = message_index.rowid"
                " WHERE message_index MATCH ? AND message_index.rowid BETWEEN ? AND ?"
                " AND conversation_id = ? ORDER BY message_index.rowid DESC",
                (match, *numbers, own_id),
            )
        else:
            found = db.execute(
                "SELECT number, conversation_id, created_at FROM messages"
                " WHERE conversation_id = ? AND deleted_at IS NULL ORDER BY number DESC LIMIT 1",
                (own_id,),
            )
        yield from found


def _tagged(db: sqlite3.Connection, tags: Sequence[str]) -> dict[str, float]:
    """Return the conversations that have all the tags, with when they changed."""
    where = " AND ".join("instr(tags, ?)" for _ in tags)
    found = db.execute(
        f"SELECT id, updated_at FROM conversations WHERE tags <> '' AND deleted_at IS NULL AND {where}",  # noqa: S608, E501 - our own words
        [tags_to((tag.casefold(),)) for tag in tags],
    )
    return dict(found.fetchall())


def match_for(query: SearchQuery) -> str:
    """Return the FTS5 expression of all that the index can answer.

    Each word is quoted, since FTS5 gives a meaning to bare signs and words like NEAR.
    """
    parts = [f"words : {_phrase(term)}" for term in query.terms]
    parts += [f"model : {_phrase(term)}" for term in query.models]
    if query.role is not None:
        parts.append(f'marks : "{role_mark(query.role)}"')
    if query.after is not None or query.before is not None:
        first = day_of(query.after if query.after is not None else 0)
        last = day_of(query.before if query.before is not None else 4e10)
        days = " OR ".join(f'"{mark}"' for mark in day_marks(first, last))
        parts.append(f"marks : ({days or _NOTHING})")
    return " AND ".join(parts)


def _phrase(term: Term) -> str:
    """Return the words in any width; case and accents make no difference to FTS5 itself."""
    phrases = [_quoted(words, is_open=term.is_open) for words in widths(" ".join(term.words))]
    return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"


def _quoted(said: str, *, is_open: bool) -> str:
    words = " ".join(spaced(said).split())
    is_cut = is_open and not re.search(CJK, said[-1])
    return f'"{words}"' + ("*" if is_cut else "")


# What is shown of them


def _hit(
    db: sqlite3.Connection, own_id: ConversationId, numbers: list[int], words: Sequence[str]
) -> SearchHit:
    message_id, text = db.execute(
        "SELECT id, CASE role WHEN 'assistant' THEN coalesce(json_extract(data, '$.reply.choices['"
        " || coalesce(json_extract(data, '$.chosen'), 0) || '].content'), '') ELSE content END"
        " FROM messages WHERE number = ?",
        (numbers[0],),
    ).fetchone()
    return SearchHit(own_id, MessageId(message_id), snippet(text, words), len(numbers))


def beginnings(words: Sequence[str]) -> re.Pattern[str]:
    """Return what matches where any of ``words`` begins: the places that a search has found."""
    return _beginnings(tuple(words))


@lru_cache(maxsize=8)
def _beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    each = (("" if re.match(CJK, word) else r"(?<!\w)") + spellings(word) for word in words)
    return re.compile("|".join(each) or r"(?!)", re.IGNORECASE)


def snippet(text: str, words: Sequence[str]) -> str:
    """Return the text around the first of ``words``, on one line."""
    text = text[:_READ_AT_ONCE]
    place = beginnings(words).search(text)
    start = max(place.start() - SNIPPET_BEFORE, 0) if place else 0
    if start and (space := text.find(" ", start, start + SNIPPET_BEFORE)) > 0:
        start = space + 1
    line = " ".join(_MARKUP.sub("", text[start : start + 2 * SNIPPET]).split())
    return ("…" if start else "") + line[:SNIPPET]
