"""Where each character that a block shows comes from in the text: read a second time, on demand.

Nothing is guessed by comparing texts: the pieces that a line of words is read into remember where
they began, and a leaf's lines are known to be the ends of their source lines.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field

from chatapp.domain.quick_dataclass import dataclass
from chatapp.markdown import tables
from chatapp.markdown.blocks import Code, Heading, Leaf, Math, Table
from chatapp.markdown.characters import with_hidden_shown
from chatapp.markdown.emphasis import Run
from chatapp.markdown.pieces import Closing, Opening, Piece

_ATX = re.compile(r"#{1,6}[ \t]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_USED = {"strong": 2, "em": 1}
"""How many signs of a run a tag takes; a struck-out run is taken whole."""

Offsets = Sequence[int]
"""For each character of some words, where it is in the text."""


@dataclass(slots=True)
class Trace:
    """What a block says: character number ``i`` comes from ``starts[i]`` up to ``ends[i]``.

    ``formulas`` are the stretches of the characters that may be drawn as one picture.
    """

    characters: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    formulas: list[tuple[int, int]] = field(default_factory=list)

    def say(self, words: str, offsets: Offsets) -> None:
        """Add words that are shown as they are written."""
        self.characters += words
        self.starts += offsets
        self.ends += (offset + 1 for offset in offsets)

    def say_for(self, words: str, start: int, end: int) -> None:
        """Add words that stand for all that is written from ``start`` up to ``end``."""
        self.characters += words
        self.starts += [start] * len(words)
        self.ends += [end] * len(words)

    def say_formula(self, words: str, offsets: Offsets) -> None:
        """Add the source of a formula."""
        first = len(self.characters)
        self.say(words, offsets)
        self.formulas.append((first, len(self.characters)))


class PlacedPieces(list[Piece]):
    """Pieces that remember where in the words they began."""

    def __init__(self) -> None:
        """Start without pieces."""
        super().__init__()
        self.starts: list[int] = []
        self.place: Callable[[], int] = int
        """Tells how far the words have been read."""

    def append(self, piece: Piece) -> None:
        """Take a piece that begins where the reading is."""
        del self.starts[len(self) :]
        self.starts.append(self.place())
        super().append(piece)


def line_starts(text: str) -> list[int]:
    """Return where each line of *text* begins, whatever ends its lines."""
    return [0, *(end.end() for end in _LINE_END.finditer(text))]


# Leaves -----------------------------------------------------------------------------------------


def leaf_lines(
    leaf: Leaf, lines: Sequence[str], starts: Sequence[int]
) -> Iterator[tuple[str, list[int]]]:
    """Yield the lines of a leaf with the offset of each of their characters.

    *lines* are those of the text, *starts* where they begin in it.
    """
    for number, words in enumerate(leaf.lines):
        source = _source_line(leaf, number)
        if source is None or source >= len(lines):
            yield words, [-1] * len(words)
            continue
        column = _column(leaf, words, lines[source])
        begin, last = starts[source], starts[source] + len(lines[source])
        yield words, [min(max(begin, begin + column + i), last) for i in range(len(words))]


def _source_line(leaf: Leaf, number: int) -> int | None:
    """Return the number of the source line that a leaf's line comes from."""
    if isinstance(leaf, Table):
        if leaf.goes_on:
            return leaf.first_line + number - 1 if number else None
        return leaf.first_line + number + (number > 0)
    opening = isinstance(leaf, Code) and leaf.fence and leaf.fence != "\0"
    return leaf.first_line + number + bool(opening)


def _column(leaf: Leaf, words: str, source: str) -> int:
    """Return the column at which a leaf's line begins; before the line for a tab that was split."""
    opening = _ATX.search(source) if isinstance(leaf, Heading) else None
    if opening is not None and source.startswith(words, opening.end()):
        return opening.end()
    if source.endswith(words):
        return len(source) - len(words)
    found = source.find(words)
    return found if found >= 0 else len(source) - len(words)


