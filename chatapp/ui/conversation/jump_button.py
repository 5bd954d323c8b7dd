"""The way back to the end of the conversation."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

SPACE = 12
"""Pixels between the button and the viewport's lower edge."""


class JumpButton(QPushButton):
    """Floats over the lower edge while the person reads further up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("jumpToLatest")
        self.hide()

    def show_for(self, unseen: int) -> None:
        """Appear, saying how many messages have come meanwhile."""
        tr = QCoreApplication.translate
        words = tr("MessageView", "↓ Jump to latest")
        if unseen:
            words = tr("MessageView", "↓ Jump to latest ({count} new)").format(count=unseen)
        self.setText(words)
        self.setAccessibleName(words)
        self.adjustSize()
        self.show()

    def place_in(self, area: QWidget) -> None:
        """Move to the middle of an area's lower edge."""
        box = area.geometry()
        left = box.left() + (box.width() - self.width()) // 2
        self.move(left, box.bottom() - self.height() - SPACE)
        self.raise_()
