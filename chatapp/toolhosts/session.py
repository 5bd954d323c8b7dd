"""One server from its start to its end, in one owner task of its own."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import mcp_types as types
from mcp.client.client import Client

from chatapp.domain.errors import ToolFailed
from chatapp.domain.json_value import JsonObject
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_calls import ToolResult
from chatapp.domain.tool_servers import ServerPhase, ServerState, ToolServer
from chatapp.domain.tool_sign_ins import SignInTerms
from chatapp.domain.tools import ToolDefinition
from chatapp.domain.visible_text import visible_text
from chatapp.toolhosts.http_streams import http_streams
from chatapp.toolhosts.process import ServerProcess
from chatapp.toolhosts.server_log import STARTED, ServerLog
from chatapp.toolhosts.sign_in import SignIn, SignInEvents
from chatapp.toolhosts.sign_in_words import SignInNeeded
from chatapp.toolhosts.streams import PipeStreams
from chatapp.toolhosts.translation import (
    MOST_TOOLS,
    as_failure,
    definition_of,
    ended,
    progress_of,
    refused,
    result_of,
    silent,
)

# What servers do wrong goes into their own logs; the SDK would fill ours with it.
for _logger in ("mcp", "client"):
    logging.getLogger(_logger).setLevel(logging.CRITICAL)
_MOST_PAGES = 50
_MOST_REASONS = 20
T = TypeVar("T")
Progress = Callable[[float, float | None, str], None]


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server may be silent, in seconds: while it starts (a package may have to be
    fetched first), in a call since it last told of progress, and while it is left; how long an
    answer about signing in may take, and the person in the browser."""

    start_s: float = 60.0
    call_s: float = 120.0
    leave_s: float = 2.0
    sign_in_answer_s: float = 20.0
    browser_s: float = 300.0


