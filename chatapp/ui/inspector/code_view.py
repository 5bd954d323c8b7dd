"""Read-only text of a body: monospaced, coloured where it is JSON or a difference, searchable."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from chatapp.domain.json_value import without_surrogates
from chatapp.ui.fonts import monospace_font
from chatapp.ui.theme import current_theme

LONGEST_LINE = 4_000
"""Longer lines are broken for showing: laying one out costs more than all others together."""

MOST_SHOWN = 2_000_000
_MOST_COLOURED = 300_000
_TOKENS = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*"(?=\s*:))|(?P<string>"(?:[^"\\]|\\.)*"?)'
    r"|(?P<number>-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b)|(?P<constant>\b(?:true|false|null)\b)"
)
_CODE = {"key": "attribute", "string": "string", "number": "number", "constant": "constant"}


class _Colours(QSyntaxHighlighter):
    """JSON tokens, or added and removed lines."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.kind = ""

    def highlightBlock(self, text: str) -> None:
        if self.kind == "json":
            for match in _TOKENS.finditer(text):
                name = _CODE[match.lastgroup or "string"]
                self.setFormat(match.start(), len(match.group()), _format(name))
        elif self.kind == "difference" and text[:1] in ("+", "-"):
            self.setFormat(0, len(text), _format("inserted" if text[0] == "+" else "deleted"))
        elif self.kind == "difference" and text.startswith("@@"):
            self.setFormat(0, len(text), _format("comment"))


def _format(name: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(current_theme().colour(name))
    return made


class CodeView(QPlainTextEdit):
    """Shows text as it is; what is copied from it may have broken lines, a *Copy* button's
    does not."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setProperty("variant", "code")
        self.setFont(monospace_font(0.95))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._colours = _Colours(self.document())
        self._words = ""

    def show_text(self, words: str, kind: str = "") -> bool:
        """Show text; ``kind`` is ``json``, ``difference`` or nothing. Return whether it is
        another one than before, not the same or more of it."""
        kind = kind if len(words) <= _MOST_COLOURED else ""
        before, self._words = self._words, words
        if kind == self._colours.kind and before and words.startswith(before):
            self._append(words[len(before) : MOST_SHOWN])
            return False
        self._colours.kind = kind
        self.setPlainText(_broken(without_surrogates(words[:MOST_SHOWN])))
        return True

    def _append(self, more: str) -> None:
        """Write on at the end: the cost is that of what is new."""
        if more:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(_broken(without_surrogates(more)))

    def words(self) -> str:
        """Return the text as it was given."""
        return self._words

    def mark(self, start: int, end: int) -> None:
        """Choose some characters and bring them into sight."""
        cursor = self.textCursor()
        cursor.setPosition(_shown_place(self._words, start))
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(min(_shown_place(self._words, end), self._last_place()), keep)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _last_place(self) -> int:
        return self.document().characterCount() - 1

    def place(self) -> int:
        """Return which character the cursor is at."""
        at = self.textCursor().selectionStart()
        low, high = 0, len(self._words)
        while low < high:
            middle = (low + high) // 2
            if _shown_place(self._words, middle) < at:
                low = middle + 1
            else:
                high = middle
        return low

    def find_next(self, words: str) -> bool:
        """Choose the next place of ``words``, from the top again after the last."""
        if not words:
            return False
        if self.find(words):
            return True
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return self.find(words)


def _shown_place(words: str, at: int) -> int:
    """Return where a character is among the shown ones: long lines are broken there."""
    before = words[:at]
    if len(words) <= LONGEST_LINE:
        return len(before.encode("utf-16-le", "surrogatepass")) // 2
    breaks = sum(max(len(line) - 1, 0) // LONGEST_LINE for line in before.split("\n"))
    return len(before.encode("utf-16-le", "surrogatepass")) // 2 + breaks


def _broken(words: str) -> str:
    if len(words) <= LONGEST_LINE:
        return words
    lines: list[str] = []
    for line in words.split("\n"):
        if len(line) <= LONGEST_LINE:
            lines.append(line)
        else:
            lines += [line[at : at + LONGEST_LINE] for at in range(0, len(line), LONGEST_LINE)]
    return "\n".join(lines)
