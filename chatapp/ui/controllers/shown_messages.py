"""Messages as a view shows them, with what their conversation knows of their surroundings."""

from collections.abc import Callable, Sequence

from chatapp.domain.messages import ConversationId, Message, MessageId
from chatapp.services.conversations import ConversationService
from chatapp.ui.conversation.shown_message import ShownMessage


def shown_message(conversations: ConversationService, message: Message) -> ShownMessage:
    """Return a message of a loaded conversation with its place among its versions."""
    versions = conversations.tree(message.conversation_id).siblings(message.id)
    leaf = conversations.get(message.conversation_id).leaf_id
    return ShownMessage(
        message, versions.index(message.id), len(versions), is_last=message.id == leaf
    )


def shown_path(
    conversations: ConversationService, conversation_id: ConversationId
) -> list[ShownMessage]:
    """Return the shown path of a loaded conversation."""
    return [shown_message(conversations, m) for m in conversations.path(conversation_id)]


def shown_end(messages: Sequence[Message]) -> list[ShownMessage]:
    """Return the end of a path of which the rest is not loaded yet: versions are not known."""
    return [ShownMessage(message, is_last=message is messages[-1]) for message in messages]


def conversations_step(
    conversations: ConversationService, message_id: str, step: int
) -> Callable[[ConversationId], None]:
    """Return what moves the shown path to another version of a message."""
    return lambda conversation_id: conversations.show_sibling(
        conversation_id, MessageId(message_id), step
    )
