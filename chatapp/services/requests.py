"""One way from a conversation to a request body, for sending and for the preview alike."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from chatapp.domain.attachments import Attachment, attachment_of, shortened
from chatapp.domain.conversation import Conversation
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.identifiers import new_message_id
from chatapp.domain.json_value import JsonObject, JsonValue, as_object
from chatapp.domain.messages import EndpointId, Message, MessageId, MessageStatus, Role
from chatapp.domain.parameter_layers import (
    EffectiveParameters,
    Setting,
    Settings,
    join_layers,
)
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import Reply

if TYPE_CHECKING:
    from chatapp.wire.adaptations import Learned


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who answers one message, where that is not the conversation's own choice; what is empty is.

    ``settings`` are the request fields of this message; ``body`` is the exact body of its first
    request, as the person has edited it.
    """

    endpoint_id: EndpointId | None = None
    model: str = ""
    settings: Settings = field(default_factory=dict)
    body: JsonObject | None = None


USUAL = Answerer()
"""The conversation's own endpoint, model and settings."""


def unforced(answerer: Answerer, sent: JsonObject) -> Answerer:
    """Return who answers the results of tools: one that was made to call one is free now, or
    it would call for ever. An exact body was for the first request only."""
    answerer = replace(answerer, body=None)
    choice = sent.get("tool_choice")
    if choice in (None, "auto", "none"):
        return answerer
    return replace(answerer, settings={**answerer.settings, "tool_choice": Setting("auto")})


def _nothing_learned() -> "Learned":
    from chatapp.wire.adaptations import Learned

    return Learned()


@dataclass(frozen=True, slots=True)
class RequestPlan:
    """Everything a request body is made of; immutable, so a thread may build it.

    ``path`` ends with the message to be answered, or with the beginning of the answer.
    ``exact`` is sent instead of what would be built.
    """

    conversation: Conversation
    endpoint: Endpoint
    model: str
    path: tuple[Message, ...]
    message_settings: Settings = field(default_factory=dict)
    learned: "Learned" = field(default_factory=_nothing_learned)
    attached: Mapping[str, bytes] = field(default_factory=dict)
    """Bytes of attachments by digest."""
    for_reading: bool = False
    """Whether a person reads the body: bytes may be missing, and long base64 is cut."""
    exact: JsonObject | None = None

    def parameters(self) -> EffectiveParameters:
        """Return the fields that will be sent, and why."""
        return conversation_parameters(
            self.conversation, self.endpoint, self.message_settings, self.learned
        )

    def body(self) -> dict[str, JsonValue]:
        """Return the exact JSON body."""
        if self.exact is not None:
            return dict(self.exact)
        from chatapp.wire.messages import wire_messages
        from chatapp.wire.requests import request_body

        messages = wire_messages(
            self.path,
            system_text=self.conversation.system_text,
            system_role=self.conversation.system_role,
            endpoint=self.endpoint,
            reasoning_override=self.learned.reasoning,
            attached=self.attached,
            without_media=self.learned.without_media,
            for_reading=self.for_reading,
        )
        if self.for_reading:
            messages = [as_object(shortened(message)) for message in messages]
        return request_body(self.model, messages, self.learned.applied_to(self.parameters()))


def conversation_parameters(
    conversation: Conversation, endpoint: Endpoint, message: Settings, learned: "Learned"
) -> EffectiveParameters:
    """Return the request fields of a conversation's next message with who set them."""
    return join_layers(
        endpoint.settings,
        conversation.settings,
        message,
        preset=conversation.preset.settings if conversation.preset else None,
        limits=learned.limits(),
    )


def version_of(old: Message, message: Message) -> Message:
    """Return ``message`` as another version of an old one: in its place, with its name, and with
    what it brought that the writing area cannot show."""
    kept = (p for p in old.parts if attachment_of(p) is None and p.get("text") != old.content)
    return replace(message, parent_id=old.parent_id, parts=(*kept, *message.parts), name=old.name)


def edited_version(old: Message, words: str) -> Message:
    """Return a message with other words as another version of it: nobody is asked for it, so
    what was measured of the old one is left behind; tool calls and reasoning stay."""
    new = replace(
        old,
        id=new_message_id(),
        status=MessageStatus.COMPLETE,
        failure=None,
        sent_body={},
        created_at=time.time(),
    )
    if old.role is not Role.ASSISTANT:
        return replace(new, content=words)
    kept = replace(
        old.choice, index=0, content=words, refusal="", finish_reason=None, logprobs={}, audio=None
    )
    return replace(new, reply=Reply(choices=(kept,)), chosen=0)


def user_message(
    conversation: Conversation, words: str, attachments: Sequence[Attachment] = ()
) -> Message:
    """Return what the person wrote as the next message of the shown path."""
    return Message(
        new_message_id(),
        conversation.id,
        conversation.leaf_id,
        Role.USER,
        content=words,
        parts=tuple(attachment.to_part() for attachment in attachments),
        name=conversation.user_name,
    )


def without_messages(body: JsonObject) -> dict[str, JsonValue]:
    """Return the fields that produced an answer, for keeping with it."""
    return {name: value for name, value in body.items() if name != "messages"}


def settings_of(values: Mapping[str, JsonValue]) -> dict[str, Setting]:
    """Return request fields as a layer of settings."""
    return {name: Setting(value) for name, value in values.items()}


def continued(message: Message, prefix: str) -> Message:
    """Return an answer whose text goes on from ``prefix``."""
    if not prefix or message.reply is None or not message.reply.choices:
        return message
    first, *rest = message.reply.choices
    # In one piece, llama.cpp repeats the beginning; a stream goes on from it.
    repeats = not message.reply.timing.streamed and first.content.startswith(prefix)
    first = replace(first, content=first.content if repeats else prefix + first.content)
    return replace(message, reply=replace(message.reply, choices=(first, *rest)))


def begun(path: Sequence[Message], answer: Message, beginning: str) -> list[Message]:
    """Return ``path`` with the beginning of its answer, as the last message of a request."""
    from chatapp.domain.replies import Choice, Reply

    if not beginning:
        return list(path)
    reply = Reply(choices=(Choice(content=beginning),))
    return [*path, replace(answer, reply=reply, status=MessageStatus.COMPLETE)]


def asked_to_begin(path: Sequence[Message], beginning: str) -> list[Message]:
    """Return ``path`` with its last message asking, in words, for an answer that begins so."""
    if not beginning:
        return list(path)
    *before, last = path
    wish = (
        f"{last.content}\n\nBegin your answer with exactly the following words and go on from "
        f"them, without any remark:\n{beginning}"
    )
    return [*before, replace(last, content=wish)]


def new_answer(
    conversation: Conversation,
    endpoint: Endpoint,
    parent_id: MessageId | None,
    answerer: Answerer | None = None,
) -> Message:
    """Return the message that an answer to ``parent_id`` will be."""
    return Message(
        new_message_id(),
        conversation.id,
        parent_id,
        Role.ASSISTANT,
        status=MessageStatus.WAITING,
        model=(answerer.model if answerer else "") or conversation.model,
        endpoint_id=endpoint.id,
        created_at=time.time(),
    )
