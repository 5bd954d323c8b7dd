"""An answer gathered into columns: the greatest of each run, however it grew."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.json_value import JsonValue
from chatapp.domain.sampling.answers import AnswerTokens
from chatapp.domain.sampling.profile import Profile
from tests.ui.lens.lens_data import entry

SHARES = st.lists(st.floats(0.01, 0.99), min_size=1, max_size=120)


def grown(shares: list[float], most: int, at_once: int) -> tuple[Profile, AnswerTokens]:
    """Return the profile of an answer that was measured and followed in pieces."""
    content: list[JsonValue] = [entry("a", share, {"b": 1 - share}) for share in shares]
    answer = AnswerTokens({"content": content})
    profile = Profile(answer, most)
    while not answer.measure(at_once):
        profile.follow()
    profile.follow()
    return profile, answer


@given(SHARES, st.integers(2, 20), st.integers(1, 30))
def test_every_run_has_the_greatest_of_its_tokens(
    shares: list[float], most: int, at_once: int
) -> None:
    profile, answer = grown(shares, most, at_once)
    for found, values in (
        (profile.surprisals, answer.surprisals),
        (profile.entropies, answer.entropies),
    ):
        runs = [values[at : at + profile.span] for at in range(0, len(values), profile.span)]
        assert list(found) == [max(run) for run in runs]


@given(SHARES, st.integers(2, 20))
def test_there_are_never_more_runs_than_wanted_and_more_than_half_once_they_are_joined(
    shares: list[float], most: int
) -> None:
    profile, answer = grown(shares, most, 7)
    assert len(profile.surprisals) <= most
    assert profile.span == 1 or len(profile.surprisals) > most // 2
    assert len(profile.surprisals) == -(-len(answer) // profile.span)


def test_a_profile_that_has_followed_does_not_look_back() -> None:
    profile, answer = grown([0.5] * 10, 4, 10)
    answer.surprisals[0] = 99.0
    profile.follow()
    assert max(profile.surprisals) < 99.0
