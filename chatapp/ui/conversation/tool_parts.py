"""The result of a tool's call in the transcript: how it stands, its pictures, its words or JSON."""

import json
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import as_text
from chatapp.domain.messages import Message, MessageStatus
from chatapp.domain.tool_calls import CallRecord, ResultSource, ToolCallState
from chatapp.domain.visible_text import visible_text
from chatapp.ui.conversation import wording
from chatapp.ui.conversation.parts.bar_part import BarPart, Button, Words
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.image_part import ImagePart
from chatapp.ui.conversation.parts.note_part import NotePart, Tone
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.parts.plain_text import plain_parts
from chatapp.ui.conversation.wishes import Wish, WishKind
from chatapp.ui.translation import translated

LONGEST_SHOWN = 20_000
"""Characters of a result that are laid out; *Copy* has all of them."""

TALLEST_UNITS = 52
MOST_MISFITS = 8
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolResult", words)


def tool_result_parts(message: Message, record: CallRecord) -> list[Part]:
    """Return the parts of a result."""
    return list(_parts(message, record))


def _parts(message: Message, record: CallRecord) -> Iterator[Part]:
    items: list[Words | Button] = [Words(state_words(message, record))]
    if record.state is ToolCallState.RUNNING:
        items.append(Button(_say("Cancel"), Wish(WishKind.CANCEL_CALL), framed=True))
    yield BarPart(items, gap=1)
    if record.edited:
        yield BarPart([Words(_say("It ran with arguments that you edited:"))], gap=1)
        arguments = _indented(record.arguments) or record.arguments
        yield CodePart("arguments", "json", arguments, closed=True, gap=1)
    for block in message.parts:
        mime = as_text(block.get("mimeType")).lower()
        if block.get("type") == "image" and mime in _PICTURES:
            address = f"data:{mime};base64,{as_text(block.get('data'))}"
            yield ImagePart("", address, gap=2, tallest=TALLEST_UNITS)
    if message.content and not record.state.is_open:
        yield from _content(message.content)
    if record.misfits:
        yield NotePart(Tone.WARNING, _say("The result is not what the tool promised:"))
        yield from plain_parts(_misfits(record), quiet=True, gap=1)


def _misfits(record: CallRecord) -> str:
    lines = [
        f"{m.path}: {translated(m.words)}" if m.path else translated(m.words)
        for m in record.misfits[:MOST_MISFITS]
    ]
    if (left := len(record.misfits) - MOST_MISFITS) > 0:
        lines.append(_say("and {count} more").format(count=left))
    return "\n".join(lines)


def _content(content: str) -> Iterator[Part]:
    shown = content[:LONGEST_SHOWN]
    indented = _indented(shown)
    if indented is not None:
        whole = len(content) <= LONGEST_SHOWN
        yield CodePart("result", "json", indented if whole else shown, closed=True, gap=1)
    else:
        yield from plain_parts(visible_text(shown), quiet=True, gap=1)
    if left := len(content) - len(shown):
        words = _say("{count} more characters are not shown; Copy has all of them.")
        yield NotePart(Tone.QUIET, words.format(count=QLocale().toString(left)))


def _indented(text: str) -> str | None:
    """Return a JSON object or list indented; ``None`` for any other text."""
    try:
        value = read_json(text)
    except ValueError:
        return None
    if not isinstance(value, (dict, list)):
        return None
    return visible_text(json.dumps(value, indent=2, ensure_ascii=False))


def state_words(message: Message, record: CallRecord) -> str:
    """Return how a call stands, in one line."""
    if message.status is MessageStatus.INTERRUPTED:
        if not record.started_at:
            return _say("The app ended before you decided about this call; it did not run.")
        return _say("The app ended while this call ran; what it brought is not known.")
    if record.state is ToolCallState.RUNNING:
        return _running_words(record)
    words = {
        ToolCallState.WAITING: _say("Waits for your decision"),
        ToolCallState.DONE: _source_words(record.source),
        ToolCallState.FAILED: _say("Failed"),
        ToolCallState.DENIED: _say("Denied by you"),
        ToolCallState.CANCELLED: (
            _say("Cancelled while it ran; what it had done by then is not known")
            if record.started_at
            else _say("Cancelled; it did not run")
        ),
        ToolCallState.REFUSED: _say("Refused by the app"),
    }[record.state]
    fits = record.checked and not record.misfits and record.state is ToolCallState.DONE
    checked = _say("fits its output schema") if fits else ""
    took = wording.seconds(record.ran_ms) if record.ran_ms is not None else ""
    return " · ".join(filter(None, (words, took, checked)))


def _running_words(record: CallRecord) -> str:
    words = _say("Running…")
    if record.done is not None:
        done = QLocale().toString(float(record.done), "g", 6)
        if record.total:
            total = QLocale().toString(float(record.total), "g", 6)
            words = _say("Running: {done} of {total}").format(done=done, total=total)
        else:
            words = _say("Running: {done}").format(done=done)
    return " · ".join(filter(None, (words, record.progress)))


def _source_words(source: ResultSource) -> str:
    return {
        ResultSource.TOOL: _say("Done"),
        ResultSource.TYPED: _say("Typed by you"),
        ResultSource.RECORDED: _say("A recorded result"),
        ResultSource.INJECTED: _say("An injected fault"),
        ResultSource.APP: _say("From the app"),
    }[source]
