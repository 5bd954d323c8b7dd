"""What of the recorded exchanges stays in memory: of the last few conversations, not of all.

The disk has the rest. The conversation that is looked at stays, and so does whatever is not on
the disk yet.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from chatapp.domain.exchanges import Exchange, ExchangeId, Step, StepId, ToolRun
from chatapp.domain.messages import ConversationId

MOST_CONVERSATIONS = 4
MOST_UNTIED = 50
"""Exchanges of no conversation that are kept in memory."""

MOST_TEXT = 8_000_000
"""Characters of arguments and results of all tool runs that are kept in memory."""


class ExchangeMemory:
    """Exchanges, their packed request bodies and the steps between them, by conversation."""

    def __init__(self, most_text: int = MOST_TEXT) -> None:
        self._exchanges: dict[ConversationId | None, dict[ExchangeId, Exchange]] = {}
        self._requests: dict[ExchangeId, bytes] = {}
        self._steps: dict[ConversationId, dict[StepId, Step]] = {}
        self._recent: dict[ConversationId, bool] = {}
        self._looked_at: ConversationId | None = None
        self._most_text = most_text
        self._texts: dict[StepId, tuple[ConversationId, int]] = {}
        self._text = 0
        self.unsaved: set[str] = set()
        """What is on its way to the disk: exchanges and steps."""

    # What is kept

    def put(self, exchange: Exchange, request: bytes | None = None) -> None:
        """Take an exchange or a newer state of it, and its packed request."""
        conversation_id = exchange.link.conversation_id
        self._exchanges.setdefault(conversation_id, {})[exchange.id] = exchange
        if request is not None:
            self._requests[exchange.id] = request
        if conversation_id is None:
            self._keep_few_untied()
        else:
            self._touch(conversation_id)

    def put_step(self, step: Step) -> None:
        """Take a step or a newer state of it."""
        self._steps.setdefault(step.conversation_id, {})[step.id] = step
        self._count_text(step)
        self._touch(step.conversation_id)

    def fill(
        self,
        conversation_id: ConversationId,
        kept: Iterable[tuple[Exchange, bytes]],
        steps: Iterable[Step],
    ) -> None:
        """Take what the disk has of a conversation; what has happened meanwhile stays."""
        read = list(kept)
        newer = self._exchanges.get(conversation_id, {})
        self._exchanges[conversation_id] = {e.id: e for e, _ in read} | newer
        self._requests = {e.id: request for e, request in read} | self._requests
        newer_steps = self._steps.get(conversation_id, {})
        self._steps[conversation_id] = {s.id: s for s in steps} | newer_steps
        for step in list(self._steps[conversation_id].values()):
            self._count_text(step)

    def begin_to_look(self, conversation_id: ConversationId) -> bool:
        """Keep a conversation from now on; return whether the disk must be read for it."""
        known = self._recent.pop(conversation_id, False)
        self._recent[conversation_id] = True
        self._looked_at = conversation_id
        self._forget_the_oldest()
        return not known

    def put_back(self, kept: Iterable[tuple[Exchange, bytes]], steps: Iterable[Step]) -> None:
        """Take what was deleted and is on the disk again, each at its place in time; of
        conversations that nothing is known of, it stays there."""
        for exchange, request in kept:
            known = self._exchanges.get(exchange.link.conversation_id)
            if known is not None:
                known[exchange.id] = exchange
                self._requests[exchange.id] = request
                self._exchanges[exchange.link.conversation_id] = dict(sorted(known.items()))
        for step in steps:
            own = self._steps.get(step.conversation_id)
            if own is not None:
                own[step.id] = step
                self._steps[step.conversation_id] = dict(sorted(own.items()))
                self._count_text(step)

    # What there is

    def of(self, conversation_id: ConversationId | None) -> Sequence[Exchange]:
        """Return the exchanges of a conversation in order."""
        return list(self._exchanges.get(conversation_id, {}).values())

    def find(
        self, conversation_id: ConversationId | None, exchange_id: ExchangeId
    ) -> Exchange | None:
        """Return one exchange of a conversation."""
        return self._exchanges.get(conversation_id, {}).get(exchange_id)

    def request(self, exchange_id: ExchangeId) -> bytes:
        """Return the packed body that was sent."""
        return self._requests.get(exchange_id, b"")

    def steps(self, conversation_id: ConversationId) -> list[Step]:
        """Return the steps of a conversation in order."""
        return list(self._steps.get(conversation_id, {}).values())

    # What goes

    def drop(self, exchange: Exchange) -> None:
        """Forget an exchange."""
        self._exchanges.get(exchange.link.conversation_id, {}).pop(exchange.id, None)
        self._requests.pop(exchange.id, None)

    def drop_step(self, step: Step) -> None:
        """Forget a step."""
        self._steps.get(step.conversation_id, {}).pop(step.id, None)
        _, length = self._texts.pop(step.id, (step.conversation_id, 0))
        self._text -= length

    def clear(self) -> list[ConversationId | None]:
        """Forget everything; return of which conversations something was known."""
        known = [*self._exchanges, *(c for c in self._steps if c not in self._exchanges)]
        for memory in (self._exchanges, self._requests, self._steps, self._texts):
            memory.clear()
        self._text = 0
        return known

    def _touch(self, conversation_id: ConversationId) -> None:
        """Note that something happened in a conversation."""
        if conversation_id not in self._recent:
            self._recent[conversation_id] = False
            self._forget_the_oldest()

    def _forget_the_oldest(self) -> None:
        spare = len(self._recent) - MOST_CONVERSATIONS
        for conversation_id in list(self._recent):
            if spare <= 0:
                return
            if conversation_id != self._looked_at and not self._is_unsaved(conversation_id):
                self._forget(conversation_id)
                spare -= 1

    def _is_unsaved(self, conversation_id: ConversationId) -> bool:
        held = (
            *self._exchanges.get(conversation_id, {}),
            *self._steps.get(conversation_id, {}),
        )
        return any(name in self.unsaved for name in held)

    def _forget(self, conversation_id: ConversationId) -> None:
        del self._recent[conversation_id]
        for exchange_id in self._exchanges.pop(conversation_id, {}):
            self._requests.pop(exchange_id, None)
        for step_id in self._steps.pop(conversation_id, {}):
            _, length = self._texts.pop(step_id, (conversation_id, 0))
            self._text -= length

    def _keep_few_untied(self) -> None:
        untied = self._exchanges[None]
        for exchange_id in list(untied)[: max(len(untied) - MOST_UNTIED, 0)]:
            if exchange_id not in self.unsaved:
                del untied[exchange_id]
                self._requests.pop(exchange_id, None)

    def _count_text(self, step: Step) -> None:
        """Keep the texts of tool runs within bounds: those of the oldest go to the disk only."""
        if not isinstance(step, ToolRun):
            return
        _, before = self._texts.pop(step.id, (step.conversation_id, 0))
        length = len(step.arguments) + len(step.result)
        self._texts[step.id] = (step.conversation_id, length)
        self._text += length - before
        spare, goes = self._text - self._most_text, []
        for step_id, (_, own) in self._texts.items():
            if spare <= 0:
                break
            if step_id != step.id and step_id not in self.unsaved:
                goes.append(step_id)
                spare -= own
        for step_id in goes:
            self._strip(step_id)

    def _strip(self, step_id: StepId) -> None:
        conversation_id, length = self._texts.pop(step_id)
        self._text -= length
        steps = self._steps.get(conversation_id, {})
        run = steps.get(step_id)
        if isinstance(run, ToolRun):
            steps[step_id] = replace(run, arguments="", result="", is_whole=False)
