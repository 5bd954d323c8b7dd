"""Everything that a profile holds, for tests that look at all of it."""

from chatapp.domain.conversation import Conversation
from chatapp.services.conversations import ConversationService
from chatapp.store.conversations import ConversationStore


async def all_conversations(conversations: ConversationService) -> list[Conversation]:
    """Return every conversation with something in it, that changed last first."""
    rows = await conversations.whole.headings(with_binned=False)
    return [(await conversations.whole.read(own_id))[0] for own_id, _ in rows]


async def all_stored(store: ConversationStore) -> list[Conversation]:
    """Return every conversation of the store with something in it, that changed last first."""
    rows = await store.headings(with_binned=True)
    found = [await store.get(own_id) for own_id, _ in rows]
    return [conversation for conversation in found if conversation is not None]
