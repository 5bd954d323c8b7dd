"""Fills the inspector's pages with the exchange that is chosen; only the page that is open."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from chatapp.domain.differences import changes_of_request, differences, readable
from chatapp.domain.exchanges import (
    Bodies,
    Exchange,
    ExchangeId,
    Headers,
    Step,
    StretchKind,
)
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow, Tone, status_words
from chatapp.services.exchange_calls import reply_of
from chatapp.services.exchanges import ExchangeService
from chatapp.services.provenance import Share
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.inspector_calls import InspectorCalls
from chatapp.ui.controllers.inspector_links import InspectorLinks
from chatapp.ui.controllers.inspector_results import InspectorResults
from chatapp.ui.inspector import detail as pages
from chatapp.ui.inspector.call_page import CallPage
from chatapp.ui.inspector.compare_page import ComparePage
from chatapp.ui.inspector.detail import Detail
from chatapp.ui.inspector.events_page import EventsPage
from chatapp.ui.inspector.panel import Inspector
from chatapp.ui.inspector.replay_page import ReplayPage
from chatapp.ui.inspector.wire_pages import RequestPage, ResponsePage
from chatapp.ui.inspector.wording import no_events_words


class InspectorPages(QObject):
    """Shows one exchange; what it shows follows while the exchange still runs."""

    def __init__(
        self,
        view: Inspector,
        exchanges: ExchangeService,
        results: InspectorResults,
        tasks: TaskScope,
    ) -> None:
        super().__init__(view)
        self._exchanges = exchanges
        self._tasks = tasks
        self._detail = Detail(view)
        view.add_detail(self._detail)
        self._detail.page_opened.connect(lambda _: self._fill())
        self._exchange: Exchange | None = None
        self._known: Sequence[Exchange] = ()
        self._steps: Sequence[Step] = ()
        self._events_of: ExchangeId | None = None
        self._busy = False
        self._again = False
        self._pair = ("", "")
        self.sought = ""
        """What was searched for, and is to be found in the bodies too."""
        self.links = InspectorLinks(exchanges, tasks, self)
        self._calls = InspectorCalls(exchanges, self.links, results, lambda: self._exchange)
        self.links.share_wanted.connect(self._on_share)
        self.links.events_wanted.connect(lambda: self._open(pages.EVENTS))
        self._detail.show_nothing()

    # Which

    def choose(
        self,
        row: TimelineRow,
        exchange: Exchange | None,
        known: Sequence[Exchange],
        steps: Sequence[Step],
    ) -> None:
        """Show what belongs to a row of the timeline, on the page that fits it."""
        self._exchange, self._known, self._steps = exchange, known, steps
        if exchange is None:
            self._detail.show_nothing()
            return
        has_calls = bool(exchange.tools) or self._wants_structure(exchange)
        self._detail.offer_calls(offered=has_calls)
        self._pair = (self._previous(exchange), str(exchange.id))
        self.links.begin(row, exchange)
        if row.kind is RowKind.STEP or row.tone is Tone.ARGUMENTS:
            self._detail.open(pages.CALL)
        elif row.kind is RowKind.PHASE:
            self._detail.open(pages.EVENTS if exchange.events else pages.RESPONSE)
        elif self._detail.opened == pages.CALL and not has_calls:
            self._detail.open(pages.REQUEST)
        elif exchange.failed and not (exchange.events and self._detail.opened == pages.EVENTS):
            self._detail.open(pages.RESPONSE)
        self._fill()

    def show_nothing(self) -> None:
        """Nothing is there to be looked into."""
        self._exchange = None
        self._detail.show_nothing()

    def compare(self, before: str, after: str) -> None:
        """Compare the replies of two exchanges."""
        self._pair = (before, after)
        self._detail.open(pages.COMPARE)
        self._fill()
        page = self._detail.made(pages.COMPARE)
        if isinstance(page, ComparePage):
            page.choose("response")

    def _wants_structure(self, exchange: Exchange) -> bool:
        return b'"response_format"' in self._exchanges.request(exchange.id)

    def _previous(self, exchange: Exchange) -> str:
        ids = [e.id for e in self._known if e.link.kind is exchange.link.kind]
        at = ids.index(exchange.id) if exchange.id in ids else 0
        return str(ids[at - 1]) if at > 0 else ""

    def shows_one_of(self, changed: set[ExchangeId]) -> bool:
        """Whether the shown exchange is one of these."""
        return self._exchange is not None and self._exchange.id in changed

    def catch_up(self, steps: Sequence[Step]) -> None:
        """Follow the conversation: a call that is looked at shows its result when it comes, and
        what was deleted is shown no longer."""
        self._steps = steps
        exchange = self._exchange
        if exchange is None:
            return
        if self._exchanges.find(exchange.link.conversation_id, exchange.id) is None:
            self.show_nothing()
        elif self._detail.opened == pages.CALL:
            self._fill()

    def refresh(self, known: Sequence[Exchange]) -> None:
        """Follow the shown exchange, which has changed."""
        exchange = self._exchange
        if exchange is None:
            return
        self._known = known
        self._exchange = next((e for e in known if e.id == exchange.id), exchange)
        if self._exchange.tools:
            self._detail.offer_calls(offered=True)
        self._fill()

    # Filling

    def _fill(self) -> None:
        exchange = self._exchange
        if exchange is None:
            return
        opened = self._detail.opened
        request = self._exchanges.request(exchange.id)
        if opened == pages.REQUEST and (request or not exchange.request_size):
            self._show_request(exchange, request)
        elif opened == pages.COMPARE:
            self._fill_compare()
        elif self._busy:
            self._again = True
        else:
            self._busy = True
            self._tasks.start(self._fill_later(), name="inspect")

    def _show_request(self, exchange: Exchange, request: bytes) -> None:
        page = self._detail.page(pages.REQUEST, RequestPage)
        page.show_exchange(exchange, request)
        page.body.look_for(self.sought)

    async def _fill_later(self) -> None:
        """Fetch the bodies, fill the open page, and again if there is more by then."""
        try:
            while True:
                self._again = False
                exchange = self._exchange
                if exchange is None:
                    return
                if self._detail.opened == pages.CALL:
                    await self._calls.fill(self._call_page, exchange, self._steps)
                else:
                    bodies = await self._exchanges.bodies(exchange.id)
                    if exchange is self._exchange:
                        await self._fill_with(exchange, bodies)
                if not self._again:
                    return
        finally:
            self._busy = False

    async def _fill_with(self, exchange: Exchange, bodies: Bodies) -> None:
        opened, detail = self._detail.opened, self._detail
        if opened == pages.REQUEST:
            self._show_request(exchange, bodies.request)
        elif opened == pages.RESPONSE:
            page = detail.page(pages.RESPONSE, ResponsePage)
            page.show_exchange(exchange, bodies)
            page.body.look_for(self.sought)
        elif opened == pages.EVENTS:
            await self._fill_events(exchange, bodies)
        elif opened == pages.REPLAY:
            replay = detail.page(pages.REPLAY, ReplayPage)
            replay.show_exchange(exchange, bodies)
            self.links.place_replay(replay)

    def _made_events(self, parent: QWidget) -> EventsPage:
        page = EventsPage(parent)
        page.share_wanted.connect(self.links.share_wanted)

        def chosen(event: int) -> None:
            if self._exchange is not None:
                self.links.event_chosen(page, self._exchange, event)

        page.event_chosen.connect(chosen)
        return page

    def _call_page(self) -> CallPage:
        return self._detail.page(pages.CALL, self._calls.made)

    def _on_share(self, share: Share) -> None:
        """Show what an event brought: the arguments of a call, or the answer as it was then."""
        calls = share.kind is StretchKind.ARGUMENTS
        self._open(pages.CALL if calls else pages.REPLAY)

    def _open(self, number: int) -> None:
        if self._detail.opened == number:
            self._fill()
        self._detail.open(number)

    async def _fill_events(self, exchange: Exchange, bodies: Bodies) -> None:
        page = self._detail.page(pages.EVENTS, self._made_events)
        fresh = self._events_of != exchange.id
        self._events_of = exchange.id
        why_empty = no_events_words(exchange, bodies.response)
        ended = not exchange.is_running
        page.show_bodies(bodies, ended=ended, fresh=fresh, why_empty=why_empty)
        await self.links.place_events(page, exchange)

    # Comparing

    def _fill_compare(self) -> None:
        page = self._detail.page(pages.COMPARE, self._made_compare)
        offered = [
            (e, f"{number} · {status_words(e)} · {e.model or e.method}")
            for number, e in enumerate(self._known, start=1)
        ]
        page.show_pair(offered, *self._pair)

    def _made_compare(self, parent: QWidget) -> ComparePage:
        page = ComparePage(parent)
        page.wanted.connect(
            lambda before, after, what: self._tasks.start(
                self._compare(ExchangeId(before), ExchangeId(after), what), name="compare"
            )
        )
        return page

    async def _compare(self, before: ExchangeId, after: ExchangeId, what: str) -> None:
        page = self._detail.made(pages.COMPARE)
        heads = {e.id: e for e in self._known}
        if not isinstance(page, ComparePage) or before not in heads or after not in heads:
            return
        self._pair = (str(before), str(after))
        summary: list[str] = []
        if what == "headers":
            left, right = (_header_lines(heads[i].request_headers) for i in (before, after))
        else:
            first, second = [await self._exchanges.bodies(i) for i in (before, after)]
            left, right, summary = await asyncio.to_thread(_readable_pair, first, second, what)
        lines = await asyncio.to_thread(differences, left, right)
        page.show_difference(summary, lines)


def _header_lines(headers: Headers) -> str:
    return "\n".join(f"{name}: {value}" for name, value in headers)


def _readable_pair(before: Bodies, after: Bodies, what: str) -> tuple[str, str, list[str]]:
    if what == "request":
        summary = changes_of_request(before.request, after.request)
        return readable(before.request), readable(after.request), summary
    return _answer_text(before), _answer_text(after), []


def _answer_text(bodies: Bodies) -> str:
    """Return what a reply says, for comparing: the words, not the events they came in."""
    parts: list[str] = []
    for choice in reply_of(bodies).choices:
        parts += [choice.reasoning, choice.content or choice.refusal]
        parts += [f"{call.name} {call.arguments}" for call in choice.tool_calls]
        parts.append(f"finish_reason: {choice.finish_reason}")
    return "\n".join(part for part in parts if part) or bodies.response.decode("utf-8", "replace")
