"""Where the viewport is in the transcript: held by an anchor, not by a number of pixels.

The anchor is a part and an offset into it, at the viewport's upper edge. Heights above it may
turn out other than estimated without moving anything on the screen; the scroll bar's value is
derived from the anchor. Short moves walk through parts that are laid out, so they are exact.
"""

from typing import NamedTuple

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation.transcript import Transcript


class PartPlace(NamedTuple):
    """A part in the transcript."""

    row: int
    slot: int


class VisiblePart(NamedTuple):
    """A part in the viewport; ``top`` is where it (without its gap) begins."""

    row: int
    slot: int
    top: int
    height: int


@dataclass(slots=True)
class Anchor:
    """The part at the viewport's upper edge and how far the edge is into it."""

    row: int = 0
    slot: int = 0
    offset: int = 0


class Scroller:
    """The viewport's place.

    While ``following``, the end of the transcript stays at the viewport's lower edge.
    """

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self.anchor = Anchor()
        self.following = True
        self.viewport_height = 1

    @property
    def value(self) -> int:
        """The height of all that is above the viewport, estimates included."""
        if not len(self._transcript):
            return 0
        layout = self._transcript.layout(self.anchor.row)
        above = layout.heights.top_of(self.anchor.slot)
        return self._transcript.heights.top_of(self.anchor.row) + above + self.anchor.offset

    @property
    def maximum(self) -> int:
        """The greatest value there can be."""
        return max(0, self._transcript.heights.total - self.viewport_height)

    def scroll_by(self, pixels: int) -> None:
        """Move down (or up, if negative); a move of some pages at most is exact."""
        if len(self._transcript):
            self.anchor.offset += pixels
            self._normalise()

    def jump_to(self, value: int) -> None:
        """Move to a height that may be an estimate."""
        if not len(self._transcript):
            return
        row, offset = self._transcript.heights.find(value)
        index, offset = self._transcript.layout(row).heights.find(offset)
        self.anchor = Anchor(row, index, offset)
        self._normalise()

    def jump_to_row(self, row: int) -> None:
        """Bring the beginning of a message to the upper edge."""
        self.anchor = Anchor(row, 0, 0)

    def settle(self) -> list[VisiblePart]:
        """Lay out what is in the viewport, keep within the ends, and return it from the top."""
        if not len(self._transcript):
            self.anchor = Anchor()
            return []
        if self.following:
            return self._settle_at_end()
        self._clamp_anchor()
        visible, bottom = self._walk_down()
        if bottom < self.viewport_height and not self._is_at_start():
            return self._settle_at_end()
        return visible

    def hold(self) -> tuple[int, int, float]:
        """Return the anchor with its offset as a share of its part, before widths change."""
        if not len(self._transcript):
            return 0, 0, 0.0
        height = max(1, self._transcript.lay_out(self.anchor.row, self.anchor.slot))
        return self.anchor.row, self.anchor.slot, self.anchor.offset / height

    def take_up(self, held: tuple[int, int, float]) -> None:
        """Return to what :meth:`hold` gave."""
        row, index, share = held
        if row < len(self._transcript):
            index = min(index, len(self._transcript.layout(row).parts) - 1)
            height = self._transcript.lay_out(row, index)
            self.anchor = Anchor(row, index, round(share * height))

    def _is_at_start(self) -> bool:
        return self.anchor == Anchor()

    def _clamp_anchor(self) -> None:
        row = min(self.anchor.row, len(self._transcript) - 1)
        last = len(self._transcript.layout(row).parts) - 1
        if row != self.anchor.row or self.anchor.slot > last:
            self.anchor = Anchor(row, min(self.anchor.slot, last), 0)
        self._normalise()

    def _normalise(self) -> None:
        """Walk until the offset lies within the anchor's part."""
        anchor, transcript = self.anchor, self._transcript
        while anchor.offset < 0:
            above = self._above(anchor.row, anchor.slot)
            if above is None:
                anchor.offset = 0
                return
            anchor.row, anchor.slot = above
            anchor.offset += transcript.lay_out(*above)
        while anchor.offset >= (height := transcript.lay_out(anchor.row, anchor.slot)):
            below = self._below(anchor.row, anchor.slot)
            if below is None:
                anchor.offset = max(0, height - 1)
                return
            anchor.row, anchor.slot = below
            anchor.offset -= height

    def _walk_down(self) -> tuple[list[VisiblePart], int]:
        transcript, anchor = self._transcript, self.anchor
        y, slot = -anchor.offset, anchor.slot
        visible: list[VisiblePart] = []
        for row in range(anchor.row, len(transcript)):
            layout = transcript.layout(row)
            while slot < len(layout.parts) and y < self.viewport_height:
                height, gap = transcript.measure(row, layout, slot), layout.gap_of(slot)
                visible.append(VisiblePart(row, slot, y + gap, height - gap))
                y += height
                slot += 1
            if y >= self.viewport_height:
                break
            slot = 0
        return visible, y

    def _settle_at_end(self) -> list[VisiblePart]:
        """Walk up from the end until the viewport is full; the anchor is where that is."""
        transcript = self._transcript
        y = self.viewport_height
        visible: list[VisiblePart] = []
        for row in range(len(transcript) - 1, -1, -1):
            layout = transcript.layout(row)
            for slot in range(len(layout.parts) - 1, -1, -1):
                height, gap = transcript.measure(row, layout, slot), layout.gap_of(slot)
                y -= height
                visible.append(VisiblePart(row, slot, y + gap, height - gap))
                if y <= 0:
                    self.anchor = Anchor(row, slot, -y)
                    return visible[::-1]
        self.anchor = Anchor()
        return [seen._replace(top=seen.top - y) for seen in reversed(visible)]

    def _above(self, row: int, index: int) -> PartPlace | None:
        if index:
            return PartPlace(row, index - 1)
        if row == 0:
            return None
        return PartPlace(row - 1, len(self._transcript.layout(row - 1).parts) - 1)

    def _below(self, row: int, index: int) -> PartPlace | None:
        if index + 1 < len(self._transcript.layout(row).parts):
            return PartPlace(row, index + 1)
        return PartPlace(row + 1, 0) if row + 1 < len(self._transcript) else None
