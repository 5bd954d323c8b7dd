"""Heights of many things below each other: sums and searches in logarithmic time."""

from collections.abc import Iterable


class HeightIndex:
    """A Fenwick tree over whole pixels.

    Finding what is at an offset, and where a thing begins, stays fast at tens of thousands of
    things, of which one changes at a time and new ones come at the end.
    """

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights: list[int] = []
        self._tree: list[int] = [0]
        self.reset(heights)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    @property
    def total(self) -> int:
        """The height of all together."""
        return self.top_of(len(self._heights))

    def reset(self, heights: Iterable[int]) -> None:
        """Start again with other heights, in linear time."""
        self._heights = list(heights)
        tree = [0, *self._heights]
        for at in range(1, len(tree)):
            parent = at + (at & -at)
            if parent < len(tree):
                tree[parent] += tree[at]
        self._tree = tree

    def append(self, height: int) -> None:
        """Add one at the end."""
        self._heights.append(height)
        at = len(self._tree)
        below, stop = at - 1, at - (at & -at)
        while below > stop:
            height += self._tree[below]
            below -= below & -below
        self._tree.append(height)

    def truncate(self, length: int) -> None:
        """Keep only the first ``length``."""
        del self._heights[length:]
        del self._tree[length + 1 :]

    def change(self, index: int, height: int) -> int:
        """Give one another height; return by how much it grew."""
        grown = height - self._heights[index]
        if grown:
            self._heights[index] = height
            at = index + 1
            while at < len(self._tree):
                self._tree[at] += grown
                at += at & -at
        return grown

    def top_of(self, index: int) -> int:
        """Return the height of all before ``index``."""
        top, at = 0, index
        while at:
            top += self._tree[at]
            at -= at & -at
        return top

    def find(self, offset: int) -> tuple[int, int]:
        """Return which one is at ``offset`` and how far into it that is.

        Offsets outside belong to the first and the last one; an empty index gives ``(0, 0)``.
        """
        offset = max(0, offset)
        at, step = 0, 1 << (len(self._tree) - 1).bit_length()
        while step:
            if at + step < len(self._tree) and self._tree[at + step] <= offset:
                at += step
                offset -= self._tree[at]
            step >>= 1
        if at < len(self._heights) or not self._heights:
            return at, offset
        return at - 1, offset + self._heights[-1]
