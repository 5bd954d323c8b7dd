"""One answer with its rounds of tools: nothing runs unasked, every call gets its result."""

import json
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.generation import Phase
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import MessageStatus, Role
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.tool_calls import (
    AnswerIt,
    DenyIt,
    Fault,
    ResultSource,
    ToolCallState,
    injected,
    text_result,
)
from chatapp.domain.tools import ToolDefinition
from chatapp.store.paths import profile_paths
from chatapp.ui.conversation.wording import call_words
from tests.support.open_chat import ROUND_LIMIT, OpenChat, rows
from tests.support.raw_server import RawServer, reply
from tests.support.tool_chat import (
    OSLO,
    WEATHER,
    asked,
    decided,
    in_chat,
    offer,
    path,
    pending,
    sent,
)
from tests.support.tool_replies import asks_for, event, says
from tests.support.waiting import until


def test_a_typed_result_goes_to_the_model_and_it_answers(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        call = await asked(chat, WEATHER)
        assert call.tool == WEATHER
        assert (call.verdict.fits, call.can_run) == (True, False)
        assert chat.services.generation.status(chat.id).phase is Phase.APPROVAL
        await decided(chat, call, AnswerIt(text_result("rain, 7 °C")))
        question, answer, result, last = path(chat)
        assert (question.role, answer.role) == (Role.USER, Role.ASSISTANT)
        assert (result.role, result.content) == (Role.TOOL, "rain, 7 °C")
        assert result.tool is not None
        assert result.tool.state is ToolCallState.DONE
        assert result.tool.source is ResultSource.TYPED
        assert (last.text, last.status) == ("It rains.", MessageStatus.COMPLETE)
        assert server.body(0)["tools"] == [WEATHER.entry()]
        call_sent, result_sent = sent(server, 1)[1:]
        assert call_sent["content"] is None
        assert result_sent == {"role": "tool", "tool_call_id": "c1", "content": "rain, 7 °C"}

    in_chat(tmp_path, work, [asks_for(("c1", "get_weather", OSLO))], [says("It rains.")])


def test_a_denied_call_is_told_with_its_reason(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        call = await asked(chat, WEATHER)
        await decided(chat, call, DenyIt("Ask for Bergen instead."))
        assert path(chat)[2].tool.state is ToolCallState.DENIED  # type: ignore[union-attr]
        assert "Reason: Ask for Bergen instead." in str(sent(server, 1)[-1]["content"])

    in_chat(tmp_path, work, [asks_for(("c1", "get_weather", OSLO))], [says("Fine.")])


def test_calls_of_one_message_wait_side_by_side_and_answer_in_any_order(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        await chat.services.generation.send(chat.id, "?")
        first, second = await pending(chat, 2)
        decide = chat.services.desk.decide
        decide(second.message_id, AnswerIt(text_result("two")))
        await pending(chat)
        decide(first.message_id, AnswerIt(text_result("one")))
        await chat.services.generation.wait(chat.id)
        results = [(m["tool_call_id"], m["content"]) for m in sent(server, 1)[2:]]
        assert results == [("a", "one"), ("b", "two")]

    calls = asks_for(("a", "get_weather", OSLO), ("b", "get_weather", {"city": "Rome"}))
    in_chat(tmp_path, work, [calls], [says("Done.")])


def test_stopping_leaves_a_result_for_every_call(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        await chat.services.generation.send(chat.id, "?")
        first, _ = await pending(chat, 2)
        chat.services.desk.decide(first.message_id, AnswerIt(text_result("one")))
        await until(lambda: path(chat)[2].content == "one")
        chat.services.generation.stop(chat.id)
        await chat.services.generation.wait(chat.id)
        states = [m.tool.state for m in path(chat) if m.tool]
        assert states == [ToolCallState.DONE, ToolCallState.CANCELLED]
        assert not chat.services.desk.pending(chat.id)
        await chat.ask("And now?")
        results = [m["content"] for m in sent(server, 1) if m["role"] == "tool"]
        assert results == ["one", "(cancelled)"]

    calls = asks_for(("a", "get_weather", OSLO), ("b", "get_weather", OSLO))
    in_chat(tmp_path, work, [calls], [says("Fine.")])


def test_one_call_is_given_up_and_the_others_go_on(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        await chat.services.generation.send(chat.id, "?")
        first, second = await pending(chat, 2)
        chat.services.desk.cancel(first.message_id)
        await pending(chat)
        await decided(chat, second, AnswerIt(text_result("two")))
        assert path(chat)[-1].text == "Done."
        results = [m["content"] for m in sent(server, 1) if m["role"] == "tool"]
        assert results == ["(cancelled)", "two"]

    calls = asks_for(("a", "get_weather", OSLO), ("b", "get_weather", OSLO))
    in_chat(tmp_path, work, [calls], [says("Done.")])


def test_after_the_limit_of_rounds_the_person_is_asked(tmp_path: Path) -> None:
    async def answered(chat: OpenChat) -> None:
        (call,) = await pending(chat)
        chat.services.desk.decide(call.message_id, AnswerIt(text_result("again")))

    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        desk = chat.services.desk
        await chat.services.generation.send(chat.id, "?")
        for _ in range(ROUND_LIMIT):
            await answered(chat)
        await chat.reach(Phase.ROUND_LIMIT)
        assert desk.rounds_done(chat.id) == ROUND_LIMIT
        assert len(server.requests) == ROUND_LIMIT
        desk.go_on(chat.id, yes=True)
        for _ in range(ROUND_LIMIT):
            await answered(chat)
        await chat.reach(Phase.ROUND_LIMIT)
        desk.go_on(chat.id, yes=False)
        await chat.services.generation.wait(chat.id)
        assert path(chat)[-1].role is Role.TOOL
        assert len(server.requests) == 2 * ROUND_LIMIT

    calls = [[asks_for((f"c{n}", "get_weather", OSLO))] for n in range(2 * ROUND_LIMIT)]
    in_chat(tmp_path, work, *calls)


def test_a_forced_choice_is_free_again_after_the_first_round(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        forced: JsonValue = {"type": "function", "function": {"name": "get_weather"}}
        chat.services.conversations.set_parameter(chat.id, "tool_choice", Setting(forced))
        await chat.services.generation.send(chat.id, "?")
        (call,) = await pending(chat)
        await decided(chat, call, AnswerIt(text_result("rain")))
        assert server.body(0)["tool_choice"] == forced
        assert server.body(1)["tool_choice"] == "auto"

    in_chat(tmp_path, work, [asks_for(("c", "get_weather", OSLO))], [says("Rain.")])


@pytest.mark.parametrize(
    ("name", "told"), [("rm_rf", "There is no tool named “rm_rf”."), ("", "does not name a tool")]
)
def test_a_tool_that_was_not_offered_is_refused_unasked(
    tmp_path: Path, name: str, told: str
) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        chat.services.tools.put_function(ToolDefinition("rm_rf"))
        await chat.ask("?")
        await chat.services.generation.wait(chat.id)
        assert path(chat)[2].tool.state is ToolCallState.REFUSED  # type: ignore[union-attr]
        assert told in str(sent(server, 1)[-1]["content"])

    in_chat(tmp_path, work, [asks_for(("c", name, OSLO))], [says("Sorry.")])


@pytest.mark.parametrize("arguments", ['{"city": "Os', "[1]", "", '{"city": 3}', "{}"])
def test_arguments_that_do_not_fit_are_shown_with_what_is_wrong(
    tmp_path: Path, arguments: str
) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        call = await asked(chat, WEATHER)
        assert call.verdict.violations
        await decided(chat, call, DenyIt())
        assert path_is_valid(sent(server, 1))

    in_chat(tmp_path, work, [asks_for(("c", "get_weather", arguments))], [says("Oh.")])


def path_is_valid(messages: list[JsonObject]) -> bool:
    """Whether every call is an object and has exactly one result right after it."""
    for position, message in enumerate(messages):
        calls: Any = message.get("tool_calls") or []
        results = messages[position + 1 : position + 1 + len(calls)]
        if [c["id"] for c in calls] != [r.get("tool_call_id") for r in results]:
            return False
        if not all(isinstance(json.loads(c["function"]["arguments"]), dict) for c in calls):
            return False
    return True


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.ERROR, "internal server error"),
        (Fault.TIMEOUT, "did not answer"),
        (Fault.EMPTY, "(no output)"),
        (Fault.MALFORMED, '{"result": {"value": 12'),
    ],
)
def test_a_fault_can_be_injected_to_see_how_the_model_copes(
    tmp_path: Path, fault: Fault, words: str
) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        call = await asked(chat, WEATHER)
        decision = AnswerIt(injected(fault), ResultSource.INJECTED)
        await decided(chat, call, decision)
        assert path(chat)[2].tool.source is ResultSource.INJECTED  # type: ignore[union-attr]
        assert words in str(sent(server, 1)[-1]["content"])

    in_chat(tmp_path, work, [asks_for(("c", "get_weather", OSLO))], [says("Oh.")])


def test_a_call_is_on_disk_before_it_is_decided(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        offer(chat, WEATHER)
        await chat.services.generation.send(chat.id, "?")
        await pending(chat)
        query = "SELECT role, status FROM messages ORDER BY number"
        assert rows(profile_paths(tmp_path), query)[-1] == ("tool", "waiting")

    in_chat(tmp_path, work, [asks_for(("c", "get_weather", OSLO))])
    query = "SELECT role, status FROM messages ORDER BY number"
    assert rows(profile_paths(tmp_path), query)[-1] == ("tool", "interrupted")


def test_a_cut_answer_says_that_its_call_may_be_cut(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        call = await asked(chat, WEATHER)
        assert call.was_cut
        chat.services.generation.stop(chat.id)
        await chat.services.generation.wait(chat.id)

    cut = asks_for(("c", "get_weather", '{"city": "O'), finish="length")
    in_chat(tmp_path, work, [cut])


def test_the_results_of_a_hidden_branch_do_not_take_over_the_view(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        offer(chat, WEATHER)
        first = await chat.ask("hello")
        await chat.services.generation.send(chat.id, "?")
        (call,) = await pending(chat)
        chat.services.conversations.show_leaf(chat.id, first.id)
        await decided(chat, call, AnswerIt(text_result("rain")))
        assert path(chat)[-1].id == first.id

    replies = [says("Hi.")], [asks_for(("c", "get_weather", OSLO))], [says("Rain.")]
    in_chat(tmp_path, work, *replies)


def pieces(*deltas: JsonObject, finish: str = "tool_calls") -> bytes:
    """Return a stream of these deltas."""
    body = b"".join(event({"tool_calls": [delta]}) for delta in deltas)
    return reply(body + event({}, finish) + b"data: [DONE]\n\n")


def entry(arguments: JsonValue, name: str = "get_weather", **fields: JsonValue) -> JsonObject:
    return {**fields, "function": {"name": name, "arguments": arguments}}


CITY = '{"city": "Oslo"}'
QUIRKS: dict[str, bytes] = {
    "index missing, finish stop": pieces(entry(CITY, id="a"), finish="stop"),
    "id missing": pieces(entry(CITY, index=0)),
    "id and name repeated": pieces(
        entry('{"city": ', index=0, id="a"), entry('"Oslo"}', index=0, id="a")
    ),
    "arguments as object": pieces(entry({"city": "Oslo"}, index=0, id="a")),
    "name in a later chunk": pieces(
        {"index": 0, "id": "a", "function": {"arguments": ""}}, entry(CITY, index=0)
    ),
    "index from 1": pieces(entry(CITY, index=1, id="a")),
    "unknown finish reason": pieces(entry(CITY, index=0, id="a"), finish="whatever"),
    "empty content beside it": reply(
        event({"content": "", "tool_calls": [entry(CITY, index=0, id="a")]})
        + event({}, "tool_calls")
        + b"data: [DONE]\n\n"
    ),
    "not streamed": reply(
        json.dumps(
            {"choices": [{"message": {"tool_calls": [entry({"city": "Oslo"}, id="a")]}}]}
        ).encode()
    ),
}


@pytest.mark.parametrize("stream", QUIRKS.values(), ids=QUIRKS)
def test_every_quirk_of_a_provider_ends_as_a_call_with_its_result(
    tmp_path: Path, stream: bytes
) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        call = await asked(chat, WEATHER)
        assert (call.tool, call.verdict.fits) == (WEATHER, True)
        assert json.loads(call.call.arguments) == {"city": "Oslo"}
        await decided(chat, call, AnswerIt(text_result("rain")))
        assert path_is_valid(sent(server, 1))
        assert sent(server, 1)[-1]["content"] == "rain"

    in_chat(tmp_path, work, [stream], [says("Rain.")])


def test_several_calls_under_one_index_are_several_calls(tmp_path: Path) -> None:
    both = pieces(entry(CITY, index=0, id="a"), entry('{"city": "Rome"}', index=0, id="b"))

    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        await chat.services.generation.send(chat.id, "?")
        calls = await pending(chat, 2)
        for call in calls:
            city = json.loads(call.call.arguments)["city"]
            chat.services.desk.decide(call.message_id, AnswerIt(text_result(city)))
        await chat.services.generation.wait(chat.id)
        assert path_is_valid(sent(server, 1))
        assert [m["content"] for m in sent(server, 1)[2:]] == ["Oslo", "Rome"]

    in_chat(tmp_path, work, [both], [says("Both.")])


def test_a_call_that_nobody_offered_ends_the_answer_and_is_not_run(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        answer = await chat.ask("?")
        assert answer.choice.tool_calls
        assert "offered no tools" in call_words(answer)
        assert (len(server.requests), server.uninvited) == (1, 0)

    in_chat(tmp_path, work, [asks_for(("c", "get_weather", OSLO))])


def test_a_call_left_in_the_words_is_named_and_not_run(tmp_path: Path) -> None:
    words = '<tool_call>{"name": "get_weather", "arguments": {"city": "Oslo"}}</tool_call>'

    async def work(chat: OpenChat, server: RawServer) -> None:
        offer(chat, WEATHER)
        answer = await chat.ask("?")
        assert "did not recognise" in call_words(answer)
        assert len(server.requests) == 1

    in_chat(tmp_path, work, [says(words)])
