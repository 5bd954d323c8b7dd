"""Messages to show in the tests of the message view."""

from collections.abc import Iterable, Sequence

from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.domain.replies import Choice, Reply
from chatapp.ui.conversation.shown_message import ShownMessage

CONVERSATION = ConversationId("conversation")


def user(message_id: str, text: str) -> Message:
    """Return what a person wrote."""
    return Message(MessageId(message_id), CONVERSATION, None, Role.USER, content=text)


def answer(
    message_id: str,
    text: str,
    status: MessageStatus = MessageStatus.COMPLETE,
    *,
    choices: Sequence[Choice] = (),
    reasoning: str = "",
) -> Message:
    """Return an answer with this text, or with these choices."""
    given = tuple(choices) or (Choice(content=text, reasoning=reasoning),)
    return Message(
        MessageId(message_id),
        CONVERSATION,
        None,
        Role.ASSISTANT,
        reply=Reply(model="a-model", choices=given),
        status=status,
    )


def shown(messages: Iterable[Message]) -> list[ShownMessage]:
    """Return messages as a path without versions."""
    path = list(messages)
    last = len(path) - 1
    return [ShownMessage(message, is_last=row == last) for row, message in enumerate(path)]


def conversation_of(
    count: int, text: str = "Some words that fill a line or two. " * 8
) -> list[ShownMessage]:
    """Return a conversation of ``count`` messages, alternating."""
    return shown(
        user(str(row), f"{row}: {text}") if row % 2 == 0 else answer(str(row), f"{row}: {text}")
        for row in range(count)
    )
