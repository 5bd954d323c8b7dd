"""Shares and numbers as people read them."""

from PySide6.QtCore import QLocale

from chatapp.qtmodels.directions import in_own_direction

_SMALL = 0.0005


def percent(share: float) -> str:
    """Return a share as a percentage that is never rounded to nothing or to certainty."""
    return in_own_direction(_percent(share))


def _percent(share: float) -> str:
    if share <= 0.0:
        return "0 %"
    if share < _SMALL:
        return "<0.1 %"
    if 1.0 - _SMALL < share < 1.0:
        return ">99.9 %"
    return f"{number(share * 100, 1 if share < 0.0995 else 0)} %"


def number(value: float, digits: int) -> str:
    """Return a number as the person's language writes it."""
    return QLocale().toString(value, "f", digits)
