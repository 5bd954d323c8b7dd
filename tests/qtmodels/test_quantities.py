"""Times and sizes in few characters."""

import pytest

from chatapp.qtmodels.quantities import duration, size


@pytest.mark.parametrize(
    ("ms", "words"),
    [(0.34, "0.3 ms"), (480.4, "480 ms"), (2413, "2.41 s"), (185_000, "3:05 min")],
)
def test_times(ms: float, words: str) -> None:
    assert duration(ms) == words


@pytest.mark.parametrize(
    ("count", "words"), [(812, "812 B"), (14_230, "14.2 kB"), (3_100_000, "3.1 MB")]
)
def test_sizes(count: int, words: str) -> None:
    assert size(count) == words
