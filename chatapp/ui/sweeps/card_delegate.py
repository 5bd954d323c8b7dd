"""One cell of a sweep as a small card: the beginning of an answer, how far, and its measure."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from chatapp.domain.sweeps import Run
from chatapp.qtmodels.sweep_grid import (
    REFERENCE_ROLE,
    RUNS_ROLE,
    SHARE_ROLE,
    VALUE_ROLE,
)
from chatapp.ui.fonts import scaled
from chatapp.ui.theme import Theme, current_theme

GAP = 4
PADDING = 9
LINES = 4
STRIPE = 5.0
"""The height of the stripe that shows the measure as a length and a colour."""

_AnyIndex = QModelIndex | QPersistentModelIndex


def card_size() -> QSize:
    """Return the size of a card for the size of the text."""
    return QSize(scaled(190), scaled(118))


class CardDelegate(QStyledItemDelegate):
    """Paints cards; ``repeats`` is how many answers a cell will have."""

    repeats = 1

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        del option, index
        return card_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        theme = current_theme()
        card = QRectF(option.rect).adjusted(GAP, GAP, -GAP, -GAP)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, card, theme, selected=selected)
        runs = index.data(RUNS_ROLE)
        inner = card.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        font = option.font
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        line = QFontMetricsF(font).lineSpacing()
        bottom = QRectF(inner.left(), inner.bottom() - line, inner.width(), line)
        failed = bool(runs) and all(run.failure is not None for run in runs)
        painter.setPen(theme.colour("problem" if failed else "text" if runs else "muted"))
        text_area = QRectF(inner.left(), inner.top(), inner.width(), line * LINES)
        self._paint_text(painter, text_area, str(index.data()))
        self._paint_bottom(painter, bottom, theme, index, runs)
        self._paint_stripe(painter, card, theme, index.data(SHARE_ROLE))
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, card: QRectF, theme: Theme, *, selected: bool) -> None:
        painter.setPen(
            QPen(theme.colour("accent"), 2) if selected else QPen(theme.colour("border"), 1)
        )
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    @staticmethod
    def _paint_text(painter: QPainter, area: QRectF, words: str) -> None:
        """Draw the beginning of a text, wrapped, the last line cut with an ellipsis."""
        text = " ".join(words.split())
        layout = QTextLayout(text, painter.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        metrics = QFontMetricsF(painter.font())
        layout.beginLayout()
        for number in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            at = QPointF(area.left(), area.top() + number * metrics.lineSpacing())
            if number == LINES - 1:
                rest = text[line.textStart() :]
                cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, area.width())
                painter.drawText(QPointF(at.x(), at.y() + metrics.ascent()), cut)
            else:
                line.draw(painter, at)
        layout.endLayout()

    def _paint_bottom(
        self, painter: QPainter, area: QRectF, theme: Theme, index: _AnyIndex, runs: list[Run]
    ) -> None:
        """Draw a dot for each answer, and the measure's value."""
        across = area.left() + 3
        for number in range(min(self.repeats, 12)):
            run = runs[number] if number < len(runs) else None
            self._paint_dot(painter, theme, QPointF(across + number * 9, area.center().y()), run)
        words = str(index.data(VALUE_ROLE)) if runs else ""
        if index.data(REFERENCE_ROLE):
            words = f"★ {words}"
        painter.setPen(theme.colour("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, words)

    @staticmethod
    def _paint_dot(painter: QPainter, theme: Theme, place: QPointF, run: Run | None) -> None:
        """Draw an answer: a ring until it is there, a disc when it is, a cross if it failed."""
        if run is not None and run.failure is not None:
            painter.setPen(QPen(theme.colour("problem"), 1.6))
            for slope in (-3, 3):
                painter.drawLine(place - QPointF(3, slope), place + QPointF(3, slope))
            return
        painter.setPen(QPen(theme.colour("strong_border" if run is None else "accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if run is None else theme.colour("accent"))
        painter.drawEllipse(place, 2.5, 2.5)

    @staticmethod
    def _paint_stripe(painter: QPainter, card: QRectF, theme: Theme, share: float | None) -> None:
        if share is None:
            return
        stripe = QRectF(card.left() + 7, card.bottom() - STRIPE, card.width() - 14, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border"))
        painter.drawRoundedRect(stripe, 1.5, 1.5)
        stripe.setWidth(max(stripe.width() * share, 3.0))
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(stripe, 1.5, 1.5)
