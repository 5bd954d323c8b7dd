"""An edited request as messages of the tree: what was changed in it becomes a real branch."""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.domain.conversation import Conversation
from chatapp.domain.identifiers import new_message_id
from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, as_text
from chatapp.domain.messages import Message, MessageId, MessageStatus, Role
from chatapp.wire.accumulate import ReplyAccumulator

_ROLES = {str(role): role for role in Role}


def branch_of(
    conversation: Conversation,
    path: Sequence[Message],
    before: JsonObject,
    after: JsonObject,
    now_s: float,
) -> tuple[MessageId | None, list[Message]]:
    """Return the message that an edited request still goes as far as, and the new ones after it.

    ``path`` leads to what the request ``before`` asked an answer to; ``after`` is that request
    as it was edited. Without a change in its messages that is the end of the path and nothing.
    The system text of the conversation is no message of its tree.
    """
    sent, edited = (_spoken(conversation, body) for body in (before, after))
    end = path[-1].id if path else None
    if sent == edited or any(as_text(m.get("role")) not in _ROLES for m in edited):
        return end, []
    partners = _partners(path, sent)
    same = _common(sent, edited)
    at_end = min(_common(sent[::-1], edited[::-1]), len(edited) - same, len(sent) - same)
    known = [partner for partner in partners[:same] if partner is not None]
    anchor = known[-1].id if known else None
    fresh: list[Message] = []
    for number in range(same, len(edited)):
        old = partners[number - len(edited) + len(sent)] if number >= len(edited) - at_end else None
        parent = fresh[-1].id if fresh else anchor
        fresh.append(_message(conversation, old, edited[number], parent, now_s))
    return anchor, fresh


def _spoken(conversation: Conversation, body: JsonObject) -> list[JsonObject]:
    """Return the messages of a request without the system text and the begun answer."""
    messages: list[JsonObject] = [as_object(message) for message in as_list(body.get("messages"))]
    if messages and conversation.system_text.strip() and messages[0].get("role") in _SYSTEM:
        messages = messages[1:]
    if messages and messages[-1].get("role") == str(Role.ASSISTANT):
        messages = messages[:-1]
    return messages


_SYSTEM = ("system", "developer")


def _common(first: Sequence[JsonObject], second: Sequence[JsonObject]) -> int:
    """Return how many messages both begin with."""
    pairs = zip(first, second, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))


def _partners(path: Sequence[Message], sent: Sequence[JsonObject]) -> list[Message | None]:
    """Return for each message that was sent the last one of the path that is in it.

    Empty answers were not sent; questions that stood side by side were sent as one; some of
    what was sent, such as the pictures of a tool's result, is no message of the path.
    """
    found: list[Message | None] = []
    path = [message for message in path if not _is_left_out(message)]
    at = 0
    for wire in sent:
        partner = None
        while at < len(path) and _is_in(path[at], wire, more=partner is not None):
            partner = path[at]
            at += 1
        found.append(partner)
    return found


def _is_left_out(message: Message) -> bool:
    return (
        message.role is Role.ASSISTANT
        and not message.text.strip()
        and not message.choice.tool_calls
        and message.choice.audio is None
    )


def _is_in(message: Message, wire: JsonObject, *, more: bool) -> bool:
    if str(message.role) != wire.get("role"):
        return False
    return not more or (message.role is Role.USER and message.content in _words_of(wire))


def _words_of(wire: JsonObject) -> str:
    content = wire.get("content")
    if isinstance(content, str):
        return content
    return "\n\n".join(filter(None, (as_text(as_object(p).get("text")) for p in as_list(content))))


def _message(
    conversation: Conversation,
    old: Message | None,
    wire: JsonObject,
    parent_id: MessageId | None,
    now_s: float,
) -> Message:
    """Return a message of a request as one of the tree; ``old`` said the same."""
    made = Message(
        new_message_id(), conversation.id, parent_id, _ROLES[as_text(wire.get("role"))],
        created_at=now_s,
    )  # fmt: skip
    if old is not None and _words_of(wire) == old.text:
        return replace(
            old, id=made.id, parent_id=parent_id, status=MessageStatus.COMPLETE, failure=None
        )
    if made.role is Role.ASSISTANT:
        reply = ReplyAccumulator(inline_think=False)
        entry: dict[str, JsonValue] = {"index": 0, "message": dict(wire)}
        reply.feed_object({"choices": [entry]})
        reply.finish()
        return replace(made, reply=reply.reply())
    media = [
        part for part in map(as_object, as_list(wire.get("content"))) if part.get("type") != "text"
    ]
    return replace(
        made,
        content=_words_of(wire),
        parts=tuple(media),
        name=as_text(wire.get("name")),
        tool_call_id=as_text(wire.get("tool_call_id")),
    )
