"""ChatGPT's data export: ``conversations.json``, an array of trees.

As OpenAI's export has them: ``mapping`` holds nodes ``{id, parent, children, message}``,
``current_node`` ends the shown branch; a message has ``author.role``, ``content`` by
``content_type``, ``recipient`` (a tool's name for a call) and ``metadata.model_slug``.
"""

from collections.abc import Mapping

from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object
from chatapp.domain.messages import Role
from chatapp.domain.replies import ToolCall
from chatapp.transfer.branches import in_order
from chatapp.transfer.outline import PICTURES, UNKNOWN_MESSAGES, UNKNOWN_PARTS, Node, Outline
from chatapp.transfer.speech import arguments_text
from chatapp.transfer.untrusted import key_of, line, moment, words

_ROLES = {
    "system": Role.SYSTEM,
    "user": Role.USER,
    "assistant": Role.ASSISTANT,
    "tool": Role.TOOL,
}
_FILE_PARTS = frozenset(
    {
        "image_asset_pointer",
        "audio_asset_pointer",
        "real_time_user_audio_video_asset_pointer",
        "video_container_asset_pointer",
    }
)


def is_chatgpt(item: JsonObject) -> bool:
    """Whether an object is a conversation of this export."""
    return isinstance(item.get("mapping"), dict)


def outline_of(item: JsonObject) -> Outline:
    """Return what a conversation of this export says."""
    outline = Outline(
        "chatgpt",
        key_of(item.get("conversation_id") or item.get("id")),
        title=line(item.get("title")),
        created=moment(item.get("create_time")),
        updated=moment(item.get("update_time")),
        leaf=key_of(item.get("current_node")),
        model=line(item.get("default_model_slug")),
    )
    mapping = as_object(item["mapping"])
    parents = _parents(mapping)
    calls: dict[str, str] = {}
    for key in _listed(mapping):
        _add(outline, key, parents.get(key), mapping[key], calls)
    _join_results(outline, calls)
    return outline


def _parents(mapping: Mapping[str, JsonValue]) -> dict[str, str | None]:
    """Return every node's parent; where a node names none, the node that lists it as a child."""
    parents: dict[str, str | None] = {}
    for key, node in mapping.items():
        for child in as_list(as_object(node).get("children")):
            parents.setdefault(key_of(child), key)
    for key, node in mapping.items():
        if named := key_of(as_object(node).get("parent")):
            parents[key] = named
    return parents


def _listed(mapping: Mapping[str, JsonValue]) -> list[str]:
    """Return the keys so that siblings come in the order their parent lists them."""
    rank: dict[str, int] = {}
    for node in mapping.values():
        for position, child in enumerate(as_list(as_object(node).get("children"))):
            rank.setdefault(key_of(child), position)
    return sorted(mapping, key=lambda key: rank.get(key, 0))


def _add(
    outline: Outline, key: str, parent: str | None, given: JsonValue, calls: dict[str, str]
) -> None:
    """Add a node; ``calls`` gathers the tool call that each node makes."""
    message = as_object(as_object(given).get("message"))
    role = _ROLES.get(words(as_object(message.get("author")).get("role")))
    node = Node(key, parent, role or Role.SYSTEM, kept=False)
    outline.add(node)
    if role is None:
        outline.lose(UNKNOWN_MESSAGES, int(bool(message)))
        return
    _fill(node, message, outline)
    if node.tool_calls:
        calls[key] = node.tool_calls[0].id


def _fill(node: Node, message: JsonObject, outline: Outline) -> None:
    content = as_object(message.get("content"))
    metadata = as_object(message.get("metadata"))
    node.created = moment(message.get("create_time"))
    node.model = line(metadata.get("model_slug"))
    said = _text(content, outline)
    match content.get("content_type"):
        case "thoughts":
            node.reasoning = said
            return
        case "reasoning_recap":
            return  # "Thought for 5 seconds": the thoughts themselves are there
        case "user_editable_context" | "model_editable_context":
            outline.system_text = outline.system_text or said
            return
    recipient = words(message.get("recipient")) or "all"
    if node.role is Role.ASSISTANT and recipient != "all":
        node.tool_calls = (ToolCall(f"call_{node.key}", recipient[:200], arguments_text(said)),)
        node.finish_reason = "tool_calls"
        said = ""
    if node.role is Role.TOOL:
        node.name = line(as_object(message.get("author")).get("name"))
    node.text = said
    node.kept = bool(said.strip() or node.tool_calls or node.role is Role.TOOL)


def _text(content: JsonObject, outline: Outline) -> str:
    """Return the words of a message's content, counting what is not text."""
    pieces = [_part(part, outline) for part in as_list(content.get("parts"))]
    pieces += [words(content.get(name)) for name in ("text", "result", "content")]
    pieces += [words(content.get(name)) for name in ("user_profile", "user_instructions")]
    pieces.append(words(content.get("model_set_context")))
    pieces += [words(as_object(t).get("content")) for t in as_list(content.get("thoughts"))]
    return "\n\n".join(filter(None, pieces))


def _part(part: JsonValue, outline: Outline) -> str:
    if isinstance(part, str):
        return words(part)
    own = as_object(part)
    kind = words(own.get("content_type"))
    if kind == "audio_transcription" or (kind == "text" and "text" in own):
        return words(own.get("text"))
    outline.lose(PICTURES if kind in _FILE_PARTS else UNKNOWN_PARTS)
    return f"[{kind[:80] or 'unknown'}: {line(own.get('asset_pointer'))}]"


def _join_results(outline: Outline, calls: Mapping[str, str]) -> None:
    """Let each tool's output answer the nearest call above it."""
    parents = {node.key: node.parent for node in outline.nodes}
    nearest: dict[str | None, str] = {}
    for key, parent in in_order(parents).items():
        nearest[key] = calls.get(key) or nearest.get(parent, "")
    for node in outline.nodes:
        if node.role is Role.TOOL:
            node.tool_call_id = nearest[node.key]
