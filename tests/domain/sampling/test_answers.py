"""A whole answer: counting, measuring, jumping, and what would have become of it."""

import math

import pytest

from chatapp.domain.json_value import JsonValue
from chatapp.domain.sampling.answers import AnswerTokens, WhatIf, what_if
from chatapp.domain.sampling.samplers import Samplers


def answer_of(*places: dict[str, float]) -> AnswerTokens:
    """Return an answer in which the first candidate named came at each place."""
    return AnswerTokens({"content": [_entry(place) for place in places]})


def _entry(place: dict[str, float]) -> JsonValue:
    def one(token: str, share: float) -> dict[str, JsonValue]:
        return {"token": token, "bytes": list(token.encode()), "logprob": math.log(share)}

    first = next(iter(place))
    listed: JsonValue = [one(*pair) for pair in place.items()]
    return {**one(first, place[first]), "top_logprobs": listed}


SURE = {"a": 0.99, "b": 0.01}
EVEN = {"a": 0.5, "b": 0.5}
RARE = {"b": 0.1, "a": 0.9}


def last(answer: AnswerTokens, samplers: Samplers) -> WhatIf:
    """Return the account of the whole answer."""
    return list(what_if(answer, samplers))[-1]


def test_what_if_counts_what_was_impossible_and_what_was_certain() -> None:
    answer = answer_of(SURE, EVEN, RARE, SURE)
    found = last(answer, Samplers(top_p=0.8))
    assert (found.tokens, found.impossible, found.certain) == (4, 1, 2)
    assert found.first_impossible == 2
    assert found.followed == pytest.approx((1.5, 1.5))


def test_an_answer_that_could_not_have_gone_otherwise_is_followed_to_its_end() -> None:
    found = last(answer_of(SURE, SURE, SURE), Samplers(temperature=0.0))
    assert found.certain == 3
    assert found.followed == pytest.approx((3.0, 3.0))


def test_an_answer_that_grows_is_measured_once() -> None:
    content = [_entry(SURE)]
    logprobs: dict[str, JsonValue] = {"content": content}
    answer = AnswerTokens(logprobs)
    assert answer.measure(10)
    content.append(_entry(EVEN))
    assert answer.reads(logprobs)
    assert len(answer) == 2
    assert answer.measure(10)
    assert list(answer.entropies)[1] == pytest.approx(math.log(2))
    assert list(answer.ranks) == [0, 0]


def test_uncertain_places_are_found_forwards_and_backwards() -> None:
    answer = answer_of(SURE, SURE, EVEN, SURE, SURE)
    answer.measure(5)
    assert answer.uncertain(0, 1) == 2
    assert answer.uncertain(4, -1) == 2
    assert answer.uncertain(2, 1) is None


def test_penalties_see_the_tokens_before_the_place_and_no_others() -> None:
    answer = answer_of(EVEN, EVEN, EVEN)
    samplers = Samplers(presence_penalty=2.0)
    assert answer.shaped(0, samplers).share(0) == pytest.approx(0.5)
    assert answer.shaped(2, samplers).share(0) < 0.2
    assert answer.shaped(1, samplers).share(0) == answer.shaped(2, samplers).share(0)


def test_an_answer_without_probabilities_is_empty() -> None:
    assert len(AnswerTokens({})) == 0
    assert len(AnswerTokens({"content": None})) == 0
