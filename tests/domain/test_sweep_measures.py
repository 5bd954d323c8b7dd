"""Measures of texts and figures: exact where they are known, nothing where they are not."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import FailureRecord
from chatapp.domain.prices import Price
from chatapp.domain.replies import Choice, Reply, Timing, Usage
from chatapp.domain.sweep_measures import (
    MEASURES,
    agreement,
    cell_measures,
    distinct_n,
    mean_surprisal,
    self_similarity,
    similarity,
    words_of,
)
from chatapp.domain.sweeps import Axis, Run, SweepPlan, SweepResults


def test_words_are_found_in_many_scripts() -> None:
    assert words_of("Don't stop: it’s 3 o'clock!") == ("don't", "stop", "it’s", "3", "o'clock")
    assert words_of("東京 is big") == ("東", "京", "is", "big")
    assert words_of("…!?") == ()


def test_distinct_n_is_the_share_of_different_ngrams() -> None:
    assert distinct_n(["a b a b"], 1) == 0.5
    assert distinct_n(["a b a b"], 2) == 2 / 3
    assert distinct_n(["a", "b"], 2) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_similarity_is_symmetric_and_between_0_and_1(a: str, b: str) -> None:
    value = similarity(a, b)
    assert 0 <= value <= 1
    assert value == similarity(b, a)
    assert similarity(a, a) == 1


def test_similarity_counts_shared_word_pairs() -> None:
    assert similarity("the cat sat", "the cat ran") == 0.5
    assert similarity("one", "one two") == pytest.approx(2 / 3)
    assert similarity("a b", "c d") == 0


def test_repeats_and_references_are_compared_pair_by_pair() -> None:
    texts = ["a b", "a b", "c d"]
    assert self_similarity(texts) == pytest.approx(1 / 3)
    assert self_similarity(["only one"]) is None
    assert agreement(texts, ["a b"]) == pytest.approx(2 / 3)
    assert agreement(texts, []) is None


def test_surprisal_is_the_mean_of_what_is_told() -> None:
    told: JsonObject = {"content": [{"logprob": -1.0}, {"logprob": -3.0}, {"logprob": None}, 5]}
    assert mean_surprisal(told) == 2.0
    assert mean_surprisal({"content": []}) is None
    assert mean_surprisal({}) is None


def _run(number: int, text: str, **more: object) -> Run:
    reply = Reply(
        choices=(Choice(content=text),),
        usage=Usage({"prompt_tokens": 100, "completion_tokens": 10}),
        timing=Timing(first_token_ms=500.0 * (number + 1), total_ms=2500.0, streamed=True),
    )
    return Run(number, reply=reply, **more)  # type: ignore[arg-type]


def test_every_measure_of_a_cell_is_known_where_its_figures_are() -> None:
    plan = SweepPlan((Axis("temperature", (0, 1)),), repeats=2)
    runs = [
        _run(0, "a b c", surprisal=0.5, fits_schema=True),
        _run(1, "a b d", surprisal=1.5, fits_schema=False),
        Run(2, failure=FailureRecord("x", "y")),
    ]
    results = SweepResults(plan, {run.number: run for run in runs})
    found = cell_measures(results, 0, 0, Price(10, 30))
    assert found["words"] == 3
    assert found["tokens"] == 10
    assert found["surprisal"] == 1.0
    assert found["fits_schema"] == 0.5
    assert found["first_token"] == 0.75
    assert found["cost"] == pytest.approx(2 * (100 * 10 + 10 * 30) / 1e6)
    assert found["speed"] is not None
    assert all(value is not None and math.isfinite(value) for value in found.values())


def test_nothing_is_guessed_of_a_cell_without_answers() -> None:
    plan = SweepPlan((Axis("temperature", (0, 1)),), repeats=2)
    failed = Run(2, failure=FailureRecord("x", "y"))
    results = SweepResults(plan, {2: failed})
    assert set(cell_measures(results, 1, 0, Price(1, 1)).values()) == {None}
    assert cell_measures(results, 0, 0, None)["cost"] is None
    assert set(cell_measures(results, 0, 0, None)) == set(MEASURES)
