"""Backups by themselves, every day, and by hand; and the housekeeping that goes with them."""

import asyncio
import logging
import time
from contextlib import suppress
from pathlib import Path

from chatapp.domain.changes import DamageFound
from chatapp.domain.errors import ChatAppError
from chatapp.services.library import LibraryService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.store import backup
from chatapp.store.backup import BackupFile, Contents
from chatapp.store.database import Database
from chatapp.store.paths import ProfilePaths

FIRST_S = 120.0
"""Housekeeping begins when the person is at work, not while the window opens."""
EVERY_S = 3_600.0
DAY_S = 86_400.0
_LOG = logging.getLogger(__name__)


class BackupService:
    """A small database is copied every hour and on quitting, a large one once a day; only if it
    has changed."""

    def __init__(
        self,
        database: Database,
        paths: ProfilePaths,
        library: LibraryService,
        saver: Saver,
        publisher: Publisher,
        tasks: TaskScope,
    ) -> None:
        self._database = database
        self._paths = paths
        self._library = library
        self._saver = saver
        self._publisher = publisher
        self._tasks = tasks

    def start(self) -> None:
        """Keep house from now on."""
        self._tasks.start(self._keep(), name="housekeeping")

    async def _keep(self) -> None:
        await asyncio.sleep(FIRST_S)
        while True:
            await self.tidy()
            await asyncio.sleep(EVERY_S)

    async def tidy(self) -> None:
        """Look at a database that was not closed, empty the bin of what is old, back up."""
        try:
            await self._check()
            await self._library.erase_old()
            if await self._is_due():
                await backup.back_up(self._database, self._paths)
        except ChatAppError as error:
            _LOG.info("housekeeping was put off: %s", error)

    async def _check(self) -> None:
        """Make the long check that the start did not wait for."""
        if not await asyncio.to_thread(self._paths.unchecked.exists):
            return
        sound = await asyncio.to_thread(backup.is_sound, self._paths.database)
        if not sound:
            await asyncio.to_thread(self._paths.suspect.touch)
            self._publisher.publish(DamageFound())
        await asyncio.to_thread(self._paths.unchecked.unlink, missing_ok=True)

    async def _is_due(self) -> bool:
        size = await asyncio.to_thread(lambda: self._paths.database.stat().st_size)
        if size < backup.LARGE:
            return True
        copies = await self.list()
        return not copies or time.time() - copies[-1].made_at > DAY_S

    async def on_quit(self) -> None:
        """Copy a small database that has changed; a large one would hold up the quitting."""
        with suppress(ChatAppError, OSError):
            size = await asyncio.to_thread(lambda: self._paths.database.stat().st_size)
            if size < backup.LARGE:
                await backup.back_up(self._database, self._paths)

    async def list(self) -> list[BackupFile]:
        """Return the copies, the newest last."""
        return await asyncio.to_thread(backup.listed, self._paths)

    async def make(self) -> bool:
        """Copy the database now; ``False`` if there is no room. Raises ``StoreError``."""
        await self._saver.flush()
        self._database.changed = True
        return await backup.back_up(self._database, self._paths) is not None

    async def save_copy(self, target: Path) -> bool:
        """Copy the database to a file of the person's choice. Raises ``StoreError``."""
        await self._saver.flush()
        return await backup.save_copy(self._database, target)

    async def contents(self, path: Path) -> Contents | None:
        """Return what is in a copy; nothing if it is none that can be restored."""
        return await asyncio.to_thread(backup.contents, path)
