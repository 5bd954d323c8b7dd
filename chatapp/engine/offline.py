"""The engine's owner: starts the child when somebody needs it, watches it, ends it."""

import asyncio
import json
import secrets
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from chatapp.domain.engine_state import EnginePhase, EngineState
from chatapp.domain.errors import EngineFailed, WayOut
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.engine.model_file import built_in_model, engine_is_installed, model_to_use

CHILD_OPTION = "--engine-child"
"""The hidden first argument by which a frozen app becomes the engine's process."""

START_TIMEOUT_S = 180.0
STOP_TIMEOUT_S = 3.0
LOG_LINES = 200


@dataclass(frozen=True, slots=True)
class EngineAddress:
    """Where the engine listens, and the key of this run."""

    base_url: str
    model: str
    api_key: str = field(repr=False)


@dataclass(slots=True)
class _Child:
    """One running process and what it has said."""

    process: "subprocess.Popen[bytes]"
    ready: "asyncio.Future[str]"
    log: deque[str]


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_OPTION]
    return [sys.executable, "-m", "chatapp.engine.server"]


def _engine(source: str, /, **arguments: object) -> Text:
    return text("Engine", source, **arguments)


class OfflineEngine:
    """A llama.cpp server in a child process, at most one.

    ``on_state`` is called in the loop's thread. If the process dies, the next ``start``
    begins another; answers that were being made fail with a lost connection and can be
    retried.
    """

    def __init__(
        self,
        *,
        model: Path | None,
        on_state: Callable[[EngineState], None],
        chat_template: str = "",
    ) -> None:
        self._model = model
        self._on_state = on_state
        self._chat_template = chat_template
        self._child: _Child | None = None
        self._address: EngineAddress | None = None
        self._starting: asyncio.Lock = asyncio.Lock()
        available = engine_is_installed() and (model or built_in_model()) is not None
        self.state = EngineState(EnginePhase.STOPPED if available else EnginePhase.UNAVAILABLE)

    @property
    def model_name(self) -> str:
        """The name that requests give the model: the file's, without its ending."""
        path = self._model or built_in_model()
        return path.stem if path else ""

    def _set(self, state: EngineState) -> None:
        self.state = state
        self._on_state(state)

    async def start(self) -> EngineAddress:
        """Return the address of a running engine; callers at the same time share one start.

        Raises ``EngineFailed``.
        """
        async with self._starting:
            if self._address is not None and self._is_alive():
                return self._address
            try:
                return await self._start()
            except EngineFailed as error:
                self._set(EngineState(EnginePhase.FAILED, problem=error.message))
                raise

    def _is_alive(self) -> bool:
        return self._child is not None and self._child.process.poll() is None

    async def _start(self) -> EngineAddress:
        path = await asyncio.to_thread(model_to_use, self._model)
        self._set(EngineState(EnginePhase.STARTING, model=path.stem))
        key = secrets.token_urlsafe(32)
        options = {
            "model": str(path),
            "alias": path.stem,
            "key": key,
            "chat_template": self._chat_template,
        }
        child = await asyncio.to_thread(self._spawn, options, asyncio.get_running_loop())
        self._child = child
        try:
            async with asyncio.timeout(START_TIMEOUT_S):
                base_url = await asyncio.shield(child.ready)
        except TimeoutError as error:
            await self.stop()
            raise self._failed(child) from error
        except asyncio.CancelledError:
            await self.stop()
            raise
        self._address = EngineAddress(f"{base_url}/v1", path.stem, key)
        self._set(EngineState(EnginePhase.READY, base_url=base_url, model=path.stem))
        return self._address

    def _spawn(self, options: dict[str, str], loop: asyncio.AbstractEventLoop) -> _Child:
        """Start the process and the two threads that listen to it (blocking)."""
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        child = _Child(process, loop.create_future(), deque(maxlen=LOG_LINES))
        assert process.stdin is not None  # noqa: S101 - it is a pipe
        process.stdin.write(json.dumps(options).encode() + b"\n")
        process.stdin.flush()

        def in_loop(callback: Callable[..., None], *arguments: object) -> None:
            try:
                loop.call_soon_threadsafe(callback, *arguments)
            except RuntimeError:
                return  # the loop has ended before its child: nobody listens any more

        threading.Thread(
            target=self._listen, args=(child, in_loop), name="engine output", daemon=True
        ).start()
        threading.Thread(target=_keep_log, args=(child,), name="engine log", daemon=True).start()
        return child

    def _listen(self, child: _Child, in_loop: Callable[..., None]) -> None:
        assert child.process.stdout is not None  # noqa: S101 - it is a pipe
        with child.process.stdout as output:
            for line in output:
                in_loop(self._on_line, child, line)
        child.process.wait()
        _close_input(child.process)
        in_loop(self._on_ended, child)

    def _on_line(self, child: _Child, line: bytes) -> None:
        try:
            said = json.loads(line)
        except ValueError:
            return  # llama.cpp may print to the same place
        if said.get("state") == "ready" and not child.ready.done():
            child.ready.set_result(str(said["base_url"]))

    def _on_ended(self, child: _Child) -> None:
        if not child.ready.done():
            child.ready.set_exception(self._failed(child))
            child.ready.exception()  # whoever waits is told; nobody waiting is no bug
        if child is self._child:
            self._child = self._address = None
            if self.state.phase is EnginePhase.READY:
                self._set(
                    EngineState(
                        EnginePhase.FAILED,
                        problem=_engine(
                            QT_TRANSLATE_NOOP(
                                "Engine",
                                "The offline model has stopped; it starts again when used.",
                            )
                        ),
                    )
                )

    @staticmethod
    def _failed(child: _Child) -> EngineFailed:
        return EngineFailed(
            _engine(QT_TRANSLATE_NOOP("Engine", "The offline model could not be started.")),
            hint=_engine(QT_TRANSLATE_NOOP("Engine", "Try again, or choose another model file.")),
            detail="\n".join(child.log),
            retryable=True,
            ways_out=(WayOut.RETRY, WayOut.OPEN_SETTINGS),
        )

    async def stop(self) -> None:
        """End the process and wait until it has ended."""
        child, self._child, self._address = self._child, None, None
        if child is None:
            return
        await asyncio.to_thread(_end, child.process)
        self._set(EngineState(EnginePhase.STOPPED))

    async def use_model(self, path: Path | None) -> None:
        """Load another GGUF file at the next start; ``None`` means the built-in one."""
        if path is not None:
            await asyncio.to_thread(model_to_use, path)
        await self.stop()
        self._model = path


def _keep_log(child: _Child) -> None:
    assert child.process.stderr is not None  # noqa: S101 - it is a pipe
    with child.process.stderr as log:
        for line in log:
            child.log.append(line.decode("utf-8", "replace").rstrip()[:500])


def _close_input(process: "subprocess.Popen[bytes]") -> None:
    """Close the pipe whose end is the child's sign to end."""
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()


def _end(process: "subprocess.Popen[bytes]") -> None:
    _close_input(process)
    try:
        process.wait(STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
