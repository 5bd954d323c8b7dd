"""Reading JSON values that may be anything."""

import pytest

from chatapp.domain.json_value import as_int, as_number


@pytest.mark.parametrize(
    ("value", "number"),
    [(5, 5), (5.0, 5), (-(2**63), -(2**63)), (2**63 - 1, 2**63 - 1), (2**63, None), (1e300, None),
     (10**400, None), (5.5, None), (True, None), ("5", None), (float("inf"), None)],
)  # fmt: skip
def test_an_integer_is_one_that_qt_and_sqlite_can_hold(value: object, number: int | None) -> None:
    assert as_int(value) == number


@pytest.mark.parametrize(
    ("value", "number"), [(5, 5.0), (0.5, 0.5), (10**400, None), (False, None), (None, None)]
)
def test_a_number_is_one_that_a_float_can_hold(value: object, number: float | None) -> None:
    assert as_number(value) == number
