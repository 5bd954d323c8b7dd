"""A toggle that slides: on or off, drawn from the palette."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QWidget

from chatapp.ui.fonts import scaled

LOCKED = 0.45
"""How much of a switch shows that cannot be changed now."""


class Switch(QAbstractButton):
    """A checkable button in the shape of a switch; its knob's place shows its state too, also
    where it is locked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(scaled(32), scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        role = QPalette.ColorRole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 32, self.height() / 20)
        painter.setOpacity(1.0 if self.isEnabled() else LOCKED)
        track = QRectF(2, 3, 28, 14)
        painter.setPen(self.palette().color(role.PlaceholderText))
        painter.setBrush(self.palette().color(role.Accent if self.isChecked() else role.Mid))
        painter.drawRoundedRect(track, 7, 7)
        painter.setBrush(self.palette().color(role.Base))
        left = 17.0 if self.isChecked() else 3.0
        painter.drawEllipse(QRectF(left, 4, 12, 12))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.palette().color(role.Text))
            painter.drawRoundedRect(QRectF(0.5, 0.5, 31, 19), 9, 9)
        painter.end()
