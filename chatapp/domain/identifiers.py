"""New identifiers: unique without asking the database, ordered by time."""

import os
import time

from chatapp.domain.conversation import FolderId
from chatapp.domain.messages import ConversationId, EndpointId, MessageId

_ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def ordered_id() -> str:
    """Return 24 hex digits: 48 bits of milliseconds, then 48 random bits."""
    return f"{time.time_ns() // 1_000_000:012x}{os.urandom(6).hex()}"


def new_message_id() -> MessageId:
    """Return the identifier of a new message."""
    return MessageId(ordered_id())


def new_conversation_id() -> ConversationId:
    """Return the identifier of a new conversation."""
    return ConversationId(ordered_id())


def new_endpoint_id() -> EndpointId:
    """Return the identifier of a new endpoint."""
    return EndpointId(ordered_id())


def new_folder_id() -> FolderId:
    """Return the identifier of a new folder."""
    return FolderId(ordered_id())


def new_tool_call_id() -> str:
    """Return nine alphanumerics: the only form every server accepts (``endpoint.md`` B2)."""
    import secrets

    return "".join(secrets.choice(_ALPHABET) for _ in range(9))


def new_prompt_id() -> str:
    """Return the identifier of a new prompt or persona."""
    return ordered_id()
