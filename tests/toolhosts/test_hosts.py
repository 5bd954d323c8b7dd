"""Real servers in real processes, the good and the bad: what is told, and that nothing is left."""

import asyncio
import socket
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import psutil
import pytest

from chatapp.domain.errors import ToolFailed
from chatapp.domain.tool_calls import ToolResult
from chatapp.domain.tool_servers import ServerPhase, ServerState, ToolServer
from chatapp.toolhosts import http_streams
from chatapp.toolhosts.hosts import ToolHosts
from chatapp.toolhosts.session import Patience
from chatapp.toolhosts.translation import MOST_TOOLS
from tests.conftest import RunInQt
from tests.support.waiting import until

NAME = "server"
QUICK = Patience(start_s=4, call_s=1.5)
GENEROUS_S = 60.0


@dataclass(slots=True)
class Kept:
    """Hosts with one server, and every state it went through."""

    hosts: ToolHosts
    states: list[ServerState] = field(default_factory=list)

    async def reach(self, *phases: ServerPhase) -> ServerState:
        await until(lambda: self.states and self.states[-1].phase in phases, within_s=GENEROUS_S)
        return self.states[-1]

    def log(self) -> str:
        return "\n".join(self.hosts.log_since(NAME, 0)[0])

    async def call(self, tool: str, **arguments: Any) -> ToolResult:
        return await self.hosts.call(NAME, tool, arguments, lambda *_: None)


def server(mode: str, **environment: str) -> ToolServer:
    arguments = ("-m", "tests.support.mcp_server", mode)
    return ToolServer(NAME, sys.executable, arguments, {"PYTHONPATH": ".", **environment})


@asynccontextmanager
async def kept(server: ToolServer, patience: Patience | None = None) -> AsyncIterator[Kept]:
    states: list[ServerState] = []
    hosts = ToolHosts(lambda _name, state: states.append(state), patience)
    hosts.start(server)
    try:
        yield Kept(hosts, states)
    finally:
        await hosts.close()


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 120))


def children() -> list[psutil.Process]:
    return [p for p in psutil.Process().children(recursive=True) if p.is_running()]


# Honest servers


def test_a_server_offers_its_tools_and_runs_them() -> None:
    async def work() -> None:
        async with kept(server("honest")) as k:
            ready = await k.reach(ServerPhase.READY)
            tools = {t.name: t for t in ready.tools}
            assert tools["add"].server == NAME
            assert tools["add"].parameters["required"] == ["a", "b"]
            assert tools["hang"].says_it_destroys
            assert ready.about.startswith("honest")
            result = await k.call("add", a=2, b=3)
            assert (result.text, result.is_error) == ("5", False)
            assert result.structured == {"result": 5}

    run(work())


def test_progress_is_told_and_pictures_come_whole() -> None:
    async def work() -> None:
        told: list[Any] = []
        async with kept(server("honest")) as k:
            await k.reach(ServerPhase.READY)
            await k.hosts.call(
                NAME,
                "count",
                {"to": 3},
                lambda done, total, words: told.append((done, total, words)),
            )
            await until(lambda: len(told) == 3)
            assert told[-1] == (3, 3, "at 3")
            picture = (await k.call("picture")).content[0]
            assert (picture["type"], picture["mimeType"]) == ("image", "image/png")

    run(work())


def test_a_tool_that_fails_says_why_to_the_model() -> None:
    async def work() -> None:
        async with kept(server("honest")) as k:
            await k.reach(ServerPhase.READY)
            result = await k.call("fail")
            assert result.is_error
            assert "the cellar is flooded" in result.text

    run(work())


def test_a_server_is_given_its_own_variables_and_none_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-not-for-tools")

    async def work() -> None:
        async with kept(server("honest", TOKEN="t")) as k:
            await k.reach(ServerPhase.READY)
            names = (await k.call("secret")).text.split(",")
            assert "TOKEN" in names
            assert "OPENAI_API_KEY" not in names

    run(work())


