"""Costs in words claim nothing that is not known."""

from chatapp.domain.usage import Purpose, Tokens, UsageRow
from chatapp.ui.spending_words import (
    conversation_cost,
    conversation_words,
    cost_words,
    purpose_name,
)


def test_costs_are_written_so_that_nothing_is_claimed() -> None:
    assert cost_words(None) == "–"
    assert cost_words(0.0) == "0.0000"
    assert cost_words(0.00125) == "0.0013"
    assert cost_words(0.000012) == "0.000012"
    assert cost_words(12.5) == "12.50"
    assert cost_words(1.0, is_partial=True) == "≥ 1.00"


def test_what_a_conversation_used_is_said_by_purpose() -> None:
    rows = [
        UsageRow("answer", 2, Tokens(1_000, 200), 0.5, is_partial=True),
        UsageRow("title", 1, Tokens(20, 3)),
    ]
    assert conversation_words(rows).split("\n") == [
        "This conversation so far",
        "Answers: 1200 tokens, cost ≥ 0.5000",
        "Titles: 23 tokens",
    ]
    assert conversation_cost(rows) == "cost ≥ 0.5000"


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert conversation_words([]) == ""
    assert conversation_cost([]) == ""
    assert conversation_cost([UsageRow("answer", 1, Tokens(9, 9), None, is_partial=True)]) == ""


def test_every_purpose_has_a_name() -> None:
    names = {purpose_name(purpose.value) for purpose in Purpose}
    assert len(names) == len(Purpose)
    assert purpose_name("later") == "later"
