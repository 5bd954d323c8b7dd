"""Use and cost: counted once, and priced only where somebody said a price."""

from dataclasses import replace

import pytest

from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import ConversationId, EndpointId, Message, MessageId, Role
from chatapp.domain.replies import Reply, Usage
from chatapp.domain.usage import (
    Price,
    Tokens,
    UsageRow,
    cost_of,
    price_stated,
    spending_of,
    summed,
)

E = EndpointId("e")
MESSAGE = Message(
    MessageId("m"), ConversationId("c"), None, Role.ASSISTANT, model="gpt", endpoint_id=E,
    created_at=5.0,
)  # fmt: skip


def answer(usage: dict[str, object]) -> Message:
    return replace(MESSAGE, reply=Reply(usage=Usage(usage)))


def test_every_detail_of_a_count_is_taken() -> None:
    spending = spending_of(
        answer(
            {
                "prompt_tokens": 100,
                "completion_tokens": 50,
                "prompt_tokens_details": {
                    "cached_tokens": 40, "audio_tokens": 10, "image_tokens": 20
                },
                "completion_tokens_details": {"reasoning_tokens": 30, "audio_tokens": 5},
                "cost": 0.25,
            }
        )
    )  # fmt: skip
    assert spending is not None
    assert spending.tokens == Tokens(100, 50, 40, 30, 10, 5, 20)
    assert spending.tokens.total == 150
    assert spending.stated_cost == 0.25


@pytest.mark.parametrize("usage", [{}, {"total_tokens": 9}, {"prompt_tokens": "many"}])
def test_without_a_count_nothing_is_recorded(usage: dict[str, object]) -> None:
    assert spending_of(answer(usage)) is None
    assert spending_of(MESSAGE) is None


def test_a_detail_is_never_more_than_its_whole() -> None:
    usage = {"prompt_tokens": 5, "prompt_tokens_details": {"cached_tokens": 90}, "cost": -1}
    spending = spending_of(answer(usage))
    assert spending is not None
    assert spending.tokens == Tokens(prompt=5, cached=5)
    assert spending.stated_cost is None


def test_each_kind_of_token_has_its_price_or_that_of_plain_ones() -> None:
    tokens = Tokens(prompt=100, completion=50, cached=40, audio_in=10, audio_out=5, image=20)
    plain = Price(1_000_000, 2_000_000)
    assert cost_of(tokens, plain) == 100 + 100
    special = replace(plain, cached=500_000, audio_in=3_000_000, image=0, audio_out=4_000_000)
    assert cost_of(tokens, special) == 30 + 20 + 30 + 0 + 90 + 20


@pytest.mark.parametrize("price", [None, Price(), Price(prompt=1.0), Price(completion=1.0)])
def test_without_both_prices_there_is_no_cost(price: Price | None) -> None:
    assert cost_of(Tokens(100, 50), price) is None


def test_a_price_of_nothing_is_a_price() -> None:
    assert cost_of(Tokens(100, 50), Price(0.0, 0.0)) == 0.0


def test_what_an_endpoint_states_is_read_and_what_is_no_price_is_not() -> None:
    pricing: JsonObject = {
        "prompt": "0.000002", "completion": "0.00001", "input_cache_read": "0.0000005"
    }  # fmt: skip
    price = price_stated({"pricing": pricing})
    assert price is not None
    assert price.prompt == pytest.approx(2)
    assert price.completion == pytest.approx(10)
    assert price.cached == pytest.approx(0.5)
    for broken in ({}, {"prompt": "-1", "completion": "1"}, {"prompt": "free"}, {"prompt": "nan"}):
        assert price_stated({"pricing": broken}) is None
    assert price_stated({"pricing": "cheap"}) is None


def test_sums_say_when_a_part_of_them_has_no_price() -> None:
    parts = [
        (UsageRow("2026-11-25", 2, Tokens(1_000_000, 0), at=9.0), E, "priced"),
        (UsageRow("2026-11-25", 1, Tokens(5, 5), at=3.0), E, "unknown"),
        (UsageRow("2026-11-24", 1, Tokens(1, 1), cost=0.5, at=1.0), E, "stated"),
        (UsageRow("2026-11-23", 1, Tokens(1, 1)), E, "unknown"),
    ]
    today, before, first = summed(parts, {(E, "priced"): Price(3.0, 6.0)})
    assert (today.answers, today.tokens) == (3, Tokens(1_000_005, 5))
    assert (today.cost, today.is_partial, today.at) == (3.0, True, 9.0)
    assert (before.cost, before.is_partial) == (0.5, False)
    assert (first.cost, first.is_partial) == (None, True)
