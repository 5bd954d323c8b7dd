"""From another program's messages to a conversation of ours; one way for all formats.

Identifiers are derived from the other program's own, so that the same conversation is known
again when its file is read twice, and grows when a later file holds more of it.
"""

from collections import Counter
from dataclasses import field
from hashlib import sha256

from chatapp.domain.conversation import Conversation, title_from
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import Choice, Reply, Timing, ToolCall, Usage
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.transfer.branches import in_order
from chatapp.transfer.findings import Finding, Found, Skipped

PICTURES = QT_TRANSLATE_NOOP("Transfer", "Pictures or files that are not in the export: {count}.")
UNKNOWN_PARTS = QT_TRANSLATE_NOOP("Transfer", "Parts of an unknown kind: {count}.")
UNKNOWN_MESSAGES = QT_TRANSLATE_NOOP("Transfer", "Messages that could not be read: {count}.")
DOUBLES = QT_TRANSLATE_NOOP("Transfer", "Messages with an identifier that came before: {count}.")
EMPTY = QT_TRANSLATE_NOOP("Transfer", "There is no message in it.")


@dataclass(slots=True)
class Node:
    """One message of another program. ``key`` and ``parent`` are that program's identifiers.

    A node that is not ``kept`` only links others; its reasoning goes to what follows it.
    """

    key: str
    parent: str | None
    role: Role
    text: str = ""
    reasoning: str = ""
    model: str = ""
    name: str = ""
    created: float = 0.0
    parts: tuple[JsonObject, ...] = ()
    images: tuple[JsonObject, ...] = ()
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str = ""
    finish_reason: str | None = "stop"
    usage: JsonObject = field(default_factory=dict)
    timing: Timing = field(default_factory=Timing)
    status: MessageStatus = MessageStatus.COMPLETE
    kept: bool = True


@dataclass(slots=True)
class Outline:
    """One conversation of another program; ``leaf`` ends the branch that was shown there,
    ``lost`` counts by reason what cannot be taken."""

    source: str
    key: str = ""
    title: str = ""
    created: float = 0.0
    updated: float = 0.0
    leaf: str | None = None
    model: str = ""
    system_text: str = ""
    nodes: list[Node] = field(default_factory=list)
    lost: "Counter[str]" = field(default_factory=Counter)

    def add(self, node: Node) -> None:
        """Add a message."""
        self.nodes.append(node)

    def lose(self, reason: str, count: int = 1) -> None:
        """Count what cannot be taken, under the reason."""
        if count:
            self.lost[reason] += count

    @property
    def last_key(self) -> str | None:
        """The key of the message added last: the parent of the next in a plain list."""
        return self.nodes[-1].key if self.nodes else None


def finding(outline: Outline) -> Finding:
    """Return the conversation that an outline describes, or why it is none."""
    nodes = _by_key(outline)
    _keep_last_thoughts(nodes)
    messages, place = _messages(outline, nodes)
    name = outline.title or next((title_from(m.content) for m in messages if m.content), "")
    lost = tuple(
        Skipped(name or outline.key, text("Transfer", reason, count=count))
        for reason, count in outline.lost.items()
    )
    if not messages:
        reason = lost[0].reason if lost else text("Transfer", EMPTY)
        return Skipped(name or outline.key, reason)
    times = [m.created_at for m in messages if m.created_at]
    created = outline.created or min(times, default=0.0)
    conversation = Conversation(
        _conversation_id(outline),
        title=name,
        model=outline.model or next((m.model for m in reversed(messages) if m.model), ""),
        system_text=outline.system_text,
        leaf_id=place.get(outline.leaf or "") or _end_of(messages),
        created_at=created,
        updated_at=max([outline.updated, created, *times]),
    )
    return Found(conversation, tuple(messages), lost)


def _by_key(outline: Outline) -> dict[str, Node]:
    nodes: dict[str, Node] = {}
    for number, node in enumerate(outline.nodes):
        key = node.key or f"#{number}"
        if key in nodes:
            outline.lose(DOUBLES)
        else:
            nodes[key] = node
    return nodes


def _keep_last_thoughts(nodes: dict[str, Node]) -> None:
    """Keep thoughts that nothing follows: there is no other message to show them with."""
    parents = {node.parent for node in nodes.values()}
    for key, node in nodes.items():
        if not node.kept and node.reasoning and key not in parents:
            node.kept = True


def _messages(
    outline: Outline, nodes: dict[str, Node]
) -> tuple[list[Message], dict[str, MessageId | None]]:
    """Return the kept messages, and for every key the message that stands in its place."""
    conversation_id = _conversation_id(outline)
    messages: list[Message] = []
    place: dict[str, MessageId | None] = {}
    thoughts: dict[str | None, str] = {}
    times: dict[str | None, float] = {}
    for key, parent in in_order({k: n.parent for k, n in nodes.items()}).items():
        node = nodes[key]
        above = place.get(parent or "")
        created = times[key] = node.created or times.get(parent, outline.created)
        reasoning = "\n\n".join(filter(None, (thoughts.get(parent, ""), node.reasoning)))
        if not node.kept:
            place[key] = above
            thoughts[key] = reasoning
            continue
        place[key] = message_id = MessageId(stable_id(outline.source, str(conversation_id), key))
        messages.append(_message(node, message_id, conversation_id, above, reasoning, created))
    return messages, place


def _message(
    node: Node,
    message_id: MessageId,
    conversation_id: ConversationId,
    parent: MessageId | None,
    reasoning: str,
    created: float,
) -> Message:
    if node.role is not Role.ASSISTANT:
        return Message(
            message_id, conversation_id, parent, node.role, content=node.text, parts=node.parts,
            name=node.name, tool_call_id=node.tool_call_id, created_at=created,
        )  # fmt: skip
    choice = Choice(
        role="assistant",
        name=node.name,
        content=node.text,
        reasoning=reasoning,
        tool_calls=node.tool_calls,
        finish_reason=node.finish_reason,
        images=node.images,
    )
    reply = Reply(
        model=node.model,
        choices=(choice,),
        usage=Usage(node.usage) if node.usage else None,
        timing=node.timing,
    )
    return Message(
        message_id, conversation_id, parent, Role.ASSISTANT, reply=reply, status=node.status,
        model=node.model, created_at=created,
    )  # fmt: skip


def _end_of(messages: list[Message]) -> MessageId:
    """Follow the newest child of each message from the last root on."""
    newest: dict[MessageId | None, MessageId] = {m.parent_id: m.id for m in messages}
    current = newest[None]
    while current in newest:
        current = newest[current]
    return current


def _conversation_id(outline: Outline) -> ConversationId:
    if outline.key:
        return ConversationId(stable_id(outline.source, outline.key))
    said = (f"{n.role}:{n.text}" for n in outline.nodes)
    return ConversationId(stable_id(outline.source, str(outline.created), *said))


def stable_id(*parts: str) -> str:
    """Return 24 hex digits that depend on ``parts`` alone."""
    joined = "\0".join(parts).encode("utf-8", "replace")
    return sha256(joined).hexdigest()[:24]
