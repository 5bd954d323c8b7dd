"""Calls that never got a result: after a restart or a stop there is a way on from them."""

from pathlib import Path

import pytest

from chatapp.domain.errors import InvalidRequest
from chatapp.domain.messages import EndpointId, MessageStatus
from chatapp.domain.tool_calls import AnswerIt, DenyIt, RunIt, Scope, ToolCallState, text_result
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import RawServer, raw_server
from tests.support.tool_chat import (
    OSLO,
    WEATHER,
    asked,
    decided,
    in_chat,
    offer,
    path,
    pending,
    results,
    run,
    sent,
    started,
    tool,
)
from tests.support.tool_replies import asks_for, says
from tests.support.waiting import until

BOTH = asks_for(("a", "get_weather", OSLO), ("b", "get_weather", {"city": "Rome"}))


async def taken_up(again: OpenChat, before: OpenChat) -> None:
    """Show, in an app that was started anew, the conversation of the one before."""
    again.id = before.id
    await again.services.conversations.load(again.id)


def test_after_a_restart_the_call_is_decided_and_the_model_goes_on(tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as before:
            offer(before, WEATHER)
            await before.services.generation.send(before.id, "How is Oslo?")
            await pending(before)
            assert before.services.generation.unanswered_calls(before.id) == 0
        async with open_chat(tmp_path, server.url) as chat:
            await taken_up(chat, before)
            assert chat.services.generation.unanswered_calls(chat.id) == 1
            await chat.services.generation.answer_calls(chat.id)
            (call,) = await pending(chat)
            assert (call.tool, call.verdict.fits) == (WEATHER, True)
            with pytest.raises(InvalidRequest):
                await chat.services.generation.answer_calls(chat.id)
            await decided(chat, call, AnswerIt(text_result("rain")))
            assert [m.text for m in path(chat)][-2:] == ["rain", "It rains."]
            assert results(chat)[0].status is MessageStatus.COMPLETE
            assert chat.services.generation.unanswered_calls(chat.id) == 0
        assert sent(server, 1)[-1]["content"] == "rain"

    with raw_server([asks_for(("c", "get_weather", OSLO))], [says("It rains.")]) as server:
        run(work(server))


def test_only_what_has_no_result_is_asked_again(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        await chat.services.generation.send(chat.id, "?")
        first, _ = await pending(chat, 2)
        chat.services.desk.decide(first.message_id, AnswerIt(text_result("one")))
        await until(lambda: results(chat)[0].content == "one")
        chat.services.generation.stop(chat.id)
        await chat.services.generation.wait(chat.id)
        assert chat.services.generation.unanswered_calls(chat.id) == 1
        await chat.services.generation.answer_calls(chat.id)
        (call,) = await pending(chat)
        assert call.call.id == "b"
        await decided(chat, call, DenyIt("too late"))
        told = [str(m["content"]) for m in sent(server, 1) if m["role"] == "tool"]
        assert told[0] == "one"
        assert "too late" in told[1]

    in_chat(tmp_path, work, [BOTH], [says("Fine.")])


def test_the_model_may_go_on_without_the_results(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        await chat.services.generation.send(chat.id, "?")
        await pending(chat, 2)
        chat.services.generation.stop(chat.id)
        await chat.services.generation.wait(chat.id)
        await chat.services.generation.answer_results(chat.id)
        await chat.services.generation.wait(chat.id)
        assert path(chat)[-1].text == "Fine."
        told = [m["content"] for m in sent(server, 1) if m["role"] == "tool"]
        assert told == ["(cancelled)"] * 2

    in_chat(tmp_path, work, [BOTH], [says("Fine.")])


def test_stopping_once_more_leaves_them_as_they_were(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        await chat.services.generation.send(chat.id, "?")
        for _ in range(2):
            await pending(chat, 2)
            chat.services.generation.stop(chat.id)
            await chat.services.generation.wait(chat.id)
            assert chat.services.generation.unanswered_calls(chat.id) == 2
            await chat.services.generation.answer_calls(chat.id)
        await pending(chat, 2)
        assert len(results(chat)) == 2
        assert len(server.requests) == 1

    in_chat(tmp_path, work, [BOTH])


def test_what_an_answer_says_stays_when_it_cannot_be_followed(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        offer(chat, WEATHER)
        await chat.services.generation.send(chat.id, "?")
        await pending(chat, 2)
        chat.services.generation.stop(chat.id)
        await chat.services.generation.wait(chat.id)
        await chat.services.generation.answer_calls(chat.id)
        calls = await pending(chat, 2)
        chat.services.endpoints.remove(EndpointId("e"))
        for call in calls:
            chat.services.desk.decide(call.message_id, AnswerIt(text_result("x")))
        await chat.services.generation.wait(chat.id)
        answer = path(chat)[1]
        assert answer.status is MessageStatus.FAILED
        assert [c.id for c in answer.choice.tool_calls] == ["a", "b"]

    in_chat(tmp_path, work, [BOTH])


def test_a_call_of_a_server_that_does_not_run_waits_for_it(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        await started(chat)
        offer(chat, "add")
        servers = chat.services.tools.servers
        await servers.stop("honest")
        await chat.services.generation.send(chat.id, "2 + 3?")
        (call,) = await pending(chat)
        assert (call.tool.server, call.can_run) == ("honest", False)
        await servers.start("honest")
        await until(lambda: [p.can_run for p in chat.services.desk.pending(chat.id)] == [True])
        (again,) = await pending(chat)
        # A dialog that was opened before decides nothing any more.
        chat.services.desk.decide(call.message_id, RunIt('{"a": 9, "b": 9}'), shown=call)
        await decided(chat, again, RunIt(again.call.arguments))
        assert sent(server, 1)[-1]["content"] == "5"

    in_chat(tmp_path, work, [asks_for(("c", "honest__add", {"a": 2, "b": 3}))], [says("5.")])


def test_a_server_that_ends_while_a_call_waits_changes_the_question(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        call = await asked(chat, "add")
        assert call.can_run
        await chat.services.tools.servers.stop("honest")
        await until(lambda: [p.can_run for p in chat.services.desk.pending(chat.id)] == [False])

    in_chat(tmp_path, work, [asks_for(("c", "honest__add", {"a": 2, "b": 3}))])


def test_allowing_a_tool_for_longer_lets_its_other_calls_run_too(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        await started(chat)
        offer(chat, "add")
        await chat.services.generation.send(chat.id, "?")
        calls = await pending(chat, 3)
        first = calls[0]
        chat.services.desk.decide(
            first.message_id, RunIt(first.call.arguments, Scope.CONVERSATION), shown=first
        )
        # The one that does not fit the schema is looked at all the same.
        (misfit,) = await pending(chat, 1)
        assert misfit.call.id == "c"
        await decided(chat, misfit, DenyIt())
        states = [m.tool.state for m in results(chat) if m.tool]
        assert states == [ToolCallState.DONE, ToolCallState.DONE, ToolCallState.DENIED]
        assert chat.services.tools.is_granted(tool(chat, "add"), chat.id)
        assert [m["content"] for m in sent(server, 1) if m["role"] == "tool"][:2] == ["3", "7"]

    calls = asks_for(
        ("a", "honest__add", {"a": 1, "b": 2}),
        ("b", "honest__add", {"a": 3, "b": 4}),
        ("c", "honest__add", {"a": "x"}),
    )
    in_chat(tmp_path, work, [calls], [says("Done.")])
