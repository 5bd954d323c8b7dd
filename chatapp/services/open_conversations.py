"""Conversations in memory: those that were asked for lately, and the trees of the latest."""

from collections.abc import Callable, Iterable

from chatapp.domain.conversation import Conversation, MessageTree
from chatapp.domain.library import ListRow, patched
from chatapp.domain.messages import ConversationId, Message
from chatapp.services.saving import Saver
from chatapp.store.conversations import ConversationStore

KEPT_TREES = 12
"""How many conversations stay in memory after one looks elsewhere."""
KEPT_RECORDS = 200
"""How many more are known without their messages."""


class OpenConversations:
    """Reads each conversation once, and forgets what was looked at longest ago.

    A conversation is *known* without its messages, and *loaded* with all of them.
    """

    def __init__(self, store: ConversationStore, saver: Saver) -> None:
        self._store = store
        self._saver = saver
        self._known: dict[ConversationId, Conversation] = {}
        self._trees: dict[ConversationId, MessageTree] = {}
        self._busy: Callable[[ConversationId], bool] = lambda _id: False

    # Known

    async def fetch(self, conversation_id: ConversationId) -> Conversation:
        """Return a conversation from memory or the disk; ``KeyError`` if there is none."""
        known = self._known.get(conversation_id)
        if known is None:
            read = await self._store.get(conversation_id)
            if read is None:
                raise KeyError(conversation_id)
            # Somebody else may have read it meanwhile, and changed it since.
            known = self._known.setdefault(conversation_id, read)
        return known

    def get(self, conversation_id: ConversationId) -> Conversation:
        """Return a conversation that was fetched or loaded; ``KeyError`` if it was not."""
        return self._known[conversation_id]

    def __contains__(self, conversation_id: object) -> bool:
        return conversation_id in self._known

    def known(self, conversation_id: ConversationId) -> Conversation | None:
        """Return a conversation if it was fetched or loaded."""
        return self._known.get(conversation_id)

    def put(self, conversation: Conversation, tree: MessageTree | None = None) -> None:
        """Keep a conversation in its new state; ``tree`` if it is new itself."""
        self._known[conversation.id] = conversation
        if tree is not None:
            self._trees[conversation.id] = tree

    def is_pristine(self, conversation_id: ConversationId) -> bool:
        """Whether nothing was written in it yet, so that *New* can reuse it."""
        conversation = self._known[conversation_id]
        has_draft = conversation.draft or conversation.draft_attachments
        # One whose messages were deleted has its title still, and they may come back.
        return conversation.leaf_id is None and not has_draft and not conversation.title

    def patch(self, rows: Iterable[ListRow]) -> None:
        """Take over what the list says of conversations, without writing it down."""
        for row in rows:
            if (known := self._known.get(row.id)) is not None:
                self._known[row.id] = patched(known, row)

    def forget(self, ids: Iterable[ConversationId]) -> None:
        """Know nothing more of conversations that were deleted."""
        for conversation_id in ids:
            self._known.pop(conversation_id, None)
            self._trees.pop(conversation_id, None)

    # Loaded

    async def load(self, conversation_id: ConversationId) -> MessageTree:
        """Return the tree of a conversation, from memory or the disk; ``KeyError`` if there is
        none."""
        await self.fetch(conversation_id)
        tree = self._trees.pop(conversation_id, None)
        if tree is None:
            read = await self._store.tree(conversation_id)
            # Somebody else may have read it meanwhile, and changed it since.
            tree = self._trees.pop(conversation_id, read)
        self._trees[conversation_id] = tree
        self._forget_old()
        return tree

    async def read_end(self, conversation_id: ConversationId) -> list[Message]:
        """Return the last messages of a path that will take a moment to load, else none."""
        leaf_id = (await self.fetch(conversation_id)).leaf_id
        if leaf_id is None or conversation_id in self._trees:
            return []
        return await self._store.end_of_path(conversation_id, leaf_id)

    def _forget_old(self) -> None:
        if not self._saver.is_idle:
            return  # what is not on disk yet could not be read again
        for old in list(self._trees)[:-KEPT_TREES]:
            if not self._busy(old):
                del self._trees[old]
        loose = [known for known in self._known if known not in self._trees]
        for known in loose[:-KEPT_RECORDS]:
            del self._known[known]

    def tree(self, conversation_id: ConversationId) -> MessageTree:
        """Return the tree of a conversation that is loaded."""
        return self._trees[conversation_id]

    def is_loaded(self, conversation_id: ConversationId) -> bool:
        """Whether the tree of a conversation is in memory."""
        return conversation_id in self._trees

    def path(self, conversation_id: ConversationId) -> list[Message]:
        """Return the shown path of a loaded conversation; empty if it is not loaded."""
        tree = self._trees.get(conversation_id)
        known = self._known.get(conversation_id)  # deleted while its tree was read: none
        return tree.path_to(known.leaf_id) if tree and known else []
