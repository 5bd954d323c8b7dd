"""Where things stand in a window that is written from right to left."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication


def is_mirrored() -> bool:
    """Return whether the window is written from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def mirrored(box: QRect, width: int) -> QRect:
    """Return a box as far from the right edge of a place so wide as it was from the left."""
    return QRect(width - box.x() - box.width(), box.y(), box.width(), box.height())
