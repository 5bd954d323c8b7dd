"""Exchanges: recorded as they happen, kept with their conversation, found again."""

import asyncio
import zlib
from typing import TYPE_CHECKING

from chatapp.domain.changes import ExchangesChanged
from chatapp.domain.exchanges import Bodies, Exchange, ExchangeId, Step
from chatapp.domain.json_value import as_text
from chatapp.domain.messages import ConversationId, MessageId
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
MOST_LOADED = 4
"""Conversations whose exchanges are kept in memory."""
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
        self._known: dict[ConversationId | None, dict[ExchangeId, Exchange]] = {}
        self._steps: dict[ConversationId, dict[str, Step]] = {}
        self._requests: dict[ExchangeId, bytes] = {}
        self._live: dict[ExchangeId, Recording] = {}
        self._loaded: dict[ConversationId, None] = {}
        self._awaited: dict[MessageId, asyncio.Future[Exchange]] = {}

    # Recording

    def wants(self) -> bool:
        """Whether the person lets requests be recorded."""
        return self._preferences.get("record_exchanges") is True

    def began(self, recording: "Recording") -> None:
        """A request leaves."""
        self._live[recording.id] = recording
        self._requests[recording.id] = zlib.compress(recording.request, _PACK_LEVEL)
        self._tell(recording)

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

        self._saver.later(("exchange", recording.id), write)
        waiting = self._awaited.pop(recording.link.message_id or MessageId(""), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(recording.exchange())

    def next_of(self, message_id: MessageId) -> "asyncio.Future[Exchange]":
        """Return a future that has the next exchange of an answer when that has ended."""
        if message_id not in self._awaited:
            self._awaited[message_id] = asyncio.get_running_loop().create_future()
        return self._awaited[message_id]

    def _tell(self, recording: "Recording") -> None:
        of_conversation = self._known.setdefault(recording.link.conversation_id, {})
        of_conversation[recording.id] = recording.exchange()
        self._publisher.publish(ExchangesChanged(recording.link.conversation_id, recording.id))

    def _budget(self) -> int:
        chosen = as_text(self._preferences.get("exchange_budget"))
        return int(chosen) * MEGABYTE if chosen.isdecimal() else 0

    def note(self, step: Step) -> None:
        """Take a step between two requests, or a newer state of it; it is kept with its
        conversation."""
        self._steps.setdefault(step.conversation_id, {})[step.id] = step
        if self.wants():
            self._saver.later(("step", step.id), lambda: self._store.put_step(step))
        self._publisher.publish(ExchangesChanged(step.conversation_id))

    # Looking

    async def load(self, conversation_id: ConversationId) -> None:
        """Read what is kept of a conversation; what has happened meanwhile stays."""
        if conversation_id in self._loaded:
            return
        self._loaded[conversation_id] = None
        self._forget_the_oldest()
        kept = await self._store.of(conversation_id)
        steps = await self._store.steps(conversation_id)
        newer = self._known.get(conversation_id, {})
        self._known[conversation_id] = {e.id: e for e, _ in kept} | newer
        self._requests = {e.id: request for e, request in kept} | self._requests
        newer_steps = self._steps.get(conversation_id, {})
        self._steps[conversation_id] = {str(s.id): s for s in steps} | newer_steps
        self._publisher.publish(ExchangesChanged(conversation_id))

    def _forget_the_oldest(self) -> None:
        """Keep in memory what was read of the last few conversations; it is on disk."""
        while len(self._loaded) > MOST_LOADED:
            oldest = next(iter(self._loaded))
            known = self._known.get(oldest, {})
            if any(exchange_id in self._live for exchange_id in known):
                return
            del self._loaded[oldest]
            for exchange_id in self._known.pop(oldest, {}):
                self._requests.pop(exchange_id, None)
            self._steps.pop(oldest, None)

    def of(self, conversation_id: ConversationId | None) -> list[Exchange]:
        """Return the exchanges of a conversation in order, as far as they were read."""
        return [self.get(e) for e in self._known.get(conversation_id, {}).values()]

    def get(self, exchange: Exchange) -> Exchange:
        """Return the newest state of an exchange."""
        recording = self._live.get(exchange.id)
        return recording.exchange() if recording is not None else exchange

    def find(
        self, conversation_id: ConversationId | None, exchange_id: ExchangeId
    ) -> Exchange | None:
        """Return one exchange of a conversation in its newest state."""
        found = self._known.get(conversation_id, {}).get(exchange_id)
        return self.get(found) if found is not None else None

    def steps(self, conversation_id: ConversationId) -> list[Step]:
        """Return the steps between the requests of a conversation, in order."""
        return list(self._steps.get(conversation_id, {}).values())

    def request(self, exchange_id: ExchangeId) -> bytes:
        """Return the body that was sent, of an exchange whose conversation was read."""
        return unpacked(self._requests.get(exchange_id, b""))

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

    async def delete(self, exchanges: list[Exchange]) -> None:
        """Delete exchanges with their bodies; those that run stay."""
        ended = [e for e in exchanges if e.id not in self._live]
        await self._store.delete([e.id for e in ended])
        for exchange in ended:
            self._known.get(exchange.link.conversation_id, {}).pop(exchange.id, None)
            self._requests.pop(exchange.id, None)
        for conversation_id in {e.link.conversation_id for e in ended}:
            self._publisher.publish(ExchangesChanged(conversation_id))

    async def delete_all(self) -> None:
        """Delete everything that was recorded; what runs is recorded on."""
        await self._store.delete_all()
        known, self._known, self._steps = self._known, {}, {}
        self._requests = {i: r for i, r in self._requests.items() if i in self._live}
        for recording in self._live.values():
            self._tell(recording)
        for conversation_id in known:
            self._publisher.publish(ExchangesChanged(conversation_id))
