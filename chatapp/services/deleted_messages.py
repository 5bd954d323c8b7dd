"""Messages that were deleted: they stay on the disk for some time and can be brought back."""

from collections.abc import Sequence

from chatapp.domain.branch_map import DeletedBranch, deleted_branches
from chatapp.domain.changes import PathChanged
from chatapp.domain.conversation import MessageTree
from chatapp.domain.messages import ConversationId, Message, MessageId
from chatapp.services.open_conversations import OpenConversations
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.store.conversations import ConversationStore

ERASED_AT_ONCE = 500


class DeletedMessages:
    """A branch that was deleted is known by its first message."""

    def __init__(
        self,
        store: ConversationStore,
        saver: Saver,
        publisher: Publisher,
        conversations: OpenConversations,
    ) -> None:
        self._store = store
        self._saver = saver
        self._publisher = publisher
        self._open = conversations

    async def of(self, conversation_id: ConversationId) -> list[DeletedBranch]:
        """Return what was deleted in a conversation and can be brought back."""
        await self._saver.flush()
        return deleted_branches(await self._store.deleted(conversation_id))

    async def restore(self, conversation_id: ConversationId, first: MessageId) -> None:
        """Bring a branch back, with what it hangs on if that was deleted too. Raises
        ``StoreError`` with nothing changed."""
        await self._saver.flush()
        deleted = await self._store.deleted(conversation_id)
        above = _above(deleted, first)
        wanted = {*above, *(m.id for m in _below(deleted, first))}
        await self._store.bring_back([m.id for m in deleted if m.id in wanted])
        tree = await self._open.load(conversation_id)
        for message in deleted:
            if message.id in wanted:
                tree.put(message)
        self._publisher.publish(PathChanged(conversation_id))

    async def erase(self, conversation_id: ConversationId, first: MessageId) -> None:
        """Delete a branch for good."""
        deleted = await self._store.deleted(conversation_id)
        await self._store.delete_messages([m.id for m in _below(deleted, first)])
        self._publisher.publish(PathChanged(conversation_id))

    async def erase_old(self, moment: float) -> None:
        """Delete for good what was deleted before a time, in epoch seconds."""
        old = await self._store.put_away_before(moment)
        for start in range(0, len(old), ERASED_AT_ONCE):
            await self._store.delete_messages(old[start : start + ERASED_AT_ONCE])


def _above(deleted: Sequence[Message], first: MessageId) -> set[MessageId]:
    """Return the deleted messages that lead to one."""
    by_id = {message.id: message for message in deleted}
    found: set[MessageId] = set()
    step: MessageId | None = first
    while step is not None and step in by_id and step not in found:
        found.add(step)
        step = by_id[step].parent_id
    return found


def _below(deleted: Sequence[Message], first: MessageId) -> list[Message]:
    """Return a deleted message and those that follow it."""
    tree = MessageTree.of(deleted)
    return [tree.get(m) for m in tree.under(first)] if first in tree else []
