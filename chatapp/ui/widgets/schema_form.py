"""A form made from the JSON Schema of an object: one row for each property, groups in groups.

What has no good row (lists of objects, alternatives) is edited as JSON, so that the form never
says something else than what it gives back.
"""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from chatapp.domain.form_fields import DEEPEST_GROUP, FieldKind, FormField, form_field
from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object
from chatapp.domain.visible_text import visible_text
from chatapp.ui.widgets.schema_rows import SchemaRow, row_for
from chatapp.ui.widgets.stacking_row import WrappedLabel

MOST_ROWS = 60
MOST_ROWS_IN_ALL = 200
"""Rows of a form before its next group is edited as JSON: groups of groups multiply."""
LONGEST_HELP = 300
LONGEST_NAME = 32


class BadRow(ValueError):
    """The text in a row is no value; ``name`` is that of the property."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class _Budget:
    """How many rows a form may still have, with those of its groups."""

    def __init__(self) -> None:
        self.left = MOST_ROWS_IN_ALL


class SchemaForm(QWidget):
    """Shows and edits the properties of an object; what the schema does not name is kept."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 6, 0, 6)
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(14)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._rows: dict[str, SchemaRow] = {}
        self._others: dict[str, JsonValue] = {}
        self._order: list[str] = []

    def show_schema(self, schema: JsonObject) -> None:
        """Make the rows anew."""
        self._show_part(schema, schema, 0, _Budget())

    def _show_part(self, schema: JsonObject, root: JsonObject, depth: int, budget: _Budget) -> None:
        """Show a part of the whole schema ``root`` that lies in ``depth`` groups."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._rows.clear()
        required = as_list(schema.get("required"))
        properties = list(as_object(schema.get("properties")).items())[:MOST_ROWS]
        budget.left -= len(properties)
        for name, described in properties:
            field = form_field(described, root, depth=depth if budget.left > 0 else DEEPEST_GROUP)
            row = self._row(field, root, name in required, depth, budget)
            row.changed.connect(self.edited)
            self._rows[name] = row
            self._add(name, row)
        if not self._rows:
            words = QCoreApplication.translate("SchemaForm", "This function takes no arguments.")
            self._form.addRow(_label(words, "muted", self))

    def _row(
        self, field: FormField, root: JsonObject, required: bool, depth: int, budget: _Budget
    ) -> SchemaRow:
        if field.kind is FieldKind.GROUP:
            group = _GroupRow(field, required=required, parent=self)
            group.form._show_part(field.schema, root, depth + 1, budget)
            return group
        return row_for(field, required=required, parent=self)

    def _add(self, name: str, row: SchemaRow) -> None:
        shown = visible_text(name) + (" *" if row.required else "")
        row.setAccessibleName(shown)
        help_text = visible_text(row.field.description)[:LONGEST_HELP]
        if help_text:
            row.setAccessibleDescription(help_text)
        label = QLabel(shown if len(shown) <= LONGEST_NAME else f"{shown[:LONGEST_NAME]}…", self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(row)
        self._form.addRow(label, _with_help(row, help_text, self))

    def show_value(self, value: JsonObject) -> None:
        """Fill the rows."""
        self._others = {key: v for key, v in value.items() if key not in self._rows}
        self._order = list(value)
        for name, row in self._rows.items():
            row.show_value(value.get(name), given=name in value)
            row.show_problem(is_wrong=False)

    def value(self) -> dict[str, JsonValue]:
        """Return the object, in the order it was shown in. Raises ``BadRow``."""
        found = dict(self._others)
        for name, row in self._rows.items():
            try:
                given, value = row.value()
            except BadRow as error:
                raise BadRow(f"{name}.{error.name}") from error
            except ValueError as error:
                row.show_problem(is_wrong=True)
                raise BadRow(name) from error
            row.show_problem(is_wrong=False)
            if given:
                found[name] = value
        places = {name: at for at, name in enumerate(self._order)}
        return dict(sorted(found.items(), key=lambda item: places.get(item[0], len(places))))


class _GroupRow(SchemaRow):
    """An object within the object: a form of its own, absent while nothing is in it."""

    def __init__(self, field: FormField, *, required: bool, parent: QWidget) -> None:
        super().__init__(field, required=required, parent=parent)
        frame = QFrame(self)
        frame.setProperty("group", "true")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 2, 0, 2)
        self.form = SchemaForm(frame)
        self.form.edited.connect(self._on_edited)
        inside.addWidget(self.form)
        self._take(frame)

    def _write(self, value: JsonValue, *, given: bool) -> None:
        self.form.show_value(as_object(value) if given else {})

    def _read(self) -> tuple[bool, JsonValue]:
        value = self.form.value()
        return bool(value) or self.required, value


def _with_help(row: QWidget, words: str, parent: QWidget) -> QWidget:
    """Return a row with what the schema says of it below."""
    if not words:
        return row
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(row)
    column.addWidget(_label(words, "muted", holder))
    return holder


def _label(words: str, role: str, parent: QWidget) -> QLabel:
    label = WrappedLabel(words, parent)
    if role:
        label.setProperty("role", role)
    return label
