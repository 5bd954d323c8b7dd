"""What is used and spent: recorded as answers end, summed up, held against a budget."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from chatapp.domain.changes import (
    Aspect,
    BudgetReached,
    Change,
    MessageChanged,
    RequestCounted,
    UsageChanged,
)
from chatapp.domain.json_value import as_number
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageStatus, Role
from chatapp.domain.usage import (
    Grouping,
    Price,
    Spending,
    UsageRow,
    cost_of,
    price_stated,
    spending_of,
    summed,
)
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.store.usage import UsageStore

BUDGET = "monthly_budget"
STEPS = (1.0, 0.8)
"""The shares of the budget that are told of, the greatest first."""


def _today() -> date:
    return datetime.now().astimezone().date()


class UsageService:
    """``today`` is the person's own date."""

    def __init__(
        self,
        store: UsageStore,
        conversations: ConversationService,
        endpoints: EndpointService,
        preferences: PreferenceService,
        saver: Saver,
        publisher: Publisher,
        tasks: TaskScope,
        today: Callable[[], date] = _today,
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._endpoints = endpoints
        self._preferences = preferences
        self._saver = saver
        self._publisher = publisher
        self._tasks = tasks
        self._today = today
        self._own_prices: dict[tuple[EndpointId, str], Price] = {}
        self._told: tuple[str, float] = ("", 0.0)
        publisher.subscribe(self._on_change, MessageChanged, RequestCounted)

    async def open(self) -> None:
        """Read the prices."""
        self._own_prices = await self._store.prices()

    # Recording

    def _on_change(self, change: Change) -> None:
        if isinstance(change, RequestCounted):
            spending = change.spending
            self._saver.later(("usage", spending.id), lambda: self._record(spending))
        elif isinstance(change, MessageChanged):
            self._on_message(change)

    def _on_message(self, change: MessageChanged) -> None:
        if Aspect.STATUS not in change.aspects:
            return
        message = self._conversations.tree(change.conversation_id).get(change.message_id)
        ended = message.role is Role.ASSISTANT and not message.status.is_running
        spending = spending_of(message) if ended else None
        if spending is not None and message.status is not MessageStatus.INTERRUPTED:
            self._saver.later(("usage", message.id), lambda: self._record(spending))

    async def _record(self, spending: Spending) -> None:
        await self._store.record(spending)
        self._publisher.publish(UsageChanged())
        await self.check_budget()

    # Summing up

    async def rows(self, grouping: Grouping, days: int | None) -> list[UsageRow]:
        """Return the use of the last ``days`` days, today included, or of all, summed up by
        ``grouping``; the latest first."""
        since = (self._today() - timedelta(days=days - 1)).isoformat() if days else ""
        parts = await self._store.parts(grouping, since)
        return summed(parts, self.prices())

    async def of_conversation(self, conversation_id: ConversationId) -> list[UsageRow]:
        """Return the use of one conversation by what its requests were made for."""
        parts = await self._store.parts(Grouping.PURPOSE, "", conversation_id)
        return summed(parts, self.prices())

    def cost_of(self, message: Message) -> float | None:
        """Return what an answer cost: as its endpoint states, or by its price; ``None`` if there
        is neither."""
        spending = spending_of(message)
        if spending is None or spending.stated_cost is not None:
            return spending.stated_cost if spending else None
        return cost_of(spending.tokens, self._price(spending.endpoint_id, spending.model))

    def _price(self, endpoint_id: EndpointId, model: str) -> Price | None:
        own = self._own_prices.get((endpoint_id, model))
        if own is not None:
            return own
        listed = self._endpoints.models(endpoint_id)
        return next((price_stated(m.extra) for m in listed if m.id == model), None)

    async def models_used(self) -> list[tuple[EndpointId, str]]:
        """Return the models that were used ever, the latest first."""
        parts = await self._store.parts(Grouping.MODEL, "")
        return list(dict.fromkeys((endpoint_id, model) for _, endpoint_id, model in parts))

    # Prices and budget

    def prices(self) -> dict[tuple[EndpointId, str], Price]:
        """Return every known price: what endpoints state, and what the person has set instead."""
        found: dict[tuple[EndpointId, str], Price] = {}
        for endpoint in self._endpoints.all():
            for model in self._endpoints.models(endpoint.id):
                stated = price_stated(model.extra)
                if stated is not None:
                    found[endpoint.id, model.id] = stated
        return found | self._own_prices

    def is_own_price(self, endpoint_id: EndpointId, model: str) -> bool:
        """Whether the person has set the price of a model."""
        return (endpoint_id, model) in self._own_prices

    def set_price(self, endpoint_id: EndpointId, model: str, price: Price | None) -> None:
        """Set the price of a model, or go back to what its endpoint states."""
        key = (endpoint_id, model)
        if price is None:
            self._own_prices.pop(key, None)
        else:
            self._own_prices[key] = price
        self._saver.later(("price", *key), lambda: self._store.put_price(*key, price))
        self._publisher.publish(UsageChanged(is_price=True))

    @property
    def budget(self) -> float:
        """What one wants to spend in a month, at most; 0 for no budget."""
        return as_number(self._preferences.get(BUDGET)) or 0.0

    def set_budget(self, amount: float) -> None:
        """Set what one wants to spend in a month."""
        self._preferences.set(BUDGET, max(amount, 0.0))
        self._told = ("", 0.0)
        self._tasks.start(self.check_budget(), name="budget")

    async def spent_this_month(self) -> tuple[float, bool]:
        """Return what is known to have been spent since the first of the month, and whether
        there was more that has no price."""
        rows = await self.rows(Grouping.MODEL, self._today().day)
        return sum(row.cost or 0.0 for row in rows), any(row.is_partial for row in rows)

    async def check_budget(self) -> None:
        """Say so when much of the budget, or all of it, is spent: once a month for each."""
        if not self.budget:
            return
        spent, _ = await self.spent_this_month()
        month = self._today().isoformat()[:7]
        reached = next((step for step in STEPS if spent >= self.budget * step), 0.0)
        told_month, told = self._told
        if reached and (told_month != month or reached > told):
            self._told = (month, reached)
            self._publisher.publish(BudgetReached(spent, self.budget))
