"""Tools in the services: what changes must be approved again, to the last letter."""

from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.generation import Phase
from chatapp.domain.tool_calls import (
    CUT_OFF_WORDS,
    AnswerIt,
    DenyIt,
    RunIt,
    Scope,
    ToolCallState,
    text_result,
)
from chatapp.domain.tools import ToolDefinition
from chatapp.store.paths import profile_paths
from tests.support.mcp_server import CHANGED
from tests.support.open_chat import OpenChat, open_chat, rows
from tests.support.raw_server import RawServer, raw_server
from tests.support.tool_chat import (
    HONEST,
    asked,
    decided,
    in_chat,
    offer,
    pending,
    results,
    run,
    started,
    tool,
)
from tests.support.tool_replies import asks_for, says
from tests.support.waiting import until


def test_a_real_tool_runs_when_the_person_allows_it(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        call = await asked(chat, "add")
        assert call.can_run
        assert call.may_be_always
        result = await decided(chat, call, RunIt(call.call.arguments))
        assert result.tool is not None
        assert (result.content, result.tool.state) == ("5", ToolCallState.DONE)
        assert result.tool.structured == {"result": 5}
        assert result.tool.ran_ms is not None
        assert server.body(1)["messages"][-1]["content"] == "5"

    in_chat(tmp_path, work, [asks_for(("c", "honest__add", {"a": 2, "b": 3}))], [says("5.")])


def test_edited_arguments_are_what_runs(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        call = await asked(chat, "add")
        result = await decided(chat, call, RunIt('{"a": 20, "b": 30}'))
        assert result.tool is not None
        assert (result.content, result.tool.edited) == ("50", True)

    in_chat(tmp_path, work, [asks_for(("c", "honest__add", {"a": 2, "b": 3}))], [says("50.")])


@pytest.mark.parametrize("scope", [Scope.CONVERSATION, Scope.ALWAYS])
def test_what_is_allowed_for_longer_runs_unasked_but_only_if_it_fits(
    tmp_path: Path, scope: Scope
) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        call = await asked(chat, "add")
        chat.services.desk.decide(call.message_id, RunIt(call.call.arguments, scope))
        await until(lambda: len(results(chat)) == 3, within_s=30)
        # The second call ran by itself; the third does not fit the schema and waits.
        (misfit,) = await pending(chat)
        assert results(chat)[1].content == "9"
        assert misfit.verdict.violations
        chat.services.desk.decide(misfit.message_id, DenyIt())
        await chat.reach(Phase.ROUND_LIMIT)
        chat.services.desk.go_on(chat.id, yes=True)
        await chat.services.generation.wait(chat.id)

    replies = (
        [asks_for(("1", "honest__add", {"a": 2, "b": 3}))],
        [asks_for(("2", "honest__add", {"a": 4, "b": 5}))],
        [asks_for(("3", "honest__add", {"a": "four"}))],
        [says("Done.")],
    )
    in_chat(tmp_path, work, *replies)


def test_a_tool_that_its_server_changed_is_asked_for_again(tmp_path: Path) -> None:
    marker = tmp_path / "changed"

    async def work(chat: OpenChat, server: RawServer) -> None:
        here = replace(HONEST, environment={**HONEST.environment, CHANGED: str(marker)})
        call = await asked(chat, "weather", server=here)
        assert call.changes == ()
        allow = RunIt(call.call.arguments, Scope.ALWAYS)
        await decided(chat, call, allow)
        marker.touch()
        await chat.services.tools.servers.start("honest")
        await chat.services.tools.servers.until_settled("honest")
        await chat.services.generation.send(chat.id, "again?")
        (changed,) = await pending(chat)
        assert [c.field for c in changed.changes] == ["description"]
        assert "send it on" in str(changed.changes)
        await decided(chat, changed, DenyIt())
        ran = [m for m in results(chat) if m.tool and m.tool.state is ToolCallState.DONE]
        assert len(ran) == 1
        # What the model is told stays what was agreed to.
        assert "send it on" not in str(server.body(2)["tools"])

    replies = (
        [asks_for(("1", "honest__weather", {"city": "Oslo"}))],
        [says("Rain.")],
        [asks_for(("2", "honest__weather", {"city": "Oslo"}))],
        [says("Fine.")],
    )
    in_chat(tmp_path / "profile", work, *replies)


def test_a_tool_that_changes_while_it_waits_is_asked_for_again_not_run(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        desk = chat.services.desk
        await started(chat)
        offer(chat, "weather")
        offer(chat, "change")
        await chat.services.generation.send(chat.id, "?")
        await until(lambda: len(desk.pending(chat.id)) == 2, within_s=30)
        weather, change = desk.pending(chat.id)
        assert weather.changes == ()
        desk.decide(change.message_id, RunIt(change.call.arguments))
        await until(lambda: "send it on" in tool(chat, "weather").description, within_s=30)
        desk.decide(weather.message_id, RunIt(weather.call.arguments, Scope.ALWAYS), shown=weather)
        await until(lambda: desk.pending(chat.id) != [], within_s=30)
        (again,) = desk.pending(chat.id)
        assert [c.field for c in again.changes] == ["description"]
        assert not chat.services.tools.is_granted(again.tool, chat.id)
        # A dialog that still shows the older form decides nothing.
        desk.decide(weather.message_id, RunIt('{"city": "Rome"}'), shown=weather)
        assert desk.pending(chat.id) == [again]
        desk.decide(again.message_id, DenyIt(), shown=again)
        await chat.services.generation.wait(chat.id)
        states = {m.name: m.tool.state for m in results(chat) if m.tool}
        assert states["honest__weather"] is ToolCallState.DENIED

    calls = asks_for(("1", "honest__weather", {"city": "Oslo"}), ("2", "honest__change", {}))
    in_chat(tmp_path, work, [calls], [says("Fine.")])


def test_a_server_replaced_while_a_call_waits_does_not_get_the_call(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        desk = chat.services.desk
        call = await asked(chat, "weather")
        await started(chat, replace(HONEST, arguments=(*HONEST.arguments, "0")))
        allow = RunIt(call.call.arguments, Scope.CONVERSATION)
        desk.decide(call.message_id, allow, shown=call)
        await until(lambda: desk.pending(chat.id) != [], within_s=30)
        (again,) = desk.pending(chat.id)
        assert again is not call
        assert not chat.services.tools.is_granted(again.tool, chat.id)
        chat.services.generation.stop(chat.id)
        await chat.services.generation.wait(chat.id)
        assert desk.pending(chat.id) == []
        (result,) = results(chat)
        assert result.tool is not None
        assert (result.tool.state, result.tool.started_at) == (ToolCallState.CANCELLED, 0.0)

    in_chat(tmp_path, work, [asks_for(("1", "honest__weather", {"city": "Oslo"}))])


def test_stopping_gives_up_a_running_tool_and_says_so(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        call = await asked(chat, "hang")
        assert not call.may_be_always
        chat.services.desk.decide(call.message_id, RunIt(call.call.arguments))
        await until(
            lambda: results(chat)[0].tool.state is ToolCallState.RUNNING  # type: ignore[union-attr]
        )
        chat.services.generation.stop(chat.id)
        await chat.services.generation.wait(chat.id)
        assert results(chat)[0].content == CUT_OFF_WORDS
        assert chat.services.tools.servers.is_ready("honest")

    in_chat(tmp_path, work, [asks_for(("c", "honest__hang", {}))])


def test_a_server_that_dies_in_a_call_is_told_to_the_model(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        call = await asked(chat, "die")
        await decided(chat, call, RunIt(call.call.arguments))
        assert results(chat)[0].tool.state is ToolCallState.FAILED  # type: ignore[union-attr]
        assert "has ended" in str(server.body(1)["messages"][-1]["content"])

    in_chat(tmp_path, work, [asks_for(("c", "honest__die", {}))], [says("Oh.")])


def test_a_picture_is_kept_and_sent_on(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        call = await asked(chat, "picture")
        await decided(chat, call, RunIt(call.call.arguments))
        assert results(chat)[0].parts[0]["type"] == "image"
        told, shown = server.body(1)["messages"][-2:]
        assert told["role"] == "tool"
        assert "[image: image/png" in told["content"]
        assert shown["role"] == "user"
        (picture,) = [p for p in shown["content"] if p["type"] == "image_url"]
        assert picture["image_url"]["url"].startswith("data:image/png;base64,")

    in_chat(tmp_path, work, [asks_for(("c", "honest__picture", {}))], [says("A pixel.")])


@pytest.mark.parametrize(
    ("name", "paths"), [("wrong", ["$.value"]), ("none", ["$"]), ("right", []), ("slow", [""])]
)
def test_a_result_is_held_against_what_its_tool_promised(
    tmp_path: Path, name: str, paths: list[str]
) -> None:
    liar = replace(HONEST, name="liar", arguments=("-m", "tests.support.mcp_server", "lying"))

    async def work(chat: OpenChat, server: RawServer) -> None:
        call = await asked(chat, name, server=liar)
        result = await decided(chat, call, RunIt(call.call.arguments))
        assert result.tool is not None
        assert (result.tool.state, result.tool.checked) == (ToolCallState.DONE, True)
        assert [misfit.path for misfit in result.tool.misfits] == paths
        # The model is given what the tool brought all the same.
        assert server.body(1)["messages"][-1]["content"].startswith("as promised")
        await chat.services.saver.flush()
        (stored,) = rows(profile_paths(tmp_path), "SELECT data FROM messages WHERE role = 'tool'")
        assert all(f'"path":"{path}"' in str(stored) for path in paths)

    in_chat(tmp_path, work, [asks_for(("c", f"liar__{name}", {}))], [says("Hm.")])


# What is kept


def test_functions_grants_and_pins_outlive_the_app(tmp_path: Path) -> None:
    function = ToolDefinition("f", "d", {"type": "object"})

    async def work(server: RawServer) -> None:
        async with open_chat(tmp_path, server.url) as chat:
            await started(chat)
            chat.services.tools.put_function(function)
            offer(chat, "add")
            await chat.services.generation.send(chat.id, "?")
            (call,) = await pending(chat)
            await decided(chat, call, RunIt(call.call.arguments, Scope.ALWAYS))
            before = tool(chat, "add")
        async with open_chat(tmp_path, server.url) as again:
            tools = again.services.tools
            assert tools.functions() == [function]
            assert tools.changes_of(replace(before, description="x"))
            assert not tools.changes_of(before)
            tools.delete_function("f")
            tools.withdraw(before)
        async with open_chat(tmp_path, server.url) as last:
            assert last.services.tools.functions() == []
        assert rows(profile_paths(tmp_path), "SELECT * FROM tool_grants") == []

    with raw_server([asks_for(("c", "honest__add", {"a": 1, "b": 1}))], [says("2.")]) as server:
        run(work(server))


def test_a_function_by_hand_is_never_run_by_itself(tmp_path: Path) -> None:
    async def work(chat: OpenChat, _server: RawServer) -> None:
        function = ToolDefinition("f", "", {"type": "object"})
        chat.services.tools.put_function(function)
        chat.services.tools.offer(chat.id, function, offered=True)
        chat.services.tools.approve(function, Scope.ALWAYS, chat.id)
        await chat.services.generation.send(chat.id, "?")
        (call,) = await pending(chat)
        assert not call.can_run
        await decided(chat, call, AnswerIt(text_result("x")))

    in_chat(tmp_path, work, [asks_for(("c", "f", {}))], [says("x.")])
