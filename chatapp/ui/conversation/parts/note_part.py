"""A note inside a message: what went wrong or why an answer ended, and what can be done."""

from collections.abc import Sequence
from enum import Enum, auto
from html import escape

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from chatapp.ui.conversation.appearance import Appearance, mixed
from chatapp.ui.conversation.parts.bar_part import BarPart, Button
from chatapp.ui.conversation.parts.document import SafeDocument, paint_document, wrap_mode_for
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.parts.mirroring import is_mirrored, mirrored
from chatapp.ui.conversation.parts.part import Area, PaintState


class Tone(Enum):
    """How serious a note is."""

    QUIET = auto()
    WARNING = auto()
    DANGER = auto()


class NotePart(DocumentPart):
    """A tinted box with a sentence, a hint below it, and buttons."""

    def __init__(
        self, tone: Tone, title: str, hint: str = "", buttons: Sequence[Button] = (), gap: int = 2
    ) -> None:
        super().__init__(gap)
        self._tone = tone
        self._title = title
        self._hint = hint
        self._bar = BarPart(buttons) if buttons else None
        self._size = QRect()
        self._bar_at = QPoint()
        self._unit = 4

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Guess from the lines it has."""
        del width
        rows = 1 + bool(self._hint) + 2 * bool(self._bar)
        return rows * look.line_height + look.unit * 4

    def origin(self) -> QPoint:
        """Return where the words begin."""
        return QPoint(self._unit * (2 if is_mirrored() else 4), self._unit * 2)

    def fill(self, look: Appearance) -> SafeDocument:
        """Set the sentence in the note's colour and the hint below it."""
        words = f"{self._title}\n{self._hint}"
        document = SafeDocument(look.body)
        document.set_wrapping(wrap_mode_for(words))
        title = f'<p style="color:{self._ink(look).name()}">{escape(self._title)}</p>'
        hint = f'<p style="color:{look.muted.name()}">{escape(self._hint)}</p>'
        document.setDefaultStyleSheet("p { margin: 0px; }")
        document.setHtml(title + hint if self._hint else title)
        return document

    def lay_out(self, look: Appearance, width: int) -> int:
        """Wrap the words; put the buttons below."""
        self._unit = look.unit
        document = self.document(look)
        inner = width - look.unit * 6
        document.setTextWidth(inner)
        height = round(document.size().height()) + look.unit * 4
        if self._bar:
            self._bar_at = QPoint(self.origin().x(), height - look.unit)
            height += self._bar.lay_out(look, inner) + look.unit
        self._size = QRect(0, 0, width, height)
        return height

    def areas(self) -> Sequence[Area]:
        """Return the buttons."""
        if self._bar is None:
            return ()
        return [
            Area(area.rect.translated(self._bar_at), area.wish, area.label)
            for area in self._bar.areas()
        ]

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the box, a bar in the note's colour, the words and the buttons."""
        ink = self._ink(look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(look.background, ink, 0.07))
        radius = look.unit * 1.5
        painter.drawRoundedRect(QRectF(self._size), radius, radius)
        painter.setBrush(ink)
        edge = QRect(round(look.unit * 1.5), look.unit * 2, 3, self._size.height() - look.unit * 4)
        if is_mirrored():
            edge = mirrored(edge, self._size.width())
        painter.drawRoundedRect(QRectF(edge), 1.5, 1.5)
        painter.translate(self.origin())
        paint_document(
            painter, self.document(look), look, state, self._size.translated(-self.origin())
        )
        painter.translate(-self.origin())
        if self._bar:
            painter.translate(self._bar_at)
            self._bar.paint(painter, look, state)

    def _ink(self, look: Appearance) -> QColor:
        return {Tone.QUIET: look.muted, Tone.WARNING: look.warning, Tone.DANGER: look.danger}[
            self._tone
        ]
