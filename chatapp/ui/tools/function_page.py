"""Writing functions: name, description, parameters as JSON Schema, and the form that results."""

import json
import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_schema import Verdict
from chatapp.domain.json_value import JsonObject, as_object
from chatapp.domain.tools import ToolDefinition
from chatapp.domain.visible_text import visible_text
from chatapp.ui.fonts import monospace_font, scaled
from chatapp.ui.tools.verdict import VerdictLabel
from chatapp.ui.widgets.hinted_list import HintedList
from chatapp.ui.widgets.schema_form import SchemaForm
from chatapp.ui.widgets.stacking_row import WrappedLabel

CHECK_PAUSE_MS = 150
EXAMPLE: JsonObject = {
    "type": "object",
    "properties": {"city": {"type": "string", "description": "Name of the city"}},
    "required": ["city"],
}
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_FUNCTION = Qt.ItemDataRole.UserRole


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolFunctions", words)


class FunctionPage(QWidget):
    """A list of functions, and the editor of the chosen one."""

    saved = Signal(object, str)
    """A ``ToolDefinition``, and the name of the one that it takes the place of."""
    left = Signal(object, str)
    """The same, when the person turns to something else and has not saved it."""
    deleted = Signal(str)
    import_requested = Signal()
    check_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._known: dict[str, ToolDefinition] = {}
        self._editing = ""
        self._verdict_fits = True
        hint = _say("No functions yet. Write one here, or import some.")
        self.list = HintedList(_say("Functions"), hint, self)
        self.list.setFixedWidth(scaled(190))
        self.list.currentItemChanged.connect(self._on_current)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(_say("Name"))
        self.name.setPlaceholderText("get_weather")
        self.description = QPlainTextEdit(self)
        self.description.setAccessibleName(_say("Description"))
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(scaled(62))
        self.schema = QPlainTextEdit(self)
        self.schema.setAccessibleName(_say("Parameters as JSON Schema"))
        self.schema.setFont(monospace_font())
        self.schema.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._verdict = VerdictLabel(self)
        self._problem = WrappedLabel("", self)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._problem.setProperty("role", "problem")
        self._preview = SchemaForm(self)
        self.save = QPushButton(_say("Save"), self)
        self.save.setProperty("variant", "primary")
        self.save.setAutoDefault(False)
        self.save.clicked.connect(lambda _: self._save())
        self._pause = QTimer(self, singleShot=True, interval=CHECK_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.check_requested.emit(self.schema.toPlainText()))
        self._lay_out()
        self.name.textChanged.connect(lambda _: self._show_state())
        self.description.textChanged.connect(self._show_state)
        self.schema.textChanged.connect(self._on_schema)
        self._show(ToolDefinition("", parameters=EXAMPLE), "")

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._button(_say("New"), self._new))
        buttons.addWidget(self._button(_say("Import…"), self.import_requested.emit))
        left.addLayout(buttons)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.addRow(_say("Name"), self.name)
        form.addRow(_say("Description"), self.description)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(self._schema_and_form(), 1)
        right.addWidget(self._verdict)
        row = QHBoxLayout()
        self._delete = self._button(_say("Delete"), lambda: self.deleted.emit(self._editing))
        row.addWidget(self._delete)
        row.addWidget(self._problem, 1)
        row.addWidget(self.save)
        right.addLayout(row)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(left)
        layout.addLayout(right, 1)

    def _schema_and_form(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(16)
        for title, widget, stretch in (
            (_say("Parameters (JSON Schema)"), self.schema, 5),
            (_say("The form that results"), self._scrolled(self._preview), 4),
        ):
            column = QVBoxLayout()
            label = QLabel(title, holder)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "muted")
            column.addWidget(label)
            column.addWidget(widget, 1)
            row.addLayout(column, stretch)
        return holder

    def _scrolled(self, widget: QWidget) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(widget)
        return scroll

    def _button(self, words: str, on_click: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: on_click())  # type: ignore[operator]
        return button

    # What is shown

    def show_functions(self, functions: Sequence[ToolDefinition]) -> None:
        """List the functions; the one that is being edited stays as it is."""
        self._known = {tool.name: tool for tool in functions}
        self.list.blockSignals(True)
        self.list.clear()
        for tool in functions:
            item = QListWidgetItem(visible_text(tool.name), self.list)
            item.setData(_FUNCTION, tool.name)
            if tool.name == self._editing:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self._editing and self._editing not in self._known:
            self._begin_anew()
        self._show_state()

    def choose(self, name: str) -> None:
        """Show one of the functions."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_FUNCTION) == name:
                self.list.setCurrentRow(row)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        tool = self._known.get(str(item.data(_FUNCTION))) if item is not None else None
        if tool is not None:
            self.leave()
            self._show(tool, tool.name)

    def leave(self) -> None:
        """Tell what could have been saved and was not."""
        if self.save.isEnabled():
            self.left.emit(self._definition(), self._editing)

    def _new(self) -> None:
        self.leave()
        self._begin_anew()
        self.name.setFocus()

    def _begin_anew(self) -> None:
        self.list.setCurrentRow(-1)
        self._show(ToolDefinition("", parameters=EXAMPLE), "")

    def _show(self, tool: ToolDefinition, name: str) -> None:
        self._editing = name
        self.name.setText(tool.name)
        self.description.setPlainText(tool.description)
        self.schema.setPlainText(json.dumps(tool.parameters, indent=2, ensure_ascii=False))
        self._delete.setVisible(bool(name))
        self._show_state()

    def _on_schema(self) -> None:
        self._verdict_fits = False
        self._show_state()
        self._pause.start()

    def show_verdict(self, checked: str, verdict: Verdict) -> None:
        """Show what JSON Schema's own schema says, and the form if it is content."""
        if checked != self.schema.toPlainText():
            return
        self._verdict_fits = verdict.fits
        self._verdict.show_verdict(verdict, _say("This is a sound JSON Schema."))
        if verdict.fits:
            self._preview.show_schema(self._parameters() or {})
        self._show_state()

    def _parameters(self) -> JsonObject | None:
        try:
            value = read_json(self.schema.toPlainText())
        except ValueError:
            return None
        return as_object(value) if isinstance(value, dict) else None

    def _definition(self) -> ToolDefinition | None:
        parameters, name = self._parameters(), self.name.text().strip()
        if parameters is None or not _NAME.fullmatch(name):
            return None
        return ToolDefinition(name, self.description.toPlainText().strip(), parameters)

    def _show_state(self) -> None:
        name = self.name.text().strip()
        wrong = bool(name) and not _NAME.fullmatch(name)
        taken = name != self._editing and name in self._known
        if self.name.property("invalid") != (wrong or taken):
            self.name.setProperty("invalid", wrong or taken)
            self.name.style().polish(self.name)
        problem = _say("Letters, digits, _ and -, at most 64") if wrong else ""
        self._problem.setText(_say("Another function has this name.") if taken else problem)
        made = self._definition()
        changed = made is not None and made != self._known.get(self._editing)
        self.save.setEnabled(changed and self._verdict_fits and not taken)

    def _save(self) -> None:
        made = self._definition()
        if made is not None:
            replaced, self._editing = self._editing, made.name
            self._delete.setVisible(True)
            self.saved.emit(made, replaced)
