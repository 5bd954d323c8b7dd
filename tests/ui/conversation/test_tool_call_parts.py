"""Tool calls in a message: whole where they are short, in part where they are long."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from chatapp.domain.messages import FailureRecord, MessageStatus
from chatapp.domain.replies import Choice, ToolCall
from chatapp.ui.conversation.message_frame import (
    LONG_ARGUMENTS,
    SHOWN_ARGUMENTS,
    tail_parts,
)
from chatapp.ui.conversation.message_memory import MessageMemory
from chatapp.ui.conversation.parts.bar_part import BarPart, Button
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.note_part import NotePart
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.conversation.wishes import WishKind
from tests.ui.conversation.conversation_data import answer


def parts_of(arguments: str, status: MessageStatus = MessageStatus.COMPLETE) -> list[Part]:
    call = ToolCall("c", "get_weather", arguments)
    message = answer("m", "", status, choices=(Choice(tool_calls=(call,)),))
    return tail_parts(ShownMessage(message, is_last=True), MessageMemory())


def code(parts: list[Part]) -> str:
    (found,) = [part for part in parts if isinstance(part, CodePart)]
    return found.code


def wishes(parts: list[Part]) -> list[WishKind]:
    bars = [part for part in parts if isinstance(part, BarPart)]
    bars += [part._bar for part in parts if isinstance(part, NotePart) and part._bar]
    return [item.wish.kind for bar in bars for item in bar._items if isinstance(item, Button)]


def test_short_arguments_are_laid_out(qapp: QApplication) -> None:
    assert code(parts_of('{"city":"Paris"}')) == '{\n  "city": "Paris"\n}'


def test_long_arguments_are_shown_in_part_and_lead_to_the_inspector(qapp: QApplication) -> None:
    parts = parts_of('{"text": "' + "x" * LONG_ARGUMENTS + '"}')
    assert len(code(parts)) == SHOWN_ARGUMENTS
    assert WishKind.INSPECT in wishes(parts)


def notes(parts: list[Part]) -> str:
    return "\n".join(part._title for part in parts if isinstance(part, NotePart))


def test_what_is_no_json_is_only_told_when_nothing_more_comes(qapp: QApplication) -> None:
    assert "not valid JSON" not in notes(parts_of('{"ci', MessageStatus.STREAMING))
    assert "not valid JSON" in notes(parts_of('{"ci'))


def test_a_failure_leads_to_its_raw_bytes(qapp: QApplication) -> None:
    failed = replace(
        answer("m", "", MessageStatus.FAILED), failure=FailureRecord("Failure", "It failed.")
    )
    parts = tail_parts(ShownMessage(failed, is_last=True), MessageMemory())
    assert WishKind.INSPECT in wishes(parts)
