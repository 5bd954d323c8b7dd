"""Emphasis: which runs of ``*``, ``_`` and ``~`` belong together.

CommonMark 0.31, "Appendix: A parsing strategy", "process emphasis"; GFM, "Strikethrough".
"""

from __future__ import annotations

from dataclasses import field

from chatapp.domain.quick_dataclass import dataclass
from chatapp.markdown.characters import is_cjk, is_punctuation, is_space

_STRONG = 2
TAGS = {("*", 1): "em", ("*", 2): "strong", ("_", 1): "em", ("_", 2): "strong"}


@dataclass(slots=True, eq=False)
class Run:
    """A run of delimiters. ``count`` of them are still text; the others are tags.

    ``closes`` and ``opens`` hold the tags that end and start here, the innermost first;
    ``position`` grows along the text.
    """

    character: str
    count: int
    position: int
    can_open: bool
    can_close: bool
    after_word: bool
    length: int = 0
    closes: list[str] = field(default_factory=list)
    opens: list[str] = field(default_factory=list)
    before: Run | None = None
    after: Run | None = None

    def __post_init__(self) -> None:
        """Keep the first length: the rule of three asks for it."""
        self.length = self.count


def run_between(character: str, count: int, before: str, after: str, *, cjk: bool) -> Run | None:
    """Return the run between two characters, or None if it is text in any case."""
    if character == "~" and count > _STRONG:
        return None
    space_before, space_after = is_space(before), is_space(after)
    stop_before, stop_after = is_punctuation(before), is_punctuation(after)
    if cjk and (is_cjk(before) or is_cjk(after)):
        left, right = not space_after, not space_before
    else:
        left = not space_after and (not stop_after or space_before or stop_before)
        right = not space_before and (not stop_before or space_after or stop_after)
    can_open, can_close = left, right
    if character == "_":
        can_open, can_close = (
            left and (not right or stop_before),
            right and (not left or stop_after),
        )
    if not can_open and not can_close:
        return None
    after_word = not space_before and not stop_before
    return Run(character, count, 0, can_open, can_close, after_word)


class Runs:
    """The runs of a text that wait for their partners, in order."""

    def __init__(self) -> None:
        """Start without runs."""
        self.last: Run | None = None
        self._positions = 0

    def add(self, run: Run) -> None:
        """Take a run to the right of all others."""
        self._positions += 1
        run.position = self._positions
        run.before = self.last
        if self.last is not None:
            self.last.after = run
        self.last = run

    def drop_last(self) -> None:
        """Forget the last run."""
        if self.last is not None:
            self._remove(self.last)

    def pair(self, bottom: Run | None) -> None:
        """Pair the runs after *bottom* with each other, and forget them."""
        self._pair_after(bottom)
        self.forget_after(bottom)

    def forget_after(self, bottom: Run | None) -> None:
        """Forget the runs after *bottom*; what is not paired yet stays text."""
        self.last = bottom
        if bottom is not None:
            bottom.after = None

    def pair_and_keep(self) -> list[Run]:
        """Pair all runs; return those that are left, the last first."""
        self._pair_after(None)
        left, run = [], self.last
        while run is not None:
            left.append(run)
            run = run.before
        return left

    def _pair_after(self, bottom: Run | None) -> None:
        floor = bottom.position if bottom else 0
        lowest: dict[tuple[str, bool, int], int] = {}
        closer = self._first_after(bottom)
        while closer is not None:
            closer = self._pair_one(closer, floor, lowest) if closer.can_close else closer.after

    def _first_after(self, bottom: Run | None) -> Run | None:
        run = self.last
        if run is bottom:
            return None
        while run is not None and run.before is not bottom:
            run = run.before
        return run

    def _pair_one(
        self, closer: Run, floor: int, lowest: dict[tuple[str, bool, int], int]
    ) -> Run | None:
        """Pair *closer* with an opener if there is one; return the next run to look at."""
        kind = closer.length if closer.character == "~" else closer.length % 3
        key = (closer.character, closer.can_open, kind)
        opener = _opener_of(closer, max(floor, lowest.get(key, 0)))
        if opener is None:
            lowest[key] = closer.position - 1
            following = closer.after
            if not closer.can_open:
                self._remove(closer)
            return following
        _join(opener, closer)
        opener.after, closer.before = closer, opener
        if not opener.count:
            self._remove(opener)
        if closer.count:
            return closer
        following = closer.after
        self._remove(closer)
        return following

    def _remove(self, run: Run) -> None:
        if run.before is not None:
            run.before.after = run.after
        if run.after is not None:
            run.after.before = run.before
        else:
            self.last = run.before


def _opener_of(closer: Run, lowest: int) -> Run | None:
    opener = closer.before
    while opener is not None and opener.position > lowest:
        if opener.character == closer.character and opener.can_open and _match(opener, closer):
            return opener
        opener = opener.before
    return None


def _match(opener: Run, closer: Run) -> bool:
    if opener.character == "~":
        return opener.length == closer.length
    if not (opener.can_close or closer.can_open) or closer.length % 3 == 0:
        return True
    return (opener.length + closer.length) % 3 != 0


def _join(opener: Run, closer: Run) -> None:
    if opener.character == "~":
        used, tag = opener.count, "del"
    else:
        used = _STRONG if opener.count >= _STRONG and closer.count >= _STRONG else 1
        tag = TAGS[opener.character, used]
    opener.count -= used
    closer.count -= used
    opener.opens.append(tag)
    closer.closes.append(tag)
