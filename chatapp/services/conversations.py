"""Every change a person or an answer makes to conversations and their messages.

What is in memory is ``services.open_conversations``'; the list of all of them is
``services.library``'s; files are read and written through ``services.whole_conversations``.
"""

import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from chatapp.domain.attachments import Attachment, words_of
from chatapp.domain.changes import Aspect, ConversationChanged, MessageChanged, PathChanged
from chatapp.domain.conversation import Conversation, MessageTree, title_from
from chatapp.domain.errors import StoreError
from chatapp.domain.identifiers import new_conversation_id
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageId, Role
from chatapp.services.conversation_settings import ConversationSettings
from chatapp.services.deleted_messages import DeletedMessages
from chatapp.services.open_conversations import OpenConversations
from chatapp.services.publishing import Publisher
from chatapp.services.requests import edited_version
from chatapp.services.saving import Saver
from chatapp.services.whole_conversations import WholeConversations
from chatapp.store.conversations import ConversationStore


class ConversationService(OpenConversations, ConversationSettings):
    """Holds what the window shows and writes every change down.

    Changes are made in memory at once, published, and saved in order by the ``Saver``.
    """

    def __init__(self, store: ConversationStore, saver: Saver, publisher: Publisher) -> None:
        super().__init__(store, saver)
        self.attached = store.attached
        """Returns the bytes of attachments, by digest."""
        self.whole = WholeConversations(store, saver, publisher, self)
        self.deleted = DeletedMessages(store, saver, publisher, self)
        self._publisher = publisher
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

    # One conversation

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
        self.put(conversation, MessageTree())
        self._save(conversation)
        self._publisher.publish(ConversationChanged(conversation.id))
        return conversation

    async def settle(self, ids: Iterable[ConversationId]) -> None:
        """Stop the answers of conversations, and have all that is known on the disk."""
        for conversation_id in ids:
            if self._busy(conversation_id) and self._end_answer is not None:
                await self._end_answer(conversation_id)
        await self._saver.flush()

    async def erase(self, ids: Sequence[ConversationId]) -> None:
        """Delete conversations on the disk for good; the caller has settled and forgotten them."""
        await self._store.erase(ids)

    def change(self, conversation: Conversation, *, touched: bool = False) -> None:
        """Put a changed conversation in its place; ``touched`` moves it to the top."""
        if touched:
            conversation = replace(conversation, updated_at=time.time())
        self.put(conversation)
        self._save(conversation)
        self._publisher.publish(ConversationChanged(conversation.id))

    def _save(self, conversation: Conversation) -> None:
        self._saver.later(("conversation", conversation.id), lambda: self._store.put(conversation))

    def set_unread(self, conversation_id: ConversationId, *, unread: bool) -> None:
        """Remember whether a conversation has an answer that nobody looked at."""
        conversation = self.known(conversation_id)
        if conversation is not None and conversation.unread != unread:
            self.change(replace(conversation, unread=unread))

    def set_draft(
        self, conversation_id: ConversationId, draft: str, attachments: Sequence[Attachment] = ()
    ) -> None:
        """Keep what was typed and attached and is not sent."""
        conversation = self.known(conversation_id)
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
        tree = self.tree(conversation.id)
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
        version = edited_version(self.tree(conversation_id).get(message_id), words)
        await self.add([version])
        return version.id

    def update(self, message: Message, aspects: Aspect) -> None:
        """Show a message in its new state; the caller saves it."""
        if self._is_deleted(message):
            return
        self.tree(message.conversation_id).put(message)
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
        is_loaded = self.is_loaded(message.conversation_id)
        return not is_loaded or message.id not in self.tree(message.conversation_id)

    def keep_choice(self, conversation_id: ConversationId, message_id: MessageId, at: int) -> None:
        """Show and send back another of an answer's ``n`` choices."""
        message = self.tree(conversation_id).get(message_id)
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
        tree = self.tree(conversation_id)
        siblings = tree.siblings(message_id)
        at = siblings.index(message_id) + step
        if 0 <= at < len(siblings):
            self.show_leaf(conversation_id, tree.newest_leaf(siblings[at]))

    def show_leaf(self, conversation_id: ConversationId, leaf_id: MessageId | None) -> None:
        """Move the shown path to end at ``leaf_id``."""
        self.change(replace(self.get(conversation_id), leaf_id=leaf_id))
        self._publisher.publish(PathChanged(conversation_id))

    async def delete_message(
        self, conversation_id: ConversationId, message_id: MessageId, *, for_good: bool = False
    ) -> Callable[[], None]:
        """Delete a message and all that follows it; calling the result brings them back. Unless
        it is ``for_good``, ``deleted`` has them as well, also after a restart.

        Raises ``StoreError`` with nothing changed.
        """
        tree = self.tree(conversation_id)
        running = (tree.get(m).status.is_running for m in tree.under(message_id))
        if any(running) and self._end_answer is not None:
            await self._end_answer(conversation_id)
        await self._saver.flush()
        conversation = self.get(conversation_id)
        message = tree.get(message_id)
        siblings = [s for s in tree.siblings(message_id) if s != message_id]
        kept = [tree.get(m) for m in tree.under(message_id)]
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
            if for_good:
                await self._store.delete_messages(removed)
            else:
                await self._store.put_away(removed)
        except StoreError:
            put_back()
            raise
        self._publisher.publish(PathChanged(conversation_id))  # and the deleted ones are listed
        return restore
