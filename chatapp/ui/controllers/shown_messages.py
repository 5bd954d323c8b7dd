"""Messages as a view shows them, with what their conversation knows of their surroundings."""

from chatapp.domain.messages import ConversationId, Message
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
