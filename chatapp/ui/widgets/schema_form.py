"""A form made from the JSON Schema of an object: one row for each property.

What has no good row (lists, objects, alternatives) is edited as JSON in one line, so that the
form never says something else than what it gives back.
"""

import json

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, as_text
from chatapp.domain.visible_text import visible_text
from chatapp.ui.fonts import monospace_font

MOST_ROWS = 60


class SchemaForm(QWidget):
    """Shows and edits the properties of an object; what the schema does not name is kept."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 4, 0, 4)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(14)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._rows: dict[str, _Row] = {}
        self._others: dict[str, JsonValue] = {}

    def show_schema(self, schema: JsonObject) -> None:
        """Make the rows anew."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._rows.clear()
        required = as_list(schema.get("required"))
        for name, described in list(as_object(schema.get("properties")).items())[:MOST_ROWS]:
            row = _Row(as_object(described), required=name in required, parent=self)
            row.changed.connect(self.edited)
            self._rows[name] = row
            self._add(name, as_object(described), row, required=name in required)
        if not self._rows:
            words = QCoreApplication.translate("SchemaForm", "This function takes no arguments.")
            self._form.addRow(_label(words, "muted", self))

    def _add(self, name: str, described: JsonObject, row: "_Row", *, required: bool) -> None:
        shown = visible_text(name) + (" *" if required else "")
        row.editor.setAccessibleName(shown)
        help_text = visible_text(as_text(described.get("description")))[:300]
        self._form.addRow(_label(shown, "", self), row.editor)
        if help_text:
            row.editor.setAccessibleDescription(help_text)
            self._form.addRow("", _label(help_text, "muted", self))

    def show_value(self, value: JsonObject) -> None:
        """Fill the rows."""
        self._others = {key: v for key, v in value.items() if key not in self._rows}
        for name, row in self._rows.items():
            row.show_value(value.get(name), given=name in value)

    def value(self) -> dict[str, JsonValue]:
        """Return the object. Raises ``ValueError`` for a row whose text is no value."""
        found: dict[str, JsonValue] = {}
        for name, row in self._rows.items():
            given, value = row.value()
            if given:
                found[name] = value
        return found | self._others


class _Row(QWidget):
    """The editor of one property."""

    changed = Signal()

    def __init__(self, schema: JsonObject, *, required: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._required = required
        self._kind = _kind_of(schema)
        self._absent = not required
        self._given_empty = required
        self.editor: QLineEdit | QComboBox
        if self._kind == "choice":
            self.editor = self._choices(schema, parent)
        else:
            self.editor = self._line(schema, parent)

    def _choices(self, schema: JsonObject, parent: QWidget) -> QComboBox:
        box = QComboBox(parent)
        box.addItem("—", None)
        for option in as_list(schema.get("enum")) or [True, False]:
            words = option if isinstance(option, str) else json.dumps(option)
            box.addItem(visible_text(words)[:120], json.dumps(option))
        box.activated.connect(lambda _: self.changed.emit())
        return box

    def _line(self, schema: JsonObject, parent: QWidget) -> QLineEdit:
        line = QLineEdit(parent)
        line.setMaxLength(262_144)
        if self._kind == "json":
            line.setFont(monospace_font(0.95))
            line.setPlaceholderText(_number_words() if _is_number(schema) else "JSON")
        if "default" in schema:
            line.setPlaceholderText(visible_text(json.dumps(schema["default"]))[:80])
        line.textEdited.connect(self._on_edited)
        return line

    def _on_edited(self) -> None:
        self._given_empty = self._required
        self.changed.emit()

    def show_value(self, value: JsonValue, *, given: bool) -> None:
        """Show a value, or that there is none."""
        if isinstance(self.editor, QComboBox):
            at = self.editor.findData(json.dumps(value)) if given else 0
            if given and at < 0:
                self.editor.addItem(visible_text(json.dumps(value))[:120], json.dumps(value))
                at = self.editor.count() - 1
            self.editor.setCurrentIndex(at)
            return
        if self._kind == "text" and given and (not isinstance(value, str) or "\n" in value):
            # A line edit would change it: as JSON it stays what it is.
            self._kind = "json"
        self._given_empty = given if value == "" else self._required
        if not given:
            self.editor.setText("")
        elif self._kind == "text":
            self.editor.setText(as_text(value))
        else:
            self.editor.setText(json.dumps(value, ensure_ascii=False))

    def value(self) -> tuple[bool, JsonValue]:
        """Return whether there is a value, and which. Raises ``ValueError``."""
        if isinstance(self.editor, QComboBox):
            data = self.editor.currentData()
            return data is not None, read_json(data) if data is not None else None
        words = self.editor.text()
        if self._kind == "text":
            return bool(words) or self._given_empty, words
        if not words.strip():
            return False, None
        return True, read_json(words)


def _kind_of(schema: JsonObject) -> str:
    """Return how a property is best edited: by choice, as text, or as JSON (numbers too)."""
    if "enum" in schema or schema.get("type") == "boolean":
        return "choice"
    return "text" if schema.get("type") == "string" else "json"


def _label(words: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def _is_number(schema: JsonObject) -> bool:
    return schema.get("type") in ("integer", "number")


def _number_words() -> str:
    return QCoreApplication.translate("SchemaForm", "Number")
