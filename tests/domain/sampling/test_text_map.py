"""Which characters which tokens made, down to the byte."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.sampling.text_map import map_tokens


@given(st.text(max_size=12), st.lists(st.integers(0, 40), max_size=6))
def test_every_cut_of_a_text_into_tokens_is_mapped_byte_by_byte(text: str, cuts: list[int]) -> None:
    data = text.encode()
    edges = [0, *sorted(min(c, len(data)) for c in cuts), len(data)]
    pieces = [data[a:b] for a, b in pairwise(edges)]
    found = map_tokens(text, pieces)
    if not data:
        assert found is None
        return
    assert found is not None
    sizes = [len(c.encode()) for c in text]
    starts = [sum(sizes[:i]) for i in range(len(text))]
    for at in range(len(text)):
        touching = [
            k
            for k, (a, b) in enumerate(pairwise(edges))
            if starts[at] < b > a < starts[at] + sizes[at]
        ]
        inside = [k for k in found.tokens_in(at, at + 1) if pieces[k]]
        assert inside == touching


def test_thinking_before_a_text_and_a_beginning_it_went_on_from_are_left_out() -> None:
    thought = map_tokens("Yes.", [b"<think>hm</think>", b"Yes", b"."])
    assert thought is not None
    assert thought.tokens_in(0, 4) == range(1, 3)
    went_on = map_tokens("It is so.", [b" is", b" so."])
    assert went_on is not None
    assert went_on.tokens_in(0, 2) == range(0)
    assert went_on.tokens_in(3, 4) == range(1)
    ended = map_tokens("Hi", [b"Hi", b"<end>"])
    assert ended is not None
    assert ended.tokens_in(0, 2) == range(1)
    assert map_tokens("something else", [b"Hi"]) is None
