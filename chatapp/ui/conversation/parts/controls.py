"""Small painted controls: text buttons and arrows that share one look."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from chatapp.ui.conversation.appearance import Appearance, mixed
from chatapp.ui.conversation.parts.part import Area, PaintState
from chatapp.ui.icons import paint_icon


def control_height(look: Appearance) -> int:
    """Return the height of a row of controls."""
    return QFontMetrics(look.small).height() + look.unit * 2


def control_width(look: Appearance, label: str) -> int:
    """Return the width of a control with ``label``."""
    return QFontMetrics(look.small).horizontalAdvance(label) + look.unit * 4


def paint_control(
    painter: QPainter, look: Appearance, area: Area, state: PaintState, *, framed: bool = False
) -> None:
    """Draw a text button, quiet until the pointer or the keyboard is on it; one that has just done
    its work is a tick."""
    if area.quiet and not state.active and state.done != area.wish:
        return
    hot, focused = state.hot == area.wish, state.focused == area.wish
    box = QRectF(area.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    radius = look.unit * 1.2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.line) if framed else Qt.PenStyle.NoPen)
    painter.setBrush(mixed(look.background, look.text, 0.12) if hot else Qt.BrushStyle.NoBrush)
    if hot or framed:
        painter.drawRoundedRect(box, radius, radius)
    if focused:
        painter.setPen(QPen(look.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if state.done == area.wish:
        side = look.unit * 3.5
        tick = QRectF(0, 0, side, side)
        tick.moveCenter(box.center())
        paint_icon(painter, "check", tick, look.text)
        return
    ink = look.text if hot or focused or framed else look.muted
    paint_words(painter, look.small, ink, area.rect, area.label, Qt.AlignmentFlag.AlignCenter)


def paint_words(
    painter: QPainter,
    font: QFont,
    ink: QColor,
    box: QRect,
    words: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line of text, cut with an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(ink)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
