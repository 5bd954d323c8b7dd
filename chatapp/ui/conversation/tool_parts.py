"""The result of a tool's call in the transcript: how it stands, and what it brought."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from chatapp.domain.messages import Message, MessageStatus
from chatapp.domain.tool_calls import CallRecord, ResultSource, ToolCallState
from chatapp.ui.conversation import wording
from chatapp.ui.conversation.parts.bar_part import BarPart, Button, Words
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.note_part import NotePart, Tone
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.parts.plain_text import plain_parts
from chatapp.ui.conversation.result_parts import indented, result_parts
from chatapp.ui.conversation.wishes import Wish, WishKind
from chatapp.ui.translation import translated

MOST_MISFITS = 8


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
        arguments = indented(record.arguments) or record.arguments
        yield CodePart("arguments", "json", arguments, closed=True, gap=1)
    if not record.state.is_open:
        yield from result_parts(message, record.structured)
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
            _say("Cancelled while it ran")
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
