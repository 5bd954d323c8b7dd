"""Fills the inspector's pages with the exchange that is chosen; only the page that is open."""

import asyncio
import time
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from chatapp.domain.differences import changes_of_request, differences, readable
from chatapp.domain.exchanges import (
    Bodies,
    Exchange,
    ExchangeId,
    Headers,
    Step,
    StepOutcome,
    StretchKind,
    ToolRun,
)
from chatapp.domain.json_schema import Verdict
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow, Tone, outcome_words, status_words
from chatapp.services.exchange_calls import (
    ANSWER,
    Asked,
    RecordedCall,
    asked_by,
    calls_of,
    reply_of,
    run_of,
    verdict_on,
)
from chatapp.services.exchanges import ExchangeService
from chatapp.services.provenance import Share
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.inspector_links import InspectorLinks
from chatapp.ui.inspector import detail as pages
from chatapp.ui.inspector.call_page import CallItem, CallPage
from chatapp.ui.inspector.compare_page import ComparePage
from chatapp.ui.inspector.detail import Detail
from chatapp.ui.inspector.events_page import EventsPage
from chatapp.ui.inspector.panel import Inspector
from chatapp.ui.inspector.replay_page import ReplayPage
from chatapp.ui.inspector.wire_pages import RequestPage, ResponsePage

_FRAME_S = 1 / 30
_MOST_VERDICTS = 64
_VERDICT_SHARE = 4
"""Checking what still arrives may take one part in so many of the time."""


class InspectorPages(QObject):
    """Shows one exchange; what it shows follows while the exchange still runs."""

    def __init__(self, view: Inspector, exchanges: ExchangeService, tasks: TaskScope) -> None:
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
        self._verdicts: dict[tuple[ExchangeId, str], tuple[tuple[int, bool], Verdict]] = {}
        self._runs: dict[str, ToolRun] = {}
        self._completion_tokens: int | None = None
        self._asked_of: ExchangeId | None = None
        self._asked_by = Asked()
        self._pair = ("", "")
        self.links = InspectorLinks(exchanges, tasks, self)
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
        elif exchange.failed:
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
            self._detail.page(pages.REQUEST, RequestPage).show_exchange(exchange, request)
        elif opened == pages.COMPARE:
            self._fill_compare()
        elif self._busy:
            self._again = True
        else:
            self._busy = True
            self._tasks.start(self._fill_later(), name="inspect")

    async def _fill_later(self) -> None:
        """Fetch the bodies, fill the open page, and again if there is more by then."""
        try:
            while True:
                self._again = False
                exchange = self._exchange
                if exchange is None:
                    return
                if self._detail.opened == pages.CALL:
                    await self._fill_calls(exchange)
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
            detail.page(pages.REQUEST, RequestPage).show_exchange(exchange, bodies.request)
        elif opened == pages.RESPONSE:
            detail.page(pages.RESPONSE, ResponsePage).show_exchange(exchange, bodies)
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

    def _made_calls(self, parent: QWidget) -> CallPage:
        page = CallPage(parent)

        def chosen(key: str) -> None:
            if self._exchange is not None:
                self.links.partner_chosen.emit(str(self._exchange.id), -1.0, key)

        def events_wanted(key: str, character: int) -> None:
            if self._exchange is not None:
                self.links.find_event(self._exchange, key, character)

        page.call_chosen.connect(chosen)
        page.events_wanted.connect(events_wanted)
        return page

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
        page.show_bodies(bodies, ended=not exchange.is_running, fresh=fresh)
        await self.links.place_events(page, exchange)

    async def _fill_calls(self, exchange: Exchange) -> None:
        """Show the calls; of a reply that still runs, as far as it has been put together."""
        reply = self._exchanges.live_reply(exchange.id)
        if reply is None:
            bodies = await self._exchanges.bodies(exchange.id)
            reply = await asyncio.to_thread(reply_of, bodies)
        calls = calls_of(reply, await self._asked(exchange))
        await self._fetch_runs(calls)
        if exchange is not self._exchange:
            return
        self._completion_tokens = reply.usage.completion_tokens if reply.usage else None
        self._show_calls(exchange, calls)
        began = time.monotonic()
        for call in calls:
            await self._judge(exchange, call, ended=_is_whole(exchange, call, calls))
        self._show_calls(exchange, calls)
        if exchange.is_running:
            await asyncio.sleep(max(_FRAME_S, (time.monotonic() - began) * _VERDICT_SHARE))

    async def _fetch_runs(self, calls: Sequence[RecordedCall]) -> None:
        """Fetch what the tools of these calls were given and returned."""
        known = [step for step in self._steps if isinstance(step, ToolRun)]
        runs = {call.key: run_of(call, known) for call in calls}
        self._runs = {
            key: await self._exchanges.whole(run) for key, run in runs.items() if run is not None
        }

    async def _judge(self, exchange: Exchange, call: RecordedCall, *, ended: bool) -> None:
        """Check a call against its schema, unless that was done of as much of it."""
        known = self._verdicts.get((exchange.id, call.key))
        state = (len(call.arguments), ended)
        if known is not None and known[0] == state:
            return
        schema = True if call.schema is None else call.schema
        verdict = await asyncio.to_thread(verdict_on, call.arguments, schema, ended=ended)
        if len(self._verdicts) > _MOST_VERDICTS:
            self._verdicts.clear()
        self._verdicts[exchange.id, call.key] = (state, verdict)

    async def _asked(self, exchange: Exchange) -> Asked:
        if self._asked_of != exchange.id:
            request = self._exchanges.request(exchange.id)
            request = request or (await self._exchanges.bodies(exchange.id)).request
            self._asked_by = await asyncio.to_thread(asked_by, request)
            self._asked_of = exchange.id
        return self._asked_by

    def _show_calls(self, exchange: Exchange, calls: Sequence[RecordedCall]) -> None:
        page = self._detail.page(pages.CALL, self._made_calls)
        page.show_items(
            [self._item(exchange, call, ended=_is_whole(exchange, call, calls)) for call in calls]
        )
        wished = self.links.call_key
        wanted = next((c.key for c in calls if wished and wished in (c.key, c.call_id)), "")
        if wanted:
            page.choose(wanted)
            self.links.call_key = ""
        self.links.place_call(page)

    def _item(self, exchange: Exchange, call: RecordedCall, *, ended: bool) -> CallItem:
        say = QCoreApplication.translate
        structured = call.key.startswith(ANSWER)
        run = self._runs.get(call.key)
        return CallItem(
            call.key,
            say("Inspector", "Structured answer") if structured else call.tool or "?",
            call.arguments,
            ended=ended,
            has_schema=call.schema is not None,
            verdict=self._verdict_on(exchange, call, ended=ended),
            result=run.result if run is not None and run.ended_at is not None else None,
            outcome=outcome_words(run.outcome) if run is not None else "",
            failed=run is not None and run.outcome in (StepOutcome.FAILED, StepOutcome.DENIED),
            reply_tokens=self._completion_tokens,
            duration_ms=(run.ended_at - run.started_at) * 1000 if run and run.ended_at else None,
        )

    def _verdict_on(self, exchange: Exchange, call: RecordedCall, *, ended: bool) -> Verdict | None:
        """Return the last verdict; of what is whole now, only one on the whole."""
        known = self._verdicts.get((exchange.id, call.key))
        return known[1] if known is not None and (known[0][1] or not ended) else None

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


def _is_whole(exchange: Exchange, call: RecordedCall, calls: Sequence[RecordedCall]) -> bool:
    """Whether nothing more comes of a call: the reply has ended, or another call began."""
    return not exchange.is_running or call is not calls[-1]


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
