"""A stranger's text, shown whole: every character visible, nothing cut, no layout that hangs."""

import json
import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from chatapp.domain.json_reading import read_json
from chatapp.domain.visible_text import visible_text
from chatapp.ui.fonts import monospace_font

FRAME = 14
"""Pixels above and below the text before the style has been asked."""


LONGEST_WRAPPED = 20_000
SLACK = 6
"""Pixels that keep the last line from asking for a scroll bar."""


class PlainView(QPlainTextEdit):
    """Read-only, as high as its text up to ``most_lines``, and scrolling beyond. Code, unless it
    ``is_prose``."""

    def __init__(
        self, parent: QWidget, *, most_lines: int, least_lines: int = 1, is_prose: bool = False
    ) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._least_lines = least_lines
        self.setReadOnly(True)
        if not is_prose:
            self.document().setDefaultFont(monospace_font(0.95))
            self.setFont(monospace_font(0.95))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_text(self, words: str) -> None:
        """Show ``words`` with hidden characters written out."""
        words = visible_text(words)
        # Words may be 100 kB long; breaking anywhere is the only wrapping that stays quick.
        by_words = len(words) <= LONGEST_WRAPPED
        mode = QTextOption.WrapMode
        self.setWordWrapMode(mode.WrapAtWordBoundaryOrAnywhere if by_words else mode.WrapAnywhere)
        self.setPlainText(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        rows = self._rows()
        lines = min(max(rows, self._least_lines), self._most_lines)
        frame = self.height() - self.viewport().height() if self.isVisible() else FRAME
        margin = 2 * round(self.document().documentMargin())
        line = QFontMetricsF(self.document().defaultFont()).lineSpacing()
        self.setFixedHeight(math.ceil(lines * line) + frame + margin + SLACK)

    def _rows(self) -> int:
        """Return how many rows the text takes at the present width, counted up to the limit."""
        rows, block = 0, self.document().firstBlock()
        per_row = max(20, self.viewport().width() // max(1, self.fontMetrics().averageCharWidth()))
        while block.isValid() and rows < self._most_lines:
            rows += 1 + block.length() // per_row
            block = block.next()
        return rows


def readable_json(text: str) -> str:
    """Return JSON text indented; text that is none as it is."""
    try:
        return json.dumps(read_json(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text
