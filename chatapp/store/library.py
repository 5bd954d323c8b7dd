"""The list of conversations on disk: its orders, its rows in slices, folders, tags and the bin.

An order is read from an index that holds nothing else, so a hundred thousand conversations
cost a few milliseconds and no record is opened for it.
"""

import sqlite3
from array import array
from collections.abc import Sequence
from typing import Any

from chatapp.domain.conversation import FolderId
from chatapp.domain.folding import folded
from chatapp.domain.library import (
    Folder,
    ListOrder,
    ListQuery,
    ListRow,
    Place,
    PlaceCounts,
    Sort,
)
from chatapp.domain.messages import ConversationId
from chatapp.store.database import Database
from chatapp.store.records import clean, dumps, loads, readable, tags_from, tags_to

_ROW = "id, title, created_at, updated_at, folder_id, pinned, archived, unread, tags, deleted_at"
_ORDERS = {
    Sort.CHANGED: ("updated_at", "pinned DESC, updated_at DESC, id"),
    Sort.CREATED: ("created_at", "pinned DESC, created_at DESC, id"),
    Sort.TITLE: ("updated_at", "pinned DESC, title_key, id"),
}


class LibraryStore:
    """Reads the list in slices and changes where conversations are; never their words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def order(self, query: ListQuery, most: int = -1) -> ListOrder:
        """Return which conversations are in a place; of all, at most ``most``."""
        return await self._database.read(lambda db: _order(db, query, most))

    async def rows(self, ids: Sequence[ConversationId]) -> dict[ConversationId, ListRow]:
        """Return what the list shows of those that are there."""
        return await self._database.read(lambda db: _rows(db, ids))

    async def titled(self, words: str, most: int) -> list[ConversationId]:
        """Return the conversations with ``words`` in their title, that changed last first."""
        return await self._database.read(lambda db: _titled(db, words, most))

    async def counts(self) -> PlaceCounts:
        """Return how many conversations there are where."""
        return await self._database.read(_counts)

    async def put_rows(self, rows: Sequence[ListRow]) -> None:
        """Write down where conversations are (folder, marks, tags, bin); all or none."""
        await self._database.write(lambda db: _put_rows(db, rows))

    async def older_in_bin(self, moment: float) -> list[ConversationId]:
        """Return what was deleted before a time, in epoch seconds."""
        return await self._database.read(
            lambda db: [
                ConversationId(row[0])
                for row in db.execute(
                    "SELECT id FROM conversations WHERE deleted_at < ?", (moment,)
                )
            ]
        )

    async def folders(self) -> list[Folder]:
        """Return the folders in their order."""
        return await self._database.read(
            lambda db: list(
                readable(
                    db.execute("SELECT data FROM folders ORDER BY position, name").fetchall(),
                    lambda row: loads(Folder, row[0]),
                )
            )
        )

    async def put_folder(self, folder: Folder) -> None:
        """Add a folder or replace the one with its id."""
        await self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO folders VALUES (?,?,?,?)",
                (folder.id, clean(folder.name), folder.position, dumps(folder)),
            )
        )

    async def delete_folder(self, folder_id: FolderId) -> list[ConversationId]:
        """Delete a folder; return what was in it, which is now in none."""
        return await self._database.write(lambda db: _delete_folder(db, folder_id))


def _where(query: ListQuery) -> tuple[str, tuple[str, ...]]:
    match query.place:
        case Place.BIN:
            return "deleted_at IS NOT NULL", ()
        case Place.ARCHIVE:
            return "deleted_at IS NULL AND archived = 1", ()
        case Place.FOLDER:
            return "deleted_at IS NULL AND archived = 0 AND folder_id = ?", (query.key,)
        case Place.TAG:
            return (
                "deleted_at IS NULL AND archived = 0 AND tags <> '' AND instr(tags, ?)",
                (tags_to((query.key,)),),
            )
        case Place.ALL:
            return "deleted_at IS NULL AND archived = 0", ()


def _order(db: sqlite3.Connection, query: ListQuery, most: int) -> ListOrder:
    moment, order = _ORDERS[query.sort]
    if query.place is Place.BIN:
        moment, order = "deleted_at", "deleted_at DESC, id"
    where, values = _where(query)
    ids: list[ConversationId] = []
    moments, pinned = array("d"), 0
    pins = "0" if query.place is Place.BIN else "pinned"
    for own_id, at, is_pinned in db.execute(
        f"SELECT id, {moment}, {pins} FROM conversations WHERE {where} ORDER BY {order} LIMIT ?",  # noqa: S608 - our own words
        (*values, most),
    ):
        ids.append(own_id)
        moments.append(at)
        pinned += is_pinned
    return ListOrder(ids, moments, pinned)


def _rows(db: sqlite3.Connection, ids: Sequence[ConversationId]) -> dict[ConversationId, ListRow]:
    marks = ",".join("?" * len(ids))
    found = db.execute(f"SELECT {_ROW} FROM conversations WHERE id IN ({marks})", ids)  # noqa: S608
    return {ConversationId(row[0]): _row(row) for row in found}


def _row(row: Sequence[Any]) -> ListRow:
    own_id, title, created, updated, folder, pinned, archived, unread, tags, deleted = row
    return ListRow(
        ConversationId(own_id), title, created, updated, FolderId(folder) if folder else None,
        bool(pinned), bool(archived), bool(unread), tags_from(tags), deleted,
    )  # fmt: skip


def _titled(db: sqlite3.Connection, words: str, most: int) -> list[ConversationId]:
    key = folded(words)
    if not key:
        return []
    found = db.execute(
        "SELECT id, updated_at FROM conversations INDEXED BY conversations_by_title"
        " WHERE deleted_at IS NULL AND instr(title_key, ?)"
        " ORDER BY updated_at DESC LIMIT ?",
        (key, most),
    )
    return [ConversationId(row[0]) for row in found]


def _counts(db: sqlite3.Connection) -> PlaceCounts:
    def one(where: str) -> int:
        query = f"SELECT count(*) FROM conversations WHERE {where}"  # noqa: S608 - our own words
        return int(db.execute(query).fetchone()[0])

    folders = db.execute(
        "SELECT folder_id, count(*) FROM conversations WHERE folder_id IS NOT NULL"
        " AND deleted_at IS NULL AND archived = 0 GROUP BY folder_id"
    )
    tags: dict[str, int] = {}
    for stored, count in db.execute(
        "SELECT tags, count(*) FROM conversations WHERE tags <> '' AND deleted_at IS NULL"
        " AND archived = 0 GROUP BY tags"
    ):
        for tag in tags_from(stored):
            tags[tag] = tags.get(tag, 0) + count
    return PlaceCounts(
        one("deleted_at IS NULL AND archived = 1"),
        one("deleted_at IS NOT NULL"),
        dict(folders.fetchall()),
        tags,
    )


def _put_rows(db: sqlite3.Connection, rows: Sequence[ListRow]) -> None:
    db.executemany(
        "UPDATE conversations SET folder_id = ?, pinned = ?, archived = ?, unread = ?, tags = ?,"
        " deleted_at = ? WHERE id = ?",
        [
            (r.folder_id, r.pinned, r.archived, r.unread, tags_to(r.tags), r.deleted_at, r.id)
            for r in rows
        ],
    )


def _delete_folder(db: sqlite3.Connection, folder_id: FolderId) -> list[ConversationId]:
    inside = db.execute("SELECT id FROM conversations WHERE folder_id = ?", (folder_id,)).fetchall()
    db.execute("UPDATE conversations SET folder_id = NULL WHERE folder_id = ?", (folder_id,))
    db.execute("DELETE FROM folders WHERE id = ?", (folder_id,))
    return [ConversationId(row[0]) for row in inside]
