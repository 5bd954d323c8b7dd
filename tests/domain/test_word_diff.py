"""Word diffs: each side can be read back whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.word_diff import MAX_PIECES, Side, Stretch, word_diff


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_both_texts_can_be_read_back(left: str, right: str) -> None:
    found = word_diff(left, right)
    assert "".join(s.text for s in found if s.side is not Side.RIGHT) == left
    assert "".join(s.text for s in found if s.side is not Side.LEFT) == right


def test_what_differs_is_words_not_letters() -> None:
    assert word_diff("the cat sat", "the dog sat") == [
        Stretch(Side.BOTH, "the "),
        Stretch(Side.LEFT, "cat"),
        Stretch(Side.RIGHT, "dog"),
        Stretch(Side.BOTH, " sat"),
    ]
    assert word_diff("same", "same") == [Stretch(Side.BOTH, "same")]
    assert word_diff("", "") == []


@pytest.mark.parametrize("side", ["left", "right"])
def test_beyond_the_limit_the_rest_is_told_apart_as_a_whole(side: str) -> None:
    long, short = "a " * MAX_PIECES, "a"
    found = word_diff(long, short) if side == "left" else word_diff(short, long)
    joined = "".join(
        s.text for s in found if s.side is not (Side.RIGHT if side == "left" else Side.LEFT)
    )
    assert joined == long
