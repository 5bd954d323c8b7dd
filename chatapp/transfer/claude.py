"""Claude's data export: ``conversations.json``, an array with ``chat_messages``.

As Anthropic's export has them: ``uuid``, ``name``, ISO times; each message has ``sender``
(``human`` or ``assistant``), ``text``, and newer ones ``content`` blocks (``text``,
``thinking``, ``tool_use``, ``tool_result``), ``attachments`` with their extracted text, and
``parent_message_uuid`` where branches are given.
"""

from chatapp.domain.json_value import JsonObject, as_list, as_object
from chatapp.domain.messages import Role
from chatapp.transfer.outline import PICTURES, UNKNOWN_MESSAGES, UNKNOWN_PARTS, Node, Outline
from chatapp.transfer.speech import Speech, fenced
from chatapp.transfer.untrusted import key_of, line, moment, words

_ROLES = {
    "human": Role.USER,
    "user": Role.USER,
    "assistant": Role.ASSISTANT,
    "system": Role.SYSTEM,
}
_NO_PARENT = "00000000-0000-4000-8000-000000000000"
"""What the export names as the parent of a first message."""
_SILENT_BLOCKS = frozenset({"token_budget", "flag"})


def is_claude(item: JsonObject) -> bool:
    """Whether an object is a conversation of this export."""
    return isinstance(item.get("chat_messages"), list)


def outline_of(item: JsonObject) -> Outline:
    """Return what a conversation of this export says."""
    outline = Outline(
        "claude",
        key_of(item.get("uuid")),
        title=line(item.get("name")),
        created=moment(item.get("created_at")),
        updated=moment(item.get("updated_at")),
        leaf=key_of(item.get("current_leaf_message_uuid")),
        model=line(item.get("model")),
    )
    for position, given in enumerate(as_list(item["chat_messages"])):
        _add(outline, as_object(given), position)
    return outline


def _add(outline: Outline, given: JsonObject, position: int) -> None:
    role = _ROLES.get(words(given.get("sender") or given.get("role")))
    if role is None:
        outline.lose(UNKNOWN_MESSAGES)
        return
    parent = key_of(given.get("parent_message_uuid")) or outline.last_key
    speech = Speech(
        Node(
            key_of(given.get("uuid")) or f"#{position}",
            None if parent == _NO_PARENT else parent,
            role,
            model=outline.model if role is Role.ASSISTANT else "",
            created=moment(given.get("created_at")),
        )
    )
    for block in as_list(given.get("content")):
        _take_block(speech, as_object(block), outline)
    if not speech.has_words:
        speech.say(words(given.get("text")))
    _take_attachments(speech, given, outline)
    for node in speech.nodes():
        outline.add(node)


def _take_block(speech: Speech, block: JsonObject, outline: Outline) -> None:
    match words(block.get("type")):
        case "text":
            speech.say(words(block.get("text")))
        case "thinking":
            speech.think(words(block.get("thinking")))
        case "tool_use":
            speech.call(block.get("id"), block.get("name"), block.get("input"))
        case "tool_result":
            speech.result(block.get("tool_use_id"), block.get("name"), _result(block))
        case kind if kind not in _SILENT_BLOCKS:
            outline.lose(UNKNOWN_PARTS)


def _result(block: JsonObject) -> str:
    content = block.get("content")
    if isinstance(content, str):
        return words(content)
    return "\n".join(words(as_object(part).get("text")) for part in as_list(content))


def _take_attachments(speech: Speech, given: JsonObject, outline: Outline) -> None:
    """Put the text of attachments into the message; count files whose content is not there."""
    read = set()
    for attachment in as_list(given.get("attachments")):
        own = as_object(attachment)
        name, content = line(own.get("file_name")), words(own.get("extracted_content"))
        if content:
            read.add(name)
            speech.say(f"{name}\n\n{fenced(content)}")
        else:
            outline.lose(PICTURES)
    files = [*as_list(given.get("files")), *as_list(given.get("files_v2"))]
    outline.lose(PICTURES, len({line(as_object(f).get("file_name")) for f in files} - read))
