"""About how many tokens the next request of a conversation will have."""

from collections.abc import Sequence

from chatapp.domain.attachments import attachments_in
from chatapp.domain.messages import Message
from chatapp.domain.token_estimate import MESSAGE_TOKENS, text_tokens


def history_tokens(path: Sequence[Message], system_text: str) -> int:
    """Return the tokens of what is sent before the next message.

    Where the endpoint has counted an answer with all that came before it, its count is taken;
    only what came later is estimated.
    """
    later = 0
    for message in reversed(path):
        usage = message.reply.usage if message.reply else None
        counted = usage.prompt_tokens if usage else None
        if counted is not None and usage is not None:
            hidden = usage.completion_detail("reasoning_tokens") or 0
            return counted + max((usage.completion_tokens or 0) - hidden, 0) + later
        later += message_tokens(message)
    return later + (text_tokens(system_text) + MESSAGE_TOKENS if system_text.strip() else 0)


def message_tokens(message: Message) -> int:
    """Return about how many tokens a message takes in a request."""
    files = sum(attachment.tokens for attachment in attachments_in(message.parts))
    calls = sum(text_tokens(call.arguments) for call in message.choice.tool_calls)
    return text_tokens(message.text) + files + calls + MESSAGE_TOKENS
