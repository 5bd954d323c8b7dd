"""Times and sizes in few characters, in the person's own way of writing numbers."""

from PySide6.QtCore import QLocale

from chatapp.qtmodels.directions import in_own_direction


def duration(milliseconds: float) -> str:
    """Return a time: ``3.2 ms``, ``480 ms``, ``2.41 s``, ``3:05 min``."""
    return in_own_direction(_duration(QLocale(), milliseconds))


def _duration(locale: QLocale, milliseconds: float) -> str:
    if milliseconds < 9.95:
        return locale.toString(float(milliseconds), "f", 1) + " ms"
    if milliseconds < 999.5:
        return locale.toString(round(milliseconds)) + " ms"
    seconds = milliseconds / 1000
    if seconds < 99.5:
        return locale.toString(seconds, "f", 2) + " s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min"


def size(count: int) -> str:
    """Return a number of bytes: ``812 B``, ``14.2 kB``, ``3.1 MB``."""
    return in_own_direction(_size(QLocale(), count))


def _size(locale: QLocale, count: int) -> str:
    if count < 1000:
        return f"{locale.toString(count)} B"
    if count < 1_000_000:
        return locale.toString(count / 1000, "f", 1) + " kB"
    return locale.toString(count / 1_000_000, "f", 1) + " MB"
