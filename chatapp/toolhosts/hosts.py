"""All servers of the app, on one thread with a loop of its own.

The SDK parses with code that holds the interpreter for as long as a message is large, and its
import takes half a second: neither may happen on the window's loop. Everything here is called
from that loop and returns at once or is awaited; nothing of the SDK is seen from outside.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from chatapp.domain.json_value import JsonObject
from chatapp.domain.tool_calls import ToolResult
from chatapp.domain.tool_servers import ServerPhase, ServerState, ToolServer
from chatapp.toolhosts.server_log import ServerLog

if TYPE_CHECKING:
    from chatapp.domain.tool_sign_ins import SignInTerms
    from chatapp.toolhosts.session import Patience, Session

T = TypeVar("T")
LEAVE_S = 8.0
"""How long quitting waits for servers; their launchers end them in any case."""
END_S = 6.0
"""How long a server that did not leave is waited for once its owner is cancelled."""


class ToolHosts:
    """Starts and ends servers by name; ``on_state`` and ``on_log`` (a log has grown) are called
    on the caller's loop."""

    def __init__(
        self,
        on_state: Callable[[str, ServerState], None],
        patience: "Patience | None" = None,
        on_log: Callable[[str], None] | None = None,
    ) -> None:
        self._on_state = on_state
        self._on_log = on_log
        self._patience = patience
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._sessions: dict[str, Session] = {}
        self._owners: dict[str, Future[None]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._logs: dict[str, ServerLog] = {}

    def log_since(self, name: str, position: int) -> tuple[list[str], int]:
        """Return what is new in a log since a position, and the position behind it."""
        return self._logs[name].since(position) if name in self._logs else ([], 0)

    def clear_log(self, name: str) -> None:
        """Forget what a server has written."""
        if name in self._logs:
            self._logs[name].clear()

    def forget_log(self, name: str) -> None:
        """Forget the log of a server that is gone."""
        self._logs.pop(name, None)

    def start(self, server: ToolServer, terms: "SignInTerms | None" = None) -> None:
        """Begin to start a server that is not running; its states tell how it goes. ``terms``
        are those of signing in, of which ``keep`` is called on the caller's loop."""
        home = asyncio.get_running_loop()
        log = self._logs.setdefault(server.name, ServerLog())
        log.on_growth = lambda: self._tell_growth(home, server.name)

        def tell(state: ServerState) -> None:
            with suppress(RuntimeError):  # the app has quit meanwhile
                home.call_soon_threadsafe(self._on_state, server.name, state)

        here = _kept_at(home, terms) if terms is not None else None
        self._owners[server.name] = self._submit(self._own(server, log, tell, here))

    def _tell_growth(self, home: asyncio.AbstractEventLoop, name: str) -> None:
        if self._on_log is not None:
            with suppress(RuntimeError):  # the app has quit meanwhile
                home.call_soon_threadsafe(self._on_log, name)

    async def _own(
        self,
        server: ToolServer,
        log: ServerLog,
        tell: Callable[[ServerState], None],
        terms: "SignInTerms | None",
    ) -> None:
        """Run on the servers' loop: the SDK is imported here, at the first server."""
        owner = asyncio.current_task()
        assert owner is not None  # noqa: S101 - this is a coroutine
        self._tasks[server.name] = owner
        tell(ServerState(ServerPhase.STARTING))
        from chatapp.toolhosts.session import Patience, Session

        session = Session(server, log, tell, self._patience or Patience(), terms)
        self._sessions[server.name] = session
        try:
            await session.run()
        finally:
            if self._sessions.get(server.name) is session:
                del self._sessions[server.name]

    async def stop(self, name: str) -> None:
        """End a server with all it has started; returns when it is gone."""
        owner = self._owners.get(name)
        if owner is None or owner.done():
            return
        self._submit(self._leave(name))
        waiting = asyncio.wrap_future(owner)
        done, _ = await asyncio.wait([waiting], timeout=LEAVE_S)
        if not done:
            ending = asyncio.wrap_future(self._submit(self._end(name)))
            await asyncio.wait([ending], timeout=END_S)

    async def _leave(self, name: str) -> None:
        """Have a session end; one that was just submitted has begun by now."""
        if session := self._sessions.get(name):
            session.leave()

    async def _end(self, name: str) -> None:
        """Cancel the owner of a server, and wait until it has cleaned up after itself."""
        if (owner := self._tasks.get(name)) is not None:
            owner.cancel()
            await asyncio.wait([owner])

    async def call(
        self,
        server: str,
        tool: str,
        arguments: JsonObject,
        on_progress: Callable[[float, float | None, str], None],
    ) -> ToolResult:
        """Run a tool of a server. Raises ``ToolFailed``; cancelling gives the call up."""
        home = asyncio.get_running_loop()

        def tell(done: float, total: float | None, words: str) -> None:
            with suppress(RuntimeError):  # the app has quit meanwhile
                home.call_soon_threadsafe(on_progress, done, total, words)

        return await asyncio.wrap_future(self._submit(self._run(server, tool, arguments, tell)))

    async def _run(self, server: str, tool: str, arguments: JsonObject, tell: Any) -> ToolResult:
        from chatapp.toolhosts.translation import ended

        session = self._sessions.get(server)
        if session is None:
            raise ended(server)
        return await session.call(tool, arguments, tell)

    async def close(self) -> None:
        """End every server side by side, and the thread."""
        await asyncio.gather(*(self.stop(name) for name in list(self._owners)))
        loop, thread = self._loop, self._thread
        if loop is not None and thread is not None:
            self._loop = self._thread = None
            loop.call_soon_threadsafe(loop.stop)
            await asyncio.to_thread(thread.join, LEAVE_S)

    # The thread

    def _submit(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        return asyncio.run_coroutine_threadsafe(work, self._running_loop())

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            # Linux ends launchers with the *thread* that started them: this one stays.
            self._thread = threading.Thread(
                target=_serve, args=(self._loop,), name="tool-servers", daemon=True
            )
            self._thread.start()
        return self._loop


def _kept_at(home: asyncio.AbstractEventLoop, terms: "SignInTerms") -> "SignInTerms":
    """Return ``terms`` whose ``keep`` may be called on another thread than that of ``home``."""

    def keep(record: str) -> None:
        with suppress(RuntimeError):  # the app has quit meanwhile
            home.call_soon_threadsafe(terms.keep, record)

    return replace(terms, keep=keep)


def _serve(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    try:
        loop.run_forever()
    finally:
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
