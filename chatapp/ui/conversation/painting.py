"""Painting what is on the screen: surfaces, parts, and the mark of the current message."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from chatapp.ui.conversation.parts.part import Mark, PaintState
from chatapp.ui.conversation.screen import Screen
from chatapp.ui.conversation.scroller import VisiblePart
from chatapp.ui.conversation.selection import Selection
from chatapp.ui.conversation.transcript import Transcript
from chatapp.ui.conversation.wishes import Wish


@dataclass(frozen=True, slots=True)
class Attention:
    """Where the pointer and the keyboard are; -1 stands for no row."""

    hover_row: int = -1
    hot: Wish | None = None
    focus_row: int = -1
    focused: Wish | None = None


Marks = Callable[[int, int], Sequence[Mark]]
"""Tells the search hits of a part by its row and index."""


def paint_screen(
    painter: QPainter,
    exposed: QRect,
    transcript: Transcript,
    screen: Screen,
    selection: Selection,
    attention: Attention,
    marks: Marks,
) -> None:
    """Draw all that is visible inside ``exposed``."""
    painter.fillRect(exposed, transcript.look.background)
    for row in screen.rows():
        _paint_surface(painter, transcript, screen, row)
    if attention.focus_row >= 0:
        _paint_current(painter, transcript, screen, attention.focus_row)
    for seen in screen.visible:
        box = QRect(screen.corner(seen), exposed.size())
        if seen.top + seen.height >= exposed.top() and seen.top <= exposed.bottom():
            state = _state_of(seen, exposed, box, screen, selection, attention, marks)
            painter.save()
            painter.translate(box.topLeft())
            screen.part(seen).paint(painter, transcript.look, state)
            painter.restore()


def _state_of(
    seen: VisiblePart,
    exposed: QRect,
    box: QRect,
    screen: Screen,
    selection: Selection,
    attention: Attention,
    marks: Marks,
) -> PaintState:
    row, index = seen.row, seen.slot
    return PaintState(
        clip=exposed.translated(-box.topLeft()),
        selection=selection.range_in(row, index, screen.part(seen)),
        marks=marks(row, index),
        hot=attention.hot if row == attention.hover_row else None,
        focused=attention.focused if row == attention.focus_row else None,
        active=row in {attention.hover_row, attention.focus_row},
    )


def _paint_surface(painter: QPainter, transcript: Transcript, screen: Screen, row: int) -> None:
    layout = transcript.layout(row)
    if not layout.has_surface:
        return
    parts = [seen for seen in screen.visible if seen.row == row and seen.slot < layout.surface_end]
    if not parts:
        return
    look = transcript.look
    beyond = look.unit * 10
    top = parts[0].top - look.unit * 2 - (beyond if parts[0].slot else 0)
    bottom = parts[-1].top + parts[-1].height + look.unit * 2
    if parts[-1].slot < layout.surface_end - 1:
        bottom += beyond
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.surface)
    box = QRectF(screen.left, top, transcript.width, bottom - top)
    painter.drawRoundedRect(box, look.unit * 2.5, look.unit * 2.5)
    painter.restore()


def _paint_current(painter: QPainter, transcript: Transcript, screen: Screen, row: int) -> None:
    look, box = transcript.look, screen.row_rect(row)
    if box.isEmpty():
        return
    bar = QRectF(box.left() - look.unit * 3, box.top(), 3, box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.accent)
    painter.drawRoundedRect(bar, 1.5, 1.5)
    painter.restore()
