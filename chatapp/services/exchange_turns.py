"""Exchanges and steps put together to turns: all that one answer to a question took.

What was asked on the side, for a title or for a sweep, is no turn: all of a kind are together.
"""

from collections.abc import Iterable
from dataclasses import field

from chatapp.domain.conversation import MessageTree
from chatapp.domain.exchanges import Exchange, ExchangeKind, Step
from chatapp.domain.messages import MessageId, Role
from chatapp.domain.quick_dataclass import dataclass

LONGEST_TITLE = 120


@dataclass(slots=True)
class ExchangeTurn:
    """One turn, in the order of time; ``key`` is the id of its first answer. Of another
    ``kind`` it is everything of that kind."""

    key: str
    title: str
    exchanges: list[Exchange] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    kind: ExchangeKind = ExchangeKind.CHAT

    def put(self, exchange: Exchange) -> None:
        """Take an exchange of this turn, or its newer state."""
        for at, known in enumerate(self.exchanges):
            if known.id == exchange.id:
                self.exchanges[at] = exchange
                return
        self.exchanges.append(exchange)


def turn_key(tree: MessageTree, message_id: MessageId | None) -> tuple[str, str]:
    """Return the turn that an answer belongs to, and what was asked in it.

    A turn begins with the answer to a message of the person's; the rounds of tools after it
    are of the same turn. A message that is gone is a turn of its own.
    """
    first, words = str(message_id or ""), ""
    current = message_id
    while current is not None and current in tree:
        message = tree.get(current)
        if message.role is Role.USER:
            words = message.text
            break
        first, current = str(current), message.parent_id
    title = next((line.strip() for line in words.splitlines() if line.strip()), "")
    return first, title[:LONGEST_TITLE]


def new_turn(tree: MessageTree, exchange: Exchange) -> ExchangeTurn:
    """Return the turn that an exchange belongs to, without anything in it."""
    kind = exchange.link.kind
    if kind is not ExchangeKind.CHAT:
        return ExchangeTurn(f"kind/{kind}", "", kind=kind)
    return ExchangeTurn(*turn_key(tree, exchange.link.message_id))


def in_call_order(tree: MessageTree, steps: Iterable[Step]) -> list[Step]:
    """Return steps in the order of the calls that they are of: calls of one message run side by
    side, and their steps begin in any order."""
    places: dict[MessageId, dict[str, int]] = {}

    def place(step: Step) -> int:
        known = places.get(step.message_id)
        if known is None:
            calls = tree.get(step.message_id).choice.tool_calls if step.message_id in tree else ()
            known = places[step.message_id] = {call.id: at for at, call in enumerate(calls)}
        return known.get(step.call_id, len(known))

    return sorted(steps, key=place)


def turns_of(
    tree: MessageTree, exchanges: Iterable[Exchange], steps: Iterable[Step]
) -> list[ExchangeTurn]:
    """Return the turns of a conversation in the order in which they began."""
    turns: dict[str, ExchangeTurn] = {}

    for exchange in exchanges:
        turn = new_turn(tree, exchange)
        turns.setdefault(turn.key, turn).exchanges.append(exchange)
    for step in in_call_order(tree, steps):
        turn = ExchangeTurn(*turn_key(tree, step.message_id))
        turns.setdefault(turn.key, turn).steps.append(step)
    return list(turns.values())
