"""LibreChat's export of one conversation: ``{conversationId, messages: […]}``.

As LibreChat has them: messages are a tree by ``parentMessageId``, either as a flat list or
nested under ``children`` (``recursive``); newer ones hold ``content`` parts (``text``,
``think``, ``tool_call``).
"""

from collections.abc import Iterator

from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, as_text
from chatapp.domain.messages import MessageStatus, Role
from chatapp.transfer.outline import PICTURES, UNKNOWN_PARTS, Node, Outline
from chatapp.transfer.speech import Speech
from chatapp.transfer.untrusted import clean, key_of, line, moment, words

_NO_PARENT = "00000000-0000-0000-0000-000000000000"


def is_librechat(item: JsonObject) -> bool:
    """Whether an object is a conversation of this export."""
    return "conversationId" in item and isinstance(item.get("messages"), list)


def outline_of(item: JsonObject) -> Outline:
    """Return what a conversation of this export says."""
    options = as_object(item.get("options"))
    outline = Outline(
        "librechat",
        key_of(item.get("conversationId")),
        title=line(item.get("title")),
        created=moment(item.get("createdAt")),
        updated=moment(item.get("updatedAt")),
        model=line(options.get("model") or item.get("model")),
        system_text=words(options.get("promptPrefix") or options.get("system")),
    )
    for key, parent, message in _flat(item["messages"]):
        _add(outline, key, parent, message)
    return outline


def _flat(messages: JsonValue) -> Iterator[tuple[str, str | None, JsonObject]]:
    """Yield key, parent and message of a list whose messages may hold their ``children``."""
    waiting: list[tuple[str | None, JsonValue]] = [(None, m) for m in as_list(messages)]
    waiting.reverse()
    number = 0
    while waiting:
        above, given = waiting.pop()
        message = as_object(given)
        key = key_of(message.get("messageId")) or f"#{number}"
        number += 1
        parent = key_of(message.get("parentMessageId")) or above
        yield key, None if parent == _NO_PARENT else parent, message
        children = as_list(message.get("children"))
        waiting.extend((key, child) for child in reversed(children))


def _add(outline: Outline, key: str, parent: str | None, given: JsonObject) -> None:
    by_person = given.get("isCreatedByUser") is True or given.get("sender") == "User"
    node = Node(
        key, parent, Role.USER if by_person else Role.ASSISTANT,
        created=moment(given.get("createdAt")),
    )  # fmt: skip
    outline.lose(PICTURES, len(as_list(given.get("files"))))
    if by_person:
        node.text = words(given.get("text")) or _spoken_parts(given)
        node.kept = bool(node.text.strip())
        outline.add(node)
        return
    node.model = line(given.get("model"))
    if given.get("error") is True or given.get("unfinished") is True:
        node.status, node.finish_reason = MessageStatus.INTERRUPTED, None
    speech = Speech(node)
    for part in as_list(given.get("content")):
        _take_part(speech, as_object(part), outline)
    if not speech.has_words:
        _say_text(speech, words(given.get("text")))
    for spoken in speech.nodes():
        outline.add(spoken)


def _spoken_parts(given: JsonObject) -> str:
    parts = (as_object(part) for part in as_list(given.get("content")))
    return "\n\n".join(filter(None, (_text_of(part) for part in parts)))


def _text_of(part: JsonObject) -> str:
    """Return the words of a text part, which some versions wrap once more."""
    text = part.get("text")
    return words(text) or words(as_object(text).get("value"))


def _say_text(speech: Speech, text: str) -> None:
    """Say text in which older versions fold reasoning between ``:::thinking`` and ``:::``."""
    if text.startswith(":::thinking") and (end := text.find("\n:::", 1)) > 0:
        speech.think(text[len(":::thinking") : end].strip())
        text = text[end + len("\n:::") :].lstrip("\n")
    speech.say(text)


def _take_part(speech: Speech, part: JsonObject, outline: Outline) -> None:
    match part.get("type"):
        case "text":
            speech.say(_text_of(part))
        case "think":
            speech.think(words(part.get("think")))
        case "error":
            speech.say(words(part.get("error")) or _text_of(part))
        case "tool_call":
            call = as_object(part.get("tool_call"))
            name = call.get("name")
            speech.call(call.get("id"), name, call.get("args"))
            if output := clean(as_text(call.get("output"))):
                speech.result(call.get("id"), name, output)
        case "image_file" | "image_url":
            outline.lose(PICTURES)
        case _:
            outline.lose(UNKNOWN_PARTS)
