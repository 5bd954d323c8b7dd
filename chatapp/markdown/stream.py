"""Markdown that arrives in pieces, as blocks for a view: only what is open is read again.

Complete lines go into the line machine once; leaves that are complete are parsed once. The end of
the text, an unfinished line and the leaf it belongs to, is read by a copy of the machine each time
the blocks are asked for. So that nothing flashes by, three things are shown otherwise than they
would be if the text ended here: marks whose meaning is open are held back, what may become the
head of a table too, and emphasis, code and links that have no end yet count as ended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatapp.markdown.blocks import Code, Html, Math, Paragraph, Table
from chatapp.markdown.composer import Composer
from chatapp.markdown.machine import LineMachine
from chatapp.markdown.options import MESSAGES, GfmOptions
from chatapp.markdown.source_text import normal_text
from chatapp.markdown.tracing import Trace
from chatapp.markdown.view_blocks import ViewBlock

LONGEST_TAIL = 16_000
"""Characters of an unfinished line that are shown; the rest waits for the line's end."""
_MARKS_ONLY = re.compile(
    r"(?:[-+*>_=~`#$|:<!\\ \t]|[0-9]{1,9}(?:[.)]|$))*+(?:\[(?:[ xX](?:\][ \t]*)?)?)?$"
)
_DELIMITER_ROW_SO_FAR = re.compile(r"[ \t>]*[|:-][-|: \t]*$")


class StreamRenderer:
    """Renders one text while it grows at its end."""

    def __init__(self, options: GfmOptions = MESSAGES) -> None:
        """Start with an empty text."""
        self._machine = LineMachine(options)
        self._composer = Composer(options, self._machine.blocks.definitions)
        self._unread: list[str] = []
        self._rest = ""
        self._lines: list[str] = []
        self._defined = 0
        self._finished = False

    @property
    def blocks(self) -> Sequence[ViewBlock]:
        """What the text is shown as, as of the last ``update``."""
        return self._composer.blocks

    def append(self, text: str) -> None:
        """Take more text; cheap, nothing is read before ``update``."""
        self._unread.append(text)

    def finish(self) -> None:
        """The text is complete: from the next ``update`` on no rule for its end applies."""
        self._finished = True

    def update(self) -> int:
        """Bring ``blocks`` up to date; return the index of the first that has changed.

        Blocks before it are the same objects as before. Takes as long as the new text and the
        open leaf are long, whatever came before.
        """
        self._composer.take_back_tail()
        self._read_lines()
        if self._finished:
            self._machine.finish()
        self._settle()
        if not self._finished:
            self._show_tail()
        return self._composer.compose()

    def source_of(self, block: ViewBlock) -> str:
        """Return the Markdown lines that one of the blocks was made from."""
        lines = self._lines[block.place.first_line : block.place.end_line]
        if block.place.end_line > len(self._lines):
            lines.append(self._rest)
        return "\n".join(lines)

    def trace(self, index: int, starts: Sequence[int]) -> Trace:
        """Return where what a block of the finished text shows comes from; its lines begin at
        *starts*."""
        return self._composer.trace(index, self._lines, starts)

    def html(self) -> str:
        """Return the HTML of the whole text as of the last ``update``; reads all of it again."""
        return self._composer.html()

    def _read_lines(self) -> None:
        text = self._rest + "".join(self._unread)
        self._unread.clear()
        if text.endswith("\r") and not self._finished:
            text, held = text[:-1], "\r"
        else:
            held = ""
        *lines, rest = normal_text(text).split("\n")
        if self._finished and rest:
            lines.append(rest)
            rest = ""
        self._lines += lines
        for line in lines:
            self._machine.feed(line)
        self._rest = rest + held

    def _settle(self) -> None:
        """Compose what is complete."""
        found = self._machine.blocks
        self._composer.loosen(found.loosened)
        found.loosened.clear()
        if len(found.definitions) > self._defined:
            self._composer.define(list(found.definitions)[self._defined :])
            self._defined = len(found.definitions)
        for leaf in found.closed:
            self._composer.add(leaf)
        found.closed.clear()

    def _show_tail(self) -> None:
        twin = self._machine.twin()
        line = self._rest.removesuffix("\r")[:LONGEST_TAIL]
        leaf = self._machine.blocks.leaf
        hides_last = isinstance(leaf, Paragraph) and _may_be_table_head(leaf.lines[-1], line)
        takes_all = isinstance(leaf, (Code, Html, Math, Table))
        holds_line = _MARKS_ONLY.match(line) or (
            not takes_all and line.lstrip(" >").startswith("|")
        )
        open_leaf = twin.show_tail(None if holds_line else line, hides_last_line=hides_last)
        self._composer.loosen(twin.blocks.loosened)
        self._composer.begin_tail()
        closed_in_tail = twin.blocks.closed
        for closed in closed_in_tail:
            may_grow = closed is closed_in_tail[-1] and (closed is open_leaf or not holds_line)
            self._composer.add(closed, is_open=may_grow)


def _may_be_table_head(last_line: str, following: str) -> bool:
    """Tell whether the last line of a paragraph may yet be the head of a table."""
    is_row = last_line.startswith("|")
    return is_row and (not following or _DELIMITER_ROW_SO_FAR.match(following) is not None)
