"""The SDK's message streams over streamable HTTP, with limits of our own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx2
from mcp.client.streamable_http import streamable_http_client

from chatapp.domain.tool_servers import ToolServer
from chatapp.toolhosts.lines import LONGEST_LINE
from chatapp.toolhosts.sign_in import SignIn
from chatapp.toolhosts.sign_in_auth import FOR_SIGN_IN, host_of
from chatapp.toolhosts.sign_in_words import silent_place, unusable

HTTP_CONNECT_S = 10.0
HTTP_READ_S = 300.0
"""How long a stream over HTTP may be silent; calls have a limit of their own."""

LARGEST_SIGN_IN_BODY = 262_144
"""Bytes of an answer about signing in: metadata, a registration, tokens."""


_ENDS = (b"\n\n", b"\n\r\n", b"\r\r")
"""How an event of a stream ends."""


class _CappedBody(httpx2.AsyncByteStream):
    """A body that ends with an error when a piece without an end grows too long."""

    def __init__(self, body: httpx2.AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for piece in self._body:
            end = max(map(piece.rfind, _ENDS))
            size = size + len(piece) if end < 0 else len(piece) - end
            if size > LONGEST_LINE:
                raise httpx2.ReadError("a message was too large")
            yield piece

    async def aclose(self) -> None:
        """Close what is below."""
        await self._body.aclose()


class _CappedTransport(httpx2.AsyncHTTPTransport):
    """HTTP with a limit on every message, and none of the compression that could hide one."""

    def __init__(
        self, name: str, on_answer: Callable[[int], None], sign_in: SignIn | None, patience_s: float
    ) -> None:
        super().__init__()
        self._name = name
        self._on_answer = on_answer
        self._sign_in = sign_in
        self._patience_s = patience_s

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request and cap its answer; tell the status of those that carry a message."""
        request.headers["Accept-Encoding"] = "identity"
        if self._sign_in is not None and FOR_SIGN_IN in request.extensions:
            return await self._about_sign_in(request, self._sign_in)
        response = await super().handle_async_request(request)
        if request.method == "POST":
            self._on_answer(response.status_code)
        response.headers.pop("Content-Encoding", None)  # nobody asked for one
        if isinstance(response.stream, httpx2.AsyncByteStream):
            response.stream = _CappedBody(response.stream)
        return response

    async def _about_sign_in(self, request: httpx2.Request, sign_in: SignIn) -> httpx2.Response:
        """Return an answer about signing in, read whole: it has to be short, and in time."""
        try:
            async with asyncio.timeout(self._patience_s):
                return await self._read_whole(request, sign_in)
        except TimeoutError as error:
            raise sign_in.failed(silent_place(self._name, host_of(request.url))) from error

    async def _read_whole(self, request: httpx2.Request, sign_in: SignIn) -> httpx2.Response:
        response = await super().handle_async_request(request)
        response.headers.pop("Content-Encoding", None)
        body = bytearray()
        try:
            async for piece in response.aiter_raw():
                body += piece
                if len(body) > LARGEST_SIGN_IN_BODY:
                    said = f"{host_of(request.url)}: > {LARGEST_SIGN_IN_BODY:,} bytes"
                    raise sign_in.failed(unusable(self._name, said))
        finally:
            await response.aclose()
        kept = ("location", "www-authenticate", "content-type")
        headers = {n: response.headers[n] for n in kept if n in response.headers}
        return httpx2.Response(response.status_code, headers=headers, content=bytes(body))


@asynccontextmanager
async def http_streams(
    server: ToolServer,
    on_answer: Callable[[int], None],
    sign_in: SignIn | None,
    patience_s: float,
) -> AsyncIterator[tuple[Any, Any]]:
    """Give the SDK its two streams over streamable HTTP; redirects elsewhere are not followed.
    ``on_answer`` is called with the status of each answer to a message; ``patience_s`` is how
    long one about signing in may take."""
    timeout = httpx2.Timeout(HTTP_CONNECT_S, read=HTTP_READ_S)
    async with (
        httpx2.AsyncClient(
            headers=dict(server.headers),
            timeout=timeout,
            transport=_CappedTransport(server.name, on_answer, sign_in, patience_s),
            auth=sign_in.auth if sign_in is not None else None,
        ) as client,
        streamable_http_client(
            server.url, http_client=client, max_sse_event_size=LONGEST_LINE
        ) as streams,
    ):
        yield streams
