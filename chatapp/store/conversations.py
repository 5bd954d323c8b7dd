"""Conversations and their messages on disk."""

import gc
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from chatapp.domain.attachments import attachments_in
from chatapp.domain.conversation import Conversation, FolderId, MessageTree
from chatapp.domain.errors import StoreDamaged
from chatapp.domain.folding import folded
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import ConversationId, Message, MessageId
from chatapp.store import attachment_rows, message_rows
from chatapp.store.database import Database, Work
from chatapp.store.message_rows import PartialWriter
from chatapp.store.records import DAMAGED_RECORD, clean, dumps, loads, tags_from, tags_to

T = TypeVar("T")
LONG = 1_000
"""Messages; walking so many objects takes longer than a frame."""
SHOWN_FIRST = 60
"""Messages of a long conversation that can be read before all others."""
_OWN_COLUMNS = (
    "id, title, leaf_id, draft, created_at, updated_at, data, folder_id, pinned, archived, unread,"
    " tags, deleted_at"
)
_WRITTEN_COLUMNS = f"{_OWN_COLUMNS}, title_key"
_MARKS = ",".join("?" * len(_WRITTEN_COLUMNS.split(",")))
_UPDATES = ", ".join(
    f"{name} = excluded.{name}"
    for name in _WRITTEN_COLUMNS.replace(" ", "").split(",")
    if name not in ("id", "created_at")
)


class ConversationStore:
    """Reads and writes conversations; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._partial = PartialWriter()

    async def get(self, conversation_id: ConversationId) -> Conversation | None:
        """Return a conversation without its messages."""
        return await self._database.read(lambda db: _get(db, conversation_id))

    async def headings(self, *, with_binned: bool) -> list[tuple[ConversationId, str]]:
        """Return the conversations in which there is something, and their titles, that changed
        last first."""
        return await self._database.read(lambda db: _headings(db, with_binned=with_binned))

    async def put(self, conversation: Conversation) -> None:
        """Add a conversation or replace the one with its id."""
        await self._database.write(lambda db: put_conversation(db, conversation))

    async def erase(self, ids: Sequence[ConversationId]) -> None:
        """Delete conversations for good, with all their messages."""
        await self._write(lambda db: _erase(db, ids))

    async def messages(self, conversation_id: ConversationId) -> list[Message]:
        """Return the messages of all branches, parents before children."""
        return await self._database.read(
            lambda db: message_rows.of_conversation(db, conversation_id)
        )

    async def attached(
        self, parts: Iterable[JsonObject], *, most: int | None = None
    ) -> dict[str, bytes]:
        """Return the bytes of the attachments among ``parts``, by digest; with ``most``, of
        those that have no more bytes than that."""
        found = attachments_in(parts)
        digests = list({a.digest: None for a in found if most is None or a.size <= most})
        if not digests:
            return {}
        return await self._database.read(lambda db: attachment_rows.read(db, digests))

    async def tree(self, conversation_id: ConversationId) -> MessageTree:
        """Return all branches of a conversation, put together on the reader's thread."""
        tree = await self._database.read(
            lambda db: MessageTree.of(message_rows.of_conversation(db, conversation_id))
        )
        if len(tree) > LONG:
            gc.freeze()  # messages make no cycles: collections would walk them for nothing
        return tree

    async def end_of_path(
        self, conversation_id: ConversationId, leaf_id: MessageId
    ) -> list[Message]:
        """Return the last messages of a long conversation's path; none if it is short."""
        return await self._database.read(
            lambda db: message_rows.end_of_path(db, conversation_id, leaf_id, SHOWN_FIRST)
        )

    async def owners(self, ids: Sequence[MessageId]) -> dict[MessageId, ConversationId]:
        """Return which of these messages are here, and the conversations they belong to."""
        return await self._database.read(lambda db: message_rows.owners(db, ids))

    async def put_messages(self, conversation: Conversation, messages: Sequence[Message]) -> None:
        """Write a conversation and messages of it, all or nothing."""

        def work(db: sqlite3.Connection) -> None:
            put_conversation(db, conversation)
            for message in messages:
                message_rows.insert(db, message)

        await self._write(work)

    async def delete_messages(self, ids: Iterable[MessageId]) -> None:
        """Delete messages for good."""
        ids = list(ids)
        await self._write(lambda db: message_rows.delete(db, ids))

    async def put_away(self, ids: Iterable[MessageId]) -> None:
        """Take messages out of their conversation; for some time they can be brought back."""
        ids = list(ids)
        await self._write(lambda db: message_rows.put_away(db, ids, time.time()))

    async def deleted(self, conversation_id: ConversationId) -> list[Message]:
        """Return the messages of a conversation that can be brought back, parents first."""
        return await self._database.read(lambda db: message_rows.deleted_of(db, conversation_id))

    async def bring_back(self, ids: Sequence[MessageId]) -> None:
        """Put messages back into their conversation."""
        await self._write(lambda db: message_rows.bring_back(db, ids))

    async def put_away_before(self, moment: float) -> list[MessageId]:
        """Return the messages that were deleted before a time, in epoch seconds."""
        return await self._database.read(lambda db: message_rows.put_away_before(db, moment))

    async def _write(self, work: Work[T]) -> T:
        """Write; if damage stops it that may be only in the index of words, which is made anew.

        Raises ``StoreDamaged`` if it is not only there.
        """
        try:
            return await self._database.write(work)
        except StoreDamaged:
            await self._database.write(message_rows.rebuild_index)
            return await self._database.write(work)

    async def save_partial(self, message: Message) -> None:
        """Write down what a running answer has gained."""
        await self._database.write(lambda db: self._partial.write(db, message))

    async def finish(self, message: Message) -> None:
        """Write down how an answer ended, and make its words findable."""

        def work(db: sqlite3.Connection) -> None:
            message_rows.insert(db, message)
            self._partial.forget(message.id)

        await self._write(work)

    async def recover(self) -> int:
        """Mark answers that were cut by a crash; return how many."""
        return await self._write(message_rows.recover)

    async def drop_empty(self) -> None:
        """Delete conversations in which nothing was ever written."""
        await self._database.write(_drop_empty)


