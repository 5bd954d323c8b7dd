"""Reading the body of a reply without leaving anything of it behind."""

import asyncio
import zlib
from collections.abc import Callable

import httpx

from chatapp.wire import failures

ENDING_S = 0.2
"""How long a body may take to end after the answer has."""

MAX_INFLATED = 1024 * 1024
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_ANY_HEAD = 47
"""What zlib calls a window of 32 KiB with the head of gzip or of its own."""


async def read_body(response: httpx.Response, take: Callable[[bytes], bool]) -> None:
    """Hand the body's pieces to ``take`` until it says that it has enough.

    httpx nests generators that only end properly from within: by the body's end, or by a
    cancelled read. Leaving the loop would leave them to the garbage collector, and with them
    the socket. So a body that is long enough gets a moment to end, then its read is cancelled.
    """
    loop = asyncio.get_running_loop()
    enough = False
    try:
        async with asyncio.timeout(None) as ending:
            async for piece in response.aiter_raw():
                if not enough and take(piece):
                    enough = True
                    ending.reschedule(loop.time() + ENDING_S)
    except (TimeoutError, httpx.HTTPError):
        if not enough:
            raise


async def bounded(
    response: httpx.Response,
    most: int,
    *,
    cut: bool = False,
    also: Callable[[bytes], None] | None = None,
) -> bytes:
    """Read a body of at most ``most`` bytes; with ``cut`` the rest is left unread. ``also`` is
    handed each piece."""
    body = bytearray()

    def take(piece: bytes) -> bool:
        if also is not None:
            also(piece)
        body.extend(piece)
        return len(body) > most

    await read_body(response, take)
    if len(body) > most and not cut:
        raise failures.too_large()
    return bytes(body)


def encoding_of(response: httpx.Response) -> str:
    """Return how a body is compressed, although that was not asked for; "" if it is not."""
    named = str(response.headers.get("content-encoding", "")).strip().lower()
    return "" if named == "identity" else named


def inflated(body: bytes, encoding: str) -> bytes:
    """Return the beginning of what was compressed, of at most ``MAX_INFLATED`` bytes; nothing
    if it is damaged or compressed in a way that is not known."""
    if encoding not in _PACKED:
        return b""
    try:
        return zlib.decompressobj(_ANY_HEAD).decompress(body, MAX_INFLATED)
    except zlib.error:
        return b""
