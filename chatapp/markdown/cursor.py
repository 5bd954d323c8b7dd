"""A place in a line, counted in columns: a tab reaches to the next multiple of four."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[ \t]*")
TAB = 4


class Cursor:
    """Walks one line from left to right.

    ``at`` is the index of the next character, ``next`` that of the next one that is neither
    space nor tab, ``indent`` the columns between the two.
    """

    __slots__ = ("_column", "_split_tab", "at", "indent", "next", "text")

    def __init__(self, text: str) -> None:
        """Start at the beginning of *text*, a line without its end."""
        self.text = text
        self.at = 0
        self._column = 0
        self._split_tab = False
        self._look()

    @property
    def blank(self) -> bool:
        """Whether nothing but spaces and tabs is left."""
        return self.next >= len(self.text)

    @property
    def head(self) -> str:
        """The next character that is neither space nor tab, or nothing."""
        return self.text[self.next : self.next + 1]

    def rest(self) -> str:
        """Return what is left; the columns left of a tab that was used in part are spaces."""
        if self._split_tab:
            return " " * (TAB - self._column % TAB) + self.text[self.at + 1 :]
        return self.text[self.at :]

    def words(self) -> str:
        """Return what is left from ``next`` on."""
        return self.text[self.next :]

    def skip_blanks(self) -> None:
        """Go to ``next``."""
        self.skip_columns(self.indent)

    def skip_marker(self, length: int) -> None:
        """Go past the *length* characters (no tabs among them) that start at ``next``."""
        self.skip_blanks()
        self.at += length
        self._column += length
        self._look()

    def skip_columns(self, count: int) -> None:
        """Go past up to *count* columns of spaces and tabs."""
        if "\t" not in self.text[self.at : self.next]:
            taken = min(count, self.next - self.at)
            self.at += taken
            self._column += taken
            self.indent -= taken
            return
        while count > 0 and self.at < self.next:
            width = self._width(self._column)
            if width > count:
                self._column += count
                self._split_tab = True
                break
            self.at += 1
            self._column += width
            self._split_tab = False
            count -= width
        self._look()

    def _width(self, column: int) -> int:
        return TAB - column % TAB if self.text[self.at] == "\t" else 1

    def _look(self) -> None:
        blanks = _BLANKS.match(self.text, self.at)
        self.next = blanks.end() if blanks else self.at
        if "\t" not in self.text[self.at : self.next]:
            self.indent = self.next - self.at
            return
        column = self._column
        for character in self.text[self.at : self.next]:
            column += TAB - column % TAB if character == "\t" else 1
        self.indent = column - self._column
