"""Words that run from left to right inside a line that runs the other way, and the reverse."""

from PySide6.QtCore import QLocale, Qt

_FIRST_STRONG, _END = "\u2068", "\u2069"


def in_own_direction(words: str) -> str:
    """Return words that keep their order in a mirrored window: ``36 ms``, ``Why?``.

    In languages that are written from left to right nothing is added.
    """
    mirrored = QLocale().textDirection() is Qt.LayoutDirection.RightToLeft
    return f"{_FIRST_STRONG}{words}{_END}" if mirrored and words else words
