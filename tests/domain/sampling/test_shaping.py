"""The samplers against whole vocabularies that the endpoint shows only the top of."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatapp.domain.sampling.samplers import (
    LLAMA_ORDER,
    OPENAI_ORDER,
    VLLM_ORDER,
    Samplers,
    Stage,
)
from chatapp.domain.sampling.shaping import shape
from chatapp.domain.sampling.tokens import Candidate, Step


def step_of(weights: list[float], listed: int, sampled: int = 0) -> Step:
    """Return a place of which the endpoint lists the ``listed`` likeliest tokens."""
    total = sum(weights)
    shares = sorted((w / total for w in weights), reverse=True)[:listed]
    found = [Candidate(str(i), bytes([i]), math.log(p)) for i, p in enumerate(shares)]
    return Step(bytes([sampled]), tuple(found), sampled, found[-1].logprob)


def truth(weights: list[float], samplers: Samplers) -> list[float]:
    """Apply the samplers to a whole vocabulary, the plain way."""
    total = sum(weights)
    shares = sorted((w / total for w in weights), reverse=True)
    for stage in samplers.order:
        total = sum(shares)
        if stage is Stage.TOP_K and samplers.top_k:
            shares = shares[: samplers.top_k]
        elif stage is Stage.TOP_P and samplers.top_p < 1:
            reached, kept = 0.0, 0
            while kept < len(shares) and reached < samplers.top_p:
                reached += shares[kept] / total
                kept += 1
            shares = shares[: max(1, kept)]
        elif stage is Stage.MIN_P:
            shares = [p for p in shares if p >= shares[0] * samplers.min_p]
        elif stage is Stage.TEMPERATURE:
            if samplers.temperature == 0:
                shares = shares[:1]
            else:
                shares = [(p / shares[0]) ** (1 / samplers.temperature) for p in shares]
    total = sum(shares)
    return [p / total for p in shares]


def entropy(shares: list[float]) -> float:
    """Return the entropy in nats."""
    return -sum(p * math.log(p) for p in shares if p > 0)


ALL = step_of([5, 3, 1, 1], 4)


def test_temperature_1_changes_nothing() -> None:
    shaped = shape(ALL, Samplers())
    assert [round(shaped.share(i), 9) for i in range(4)] == [0.5, 0.3, 0.1, 0.1]
    assert shaped.unseen == (0.0, 0.0)
    assert shaped.entropy[0] == pytest.approx(entropy([0.5, 0.3, 0.1, 0.1]))


def test_temperature_0_leaves_the_likeliest_token_alone() -> None:
    shaped = shape(ALL, Samplers(temperature=0.0))
    assert shaped.shares == ((1.0, 1.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0))
    assert shaped.entropy == (0.0, 0.0)
    assert shaped.reachable_count == (1.0, 1.0)


def test_the_nucleus_holds_the_token_that_reaches_its_share() -> None:
    shaped = shape(ALL, Samplers(top_p=0.75))
    assert [shaped.is_reachable(i) for i in range(4)] == [True, True, False, False]
    assert shaped.share(0) == pytest.approx(0.625)
    one = shape(ALL, Samplers(top_p=0.0))
    assert [one.is_reachable(i) for i in range(4)] == [True, False, False, False]


def test_the_order_of_the_samplers_decides_what_a_nucleus_holds() -> None:
    hot = Samplers(temperature=2.0, top_p=0.75)
    first = shape(ALL, replace(hot, order=OPENAI_ORDER))
    last = shape(ALL, replace(hot, order=LLAMA_ORDER))
    assert first.listed_reachable == 3
    assert last.listed_reachable == 2


def test_min_p_and_top_k_cut_where_they_say() -> None:
    assert shape(ALL, Samplers(min_p=0.5)).listed_reachable == 2
    assert shape(ALL, Samplers(top_k=3)).listed_reachable == 3


def test_penalties_count_what_was_said_before() -> None:
    samplers = Samplers(presence_penalty=1.0, frequency_penalty=0.5)
    shaped = shape(ALL, samplers, counts=[2, 0, 0, 0])
    assert shaped.share(0) / shaped.share(1) == pytest.approx(5 / 3 * math.exp(-2.0))
    unknown = step_of([5, 3, 1, 1], 2)
    low, high = shape(unknown, samplers, counts=[0, 0], most_unseen_count=3).unseen
    assert low < high


def test_probabilities_after_a_temperature_are_taken_back_to_those_before_it() -> None:
    reported = step_of([w**0.5 for w in (5, 3, 1, 1)], 4)
    shaped = shape(reported, Samplers(), given_temperature=2.0)
    assert [round(shaped.share(i), 9) for i in range(4)] == [0.5, 0.3, 0.1, 0.1]


def test_a_token_outside_the_list_does_not_bound_the_unseen_ones() -> None:
    found = [Candidate("a", b"a", math.log(0.5)), Candidate("z", b"z", math.log(1e-6))]
    step = Step(b"z", tuple(found), 1, math.log(0.5))
    low, high = shape(step, Samplers(temperature=0.5)).unseen
    assert high > 0.4
    assert low < 0.1


@st.composite
def vocabularies(draw: st.DrawFn) -> tuple[list[float], int, Samplers]:
    weights = draw(st.lists(st.floats(1e-3, 10), min_size=3, max_size=60))
    samplers = Samplers(
        temperature=draw(st.sampled_from([0.0, 0.2, 0.5, 1.0, 1.3, 2.0])),
        top_p=draw(st.sampled_from([0.1, 0.5, 0.9, 1.0])),
        min_p=draw(st.sampled_from([0.0, 0.05, 0.3])),
        top_k=draw(st.sampled_from([0, 1, 3, 40])),
        order=draw(st.sampled_from([OPENAI_ORDER, LLAMA_ORDER, VLLM_ORDER])),
    )
    return weights, draw(st.integers(2, len(weights))), samplers


@given(vocabularies())
@settings(max_examples=400)
def test_a_vocabulary_that_is_wholly_listed_gives_exact_results(
    given_one: tuple[list[float], int, Samplers],
) -> None:
    weights, _, samplers = given_one
    shaped = shape(step_of(weights, len(weights)), samplers)
    expected = truth(weights, samplers)
    if any(abs(s - samplers.top_p) < 1e-6 for s in _sums(weights, samplers)):
        return  # the cut falls between two roundings
    for at, share in enumerate(expected):
        assert shaped.share(at) == pytest.approx(share, abs=1e-6)
    assert shaped.listed_reachable == len(expected)
    assert shaped.entropy[0] == pytest.approx(entropy(expected), abs=1e-5)


def _sums(weights: list[float], samplers: Samplers) -> list[float]:
    """Return every sum at which the nucleus could be cut."""
    sums = []
    for top_k in (0, samplers.top_k):
        for power in (1.0, 1 / samplers.temperature if samplers.temperature else 1.0):
            for min_p in (0.0, samplers.min_p):
                shares = sorted((w**power for w in weights), reverse=True)
                shares = [p for p in shares if p >= shares[0] * min_p][: top_k or None]
                total = sum(shares)
                reached = 0.0
                for share in shares:
                    reached += share / total
                    sums.append(reached)
    return sums


@given(vocabularies())
@settings(max_examples=400)
def test_heating_alone_keeps_the_truth_between_the_bounds(
    given_one: tuple[list[float], int, Samplers],
) -> None:
    weights, listed, samplers = given_one
    samplers = Samplers(temperature=samplers.temperature or 0.7)
    shaped = shape(step_of(weights, listed), samplers)
    expected = truth(weights, samplers)
    for at, (low, high) in enumerate(shaped.shares):
        assert low - 1e-6 <= expected[at] <= high + 1e-6
    low, high = shaped.unseen
    assert low - 1e-6 <= sum(expected[listed:]) <= high + 1e-6
    low, high = shaped.reachable_count
    assert low - 1e-6 <= len(expected) <= high + 1e-6
    if samplers.temperature == 1.0:
        low, high = shaped.entropy
        assert low - 1e-5 <= entropy(expected) <= high + 1e-5
