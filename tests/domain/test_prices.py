"""Costs by entered prices, and estimates that say what they do not know."""

import pytest

from chatapp.domain.prices import (
    Estimate,
    Price,
    estimate,
    price_from_typed,
    prices_from_json,
    prices_to_json,
)
from chatapp.domain.replies import Usage


def test_a_price_is_that_of_a_million_tokens() -> None:
    price = Price(2.5, 10)
    assert price.of(1_000_000, 100_000) == 3.5
    assert price.of_usage(Usage({"prompt_tokens": 400, "completion_tokens": 0})) == 0.001
    assert price.of_usage(Usage({"prompt_tokens": 400})) is None
    assert price.of_usage(None) is None


@pytest.mark.parametrize(
    ("prompt", "answer", "price"),
    [
        ("2,5", "10", Price(2.5, 10)),
        ("0", "0", Price(0, 0)),
        ("", "1", None),
        ("1", "", None),
        ("-1", "1", None),
        ("nan", "1", None),
        ("1e9", "1", None),
        ("a", "b", None),
    ],
)
def test_only_two_numbers_are_a_price(prompt: str, answer: str, price: Price | None) -> None:
    assert price_from_typed(prompt, answer) == price


def test_prices_come_back_from_storage() -> None:
    prices = {"m": Price(0, 1.5)}
    assert prices_from_json(prices_to_json(prices)) == prices
    assert prices_from_json({"m": [1], "n": "x", "o": [1, "y"], "p": [True, 1]}) == {}
    assert prices_from_json(None) == {}


def test_an_estimate_says_the_most_that_can_come() -> None:
    price = Price(10, 20)
    assert estimate(10, 50, 999, 100, price) == Estimate(10, 500, 1000, 0.025, is_counted=True)
    assert estimate(10, None, 400, 100, price) == Estimate(10, 1000, 1000, 0.03, is_counted=False)


def test_without_a_limit_or_a_price_there_is_no_cost() -> None:
    assert estimate(10, 50, 0, None, Price(1, 1)).cost is None
    assert estimate(10, 50, 0, None, Price(1, 1)).answer_tokens is None
    assert estimate(10, 50, 0, 100, None).cost is None
