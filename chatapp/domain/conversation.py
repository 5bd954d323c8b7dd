"""A conversation: a tree of messages of which one path is shown and sent."""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import NewType

from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import (
    ConversationId,
    EndpointId,
    Message,
    MessageId,
    Role,
)
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.presets import Preset
from chatapp.domain.quick_dataclass import dataclass

TITLE_LENGTH = 60
FolderId = NewType("FolderId", str)


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """What a person wrote while an answer was still being made; ``parts`` are attachments."""

    words: str
    parts: tuple[JsonObject, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is known of a conversation without its messages.

    ``leaf_id`` ends the shown path. ``settings`` is the conversation's layer of request
    fields, ``preset`` the one below it; ``system_role`` is ``system`` or ``developer``.
    ``draft_attachments`` are parts of the message that is not sent yet, ``queue`` the messages
    that wait for the end of an answer. Times are epoch seconds. ``unread`` is set when an answer
    came while another conversation was shown; ``deleted_at`` while it lies in the bin.
    """

    id: ConversationId
    title: str = ""
    endpoint_id: EndpointId | None = None
    model: str = ""
    system_text: str = ""
    system_role: Role = Role.SYSTEM
    user_name: str = ""
    settings: Mapping[str, Setting] = field(default_factory=dict)
    preset: Preset | None = None
    leaf_id: MessageId | None = None
    draft: str = ""
    draft_attachments: tuple[JsonObject, ...] = ()
    queue: tuple[QueuedMessage, ...] = ()
    created_at: float = 0.0
    updated_at: float = 0.0
    folder_id: FolderId | None = None
    pinned: bool = False
    archived: bool = False
    unread: bool = False
    tags: tuple[str, ...] = ()
    deleted_at: float | None = None
    unknown: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(slots=True)
class MessageTree:
    """All messages of one conversation, by parent; siblings in the order they were made."""

    _messages: dict[MessageId, Message] = field(default_factory=dict)
    _children: dict[MessageId | None, list[MessageId]] = field(default_factory=dict)

    @classmethod
    def of(cls, messages: Iterable[Message]) -> "MessageTree":
        """Build the tree of ``messages``, parents before children."""
        tree = cls()
        for message in messages:
            tree.put(message)
        return tree

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._messages

    def __len__(self) -> int:
        return len(self._messages)

    def get(self, message_id: MessageId) -> Message:
        """Return one message; ``KeyError`` if it is not in this conversation."""
        return self._messages[message_id]

    def all(self) -> list[Message]:
        """Return the messages of all branches, parents before children."""
        return list(self._messages.values())

    def put(self, message: Message) -> None:
        """Add a message, or replace the one with the same id."""
        if message.id not in self._messages:
            self._children.setdefault(message.parent_id, []).append(message.id)
        self._messages[message.id] = message

    def path_to(self, leaf_id: MessageId | None) -> list[Message]:
        """Return the messages from the root to ``leaf_id``."""
        path: list[Message] = []
        current = leaf_id
        while current is not None and current in self._messages:
            message = self._messages[current]
            path.append(message)
            current = message.parent_id
        path.reverse()
        return path

    def siblings(self, message_id: MessageId) -> list[MessageId]:
        """Return the versions of a message, itself included, oldest first."""
        return list(self._children.get(self._messages[message_id].parent_id, ()))

    def children(self, message_id: MessageId) -> list[MessageId]:
        """Return the messages that answer or follow one, oldest first."""
        return list(self._children.get(message_id, ()))

    def newest_leaf(self, message_id: MessageId) -> MessageId:
        """Follow the newest child of each message from ``message_id`` down."""
        current = message_id
        while children := self._children.get(current):
            current = children[-1]
        return current

    def under(self, message_id: MessageId) -> list[MessageId]:
        """Return a message and all that follow it, parents before children."""
        found = [message_id]
        for current in found:
            found.extend(self._children.get(current, ()))
        return found

    def remove(self, message_id: MessageId) -> list[MessageId]:
        """Remove a message and everything after it; return what was removed."""
        removed: list[MessageId] = []
        waiting = [message_id]
        self._children[self._messages[message_id].parent_id].remove(message_id)
        while waiting:
            current = waiting.pop()
            removed.append(current)
            waiting.extend(self._children.pop(current, ()))
            del self._messages[current]
        return removed


def title_from(text: str) -> str:
    """Return a title from a first message: its first line, cut at a word."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > TITLE_LENGTH // 2 else cut).rstrip() + "…"


def with_setting(conversation: Conversation, name: str, setting: Setting | None) -> Conversation:
    """Return the conversation with one field set, or left to the endpoint again."""
    settings = {key: value for key, value in conversation.settings.items() if key != name}
    if setting is not None:
        settings[name] = setting
    return replace(conversation, settings=settings)


def with_preset_setting(
    conversation: Conversation, name: str, setting: Setting | None
) -> Conversation:
    """Return the conversation with one field of its preset changed or taken out; the preset
    itself, as it is kept for others, stays as it is."""
    if conversation.preset is None:
        return conversation
    settings = {k: v for k, v in conversation.preset.settings.items() if k != name}
    if setting is not None:
        settings[name] = setting
    return replace(conversation, preset=replace(conversation.preset, settings=settings))
