"""What requests cost, by the prices that the person entered; none is ever invented."""

from collections.abc import Mapping

from chatapp.domain.json_value import JsonValue, as_number, as_object
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import Usage

CHARACTERS_A_TOKEN = 4
"""A rule of thumb for prompts of which nobody has counted the tokens."""
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """The price of a million tokens of the prompt and of the answer, in one currency."""

    prompt: float
    answer: float

    def of(self, prompt_tokens: float, answer_tokens: float) -> float:
        """Return what so many tokens cost."""
        return (prompt_tokens * self.prompt + answer_tokens * self.answer) / _MILLION

    def of_usage(self, usage: Usage | None) -> float | None:
        """Return what a reply cost, if it says how many tokens it took."""
        if usage is None or usage.prompt_tokens is None or usage.completion_tokens is None:
            return None
        return self.of(usage.prompt_tokens, usage.completion_tokens)


Prices = Mapping[str, Price]
"""Prices by model."""


def price_from_typed(prompt: str, answer: str) -> Price | None:
    """Return the price that a person typed; nothing unless both are numbers from 0 up."""
    try:
        price = Price(float(prompt.replace(",", ".")), float(answer.replace(",", ".")))
    except ValueError:
        return None
    return price if 0 <= price.prompt < _MILLION and 0 <= price.answer < _MILLION else None


def prices_to_json(prices: Prices) -> dict[str, JsonValue]:
    """Return prices as they are stored."""
    return {model: [price.prompt, price.answer] for model, price in prices.items()}


def prices_from_json(stored: object) -> dict[str, Price]:
    """Read stored prices; what makes no sense is passed over."""
    prices: dict[str, Price] = {}
    for model, pair in as_object(stored).items():
        numbers = [as_number(n) for n in pair] if isinstance(pair, (list, tuple)) else []
        if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
            prices[model] = Price(numbers[0], numbers[1])
    return prices


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a number of requests will take, before they are made.

    ``answer_tokens`` is the most that can come, or ``None`` without a limit; so is ``cost``
    without that or without a price. ``is_counted`` says that a server has counted the prompt.
    """

    requests: int
    prompt_tokens: int
    answer_tokens: int | None
    cost: float | None
    is_counted: bool


def estimate(
    requests: int,
    prompt_tokens: int | None,
    prompt_characters: int,
    answer_limit: int | None,
    price: Price | None,
) -> Estimate:
    """Return what ``requests`` of one prompt take; the limit is that of one answer."""
    each = prompt_tokens if prompt_tokens is not None else prompt_characters // CHARACTERS_A_TOKEN
    total = each * requests
    most = answer_limit * requests if answer_limit is not None else None
    cost = price.of(total, most) if price is not None and most is not None else None
    return Estimate(requests, total, most, cost, prompt_tokens is not None)
