"""The strip: how surprising each token of an answer was, and how uncertain the model."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from chatapp.domain.sampling.tokens import visible_text
from chatapp.ui.lens.state import LensState
from chatapp.ui.theme import current_theme

HEIGHT = 62
_FULL_NATS = 5.0
"""What reaches the upper edge, unless an answer has more."""


class AnswerStrip(QWidget):
    """Plots the measured places of a state's answer; hover and arrow keys move along it."""

    token_chosen = Signal(int)

    def __init__(self, state: LensState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._columns: tuple[array[float], array[float]] = (array("d"), array("d"))
        self._made_for: tuple[int, int, int] = (0, 0, 0)
        self.setObjectName("lensStrip")
        self.setAccessibleName(QCoreApplication.translate("Lens", "Surprise along the answer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def _columns_now(self) -> tuple[array[float], array[float]]:
        """Return the greatest surprisal and entropy of each column; made once for a width."""
        answer = self._state.answer
        measured = len(answer.surprisals)
        key = (id(answer), measured, self.width())
        if key != self._made_for:
            count = min(max(1, len(answer)), max(1, self.width() // 2))
            self._columns = (
                _greatest(answer.surprisals, len(answer), count),
                _greatest(answer.entropies, len(answer), count),
            )
            self._made_for = key
        return self._columns

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a diagram is not mirrored
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draw the strip on any painter, also for a picture of it."""
        theme = current_theme()
        plot = QRectF(0, 2, self.width(), self.height() - 4)
        painter.fillRect(plot, theme.colour("surface"))
        surprisals, entropies = self._columns_now()
        if not len(self._state.answer):
            return
        width = plot.width() / len(surprisals)
        most = max(_FULL_NATS, *surprisals, *entropies)
        scale = (plot.height() - 14) / most
        colour = theme.colour("accent")
        colour.setAlphaF(0.55)
        for at, nats in enumerate(surprisals):
            height = nats * scale
            bar = QRectF(at * width, plot.bottom() - height, max(1.0, width - 0.6), height)
            painter.fillRect(bar, colour)
        self._paint_line(painter, plot, entropies, width, scale, theme.colour("note"))
        self._paint_names(painter, plot)
        self._paint_chosen(painter, plot, theme.colour("text"))
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(plot.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    @staticmethod
    def _paint_line(
        painter: QPainter,
        plot: QRectF,
        values: Sequence[float],
        width: float,
        scale: float,
        colour: QColor,
    ) -> None:
        line = QPolygonF(
            [
                QPointF((at + 0.5) * width, plot.bottom() - nats * scale)
                for at, nats in enumerate(values)
            ]
        )
        painter.setPen(QPen(colour, 1.4))
        painter.drawPolyline(line)

    @staticmethod
    def _paint_names(painter: QPainter, plot: QRectF) -> None:
        theme, font = current_theme(), QFont()
        font.setPointSizeF(8)
        painter.setFont(font)
        left = plot.left() + 5
        for token, words in (
            ("accent", QCoreApplication.translate("Lens", "surprise")),
            ("note", QCoreApplication.translate("Lens", "doubt")),
        ):
            painter.setPen(theme.colour(token))
            painter.drawText(QPointF(left, plot.top() + 12), words)
            left += QFontMetricsF(font).horizontalAdvance(words) + 8

    def _paint_chosen(self, painter: QPainter, plot: QRectF, colour: QColor) -> None:
        count = len(self._state.answer)
        width = plot.width() / count
        left = self._state.token * width
        painter.setPen(Qt.PenStyle.NoPen)
        wide = QColor(colour)
        wide.setAlphaF(0.16)
        painter.setBrush(wide)
        painter.drawRect(QRectF(left, plot.top(), max(3.0, width), plot.height()))
        painter.setBrush(colour)
        painter.drawRect(QRectF(left + max(3.0, width) / 2 - 0.75, plot.top(), 1.5, plot.height()))

    def _token_at(self, x: float) -> int:
        count = len(self._state.answer)
        return min(max(int(x / max(1, self.width()) * count), 0), count - 1)

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
        return (
            "<p>" + escape(f"{token + 1}: {visible_text(self._state.answer.data(token))}") + "</p>"
        )

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


def _greatest(values: Sequence[float], whole: int, columns: int) -> array[float]:
    """Return the greatest value of each of ``columns`` equal parts of ``whole`` places."""
    found = array("d", bytes(8 * columns))
    for at, value in enumerate(values):
        column = min(at * columns // max(1, whole), columns - 1)
        found[column] = max(found[column], value)
    return found
