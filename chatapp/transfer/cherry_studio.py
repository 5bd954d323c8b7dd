"""Cherry Studio's backup: ``data.json`` with ``indexedDB`` and ``localStorage``.

As Cherry Studio has them: ``indexedDB.topics`` hold flat lists of messages, whose words are in
``indexedDB.message_blocks``; several models' answers to one question share its ``askId``.
Titles and system prompts are in ``localStorage``, as JSON inside JSON.
"""

import io

from chatapp.domain.json_value import (
    JsonObject,
    JsonValue,
    as_list,
    as_number,
    as_object,
    compact,
)
from chatapp.domain.messages import MessageStatus, Role
from chatapp.domain.replies import Timing
from chatapp.transfer.json_stream import JsonStream
from chatapp.transfer.outline import PICTURES, UNKNOWN_MESSAGES, UNKNOWN_PARTS, Node, Outline
from chatapp.transfer.speech import Speech, fenced
from chatapp.transfer.untrusted import (
    NotReadable,
    clean_json,
    clean_object,
    key_of,
    line,
    moment,
    words,
)

_ROLES = {"system": Role.SYSTEM, "user": Role.USER, "assistant": Role.ASSISTANT}
_STATES = {"paused": MessageStatus.STOPPED, "error": MessageStatus.INTERRUPTED}
_STORE = "persist:cherry-studio"
_SILENT_BLOCKS = frozenset({"unknown", "citation"})


def is_cherry_studio(item: JsonObject) -> bool:
    """Whether an object is a backup of Cherry Studio."""
    return isinstance(as_object(item.get("indexedDB")).get("topics"), list)


class Backup:
    """A whole backup; ``topics`` are its conversations."""

    def __init__(self, item: JsonObject) -> None:
        tables = as_object(item["indexedDB"])
        self.topics = as_list(tables.get("topics"))
        self._names = _topics(item)
        self._blocks: dict[str, JsonObject] = {
            key_of(as_object(b).get("id")): as_object(b)
            for b in as_list(tables.get("message_blocks"))
        }

    def outline_of(self, topic: JsonObject) -> Outline:
        """Return what a topic says."""
        key = key_of(topic.get("id"))
        named, assistant = self._names.get(key, ({}, {}))
        outline = Outline(
            "cherry-studio",
            key,
            title=line(named.get("name") or topic.get("name")),
            created=moment(named.get("createdAt")),
            updated=moment(named.get("updatedAt")),
            model=line(as_object(assistant.get("model")).get("id")),
            system_text=words(named.get("prompt") or assistant.get("prompt")),
        )
        _add_messages(outline, as_list(topic.get("messages")), self._blocks)
        return outline


def _topics(item: JsonObject) -> dict[str, tuple[JsonObject, JsonObject]]:
    """Return what is known of each topic by its id, with the assistant it belongs to."""
    stored = _inner(as_object(item.get("localStorage")).get(_STORE))
    kept = _inner(as_object(stored).get("assistants"))
    own = as_object(kept)
    assistants = [own.get("defaultAssistant"), *as_list(own.get("assistants"))]
    return {
        key_of(as_object(topic).get("id")): (as_object(topic), as_object(assistant))
        for assistant in assistants
        for topic in as_list(as_object(assistant).get("topics"))
    }


def _inner(value: JsonValue) -> JsonValue:
    """Return JSON that is kept as text inside JSON; nothing if it is none."""
    if not isinstance(value, str):
        return value
    try:
        return dict(JsonStream(io.StringIO(value).read).walk(""))
    except NotReadable:
        return None


def _add_messages(
    outline: Outline, messages: list[JsonValue], blocks: dict[str, JsonObject]
) -> None:
    end: str | None = None
    answered: str | None = None
    asked: set[str] = set()
    for position, given in enumerate(messages):
        message = as_object(given)
        role = _ROLES.get(words(message.get("role")))
        if message.get("type") == "clear":
            continue  # a line that says from where on the model forgets
        if role is None:
            outline.lose(UNKNOWN_MESSAGES)
            continue
        key = key_of(message.get("id")) or f"#{position}"
        question = key_of(message.get("askId")) if role is Role.ASSISTANT else ""
        again = bool(question) and question == answered
        node = Node(key, question if question in asked else end, role)
        _add(outline, node, message, blocks)
        if role is Role.USER:
            asked.add(key)
        if not again or message.get("foldSelected") is True:
            end = key
        answered = question
    outline.leaf = end


def _add(outline: Outline, node: Node, given: JsonObject, blocks: dict[str, JsonObject]) -> None:
    node.created = moment(given.get("createdAt"))
    if node.role is Role.ASSISTANT:
        node.model = line(as_object(given.get("model")).get("id") or given.get("modelId"))
        node.usage = clean_object(given.get("usage"))
        node.timing = _timing(as_object(given.get("metrics")))
        node.status = _STATES.get(words(given.get("status")), MessageStatus.COMPLETE)
    speech = Speech(node)
    for key in as_list(given.get("blocks")):
        _take_block(speech, blocks.get(key_of(key)), outline)
    if not speech.has_words:
        speech.think(words(given.get("reasoning_content")))
        speech.say(words(given.get("content")))
    for spoken in speech.nodes():
        outline.add(spoken)


def _timing(metrics: JsonObject) -> Timing:
    first = metrics.get("time_first_token_millsec")
    total = metrics.get("time_completion_millsec")
    if not isinstance(total, (int, float)) or not 0 < total < 1e9:
        return Timing()
    known = isinstance(first, (int, float)) and 0 < first <= total
    return Timing(
        first_token_ms=as_number(first) if known else None,
        total_ms=as_number(total),
        streamed=known,
    )


def _take_block(speech: Speech, block: JsonObject | None, outline: Outline) -> None:
    if block is None:
        outline.lose(UNKNOWN_PARTS)
        return
    content = block.get("content")
    match words(block.get("type")):
        case "main_text" | "translation":
            speech.say(words(content))
        case "code":
            speech.say(fenced(words(content)))
        case "thinking":
            speech.think(words(content))
        case "tool":
            _take_tool(speech, block)
        case "error":
            speech.say(words(as_object(block.get("error")).get("message")))
        case "image" | "file" | "video":
            outline.lose(PICTURES)
        case kind if kind not in _SILENT_BLOCKS:
            outline.lose(UNKNOWN_PARTS)


def _take_tool(speech: Speech, block: JsonObject) -> None:
    raw = as_object(as_object(block.get("metadata")).get("rawMcpToolResponse"))
    name = block.get("toolName") or as_object(raw.get("tool")).get("name")
    key = block.get("toolId")
    speech.call(key, name, block.get("arguments") or raw.get("arguments"))
    content = block.get("content") or raw.get("response")
    if isinstance(content, str):
        speech.result(key, name, words(content))
    elif content is not None:
        speech.result(key, name, compact(clean_json(content)))
