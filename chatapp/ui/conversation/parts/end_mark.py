"""The dot behind the last word of an answer that is still arriving."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPainter, QTextDocument

from chatapp.ui.conversation.appearance import Appearance

_SIZE = 0.55
_GAP = 0.4
"""Both in em."""


def end_mark_box(document: QTextDocument, look: Appearance) -> QRectF:
    """Return where the dot stands: on the middle of the small letters behind the last line; empty
    if there is no line."""
    block = document.lastBlock()
    count = block.layout().lineCount()
    if not count:
        return QRectF()
    line = block.layout().lineAt(count - 1)
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    words = line.naturalTextRect().translated(corner)
    em, rise = QFontInfo(look.body).pixelSize(), QFontMetricsF(look.body).xHeight() / 2
    size, gap = _SIZE * em, _GAP * em
    mirrored = block.textDirection() is Qt.LayoutDirection.RightToLeft
    left = words.left() - gap - size if mirrored else words.right() + gap
    middle = corner.y() + line.y() + line.ascent() - rise
    return QRectF(left, middle - size / 2, size, size)


def paint_end_mark(painter: QPainter, document: QTextDocument, look: Appearance) -> None:
    """Draw the dot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.muted)
    painter.drawEllipse(end_mark_box(document, look))
    painter.restore()
