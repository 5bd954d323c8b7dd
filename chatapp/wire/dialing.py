"""Connecting to whichever address of a host answers first ("happy eyeballs", RFC 8305).

asyncio's own race loses the socket that has just won when it is cancelled in that moment
(CPython 3.11 to 3.14, ``staggered_race``): a person who stops an answer hits it. Here every
socket is either returned or closed.
"""

import asyncio
import socket
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest
from typing import Any

NEXT_AFTER_S = 0.25
"""The delay that RFC 8305 section 8 recommends."""

_Address = tuple[int, int, int, str, Any]
_Attempt = asyncio.Task[socket.socket]


async def connected_socket(host: str, port: int) -> socket.socket:
    """Return a socket that is connected to ``host``. Raises ``OSError``."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return await first_connected(by_turns(found))


def by_turns(addresses: Sequence[_Address]) -> list[_Address]:
    """Return addresses of both families in turn, the system's order kept within each."""
    first = [a for a in addresses if a[0] == addresses[0][0]]
    other = [a for a in addresses if a[0] != addresses[0][0]]
    return [a for a in chain.from_iterable(zip_longest(first, other)) if a is not None]


async def first_connected(addresses: Iterable[_Address]) -> socket.socket:
    """Try one address after the other, the next one when the last fails or takes its time."""
    loop = asyncio.get_running_loop()
    waiting, attempts = deque(addresses), set[_Attempt]()
    failure: BaseException = OSError("the host has no address")
    try:
        while waiting or attempts:
            if waiting:
                attempts.add(loop.create_task(_connected(waiting.popleft())))
            pause_s = NEXT_AFTER_S if waiting else None
            done, _ = await asyncio.wait(
                attempts, timeout=pause_s, return_when=asyncio.FIRST_COMPLETED
            )
            for attempt in done:
                error = attempt.exception()
                if error is None:
                    attempts.discard(attempt)
                    return attempt.result()
                failure = error
            attempts -= done
    finally:
        for attempt in attempts:
            attempt.add_done_callback(_close_what_came)
            attempt.cancel()
    raise failure


def _close_what_came(attempt: _Attempt) -> None:
    if not attempt.cancelled() and attempt.exception() is None:
        attempt.result().close()


async def _connected(address: _Address) -> socket.socket:
    family, kind, protocol, _, place = address
    made = socket.socket(family, kind, protocol)
    try:
        made.setblocking(False)
        await asyncio.get_running_loop().sock_connect(made, place)
    except BaseException:
        made.close()
        raise
    return made
