"""Our own JSON: everything that is known of conversations, for people and other programs.

A file is one object in UTF-8::

    {"format": "chatapp-conversations", "version": 1, "exported_at": "2026-11-24T03:00:00+00:00",
     "app": "chatapp 0.1.0", "conversations": [ … ]}

``format`` and ``version`` come first; ``conversations`` comes last, so that a file of any size
can be read piece by piece. Times are epoch seconds unless a name says otherwise. A key with its
initial value (empty text, ``null``, 0, an empty list or object, and where said below) may be
left out; only ``id``, ``role``, a setting's ``value``, a tool call's ``id``, ``name`` and
``arguments``, and a failure's ``context`` and ``source`` must be there. Keys that are not known
are kept and written out again. A reader must refuse a ``version`` above the one it knows. No
API key is ever in a file; endpoints are named only.

A conversation::

    {"id": "0193…", "title": "…", "created_at": 1.0, "updated_at": 2.0,
     "endpoint": "the endpoint's name", "model": "…",
     "system_text": "…", "system_role": "system" | "developer", "user_name": "…",
     "settings": {"temperature": {"value": 0.5, "send": true}},
     "leaf_id": "the message that ends the shown path", "draft": "…",
     "pinned": false, "archived": false, "tags": ["work"], "messages": [ … ]}

Without ``leaf_id`` the last message ends the shown path; ``null`` shows none. ``settings`` are
the conversation's own request fields by their wire name (``send`` is true at first).
``messages`` holds all branches, parents before children; messages with the same ``parent_id``
(``null`` at the top) are versions of each other in the order they were made::

    {"id": "…", "parent_id": "…", "role": "system" | "developer" | "user" | "assistant" | "tool",
     "content": "text of all but the assistant (Markdown)", "parts": [ … ], "name": "…",
     "tool_call_id": "…", "reply": { … }, "chosen": 0, "status": "complete" | "stopped" |
     "interrupted" | "failed", "failure": { … }, "endpoint": "…", "model": "the model asked",
     "sent_body": {request fields other than messages}, "created_at": 1.0}

``parts`` are content parts as the endpoint takes them. An assistant's ``reply`` is the answer
with the endpoint's own names, ``choices`` flattened::

    {"id": "…", "object": "…", "created": 1, "model": "the model that answered",
     "choices": [{"index": 0, "role": "assistant", "name": "…", "content": "…",
       "reasoning": "…", "reasoning_field": "reasoning_content", "reasoning_details": [ … ],
       "refusal": "…", "tool_calls": [{"id": "…", "name": "…", "arguments": "JSON as text",
       "type": "function", "extra": { … }}], "tool_call_id": "…", "finish_reason": "stop",
       "logprobs": { … }, "audio": {"id": "…", "data": "base64", "transcript": "…",
       "expires_at": 1}, "annotations": [ … ], "images": [ … ], "reasoning_ms": 1.0,
       "extra": { … }}],
     "usage": {"raw": {the endpoint's usage object}}, "system_fingerprint": "…",
     "service_tier": "…", "timing": {"first_byte_ms": 1.0, "first_token_ms": 1.0,
     "total_ms": 1.0, "streamed": false}, "extra": { … }}

Left out, ``status`` means ``complete``, ``type`` ``function``, ``system_role`` ``system`` and
``reasoning_field`` ``reasoning_content``. ``chosen`` is the position of the choice that is
shown. ``failure`` holds the words of an error (``context``, ``source`` with places,
``arguments``, the same with ``hint_``, ``detail``, ``retryable``, ``ways_out``).
"""

from collections.abc import Callable
from dataclasses import replace
from string import Formatter

from chatapp.domain.conversation import Conversation
from chatapp.domain.json_value import JsonObject, JsonValue, as_int, as_list, as_number, as_object
from chatapp.domain.library import clean_tags
from chatapp.domain.messages import (
    ConversationId,
    EndpointId,
    FailureRecord,
    Message,
    MessageId,
    MessageStatus,
)
from chatapp.domain.parameter_kinds import Json, Number
from chatapp.domain.parameter_layers import Setting, Settings, settings_to_json
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.transfer.branches import in_order
from chatapp.transfer.findings import Found, Skipped
from chatapp.transfer.outline import DOUBLES
from chatapp.transfer.records import from_json, to_json, with_rest
from chatapp.transfer.untrusted import NotReadable, malformed, moment

FORMAT = "chatapp-conversations"
VERSION = 1
_REFUSED = QT_TRANSLATE_NOOP(
    "Transfer", "Request fields with a value of the wrong type (kept for export only): {count}."
)
EndpointName = Callable[[EndpointId], str]
EndpointOf = Callable[[str], EndpointId | None]


def check_version(version: JsonValue) -> None:
    """Raise ``NotReadable`` if a newer version, or none that we know, wrote a file."""
    number = as_int(version)
    if number is None or number < 1:
        raise malformed("version")
    if number > VERSION:
        raise NotReadable(
            text(
                "Transfer",
                QT_TRANSLATE_NOOP("Transfer", "A newer version of this app wrote it."),
            )
        )


def conversation_to_json(
    conversation: Conversation, messages: list[Message], name_of: EndpointName
) -> JsonObject:
    """Return a conversation with all its messages as the file has them."""
    own = to_json(_without_place(replace(conversation, endpoint_id=None, unknown={})))
    if conversation.endpoint_id and (name := name_of(conversation.endpoint_id)):
        own["endpoint"] = name
    own.setdefault("leaf_id", None)
    written: dict[str, JsonValue] = with_rest(own, conversation.unknown)
    written["messages"] = [_message_to_json(m, name_of) for m in messages]
    return written


