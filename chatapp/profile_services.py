"""The services of a profile: opened, joined, and closed in order."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from chatapp.opening import Profile
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService, RunOptions
from chatapp.services.exchanges import ExchangeService
from chatapp.services.generation import GenerationService
from chatapp.services.library import LibraryService
from chatapp.services.offline import OfflineService
from chatapp.services.tasks import TaskScope
from chatapp.services.titles import TitleService
from chatapp.store import backup
from chatapp.store.conversations import ConversationStore
from chatapp.store.endpoints import EndpointStore
from chatapp.store.exchanges import ExchangeStore
from chatapp.store.library import LibraryStore
from chatapp.store.search import MessageSearch
from chatapp.store.secrets import Secrets
from chatapp.wire.lazy_client import LazyChatClient

if TYPE_CHECKING:
    from chatapp.services.attachments import PreparedPicture
    from chatapp.services.backups import BackupService
    from chatapp.services.sweeps import SweepService
    from chatapp.services.tool_desk import ToolDesk
    from chatapp.services.tools import ToolService
    from chatapp.services.writing import WritingServices

SHOWN_PACE_S = 1 / 20
"""Seconds between two reads of a stream while the window can be seen."""


def _prepare_picture(data: bytes) -> "PreparedPicture | None":
    """Make a picture ready to be sent (blocking); its maker is imported with the first one."""
    from chatapp.ui.attachments.pictures import prepared_picture

    return prepared_picture(data)


def _written_languages() -> list[str]:
    """Return the languages that the person writes in, best first; English is everywhere."""
    return [*QLocale.system().uiLanguages(), "en"]


class Services:
    """Everything below the window, joined. What it takes to see conversations and to write is
    there at once; ``complete`` imports and opens the rest behind the first conversation."""

    tools: "ToolService"
    desk: "ToolDesk"
    sweeps: "SweepService"
    writing: "WritingServices"
    backups: "BackupService"

    def __init__(
        self,
        profile: Profile,
        endpoints: EndpointService,
        client: LazyChatClient,
        exchanges: ExchangeService,
        report: Callable[[BaseException], None],
    ) -> None:
        self.profile, self.endpoints, self.client = profile, endpoints, client
        self.exchanges = exchanges
        self._report = report
        self._is_complete = asyncio.Event()
        saver, publisher = profile.saver, profile.publisher
        self.conversations = ConversationService(
            ConversationStore(profile.database), saver, publisher
        )
        self.library = LibraryService(LibraryStore(profile.database), self.conversations, publisher)
        self.generation = GenerationService(
            self.conversations, endpoints, client, publisher, TaskScope("answers", report),
            self._desk, lambda: int(profile.preferences.text("tool_rounds")),
        )  # fmt: skip
        self.search = MessageSearch(profile.database)
        self.titles = TitleService(
            self.conversations, endpoints, self.generation, profile.preferences, publisher,
            profile.tasks,
        )  # fmt: skip

    async def _desk(self) -> "ToolDesk":
        """Return where calls of tools wait, as soon as it is there."""
        await self._is_complete.wait()
        return self.desk

    async def complete(self) -> None:
        """Open what nobody needs before the first conversation is seen: tools, sweeps, what
        helps to write, backups. Done once, however often it is called. Raises ``StoreError``.
        """
        if self._is_complete.is_set():
            return
        from chatapp.services.tooling import open_tools

        profile, report = self.profile, self._report
        database, saver, publisher = profile.database, profile.saver, profile.publisher
        self.tools, self.desk = await open_tools(
            database, self.conversations, saver, publisher, report, self.exchanges.note
        )
        from chatapp.services.sweeps import open_sweeps

        self.sweeps = await open_sweeps(
            database, self.conversations, self.endpoints, self.client, saver, publisher, report
        )
        from chatapp.services.writing import open_writing

        self.writing = await open_writing(
            database, self.conversations, self.generation, self.endpoints, profile.preferences,
            saver, publisher, profile.tasks, _prepare_picture, _written_languages(),
        )  # fmt: skip
        from chatapp.services.backups import BackupService

        self.backups = BackupService(
            database, profile.paths, self.library, saver, publisher, profile.tasks
        )
        self.backups.start()
        self._is_complete.set()

    async def close(self) -> None:
        """End answers, save, back up, close: in this order."""
        profile = self.profile
        await self.generation.close()
        is_complete = self._is_complete.is_set()
        if is_complete:
            self.writing.spelling.close()
            await self.tools.servers.close()
            await self.sweeps.close()
        await self.endpoints.close()
        saved = await profile.saver.flush()
        await self.client.close()
        await profile.tasks.close()
        if is_complete:
            await self.backups.on_quit()
        await profile.database.close()
        if saved:
            await asyncio.to_thread(backup.mark_clean_exit, profile.paths)


async def open_services(
    profile: Profile, run: RunOptions, report: Callable[[BaseException], None]
) -> Services:
    """Open what works on a profile, except what ``Services.complete`` adds. Raises
    ``StoreError``."""
    store = ConversationStore(profile.database)
    await store.recover()
    await store.drop_empty()
    saver, publisher = profile.saver, profile.publisher
    chosen = profile.preferences.text("offline_model_path")
    exchanges = ExchangeService(
        ExchangeStore(profile.database), profile.preferences, saver, publisher
    )
    client = LazyChatClient(SHOWN_PACE_S, exchanges)
    offline = OfflineService(publisher, Path(chosen) if chosen else None)
    endpoints = EndpointService(
        EndpointStore(profile.database), Secrets(), client, offline, saver, publisher, run
    )
    await endpoints.open()
    services = Services(profile, endpoints, client, exchanges, report)
    await services.library.open()
    return services
