"""Tokens that were used and what they cost, from the endpoint's counts and the person's prices.

No price is invented: without one, and without a cost that the endpoint states, there is none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from enum import StrEnum

from chatapp.domain.json_value import JsonObject, as_number, as_object, as_text
from chatapp.domain.messages import ConversationId, EndpointId, Message
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import Reply

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Tokens:
    """Counts of one or many answers. ``prompt`` holds cached, sound and picture tokens as well,
    ``completion`` reasoning and spoken ones."""

    prompt: int = 0
    completion: int = 0
    cached: int = 0
    reasoning: int = 0
    audio_in: int = 0
    audio_out: int = 0
    image: int = 0

    def __add__(self, other: "Tokens") -> "Tokens":
        names = [f.name for f in fields(self)]
        return Tokens(*(getattr(self, name) + getattr(other, name) for name in names))

    @property
    def total(self) -> int:
        """All tokens, in and out."""
        return self.prompt + self.completion


@dataclass(frozen=True, slots=True)
class Price:
    """Prices of a million tokens; what is ``None`` costs as much as plain tokens of its way."""

    prompt: float | None = None
    completion: float | None = None
    cached: float | None = None
    audio_in: float | None = None
    audio_out: float | None = None
    image: float | None = None

    @property
    def is_known(self) -> bool:
        """Whether it says enough to count with."""
        return self.prompt is not None and self.completion is not None


class Purpose(StrEnum):
    """What a request was made for."""

    ANSWER = "answer"
    TITLE = "title"
    SWEEP = "sweep"
    TRIAL = "trial"
    """Whether an endpoint answers, and what its probabilities are."""


@dataclass(frozen=True, slots=True)
class Spending:
    """The use of one request, known by ``id``: an answer's is its message's. ``stated_cost`` is
    what the endpoint itself says that it cost; what no conversation asked for has an empty
    ``conversation_id``."""

    id: str
    conversation_id: ConversationId
    endpoint_id: EndpointId
    model: str
    at: float
    tokens: Tokens
    stated_cost: float | None = None
    purpose: Purpose = Purpose.ANSWER


class Grouping(StrEnum):
    """What use is summed up by; the values are columns of the store."""

    DAY = "day"
    MODEL = "model"
    ENDPOINT = "endpoint_id"
    CONVERSATION = "conversation_id"
    PURPOSE = "purpose"
    ANSWER = "message_id"


@dataclass(frozen=True, slots=True)
class UsageRow:
    """A sum. ``cost`` covers what has a price; ``is_partial`` says that some has none."""

    key: str
    answers: int
    tokens: Tokens
    cost: float | None = None
    is_partial: bool = False
    at: float = 0.0


def spending_of(message: Message) -> Spending | None:
    """Return what an answer used; ``None`` if its endpoint did not say."""
    if message.endpoint_id is None or message.reply is None:
        return None
    return spending_on(
        message.reply, message.id, message.conversation_id, message.endpoint_id, message.model,
        message.created_at,
    )  # fmt: skip


def spending_on(
    reply: Reply,
    own_id: str,
    conversation_id: ConversationId,
    endpoint_id: EndpointId,
    model: str,
    at: float,
    purpose: Purpose = Purpose.ANSWER,
) -> Spending | None:
    """Return what a reply used; ``None`` if its endpoint did not say."""
    usage = reply.usage
    if usage is None:
        return None
    counts = (usage.prompt_tokens, usage.completion_tokens)
    if all(count is None for count in counts):
        return None
    prompt, completion = (max(count or 0, 0) for count in counts)
    cached = usage.prompt_detail("cached_tokens")
    tokens = Tokens(
        prompt,
        completion,
        _within(cached, prompt),
        _within(usage.completion_detail("reasoning_tokens"), completion),
        _within(usage.prompt_detail("audio_tokens"), prompt),
        _within(usage.completion_detail("audio_tokens"), completion),
        _within(usage.prompt_detail("image_tokens"), prompt),
    )
    stated = as_number(usage.raw.get("cost"))
    return Spending(
        own_id,
        conversation_id,
        endpoint_id,
        model,
        at,
        tokens,
        stated if stated is not None and stated >= 0 else None,
        purpose,
    )


def _within(part: int | None, whole: int) -> int:
    """Return a part that is not more than the whole: some servers count otherwise."""
    return min(max(part or 0, 0), whole)


def cost_of(tokens: Tokens, price: Price | None) -> float | None:
    """Return what tokens cost; ``None`` without a price for both ways."""
    if price is None or price.prompt is None or price.completion is None:
        return None
    special_in = tokens.cached + tokens.audio_in + tokens.image
    plain_in = max(tokens.prompt - special_in, 0)
    plain_out = max(tokens.completion - tokens.audio_out, 0)
    parts = (
        (plain_in, price.prompt),
        (tokens.cached, _or(price.cached, price.prompt)),
        (tokens.audio_in, _or(price.audio_in, price.prompt)),
        (tokens.image, _or(price.image, price.prompt)),
        (plain_out, price.completion),
        (tokens.audio_out, _or(price.audio_out, price.completion)),
    )
    return sum(count * each for count, each in parts) / MILLION


def _or(price: float | None, plain: float) -> float:
    return plain if price is None else price


def price_stated(model: JsonObject) -> Price | None:
    """Return the price that an endpoint's list states for a model, in its own currency (US
    dollars where this is done): amounts per token, as text."""
    pricing = as_object(model.get("pricing"))
    names = {
        "prompt": "prompt", "completion": "completion", "input_cache_read": "cached",
        "audio": "audio_in",
    }  # fmt: skip
    found = {ours: _per_million(pricing.get(theirs)) for theirs, ours in names.items()}
    price = Price(**found)
    return price if price.is_known else None


def _per_million(stated: object) -> float | None:
    value = as_number(stated)
    if value is None:
        try:
            value = float(as_text(stated))
        except ValueError:
            return None
    return value * MILLION if 0 <= value < float("inf") else None


def summed(
    parts: Iterable[tuple[UsageRow, EndpointId, str]],
    prices: Mapping[tuple[EndpointId, str], Price],
) -> list[UsageRow]:
    """Return one row for each key, in the order they come first.

    A part is what one model of one endpoint used; its ``cost`` is what the endpoint stated.
    """
    rows: dict[str, UsageRow] = {}
    for part, endpoint_id, model in parts:
        cost = part.cost
        if cost is None:
            cost = cost_of(part.tokens, prices.get((endpoint_id, model)))
        old = rows.get(part.key, UsageRow(part.key, 0, Tokens()))
        rows[part.key] = replace(
            old,
            answers=old.answers + part.answers,
            tokens=old.tokens + part.tokens,
            cost=old.cost if cost is None else (old.cost or 0.0) + cost,
            is_partial=old.is_partial or cost is None,
            at=max(old.at, part.at),
        )
    return list(rows.values())
