"""Secrets of things that were deleted: erased when the deletion can be taken back no longer.

That is when the app ends. What could not be erased then, because the app was killed or the
keyring did not answer, is erased in the next run.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

from chatapp.domain.errors import KeyringError

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
LEAVE_S = 1.5
"""How long quitting waits for the keyring, in seconds."""


class DeferredErasure(Generic[K, T]):
    """Holds deleted things by a key; ``erase`` deletes the secrets of one or raises
    ``KeyringError``, ``erased`` is told when they are gone."""

    def __init__(self, erase: Callable[[T], Awaitable[None]], erased: Callable[[T], None]) -> None:
        self._erase = erase
        self._erased = erased
        self._deleted: dict[K, T] = {}
        self._left: dict[K, T] = {}

    def know(self, key: K, thing: T) -> None:
        """Take in what an earlier run has left."""
        self._left[key] = thing

    def put_away(self, key: K, thing: T) -> None:
        """Note that a thing was deleted."""
        self._deleted[key] = thing

    def take_back(self, key: K) -> T | None:
        """Leave the secrets of a thing alone, which is there again. Return it as it was put away
        in this run; ``None`` if it was not, was taken back or is gone for good."""
        self._left.pop(key, None)
        return self._deleted.pop(key, None)

    async def erase_left(self) -> None:
        """Delete the secrets of what an earlier run has left."""
        await self._erase_all(self._left)

    async def close(self) -> None:
        """Nothing can be taken back any more: delete the secrets, if it takes no time."""
        try:
            async with asyncio.timeout(LEAVE_S):
                await self._erase_all(self._deleted)
                await self._erase_all(self._left)
        except TimeoutError:
            return  # the next run will

    async def _erase_all(self, things: dict[K, T]) -> None:
        """Delete secrets as far as the keyring lets us; a thing that comes back meanwhile
        stays."""
        for key, thing in list(things.items()):
            try:
                await self._erase(thing)
            except KeyringError:
                continue
            if things.pop(key, None) is not None:
                self._erased(thing)
