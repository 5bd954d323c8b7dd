"""Files dropped on a window, as the system tells of it."""

import warnings

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drop(window: QWidget, *urls: QUrl) -> bool:
    """Drop addresses on a window; tell whether it would have them."""
    data = QMimeData()
    data.setUrls(list(urls))
    at, none = QPointF(300, 200), Qt.KeyboardModifier.NoModifier
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    with warnings.catch_warnings():
        # Qt 6.12 has one with fractions and calls this deprecated; 6.11 has only this.
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    enter.setAccepted(False)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(at, copy, data, left, none))
    return enter.isAccepted()
