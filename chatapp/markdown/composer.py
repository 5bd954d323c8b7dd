"""Composes the blocks of a view from a text's leaves, as they come."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from chatapp.domain.quick_dataclass import dataclass
from chatapp.markdown import tree
from chatapp.markdown.blocks import Code, Hollow, Html, Leaf, List, Math, Rule, Table
from chatapp.markdown.chunks import (
    Chunk,
    block_of,
    images_among,
    images_in,
    is_words,
    items_in,
    joined_list,
)
from chatapp.markdown.definitions import Definition
from chatapp.markdown.inline import InlineParser
from chatapp.markdown.options import GfmOptions
from chatapp.markdown.tracing import Trace, cells_of, leaf_lines, trace_code, words_of
from chatapp.markdown.view_blocks import ViewBlock


class Composer:
    """Takes leaves in order; ``blocks`` is what they are shown as since the last ``compose``.

    Leaves added after ``begin_tail`` are taken back by ``take_back_tail``.
    """

    def __init__(self, options: GfmOptions, definitions: Mapping[str, Definition]) -> None:
        """Start without leaves; *definitions* may grow."""
        self.blocks: list[ViewBlock] = []
        self._options = options
        self._inline = InlineParser(options, definitions)
        self._chunks: list[Chunk] = []
        self._leaves: list[Leaf] = []
        self._waiting: dict[str, list[Chunk]] = {}
        self._rows: dict[str, tuple[str, frozenset[str]]] = {}
        self._code = (-1, 0, "")
        """Of the code that was last shown: its number, lines, and the text of all but the last."""
        self._first_stale = 0
        self._tail: _Tail | None = None

    def add(self, leaf: Leaf, *, is_open: bool = False) -> None:
        """Take the next leaf; with *is_open* more text may come into it."""
        self._leaves.append(leaf)
        if isinstance(leaf, Table):
            self._add_table(leaf)
        elif isinstance(leaf, Code):
            self._append(Chunk([leaf], content=self._code_text(leaf), is_open=is_open))
        elif not is_words(leaf):
            self._append(Chunk([leaf]))
        else:
            self._add_words(leaf, is_open=is_open)

    def compose(self) -> int:
        """Bring ``blocks`` up to date; return the index of the first that is not as it was."""
        first = min(self._first_stale, len(self.blocks), len(self._chunks))
        old = self.blocks[first:]
        for index in range(first, len(self._chunks)):
            chunk = self._chunks[index]
            if chunk.block is None:
                before = self.blocks[index] if index < len(self.blocks) else None
                chunk.block = self._block(chunk, before)
        self.blocks[first:] = [chunk.block for chunk in self._chunks[first:] if chunk.block]
        self._first_stale = len(self._chunks)
        for before, after in zip(old, self.blocks[first:], strict=False):
            if before is not after:
                break
            first += 1
        return first

    def begin_tail(self) -> None:
        """What is added from now on may be taken back."""
        self._tail = _Tail(len(self._leaves), len(self._chunks))

    def take_back_tail(self) -> None:
        """Take back what was added since ``begin_tail``."""
        if self._tail is None:
            return
        tail, self._tail = self._tail, None
        del self._leaves[tail.leaves :]
        del self._chunks[tail.chunks :]
        if tail.last is not None:
            self._chunks[-1] = tail.last
        self._first_stale = min(self._first_stale, max(0, tail.chunks - 1))

    def loosen(self, numbers: Iterable[int]) -> None:
        """The open lists with these numbers turned out to be loose."""
        for number in numbers:
            for index in range(len(self._chunks) - 1, -1, -1):
                if not _loosen(self._chunks[index], number):
                    break
                self._first_stale = min(self._first_stale, index)

    def define(self, labels: Iterable[str]) -> None:
        """These labels are defined now: show the leaves anew that wanted them."""
        for label in labels:
            for chunk in self._waiting.pop(label, []):
                chunk.forget()
                self._first_stale = 0
                if chunk.content or any(
                    "![" in line for leaf in chunk.leaves for line in leaf.lines
                ):
                    self._compose_anew()
                    return

    def trace(self, index: int, lines: Sequence[str], starts: Sequence[int]) -> Trace:
        """Return where what a block shows comes from; *lines* are those of the text, *starts*
        where they begin in it. Reads the block's leaves again."""
        chunk = self._chunks[index]
        trace = Trace()
        for leaf in () if chunk.image is not None else chunk.leaves:
            if isinstance(leaf, (Code, Math)):
                return trace_code(leaf, lines, starts)
            if isinstance(leaf, Table):
                for line, offsets in leaf_lines(leaf, lines, starts):
                    for words, places in cells_of(line, offsets, len(leaf.alignments)):
                        self._inline.trace(words, places, trace)
                        trace.say_for("\n", -1, -1)
            elif isinstance(leaf, Html):
                trace.say(*words_of(leaf, lines, starts))
            elif not isinstance(leaf, (Hollow, Rule)):
                self._inline.trace(*words_of(leaf, lines, starts), trace)
            trace.say_for("\n", -1, -1)
        return trace

    def html(self) -> str:
        """Return the HTML of all leaves, as :func:`chatapp.markdown.render_html` would."""
        root = ET.Element("div")
        tree.build(root, self._leaves, self._element)
        return tree.to_html(root).strip()

    # Chunks -------------------------------------------------------------------------------------

    def _append(self, chunk: Chunk) -> None:
        if self._chunks and self._tail is None:
            self._chunks[-1].elements.clear()
        self._first_stale = min(self._first_stale, len(self._chunks))
        self._chunks.append(chunk)

    def _add_words(self, leaf: Leaf, *, is_open: bool) -> None:
        if isinstance(leaf, Hollow):
            self._gather(leaf)
            return
        element = self._element(leaf, is_open=is_open)
        unresolved = self._inline.unresolved
        images = images_in(element)
        for piece, image in enumerate(images):
            self._append(Chunk([leaf], piece=piece, image=image))
        if images:
            return
        chunk = self._gather(leaf)
        chunk.elements[leaf.number] = element
        self._wait(unresolved, chunk)
        for piece, image in enumerate(images_among(element), 1):
            self._append(Chunk([leaf], piece=piece, image=image))

    def _gather(self, leaf: Leaf) -> Chunk:
        """Put a leaf into the last chunk or a new one; return that."""
        if self._chunks and self._chunks[-1].takes(leaf):
            self._last_chunk().add(leaf)
        else:
            self._append(self._new_chunk(leaf))
            self._chunks[-1].characters = sum(map(len, leaf.lines))
        return self._chunks[-1]

    def _new_chunk(self, leaf: Leaf) -> Chunk:
        before = self._chunks[-1] if self._chunks else None
        if before is None:
            return Chunk([leaf])
        last = before.leaves[-1]
        going_on = items_in(leaf.path[: tree.shared(last.path, leaf.path)])
        return Chunk([leaf], going_on, joined=None if before.image else joined_list(last, leaf))

    def _last_chunk(self) -> Chunk:
        """Return the last chunk to change it: a copy, if it must be there again after the tail."""
        index = len(self._chunks) - 1
        self._first_stale = min(self._first_stale, index)
        if self._tail is not None and self._tail.chunks == index + 1 and self._tail.last is None:
            self._tail.last = self._chunks[index]
            self._chunks[index] = self._chunks[index].twin()
        return self._chunks[index]

    def _wait(self, labels: Iterable[str], chunk: Chunk) -> None:
        if self._tail is None:
            for label in labels:
                self._waiting.setdefault(label, []).append(chunk)

    def _block(self, chunk: Chunk, before: ViewBlock | None) -> ViewBlock:
        """Return the block of *chunk*; *before* itself if it is still right."""
        block = block_of(chunk, self._element)
        if before is None or before.place.key != block.place.key:
            return block
        return before if before == block else replace(block, revision=before.revision + 1)

    def _add_table(self, leaf: Table) -> None:
        chunk = Chunk([leaf])
        chunk.content, unresolved = self._table_html(leaf)
        self._append(chunk)
        self._wait(unresolved, chunk)
        if self._tail is None:
            self._rows.clear()

    def _code_text(self, leaf: Code) -> str:
        """Return the text of code; of long code that grows only what is new is put together."""
        number, count, text = self._code
        if number != leaf.number or count >= len(leaf.lines):
            count, text = 0, ""
        text += "".join(f"{line}\n" for line in leaf.lines[count:-1])
        self._code = (leaf.number, max(0, len(leaf.lines) - 1), text)
        return text + leaf.lines[-1] if leaf.lines else ""

    def _compose_anew(self) -> None:
        leaves = self._leaves
        self._leaves, self._chunks = [], []
        self._waiting.clear()
        self._rows.clear()
        for leaf in leaves:
            self.add(leaf)
        self._first_stale = 0

    # Elements -----------------------------------------------------------------------------------

    def _element(self, leaf: Leaf, *, is_open: bool = False) -> ET.Element:
        element = tree.leaf_element(leaf, self._options)
        for part in element.iter() if isinstance(leaf, Table) else (element,):
            if part.tag in tree.WORDS:
                self._inline.fill(part, open_end=is_open)
        return element

    def _table_html(self, table: Table) -> tuple[str, set[str]]:
        """Return the HTML of a table, and the labels in it that lead nowhere."""
        rows = table.lines[1:]
        head, missing = self._row_html(table, table.lines[0], "th")
        unresolved = set(missing)
        parts = [f"<table>\n<thead>\n{head}</thead>\n"]
        for number, row in enumerate(rows):
            html, missing = self._row_html(table, row, "td")
            parts.append(f"<tbody>\n{html}" if number == 0 else html)
            unresolved |= missing
        parts.append("</tbody>\n</table>" if rows else "</table>")
        return "".join(parts), unresolved

    def _row_html(self, table: Table, line: str, tag: str) -> tuple[str, frozenset[str]]:
        key = f"{tag}{table.number} {line}"
        known = self._rows.get(key)
        if known is None:
            row = tree.row_element(line, table.alignments, tag)
            unresolved: set[str] = set()
            for cell in row:
                self._inline.fill(cell)
                unresolved |= self._inline.unresolved
            around = ET.Element("div")
            around.append(row)
            known = self._rows[key] = (tree.to_html(around), frozenset(unresolved))
        return known


@dataclass(slots=True)
class _Tail:
    """How many leaves and chunks there were before the tail, and the last chunk if it grew."""

    leaves: int
    chunks: int
    last: Chunk | None = None


def _loosen(chunk: Chunk, number: int) -> bool:
    """Make the list with this number loose in *chunk*; return whether it is in there."""
    found = False
    for leaf in chunk.leaves:
        for container in leaf.path:
            if container.number == number and isinstance(container, List):
                container.loose = found = True
    if (found and chunk.block is not None) or chunk.elements:
        chunk.forget()
    return found
