"""Messages as rows: final ones whole, running ones as what grew since the last save."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from chatapp.domain.messages import (
    ConversationId,
    FailureRecord,
    Message,
    MessageId,
    MessageStatus,
    Role,
)
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import AudioReply, Choice, Reply
from chatapp.domain.text import QT_TRANSLATE_NOOP
from chatapp.store.attachment_rows import note_needed
from chatapp.store.message_index import (
    create_index,
    index_message,
    remove_index,
    unindex_message,
)
from chatapp.store.records import DAMAGED_RECORD, clean, dumps, loads

_COLUMNS = "number, content, data, id, conversation_id, parent_id, role, status, created_at"
_Row = tuple[int, str, str, str, str, "str | None", str, str, float]


def insert(db: sqlite3.Connection, message: Message) -> None:
    """Add a message, or put it in the place of the one with its id."""
    _forget_words(db, [message.id])
    db.execute(
        "INSERT INTO messages (id, conversation_id, parent_id, role, status, content, created_at,"
        " data) VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET status = excluded.status,"
        " content = excluded.content, data = excluded.data, deleted_at = NULL",
        (
            message.id,
            message.conversation_id,
            message.parent_id,
            message.role.value,
            message.status.value,
            clean(message.content),
            message.created_at,
            dumps(replace(message, content="")),
        ),
    )
    db.execute("DELETE FROM chunks WHERE message_id = ?", (message.id,))
    _put_sounds(db, message)
    note_needed(db, message)
    if not message.status.is_running:
        (number,) = db.execute("SELECT number FROM messages WHERE id = ?", (message.id,)).fetchone()
        index_message(db, number, message)


def _put_sounds(db: sqlite3.Connection, message: Message) -> None:
    for position, choice in enumerate(message.reply.choices if message.reply else ()):
        if choice.audio and choice.audio.data:
            db.execute(
                "INSERT OR REPLACE INTO sounds VALUES (?,?,?)",
                (message.id, position, choice.audio.data),
            )


def put_away(db: sqlite3.Connection, ids: Iterable[MessageId], at: float) -> None:
    """Take messages out of their conversation, from where they can be brought back."""
    ids = list(ids)
    _forget_words(db, ids)
    db.executemany("UPDATE messages SET deleted_at = ? WHERE id = ?", [(at, i) for i in ids])


def bring_back(db: sqlite3.Connection, ids: Iterable[MessageId]) -> None:
    """Put messages back into their conversation, findable again."""
    for message_id in ids:
        row = db.execute(
            f"SELECT {_COLUMNS} FROM messages WHERE id = ? AND deleted_at IS NOT NULL",  # noqa: S608
            (message_id,),
        ).fetchone()
        if row is not None:
            message = _message(row)
            db.execute("UPDATE messages SET deleted_at = NULL WHERE id = ?", (message_id,))
            if not message.status.is_running:
                index_message(db, row[0], message)


def put_away_before(db: sqlite3.Connection, moment: float) -> list[MessageId]:
    """Return the messages that were deleted before a time, in epoch seconds."""
    found = db.execute(
        "SELECT id FROM messages INDEXED BY messages_deleted WHERE deleted_at < ?", (moment,)
    )
    return [MessageId(row[0]) for row in found]


def delete(db: sqlite3.Connection, ids: Iterable[MessageId]) -> None:
    """Delete messages for good, and what was indexed of them."""
    ids = list(ids)
    _forget_words(db, ids)
    db.executemany("DELETE FROM messages WHERE id = ?", [(i,) for i in ids])


def _forget_words(db: sqlite3.Connection, ids: Iterable[MessageId]) -> None:
    for message_id in ids:
        row = db.execute(
            f"SELECT {_COLUMNS} FROM messages WHERE id = ? AND deleted_at IS NULL",  # noqa: S608 - our own columns
            (message_id,),
        ).fetchone()
        if row is not None:
            old = _message(row)
            if not old.status.is_running:
                unindex_message(db, row[0], old)


def rebuild_index(db: sqlite3.Connection, *, where: str = "deleted_at IS NULL") -> None:
    """Make the index of words anew from the messages; nothing but the index is lost by it.
    ``where`` is another condition only for versions that knew of no deleted ones."""
    remove_index(db)
    create_index(db)
    for row in db.execute(
        f"SELECT {_COLUMNS} FROM messages WHERE {where} ORDER BY number"  # noqa: S608
    ):
        message = _message(row)
        if not message.status.is_running:
            index_message(db, row[0], message)


def of_conversation(db: sqlite3.Connection, conversation_id: ConversationId) -> list[Message]:
    """Return the messages of a conversation, parents before children."""
    return _read_where(db, conversation_id, "deleted_at IS NULL")


def deleted_of(db: sqlite3.Connection, conversation_id: ConversationId) -> list[Message]:
    """Return the messages of a conversation that were deleted and can be brought back."""
    return _read_where(db, conversation_id, "deleted_at IS NOT NULL")


def _read_where(
    db: sqlite3.Connection, conversation_id: ConversationId, where: str
) -> list[Message]:
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM messages WHERE conversation_id = ? AND {where} ORDER BY number",  # noqa: S608 - our own words
        (conversation_id,),
    ).fetchall()
    sounds: dict[tuple[str, int], bytes] = {
        (message_id, choice): data
        for message_id, choice, data in db.execute(
            "SELECT message_id, choice, s.data FROM sounds s JOIN messages m ON m.id = message_id"
            " WHERE conversation_id = ?",
            (conversation_id,),
        )
    }
    messages = [_message(row) for row in rows]
    return [_with_sounds(m, sounds) for m in messages] if sounds else messages


def end_of_path(
    db: sqlite3.Connection, conversation_id: ConversationId, leaf_id: MessageId, most: int
) -> list[Message]:
    """Return the last ``most`` messages of the path to a leaf; none if the conversation has no
    more than that."""
    few = db.execute(
        "SELECT COUNT(*) FROM (SELECT 1 FROM messages WHERE conversation_id = ? LIMIT ?)",
        (conversation_id, most + 1),
    ).fetchone()[0]
    if few <= most:
        return []
    path = (
        "WITH RECURSIVE path (step, depth) AS (SELECT ?, 1 UNION ALL"
        " SELECT parent_id, depth + 1 FROM path JOIN messages ON id = step"
        " WHERE parent_id IS NOT NULL AND depth < ?) "
    )
    rows = db.execute(
        f"{path}SELECT {_COLUMNS} FROM path JOIN messages ON id = step ORDER BY depth DESC",  # noqa: S608
        (leaf_id, most),
    )
    return [_message(row) for row in rows]


def owners(db: sqlite3.Connection, ids: Iterable[MessageId]) -> dict[MessageId, ConversationId]:
    """Return the conversations of those messages that are in the table."""
    found: dict[MessageId, ConversationId] = {}
    for message_id in ids:
        row = db.execute(
            "SELECT conversation_id FROM messages WHERE id = ? AND deleted_at IS NULL",
            (message_id,),
        ).fetchone()
        if row is not None:
            found[message_id] = ConversationId(row[0])
    return found


def read_message(db: sqlite3.Connection, number: int) -> Message | None:
    """Return one message by its number in the table."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM messages WHERE number = ?",  # noqa: S608
        (number,),
    ).fetchone()
    return _message(row) if row else None