def test_calls_run_side_by_side_and_one_can_be_given_up() -> None:
    async def work() -> None:
        async with kept(server("honest")) as k:
            await k.reach(ServerPhase.READY)
            hanging = asyncio.ensure_future(k.call("hang"))
            assert (await k.call("add", a=1, b=1)).text == "2"
            hanging.cancel()
            with pytest.raises(asyncio.CancelledError):
                await hanging
            assert (await k.call("add", a=1, b=2)).text == "3"

    run(work())


def test_a_list_that_changes_while_it_runs_is_read_again() -> None:
    async def work() -> None:
        async with kept(server("honest")) as k:
            await k.reach(ServerPhase.READY)
            assert (await k.call("change")).text == "changed"
            await until(lambda: "send it on" in str(k.states[-1].tools), within_s=GENEROUS_S)

    run(work())


def test_it_works_on_the_windows_own_loop(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        async with kept(server("honest")) as k:
            await k.reach(ServerPhase.READY)
            assert (await k.call("add", a=2, b=2)).text == "4"

    run_in_qt(work())


def test_over_http_the_same_tools_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.mcp_server", "http", str(port)],
        stderr=subprocess.DEVNULL,
    )

    async def work() -> None:
        await until(lambda: _listens(port), within_s=GENEROUS_S)
        remote = ToolServer(NAME, url=f"http://127.0.0.1:{port}/mcp")
        async with kept(remote, QUICK) as k:
            await k.reach(ServerPhase.READY)
            assert (await k.call("add", a=2, b=3)).text == "5"
            with pytest.raises(ToolFailed):
                await k.call("huge")
            assert (await k.call("add", a=2, b=4)).text == "6"
            process.kill()
            process.wait()
            with pytest.raises(ToolFailed) as failure:
                await k.call("add", a=1, b=1)
            assert str(failure.value)

    try:
        run(work())
    finally:
        process.kill()
        process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


# Servers that nobody wants


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("dead", "has ended with status 4"),
        ("silent", "does not answer"),
        ("endless line", "does not answer"),
        ("flood", "too much"),
    ],
)
def test_a_server_that_cannot_be_used_is_told_in_words(mode: str, words: str) -> None:
    async def work() -> None:
        async with kept(server(mode), QUICK) as k:
            failed = await k.reach(ServerPhase.FAILED)
            assert words in str(failed.problem)

    run(work())
    assert not children()


def test_what_a_dying_server_wrote_is_in_its_log() -> None:
    async def work() -> None:
        async with kept(server("dead")) as k:
            failed = await k.reach(ServerPhase.FAILED)
            assert "cannot open the cellar" in str(failed.hint)
            assert "cannot open the cellar" in k.log()

    run(work())


def test_the_last_words_of_a_server_that_floods_its_log_are_kept() -> None:
    async def work() -> None:
        async with kept(server("last words")) as k:
            failed = await k.reach(ServerPhase.FAILED)
            assert "status 5" in str(failed.problem)
            assert "this is why" in str(failed.hint)

    run(work())


def test_of_more_tools_than_anybody_wants_the_first_are_taken_and_it_is_said() -> None:
    async def work() -> None:
        async with kept(server("many tools")) as k:
            ready = await k.reach(ServerPhase.READY)
            assert (len(ready.tools), ready.left_out) == (MOST_TOOLS, True)
            assert k.log().count("left out") == 1

    run(work())


def test_tools_out_of_proportion_and_second_ones_are_left_out_each_with_its_reason() -> None:
    async def work() -> None:
        async with kept(server("odd tools")) as k:
            ready = await k.reach(ServerPhase.READY)
            names = [tool.name for tool in ready.tools]
            assert names == ["add", "add\u200b", "\u202edda", "fetch", "loop"]
            # Letters that nobody sees do not make two tools one, neither here nor for a model.
            assert len({tool.wire_name for tool in ready.tools}) == len(names)
            assert ready.left_out
            assert "the tool “novel” is too large" in k.log()
            assert "a second tool “add”" in k.log()

    run(work())


