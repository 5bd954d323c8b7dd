"""Bullets and task boxes, drawn by us: Qt puts its own too close to the words."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from chatapp.ui.conversation.appearance import Appearance

_Marker = QTextBlockFormat.MarkerType
_Style = QTextListFormat.Style
_BULLETS = frozenset({_Style.ListDisc, _Style.ListCircle, _Style.ListSquare})
_BULLET = 0.34
"""The size of a bullet in em, and the gaps behind bullets and boxes."""
_BULLET_GAP = 0.5
_BOX = 0.82
_BOX_GAP = 0.45
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
"""The corners of a tick in its box."""


def hide_marks(document: QTextDocument) -> None:
    """Have Qt draw no bullets and boxes: a mark has the colour of its paragraph's format, which
    the words in it do not have."""
    form = QTextCharFormat()
    form.setForeground(QBrush(QColor(0, 0, 0, 0)))
    block = document.begin()
    while block.isValid():
        if _is_marked(block):
            QTextCursor(block).mergeBlockCharFormat(form)
        block = block.next()


def paint_marks(
    painter: QPainter, document: QTextDocument, look: Appearance, clip: QRect, ink: QColor
) -> None:
    """Draw the bullets and boxes inside ``clip``, on the middle of the small letters."""
    em, rise = QFontInfo(look.body).pixelSize(), QFontMetricsF(look.body).xHeight() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block, start, baseline in _marked_lines(document, clip):
        is_box = block.blockFormat().marker() is not _Marker.NoMarker
        size, gap = (_BOX, _BOX_GAP) if is_box else (_BULLET, _BULLET_GAP)
        mirrored = block.textDirection() is Qt.LayoutDirection.RightToLeft
        left = start + gap * em if mirrored else start - (gap + size) * em
        box = QRectF(left, baseline - rise - size * em / 2, size * em, size * em)
        if is_box:
            _paint_box(painter, look, box, block.blockFormat().marker() is _Marker.Checked)
        else:
            _paint_bullet(painter, box, block.textList().format().style(), ink)
    painter.restore()


def _is_marked(block: QTextBlock) -> bool:
    around = block.textList()
    return around is not None and around.format().style() in _BULLETS


def _marked_lines(
    document: QTextDocument, clip: QRect
) -> Iterator[tuple[QTextBlock, float, float]]:
    """Yield each block with a mark, where its words start, and their first baseline."""
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() > clip.bottom():
            return
        if box.bottom() >= clip.top() and _is_marked(block) and block.layout().lineCount():
            line = block.layout().lineAt(0)
            words = line.naturalTextRect().translated(box.left(), box.top())
            mirrored = block.textDirection() is Qt.LayoutDirection.RightToLeft
            start = words.right() if mirrored else words.left()
            yield block, start, box.top() + line.y() + line.ascent()
        block = block.next()


def _paint_bullet(
    painter: QPainter, box: QRectF, style: QTextListFormat.Style, ink: QColor
) -> None:
    pen = QPen(ink, 1.2) if style is _Style.ListCircle else QPen(Qt.PenStyle.NoPen)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if style is _Style.ListCircle else ink)
    if style is _Style.ListSquare:
        painter.drawRect(box.adjusted(0.4, 0.4, -0.4, -0.4))
    else:
        painter.drawEllipse(box)


def _paint_box(painter: QPainter, look: Appearance, box: QRectF, checked: bool) -> None:
    radius = box.width() * 0.2
    painter.setPen(QPen(look.muted, 1.2))
    painter.setBrush(look.muted if checked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)
    if checked:
        corners = [
            QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _TICK
        ]
        pen = QPen(look.background, box.width() * 0.13)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(corners)
