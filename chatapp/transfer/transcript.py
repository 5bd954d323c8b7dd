"""What Markdown and HTML files show of a message: the shown path, in plain pieces."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from chatapp.domain.conversation import Conversation, MessageTree
from chatapp.domain.failure_records import message_of
from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import as_object, as_text, pretty
from chatapp.domain.messages import Message, MessageStatus, Role
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.domain.tool_files import sendable, tool_files

_SPEAKERS = {
    Role.SYSTEM: QT_TRANSLATE_NOOP("Transfer", "System"),
    Role.DEVELOPER: QT_TRANSLATE_NOOP("Transfer", "Developer"),
    Role.USER: QT_TRANSLATE_NOOP("Transfer", "User"),
    Role.ASSISTANT: QT_TRANSLATE_NOOP("Transfer", "Assistant"),
    Role.TOOL: QT_TRANSLATE_NOOP("Transfer", "Tool"),
    Role.FUNCTION: QT_TRANSLATE_NOOP("Transfer", "Tool"),
}
_STOPPED = QT_TRANSLATE_NOOP("Transfer", "stopped")
_INTERRUPTED = QT_TRANSLATE_NOOP("Transfer", "interrupted")
_ENDINGS = {
    MessageStatus.STOPPED: _STOPPED,
    MessageStatus.INTERRUPTED: _INTERRUPTED,
    MessageStatus.WAITING: _INTERRUPTED,
    MessageStatus.STREAMING: _INTERRUPTED,
}
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+")
Say = Callable[[Text], str]
"""Puts words into the person's language."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Something beside a message's words: reasoning (Markdown) or a tool call (plain text)."""

    caption: str
    text: str
    is_markdown: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by a harmless ``data:`` URL, and its name if it has one."""

    url: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One message as a file shows it; its words name the files that are no pictures."""

    speaker: str
    text: str
    folded: tuple[Folded, ...] = ()
    pictures: tuple[Picture, ...] = ()
    footer: str = ""
    role: Role = Role.USER


UNTITLED = text("Transfer", QT_TRANSLATE_NOOP("Transfer", "Untitled"))
"""What a conversation without a title is called in a file."""


def title_of(conversation: Conversation, say: Say) -> str:
    """Return what a conversation is called in a file."""
    return conversation.title or say(UNTITLED)


def shown_messages(conversation: Conversation, messages: Sequence[Message], say: Say) -> list[Said]:
    """Return the system message, then the shown path."""
    path = MessageTree.of(messages).path_to(conversation.leaf_id)
    opening = conversation.system_text.strip()
    speaker = say(text("Transfer", _SPEAKERS[conversation.system_role]))
    first = [Said(speaker, opening, role=Role.SYSTEM)]
    return [*(first if opening else []), *(_said(message, say) for message in path)]


def day(seconds: float) -> str:
    """Return a time as people and programs read it alike (UTC)."""
    if not seconds:
        return ""
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")
    except (OverflowError, OSError, ValueError):
        return ""


def _said(message: Message, say: Say) -> Said:
    speaker = say(text("Transfer", _SPEAKERS[message.role]))
    if message.name:
        speaker += f" ({message.name})"
    return Said(
        speaker,
        message.text,
        tuple(_folded(message, say)),
        _pictures(message),
        _footer(message, say),
        message.role,
    )


def _folded(message: Message, say: Say) -> Iterator[Folded]:
    choice = message.choice
    if choice.reasoning:
        caption = say(text("Transfer", QT_TRANSLATE_NOOP("Transfer", "Reasoning")))
        yield Folded(caption, choice.reasoning, is_markdown=True)
    words = QT_TRANSLATE_NOOP("Transfer", "Tool call: {name}")
    for call in choice.tool_calls:
        yield Folded(say(text("Transfer", words, name=call.name)), _arguments(call.arguments))


def _arguments(arguments: str) -> str:
    """Return a call's arguments for reading; as they are if they are not JSON."""
    try:
        return pretty(read_json(arguments))
    except ValueError:
        return arguments


def _pictures(message: Message) -> tuple[Picture, ...]:
    urls = (
        as_text(as_object(part.get("image_url")).get("url"))
        for part in (*message.parts, *message.choice.images)
    )
    sent = (Picture(url) for url in urls if _PICTURE.fullmatch(url))
    return (*sent, *(_brought(message) if message.role is Role.TOOL else ()))


def _brought(message: Message) -> Iterator[Picture]:
    """Yield the pictures that a tool brought and that can be decoded."""
    for file in tool_files(message.parts):
        if file.is_picture and (data := sendable(file)):
            yield Picture(f"data:{file.media_type};base64,{data}", file.name)


def _footer(message: Message, say: Say) -> str:
    reply = message.reply
    usage = reply.usage if reply else None
    facts = [(reply.model if reply else "") or message.model]
    if usage and usage.prompt_tokens is not None and usage.completion_tokens is not None:
        words = QT_TRANSLATE_NOOP("Transfer", "{prompt} + {answer} tokens")
        counts = {"prompt": usage.prompt_tokens, "answer": usage.completion_tokens}
        facts.append(say(text("Transfer", words, **counts)))
    if reply and reply.timing.total_ms:
        facts.append(f"{reply.timing.total_ms / 1000:.1f} s")
    facts.append(day(message.created_at))
    if ending := _ENDINGS.get(message.status):
        facts.append(say(text("Transfer", ending)))
    if message.failure:
        facts.append(say(message_of(message.failure)))
    return " · ".join(filter(None, facts))
