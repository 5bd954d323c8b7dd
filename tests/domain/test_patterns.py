"""Tests for ``chatapp.domain.patterns``."""

import pytest

from chatapp.domain.patterns import LONGEST_PATTERN, is_quick


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[^@\s]+@[^@\s]+\.[a-z]{2,10}$",
        r"^\d{4}-\d{2}-\d{2}$",
        r"^(celsius|fahrenheit|kelvin)$",
        r"^\(\d+\)*$",
        r"^[a-z)*(+]{1,20}$",
        r"^(?P<x>a)b?$",
        r"^(?:a|b)?c$",
    ],
)
def test_patterns_that_people_write_are_quick(pattern: str) -> None:
    assert is_quick(pattern, 40)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(a|a)*",
        "(a{1,9}){1,9}",
        r"(a+\\)+",
        "(?x)(a+) +",
        "(?ix: (a+) +)",
        "(?#[)(a+)+(?#])",
        "[]](a+[]])+",
        "a?" * 40,
        "(a|b|ab)" * 20,
        "a*" * 12,
        "a" * (LONGEST_PATTERN + 1),
    ],
)
def test_patterns_that_could_take_for_ever_are_not(pattern: str) -> None:
    assert not is_quick(pattern, 200)


def test_the_same_pattern_is_quick_on_little_and_not_on_much() -> None:
    assert is_quick("a*b*c*$", 30)
    assert not is_quick("a*b*c*$", 1000)
