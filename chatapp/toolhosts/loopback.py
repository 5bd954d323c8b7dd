"""Where the browser comes back to after a sign-in: one address on this computer, for one answer."""

import asyncio
import html
import secrets
from collections.abc import Mapping
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_sign_ins import RETURN_PATH, PageWords, return_address

LONGEST_REQUEST = 16_384
REQUEST_S = 10.0
"""How long a browser may take over its request."""
MOST_AT_ONCE = 16

_PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><meta name=color-scheme content='light dark'>"
    "<title>chatapp</title></head><body style='font:18px system-ui,sans-serif;text-align:center;"
    "margin:20vh 10vw'><p>{words}</p></body></html>"
)
_HEADERS = (
    "Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
    "Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n"
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
    "Connection: close\r\n"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the browser brought: a ``code``, or an ``error`` with words of the other side."""

    code: str = ""
    error: str = ""
    description: str = ""
    issuer: str = ""


class Loopback:
    """Listens on 127.0.0.1 while it is entered; takes the one answer with the right state and
    turns everything else away."""

    def __init__(self, words: PageWords, port: int = 0) -> None:
        self._words = words
        self._port = port
        self._state = ""
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()

    async def __aenter__(self) -> Self:
        """Begin to listen. Raises ``OSError`` if the port is taken."""
        self._server = await asyncio.start_server(
            self._serve, "127.0.0.1", self._port, limit=LONGEST_REQUEST
        )
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._close()

    def _close(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in list(self._writers):
            writer.close()

    @property
    def address(self) -> str:
        """Where the browser is to be sent."""
        return return_address(self._port)

    async def wait(self, state: str) -> Answer:
        """Return the answer with this ``state`` and listen no longer; nobody says that one comes,
        so limit the wait."""
        self._state = state
        try:
            return await self._answer
        finally:
            self._close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        answer: Answer | None = None
        if len(self._writers) >= MOST_AT_ONCE:
            writer.close()
            return
        self._writers.add(writer)
        try:
            async with asyncio.timeout(REQUEST_S):
                head = await reader.readuntil(b"\r\n\r\n")
                status, words, answer = self._judge(head)
                body = _PAGE.format(words=html.escape(words)).encode()
                first = f"HTTP/1.1 {status}\r\n{_HEADERS}Content-Length: {len(body)}\r\n\r\n"
                writer.write(first.encode() + body)
                await writer.drain()
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass  # a browser that went away has still brought what it brought
        finally:
            self._writers.discard(writer)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()
        if answer is not None and not self._answer.done():
            self._answer.set_result(answer)

    def _judge(self, head: bytes) -> tuple[str, str, Answer | None]:
        """Return the status and the words for a request, and the answer if it is the one."""
        first, *lines = head.decode("latin-1").split("\r\n")
        method, _, rest = first.partition(" ")
        path, _, query = rest.partition(" ")[0].partition("?")
        hosts = [v.strip() for n, _, v in (x.partition(":") for x in lines) if n.lower() == "host"]
        if path != RETURN_PATH or hosts != [f"127.0.0.1:{self._port}"]:
            return "404 Not Found", self._words.strange, None
        if method != "GET":
            return "405 Method Not Allowed", self._words.strange, None
        values = _values(query)
        if not self._state or not secrets.compare_digest(
            values.get("state", "").encode(), self._state.encode()
        ):
            return "400 Bad Request", self._words.strange, None
        answer = Answer(
            values.get("code", ""),
            values.get("error", "") if values.get("code") is None else "",
            values.get("error_description", ""),
            values.get("iss", ""),
        )
        return "200 OK", self._words.done if answer.code else self._words.refused, answer


def _values(query: str) -> Mapping[str, str]:
    """Return the fields of a query; none if one comes twice, which no honest server sends."""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=30)
    except ValueError:
        return {}
    return dict(pairs) if len({name for name, _ in pairs}) == len(pairs) else {}
