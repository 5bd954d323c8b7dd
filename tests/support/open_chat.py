"""The real services over a real profile, without a window, for one test."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from chatapp.domain.changes import Change, GenerationChanged
from chatapp.domain.endpoints import Endpoint, Timeouts
from chatapp.domain.generation import GenerationStatus, Phase
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService, RunOptions
from chatapp.services.exchanges import ExchangeService
from chatapp.services.generation import GenerationService
from chatapp.services.library import LibraryService
from chatapp.services.offline import OfflineService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.sweeps import SweepService, open_sweeps
from chatapp.services.tasks import TaskScope
from chatapp.services.tool_desk import ToolDesk
from chatapp.services.tooling import open_tools
from chatapp.services.tools import ToolService
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.store.endpoints import EndpointStore
from chatapp.store.exchanges import ExchangeStore
from chatapp.store.library import LibraryStore
from chatapp.store.paths import ProfilePaths, profile_paths
from chatapp.store.preferences import PreferenceStore
from chatapp.store.secrets import Secrets
from chatapp.wire.lazy_client import LazyChatClient
from tests.support.waiting import until

QUICK = Timeouts(connect_s=2, write_s=2, first_event_s=0.5, idle_s=0.5)
ROUND_LIMIT = 3
PATIENT = Timeouts(connect_s=10, write_s=10, first_event_s=20, idle_s=20)


@dataclass(slots=True)
class Services:
    """What sends, saves and tells, joined as the app joins it."""

    database: Database
    publisher: Publisher
    tasks: TaskScope
    saver: Saver
    client: LazyChatClient
    endpoints: EndpointService
    conversations: ConversationService
    library: LibraryService
    tools: ToolService
    desk: ToolDesk
    generation: GenerationService
    sweeps: SweepService
    exchanges: ExchangeService

    async def close(self) -> None:
        """End in the app's order."""
        await self.generation.close()
        await self.tools.servers.close()
        await self.sweeps.close()
        await self.endpoints.close()
        await self.saver.flush()
        await self.client.close()
        await self.tasks.close()
        await self.database.close()


async def _opened(paths: ProfilePaths, bugs: list[BaseException]) -> Services:
    database = await Database.open(paths.database)
    publisher, tasks = Publisher(), TaskScope("application", bugs.append)
    saver = Saver(publisher, tasks)
    preferences = PreferenceService(PreferenceStore(database), saver)
    await preferences.open()
    exchanges = ExchangeService(ExchangeStore(database), preferences, saver, publisher)
    client = LazyChatClient(0.0, exchanges)
    store, offline = ConversationStore(database), OfflineService(publisher, None)
    await store.recover()
    secrets = Secrets()
    endpoints = EndpointService(
        EndpointStore(database), secrets, client, offline, saver, publisher, RunOptions()
    )
    await endpoints.open()
    conversations = ConversationService(store, saver, publisher)
    library = LibraryService(LibraryStore(database), conversations, publisher)
    await library.open()
    answers = TaskScope("answers", bugs.append)
    tools, desk = await open_tools(
        database, conversations, saver, publisher, bugs.append, exchanges.note
    )

    async def at_the_desk() -> ToolDesk:
        return desk

    generation = GenerationService(
        conversations, endpoints, client, publisher, answers, at_the_desk, lambda: ROUND_LIMIT
    )
    sweeps = await open_sweeps(
        database, conversations, endpoints, client, saver, publisher, bugs.append
    )
    return Services(
        database, publisher, tasks, saver, client, endpoints, conversations, library, tools, desk,
        generation, sweeps, exchanges,
    )  # fmt: skip


@dataclass(slots=True)
class OpenChat:
    """Services with one conversation; ``statuses`` is every status it went through."""

    services: Services
    id: ConversationId
    bugs: list[BaseException]
    changes: list[Change] = field(default_factory=list)
    statuses: list[GenerationStatus] = field(default_factory=list)

    def listen(self) -> None:
        """Record what is published from now on."""
        self.services.publisher.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        self.changes.append(change)
        if isinstance(change, GenerationChanged) and change.conversation_id == self.id:
            self.statuses.append(self.services.generation.status(self.id))

    async def ask(self, words: str = "Hello") -> Message:
        """Send, wait for the end of the answer and return it."""
        answer_id = await self.services.generation.send(self.id, words)
        await self.services.generation.wait(self.id)
        return self.message(answer_id)

    def message(self, message_id: MessageId) -> Message:
        """Return a message as the window would show it."""
        return self.services.conversations.tree(self.id).get(message_id)

    async def reach(self, phase: Phase) -> None:
        """Return when the conversation is in ``phase``."""
        await until(lambda: self.services.generation.status(self.id).phase is phase)

    @property
    def phases(self) -> list[Phase]:
        """The phases it went through."""
        return [status.phase for status in self.statuses]


def rows(paths: ProfilePaths, query: str) -> list[tuple[object, ...]]:
    """Ask the database over a connection of one's own, as another program would."""
    with closing(sqlite3.connect(f"{paths.database.as_uri()}?mode=ro", uri=True)) as db:
        return db.execute(query).fetchall()


@asynccontextmanager
async def open_chat(
    folder: Path, url: str, *, timeouts: Timeouts = PATIENT, **fields: object
) -> AsyncIterator[OpenChat]:
    """Open the profile in ``folder`` with one stored endpoint; no bug may have been reported."""
    paths = profile_paths(folder)
    paths.create()
    bugs: list[BaseException] = []
    services = await _opened(paths, bugs)
    endpoint = Endpoint(
        EndpointId("e"), "e", url, default_model="m", timeouts=timeouts, settings={}
    )
    services.endpoints.put(replace(endpoint, **fields))  # type: ignore[arg-type]
    conversation = services.conversations.create(endpoint_id=endpoint.id, model="")
    chat = OpenChat(services, conversation.id, bugs)
    chat.listen()
    try:
        yield chat
    finally:
        await services.close()
    assert bugs == []
