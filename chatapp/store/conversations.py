"""Conversations and their messages on disk."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from chatapp.domain.conversation import Conversation
from chatapp.domain.errors import StoreDamaged
from chatapp.domain.messages import ConversationId, Message, MessageId
from chatapp.store import message_rows
from chatapp.store.database import Database, Work
from chatapp.store.message_rows import PartialWriter
from chatapp.store.records import DAMAGED_RECORD, clean, dumps, loads

T = TypeVar("T")
_OWN_COLUMNS = "id, title, leaf_id, draft, created_at, updated_at, data"


@dataclass(frozen=True, slots=True)
class DeletedConversation:
    """Everything that ``restore`` needs to bring a conversation back."""

    conversation: Conversation
    messages: tuple[Message, ...]


class ConversationStore:
    """Reads and writes conversations; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._partial = PartialWriter()

    async def all(self) -> list[Conversation]:
        """Return every conversation without its messages, the newest first."""
        return await self._database.read(_list)

    async def put(self, conversation: Conversation) -> None:
        """Add a conversation or replace the one with its id."""
        await self._database.write(lambda db: _put(db, conversation))

    async def delete(self, conversation_id: ConversationId) -> DeletedConversation:
        """Delete a conversation; return what was deleted."""
        return await self._write(lambda db: _delete(db, conversation_id))

    async def restore(self, deleted: DeletedConversation) -> None:
        """Bring a deleted conversation back."""
        await self.put_messages(deleted.conversation, deleted.messages)

    async def messages(self, conversation_id: ConversationId) -> list[Message]:
        """Return the messages of all branches, parents before children."""
        return await self._database.read(
            lambda db: message_rows.of_conversation(db, conversation_id)
        )

    async def owners(self, ids: Sequence[MessageId]) -> dict[MessageId, ConversationId]:
        """Return which of these messages are here, and the conversations they belong to."""
        return await self._database.read(lambda db: message_rows.owners(db, ids))

    async def put_messages(self, conversation: Conversation, messages: Sequence[Message]) -> None:
        """Write a conversation and messages of it, all or nothing."""

        def work(db: sqlite3.Connection) -> None:
            _put(db, conversation)
            for message in messages:
                message_rows.insert(db, message)

        await self._write(work)

    async def delete_messages(self, ids: Iterable[MessageId]) -> None:
        """Delete messages."""
        ids = list(ids)
        await self._write(lambda db: message_rows.delete(db, ids))

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


def _list(db: sqlite3.Connection) -> list[Conversation]:
    rows = db.execute(
        f"SELECT {_OWN_COLUMNS} FROM conversations ORDER BY updated_at DESC"  # noqa: S608
    )
    return [_conversation(row) for row in rows]


def _conversation(row: tuple[str, str, str | None, str, float, float, str]) -> Conversation:
    own_id, title, leaf_id, draft, made, changed, data = row
    try:
        conversation = loads(Conversation, data)
    except DAMAGED_RECORD:
        # Its record is damaged on the disk; the columns still say what it is.
        conversation = Conversation(ConversationId(own_id), created_at=made, updated_at=changed)
    leaf = MessageId(leaf_id) if leaf_id else None
    return replace(conversation, title=title, leaf_id=leaf, draft=draft)


def _put(db: sqlite3.Connection, conversation: Conversation) -> None:
    bare = replace(conversation, title="", leaf_id=None, draft="")
    db.execute(
        f"INSERT INTO conversations ({_OWN_COLUMNS}) VALUES (?,?,?,?,?,?,?)"  # noqa: S608
        " ON CONFLICT (id) DO UPDATE SET title = excluded.title, leaf_id = excluded.leaf_id,"
        " draft = excluded.draft, updated_at = excluded.updated_at, data = excluded.data",
        (
            conversation.id,
            clean(conversation.title),
            conversation.leaf_id,
            clean(conversation.draft),
            conversation.created_at,
            conversation.updated_at,
            dumps(bare),
        ),
    )


def _delete(db: sqlite3.Connection, conversation_id: ConversationId) -> DeletedConversation:
    row = db.execute(
        f"SELECT {_OWN_COLUMNS} FROM conversations WHERE id = ?",  # noqa: S608
        (conversation_id,),
    ).fetchone()
    messages = message_rows.of_conversation(db, conversation_id)
    message_rows.delete(db, [message.id for message in messages])
    db.execute("DELETE FROM conversations WHERE id = ?", (conversation_id,))
    return DeletedConversation(_conversation(row), tuple(messages))


def _drop_empty(db: sqlite3.Connection) -> None:
    db.execute(
        "DELETE FROM conversations WHERE draft = '' AND leaf_id IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM messages WHERE conversation_id = conversations.id)"
    )
