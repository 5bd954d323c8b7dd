"""Conversations that are open: their trees, and every change a person makes to them.

The list of all conversations is ``services.library``'s; here are only those that were asked for.
"""

import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from chatapp.domain.attachments import Attachment, words_of
from chatapp.domain.changes import (
    Aspect,
    ConversationChanged,
    ConversationsListed,
    MessageChanged,
    PathChanged,
)
from chatapp.domain.conversation import (
    Conversation,
    MessageTree,
    title_from,
)
from chatapp.domain.errors import StoreError
from chatapp.domain.identifiers import new_conversation_id
from chatapp.domain.library import ListRow, patched
from chatapp.domain.merging import Merged, merge
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageId, Role
from chatapp.services.conversation_settings import ConversationSettings
from chatapp.services.publishing import Publisher
from chatapp.services.requests import edited_version
from chatapp.services.saving import Saver
from chatapp.store.conversations import ConversationStore

KEPT_TREES = 12
"""How many conversations stay in memory after one looks elsewhere."""
KEPT_RECORDS = 200
"""How many more are known without their messages."""


class ConversationService(ConversationSettings):
    """Holds what the window shows and writes every change down.

    Changes are made in memory at once, published, and saved in order by the ``Saver``.
    """

    def __init__(self, store: ConversationStore, saver: Saver, publisher: Publisher) -> None:
        self._store = store
        self.attached = store.attached
        """Returns the bytes of attachments, by digest."""
        self._saver = saver
        self._publisher = publisher
        self._known: dict[ConversationId, Conversation] = {}
        self._trees: dict[ConversationId, MessageTree] = {}
        self._busy: Callable[[ConversationId], bool] = lambda _id: False
        self._end_answer: Callable[[ConversationId], Awaitable[None]] | None = None

    def answered_by(
        self,
        busy: Callable[[ConversationId], bool],
        end_answer: Callable[[ConversationId], Awaitable[None]],
    ) -> None:
        """Keep the tree of a conversation while ``busy``; ``end_answer`` stops its answer, so
        that what is deleted does not go on."""
        self._busy = busy
        self._end_answer = end_answer

    # Which are known

    async def headings(self, *, with_binned: bool) -> list[tuple[ConversationId, str]]:
        """Return every conversation with something in it, and its title, that changed last
        first."""
        await self._saver.flush()
        return await self._store.headings(with_binned=with_binned)

    async def whole(self, conversation_id: ConversationId) -> tuple[Conversation, list[Message]]:
        """Return a conversation with the messages of all its branches, without keeping it."""
        messages = await self.messages(conversation_id)
        known = self._known.get(conversation_id) or await self._store.get(conversation_id)
        if known is None:
            raise KeyError(conversation_id)
        return known, messages

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

    def create(self, *, endpoint_id: EndpointId | None, model: str) -> Conversation:
        """Begin a conversation; it is written down with its first word."""
        now = time.time()
        conversation = Conversation(
            new_conversation_id(),
            endpoint_id=endpoint_id,
            model=model,
            created_at=now,
            updated_at=now,
        )
        self._known[conversation.id] = conversation
        self._trees[conversation.id] = MessageTree()
        self._save(conversation)
        self._publisher.publish(ConversationChanged(conversation.id))
        return conversation

    def is_pristine(self, conversation_id: ConversationId) -> bool:
        """Whether nothing was written in it yet, so that *New* can reuse it."""
        conversation = self._known[conversation_id]
        has_draft = conversation.draft or conversation.draft_attachments
        return conversation.leaf_id is None and not has_draft

    async def settle(self, ids: Iterable[ConversationId]) -> None:
        """Stop the answers of conversations, and have all that is known on the disk."""
        for conversation_id in ids:
            if self._busy(conversation_id) and self._end_answer is not None:
                await self._end_answer(conversation_id)
        await self._saver.flush()

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

    async def erase(self, ids: Sequence[ConversationId]) -> None:
        """Delete conversations on the disk for good; the caller has settled and forgotten them."""
        await self._store.erase(ids)

    async def take(self, conversation: Conversation, messages: Sequence[Message]) -> Merged:
        """Add a conversation from a file, or what is new of one that is here already.

        It is on disk when this returns; ``announce`` then shows it in the list.
        """
        await self._saver.flush()
        here = self._known.get(conversation.id) or await self._store.get(conversation.id)
        owners = await self._store.owners([m.id for m in messages])
        kept = await self._messages_of(conversation.id) if here is not None else []
        merged = merge(here, kept, owners, conversation, messages)
        if merged.is_new or merged.messages:
            await self._store.put_messages(merged.conversation, merged.messages)
            # What changed in the meantime (a draft, a title) stays.
            current = self._known.get(conversation.id)
            joined = merged.conversation
            if current is not None:
                updated = max(current.updated_at, joined.updated_at)
                joined = replace(current, leaf_id=joined.leaf_id, updated_at=updated)
                self._known[conversation.id] = joined
            if (tree := self._trees.get(conversation.id)) is not None:
                for message in merged.messages:
                    tree.put(message)
                self._publisher.publish(PathChanged(conversation.id))
        return merged

    def announce(self) -> None:
        """Say that the list has other conversations now."""
        self._publisher.publish(ConversationsListed())

    async def messages(self, conversation_id: ConversationId) -> list[Message]:
        """Return the messages of all branches as they are now, parents before children."""
        await self._saver.flush()
        return await self._messages_of(conversation_id)

    async def _messages_of(self, conversation_id: ConversationId) -> list[Message]:
        tree = self._trees.get(conversation_id)
        return tree.all() if tree else await self._store.messages(conversation_id)

    # One conversation

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
        return tree.path_to(self._known[conversation_id].leaf_id) if tree else []

    def change(self, conversation: Conversation, *, touched: bool = False) -> None:
        """Put a changed conversation in its place; ``touched`` moves it to the top."""
        if touched:
            conversation = replace(conversation, updated_at=time.time())
        self._known[conversation.id] = conversation
        self._save(conversation)
        self._publisher.publish(ConversationChanged(conversation.id))

    def _save(self, conversation: Conversation) -> None:
        self._saver.later(("conversation", conversation.id), lambda: self._store.put(conversation))

    def set_unread(self, conversation_id: ConversationId, *, unread: bool) -> None:
        """Remember whether a conversation has an answer that nobody looked at."""
        conversation = self._known.get(conversation_id)
        if conversation is not None and conversation.unread != unread:
            self.change(replace(conversation, unread=unread))

    def set_draft(
        self, conversation_id: ConversationId, draft: str, attachments: Sequence[Attachment] = ()
    ) -> None:
        """Keep what was typed and attached and is not sent."""
        conversation = self._known.get(conversation_id)
        parts = tuple(attachment.to_part() for attachment in attachments)
        if conversation is not None:
            changed = replace(conversation, draft=draft, draft_attachments=parts)
            if changed != conversation:
                self.change(changed)

    # Messages

    async def add(self, messages: Sequence[Message], *, only_behind: bool = False) -> None:
        """Write new messages down, then show them as the end of the path; ``only_behind`` shows
        them only if the path ends where they begin, and not another branch.

        They are on disk when this returns; a ``StoreError`` means that nothing was added.
        """
        conversation = self.get(messages[0].conversation_id)
        now = time.time()
        title = conversation.title or next(
            (title_from(words_of(m)) for m in messages if m.role is Role.USER), ""
        )
        elsewhere = only_behind and conversation.leaf_id != messages[0].parent_id
        leaf_id = conversation.leaf_id if elsewhere else messages[-1].id
        changed = replace(
            conversation, leaf_id=leaf_id, title=title, updated_at=now, deleted_at=None
        )
        # What waits to be saved is older, and would hide the new messages after a crash.
        self._saver.drop(("conversation", conversation.id))
        try:
            await self._store.put_messages(changed, messages)
        except StoreError:
            self._save(self.get(conversation.id))
            raise
        # What changed in the meantime (a draft, a setting) stays; only these fields are ours.
        current = self.get(conversation.id)
        tree = self._trees[conversation.id]
        for message in messages:
            tree.put(message)
        if elsewhere:
            leaf_id = current.leaf_id
        self.change(replace(current, leaf_id=leaf_id, title=title, deleted_at=None), touched=True)
        self._publisher.publish(PathChanged(conversation.id))

    async def save_edited(
        self, conversation_id: ConversationId, message_id: MessageId, words: str
    ) -> MessageId:
        """Write down a message with other words as another version of it, and show that one.

        Raises ``StoreError`` with nothing changed.
        """
        version = edited_version(self._trees[conversation_id].get(message_id), words)
        await self.add([version])
        return version.id

    def update(self, message: Message, aspects: Aspect) -> None:
        """Show a message in its new state; the caller saves it."""
        if self._is_deleted(message):
            return
        self._trees[message.conversation_id].put(message)
        self._publisher.publish(MessageChanged(message.conversation_id, message.id, aspects))

    def save_partial(self, message: Message) -> None:
        """Write down how far an answer has come."""
        if self._is_deleted(message):
            return
        self._saver.later(("message", message.id), lambda: self._store.save_partial(message))

    def save_final(self, message: Message) -> None:
        """Write down how an answer ended."""
        if self._is_deleted(message):
            return
        self._saver.later(("message", message.id), lambda: self._store.finish(message))

    def _is_deleted(self, message: Message) -> bool:
        tree = self._trees.get(message.conversation_id)
        return tree is None or message.id not in tree

    def keep_choice(self, conversation_id: ConversationId, message_id: MessageId, at: int) -> None:
        """Show and send back another of an answer's ``n`` choices."""
        message = self._trees[conversation_id].get(message_id)
        choices = message.reply.choices if message.reply else ()
        if 0 <= at < len(choices) and at != message.chosen:
            message = replace(message, chosen=at)
            self.update(message, Aspect.TEXT | Aspect.DETAILS)
            if not message.status.is_running:
                self.save_final(message)

    def show_sibling(
        self, conversation_id: ConversationId, message_id: MessageId, step: int
    ) -> None:
        """Move the shown path to another version of a message."""
        tree = self._trees[conversation_id]
        siblings = tree.siblings(message_id)
        at = siblings.index(message_id) + step
        if 0 <= at < len(siblings):
            self.show_leaf(conversation_id, tree.newest_leaf(siblings[at]))

    def show_leaf(self, conversation_id: ConversationId, leaf_id: MessageId | None) -> None:
        """Move the shown path to end at ``leaf_id``."""
        self.change(replace(self.get(conversation_id), leaf_id=leaf_id))
        self._publisher.publish(PathChanged(conversation_id))

    async def delete_message(
        self, conversation_id: ConversationId, message_id: MessageId
    ) -> Callable[[], None]:
        """Delete a message and all that follows it; calling the result brings them back.

        Raises ``StoreError`` with nothing changed.
        """
        tree = self._trees[conversation_id]
        running = (tree.get(m).status.is_running for m in _subtree(tree, message_id))
        if any(running) and self._end_answer is not None:
            await self._end_answer(conversation_id)
        await self._saver.flush()
        conversation = self.get(conversation_id)
        message = tree.get(message_id)
        siblings = [s for s in tree.siblings(message_id) if s != message_id]
        kept = [tree.get(m) for m in _subtree(tree, message_id)]
        removed = tree.remove(message_id)
        leaf = tree.newest_leaf(siblings[-1]) if siblings else message.parent_id
        if conversation.leaf_id not in removed:
            leaf = conversation.leaf_id
        self.show_leaf(conversation_id, leaf)

        def put_back() -> None:
            for old in kept:
                tree.put(old)
            self.show_leaf(conversation_id, conversation.leaf_id)

        def restore() -> None:
            put_back()
            # As it is then: it may have changed since the messages were deleted.
            self._saver.later(
                ("restore", message_id),
                lambda: self._store.put_messages(self.get(conversation_id), kept),
            )

        await self._saver.flush()
        try:
            await self._store.delete_messages(removed)
        except StoreError:
            put_back()
            raise
        return restore


def _subtree(tree: MessageTree, message_id: MessageId) -> list[MessageId]:
    """Return a message and all that follow it, parents before children."""
    found = [message_id]
    for current in found:
        found.extend(tree.children(current))
    return found