class Session:
    """Starts a server, keeps it, and ends it; ``tell`` is called with every state."""

    def __init__(
        self,
        server: ToolServer,
        log: ServerLog,
        tell: Callable[[ServerState], None],
        patience: Patience,
        terms: SignInTerms | None = None,
    ) -> None:
        self._server = server
        self._terms = terms
        self._log = log
        self._tell = tell
        self._patience = patience
        self._client: Client | None = None
        self._leaving = asyncio.Event()
        self._gone = asyncio.Event()
        self._status: int | None = None
        self._answering: asyncio.Timeout | None = None
        self._problem: ToolFailed | None = None
        self._refusal: ToolFailed | None = None
        self._about = ""
        self._list_again = asyncio.Event()
        self._left_out: list[str] = []

    def leave(self) -> None:
        """Have the server ended, even if it has not answered yet."""
        self._leaving.set()
        if self._answering is not None:
            self._answering.reschedule(asyncio.get_running_loop().time())

    async def run(self) -> None:
        """Own the server: everything that is entered here is left here."""
        self._tell(ServerState(ServerPhase.STARTING))
        problem: ToolFailed | None = None
        try:
            await self._run()
        except asyncio.CancelledError:  # it did not leave in time
            self._tell(_last_state(None))
            raise
        except Exception as error:  # noqa: BLE001 - whatever a server or the SDK came up with
            failure = self._failure(error)
            self._log.say(f"[{failure}]")
            if not self._leaving.is_set():
                problem = failure
        finally:
            self._client = None
        self._tell(_last_state(problem))

    async def _run(self) -> None:
        if self._server.url:
            async with self._signing_in() as sign_in:
                streams = http_streams(
                    self._server, self._on_answer, sign_in, self._patience.sign_in_answer_s
                )
                await self._hold(streams)
            if self._problem is not None:
                raise self._problem
            return
        process = await ServerProcess.start(self._server)
        self._log.say(f"{STARTED} as process {process.pid}]")
        pipes = PipeStreams(process, self._log, self._on_end)
        try:
            await self._hold(pipes.open())
        finally:
            self._status = await _to_its_end(process.close(self._log.feed))
            self._log.end_line()
            self._log.say(f"[ended with status {self._status}]")
        if not self._leaving.is_set():
            raise self._problem or self._ended()

    def _failure(self, error: Exception) -> ToolFailed:
        """Return the reason that says most: our own, else the server's end, else the SDK's."""
        told = as_failure(error, self._server.name)
        if (known := self._problem or self._refusal) is not None:
            return known
        if self._gone.is_set() and told.message.source == ended("").message.source:
            return self._ended()
        return told

    def _ended(self) -> ToolFailed:
        """Return that the server is gone, with what it said last."""
        return ended(self._server.name, self._status, self._log.last_words())

    def _on_answer(self, status: int) -> None:
        """The server has answered a message over HTTP."""
        self._refusal = refused(self._server.name, status)

    # Signing in

    @asynccontextmanager
    async def _signing_in(self) -> AsyncIterator[SignIn | None]:
        if self._terms is None:
            yield None
            return
        events = SignInEvents(self._on_page, self._on_back, self._on_sign_in_problem, self._is_over)
        patience_s = self._patience.browser_s
        async with SignIn(self._server, self._terms, events, patience_s) as sign_in:
            yield sign_in

    def _is_over(self) -> bool:
        return self._leaving.is_set() or self._gone.is_set()

    def _on_page(self, address: str, host: str) -> None:
        """The browser is to open a page; nothing of ours is waited for meanwhile."""
        if self._answering is not None and not self._leaving.is_set():
            self._answering.reschedule(None)
        self._log.say(f"[signing in at {host}]")
        signing_in = ServerPhase.SIGNING_IN
        self._tell(ServerState(signing_in, sign_in_at=host, sign_in_page=address))

    def _on_back(self) -> None:
        """The browser is back, or nobody waits for it any more."""
        if self._answering is not None and not self._leaving.is_set():
            now = asyncio.get_running_loop().time()
            self._answering.reschedule(now + self._patience.start_s)
            self._tell(ServerState(ServerPhase.STARTING))

    def _on_sign_in_problem(self, problem: ToolFailed) -> None:
        """Nothing works without a sign-in: whoever waits for an answer knows the reason."""
        self._problem = self._problem or problem
        self._gone.set()

    def _on_end(self, problem: ToolFailed | None) -> None:
        """The server's output has ended."""
        self._problem = self._problem or problem
        self._gone.set()

    async def _hold(self, streams: Any) -> None:
        async with self._connected(streams) as client:
            self._client = client
            await self._list(client)
            while not (self._leaving.is_set() or self._gone.is_set()):
                await _first_of(self._leaving, self._gone, self._list_again)
                if self._list_again.is_set() and not self._gone.is_set():
                    self._list_again.clear()
                    await self._list(client)

    @asynccontextmanager
    async def _connected(self, streams: Any) -> AsyncIterator[Client]:
        client = Client(
            streams,
            client_info=types.Implementation(name="chatapp", version="1"),
            message_handler=self._on_message,
            cache=None,
            mode="legacy",
        )
        async with self._in_time():
            await client.__aenter__()
        try:
            info = client.server_info
            self._about = visible_text(f"{info.name} {info.version}"[:200]) if info else ""
            yield client
        finally:
            self._client = None
            await client.__aexit__(None, None, None)

    @asynccontextmanager
    async def _in_time(self) -> AsyncIterator[None]:
        """Let the server answer in time; leaving does not wait for it, now or before this."""
        patience_s = 0.0 if self._leaving.is_set() else self._patience.start_s
        try:
            async with asyncio.timeout(patience_s) as self._answering:
                yield
        except TimeoutError as error:
            raise silent(self._server.name) from error
        finally:
            self._answering = None

    async def _on_message(self, message: Any) -> None:
        if isinstance(message, types.ToolListChangedNotification):
            self._list_again.set()

    async def _list(self, client: Client) -> None:
        async with self._in_time():
            tools = await self._tools(client)
        left_out = bool(self._left_out)
        self._tell(ServerState(ServerPhase.READY, tools, about=self._about, left_out=left_out))

    async def _tools(self, client: Client) -> tuple[ToolDefinition, ...]:
        capabilities = client.server_capabilities
        if capabilities is not None and capabilities.tools is None:
            return ()
        found: dict[str, ToolDefinition] = {}
        self._left_out.clear()
        cursor: str | None = None
        for _ in range(_MOST_PAGES):
            page = await client.list_tools(cursor=cursor)
            for tool in page.tools:
                self._take(tool, found)
            cursor = page.next_cursor
            if not cursor or len(found) >= MOST_TOOLS:
                break
        self._tell_left_out(more=bool(cursor))
        return tuple(found.values())

    def _take(self, tool: types.Tool, found: dict[str, ToolDefinition]) -> None:
        if len(found) >= MOST_TOOLS:
            self._left_out.append(f"there are more than {MOST_TOOLS:,} tools")
            return
        definition = definition_of(self._server.name, tool)
        if definition is None:
            self._left_out.append(f"the tool “{tool.name[:100]}” is too large")
        elif definition.name in found:
            self._left_out.append(f"there is a second tool “{tool.name[:100]}”")
        else:
            found[definition.name] = definition

    def _tell_left_out(self, *, more: bool) -> None:
        """Say in the log what was left out, each reason once and not without an end."""
        if more:
            self._left_out.append(f"there are more than {MOST_TOOLS:,} tools")
        reasons = list(dict.fromkeys(self._left_out))
        for reason in reasons[:_MOST_REASONS]:
            self._log.say(f"[left out: {reason}]")
        if len(reasons) > _MOST_REASONS:
            self._log.say(f"[left out: {len(reasons) - _MOST_REASONS:,} more]")

    async def call(self, tool: str, arguments: JsonObject, on_progress: Progress) -> ToolResult:
        """Run a tool. Raises ``ToolFailed``; being cancelled tells the server so."""
        client, name = self._client, self._server.name
        if client is None:
            raise ended(name)
        loop = asyncio.get_running_loop()
        patience = asyncio.timeout(self._patience.call_s)

        async def progressed(progress: float, total: float | None, message: str | None) -> None:
            patience.reschedule(loop.time() + self._patience.call_s)
            on_progress(*progress_of(progress, total, message))

        try:
            async with patience:
                result = await client.session.send_request(
                    _request(tool, arguments), types.CallToolResult, progress_callback=progressed
                )
            return result_of(result)
        except TimeoutError as error:
            raise silent(name) from error
        except Exception as error:
            raise (self._problem or self._refusal or as_failure(error, name)) from error


def _last_state(problem: ToolFailed | None) -> ServerState:
    if problem is None:
        return ServerState(ServerPhase.STOPPED)
    if isinstance(problem, SignInNeeded):
        phase, host = ServerPhase.NEEDS_SIGN_IN, problem.host
        return ServerState(phase, problem=problem.message, hint=problem.hint, sign_in_at=host)
    return ServerState(ServerPhase.FAILED, problem=problem.message, hint=problem.hint)


def _request(tool: str, arguments: JsonObject) -> types.CallToolRequest:
    """Return a call as it is sent. The SDK's own ``call_tool`` would hold the result against the
    server's schema without a limit of time, and throw away what does not fit."""
    params = types.CallToolRequestParams(name=tool, arguments=dict(arguments))
    return types.CallToolRequest(params=params)


async def _to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """Return what ``work`` brings; being cancelled waits for its end too."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


async def _first_of(*events: asyncio.Event) -> None:
    """Return when one of ``events`` is set."""
    async with asyncio.TaskGroup() as group:
        waits = [group.create_task(event.wait()) for event in events]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()
