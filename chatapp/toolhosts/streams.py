"""The SDK's message streams over a server's pipes and over HTTP, with limits of our own."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import anyio
import httpx2
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.message import SessionMessage
from mcp_types import jsonrpc_message_adapter

from chatapp.domain.errors import ToolFailed
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.domain.tool_servers import ToolServer
from chatapp.toolhosts.lines import LONGEST_LINE, LineCutter, TooLong
from chatapp.toolhosts.process import ServerProcess
from chatapp.toolhosts.server_log import ServerLog

MOST_UNASKED = 5000
"""Messages and broken lines that a server may send between two of ours."""

LOG_BYTES_A_SECOND = 1_000_000
"""How much of a server's log is read in a second."""

HTTP_CONNECT_S = 10.0
HTTP_READ_S = 300.0
"""How long a stream over HTTP may be silent; calls have a limit of their own."""

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


class _CappedBody(httpx2.AsyncByteStream):
    """A body that ends with an error when a piece without an end grows too long."""

    def __init__(self, body: httpx2.AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for piece in self._body:
            end = piece.rfind(b"\n\n")
            size = size + len(piece) if end < 0 else len(piece) - end
            if size > LONGEST_LINE:
                raise httpx2.ReadError("a message was too large")
            yield piece

    async def aclose(self) -> None:
        """Close what is below."""
        await self._body.aclose()


class _CappedTransport(httpx2.AsyncHTTPTransport):
    """HTTP with a limit on every message, and none of the compression that could hide one."""

    def __init__(self, on_answer: Callable[[int], None]) -> None:
        super().__init__()
        self._on_answer = on_answer

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request and cap its answer; tell the status of those that carry a message."""
        request.headers["Accept-Encoding"] = "identity"
        response = await super().handle_async_request(request)
        if request.method == "POST":
            self._on_answer(response.status_code)
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _CappedBody(response.stream)
        return response


@asynccontextmanager
async def http_streams(
    server: ToolServer, on_answer: Callable[[int], None]
) -> AsyncIterator[tuple[Any, Any]]:
    """Give the SDK its two streams over streamable HTTP; redirects elsewhere are not followed.
    ``on_answer`` is called with the status of each answer to a message."""
    timeout = httpx2.Timeout(HTTP_CONNECT_S, read=HTTP_READ_S)
    async with (
        httpx2.AsyncClient(
            headers=dict(server.headers), timeout=timeout, transport=_CappedTransport(on_answer)
        ) as client,
        streamable_http_client(
            server.url, http_client=client, max_sse_event_size=LONGEST_LINE
        ) as streams,
    ):
        yield streams
