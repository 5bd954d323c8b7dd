"""Says in time that the disk is nearly full: before something cannot be saved."""

import asyncio
from contextlib import suppress

from chatapp.domain.changes import DiskSpaceChanged
from chatapp.domain.errors import StoreError
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.store.disk_space import free_bytes
from chatapp.store.paths import ProfilePaths

LOW_BYTES = 200 * 1024 * 1024
"""``reliability.md`` section 3."""

LOOK_EVERY_S = 60.0


class DiskSpaceWatch:
    """Looks once a minute and publishes when it becomes tight, and when there is room again."""

    def __init__(self, paths: ProfilePaths, publisher: Publisher, tasks: TaskScope) -> None:
        self._paths = paths
        self._publisher = publisher
        self._tasks = tasks
        self.is_low = False

    def start(self) -> None:
        """Look now, and from now on."""
        self._tasks.start(self._watch(), name="disk space")

    async def _watch(self) -> None:
        while True:
            with suppress(StoreError):  # saving says it if the folder is gone
                await self.look()
            await asyncio.sleep(LOOK_EVERY_S)

    async def look(self) -> None:
        """Look once. Raises ``StoreError``."""
        free = await asyncio.to_thread(free_bytes, self._paths)
        is_low = free < LOW_BYTES
        if is_low != self.is_low:
            self.is_low = is_low
            self._publisher.publish(DiskSpaceChanged(free, is_low))