def test_a_list_larger_than_any_message_may_be_fails_in_words() -> None:
    async def work() -> None:
        async with kept(server("huge list")) as k:
            failed = await k.reach(ServerPhase.FAILED)
            assert "larger than" in str(failed.problem)

    run(work())
    assert not children()


def test_garbage_between_messages_is_logged_and_passed_over() -> None:
    async def work() -> None:
        async with kept(server("garbage")) as k:
            await k.reach(ServerPhase.READY)
            assert (await k.call("add", a=1, b=2)).text == "3"
            assert "[not a message] not json" in k.log()

    run(work())


def test_a_call_that_hangs_ends_in_words_and_the_server_goes_on() -> None:
    async def work() -> None:
        async with kept(server("honest"), QUICK) as k:
            await k.reach(ServerPhase.READY)
            with pytest.raises(ToolFailed, match="does not answer"):
                await k.call("hang")
            assert (await k.call("add", a=1, b=2)).text == "3"

    run(work())


@pytest.mark.parametrize("tool", ["wrong", "none", "slow"])
def test_a_result_that_was_not_promised_comes_as_it_is_and_at_once(tool: str) -> None:
    async def work() -> None:
        async with kept(server("lying"), QUICK) as k:
            ready = await k.reach(ServerPhase.READY)
            assert all(t.output_schema for t in ready.tools)
            result = await k.call(tool)
            assert (result.content[0]["text"], result.is_error) == ("as promised", False)

    run(work())


def test_a_log_that_never_ends_holds_up_neither_calls_nor_this_thread() -> None:
    async def work() -> None:
        async with kept(server("loud")) as k:
            await k.reach(ServerPhase.READY)
            loop = asyncio.get_running_loop()
            longest = 0.0
            for number in range(10):
                before = loop.time()
                await asyncio.sleep(0)
                longest = max(longest, loop.time() - before)
                assert (await k.call("add", a=number, b=1)).text == str(number + 1)
            assert longest < 0.5
            assert "all is well" in k.log()

    run(work())


class Doorman(BaseHTTPRequestHandler):
    """A server that lets in who has the key."""

    def do_POST(self) -> None:
        self.send_response(self.server.status)  # type: ignore[attr-defined]
        self.send_header("WWW-Authenticate", 'Bearer resource_metadata="javascript:alert(1)"')
        self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("status", "words", "hint"),
    [
        (401, "asks for a key", "Authorization=Bearer"),
        (403, "asks for a key", "Authorization=Bearer"),
        (500, "status 500", ""),
        (307, "Redirect to", ""),
    ],
)
def test_a_server_that_does_not_let_us_in_says_so_with_a_way_out(
    status: int, words: str, hint: str
) -> None:
    async def work(url: str) -> None:
        async with kept(ToolServer(NAME, url=url), QUICK) as k:
            failed = await k.reach(ServerPhase.FAILED)
            assert words in str(failed.problem)
            assert hint in str(failed.hint or "")
            assert "javascript" not in f"{failed.problem}{failed.hint}"

    with ThreadingHTTPServer(("127.0.0.1", 0), Doorman) as door:
        door.status = status  # type: ignore[attr-defined]
        serving = threading.Thread(target=door.serve_forever)
        serving.start()
        try:
            run(work(f"http://127.0.0.1:{door.server_port}/mcp"))
        finally:
            door.shutdown()
            serving.join()


def test_a_result_that_is_too_large_is_refused_and_the_server_goes_on() -> None:
    async def work() -> None:
        async with kept(server("honest")) as k:
            await k.reach(ServerPhase.READY)
            with pytest.raises(ToolFailed, match="larger than"):
                await k.call("huge")
            assert (await k.call("add", a=1, b=2)).text == "3"

    run(work())


