"""A measure over two axes: its value between the points that were measured, and its contours.

Pure geometry on a rectangular grid. Nothing is known outside the grid, nor in a cell of which
a corner was not measured; there the surface has no value.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from chatapp.domain.quick_dataclass import dataclass

Point = tuple[float, float]
Line = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Surface:
    """``values[row][column]`` belongs to ``ys[row]`` and ``xs[column]``, both rising; ``None``
    is not measured."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    values: tuple[tuple[float | None, ...], ...]

    @property
    def range(self) -> tuple[float, float] | None:
        """The least and the greatest value; nothing if none was measured."""
        known = [v for row in self.values for v in row if v is not None]
        return (min(known), max(known)) if known else None

    def value_at(self, x: float, y: float) -> float | None:
        """Return the value at a place: measured there, or between its four neighbours."""
        column, row = _place(self.xs, x), _place(self.ys, y)
        if column is None or row is None:
            return None
        (left, across), (below, up) = column, row
        total = 0.0
        for at_row, share_y in ((below, 1 - up), (below + 1, up)):
            for at_column, share_x in ((left, 1 - across), (left + 1, across)):
                share = share_x * share_y
                if share == 0:
                    continue
                value = self.values[at_row][at_column]
                if value is None:
                    return None
                total += share * value
        return total

    def contour(self, level: float) -> list[Line]:
        """Return the pieces of the line on which the surface has the value ``level``."""
        lines: list[Line] = []
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                lines.extend(self._contour_in(row, column, level))
        return lines

    def _contour_in(self, row: int, column: int, level: float) -> list[Line]:
        corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
        known = [self.values[r][c] for r, c in corners]
        values = [value for value in known if value is not None]
        if len(values) < len(corners):
            return []
        places = [(self.xs[c], self.ys[r]) for r, c in corners]
        crossings = [
            _between(places[i], places[j], values[i], values[j], level)
            for i, j in ((0, 1), (1, 2), (2, 3), (3, 0))
            if (values[i] > level) != (values[j] > level)
        ]
        if len(crossings) == 4 and (sum(values) / 4 > level) == (values[0] > level):
            # A saddle whose middle belongs to the first corner: cut off the other two.
            return [(crossings[0], crossings[1]), (crossings[2], crossings[3])]
        if len(crossings) == 4:
            return [(crossings[3], crossings[0]), (crossings[1], crossings[2])]
        return [(crossings[0], crossings[1])] if crossings else []


def _place(axis: Sequence[float], at: float) -> tuple[int, float] | None:
    """Return the interval of an axis that a place is in, and how far along it."""
    if not axis or not axis[0] <= at <= axis[-1]:
        return None
    if len(axis) == 1:
        return 0, 0.0
    low = min(bisect_right(axis, at) - 1, len(axis) - 2)
    return low, (at - axis[low]) / (axis[low + 1] - axis[low])


def _between(a: Point, b: Point, at_a: float, at_b: float, level: float) -> Point:
    share = (level - at_a) / (at_b - at_a)
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def surface_of(measured: Iterable[tuple[Point, float]]) -> Surface:
    """Return the surface over the grid that the measured points lie on."""
    known = dict(measured)
    xs = tuple(sorted({x for x, _ in known}))
    ys = tuple(sorted({y for _, y in known}))
    return Surface(xs, ys, tuple(tuple(known.get((x, y)) for x in xs) for y in ys))


def levels_of(surface: Surface, count: int) -> list[float]:
    """Return ``count`` values at even distances between the least and the greatest."""
    span = surface.range
    if span is None or span[0] == span[1]:
        return []
    low, high = span
    return [low + (high - low) * (step + 1) / (count + 1) for step in range(count)]
