"""Telling odds before sampling from odds after it, by the same place at two temperatures."""

import math

from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.sampling.reported import PROBE_TEMPERATURES, Reported, compared
from chatapp.domain.sampling.tokens import Candidate, Step


def place(shares: list[float], temperature: float = 1.0) -> Step:
    heated = [p ** (1 / temperature) for p in shares]
    found = [Candidate(str(i), bytes([i]), math.log(p / sum(heated))) for i, p in enumerate(heated)]
    return Step(b"", tuple(found), 0, found[-1].logprob)


weights = st.lists(st.floats(0.01, 1.0), min_size=2, max_size=5)


@given(weights)
def test_each_kind_of_endpoint_is_told_or_left_open_but_never_mistaken(shares: list[float]) -> None:
    cool, warm = PROBE_TEMPERATURES
    assert compared(place(shares), place(shares)) in (Reported.BEFORE, None)
    assert compared(place(shares, cool), place(shares, warm)) in (Reported.AFTER, None)


def test_other_numbers_are_neither() -> None:
    assert compared(place([0.6, 0.4]), place([0.9, 0.1])) is Reported.NEITHER


def test_equal_or_single_candidates_do_not_tell() -> None:
    assert compared(place([0.5, 0.5]), place([0.5, 0.5])) is None
    assert compared(place([1.0]), place([1.0])) is None
