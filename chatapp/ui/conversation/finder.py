"""Finds words in a whole conversation without laying it out, a slice of time after the other.

Messages whose source has the words are rendered to find out where the person would read them;
all others are skipped unseen.
"""

import time
from collections.abc import Sequence
from dataclasses import field

from PySide6.QtCore import QObject, QTimer, Signal

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.parts.part import Mark
from chatapp.ui.conversation.selection import Place
from chatapp.ui.conversation.stage import Stage

SLICE_S = 0.008
"""How long one slice may take."""
_MARKUP = str.maketrans("", "", "*_~`\\")


@dataclass(frozen=True, slots=True)
class FindState:
    """How far a search is: ``current`` counts from 1, 0 if there is no hit (yet)."""

    current: int = 0
    count: int = 0
    is_complete: bool = True


@dataclass(slots=True)
class _Search:
    words: str = ""
    row: int = 0
    hits: list[Place] = field(default_factory=list)
    current: int = -1


class Finder(QObject):
    """One search at a time; ``progressed`` tells how far it is."""

    progressed = Signal(object)

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._search = _Search()
        self._from_row = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_slice)

    def search(self, words: str) -> None:
        """Look for ``words`` (any case), beginning at what is on the screen."""
        self._search = _Search(words.casefold())
        rows = self._stage.screen.rows()
        self._from_row = rows[0] if rows else 0
        self._mark()
        if self._search.words:
            self._timer.start()
        else:
            self._timer.stop()
            self._report()

    def step(self, by: int) -> None:
        """Go to the next hit, or the one before with -1, around the ends."""
        hits = self._search.hits
        if hits:
            self._search.current = (self._search.current + by) % len(hits)
            self._show_current()

    def repeat(self) -> None:
        """Search again: the messages are others now."""
        if self._search.words:
            self.search(self._search.words)

    def _on_slice(self) -> None:
        search, transcript = self._search, self._stage.transcript
        until = time.perf_counter() + SLICE_S
        while search.row < len(transcript) and time.perf_counter() < until:
            if self._may_hold(search.row):
                search.hits.extend(self._hits_in(search.row))
            search.row += 1
        if search.row >= len(transcript):
            self._timer.stop()
        if search.current < 0:
            self._choose_first()
        self._mark()
        self._report()

    def _may_hold(self, row: int) -> bool:
        text = self._stage.transcript.rows[row].message.text.casefold()
        words = self._search.words
        return words in text or words.translate(_MARKUP) in text.translate(_MARKUP)

    def _hits_in(self, row: int) -> Sequence[Place]:
        found: list[Place] = []
        for slot, part in enumerate(self._stage.transcript.layout(row).parts):
            if isinstance(part, DocumentPart) and part.selectable:
                part.dress(self._stage.transcript.look)
                starts = _occurrences(part.text(), self._search.words)
                found.extend(Place(row, slot, start) for start in starts)
        return found

    def _choose_first(self) -> None:
        """Take the first hit at or below what is on the screen; at the end any will do."""
        hits = self._search.hits
        below = (at for at, hit in enumerate(hits) if hit.row >= self._from_row)
        self._search.current = next(below, -1 if self._timer.isActive() or not hits else 0)
        if self._search.current >= 0:
            self._show_current()

    def _show_current(self) -> None:
        self._mark()
        self._report()
        self._stage.scroller.following = False
        self._stage.show_place(self._search.hits[self._search.current])

    def _mark(self) -> None:
        marks: dict[tuple[int, int], list[Mark]] = {}
        length = _utf16_length(self._search.words)
        for number, hit in enumerate(self._search.hits):
            mark = Mark(hit.position, length, number == self._search.current)
            marks.setdefault((hit.row, hit.slot), []).append(mark)
        self._stage.marks = {**marks}
        self._stage.looks_changed.emit()

    def _report(self) -> None:
        search = self._search
        self.progressed.emit(
            FindState(search.current + 1, len(search.hits), not self._timer.isActive())
        )


def _occurrences(text: str, words: str) -> Sequence[int]:
    """Return where ``words`` begin in ``text``, in UTF-16 units as Qt's documents count."""
    folded = text.casefold()
    if len(folded) != len(text):
        folded = text.lower() if len(text.lower()) == len(text) else text
    found, at = [], folded.find(words)
    while at >= 0:
        found.append(_utf16_length(text[:at]) if not text.isascii() else at)
        at = folded.find(words, at + len(words))
    return found


def _utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
