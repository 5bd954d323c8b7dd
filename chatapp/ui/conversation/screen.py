"""What is in the viewport: where its parts are, and what is at a point."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.part import Area, Link, Part
from chatapp.ui.conversation.scroller import Scroller, VisiblePart
from chatapp.ui.conversation.selection import Place
from chatapp.ui.conversation.transcript import Transcript

MARGIN_UNITS = 6
"""The least space at the left and right of the column."""


def column_width(look: Appearance, viewport_width: int) -> int:
    """Return the width of the text column in a viewport of that width."""
    return max(look.unit * 24, min(look.measure, viewport_width - 2 * MARGIN_UNITS * look.unit))


@dataclass(frozen=True, slots=True)
class Hit:
    """What is at a point: a part, and ``point`` in its coordinates."""

    row: int
    slot: int
    part: Part
    point: QPoint
    area: Area | None = None
    link: Link | None = None


class Screen:
    """The visible parts after the last :meth:`settle`."""

    def __init__(self, transcript: Transcript, scroller: Scroller) -> None:
        self._transcript = transcript
        self._scroller = scroller
        self.visible: list[VisiblePart] = []
        self.left = 0

    def settle(self, size: QSize) -> None:
        """Lay out what is visible in a viewport of ``size``."""
        look = self._transcript.look
        width = column_width(look, size.width())
        self._scroller.viewport_height = size.height()
        if width != self._transcript.width:
            held = self._scroller.hold()
            self._transcript.fit(look, width)
            self._scroller.take_up(held)
        self.left = max(0, (size.width() - width) // 2)
        self.visible = self._scroller.settle()

    def corner(self, seen: VisiblePart) -> QPoint:
        """Return a part's upper left corner in the viewport."""
        layout = self._transcript.layout(seen.row)
        return QPoint(self.left + layout.left_of(seen.slot), seen.top)

    def visible_parts(self) -> Iterator[tuple[VisiblePart, Part]]:
        """Yield the visible parts as they are, without making them ready."""
        layout, row = None, -1
        for seen in self.visible:
            if layout is None or seen.row != row:
                layout, row = self._transcript.layout(seen.row), seen.row
            yield seen, layout.parts[seen.slot]

    def part(self, seen: VisiblePart) -> Part:
        """Return a visible part, ready to be asked."""
        return self._transcript.prepare(seen.row, seen.slot)

    def areas(self, row: int) -> Iterator[tuple[VisiblePart, Area, QRect]]:
        """Yield the controls of a row that are on the screen, with their rectangles there."""
        for seen in self.visible:
            if seen.row == row:
                corner = self.corner(seen)
                for area in self.part(seen).areas():
                    yield seen, area, area.rect.translated(corner)

    def row_rect(self, row: int) -> QRect:
        """Return the rectangle that the visible parts of a row take; empty if there are none."""
        parts = [seen for seen in self.visible if seen.row == row]
        if not parts:
            return QRect()
        top, bottom = parts[0].top, parts[-1].top + parts[-1].height
        return QRect(self.left, top, self._transcript.width, max(1, bottom - top))

    def rows(self) -> list[int]:
        """Return the rows that are on the screen, from the top."""
        return list(dict.fromkeys(seen.row for seen in self.visible))

    def hit(self, point: QPoint) -> Hit | None:
        """Return what is at ``point``; a point beside or between parts hits the nearest one."""
        seen = self._nearest(point.y())
        if seen is None:
            return None
        part, local = self.part(seen), point - self.corner(seen)
        area = next((area for area in part.areas() if area.rect.contains(local)), None)
        inside = 0 <= local.y() < seen.height
        link = part.link_at(local) if inside and area is None else None
        return Hit(seen.row, seen.slot, part, local, area, link)

    def place_at(self, point: QPoint) -> Place | None:
        """Return the place in the text nearest to ``point``."""
        seen = self._nearest_text(point.y())
        if seen is None:
            return None
        part = self.part(seen)
        local = point - self.corner(seen)
        clamped = QPoint(local.x(), min(max(0, local.y()), seen.height - 1))
        return Place(seen.row, seen.slot, part.position_at(clamped))

    def _nearest(self, y: int) -> VisiblePart | None:
        found = None
        for seen in self.visible:
            if found is not None and seen.top > y:
                break
            found = seen
        return found

    def _nearest_text(self, y: int) -> VisiblePart | None:
        texts = [seen for seen in self.visible if self.part(seen).selectable]
        above = [seen for seen in texts if seen.top <= y]
        if above:
            return above[-1]
        return texts[0] if texts else None
