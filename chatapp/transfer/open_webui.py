"""Open WebUI's export: an array of ``{id, title, chat: {history: {messages, currentId}}}``.

As Open WebUI has them: ``history.messages`` is a tree by ``parentId``; a plain ``messages``
list is the shown branch. Reasoning is kept in the text as ``<details type="reasoning">``.
"""

import html
import re

from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object
from chatapp.domain.messages import MessageStatus, Role
from chatapp.transfer.outline import PICTURES, UNKNOWN_MESSAGES, Node, Outline
from chatapp.transfer.speech import Speech
from chatapp.transfer.untrusted import clean_object, key_of, line, moment, words

_ROLES = {"system": Role.SYSTEM, "user": Role.USER, "assistant": Role.ASSISTANT}
_DETAILS = re.compile(
    r'<details type="(reasoning|tool_calls)"([^>]*)>(.*?)</details>\n?', re.DOTALL
)
_MOST_FOLDS = 500
_SUMMARY = re.compile(r"<summary>.*?</summary>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


def is_open_webui(item: JsonObject) -> bool:
    """Whether an object is a conversation of this export."""
    chat = as_object(item.get("chat"))
    return isinstance(chat.get("history"), dict) or isinstance(chat.get("messages"), list)


def outline_of(item: JsonObject) -> Outline:
    """Return what a conversation of this export says."""
    chat = as_object(item["chat"])
    history = as_object(chat.get("history"))
    models = as_list(chat.get("models"))
    outline = Outline(
        "open-webui",
        key_of(item.get("id") or chat.get("id")),
        title=line(item.get("title") or chat.get("title")),
        created=moment(item.get("created_at") or chat.get("timestamp")),
        updated=moment(item.get("updated_at")),
        leaf=key_of(history.get("currentId")),
        model=line(models[0]) if models else "",
        system_text=words(chat.get("system")),
    )
    tree = as_object(history.get("messages"))
    for key, given in tree.items():
        message = as_object(given)
        _add(outline, key, key_of(message.get("parentId")) or None, message)
    if not tree:
        for position, given in enumerate(as_list(chat.get("messages"))):
            message = as_object(given)
            key = key_of(message.get("id")) or f"#{position}"
            _add(outline, key, outline.last_key, message)
    return outline


def _add(outline: Outline, key: str, parent: str | None, given: JsonObject) -> None:
    role = _ROLES.get(words(given.get("role")))
    content = _content(given.get("content"), outline)
    if role is None:
        outline.lose(UNKNOWN_MESSAGES)
        outline.add(Node(key, parent, Role.SYSTEM, kept=False))
        return
    node = Node(key, parent, role, created=moment(given.get("timestamp")))
    images = _images(given, outline)
    if role is not Role.ASSISTANT:
        node.text = content
        node.parts = ({"type": "text", "text": content}, *images) if images else ()
        node.kept = bool(content.strip() or images)
        outline.add(node)
        return
    node.model = line(given.get("model"))
    node.images = images
    node.usage = clean_object(given.get("usage"))
    if given.get("error") or given.get("done") is False:
        node.status, node.finish_reason = MessageStatus.INTERRUPTED, None
    speech = Speech(node)
    _take(speech, content)
    speech.say(_error(given.get("error")))
    for spoken in speech.nodes():
        outline.add(spoken)


def _content(content: JsonValue, outline: Outline) -> str:
    if isinstance(content, str):
        return words(content)
    parts = [as_object(part) for part in as_list(content)]
    outline.lose(PICTURES, sum(1 for part in parts if part.get("type") != "text"))
    return "\n\n".join(filter(None, (words(part.get("text")) for part in parts)))


def _images(given: JsonObject, outline: Outline) -> tuple[JsonObject, ...]:
    """Return the pictures that are in the file itself."""
    images: list[JsonObject] = []
    for file in as_list(given.get("files")):
        url = words(as_object(file).get("url"))
        if as_object(file).get("type") == "image" and url.startswith("data:image/"):
            images.append({"type": "image_url", "image_url": {"url": url}})
        else:
            outline.lose(PICTURES)
    return tuple(images)


def _take(speech: Speech, content: str) -> None:
    """Tell the answer's words from the reasoning and the tool calls that are folded in them."""
    at = 0
    folds = content.count("<details type=") if "</details>" in content else 0
    # A text with countless folds would take forever and is no answer of a model.
    for match in _DETAILS.finditer(content) if 0 < folds <= _MOST_FOLDS else ():
        speech.say(content[at : match.start()].strip("\n"))
        at = match.end()
        kind, attributes, inner = match.groups()
        if kind == "reasoning":
            folded = html.unescape(_SUMMARY.sub("", inner, count=1)).strip()
            speech.think(re.sub(r"^> ?", "", folded, flags=re.MULTILINE))
            continue
        named = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
        speech.call(named.get("id"), named.get("name"), _unquoted(named.get("arguments", "")))
        if named.get("result"):
            speech.result(named.get("id"), named.get("name"), _unquoted(named["result"]))
    speech.say(content[at:].strip("\n"))


def _unquoted(value: str) -> str:
    """Return a value that was written as a JSON string inside an attribute."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1].replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")
    return value


def _error(error: JsonValue) -> str:
    own = as_object(error)
    return words(own.get("content") or own.get("message"))
