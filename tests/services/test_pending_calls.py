"""A decision and a stop in the same instant: which of them holds is defined, and never both."""

from pathlib import Path

import pytest

from chatapp.domain.exchanges import ApprovalWait, StepOutcome
from chatapp.domain.messages import MessageStatus
from chatapp.domain.tool_calls import (
    CANCELLED_WORDS,
    AnswerIt,
    Decision,
    DenyIt,
    RunIt,
    Scope,
    ToolCallState,
    text_result,
)
from tests.support.open_chat import OpenChat
from tests.support.raw_server import RawServer
from tests.support.tool_chat import OSLO, WEATHER, in_chat, offer, pending, results, sent, started
from tests.support.tool_chat import tool as known
from tests.support.tool_replies import asks_for, says

ASKS = [asks_for(("c", "get_weather", OSLO))]
ADDS = [asks_for(("c", "honest__add", {"a": 2, "b": 3}))]
BOTH = [asks_for(("a", "get_weather", OSLO), ("b", "get_weather", OSLO))]


async def asked(chat: OpenChat, count: int = 1) -> None:
    """Have the model call the function that is written by hand."""
    offer(chat, WEATHER)
    await chat.services.generation.send(chat.id, "?")
    await pending(chat, count)


async def ended(chat: OpenChat) -> tuple[ToolCallState, str]:
    """Return how the first call stands at the end, and what the model is told of it."""
    await chat.services.generation.wait(chat.id)
    first = results(chat)[0]
    assert first.tool is not None
    assert not chat.services.desk.pending(chat.id)
    return first.tool.state, first.content


@pytest.mark.parametrize(
    ("decision", "state", "words"),
    [
        (DenyIt("ask first"), ToolCallState.DENIED, "Reason: ask first"),
        (AnswerIt(text_result("rain")), ToolCallState.DONE, "rain"),
    ],
)
def test_what_needs_no_run_stands_although_a_stop_follows_at_once(
    tmp_path: Path, decision: Decision, state: ToolCallState, words: str
) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        await asked(chat)
        chat.services.desk.decide(results(chat)[0].id, decision)
        chat.services.generation.stop(chat.id)
        found, told = await ended(chat)
        assert (found, words in told) == (state, True)
        assert results(chat)[0].status is MessageStatus.COMPLETE
        # The stop holds as well: the model is not asked to go on, and nothing is left open.
        assert len(server.requests) == 1
        assert chat.services.generation.unanswered_calls(chat.id) == 0
        await chat.ask("And now?")
        assert words in str([m["content"] for m in sent(server, 1) if m["role"] == "tool"])

    in_chat(tmp_path, work, ASKS, [says("Fine.")])


@pytest.mark.parametrize("scope", Scope)
def test_leave_to_run_is_taken_back_by_a_stop_that_follows_at_once(
    tmp_path: Path, scope: Scope
) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        await started(chat)
        offer(chat, "add")
        await chat.services.generation.send(chat.id, "2 + 3?")
        (call,) = await pending(chat)
        chat.services.desk.decide(call.message_id, RunIt(call.call.arguments, scope))
        chat.services.generation.stop(chat.id)
        assert await ended(chat) == (ToolCallState.CANCELLED, CANCELLED_WORDS)
        assert results(chat)[0].tool.started_at == 0  # type: ignore[union-attr]
        assert not chat.services.tools.is_granted(known(chat, "add"), chat.id)
        # It can be decided again, from the beginning.
        assert chat.services.generation.unanswered_calls(chat.id) == 1
        await chat.services.generation.answer_calls(chat.id)
        (again,) = await pending(chat)
        chat.services.desk.decide(again.message_id, RunIt(again.call.arguments))
        assert await ended(chat) == (ToolCallState.DONE, "5")
        assert sent(server, 1)[-1]["content"] == "5"

    in_chat(tmp_path, work, ADDS, [says("5.")])


@pytest.mark.parametrize("decision", [DenyIt("late"), AnswerIt(text_result("late")), RunIt("{}")])
def test_what_comes_after_the_stop_decides_nothing(tmp_path: Path, decision: Decision) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        await asked(chat)
        chat.services.generation.stop(chat.id)
        chat.services.desk.decide(results(chat)[0].id, decision)
        assert await ended(chat) == (ToolCallState.CANCELLED, CANCELLED_WORDS)

    in_chat(tmp_path, work, ASKS)


def test_a_denial_and_giving_up_that_call_at_once_is_a_denial_and_the_answer_goes_on(
    tmp_path: Path,
) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        await asked(chat, 2)
        first, second = chat.services.desk.pending(chat.id)
        chat.services.desk.decide(first.message_id, DenyIt())
        chat.services.desk.cancel(first.message_id)
        chat.services.desk.decide(second.message_id, AnswerIt(text_result("two")))
        state, _ = await ended(chat)
        assert state is ToolCallState.DENIED
        assert sent(server, 1)[-1]["content"] == "two"

    in_chat(tmp_path, work, BOTH, [says("Fine.")])


def test_the_timeline_tells_a_wait_by_what_was_decided_and_one_that_was_stopped(
    tmp_path: Path,
) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        await asked(chat, 2)
        first, _ = chat.services.desk.pending(chat.id)
        chat.services.desk.decide(first.message_id, DenyIt("no"))
        chat.services.generation.stop(chat.id)
        await ended(chat)
        steps = chat.services.exchanges.steps(chat.id)
        waits = {s.call_id: (s.outcome, s.note) for s in steps if isinstance(s, ApprovalWait)}
        assert waits == {"a": (StepOutcome.DENIED, "no"), "b": (StepOutcome.CANCELLED, "")}

    in_chat(tmp_path, work, BOTH)
