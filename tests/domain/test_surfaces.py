"""Values between measured points, and the lines of equal value."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.surfaces import Point, Surface, levels_of, surface_of

PLANE = surface_of([((x, y), x + 10 * y) for x in (0.0, 1.0, 2.0) for y in (0.0, 0.5, 1.0)])
CORNERS: dict[Point, float] = {(0, 0): 1, (1, 0): 0, (1, 1): 1, (0, 1): 0}
SADDLE = surface_of(CORNERS.items())


@given(st.floats(0, 2), st.floats(0, 1))
def test_a_plane_is_read_exactly_between_its_points(x: float, y: float) -> None:
    value = PLANE.value_at(x, y)
    assert value is not None
    assert math.isclose(value, x + 10 * y, abs_tol=1e-9)


@pytest.mark.parametrize("place", [(-0.1, 0.5), (2.1, 0.5), (1, -0.1), (1, 1.1)])
def test_nothing_is_known_outside(place: tuple[float, float]) -> None:
    assert PLANE.value_at(*place) is None


def test_a_missing_corner_leaves_its_cell_unknown_but_not_the_measured_edge() -> None:
    surface = surface_of([((0, 0), 1.0), ((1, 0), 3.0), ((0, 1), 5.0)])
    assert surface.values == ((1.0, 3.0), (5.0, None))
    assert surface.value_at(0.5, 0) == 2.0
    assert surface.value_at(0.5, 0.5) is None
    assert surface.contour(2.0) == []


def test_a_single_row_or_point_has_values_too() -> None:
    assert surface_of([((0.5, 1), 4.0)]).value_at(0.5, 1) == 4.0
    assert surface_of([((0, 1), 0.0), ((1, 1), 2.0)]).value_at(0.25, 1) == 0.5
    assert surface_of([]).value_at(0, 0) is None
    assert surface_of([]).range is None


@given(st.floats(0.2, 11.8))
def test_a_contour_has_the_value_of_its_level(level: float) -> None:
    lines = PLANE.contour(level)
    for line in lines:
        for x, y in line:
            value = PLANE.value_at(min(max(x, 0), 2), min(max(y, 0), 1))
            assert value is not None
            assert math.isclose(value, level, abs_tol=1e-6)
    assert lines


def test_a_saddle_has_two_pieces_that_do_not_cross() -> None:
    assert len(SADDLE.contour(0.5)) == 2
    assert len(SADDLE.contour(0.4)) == len(SADDLE.contour(0.6)) == 2
    assert SADDLE.contour(0.4) != SADDLE.contour(0.6)
    assert SADDLE.contour(2) == []


def test_levels_lie_evenly_between_the_extremes() -> None:
    assert levels_of(PLANE, 3) == [3.0, 6.0, 9.0]
    assert levels_of(surface_of([((0, 0), 1.0)]), 3) == []
    assert levels_of(Surface((), (), ()), 3) == []
