"""The strip: how surprising each token of an answer was, and how uncertain the model."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from chatapp.ui.fonts import scaled
from chatapp.ui.lens.state import LensState
from chatapp.ui.theme import current_theme
from chatapp.ui.widgets.profile_plot import ProfilePlot, token_at, token_hint

HEIGHT = 62
_NAMES = 14
"""The height of the line that names the two curves."""


class AnswerStrip(QWidget):
    """Plots the measured places of a state's answer; hover and arrow keys move along it."""

    token_chosen = Signal(int)

    def __init__(self, state: LensState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._plot = ProfilePlot()
        self.setObjectName("lensStrip")
        self.setAccessibleName(QCoreApplication.translate("Lens", "Surprise along the answer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(scaled(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a diagram is not mirrored
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draw the strip on any painter, also for a picture of it."""
        theme, state = current_theme(), self._state
        plot = QRectF(0, 2, self.width(), self.height() - 4)
        self._plot.paint(painter, plot, state.answer, state.token, above=scaled(_NAMES))
        if not len(state.answer):
            return
        self._paint_names(painter, plot)
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(plot.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    @staticmethod
    def _paint_names(painter: QPainter, plot: QRectF) -> None:
        theme, font = current_theme(), QFont()
        font.setPointSizeF(font.pointSizeF() * 0.8)
        painter.setFont(font)
        left = plot.left() + 5
        for token, words in (
            ("accent", QCoreApplication.translate("Lens", "surprise")),
            ("note", QCoreApplication.translate("Lens", "doubt")),
        ):
            painter.setPen(theme.colour(token))
            painter.drawText(QPointF(left, plot.top() + scaled(12)), words)
            left += QFontMetricsF(font).horizontalAdvance(words) + scaled(8)

    def _token_at(self, x: float) -> int:
        return token_at(x, self.width(), len(self._state.answer))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and len(self._state.answer):
            self.token_chosen.emit(self._token_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not len(self._state.answer):
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.token_chosen.emit(self._token_at(event.position().x()))
            return
        self.setToolTip(self._words_of(self._token_at(event.position().x())))

    def _words_of(self, token: int) -> str:
        words = escape(token_hint(self._state.answer, token))
        return f"<p style='white-space:pre-wrap'>{words}</p>"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -20,
            Qt.Key.Key_PageDown: 20,
            Qt.Key.Key_Home: -len(self._state.answer),
            Qt.Key.Key_End: len(self._state.answer),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.token_chosen.emit(self._state.token + step)