def _message(row: _Row) -> Message:
    _, content, data, *_ = row
    try:
        return loads(Message, data, content=content)
    except DAMAGED_RECORD:
        return _remains(row)


def _remains(row: _Row) -> Message:
    """Return what the columns still say of a message whose record is damaged."""
    _, content, _, message_id, conversation_id, parent_id, role, status, created_at = row
    words = QT_TRANSLATE_NOOP("Store", "This message is damaged on the disk.")
    hint = QT_TRANSLATE_NOOP("Store", "Restart the app to restore a backup.")
    return Message(
        MessageId(message_id),
        ConversationId(conversation_id),
        MessageId(parent_id) if parent_id else None,
        Role(role) if role in set(Role) else Role.ASSISTANT,
        content=content,
        status=MessageStatus(status) if status in set(MessageStatus) else MessageStatus.FAILED,
        failure=FailureRecord("Store", words, hint_context="Store", hint_source=hint),
        created_at=created_at,
    )


def _with_sounds(message: Message, sounds: dict[tuple[str, int], bytes]) -> Message:
    if message.reply is None:
        return message
    choices = []
    for position, choice in enumerate(message.reply.choices):
        data = sounds.get((message.id, position))
        if data is not None:
            choice = replace(choice, audio=replace(choice.audio or AudioReply(), data=data))  # noqa: PLW2901
        choices.append(choice)
    return replace(message, reply=replace(message.reply, choices=tuple(choices)))


