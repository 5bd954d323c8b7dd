"""What a sweep will ask and take, from the conversation, the composer and what was entered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from chatapp.domain.messages import ConversationId
from chatapp.domain.prices import Price, price_from_typed, prices_from_json, prices_to_json
from chatapp.domain.sweeps import Sweep
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.preferences import PreferenceService
from chatapp.services.sweeps import SweepService
from chatapp.ui.conversation.composer import Composer
from chatapp.ui.translation import translated

if TYPE_CHECKING:
    from chatapp.ui.sweeps.setup import SweepSetup

SUGGESTED_MODELS = 4


class SweepPlanning:
    """Fills the page for planning and begins what is planned there."""

    def __init__(
        self,
        composer: Composer,
        sweeps: SweepService,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        preferences: PreferenceService,
    ) -> None:
        self._composer = composer
        self._sweeps = sweeps
        self._conversations = conversations
        self._generation = generation
        self._endpoints = endpoints
        self._preferences = preferences

    def typed(self) -> str:
        """Return what is typed and not sent; it is asked before what was asked last."""
        return self._composer.toPlainText().strip()

    def price_of(self, model: str) -> Price | None:
        """Return the price that the person entered for a model."""
        return prices_from_json(self._preferences.get("prices")).get(model)

    def _model(self, conversation_id: ConversationId) -> str:
        return self._endpoints.model_of(self._conversations.get(conversation_id))

    def show_question(self, setup: "SweepSetup", conversation_id: ConversationId) -> None:
        """Show what would be asked now, and what that takes."""
        path = self._conversations.path(conversation_id)
        asked = self.typed() or next((m.content for m in reversed(path) if m.content), "")
        setup.show_question(
            asked or QCoreApplication.translate("Sweep", "Write a message first, it will be asked.")
        )
        self.show_estimate(setup, conversation_id)

    def fill(self, setup: "SweepSetup", conversation_id: ConversationId) -> None:
        """Show what would be asked of a conversation, its price, and suggest values."""
        conversation = self._conversations.get(conversation_id)
        endpoint = self._endpoints.of(conversation)
        model = self._model(conversation_id)
        offered = self._endpoints.models(endpoint.id) if endpoint else ()
        names = [name for name in dict.fromkeys([model, *(m.id for m in offered)]) if name]
        for row in setup.axes:
            row.suggest("model", "\n".join(names[:SUGGESTED_MODELS]))
            row.suggest("system", conversation.system_text)
        setup.show_price(self.price_of(model))
        self.show_question(setup, conversation_id)

    def show_estimate(self, setup: "SweepSetup", conversation_id: ConversationId) -> None:
        """Say what the plan takes: requests, tokens and price, before anything is sent."""
        from chatapp.ui.sweeps.estimating import estimate_words

        plan = setup.plan()
        path = self._conversations.path(conversation_id)
        if (problem := plan.problem()) is not None:
            setup.show_estimate(translated(problem), problem=True)
        elif not self.typed() and not path:
            words = QCoreApplication.translate("Sweep", "There is nothing to ask yet.")
            setup.show_estimate(words, problem=True)
        else:
            body = self._generation.next.body(conversation_id)
            price = price_from_typed(*setup.prices())
            words = estimate_words(plan.run_count, path, self.typed(), body, price)
            setup.show_estimate(words, problem=False)

    async def begin(self, setup: "SweepSetup", conversation_id: ConversationId) -> Sweep:
        """Begin what is planned; the prices are kept. Raises a ``ChatAppError``."""
        price = price_from_typed(*setup.prices())
        if price is not None:
            known = prices_from_json(self._preferences.get("prices"))
            known[self._model(conversation_id)] = price
            self._preferences.set("prices", prices_to_json(known))
        await self._conversations.load(conversation_id)
        return await self._sweeps.begin(conversation_id, setup.plan(), self.typed(), setup.at_once)