def _get(db: sqlite3.Connection, conversation_id: ConversationId) -> Conversation | None:
    row = db.execute(
        f"SELECT {_OWN_COLUMNS} FROM conversations WHERE id = ?",  # noqa: S608
        (conversation_id,),
    ).fetchone()
    return _conversation(row) if row else None


def _headings(db: sqlite3.Connection, *, with_binned: bool) -> list[tuple[ConversationId, str]]:
    place = "" if with_binned else "deleted_at IS NULL AND"
    return db.execute(
        f"SELECT id, title FROM conversations WHERE {place} (leaf_id IS NOT NULL"  # noqa: S608
        " OR draft <> '' OR EXISTS (SELECT 1 FROM messages WHERE conversation_id ="
        " conversations.id AND deleted_at IS NULL)) ORDER BY updated_at DESC, id"
    ).fetchall()


def _conversation(row: Sequence[Any]) -> Conversation:
    own_id, title, leaf_id, draft, made, changed, data, folder, pinned, archived, *rest = row
    unread, tags, deleted_at = rest
    try:
        conversation = loads(Conversation, data)
    except DAMAGED_RECORD:
        # Its record is damaged on the disk; the columns still say what it is.
        conversation = Conversation(ConversationId(own_id), created_at=made, updated_at=changed)
    return replace(
        conversation,
        title=title,
        leaf_id=MessageId(leaf_id) if leaf_id else None,
        draft=draft,
        folder_id=FolderId(folder) if folder else None,
        pinned=bool(pinned),
        archived=bool(archived),
        unread=bool(unread),
        tags=tags_from(tags),
        deleted_at=deleted_at,
    )


_OWN_COLUMN_VALUES = {
    "title": "",
    "leaf_id": None,
    "draft": "",
    "folder_id": None,
    "pinned": False,
    "archived": False,
    "unread": False,
    "tags": (),
    "deleted_at": None,
}
"""What is kept in columns only is left out of the record."""


def put_conversation(db: sqlite3.Connection, conversation: Conversation) -> None:
    """Add a conversation or replace the one with its id."""
    bare = replace(conversation, **_OWN_COLUMN_VALUES)  # type: ignore[arg-type]
    db.execute(
        f"INSERT INTO conversations ({_WRITTEN_COLUMNS}) VALUES ({_MARKS})"  # noqa: S608
        f" ON CONFLICT (id) DO UPDATE SET {_UPDATES}",
        (
            conversation.id,
            clean(conversation.title),
            conversation.leaf_id,
            clean(conversation.draft),
            conversation.created_at,
            conversation.updated_at,
            dumps(bare),
            conversation.folder_id,
            conversation.pinned,
            conversation.archived,
            conversation.unread,
            tags_to(conversation.tags),
            conversation.deleted_at,
            folded(clean(conversation.title)),
        ),
    )


def _erase(db: sqlite3.Connection, ids: Sequence[ConversationId]) -> None:
    for conversation_id in ids:
        rows = db.execute("SELECT id FROM messages WHERE conversation_id = ?", (conversation_id,))
        message_rows.delete(db, [MessageId(row[0]) for row in rows.fetchall()])
        db.execute("DELETE FROM conversations WHERE id = ?", (conversation_id,))


def _drop_empty(db: sqlite3.Connection) -> None:
    db.execute(
        "DELETE FROM conversations WHERE draft = '' AND leaf_id IS NULL"
        " AND instr(data, 'draft_attachments') = 0 AND NOT EXISTS"
        " (SELECT 1 FROM messages WHERE conversation_id = conversations.id)"
    )
