"""Waiting for an event that nobody announces: bounded, and it says what did not come."""

import asyncio
import time
from collections.abc import Callable

PAUSE_S = 0.005


async def until(condition: Callable[[], object], *, within_s: float = 10.0) -> None:
    """Return when ``condition`` holds; fail when it does not in time."""
    end = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < end, f"not within {within_s} s"
        await asyncio.sleep(PAUSE_S)
