"""A row of words and small controls; what does not fit wraps into the next row."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.controls import (
    control_height,
    control_width,
    paint_control,
    paint_words,
)
from chatapp.ui.conversation.parts.mirroring import is_mirrored, mirrored
from chatapp.ui.conversation.parts.part import Area, PaintState, Part
from chatapp.ui.conversation.wishes import Wish


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row; ``strong`` ones are in the colour and weight of a name."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A control in a row; ``quiet`` ones show only while their message is in use."""

    label: str
    wish: Wish
    quiet: bool = False
    framed: bool = False


class BarPart(Part):
    """Words and buttons in the direction of the person's language."""

    def __init__(self, items: Sequence[Words | Button], gap: int = 0, indent: int = 0) -> None:
        super().__init__(gap, indent)
        self._items = tuple(items)
        self._boxes: list[tuple[Words | Button, QRect]] = []
        self._areas: tuple[Area, ...] = ()

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Return one row's height."""
        del width
        return control_height(look)

    def lay_out(self, look: Appearance, width: int) -> int:
        """Place the items in rows."""
        height = control_height(look)
        x, y, self._boxes = 0, 0, []
        for item in self._items:
            wide = min(self._width_of(item, look), width)
            if x and x + wide > width:
                x, y = 0, y + height
            self._boxes.append((item, QRect(x, y, wide, height)))
            x += wide + look.unit
        self._hang_out(look)
        if is_mirrored():
            self._boxes = [(item, mirrored(box, width)) for item, box in self._boxes]
        self._areas = tuple(
            Area(box, item.wish, item.label, item.quiet)
            for item, box in self._boxes
            if isinstance(item, Button)
        )
        return y + height

    def areas(self) -> Sequence[Area]:
        """Return the buttons."""
        return self._areas

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the items."""
        for item, box in self._boxes:
            if isinstance(item, Words):
                font = look.strong if item.strong else look.small
                paint_words(painter, font, look.text if item.strong else look.muted, box, item.text)
            else:
                area = Area(box, item.wish, item.label, item.quiet)
                paint_control(painter, look, area, state, framed=item.framed)

    def text(self) -> str:
        """Return the words of the row."""
        return " ".join(item.text for item in self._items if isinstance(item, Words))

    def _hang_out(self, look: Appearance) -> None:
        """Let an unframed first button's words, not its edge, keep to the column."""
        first = self._items[0] if self._items else None
        if isinstance(first, Button) and not first.framed:
            self._boxes = [(item, box.translated(-look.unit * 2, 0)) for item, box in self._boxes]

    @staticmethod
    def _width_of(item: Words | Button, look: Appearance) -> int:
        if isinstance(item, Button):
            return control_width(look, item.label)
        font = look.strong if item.strong else look.small
        return QFontMetrics(font).horizontalAdvance(item.text) + look.unit