def test_a_server_that_dies_in_a_call_is_told_and_can_be_started_again() -> None:
    async def work() -> None:
        async with kept(server("honest")) as k:
            await k.reach(ServerPhase.READY)
            with pytest.raises(ToolFailed, match="has ended"):
                await k.call("die")
            assert "status 3" in str((await k.reach(ServerPhase.FAILED)).problem)
            with pytest.raises(ToolFailed):
                await k.call("add", a=1, b=1)
            k.hosts.start(server("honest"))
            await k.reach(ServerPhase.READY)
            assert (await k.call("add", a=1, b=1)).text == "2"

    run(work())


@pytest.mark.parametrize("command", ["/nowhere/at/all", "no-such-program-anywhere"])
def test_a_command_that_is_not_there_is_told(command: str) -> None:
    async def work() -> None:
        async with kept(ToolServer(NAME, command)) as k:
            failed = await k.reach(ServerPhase.FAILED)
            assert command in str(failed.problem)

    run(work())


def test_nobody_listening_is_told() -> None:
    async def work() -> None:
        async with kept(ToolServer(NAME, url="http://127.0.0.1:9/mcp"), QUICK) as k:
            failed = await k.reach(ServerPhase.FAILED)
            assert "cannot be reached" in str(failed.problem)
            assert "Is it running" in str(failed.hint)

    run(work())


# Nothing is left


@pytest.mark.parametrize("mode", ["honest", "grandchildren", "deaf"])
def test_stopping_leaves_no_process(mode: str) -> None:
    async def work() -> None:
        async with kept(server(mode)) as k:
            await k.reach(ServerPhase.READY)
            assert children()
            loop = asyncio.get_running_loop()
            began = loop.time()
            await k.hosts.stop(NAME)
            assert loop.time() - began < 5
            assert not children()
            assert (await k.reach(ServerPhase.STOPPED)).problem is None

    run(work())


@pytest.mark.parametrize("leave_s", [0.0, 1.3])
def test_a_server_that_does_not_leave_in_time_is_gone_before_the_next_one_starts(
    leave_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatapp.toolhosts.hosts.LEAVE_S", leave_s)

    async def work() -> None:
        async with kept(server("deaf")) as k:
            await k.reach(ServerPhase.READY)
            await k.hosts.stop(NAME)
            assert not children()
            assert k.states[-1].phase is ServerPhase.STOPPED
            k.hosts.start(server("honest"))
            await k.reach(ServerPhase.READY)
            assert (await k.call("add", a=1, b=2)).text == "3"

    run(work())


def test_stopping_while_it_starts_leaves_no_process() -> None:
    async def work() -> None:
        async with kept(server("silent")) as k:
            await until(children, within_s=GENEROUS_S)
            await k.hosts.stop(NAME)
            assert not children()

    run(work())


def test_numbers_that_json_does_not_have_do_not_get_in() -> None:
    async def work() -> None:
        async with kept(server("lying")) as k:
            await k.reach(ServerPhase.READY)
            result = await k.call("nan")
            assert result.structured == {"value": None, "depth": [None, 1]}
            assert result.text.endswith('{"value":null,"depth":[null,1]}')

    run(work())


class Stream(httpx2.AsyncByteStream):
    """A body that comes in these pieces."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = iter(pieces)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if (piece := next(self._pieces, None)) is None:
            raise StopAsyncIteration
        return piece


@pytest.mark.parametrize("end", [b"\n\n", b"\r\n\r\n", b"\r\r"])
def test_each_message_of_a_stream_may_be_large_but_none_too_large(
    monkeypatch: pytest.MonkeyPatch, end: bytes
) -> None:
    monkeypatch.setattr(http_streams, "LONGEST_LINE", 100)

    async def read(*pieces: bytes) -> int:
        return sum([len(piece) async for piece in http_streams._CappedBody(Stream(*pieces))])

    message = b"x" * 80 + end
    assert asyncio.run(read(*[message] * 9)) == 9 * len(message)
    with pytest.raises(httpx2.ReadError):
        asyncio.run(read(message, b"x" * 60, b"x" * 60))
