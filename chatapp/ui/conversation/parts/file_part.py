"""A file in a message: its drawing, its name, what is known of it, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.bar_part import Button
from chatapp.ui.conversation.parts.controls import (
    control_height,
    control_width,
    paint_control,
    paint_words,
)
from chatapp.ui.conversation.parts.mirroring import is_mirrored, mirrored
from chatapp.ui.conversation.parts.part import Area, PaintState, Part
from chatapp.ui.icons import paint_icon

WIDEST_UNITS = 120
ROOM_UNITS = 60
"""Where the buttons leave less room than this beside them, they stand below words that would be
cut."""

_EDGE, _ICON, _WORDS = 2, 5, 10
"""Units: around everything, of the drawing's side, and before the words."""


class FilePart(Part):
    """A card for one file."""

    def __init__(
        self,
        drawing: str,
        name: str,
        details: str,
        buttons: Sequence[Button] = (),
        gap: int = 0,
    ) -> None:
        super().__init__(gap)
        self._drawing, self._name, self._details = drawing, name, details
        self._buttons = tuple(buttons)
        self._box = QRect()
        self._icon = QRect()
        self._upper = QRect()
        self._lower = QRect()
        self._areas: tuple[Area, ...] = ()

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Return the card's height."""
        return self.lay_out(look, width)

    def lay_out(self, look: Appearance, width: int) -> int:
        """Put the buttons beside the words, or below them where the card is narrow."""
        unit, edge = look.unit, look.unit * _EDGE
        wide = min(width, unit * WIDEST_UNITS)
        upper, lower = (QFontMetrics(font).height() for font in (look.body, look.small))
        words_height = upper + lower + unit * 3
        widths = [control_width(look, button.label) for button in self._buttons]
        taken = sum(widths) + unit * len(widths)
        whole = wide - unit * _WORDS - edge
        beside = whole - taken - unit >= min(self._words_width(look), unit * ROOM_UNITS)
        height = words_height
        if widths and not beside:
            height += control_height(look) + edge
        room = whole - (taken + unit if beside else 0)
        side = unit * _ICON
        self._box = QRect(0, 0, wide, height)
        self._icon = QRect(unit * 5 // 2, (words_height - side) // 2, side, side)
        self._upper = QRect(unit * _WORDS, unit, max(room, 0), upper)
        self._lower = QRect(unit * _WORDS, unit * 2 + upper, max(room, 0), lower)
        x = wide - edge - taken + unit if beside else unit * _WORDS
        y = (height - control_height(look)) // 2 if beside else words_height
        self._place_buttons(widths, x, y, look)
        self._mirror(width)
        return height

    def _words_width(self, look: Appearance) -> int:
        """Return how wide the words would be if nothing cut them."""
        lines = ((look.body, self._name), (look.small, self._details))
        return max(QFontMetrics(font).horizontalAdvance(words) + 1 for font, words in lines)

    def _place_buttons(self, widths: Sequence[int], x: int, y: int, look: Appearance) -> None:
        areas = []
        for button, wide in zip(self._buttons, widths, strict=True):
            areas.append(Area(QRect(x, y, wide, control_height(look)), button.wish, button.label))
            x += wide + look.unit
        self._areas = tuple(areas)

    def _mirror(self, width: int) -> None:
        if not is_mirrored():
            return
        self._box, self._icon, self._upper, self._lower = (
            mirrored(box, width) for box in (self._box, self._icon, self._upper, self._lower)
        )
        self._areas = tuple(Area(mirrored(a.rect, width), a.wish, a.label) for a in self._areas)

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the card."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.line)
        painter.setBrush(look.background)
        radius = look.unit * 1.5
        painter.drawRoundedRect(QRectF(self._box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        paint_icon(painter, self._drawing, QRectF(self._icon), look.muted)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        side = right if is_mirrored() else Qt.AlignmentFlag.AlignLeft
        paint_words(painter, look.body, look.text, self._upper, self._name, side)
        paint_words(painter, look.small, look.muted, self._lower, self._details, side)
        for area in self._areas:
            paint_control(painter, look, area, state, framed=True)

    def areas(self) -> Sequence[Area]:
        """Return the buttons."""
        return self._areas

    def text(self) -> str:
        """Return the file's name."""
        return self._name

    def spoken(self) -> str:
        """Return the name and what is known of the file."""
        return f"{self._name} ({self._details})" if self._details else self._name
