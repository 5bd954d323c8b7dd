"""Results in the transcript: how each call stands, and what it brought."""

from dataclasses import replace

import pytest

from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.domain.text import Text
from chatapp.domain.tool_calls import CallRecord, Misfit, ResultSource, ToolCallState
from chatapp.ui.conversation.parts.bar_part import BarPart
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.note_part import NotePart
from chatapp.ui.conversation.parts.text_part import TextPart
from chatapp.ui.conversation.tool_parts import (
    MOST_MISFITS,
    state_words,
    tool_result_parts,
)

DONE = CallRecord("1", "f", state=ToolCallState.DONE, started_at=1, ended_at=1.5)
MISFIT = Misfit("$.value", Text("Tools", "“{value}” is no number.", {"value": "x"}))
MESSAGE = Message(MessageId("m"), ConversationId("c"), None, Role.TOOL, "rain")


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (CallRecord("1", "f"), "Waits for your decision"),
        (replace(DONE, state=ToolCallState.RUNNING), "Running…"),
        (replace(DONE, state=ToolCallState.RUNNING, done=3, total=10, progress="at 3"),
         "Running: 3 of 10 · at 3"),
        (replace(DONE, state=ToolCallState.RUNNING, done=3), "Running: 3"),
        (DONE, "Done · 0.5 s"),
        (replace(DONE, source=ResultSource.TYPED, started_at=0), "Typed by you"),
        (replace(DONE, source=ResultSource.INJECTED, started_at=0), "An injected fault"),
        (replace(DONE, state=ToolCallState.DENIED, started_at=0), "Denied by you"),
        (replace(DONE, state=ToolCallState.FAILED), "Failed · 0.5 s"),
        (replace(DONE, checked=True), "Done · 0.5 s · fits its output schema"),
        (replace(DONE, checked=True, misfits=(MISFIT,)), "Done · 0.5 s"),
        (replace(DONE, state=ToolCallState.REFUSED, started_at=0), "Refused by the app"),
    ],
)  # fmt: skip
def test_every_state_has_its_words(record: CallRecord, words: str) -> None:
    assert state_words(MESSAGE, record) == words


def test_a_call_that_the_app_left_open_says_that_nobody_knows() -> None:
    lost = replace(MESSAGE, status=MessageStatus.INTERRUPTED)
    assert "not known" in state_words(lost, CallRecord("1", "f", started_at=1.0))
    assert "did not run" in state_words(lost, CallRecord("1", "f"))


def test_json_is_shown_indented_and_words_as_words() -> None:
    _, code = tool_result_parts(replace(MESSAGE, content='{"a":[1]}'), DONE)
    assert isinstance(code, CodePart)
    assert code.code == '{\n  "a": [\n    1\n  ]\n}'
    assert [type(p) for p in tool_result_parts(MESSAGE, DONE)] == [BarPart, TextPart]
    number = tool_result_parts(replace(MESSAGE, content="12"), DONE)
    assert [type(p) for p in number] == [BarPart, TextPart]


def test_edited_arguments_are_shown_with_the_result() -> None:
    edited = replace(DONE, edited=True, arguments='{"city":"Rome"}')
    codes = [p for p in tool_result_parts(MESSAGE, edited) if isinstance(p, CodePart)]
    assert [c.code for c in codes] == ['{\n  "city": "Rome"\n}']


def test_a_running_call_can_be_cancelled_where_it_is_shown() -> None:
    running = replace(DONE, state=ToolCallState.RUNNING)
    (bar,) = tool_result_parts(replace(MESSAGE, content=""), running)
    assert isinstance(bar, BarPart)


def test_what_does_not_fit_is_told_with_its_place_and_not_without_end() -> None:
    many = replace(DONE, checked=True, misfits=(MISFIT,) * (MOST_MISFITS + 3))
    *_, note, told = tool_result_parts(MESSAGE, many)
    assert isinstance(note, NotePart)
    assert isinstance(told, TextPart)
    words = told.source()
    assert words.count("$.value: “x” is no number.") == MOST_MISFITS
    assert "3 more" in words
