"""The editors of a form made from a JSON Schema: one for each kind of property.

Each gives back exactly what it was shown until the person changes it; only then is what stands
in it read as a value.
"""

import json
import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QShowEvent, QTextOption
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from chatapp.domain.form_fields import FieldKind, FormField
from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonValue, as_list, as_text
from chatapp.domain.visible_text import visible_text
from chatapp.ui.fonts import monospace_font

LONGEST_TEXT = 262_144
MOST_LINES = 8
FRAME = 16
"""Pixels above and below the words of a growing text before the style has been asked."""


def raw_text(edit: QPlainTextEdit) -> str:
    """Return what stands in ``edit``; ``toPlainText`` would make blanks of no-break spaces."""
    return edit.document().toRawText().replace("\u2029", "\n")


class GrowingText(QPlainTextEdit):
    """As high as its words, up to a few lines; Tab leaves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def _fit(self) -> None:
        rows = max(1, round(self.document().size().height()))
        lines = min(rows, MOST_LINES)
        policy = Qt.ScrollBarPolicy
        scrolls = policy.ScrollBarAsNeeded if rows > lines else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        margin = 2 * self.document().documentMargin()
        frame = self.height() - self.viewport().height() if self.isVisible() else FRAME
        height = QFontMetricsF(self.font()).lineSpacing() * lines + margin
        self.setFixedHeight(math.ceil(height) + frame)

    def showEvent(self, event: QShowEvent) -> None:
        """Now the style says how wide its frame is."""
        super().showEvent(event)
        self._fit()


class SchemaRow(QWidget):
    """The editor of one property, as far as they have it in common; it says ``changed`` when the
    person changed it."""

    changed = Signal()

    def __init__(self, field: FormField, *, required: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.required = required
        self._shown: tuple[bool, JsonValue] = (False, None)
        self._is_edited = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def _take(self, editor: QWidget) -> None:
        """Take the widget that is edited."""
        self._editor = editor
        self.setFocusProxy(editor)
        self._layout().addWidget(editor)

    def _layout(self) -> QVBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made above
        return layout

    def setAccessibleName(self, name: str) -> None:
        """The editor is what is reached."""
        self._editor.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """The editor is what is reached."""
        self._editor.setAccessibleDescription(words)

    def _on_edited(self) -> None:
        self._is_edited = True
        self.changed.emit()

    def show_value(self, value: JsonValue, *, given: bool) -> None:
        """Show a value, or that there is none."""
        self._shown, self._is_edited = (given, value), False
        self._write(value, given=given)

    def value(self) -> tuple[bool, JsonValue]:
        """Return whether there is a value, and which. Raises ``ValueError``."""
        return self._read() if self._is_edited else self._shown

    def show_problem(self, *, is_wrong: bool) -> None:
        """Mark a row whose text is no value."""
        if bool(self._editor.property("invalid")) != is_wrong:
            self._editor.setProperty("invalid", is_wrong)
            self._editor.style().polish(self._editor)

    def _write(self, value: JsonValue, *, given: bool) -> None:
        raise NotImplementedError

    def _read(self) -> tuple[bool, JsonValue]:
        raise NotImplementedError


class ChoiceRow(SchemaRow):
    """One of several values, or none."""

    def __init__(self, field: FormField, *, required: bool, parent: QWidget) -> None:
        super().__init__(field, required=required, parent=parent)
        box = self.box = QComboBox(self)
        hint = visible_text(field.hint)[:60] if "default" in field.schema else ""
        box.addItem(f"— ({hint})" if hint else "—", None)
        for words, option in field.choices:
            box.addItem(visible_text(words)[:120], json.dumps(option))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.activated.connect(lambda _: self._on_edited())
        self._take(box)

    def _write(self, value: JsonValue, *, given: bool) -> None:
        at = self.box.findData(json.dumps(value)) if given else 0
        if at < 0:  # none of those that the schema has
            self.box.addItem(visible_text(json.dumps(value, ensure_ascii=False))[:120], None)
            at = self.box.count() - 1
            self.box.setItemData(at, json.dumps(value))
        self.box.setCurrentIndex(at)

    def _read(self) -> tuple[bool, JsonValue]:
        data = self.box.currentData()
        return data is not None, read_json(data) if data is not None else None


class LineRow(SchemaRow):
    """A number, or a text with a form of its own."""

    def __init__(self, field: FormField, *, required: bool, parent: QWidget) -> None:
        super().__init__(field, required=required, parent=parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST_TEXT)
        self.line.setPlaceholderText(visible_text(field.hint)[:80])
        self.line.textEdited.connect(lambda _: self._on_edited())
        self._take(self.line)

    def _write(self, value: JsonValue, *, given: bool) -> None:
        words = "" if not given or value is None else _as_words(value)
        self.line.setText(words.replace("\n", " "))

    def _read(self) -> tuple[bool, JsonValue]:
        words = self.line.text()
        if self.field.kind is FieldKind.TEXT:
            return bool(words) or self.required, words
        if not words.strip():
            return False, None
        number = read_json(words.strip())
        is_number = isinstance(number, (int, float)) and not isinstance(number, bool)
        if not is_number:
            raise ValueError(words)
        return True, number


class TextRow(SchemaRow):
    """A text, a list of texts one a line, or any value as JSON."""

    def __init__(self, field: FormField, *, required: bool, parent: QWidget) -> None:
        super().__init__(field, required=required, parent=parent)
        self.text = GrowingText(self)
        self._as_json = field.kind is FieldKind.JSON
        if field.kind is FieldKind.JSON:
            self.text.setFont(monospace_font(0.95))
        self.text.setPlaceholderText(visible_text(field.hint)[:80] or _expected(field.kind))
        self.text.textChanged.connect(self._on_text)
        self._is_writing = False
        self._take(self.text)

    def _on_text(self) -> None:
        if not self._is_writing:
            self._on_edited()

    def _write(self, value: JsonValue, *, given: bool) -> None:
        self._is_writing = True
        self._as_json = self.field.kind is FieldKind.JSON or not self._is_own(value, given=given)
        if not given or (value is None and not self._as_json):
            self.text.setPlainText("")
        elif self._as_json:
            self.text.setPlainText(json.dumps(value, indent=2, ensure_ascii=False))
        elif self.field.kind is FieldKind.LINES:
            self.text.setPlainText("\n".join(map(as_text, as_list(value))))
        else:
            self.text.setPlainText(as_text(value))
        self._is_writing = False

    def _is_own(self, value: JsonValue, *, given: bool) -> bool:
        """Whether a value can be edited as what the schema says that it is."""
        if not given or value is None:
            return True
        if self.field.kind is FieldKind.LINES:
            items = as_list(value)
            own = all(isinstance(i, str) and i and "\n" not in i for i in items)
            return isinstance(value, list) and own
        return isinstance(value, str)

    def _read(self) -> tuple[bool, JsonValue]:
        words = raw_text(self.text)
        if self._as_json:
            return (True, read_json(words)) if words.strip() else (False, None)
        if self.field.kind is FieldKind.LINES:
            lines: list[JsonValue] = [line for line in words.split("\n") if line.strip()]
            return bool(lines) or self.required, lines
        return bool(words) or self.required, words


def _as_words(value: JsonValue) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _expected(kind: FieldKind) -> str:
    return "JSON" if kind is FieldKind.JSON else ""


def row_for(field: FormField, *, required: bool, parent: QWidget) -> SchemaRow:
    """Return the editor of a property that is no group of others."""
    if field.kind is FieldKind.CHOICE:
        return ChoiceRow(field, required=required, parent=parent)
    if field.kind is FieldKind.NUMBER or field.is_short:
        return LineRow(field, required=required, parent=parent)
    return TextRow(field, required=required, parent=parent)
