"""A list that says what belongs into it while it is empty."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QListWidget, QWidget

_MARGIN = 16


class HintedList(QListWidget):
    """Shows ``hint`` in its middle, and tells it to screen readers, as long as it has no rows."""

    def __init__(self, name: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._hint = hint
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.model().rowsInserted.connect(self._describe)
        self.model().rowsRemoved.connect(self._describe)
        self.model().modelReset.connect(self._describe)

    def _describe(self) -> None:
        words = "" if self.count() else self._hint
        if self.accessibleDescription() != words:
            self.setAccessibleDescription(words)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the hint where there are none."""
        super().paintEvent(event)
        if self.count():
            return
        room = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(QRect(room), int(flags), self._hint)
        painter.end()
