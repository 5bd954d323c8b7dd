"""Painting what is on the screen: surfaces, parts, and the mark of the current message."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation.parts.mirroring import is_mirrored
from chatapp.ui.conversation.parts.part import Mark, PaintState
from chatapp.ui.conversation.screen import Screen
from chatapp.ui.conversation.scroller import VisiblePart
from chatapp.ui.conversation.selection import Selection
from chatapp.ui.conversation.transcript import Transcript
from chatapp.ui.conversation.wishes import Wish


@dataclass(frozen=True, slots=True)
class Attention:
    """Where the pointer and the keyboard are, and which control has just done its work; -1 stands
    for no row."""

    hover_row: int = -1
    hot: Wish | None = None
    focus_row: int = -1
    focused: Wish | None = None
    done_row: int = -1
    done: Wish | None = None


class Paintable(Protocol):
    """What painting needs to know (a stage)."""

    @property
    def transcript(self) -> Transcript:
        """The messages."""

    @property
    def screen(self) -> Screen:
        """What is visible where."""

    @property
    def selection(self) -> Selection:
        """What is selected."""

    @property
    def attention(self) -> Attention:
        """Where pointer and keyboard are."""

    def marks_in(self, row: int, slot: int) -> Sequence[Mark]:
        """Return the search hits of a part."""


def paint_screen(painter: QPainter, exposed: QRect, stage: Paintable) -> None:
    """Draw all that is visible inside ``exposed``."""
    look = stage.transcript.look
    painter.fillRect(exposed, look.background)
    for row in stage.screen.rows():
        _paint_surface(painter, stage, row)
    if stage.attention.focus_row >= 0:
        _paint_current(painter, stage, stage.attention.focus_row)
    for seen in stage.screen.visible:
        if seen.top + seen.height >= exposed.top() and seen.top <= exposed.bottom():
            corner = stage.screen.corner(seen)
            state = _state_of(stage, seen, exposed.translated(-corner))
            painter.save()
            painter.translate(corner)
            stage.screen.part(seen).paint(painter, look, state)
            painter.restore()


def _state_of(stage: Paintable, seen: VisiblePart, clip: QRect) -> PaintState:
    row, attention = seen.row, stage.attention
    return PaintState(
        clip=clip,
        selection=stage.selection.range_in(row, seen.slot, stage.screen.part(seen)),
        marks=stage.marks_in(row, seen.slot),
        hot=attention.hot if row == attention.hover_row else None,
        focused=attention.focused if row == attention.focus_row else None,
        done=attention.done if row == attention.done_row else None,
        active=row in {attention.hover_row, attention.focus_row},
    )


def _paint_surface(painter: QPainter, stage: Paintable, row: int) -> None:
    transcript, screen = stage.transcript, stage.screen
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


def _paint_current(painter: QPainter, stage: Paintable, row: int) -> None:
    look, box = stage.transcript.look, stage.screen.row_rect(row)
    if box.isEmpty():
        return
    x = box.right() + look.unit * 3 - 2 if is_mirrored() else box.left() - look.unit * 3
    bar = QRectF(x, box.top(), 3, box.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.accent)
    painter.drawRoundedRect(bar, 1.5, 1.5)
    painter.restore()
