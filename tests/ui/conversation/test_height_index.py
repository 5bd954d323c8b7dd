"""The height index agrees with plain sums, whatever happens to it."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.ui.conversation.height_index import HeightIndex

HEIGHTS = st.lists(st.integers(0, 500), max_size=60)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["append", "change", "truncate"]), st.integers(0, 99), st.integers(0, 500)
    ),
    max_size=40,
)


@given(HEIGHTS, STEPS)
def test_sums_are_those_of_a_plain_list(
    heights: list[int], steps: list[tuple[str, int, int]]
) -> None:
    index, plain = HeightIndex(heights), list(heights)
    for step, place, height in steps:
        if step == "append":
            index.append(height)
            plain.append(height)
        elif step == "truncate":
            index.truncate(place)
            del plain[place:]
        elif plain:
            grown = index.change(place % len(plain), height)
            assert grown == height - plain[place % len(plain)]
            plain[place % len(plain)] = height
    assert len(index) == len(plain)
    assert index.total == sum(plain)
    assert [index.top_of(at) for at in range(len(plain))] == [
        sum(plain[:at]) for at in range(len(plain))
    ]


@given(st.lists(st.integers(1, 50), min_size=1, max_size=40), st.integers(-10, 2500))
def test_finding_an_offset_gives_the_thing_there(heights: list[int], offset: int) -> None:
    at, into = HeightIndex(heights).find(offset)
    assert sum(heights[:at]) + into == max(0, offset)
    assert into < heights[at] or at == len(heights) - 1


def test_an_empty_index_has_nothing_anywhere() -> None:
    assert HeightIndex().find(7) == (0, 7)
    assert HeightIndex().total == 0
