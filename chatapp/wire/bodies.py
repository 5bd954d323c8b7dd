"""Reading the body of a reply without leaving anything of it behind."""

import asyncio
from collections.abc import Callable

import httpx

from chatapp.wire import failures

ENDING_S = 0.2
"""How long a body may take to end after the answer has."""


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
