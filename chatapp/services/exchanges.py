"""Exchanges: recorded as they happen, kept with their conversation, found again."""

import asyncio
import zlib
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from chatapp.domain.changes import ExchangesChanged
from chatapp.domain.exchanges import Bodies, Exchange, ExchangeId, Step, ToolRun
from chatapp.domain.json_value import as_text
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.services.exchange_memory import ExchangeMemory
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.store.exchanges import ExchangeStore, unpacked

if TYPE_CHECKING:
    from chatapp.domain.exchange_query import ExchangeQuery
    from chatapp.domain.replies import Reply
    from chatapp.wire.exchange import Recording

MEGABYTE = 1_000_000
SEARCH_STEP = 20
"""Exchanges that one look at the database takes: other reads go between them."""

MOST_FOUND = 200
MOST_TAKEN_BACK = 16_000_000
"""Bytes of deleted exchanges that are held for taking it back."""

_PACK_LEVEL = 1
_LAST_ID = "~"


class ExchangeService:
    """Knows the exchanges of the conversations that were looked at, and those that run."""

    def __init__(
        self,
        store: ExchangeStore,
        preferences: PreferenceService,
        saver: Saver,
        publisher: Publisher,
    ) -> None:
        self._store = store
        self._preferences = preferences
        self._saver = saver
        self._publisher = publisher
        self._memory = ExchangeMemory()
        self._live: dict[ExchangeId, Recording] = {}
        self._awaited: dict[MessageId, asyncio.Future[Exchange]] = {}

    # Recording

    def wants(self) -> bool:
        """Whether the person lets requests be recorded."""
        return self._preferences.get("record_exchanges") is True

    def began(self, recording: "Recording") -> None:
        """A request leaves."""
        self._live[recording.id] = recording
        self._memory.unsaved.add(recording.id)
        self._tell(recording, zlib.compress(recording.request, _PACK_LEVEL))

    def progressed(self, recording: "Recording") -> None:
        """Something of a reply arrived."""
        self._publisher.publish(ExchangesChanged(recording.link.conversation_id, recording.id))

    def ended(self, recording: "Recording") -> None:
        """It is over: keep it."""
        self._tell(recording)

        async def write() -> None:
            bodies = await asyncio.to_thread(recording.bodies)
            await self._store.put(recording.exchange(), bodies, self._budget())
            self._live.pop(recording.id, None)
            self._memory.unsaved.discard(recording.id)

        self._saver.later(("exchange", recording.id), write)
        waiting = self._awaited.pop(recording.link.message_id or MessageId(""), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(recording.exchange())

    def next_of(self, message_id: MessageId) -> "asyncio.Future[Exchange]":
        """Return a future that has the next exchange of an answer when that has ended."""
        if message_id not in self._awaited:
            self._awaited[message_id] = asyncio.get_running_loop().create_future()
        return self._awaited[message_id]

    def _tell(self, recording: "Recording", request: bytes | None = None) -> None:
        self._memory.put(recording.exchange(), request)
        self._publisher.publish(ExchangesChanged(recording.link.conversation_id, recording.id))

    def _budget(self) -> int:
        chosen = as_text(self._preferences.get("exchange_budget"))
        return int(chosen) * MEGABYTE if chosen.isdecimal() else 0

    def note(self, step: Step) -> None:
        """Take a step between two requests, or a newer state of it; it is kept with its
        conversation."""
        if self.wants():
            self._memory.unsaved.add(step.id)

            async def write() -> None:
                await self._store.put_step(step)
                self._memory.unsaved.discard(step.id)

            self._saver.later(("step", step.id), write)
        self._memory.put_step(step)
        self._publisher.publish(ExchangesChanged(step.conversation_id))

    # Looking

    async def load(self, conversation_id: ConversationId) -> None:
        """Read what is kept of a conversation; what has happened meanwhile stays."""
        if not self._memory.begin_to_look(conversation_id):
            return
        kept = await self._store.of(conversation_id)
        self._memory.fill(conversation_id, kept, await self._store.steps(conversation_id))
        self._publisher.publish(ExchangesChanged(conversation_id))

    def of(self, conversation_id: ConversationId | None) -> list[Exchange]:
        """Return the exchanges of a conversation in order, as far as they were read."""
        return [self.get(e) for e in self._memory.of(conversation_id)]

    def get(self, exchange: Exchange) -> Exchange:
        """Return the newest state of an exchange."""
        recording = self._live.get(exchange.id)
        return recording.exchange() if recording is not None else exchange

    def find(
        self, conversation_id: ConversationId | None, exchange_id: ExchangeId
    ) -> Exchange | None:
        """Return one exchange of a conversation in its newest state."""
        found = self._memory.find(conversation_id, exchange_id)
        return self.get(found) if found is not None else None

    def steps(self, conversation_id: ConversationId) -> list[Step]:
        """Return the steps between the requests of a conversation, in order."""
        return self._memory.steps(conversation_id)

    async def whole(self, run: ToolRun) -> ToolRun:
        """Return a tool run with its texts, which may be on the disk only."""
        return run if run.is_whole else await self._store.run(run.id) or run

    def request(self, exchange_id: ExchangeId) -> bytes:
        """Return the body that was sent, of an exchange whose conversation was read."""
        return unpacked(self._memory.request(exchange_id))

    async def bodies(self, exchange_id: ExchangeId) -> Bodies:
        """Return both bodies as they are now; empty ones if they had to give way."""
        recording = self._live.get(exchange_id)
        if recording is not None:
            return recording.bodies()
        return await self._store.bodies(exchange_id) or Bodies()

    def live_reply(self, exchange_id: ExchangeId) -> "Reply | None":
        """Return what the reply of an exchange says, as long as it is not yet on disk."""
        recording = self._live.get(exchange_id)
        return recording.reply() if recording is not None else None

    async def search(
        self, query: "ExchangeQuery", conversation_id: ConversationId | None = None
    ) -> list[Exchange]:
        """Return what fits a query, newest first, of one conversation or of any."""
        found: list[Exchange] = []
        before = _LAST_ID
        while len(found) < MOST_FOUND:
            rows = await self._store.newest(before, SEARCH_STEP)
            for exchange, request in rows:
                wanted = conversation_id in (None, exchange.link.conversation_id)
                if wanted and await self._fits(exchange, request, query):
                    found.append(exchange)
            if len(rows) < SEARCH_STEP:
                break
            before = rows[-1][0].id
        return found

    async def _fits(self, exchange: Exchange, request: bytes, query: "ExchangeQuery") -> bool:
        if not query.fits(exchange):
            return False
        if not query.words:
            return True
        bodies = await self._store.bodies(exchange.id) or Bodies()
        return query.found_in(exchange, unpacked(request), bodies.response)

    # Deleting

    async def delete(
        self, exchanges: Sequence[Exchange], steps: Sequence[Step] = ()
    ) -> Callable[[], Awaitable[None]] | None:
        """Delete exchanges with their bodies, and steps; what runs stays.

        Return how to take that back; ``None`` if nothing was deleted, or too much to be held.
        """
        ended = [e for e in exchanges if e.id not in self._live]
        over = [s for s in steps if s.ended_at is not None and s.id not in self._memory.unsaved]
        taken = await self._store.take([e.id for e in ended], [s.id for s in over])
        for exchange in ended:
            self._memory.drop(exchange)
        for step in over:
            self._memory.drop_step(step)
        places = {e.link.conversation_id for e in ended} | {s.conversation_id for s in over}
        self._tell_of(places)
        if not places or taken.size > MOST_TAKEN_BACK:
            return None

        async def undo() -> None:
            self._memory.put_back(*await self._store.put_back(taken))
            self._tell_of(places)

        return undo

    def _tell_of(self, conversations: Iterable[ConversationId | None]) -> None:
        for conversation_id in conversations:
            self._publisher.publish(ExchangesChanged(conversation_id))

    async def delete_all(self) -> None:
        """Delete everything that was recorded; what runs is recorded on."""
        await self._store.delete_all()
        running = {i: self._memory.request(i) for i in self._live}
        known = self._memory.clear()
        for exchange_id, request in running.items():
            self._tell(self._live[exchange_id], request)
        self._tell_of(known)
