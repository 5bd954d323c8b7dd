"""What belongs together in the inspector: an event, the step it came in, what it brought."""

import asyncio

from PySide6.QtCore import QObject, Signal

from chatapp.domain.exchanges import Exchange, ExchangeId, StretchKind
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow, Tone
from chatapp.services.exchanges import ExchangeService
from chatapp.services.provenance import Provenance, Share
from chatapp.services.tasks import TaskScope
from chatapp.ui.inspector.call_page import CallPage
from chatapp.ui.inspector.events_page import EventsPage
from chatapp.ui.inspector.replay_page import ReplayPage

_PAINTED_S = 0.25
"""By then a page that was opened is painted; what is read ahead does not hold it up."""


class InspectorLinks(QObject):
    """Remembers what was chosen last, whichever page it was on, and finds its partners.

    What is to be chosen on a page is kept until that page is opened.
    """

    partner_chosen = Signal(str, float, str)
    """In the exchange of this id: the time of what was chosen (milliseconds since it began, or
    -1), and its row of the timeline (``stretch 3``) or its call (``0/1``), if it has one."""

    share_wanted = Signal(object)
    """The ``Share`` of an event is to be shown."""

    events_wanted = Signal()
    """The event that was found is to be shown."""

    def __init__(self, exchanges: ExchangeService, tasks: TaskScope, parent: QObject) -> None:
        super().__init__(parent)
        self._exchanges = exchanges
        self._tasks = tasks
        self._known: tuple[ExchangeId, int, bool] | None = None
        self._provenance = Provenance()
        self._read_of: ExchangeId | None = None
        self._reading = asyncio.Lock()
        self._telling: asyncio.Task[None] | None = None
        self._ahead: asyncio.Task[None] | None = None
        self._stretch = -1
        self._at_ms: float | None = None
        self._event = -1
        self._seek = -1
        self._marked: Share | None = None
        self._follows = False
        self.call_key = ""
        """The call that is to be shown: its key or its id."""

    def begin(self, row: TimelineRow, exchange: Exchange) -> None:
        """Take what was chosen in the timeline."""
        self._stretch, self._event, self._at_ms, self._seek = row.stretch, -1, None, -1
        self._marked = None
        if row.kind is RowKind.STEP or row.tone is Tone.ARGUMENTS:
            self.call_key = row.call_id or f"{row.choice}/{row.call}"
        elif row.kind is RowKind.PHASE:
            self._at_ms = (row.start_s - exchange.started_at) * 1000

    async def provenance(self, exchange: Exchange) -> Provenance:
        """Return what brought what in a reply, as far as it has come."""
        if self._read_of != exchange.id:
            self._provenance.give_up()
        # Whoever asked may be cancelled; the thread that reads cannot.
        reading = self._tasks.start(self._grown(exchange), name="provenance")
        return await asyncio.shield(reading)

    async def _grown(self, exchange: Exchange) -> Provenance:
        known = (exchange.id, exchange.response_size, exchange.is_running)
        async with self._reading:
            if self._known != known:
                if self._read_of != exchange.id or self._provenance.is_given_up:
                    self._read_of, self._provenance = exchange.id, Provenance()
                bodies = await self._exchanges.bodies(exchange.id)
                ended = not exchange.is_running
                await asyncio.to_thread(self._provenance.grow, bodies, ended=ended)
                self._known = None if self._provenance.is_given_up else known
            return self._provenance

    # Events

    async def place_events(self, page: EventsPage, exchange: Exchange) -> None:
        """Choose the event that is the partner of what was chosen elsewhere."""
        event, stretch, at_ms = self._event, self._stretch, self._at_ms
        self._event, self._stretch, self._at_ms = -1, -1, None
        if event < 0 and stretch >= 0:
            event = (await self.provenance(exchange)).first_event(stretch)
        elif event < 0 and at_ms is None and not (exchange.is_running or page.has_choice):
            event = await self._first_flaw(exchange)
        self._follows = True
        if event >= 0:
            page.choose_event(event)
        elif at_ms is not None:
            page.choose_time(at_ms)
        self._follows = False
        if self._ahead is not None:
            self._ahead.cancel()
        if not exchange.is_running:
            self._ahead = self._tasks.start(self._read_ahead(exchange), name="read ahead")

    async def _read_ahead(self, exchange: Exchange) -> None:
        """Have the partners of each event by the time that one is chosen."""
        await asyncio.sleep(_PAINTED_S)
        await self.provenance(exchange)

    async def _first_flaw(self, exchange: Exchange) -> int:
        """Return the event to look at first where something went wrong, or -1."""
        if not (exchange.bad_events or exchange.failed):
            return -1
        flaws = (await self.provenance(exchange)).flaws
        return flaws[0] if flaws else -1

    def event_chosen(self, page: EventsPage, exchange: Exchange, event: int) -> None:
        """Show the partners of an event; those of one that follows its partner are known."""
        if self._telling is not None:
            self._telling.cancel()
        self._telling = self._tasks.start(
            self._tell(page, exchange, event, follows=self._follows), name="partners"
        )

    async def _tell(
        self, page: EventsPage, exchange: Exchange, event: int, *, follows: bool
    ) -> None:
        shares = (await self.provenance(exchange)).of(event)
        page.show_shares(event, shares)
        last = shares[-1] if shares else None
        self._seek = event + 1
        if last is not None and last.kind is StretchKind.ARGUMENTS:
            self.call_key, self._marked = f"{last.choice}/{last.call}", last
        if not follows:
            place = f"stretch {last.stretch}" if last is not None else ""
            self.partner_chosen.emit(str(exchange.id), page.time_of(event), place)

    # Calls and replays

    def place_call(self, page: CallPage) -> None:
        """Show the part of the arguments that the chosen event brought."""
        if self._marked is not None:
            page.mark(self._marked.start, self._marked.end)
            self._marked = None

    def place_replay(self, page: ReplayPage) -> None:
        """Play as far as the chosen event."""
        if self._seek >= 0:
            page.go_to(self._seek)
            self._seek = -1

    def find_event(self, exchange: Exchange, key: str, character: int) -> None:
        """Show the event that brought a character of a call."""
        self._tasks.start(self._find_event(exchange, key, character), name="find event")

    async def _find_event(self, exchange: Exchange, key: str, character: int) -> None:
        choice, _, call = key.partition("/")
        if not (choice.isdecimal() and call.isdecimal()):
            return
        provenance = await self.provenance(exchange)
        event = provenance.event_of(int(choice), int(call), character)
        if event < 0:
            event = provenance.first_event(provenance.stretch_of_call(int(choice), int(call)))
        if event >= 0:
            self._event = event
            self.events_wanted.emit()
