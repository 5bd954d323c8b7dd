"""Use and cost: opens the dialog, fills it, and warns when the budget is nearly spent."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QObject

from chatapp.domain.changes import BudgetReached, Change, UsageChanged
from chatapp.domain.messages import ConversationId, EndpointId
from chatapp.domain.usage import Grouping, Price, Purpose, Tokens, UsageRow
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.services.usage import UsageService
from chatapp.ui.endpoints.naming import endpoint_name
from chatapp.ui.main_window import MainWindow
from chatapp.ui.spending_words import cost_words, purpose_name

if TYPE_CHECKING:
    from chatapp.ui.usage.chart import Bar
    from chatapp.ui.usage.dialog import PriceRow, ShownRow, UsageDialog


class UsageController(QObject):
    """The dialog follows what is recorded while it is open."""

    def __init__(
        self,
        window: MainWindow,
        usage: UsageService,
        conversations: ConversationService,
        endpoints: EndpointService,
        publisher: Publisher,
        tasks: TaskScope,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._usage = usage
        self._conversations = conversations
        self._endpoints = endpoints
        self._tasks = tasks
        self._dialog: UsageDialog | None = None
        window.action("usage").triggered.connect(self.open)
        window.messages.set_costs(usage.cost_of)
        publisher.subscribe(self._on_change, UsageChanged, BudgetReached)

    def open(self) -> None:
        """Show the dialog."""
        if self._dialog is None:
            from chatapp.ui.usage.dialog import UsageDialog

            dialog = self._dialog = UsageDialog(self._window)
            dialog.view_changed.connect(lambda *_: self._start())
            dialog.price_changed.connect(self._on_price)
            dialog.budget_changed.connect(self._usage.set_budget)
        self._start()
        self._dialog.open()

    def _start(self) -> None:
        self._tasks.start(self._fill(), name="usage")

    async def _fill(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        grouping = Grouping(dialog.grouping.currentData())
        days = int(dialog.period.currentData()) or None
        rows = await self._usage.rows(grouping, days)
        by_day = rows if grouping is Grouping.DAY else await self._usage.rows(Grouping.DAY, days)
        shown = [await self._shown(grouping, row) for row in rows]
        spent, is_partial = await self._usage.spent_this_month()
        dialog.show_usage(shown, self._bars(by_day), self._total_words(by_day))
        words = QCoreApplication.translate("Usage", "This month so far: {cost}")
        dialog.show_prices(
            self._price_rows(await self._usage.models_used()),
            self._usage.budget,
            words.format(cost=cost_words(spent, is_partial=is_partial)),
        )

    async def _shown(self, grouping: Grouping, row: UsageRow) -> "ShownRow":
        from chatapp.ui.usage.dialog import ShownRow

        name = await self._name(grouping, row)
        cost = cost_words(row.cost, is_partial=row.is_partial)
        return ShownRow(name, row.answers, row.tokens, cost)

    async def _name(self, grouping: Grouping, row: UsageRow) -> str:
        short = QLocale.FormatType.ShortFormat
        match grouping:
            case Grouping.DAY:
                return QLocale().toString(_day(row.key), short)
            case Grouping.ENDPOINT:
                endpoint = self._endpoints.get(EndpointId(row.key))
                return endpoint_name(endpoint) if endpoint else row.key
            case Grouping.CONVERSATION:
                return await self._title(ConversationId(row.key))
            case Grouping.PURPOSE:
                return purpose_name(row.key)
            case Grouping.ANSWER:
                return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(row.at)), short)
            case _:
                return row.key

    async def _title(self, conversation_id: ConversationId) -> str:
        if not conversation_id:
            return purpose_name(Purpose.TRIAL.value)
        try:
            await self._conversations.fetch(conversation_id)
        except KeyError:
            return QCoreApplication.translate("Usage", "(deleted)")
        title = self._conversations.get(conversation_id).title
        return title or QCoreApplication.translate("Usage", "Untitled")

    def _bars(self, rows: Sequence[UsageRow]) -> "list[Bar]":
        """Return a bar for each day from the first to today, also for those without use."""
        from chatapp.ui.usage.chart import Bar

        by_day = {row.key: row for row in rows}
        if not by_day:
            return []
        first, last = date.fromisoformat(min(by_day)), date.fromisoformat(max(by_day))
        bars = []
        for number in range(first.toordinal(), last.toordinal() + 1):
            key = date.fromordinal(number).isoformat()
            row = by_day.get(key, UsageRow(key, 0, Tokens()))
            name = QLocale().toString(_day(key), QLocale.FormatType.ShortFormat)
            words = QCoreApplication.translate("Usage", "{day}: {count} tokens, cost {cost}")
            said = words.format(
                day=name,
                count=QLocale().toString(row.tokens.total),
                cost=cost_words(row.cost, is_partial=row.is_partial),
            )
            bars.append(Bar(_day(key).toString(_short_day_format()), row.tokens, said))
        return bars[-MOST_BARS:]

    @staticmethod
    def _total_words(rows: Sequence[UsageRow]) -> str:
        tokens = sum(row.tokens.total for row in rows)
        known = [row.cost for row in rows if row.cost is not None]
        partial = any(row.is_partial for row in rows)
        words = QCoreApplication.translate("Usage", "{count} tokens · cost {cost}")
        cost = cost_words(sum(known) if known else None, is_partial=partial)
        return words.format(count=QLocale().toString(tokens), cost=cost)

    def _price_rows(self, used: Sequence[tuple[EndpointId, str]]) -> "list[PriceRow]":
        """Return the models that were used, have a price, or are offered."""
        from chatapp.ui.usage.dialog import PriceRow

        prices = self._usage.prices()
        names = {endpoint.id: endpoint_name(endpoint) for endpoint in self._endpoints.all()}
        keys = dict.fromkeys([*used, *(k for k in prices if self._usage.is_own_price(*k))])
        for endpoint in self._endpoints.all():
            models = self._endpoints.models(endpoint.id)[:MOST_MODELS]
            keys |= dict.fromkeys((endpoint.id, model.id) for model in models)
        return [
            PriceRow(
                key[0],
                names.get(key[0], key[0]),
                key[1],
                prices.get(key, Price()),
                self._usage.is_own_price(*key),
            )
            for key in keys
        ]

    def _on_price(self, endpoint_id: str, model: str, price: Price | None) -> None:
        self._usage.set_price(EndpointId(endpoint_id), model, price)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, UsageChanged):
            if change.is_price:
                self._window.messages.set_costs(self._usage.cost_of)
            if self._dialog is not None and self._dialog.isVisible():
                self._start()
        elif isinstance(change, BudgetReached):
            self._warn(change)

    def _warn(self, change: BudgetReached) -> None:
        tr = QCoreApplication.translate
        over = change.spent >= change.budget
        words = (
            tr("Usage", "This month has cost {spent}: more than the {budget} you wanted to spend.")
            if over
            else tr("Usage", "This month has cost {spent} of the {budget} you want to spend.")
        )
        self._window.notices.show_notice(
            "budget",
            words.format(spent=cost_words(change.spent), budget=cost_words(change.budget)),
            role="problem" if over else "note",
            button=tr("Usage", "Show"),
            on_button=self.open,
        )


MOST_BARS = 62
"""More days than this are not told apart in the chart; the table has them all."""
MOST_MODELS = 200


def _short_day_format() -> str:
    """Return the language's short format of dates without the year."""
    return re.sub(r"^y+\W*|\W*y+$", "", QLocale().dateFormat(QLocale.FormatType.ShortFormat))


def _day(key: str) -> QDate:
    return QDate.fromString(key, "yyyy-MM-dd")
