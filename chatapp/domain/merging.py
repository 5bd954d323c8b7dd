"""Joining a conversation from a file with what is here: nothing is overwritten, nothing doubled."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from chatapp.domain.conversation import Conversation, MessageTree
from chatapp.domain.messages import ConversationId, Message, MessageId
from chatapp.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be written: the conversation, and the messages that were missing.

    ``different`` counts messages that say something else here than in the file; those here
    stay as they are.
    """

    conversation: Conversation
    messages: tuple[Message, ...]
    is_new: bool
    different: int = 0


def merge(
    here: Conversation | None,
    kept: Sequence[Message],
    owners: Mapping[MessageId, ConversationId],
    conversation: Conversation,
    messages: Sequence[Message],
) -> Merged:
    """Join ``conversation`` with the one of its id that is ``here`` with the messages ``kept``.

    ``owners`` tells which of the messages' ids are taken, and by which conversation: ids of
    another conversation (a copy under a new id) are exchanged for new ones. ``messages`` come
    parents before children. The shown path moves on only if the file continues it.
    """
    messages, leaf = _with_free_ids(conversation, messages, owners)
    if here is None:
        return Merged(replace(conversation, leaf_id=leaf), tuple(messages), is_new=True)
    words = {m.id: m.text for m in kept}
    missing = tuple(m for m in messages if m.id not in words)
    different = sum(1 for m in messages if m.id in words and m.text != words[m.id])
    path = {m.id for m in MessageTree.of(messages).path_to(leaf)}
    goes_on = missing and (here.leaf_id is None or here.leaf_id in path)
    joined = replace(
        here,
        leaf_id=leaf if goes_on else here.leaf_id,
        updated_at=max(here.updated_at, conversation.updated_at),
    )
    return Merged(joined, missing, is_new=False, different=different)


def _with_free_ids(
    conversation: Conversation,
    messages: Sequence[Message],
    owners: Mapping[MessageId, ConversationId],
) -> tuple[Sequence[Message], MessageId | None]:
    """Return messages whose ids no other conversation has, and the end of the shown path."""
    renamed = {
        message_id: MessageId(sha256(f"{conversation.id}\0{message_id}".encode()).hexdigest()[:24])
        for message_id, owner in owners.items()
        if owner != conversation.id
    }
    if not renamed:
        return messages, conversation.leaf_id
    changed = [
        replace(
            m,
            id=renamed.get(m.id, m.id),
            parent_id=renamed.get(m.parent_id, m.parent_id) if m.parent_id else None,
        )
        for m in messages
    ]
    leaf = conversation.leaf_id
    return changed, renamed.get(leaf, leaf) if leaf else None
