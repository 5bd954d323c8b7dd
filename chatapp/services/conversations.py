"""Conversations: the list, the trees, and every change a person makes to them."""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

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
    with_preset_setting,
    with_setting,
)
from chatapp.domain.errors import StoreError
from chatapp.domain.identifiers import new_conversation_id
from chatapp.domain.merging import Merged, merge
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageId, Role
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.presets import Preset
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.store.conversations import ConversationStore

KEPT_TREES = 12
"""How many conversations stay in memory after one looks elsewhere."""


class ConversationService:
    """Holds what the window shows and writes every change down.

    Changes are made in memory at once, published, and saved in order by the ``Saver``.
    """

    def __init__(self, store: ConversationStore, saver: Saver, publisher: Publisher) -> None:
        self._store = store
        self._saver = saver
        self._publisher = publisher
        self._listed: dict[ConversationId, Conversation] = {}
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

    async def open(self) -> None:
        """Read the list; conversations that were begun and left empty are dropped."""
        for conversation in await self._store.all():
            self._listed[conversation.id] = conversation
        self._publisher.publish(ConversationsListed())

    # The list

    def all(self) -> list[Conversation]:
        """Every conversation, the one that changed last first."""
        return sorted(self._listed.values(), key=lambda c: (c.updated_at, c.id), reverse=True)

    def get(self, conversation_id: ConversationId) -> Conversation:
        """Return a conversation; ``KeyError`` if there is none."""
        return self._listed[conversation_id]

    def __contains__(self, conversation_id: object) -> bool:
        return conversation_id in self._listed

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
        self._listed[conversation.id] = conversation
        self._trees[conversation.id] = MessageTree()
        self._save(conversation)
        self._publisher.publish(ConversationsListed())
        return conversation

    def is_pristine(self, conversation_id: ConversationId) -> bool:
        """Whether nothing was written in it yet, so that *New* can reuse it."""
        conversation = self._listed[conversation_id]
        return conversation.leaf_id is None and not conversation.draft

    async def delete(self, conversation_id: ConversationId) -> Callable[[], None]:
        """Delete a conversation; its answer is stopped. Calling the result brings it back.

        Raises ``StoreError`` with nothing changed.
        """
        if self._end_answer is not None:
            await self._end_answer(conversation_id)
        await self._saver.flush()
        conversation = self._listed.pop(conversation_id)
        try:
            deleted = await self._store.delete(conversation_id)
        except StoreError:
            self._listed[conversation_id] = conversation
            raise
        self._trees.pop(conversation_id, None)
        self._publisher.publish(ConversationsListed())

        def restore() -> None:
            self._listed[conversation_id] = conversation
            self._saver.later(("restore", conversation_id), lambda: self._store.restore(deleted))
            self._publisher.publish(ConversationsListed())

        return restore

    async def take(self, conversation: Conversation, messages: Sequence[Message]) -> Merged:
        """Add a conversation from a file, or what is new of one that is here already.

        It is on disk when this returns; ``announce`` then shows it in the list.
        """
        await self._saver.flush()
        here = self._listed.get(conversation.id)
        owners = await self._store.owners([m.id for m in messages])
        kept = await self._messages_of(conversation.id) if here is not None else []
        merged = merge(here, kept, owners, conversation, messages)
        if merged.is_new or merged.messages:
            await self._store.put_messages(merged.conversation, merged.messages)
            # What changed in the meantime (a draft, a title) stays.
            current = self._listed.get(conversation.id)
            joined = merged.conversation
            if current is not None:
                updated = max(current.updated_at, joined.updated_at)
                joined = replace(current, leaf_id=joined.leaf_id, updated_at=updated)
            self._listed[conversation.id] = joined
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
        """Return the tree of a conversation, from memory or the disk."""
        tree = self._trees.pop(conversation_id, None)
        if tree is None:
            read = MessageTree.of(await self._store.messages(conversation_id))
            # Somebody else may have read it meanwhile, and changed it since.
            tree = self._trees.pop(conversation_id, read)
        self._trees[conversation_id] = tree
        self._forget_old_trees()
        return tree

    def _forget_old_trees(self) -> None:
        if not self._saver.is_idle:
            return  # what is not on disk yet could not be read again
        for old in list(self._trees)[:-KEPT_TREES]:
            if not self._busy(old):
                del self._trees[old]

    def tree(self, conversation_id: ConversationId) -> MessageTree:
        """Return the tree of a conversation that is loaded."""
        return self._trees[conversation_id]

    def path(self, conversation_id: ConversationId) -> list[Message]:
        """Return the shown path of a loaded conversation; empty if it is not loaded."""
        tree = self._trees.get(conversation_id)
        return tree.path_to(self._listed[conversation_id].leaf_id) if tree else []

    def change(self, conversation: Conversation, *, touched: bool = False) -> None:
        """Put a changed conversation in its place; ``touched`` moves it to the top."""
        if touched:
            conversation = replace(conversation, updated_at=time.time())
        self._listed[conversation.id] = conversation
        self._save(conversation)
        self._publisher.publish(ConversationChanged(conversation.id))
        if touched:
            self._publisher.publish(ConversationsListed())

    def _save(self, conversation: Conversation) -> None:
        self._saver.later(("conversation", conversation.id), lambda: self._store.put(conversation))

    def rename(self, conversation_id: ConversationId, title: str) -> None:
        """Give a conversation another title."""
        self.change(replace(self.get(conversation_id), title=" ".join(title.split())))

    def choose_model(
        self, conversation_id: ConversationId, endpoint_id: EndpointId | None, model: str
    ) -> None:
        """Send the next message of a conversation to another model."""
        conversation = self.get(conversation_id)
        if (conversation.endpoint_id, conversation.model) != (endpoint_id, model):
            self.change(replace(conversation, endpoint_id=endpoint_id, model=model))

    def set_parameter(
        self, conversation_id: ConversationId, name: str, setting: Setting | None
    ) -> None:
        """Set a request field of a conversation, or leave it to the endpoint again."""
        self.change(with_setting(self.get(conversation_id), name, setting))

    def set_parameters(
        self, conversation_id: ConversationId, settings: Mapping[str, Setting]
    ) -> None:
        """Set several request fields of a conversation at once."""
        conversation = self.get(conversation_id)
        own = {**conversation.settings, **settings}
        self.change(replace(conversation, settings=own))

    def set_preset_parameter(
        self, conversation_id: ConversationId, name: str, setting: Setting | None
    ) -> None:
        """Change a field of a conversation's preset, for this conversation alone."""
        self.change(with_preset_setting(self.get(conversation_id), name, setting))

    def set_settings(
        self,
        conversation_id: ConversationId,
        settings: Mapping[str, Setting],
        preset: Preset | None,
    ) -> None:
        """Replace a conversation's own settings and its preset."""
        self.change(replace(self.get(conversation_id), settings=settings, preset=preset))

    def use_preset(self, conversation_id: ConversationId, preset: Preset | None) -> None:
        """Use a preset: its fields are no longer the conversation's own. ``None`` uses none."""
        conversation = self.get(conversation_id)
        named = preset.settings if preset else {}
        settings = {n: s for n, s in conversation.settings.items() if n not in named}
        self.set_settings(conversation_id, settings, preset)

    def set_system(self, conversation_id: ConversationId, words: str, role: Role) -> None:
        """Set the system or developer message that opens every request."""
        self.change(replace(self.get(conversation_id), system_text=words, system_role=role))

    def set_user_name(self, conversation_id: ConversationId, name: str) -> None:
        """Set the ``name`` that the person's messages carry."""
        self.change(replace(self.get(conversation_id), user_name=name))

    def set_draft(self, conversation_id: ConversationId, draft: str) -> None:
        """Keep text that was typed and not sent."""
        conversation = self._listed.get(conversation_id)
        if conversation is not None and conversation.draft != draft:
            self.change(replace(conversation, draft=draft))

    # Messages

    async def add(self, messages: Sequence[Message]) -> None:
        """Write new messages down, then show them as the end of the path.

        They are on disk when this returns; a ``StoreError`` means that nothing was added.
        """
        conversation = self.get(messages[0].conversation_id)
        now = time.time()
        title = conversation.title or next(
            (title_from(m.content) for m in messages if m.role is Role.USER), ""
        )
        changed = replace(conversation, leaf_id=messages[-1].id, title=title, updated_at=now)
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
        self.change(replace(current, leaf_id=changed.leaf_id, title=title), touched=True)
        self._publisher.publish(PathChanged(conversation.id))

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
