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
    """A control in a row; ``quiet`` ones show only while their message is in use. Behind one
    that ``leads`` a new row begins where not all fit into one."""

    label: str
    wish: Wish
    quiet: bool = False
    framed: bool = False
    leads: bool = False


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
        height, self._boxes = control_height(look), []
        widths = [min(self._width_of(item, look), width) for item in self._items]
        rows = self._rows(widths, width, look.unit)
        at = 0
        for row, count in enumerate(rows):
            x = 0
            for item, wide in zip(
                self._items[at : at + count], widths[at : at + count], strict=True
            ):
                self._boxes.append((item, QRect(x, row * height, wide, height)))
                x += wide + look.unit
            at += count
        self._hang_out(look)
        if is_mirrored():
            self._boxes = [(item, mirrored(box, width)) for item, box in self._boxes]
        self._areas = tuple(
            Area(box, item.wish, item.label, item.quiet)
            for item, box in self._boxes
            if isinstance(item, Button)
        )
        return max(1, len(rows)) * height

    def _rows(self, widths: Sequence[int], width: int, space: int) -> list[int]:
        """Return how many items each row takes: no more rows than must be, about as long as each
        other."""
        rows = _filled(widths, width, space)
        if len(rows) < 2:
            return rows
        led = [at for at, item in enumerate(self._items) if isinstance(item, Button) and item.leads]
        end = led[-1] + 1 if led else 0
        return _balanced(widths[:end], width, space) + _balanced(widths[end:], width, space)

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


def _filled(widths: Sequence[int], width: int, space: int) -> list[int]:
    """Return how many items go into each row if each is filled as far as it goes."""
    rows: list[int] = []
    x = 0
    for wide in widths:
        if not rows or x + wide > width:
            rows.append(0)
            x = 0
        rows[-1] += 1
        x += wide + space
    return rows


def _balanced(widths: Sequence[int], width: int, space: int) -> list[int]:
    """Return as many rows as filling them takes, of which none is longer than it must be."""
    count = len(_filled(widths, width, space))
    low, high = max(widths, default=width), width
    while low < high:
        middle = (low + high) // 2
        if len(_filled(widths, middle, space)) > count:
            low = middle + 1
        else:
            high = middle
    return _filled(widths, low, space)
