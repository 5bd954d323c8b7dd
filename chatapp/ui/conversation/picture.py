"""What the viewport shows at present, so that only what is not so any more is painted anew."""

from collections.abc import Sequence

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation.parts.part import Part


@dataclass(frozen=True, slots=True)
class Shown:
    """A part as it was painted. ``version`` is the part's own count of its changes."""

    part: Part
    version: int
    top: int
    height: int
    kept: int = 0
    """How many pixels from its top are as they were at the version before."""

    @property
    def bottom(self) -> int:
        """The first line below it."""
        return self.top + self.height

    def is_same(self, other: "Shown") -> bool:
        """Whether the other one looks alike, wherever it is."""
        return (
            self.part is other.part
            and self.version == other.version
            and self.height == other.height
        )

    def kept_of(self, before: "Shown") -> int:
        """How many pixels from its top look as they did ``before``."""
        goes_on = self.part is before.part and self.version == before.version + 1
        return min(self.kept, before.height, self.height) if goes_on else 0


@dataclass(frozen=True, slots=True)
class Damage:
    """What to do about a change: move what is there down by ``moved`` pixels (up if negative),
    then paint the lines above ``above`` and those from ``below`` on."""

    moved: int
    above: int
    below: int


ALL = Damage(0, 1 << 24, 0)
"""Paint everything."""


class Picture:
    """The parts on the screen as of the last refresh."""

    def __init__(self) -> None:
        self._frame: tuple[object, ...] = ()
        self._parts: list[Shown] = []

    def change(self, frame: tuple[object, ...], parts: Sequence[Shown]) -> Damage:
        """Take over what is shown now. ``frame`` is what all parts depend on (size, looks)."""
        before, self._parts = self._parts, list(parts)
        same_frame, self._frame = frame == self._frame, frame
        return damage_between(before, self._parts) if same_frame else ALL

    def forget(self) -> None:
        """Have everything painted at the next change."""
        self._frame = ()


def damage_between(before: Sequence[Shown], after: Sequence[Shown]) -> Damage:
    """Find the longest run of parts from some part on that only moved, all by as much; of the
    part behind them, the beginning may have."""
    places = {id(shown.part): index for index, shown in enumerate(before)}
    start = next((i for i, shown in enumerate(after) if id(shown.part) in places), None)
    if start is None:
        return ALL
    first = places[id(after[start].part)]
    moved = after[start].top - before[first].top
    end, kept = start, 0
    for old, new in zip(before[first:], after[start:], strict=False):
        if new.top - old.top != moved:
            break
        if not new.is_same(old):
            kept = new.kept_of(old)
            break
        end += 1
    if end == start and not kept:
        return ALL
    at_top = start == 0 and (moved < 0 or (first == 0 and moved == 0))
    above = 0 if at_top else after[start].top
    below = after[end].top + kept if kept else after[end - 1].bottom
    return Damage(moved, above, below)
