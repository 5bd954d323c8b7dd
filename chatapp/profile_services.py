"""The services of a profile: opened, joined, and closed in order."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale

from chatapp.domain.quick_dataclass import dataclass
from chatapp.opening import Profile
from chatapp.services.attachments import PreparedPicture
from chatapp.services.backups import BackupService
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService, RunOptions
from chatapp.services.exchanges import ExchangeService
from chatapp.services.generation import GenerationService
from chatapp.services.library import LibraryService
from chatapp.services.offline import OfflineService
from chatapp.services.sweeps import SweepService, open_sweeps
from chatapp.services.tasks import TaskScope
from chatapp.services.titles import TitleService
from chatapp.services.tool_desk import ToolDesk
from chatapp.services.tooling import open_tools
from chatapp.services.tools import ToolService
from chatapp.services.writing import WritingServices, open_writing
from chatapp.store import backup
from chatapp.store.conversations import ConversationStore
from chatapp.store.endpoints import EndpointStore
from chatapp.store.exchanges import ExchangeStore
from chatapp.store.library import LibraryStore
from chatapp.store.search import MessageSearch
from chatapp.store.secrets import Secrets
from chatapp.wire.lazy_client import LazyChatClient

SHOWN_PACE_S = 1 / 20
"""Seconds between two reads of a stream while the window can be seen."""


def _prepare_picture(data: bytes) -> PreparedPicture | None:
    """Make a picture ready to be sent (blocking); its maker is imported with the first one."""
    from chatapp.ui.attachments.pictures import prepared_picture

    return prepared_picture(data)


def _written_languages() -> list[str]:
    """Return the languages that the person writes in, best first; English is everywhere."""
    return [*QLocale.system().uiLanguages(), "en"]


@dataclass(slots=True)
class Services:
    """Everything below the window, open and joined."""

    profile: Profile
    conversations: ConversationService
    library: LibraryService
    endpoints: EndpointService
    tools: ToolService
    desk: ToolDesk
    generation: GenerationService
    sweeps: SweepService
    client: LazyChatClient
    search: MessageSearch
    exchanges: ExchangeService
    writing: WritingServices
    backups: BackupService
    titles: TitleService

    async def close(self) -> None:
        """End answers, save, back up, close: in this order."""
        profile = self.profile
        await self.generation.close()
        self.writing.spelling.close()
        await self.tools.servers.close()
        await self.sweeps.close()
        await self.endpoints.offline.stop()
        saved = await profile.saver.flush()
        await self.client.close()
        await profile.tasks.close()
        await self.backups.on_quit()
        await profile.database.close()
        if saved:
            await asyncio.to_thread(backup.mark_clean_exit, profile.paths)


async def open_services(
    profile: Profile, run: RunOptions, report: Callable[[BaseException], None]
) -> Services:
    """Open everything that works on a profile. Raises ``StoreError``."""
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
    conversations = ConversationService(store, saver, publisher)
    library = LibraryService(LibraryStore(profile.database), conversations, publisher)
    await library.open()
    tools, desk = await open_tools(
        profile.database, conversations, saver, publisher, report, exchanges.note
    )
    generation = GenerationService(
        conversations, endpoints, client, publisher, TaskScope("answers", report),
        desk, lambda: int(profile.preferences.text("tool_rounds")),
    )  # fmt: skip
    sweeps = await open_sweeps(
        profile.database, conversations, endpoints, client, saver, publisher, report
    )
    search = MessageSearch(profile.database)
    writing = await open_writing(
        profile.database, conversations, generation, endpoints, profile.preferences, saver,
        publisher, profile.tasks, _prepare_picture, _written_languages(),
    )  # fmt: skip
    backups = BackupService(
        profile.database, profile.paths, library, saver, publisher, profile.tasks
    )
    backups.start()
    titles = TitleService(
        conversations, endpoints, generation, profile.preferences, publisher, profile.tasks
    )
    return Services(
        profile, conversations, library, endpoints, tools, desk, generation, sweeps, client,
        search, exchanges, writing, backups, titles,
    )  # fmt: skip
