"""Pictures that a message names: fetched once, on the person's word, never by themselves."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


def _fetcher() -> Callable[[str], Coroutine[Any, Any, bytes]]:
    from chatapp.wire.pictures import fetch_picture

    return fetch_picture


async def load_once(url: str) -> bytes:
    """Return the bytes of a picture; httpx is imported on a thread. Raises ``ChatAppError``."""
    fetch = await asyncio.to_thread(_fetcher)
    return await fetch(url)
