"""Messages: who said what, in which state, and what the endpoint reported about it."""

from dataclasses import field, replace
from enum import StrEnum
from typing import NewType

from chatapp.domain.json_value import JsonObject
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import Choice, Reply
from chatapp.domain.tool_calls import CallRecord

MessageId = NewType("MessageId", str)
ConversationId = NewType("ConversationId", str)
EndpointId = NewType("EndpointId", str)


class Role(StrEnum):
    """The endpoint's roles; ``function`` is read from old histories only."""

    SYSTEM = "system"
    DEVELOPER = "developer"
    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"
    FUNCTION = "function"


class MessageStatus(StrEnum):
    """How a message came to its end, if it has."""

    COMPLETE = "complete"
    WAITING = "waiting"
    STREAMING = "streaming"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    FAILED = "failed"

    @property
    def is_running(self) -> bool:
        """Whether an answer is still expected."""
        return self in {MessageStatus.WAITING, MessageStatus.STREAMING}


@dataclass(frozen=True, slots=True)
class FailureRecord:
    """A failure as kept with its message: words shown again after a restart.

    ``refused_field`` is the request field that the server would not take, if it named one.
    """

    context: str
    source: str
    arguments: JsonObject = field(default_factory=dict)
    hint_context: str = ""
    hint_source: str = ""
    hint_arguments: JsonObject = field(default_factory=dict)
    detail: str = ""
    retryable: bool = False
    ways_out: tuple[str, ...] = ()
    refused_field: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One node of a conversation's tree.

    ``content`` is what the person wrote; an assistant message's text is in ``reply.choices``,
    of which ``chosen`` (a position, not the wire index) is shown and sent back. ``sent_body``
    holds the request fields other than ``messages`` that produced an answer. The result of a
    tool call has its words in ``content``, its blocks in ``parts`` if any of them is no text,
    and how it came about in ``tool``. Times are epoch
    seconds; ``unknown`` holds what a newer version wrote into a file that was imported.
    """

    id: MessageId
    conversation_id: ConversationId
    parent_id: MessageId | None
    role: Role
    content: str = ""
    parts: tuple[JsonObject, ...] = ()
    name: str = ""
    tool_call_id: str = ""
    tool: CallRecord | None = None
    reply: Reply | None = None
    chosen: int = 0
    status: MessageStatus = MessageStatus.COMPLETE
    failure: FailureRecord | None = None
    model: str = ""
    endpoint_id: EndpointId | None = None
    sent_body: JsonObject = field(default_factory=dict)
    created_at: float = 0.0
    unknown: JsonObject = field(default_factory=dict)

    @property
    def choice(self) -> Choice:
        """The choice that is shown; an empty one before anything has arrived."""
        choices = self.reply.choices if self.reply else ()
        return choices[min(self.chosen, len(choices) - 1)] if choices else Choice()

    @property
    def text(self) -> str:
        """The words of the message as the person reads them (Markdown source)."""
        if self.role is not Role.ASSISTANT:
            return self.content
        choice = self.choice
        transcript = choice.audio.transcript if choice.audio else ""
        return choice.content or transcript or choice.refusal

    def with_status(self, status: MessageStatus) -> "Message":
        """Return the message in another state."""
        return replace(self, status=status)
