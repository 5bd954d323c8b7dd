"""Content that may be wider than its column: it scrolls sideways inside a box."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.parts.part import PaintState


class WidePart(DocumentPart):
    """A document in a frame that shows a piece of its width.

    Subclasses lay out and set ``_frame`` (the visible piece, in part coordinates) and
    ``_content_width``.
    """

    def __init__(self, gap: int = 0, indent: int = 0) -> None:
        super().__init__(gap, indent)
        self._frame = QRect()
        self._content_width = 0
        self._offset = 0
        self._laid_out: tuple[object, ...] = ()

    def is_laid_out(self, *state: object) -> bool:
        """Whether layout was last done in this state, which decides all of it."""
        if state == self._laid_out and self._document is not None:
            return True
        self._laid_out = state
        return False

    def release(self) -> None:
        """Drop the document and its layout."""
        super().release()
        self._laid_out = ()

    def origin(self) -> QPoint:
        """Return the frame's corner, moved by what is scrolled."""
        return self._frame.topLeft() - QPoint(self._offset, 0)

    @property
    def overflow(self) -> int:
        """By how many pixels the content is wider than its frame."""
        return max(0, self._content_width - self._frame.width())

    def scroll_sideways(self, pixels: int) -> bool:
        """Move the content; return whether it moved."""
        before = self._offset
        self._offset = min(self.overflow, max(0, before + pixels))
        if self._offset == before:
            return False
        self.change_looks()
        return True

    def paint_content(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the visible piece, and under it a bar that shows which piece it is."""
        clip = self._frame.intersected(state.clip)
        origin = self.origin()
        painter.save()
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        painter.translate(origin)
        self.paint_words(painter, look, state, clip.translated(-origin))
        painter.restore()
        if self.overflow and state.active:
            self._paint_bar(painter, look)

    def _paint_bar(self, painter: QPainter, look: Appearance) -> None:
        share = self._frame.width() / self._content_width
        left = self._frame.left() + self._offset * share
        bar = QRectF(left, self._frame.bottom() + 2, self._frame.width() * share, 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.faint)
        painter.drawRoundedRect(bar, 1.5, 1.5)