def words_of(leaf: Leaf, lines: Sequence[str], starts: Sequence[int]) -> tuple[str, list[int]]:
    """Return the words of a leaf in one piece, with the offset of each character."""
    texts: list[str] = []
    offsets: list[int] = []
    for number, (words, places) in enumerate(leaf_lines(leaf, lines, starts)):
        if number:
            offsets.append(offsets[-1] + 1 if offsets else -1)
        texts.append(words)
        offsets += places
    return "\n".join(texts), offsets


def cells_of(line: str, offsets: Offsets, columns: int) -> Iterator[tuple[str, list[int]]]:
    """Yield the words of each cell of a table's row, with the offset of each character."""
    for start, end in tables.cell_spans(line)[:columns]:
        words, places = [], []
        for at in range(start, end):
            if line.startswith("\\|", at) and at + 1 < end:
                continue
            words.append(line[at])
            places.append(offsets[at])
        yield "".join(words), places


def trace_code(leaf: Code | Math, lines: Sequence[str], starts: Sequence[int]) -> Trace:
    """Return what a block of code or of a formula says."""
    trace = Trace()
    words, offsets = words_of(leaf, lines, starts)
    if isinstance(leaf, Math):
        trace.say_formula(words, offsets)
    else:
        trace.say(words, offsets)
    return trace


# Words ------------------------------------------------------------------------------------------


def trace_pieces(trace: Trace, pieces: PlacedPieces, words: str, offsets: Offsets) -> None:
    """Add what *pieces*, paired, say of *words*."""
    ends = [*pieces.starts[1:], len(words)]
    tags: list[str] = []
    for piece, start, end in zip(pieces, pieces.starts, ends, strict=True):
        in_link = "a" in tags
        if isinstance(piece, str):
            _say(trace, piece, words, start, end, offsets, in_link=in_link)
        elif isinstance(piece, Run):
            _leave(tags, len(piece.closes))
            first = start + sum(_USED.get(tag, piece.length) for tag in piece.closes)
            trace.say(piece.character * piece.count, offsets[first : first + piece.count])
            tags += reversed(piece.opens)
        elif isinstance(piece, Opening):
            if piece.element is None:
                trace.say(piece.words, offsets[start : start + len(piece.words)])
            else:
                tags.append(piece.element.tag)
        elif isinstance(piece, Closing):
            _leave(tags, 1)
        else:
            _say_element(trace, piece, words, start, end, offsets)


def _leave(tags: list[str], count: int) -> None:
    if count:
        del tags[-count:]


def _say(
    trace: Trace,
    piece: str,
    words: str,
    start: int,
    end: int,
    offsets: Offsets,
    *,
    in_link: bool,
) -> None:
    """Add a piece of text: as it is written, or for the escape or reference that it stands for."""
    if not piece:
        return
    rest = words[start + len(piece) : end]
    if not words.startswith(piece, start) or rest.strip(" \t"):
        trace.say_for(piece, offsets[start], offsets[max(start, end - 1)] + 1)
    elif in_link:
        for at, character in enumerate(piece, start):
            trace.say_for(with_hidden_shown(character), offsets[at], offsets[at] + 1)
    else:
        trace.say(piece, offsets[start : start + len(piece)])


def _say_element(
    trace: Trace, element: ET.Element, words: str, start: int, end: int, offsets: Offsets
) -> None:
    """Add the words of an element that is complete: code, a formula, a bare address."""
    text = element.text or ""
    if element.tag == "code":
        inside = start + _ticks(words, start)
        plain = words[inside:end].replace("\n", " ")
        first = inside if plain.startswith(text) else inside + 1
        trace.say(text, offsets[first : first + len(text)])
    elif "math" in element.get("class", ""):
        trace.say_formula(text, offsets[start : start + len(text)])
    elif text:
        first = words.find(text, start, end)
        for at, character in enumerate(text, max(first, start)):
            trace.say_for(with_hidden_shown(character), offsets[at], offsets[at] + 1)


def _ticks(words: str, start: int) -> int:
    end = start
    while words.startswith("`", end):
        end += 1
    return end - start
