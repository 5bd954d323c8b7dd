"""Conversations as wholes, with all their branches: read out for files, and taken in from them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.domain.changes import ConversationsListed, PathChanged
from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message
from chatapp.services.open_conversations import OpenConversations
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.store.conversations import ConversationStore

if TYPE_CHECKING:
    from chatapp.domain.merging import Merged


class WholeConversations:
    """What is open is taken from memory and changed there too; the rest stays on the disk."""

    def __init__(
        self,
        store: ConversationStore,
        saver: Saver,
        publisher: Publisher,
        open_conversations: OpenConversations,
    ) -> None:
        self._store = store
        self._saver = saver
        self._publisher = publisher
        self._open = open_conversations

    async def headings(self, *, with_binned: bool) -> list[tuple[ConversationId, str]]:
        """Return every conversation with something in it, and its title, that changed last
        first."""
        await self._saver.flush()
        return await self._store.headings(with_binned=with_binned)

    async def read(self, conversation_id: ConversationId) -> tuple[Conversation, list[Message]]:
        """Return a conversation with the messages of all its branches, without keeping it."""
        messages = await self.messages(conversation_id)
        known = self._open.known(conversation_id) or await self._store.get(conversation_id)
        if known is None:
            raise KeyError(conversation_id)
        return known, messages

    async def messages(self, conversation_id: ConversationId) -> list[Message]:
        """Return the messages of all branches as they are now, parents before children."""
        await self._saver.flush()
        return await self._messages_of(conversation_id)

    async def _messages_of(self, conversation_id: ConversationId) -> list[Message]:
        if self._open.is_loaded(conversation_id):
            return self._open.tree(conversation_id).all()
        return await self._store.messages(conversation_id)

    async def take(self, conversation: Conversation, messages: Sequence[Message]) -> "Merged":
        """Add a conversation from a file, or what is new of one that is here already.

        It is on disk when this returns; ``announce`` then shows it in the list.
        """
        await self._saver.flush()
        here = self._open.known(conversation.id) or await self._store.get(conversation.id)
        owners = await self._store.owners([m.id for m in messages])
        kept = await self._messages_of(conversation.id) if here is not None else []
        from chatapp.domain.merging import merge

        merged = merge(here, kept, owners, conversation, messages)
        if merged.is_new or merged.messages:
            await self._store.put_messages(merged.conversation, merged.messages)
            # What changed in the meantime (a draft, a title) stays.
            current = self._open.known(conversation.id)
            joined = merged.conversation
            if current is not None:
                updated = max(current.updated_at, joined.updated_at)
                joined = replace(current, leaf_id=joined.leaf_id, updated_at=updated)
                self._open.put(joined)
            if self._open.is_loaded(conversation.id):
                tree = self._open.tree(conversation.id)
                for message in merged.messages:
                    tree.put(message)
                self._publisher.publish(PathChanged(conversation.id))
        return merged

    def announce(self) -> None:
        """Say that the list has other conversations now."""
        self._publisher.publish(ConversationsListed())
