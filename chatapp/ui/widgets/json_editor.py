"""The editor of JSON as text."""

import json
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from chatapp.domain.json_reading import read_json
from chatapp.ui.fonts import monospace_font
from chatapp.ui.widgets.value_editor import ValueEditor


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
        self._text.setFont(monospace_font(0.9))
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
            self._took(read_json(typed))
        except ValueError as error:
            place = getattr(error, "lineno", 0), getattr(error, "colno", 0)
            self.syntax_error = QCoreApplication.translate(
                "Editor", "No valid JSON at line {line}, column {column}."
            ).format(line=place[0], column=place[1])
            self._took(typed)
