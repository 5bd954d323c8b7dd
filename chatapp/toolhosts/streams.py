"""The SDK's message streams over a server's pipes, with limits of our own."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import anyio
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp.shared.message import SessionMessage
from mcp_types import jsonrpc_message_adapter

from chatapp.domain.errors import ToolFailed
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.toolhosts.lines import LONGEST_LINE, LineCutter, TooLong
from chatapp.toolhosts.process import ServerProcess
from chatapp.toolhosts.server_log import ServerLog

MOST_UNASKED = 5000
"""Messages and broken lines that a server may send between two of ours."""

LOG_BYTES_A_SECOND = 1_000_000
"""How much of a server's log is read in a second."""

_TOO_LARGE = -32001


class PipeStreams:
    """Pumps lines between a process and the SDK until either side is gone."""

    def __init__(
        self, process: ServerProcess, log: ServerLog, on_end: Callable[[ToolFailed | None], None]
    ) -> None:
        self._process = process
        self._log = log
        self._on_end = on_end
        self._unasked = 0

    @asynccontextmanager
    async def open(self) -> AsyncIterator[tuple[Any, Any]]:
        """Give the SDK its two streams; leaving stops the pumps, not the process."""
        to_us, incoming = anyio.create_memory_object_stream[SessionMessage | Exception](0)
        outgoing, from_us = anyio.create_memory_object_stream[SessionMessage](0)
        async with to_us, incoming, outgoing, from_us, anyio.create_task_group() as group:
            group.start_soon(self._read, to_us)
            group.start_soon(self._write, from_us)
            group.start_soon(self._read_log)
            try:
                yield incoming, outgoing
            finally:
                group.cancel_scope.cancel()

    async def _read(self, to_us: MemoryObjectSendStream[SessionMessage | Exception]) -> None:
        cutter, problem = LineCutter(), None
        async with to_us:
            while piece := await self._process.read():
                for line in cutter.feed(piece):
                    self._unasked += 1
                    if (message := self._message(line)) is not None:
                        await to_us.send(SessionMessage(message))
                if self._unasked > MOST_UNASKED:
                    problem = _flooding()
                    break
            # Told before the stream closes: who waits for an answer then knows the reason.
            self._on_end(problem)

    def _message(self, line: bytes | TooLong) -> Any:
        if isinstance(line, TooLong):
            self._log.say(f"[a message of {line.size:,} bytes was thrown away]")
            return _refusal(line) if line.id else None
        try:
            return jsonrpc_message_adapter.validate_json(
                line.decode("utf-8", "replace"), by_name=False
            )
        except (ValueError, RecursionError):
            self._log.say(f"[not a message] {line[:500].decode('utf-8', 'replace')}")
            return None

    async def _write(self, from_us: MemoryObjectReceiveStream[SessionMessage]) -> None:
        async with from_us:
            async for sent in from_us:
                self._unasked = 0
                data = sent.message.model_dump_json(by_alias=True, exclude_unset=True)
                try:
                    await self._process.write(data.encode("utf-8", "replace") + b"\n")
                except OSError:
                    return  # the reader sees the end as well, and tells it

    async def _read_log(self) -> None:
        while piece := await self._process.read_log():
            self._log.feed(piece)
            if len(piece) > LOG_BYTES_A_SECOND // 100:
                # Cutting lines holds up every thread; a server that floods has to wait.
                await anyio.sleep(len(piece) / LOG_BYTES_A_SECOND)


def _refusal(line: TooLong) -> Any:
    """Return an error in place of an answer that was too long, so that nobody waits for it."""
    message = f"The answer was larger than {LONGEST_LINE:,} bytes."
    error = {"code": _TOO_LARGE, "message": message}
    answer = {"jsonrpc": "2.0", "id": json.loads(line.id), "error": error}
    return jsonrpc_message_adapter.validate_python(answer, by_name=False)


def _flooding() -> ToolFailed:
    source = QT_TRANSLATE_NOOP("Tools", "The server sent too much that nobody had asked for.")
    return ToolFailed(text("Tools", source))
