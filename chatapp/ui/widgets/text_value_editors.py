"""Editors of JSON values that are longer texts: JSON itself, and lists of words."""

import json
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from chatapp.ui.widgets.value_editor import ValueEditor, bare_row


class GrowingText(QPlainTextEdit):
    """As tall as its text up to ``most`` lines; without text, one line until it is used."""

    def __init__(self, parent: QWidget, *, most: int) -> None:
        super().__init__(parent)
        self._most = most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        shown = self.toPlainText() or (self.placeholderText() if self.hasFocus() else "")
        lines = min(max(shown.count("\n") + 1, 1), self._most)
        frame = 2 * round(self.document().documentMargin()) + 14
        height = lines * self.fontMetrics().lineSpacing() + frame
        if lines > 1:
            height += self.horizontalScrollBar().sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit()


class JsonEditor(ValueEditor):
    """Any JSON as text; text that is no JSON stays, and is its own (invalid) value."""

    def __init__(self, *, example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = GrowingText(self, most=14)
        self._text.setPlaceholderText(example)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.textChanged.connect(self._on_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self.setFocusProxy(self._text)
        self._writing = False
        self.syntax_error = ""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._text.setAccessibleName(name)

    def _write(self, value: Any) -> None:
        self._writing = True
        empty = value in (None, {}, [])
        self._text.setPlainText("" if empty else json.dumps(value, ensure_ascii=False, indent=2))
        self.syntax_error = ""
        self._writing = False

    def _on_text(self) -> None:
        if self._writing:
            return
        typed = self._text.toPlainText()
        self.syntax_error = ""
        try:
            self._took(json.loads(typed))
        except (ValueError, RecursionError) as error:
            place = getattr(error, "lineno", 0), getattr(error, "colno", 0)
            self.syntax_error = QCoreApplication.translate(
                "Editor", "No valid JSON at line {line}, column {column}."
            ).format(line=place[0], column=place[1])
            self._took(typed)


class WordsEditor(ValueEditor):
    """A list of texts, one to a line; ``\\n`` and ``\\t`` in it stand for the signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = GrowingText(self, most=5)
        self._text.setPlaceholderText(
            QCoreApplication.translate("Editor", "One to a line; \\n is a line break")
        )
        self._text.textChanged.connect(self._on_text)
        bare_row(self).addWidget(self._text)
        self.setFocusProxy(self._text)
        self._writing = False

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._text.setAccessibleName(name)

    def _write(self, value: Any) -> None:
        self._writing = True
        words = [value] if isinstance(value, str) else list(value or ())
        self._text.setPlainText("\n".join(_escaped(str(word)) for word in words))
        self._writing = False

    def _on_text(self) -> None:
        if not self._writing:
            lines = self._text.toPlainText().split("\n")
            self._took([_unescaped(line) for line in lines if line])


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _unescaped(line: str) -> str:
    signs = {"n": "\n", "t": "\t", "\\": "\\"}
    parts = iter(line.split("\\"))
    word = next(parts)
    for part in parts:
        if part == "":
            word += "\\" + next(parts, "")
        else:
            word += signs.get(part[0], "\\" + part[0]) + part[1:]
    return word