def _without_place(conversation: Conversation) -> Conversation:
    """Return a conversation without what holds only in the profile where it is."""
    return replace(conversation, folder_id=None, unread=False, deleted_at=None)


def _message_to_json(message: Message, name_of: EndpointName) -> JsonObject:
    own = to_json(replace(_ended(message), endpoint_id=None, unknown={}))
    del own["conversation_id"]
    own.setdefault("parent_id", None)
    if message.endpoint_id and (name := name_of(message.endpoint_id)):
        own["endpoint"] = name
    written: dict[str, JsonValue] = with_rest(own, message.unknown)
    return written


def _ended(message: Message) -> Message:
    """Return a message as it is where nothing answers any more."""
    running = message.status.is_running
    return message.with_status(MessageStatus.INTERRUPTED) if running else message


def conversation_from_json(data: JsonObject, endpoint_of: EndpointOf) -> Found:
    """Return the conversation that a file holds. Raises ``NotReadable``."""
    own = {k: v for k, v in data.items() if k not in ("messages", "endpoint_id", "unknown")}
    conversation, rest = from_json(Conversation, own, "conversation")
    _check_id(conversation.id, "conversation.id")
    endpoint_id = _endpoint(rest, endpoint_of)
    settings, refused = _settings(conversation.settings)
    preset = conversation.preset
    if preset is not None:
        preset = replace(preset, settings=_settings(preset.settings)[0])
    if refused:
        rest["settings"] = {**as_object(rest.get("settings")), **settings_to_json(refused)}
    messages, doubles = _messages(data, conversation.id, endpoint_of)
    leaf = conversation.leaf_id
    if leaf not in {m.id for m in messages} and (leaf or "leaf_id" not in data):
        leaf = messages[-1].id if messages else None
    conversation = replace(
        _without_place(conversation),
        tags=clean_tags(conversation.tags),
        endpoint_id=endpoint_id,
        settings=settings,
        preset=preset,
        leaf_id=leaf,
        created_at=moment(conversation.created_at),
        updated_at=moment(conversation.updated_at),
        unknown=rest,
    )
    lost = ((DOUBLES, doubles), (_REFUSED, len(refused)))
    skipped = (
        Skipped(conversation.title, text("Transfer", reason, count=count))
        for reason, count in lost
        if count
    )
    return Found(conversation, tuple(messages), tuple(skipped))


def _settings(given: Settings) -> tuple[dict[str, Setting], dict[str, Setting]]:
    """Part the settings that an editor can show from those that only a strange file holds."""
    refused = {name: s for name, s in given.items() if not _can_be_shown(name, s.value)}
    return {n: s for n, s in given.items() if n not in refused}, refused


def _can_be_shown(name: str, value: JsonValue) -> bool:
    """Whether a value is of the field's type; a person may well have left it unsendable."""
    parameter = PARAMETERS.get(name)
    if parameter is None or value is None or isinstance(value, str):
        return True
    if isinstance(parameter.kind, Number):
        return as_number(value) is not None
    return isinstance(parameter.kind, Json) or parameter.kind.problem(value) is None


def _check_id(value: str, where: str) -> None:
    if not 0 < len(value) <= 200:
        raise malformed(where)


def _endpoint(rest: dict[str, JsonValue], endpoint_of: EndpointOf) -> EndpointId | None:
    """Return the endpoint of that name here; a name that is not known here is kept."""
    name = rest.get("endpoint")
    found = endpoint_of(name) if isinstance(name, str) else None
    if found is not None:
        del rest["endpoint"]
    return found


def _messages(
    data: JsonObject, conversation_id: ConversationId, endpoint_of: EndpointOf
) -> tuple[list[Message], int]:
    """Return the messages, parents before children, and how many came twice."""
    given = data.get("messages", [])
    if not isinstance(given, list):
        raise malformed("messages")
    by_id: dict[str, Message] = {}
    for position, item in enumerate(as_list(given)):
        message = _message(item, conversation_id, endpoint_of, f"messages[{position}]")
        by_id.setdefault(message.id, message)
    parents: dict[str, str | None] = {i: m.parent_id for i, m in by_id.items()}
    ordered = [
        replace(by_id[key], parent_id=MessageId(parent) if parent is not None else None)
        for key, parent in in_order(parents).items()
    ]
    return ordered, len(given) - len(by_id)


def _message(
    item: JsonValue, conversation_id: ConversationId, endpoint_of: EndpointOf, where: str
) -> Message:
    if not isinstance(item, dict):
        raise malformed(where)
    left_out = ("endpoint_id", "unknown")
    own = {k: v for k, v in as_object(item).items() if k not in left_out}
    message, rest = from_json(
        Message, {"parent_id": None, **own, "conversation_id": conversation_id}, where
    )
    _check_id(message.id, f"{where}.id")
    endpoint_id = _endpoint(rest, endpoint_of)
    return replace(
        _ended(message),
        endpoint_id=endpoint_id,
        chosen=max(message.chosen, 0),
        failure=_harmless(message.failure) if message.failure else None,
        created_at=moment(message.created_at),
        unknown=rest,
    )


def _harmless(failure: FailureRecord) -> FailureRecord:
    """Return a failure whose words can be filled: a file may hold any places in them."""
    return replace(
        failure,
        source=_template(failure.source, failure.arguments),
        hint_source=_template(failure.hint_source, failure.hint_arguments),
    )


def _template(source: str, arguments: JsonObject) -> str:
    """Return words with plain ``{name}`` places for what is there, or with no place at all."""
    try:
        places = [place for place in Formatter().parse(source) if place[1] is not None]
    except ValueError:
        places = [("", None, None, None)]
    if all(name in arguments and not spec and not how for _, name, spec, how in places):
        return source
    return source.replace("{", "{{").replace("}", "}}")
