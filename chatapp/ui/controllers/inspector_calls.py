"""Fills the inspector's page of calls: of a reply that still runs, as far as it has come."""

import asyncio
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from chatapp.domain.exchanges import Exchange, ExchangeId, Step, StepOutcome, ToolRun
from chatapp.domain.json_schema import Verdict
from chatapp.qtmodels.timeline_rows import outcome_words
from chatapp.services.exchange_calls import (
    ANSWER,
    Asked,
    RecordedCall,
    asked_by,
    calls_of,
    reply_of,
    steps_of,
    verdict_on,
)
from chatapp.services.exchanges import ExchangeService
from chatapp.ui.controllers.inspector_links import InspectorLinks
from chatapp.ui.controllers.inspector_results import InspectorResults
from chatapp.ui.inspector.call_page import CallItem, CallPage

_FRAME_S = 1 / 30
_MOST_VERDICTS = 64
_VERDICT_SHARE = 4
"""Checking what still arrives may take one part in so many of the time."""


class InspectorCalls:
    """Knows what a reply calls, how each call fits its schema and what came of it; ``shown``
    returns the exchange that is looked at."""

    def __init__(
        self,
        exchanges: ExchangeService,
        links: InspectorLinks,
        results: InspectorResults,
        shown: Callable[[], Exchange | None],
    ) -> None:
        self._exchanges = exchanges
        self._links = links
        self._results = results
        self._shown = shown
        self._verdicts: dict[tuple[ExchangeId, str], tuple[tuple[int, bool], Verdict]] = {}
        self._steps: dict[str, list[Step]] = {}
        self._runs: dict[str, ToolRun] = {}
        self._completion_tokens: int | None = None
        self._asked_of: ExchangeId | None = None
        self._asked_by = Asked()

    def made(self, parent: QWidget) -> CallPage:
        """Return a new page."""
        page = CallPage(parent)

        def chosen(key: str) -> None:
            if (exchange := self._shown()) is not None:
                self._links.partner_chosen.emit(str(exchange.id), -1.0, key)

        def events_wanted(key: str, character: int) -> None:
            if (exchange := self._shown()) is not None:
                self._links.find_event(exchange, key, character)

        page.call_chosen.connect(chosen)
        page.events_wanted.connect(events_wanted)
        page.play_wanted.connect(self._results.play)
        page.save_wanted.connect(self._results.save)
        return page

    async def fill(
        self, page: Callable[[], CallPage], exchange: Exchange, steps: Sequence[Step]
    ) -> None:
        """Show the calls; of a reply that still runs, as far as it has been put together."""
        reply = self._exchanges.live_reply(exchange.id)
        if reply is None:
            bodies = await self._exchanges.bodies(exchange.id)
            reply = await asyncio.to_thread(reply_of, bodies)
        calls = calls_of(reply, await self._asked(exchange))
        await self._fetch_runs(
            calls, [s for s in steps if s.message_id == exchange.link.message_id]
        )
        if exchange is not self._shown():
            return
        self._completion_tokens = reply.usage.completion_tokens if reply.usage else None
        self._show(page(), exchange, calls)
        began = time.monotonic()
        for call in calls:
            await self._judge(exchange, call, ended=_is_whole(exchange, call, calls))
        self._show(page(), exchange, calls)
        if exchange.is_running:
            await asyncio.sleep(max(_FRAME_S, (time.monotonic() - began) * _VERDICT_SHARE))

    async def _fetch_runs(self, calls: Sequence[RecordedCall], steps: Sequence[Step]) -> None:
        """Fetch what the tools of these calls were given and returned."""
        self._steps = steps_of(calls, steps)
        runs = {
            key: next((s for s in reversed(own) if isinstance(s, ToolRun)), None)
            for key, own in self._steps.items()
        }
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

    def _show(self, page: CallPage, exchange: Exchange, calls: Sequence[RecordedCall]) -> None:
        page.show_items(
            [self._item(exchange, call, ended=_is_whole(exchange, call, calls)) for call in calls]
        )
        wished = self._links.call_key
        wanted = next((c.key for c in calls if wished and wished in (c.key, self._id(c))), "")
        if wanted:
            page.choose(wanted)
            self._links.call_key = ""
        self._links.place_call(page)

    def _item(self, exchange: Exchange, call: RecordedCall, *, ended: bool) -> CallItem:
        say = QCoreApplication.translate
        structured = call.key.startswith(ANSWER)
        run = self._runs.get(call.key)
        brought = self._results.of(run)
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
            structured=brought.structured,
            files=brought.files,
            message_id=brought.message_id,
            call_id=self._id(call),
            fault=self._fault(call) if ended and not structured else "",
        )

    def _id(self, call: RecordedCall) -> str:
        """Return the id that a call was run with: its own, or one that it was given."""
        steps = self._steps.get(call.key)
        return steps[0].call_id if steps else call.call_id

    def _fault(self, call: RecordedCall) -> str:
        """Return what is wrong with a call besides its arguments."""
        say = QCoreApplication.translate
        if not call.tool:
            return say("Inspector", "The server never named the tool of this call.")
        if self._asked_by.is_known and call.tool not in self._asked_by.tools:
            return say("Inspector", "The request offered no tool of this name.")
        return ""

    def _verdict_on(self, exchange: Exchange, call: RecordedCall, *, ended: bool) -> Verdict | None:
        """Return the last verdict; of what is whole now, only one on the whole."""
        known = self._verdicts.get((exchange.id, call.key))
        return known[1] if known is not None and (known[0][1] or not ended) else None


def _is_whole(exchange: Exchange, call: RecordedCall, calls: Sequence[RecordedCall]) -> bool:
    """Whether nothing more comes of a call: the reply has ended, or another call began."""
    return not exchange.is_running or call is not calls[-1]