_TEXTS = ("content", "reasoning", "refusal")


@dataclass(slots=True)
class _Written:
    """How much of a running message is on disk; texts by choice, the rest by value.

    ``row`` is the last row that says so: if it is not the message's last row, the
    transaction that wrote it was rolled back.
    """

    texts: list[tuple[str, ...]]
    rest: Reply
    row: int


class PartialWriter:
    """Writes what a running message gained since it was last written.

    Text that only grew becomes one row with the growth; anything else one row with the whole.
    """

    def __init__(self) -> None:
        self._written: dict[MessageId, _Written] = {}

    def write(self, db: sqlite3.Connection, message: Message) -> None:
        """Write down ``message`` as far as it has come."""
        reply = message.reply or Reply()
        texts = [tuple(getattr(c, t) for t in _TEXTS) for c in reply.choices]
        rest = _without_texts(reply)
        before = self._still_there(db, message.id)
        growth = _growth(before.texts, texts) if before and before.rest == rest else None
        if growth is None:
            db.execute("DELETE FROM chunks WHERE message_id = ?", (message.id,))
            db.execute(
                "UPDATE messages SET status = ? WHERE id = ?", (message.status.value, message.id)
            )
            row = '{"whole":' + dumps(replace(message, content="")) + "}"
        else:
            row = clean(json.dumps({"growth": growth}, ensure_ascii=False))
        number = before.row if before else 0
        if growth != []:
            added = "INSERT INTO chunks (message_id, data) VALUES (?,?)"
            number = db.execute(added, (message.id, row)).lastrowid or 0
        self._written[message.id] = _Written(texts, rest, number)

    def _still_there(self, db: sqlite3.Connection, message_id: MessageId) -> _Written | None:
        """Return what was written, unless the disk was full and it was rolled back."""
        written = self._written.get(message_id)
        last = "SELECT max(number) FROM chunks WHERE message_id = ?"
        if written is None or db.execute(last, (message_id,)).fetchone() != (written.row,):
            return None
        return written

    def forget(self, message_id: MessageId) -> None:
        """Drop what is known of a message that has ended."""
        self._written.pop(message_id, None)


def _without_texts(reply: Reply) -> Reply:
    """Return what must be equal for a reply to have only grown: all but texts and times."""
    bare = (
        replace(c, content="", reasoning="", refusal="", reasoning_ms=None, logprobs={})
        for c in reply.choices
    )
    return replace(reply, choices=tuple(bare), timing=Reply().timing, usage=None, extra={})


def _growth(
    before: list[tuple[str, ...]], now: list[tuple[str, ...]]
) -> list[tuple[int, str, str]] | None:
    """Return ``(choice, field, added text)`` rows, or ``None`` if something did not grow."""
    if len(before) != len(now):
        return None
    added: list[tuple[int, str, str]] = []
    for position, (old, new) in enumerate(zip(before, now, strict=True)):
        for field, was, is_now in zip(_TEXTS, old, new, strict=True):
            if not is_now.startswith(was):
                return None
            if len(is_now) > len(was):
                added.append((position, field, is_now[len(was) :]))
    return added


def recover(db: sqlite3.Connection) -> int:
    """Mark what was running when the app died as interrupted, with all that was saved of it;
    return how many messages that were."""
    rows: list[_Row] = db.execute(
        f"SELECT {_COLUMNS} FROM messages WHERE status IN ('waiting','streaming')"  # noqa: S608
    ).fetchall()
    for row in rows:
        message = _message(row)
        chunks = db.execute(
            "SELECT data FROM chunks WHERE message_id = ? ORDER BY number", (message.id,)
        ).fetchall()
        with suppress(*DAMAGED_RECORD, IndexError):  # what was read is kept
            for (chunk,) in chunks:
                message = _grown(message, chunk)
        insert(db, message.with_status(MessageStatus.INTERRUPTED))
    return len(rows)


def _grown(message: Message, chunk: str) -> Message:
    data = json.loads(chunk)
    if "whole" in data:
        whole = loads(Message, json.dumps(data["whole"]))
        return replace(whole, content=message.content)
    reply = message.reply or Reply()
    choices = list(reply.choices)
    for position, field, added in data["growth"]:
        choice: Choice = choices[position]
        choices[position] = replace(choice, **{field: getattr(choice, field) + added})
    return replace(message, reply=replace(reply, choices=tuple(choices)))
