"""A selection across messages and blocks, as places in the transcript."""

from typing import NamedTuple

from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.parts.part import Part


class Place(NamedTuple):
    """A position in a part's text; places compare in reading order."""

    row: int
    slot: int
    position: int


END = 1 << 30
"""A part or position after every other."""


class Selection:
    """From where the selection began to where it is now."""

    def __init__(self) -> None:
        self.anchor: Place | None = None
        self.head: Place | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor is None or self.head is None or self.anchor == self.head

    @property
    def bounds(self) -> tuple[Place, Place] | None:
        """Both ends in reading order."""
        if self.anchor is None or self.head is None or self.anchor == self.head:
            return None
        first, last = sorted((self.anchor, self.head))
        return first, last

    def begin(self, place: Place) -> None:
        """Start anew at ``place``."""
        self.anchor = self.head = place

    def extend(self, place: Place) -> None:
        """Select up to ``place``."""
        if self.anchor is None:
            self.anchor = place
        self.head = place

    def select(self, first: Place, last: Place) -> None:
        """Select between two places."""
        self.anchor, self.head = first, last

    def clear(self) -> None:
        """Select nothing."""
        self.anchor = self.head = None

    def move_rows(self, by: int) -> None:
        """Follow the messages to other rows."""
        if self.anchor is not None:
            self.anchor = self.anchor._replace(row=self.anchor.row + by)
        if self.head is not None:
            self.head = self.head._replace(row=self.head.row + by)

    def drop_from(self, row: int) -> None:
        """Forget the selection if it reaches into ``row`` or below."""
        bounds = self.bounds
        if bounds and bounds[1].row >= row:
            self.clear()

    def range_in(self, row: int, index: int, part: Part) -> tuple[int, int] | None:
        """Return which positions of a part are selected."""
        bounds = self.bounds
        if bounds is None or not isinstance(part, DocumentPart) or not part.selectable:
            return None
        first, last = bounds
        here = (row, index)
        if here < first[:2] or here > last[:2]:
            return None
        start = first.position if here == first[:2] else 0
        end = last.position if here == last[:2] else part.length()
        return (start, end) if end > start else None
