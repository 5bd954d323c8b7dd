"""Nothing is lost: writes wait in memory while the disk refuses them, and are tried again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from chatapp.domain.changes import StorageChanged
from chatapp.domain.errors import StoreError
from chatapp.domain.text import Text
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope

RETRY_S = 5.0
_LOG = logging.getLogger(__name__)

Write: TypeAlias = Callable[[], Awaitable[object]]


class Saver:
    """Runs writes one after another.

    ``later`` queues a write under a key; a newer write under the same key takes its place, so
    a full disk costs memory for what is new, not for every attempt. ``flush`` waits until
    all that was queued before is on disk, or the disk refuses.
    """

    def __init__(self, publisher: Publisher, tasks: TaskScope) -> None:
        self._publisher = publisher
        self._tasks = tasks
        self._waiting: dict[object, Write] = {}
        self._worker: asyncio.Task[None] | None = None
        self._problem: Text | None = None

    @property
    def unsaved(self) -> int:
        """How many writes wait because the disk refused them."""
        return len(self._waiting) if self._problem else 0

    @property
    def is_idle(self) -> bool:
        """Whether everything is on disk."""
        return not self._waiting

    def later(self, key: object, write: Write) -> None:
        """Queue ``write``; a queued write under the same key is replaced in its place."""
        self._waiting[key] = write
        self._go_on()

    def _go_on(self) -> None:
        idle = self._worker is None or self._worker.done()
        if self._waiting and idle and not self._tasks.is_closed:
            self._worker = self._tasks.start(self._work(), name="save")

    def drop(self, key: object) -> None:
        """Forget a queued write that something newer has made pointless."""
        self._waiting.pop(key, None)

    async def _work(self) -> None:
        while self._waiting:
            if not await self._write_one():
                await asyncio.sleep(RETRY_S)

    async def _write_one(self) -> bool:
        key, write = next(iter(self._waiting.items()))
        try:
            await write()
        except StoreError as error:
            self._say(error.message)
            return False
        except Exception:
            # A bug of ours, which is reported; the writes behind it must not wait for it.
            self._waiting.pop(key, None)
            asyncio.get_running_loop().call_soon(self._go_on)
            raise
        if self._waiting.get(key) is write:
            del self._waiting[key]
        if not self._waiting:
            self._say(None)
        return True

    def _say(self, problem: Text | None) -> None:
        if problem or self._problem:
            self._problem = problem
            self._publisher.publish(StorageChanged(len(self._waiting), problem))

    async def flush(self) -> bool:
        """Write what waits, without pauses; ``False`` if the disk still refuses."""
        if self._worker is not None and not self._worker.done():
            self._worker.cancel()
            await asyncio.wait([self._worker])
        while self._waiting:
            if not await self._write_one():
                _LOG.info("%d writes are still waiting", len(self._waiting))
                return False
        return True
