"""Fills the inspector's pages with the exchange that is chosen; only the page that is open."""

import asyncio
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.differences import changes_of_request, differences, readable
from chatapp.domain.exchanges import Bodies, Exchange, ExchangeId, Headers, Step, ToolRun
from chatapp.domain.json_schema import Verdict
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow, Tone, status_words
from chatapp.services.exchange_calls import (
    ANSWER,
    RecordedCall,
    calls_of,
    reply_of,
    run_of,
    verdict_on,
)
from chatapp.services.exchanges import ExchangeService
from chatapp.services.tasks import TaskScope
from chatapp.ui.inspector import detail as pages
from chatapp.ui.inspector.call_page import CallItem, CallPage
from chatapp.ui.inspector.compare_page import ComparePage
from chatapp.ui.inspector.detail import Detail
from chatapp.ui.inspector.events_page import EventsPage
from chatapp.ui.inspector.panel import Inspector
from chatapp.ui.inspector.replay_page import ReplayPage
from chatapp.ui.inspector.wire_pages import RequestPage, ResponsePage

_VERDICT_PAUSE_S = 0.2


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
        self._call_key = ""
        self._events_of: ExchangeId | None = None
        self._busy = False
        self._again = False
        self._verdicts: dict[tuple[str, str], Verdict] = {}
        self._pair = ("", "")
        self._chosen_ms: float | None = None
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
        self._chosen_ms = None
        if row.kind is RowKind.STEP or row.tone is Tone.ARGUMENTS:
            self._call_key = row.call_id or f"{row.choice}/{row.call}"
            self._detail.open(pages.CALL)
        elif row.kind is RowKind.PHASE:
            self._chosen_ms = (row.start_s - exchange.started_at) * 1000
            self._detail.open(pages.EVENTS if exchange.events else pages.RESPONSE)
        elif self._detail.opened == pages.CALL and not has_calls:
            self._detail.open(pages.REQUEST)
        elif exchange.failed and exchange.status:
            self._detail.open(pages.RESPONSE)
        self._fill()

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
        ids = [e.id for e in self._known]
        at = ids.index(exchange.id) if exchange.id in ids else 0
        return str(ids[at - 1]) if at > 0 else ""

    def refresh(self, changed: set[ExchangeId], known: Sequence[Exchange]) -> None:
        """Follow the shown exchange if it is one that has changed."""
        if self._exchange is None or self._exchange.id not in changed:
            return
        self._known = known
        self._exchange = next((e for e in known if e.id == self._exchange.id), self._exchange)
        if self._exchange.tools:
            self._detail.offer_calls(offered=True)
        self._fill()

    # Filling

    def _fill(self) -> None:
        exchange = self._exchange
        if exchange is None:
            return
        opened = self._detail.opened
        if opened == pages.REQUEST:
            page = self._detail.page(pages.REQUEST, RequestPage)
            page.show_exchange(exchange, self._exchanges.request(exchange.id))
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
                bodies = await self._exchanges.bodies(exchange.id)
                if exchange is self._exchange:
                    await self._fill_with(exchange, bodies)
                if not self._again:
                    return
        finally:
            self._busy = False

    async def _fill_with(self, exchange: Exchange, bodies: Bodies) -> None:
        opened, detail = self._detail.opened, self._detail
        if opened == pages.RESPONSE:
            detail.page(pages.RESPONSE, ResponsePage).show_exchange(exchange, bodies)
        elif opened == pages.EVENTS:
            self._fill_events(exchange, bodies)
        elif opened == pages.REPLAY:
            detail.page(pages.REPLAY, ReplayPage).show_exchange(exchange, bodies)
        elif opened == pages.CALL:
            await self._fill_calls(exchange, bodies)

    def _fill_events(self, exchange: Exchange, bodies: Bodies) -> None:
        page = self._detail.page(pages.EVENTS, EventsPage)
        fresh = self._events_of != exchange.id
        self._events_of = exchange.id
        page.show_bodies(bodies, ended=not exchange.is_running, fresh=fresh)
        if self._chosen_ms is not None:
            page.choose_time(self._chosen_ms)
            self._chosen_ms = None

    async def _fill_calls(self, exchange: Exchange, bodies: Bodies) -> None:
        request = self._exchanges.request(exchange.id)
        calls = await asyncio.to_thread(lambda: calls_of(reply_of(bodies), request))
        if exchange is not self._exchange:
            return
        ended = not exchange.is_running
        self._show_calls(calls, ended=ended)
        for call in calls:
            key = (call.key, call.arguments)
            if call.schema is not None and key not in self._verdicts:
                verdict = await asyncio.to_thread(
                    verdict_on, call.arguments, call.schema, ended=ended
                )
                self._remember(key, verdict)
        self._show_calls(calls, ended=ended)
        if not ended:
            await asyncio.sleep(_VERDICT_PAUSE_S)

    def _remember(self, key: tuple[str, str], verdict: Verdict) -> None:
        if len(self._verdicts) > 32:
            self._verdicts.clear()
        self._verdicts[key] = verdict

    def _show_calls(self, calls: Sequence[RecordedCall], *, ended: bool) -> None:
        page = self._detail.page(pages.CALL, CallPage)
        page.show_items([self._item(call, ended=ended) for call in calls])
        wanted = next((c.key for c in calls if self._call_key in (c.key, c.call_id)), "")
        if wanted:
            page.choose(wanted)
            self._call_key = ""

    def _item(self, call: RecordedCall, *, ended: bool) -> CallItem:
        say = QCoreApplication.translate
        structured = call.key.startswith(ANSWER)
        run = run_of(call, [s for s in self._steps if isinstance(s, ToolRun)])
        return CallItem(
            call.key,
            say("Inspector", "Structured answer") if structured else call.tool or "?",
            call.arguments,
            ended=ended,
            has_schema=call.schema is not None,
            verdict=self._verdicts.get((call.key, call.arguments)),
            result=run.result if run is not None and run.ended_at is not None else None,
            outcome=run.outcome.value if run is not None else "",
            failed=run is not None and run.outcome.value in ("failed", "denied"),
            duration_ms=(run.ended_at - run.started_at) * 1000 if run and run.ended_at else None,
        )

    # Comparing

    def _fill_compare(self) -> None:
        page = self._detail.page(pages.COMPARE, self._made_compare)
        offered = [(e, f"{n}. {e.model or e.method} · {status_words(e)}") for n, e in
                   enumerate(self._known, start=1)]  # fmt: skip
        page.show_pair(offered, *self._pair)

    def _made_compare(self, parent: object) -> ComparePage:
        assert isinstance(parent, Detail)  # noqa: S101 - the only one who asks
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
