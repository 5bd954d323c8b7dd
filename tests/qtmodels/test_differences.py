"""What lies between two orders of a list."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.qtmodels.differences import Change, difference

ROWS = st.lists(st.integers(0, 30), unique=True, max_size=12)


@given(ROWS, ROWS)
def test_the_difference_turns_one_order_into_the_other(old: list[int], new: list[int]) -> None:
    change = difference(old, new)
    first, last = change.first, change.last
    match change.kind:
        case Change.NONE:
            assert old == new
        case Change.INSERTED:
            assert old[:first] + new[first : last + 1] + old[first:] == new
        case Change.REMOVED:
            assert old[:first] + old[last + 1 :] == new
        case Change.MOVED_UP:
            rest = old[:last] + old[last + 1 :]
            assert [*rest[:first], old[last], *rest[first:]] == new
        case Change.OTHER:
            assert old != new


def test_the_usual_changes_are_told_exactly() -> None:
    rows = list(range(1000))
    assert difference(rows, [5, *rows[:5], *rows[6:]]).kind is Change.MOVED_UP
    assert difference(rows, [-1, *rows]).kind is Change.INSERTED
    removed = difference(rows, rows[:500] + rows[510:])
    assert (removed.kind, removed.first, removed.last) == (Change.REMOVED, 500, 509)
    assert difference(rows, rows[::-1]).kind is Change.OTHER
