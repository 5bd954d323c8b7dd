"""Writes down a message as any side of the conversation, without sending anything."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.messages import Role
from chatapp.domain.written_messages import WRITABLE, WrittenMessage
from chatapp.ui.fonts import open_at, scaled
from chatapp.ui.translation import translated
from chatapp.ui.widgets.json_editor import JsonEditor

_CALLS_EXAMPLE = """[
  {"id": "call_1", "type": "function",
   "function": {"name": "get_weather", "arguments": "{}"}}
]"""


def _say(words: str) -> str:
    return QCoreApplication.translate("MessageDialog", words)


class MessageDialog(QDialog):
    """Shows what the chosen role can have; ``add_requested`` carries what was written."""

    add_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageDialog")
        self.setWindowTitle(_say("Add a message"))
        open_at(self, 560, 420)
        self._role = QComboBox(self)
        self._role.addItems([str(role) for role in WRITABLE])
        self._text = QPlainTextEdit(self)
        self._text.setTabChangesFocus(True)
        self._name, self._call_id = QLineEdit(self), QLineEdit(self)
        self._reasoning = QPlainTextEdit(self)
        self._reasoning.setTabChangesFocus(True)
        self._reasoning.setMaximumHeight(scaled(90))
        self._calls = JsonEditor(example=_CALLS_EXAMPLE, parent=self)
        self._calls.show_value([])
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setProperty("role", "muted")
        self._add = QPushButton(_say("Add"), self)
        self._lay_out()
        self._connect()
        self._check()
        self._text.setFocus()

    def _lay_out(self) -> None:
        form = self._form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for label, widget in (
            (_say("Role"), self._role),
            (_say("Text"), self._text),
            (_say("Name"), self._name),
            (_say("Answers tool call"), self._call_id),
            (_say("Reasoning"), self._reasoning),
            (_say("Tool calls"), self._calls),
        ):
            widget.setAccessibleName(label)
            form.addRow(label, widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self._add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_add)
        buttons.rejected.connect(self.reject)
        self._add.setDefault(True)
        below = QHBoxLayout()
        below.addWidget(self._problem, 1)
        below.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addLayout(below)

    def _connect(self) -> None:
        self._role.currentIndexChanged.connect(self._check)
        for line in (self._name, self._call_id):
            line.textChanged.connect(self._check)
        for box in (self._text, self._reasoning):
            box.textChanged.connect(self._check)
        self._calls.edited.connect(self._check)

    def _written(self) -> WrittenMessage:
        return WrittenMessage(
            WRITABLE[self._role.currentIndex()],
            self._text.toPlainText(),
            self._name.text().strip(),
            self._call_id.text().strip(),
            self._reasoning.toPlainText(),
            self._calls.current if self._calls.current != "" else [],
        )

    def _check(self) -> None:
        """Show what this role can have, and why it cannot be added yet."""
        written = self._written()
        answer, result = written.role is Role.ASSISTANT, written.role is Role.TOOL
        for widget, shown in (
            (self._name, not (answer or result)),
            (self._call_id, result),
            (self._reasoning, answer),
            (self._calls, answer),
        ):
            self._form.setRowVisible(widget, shown)
        problem = written.problem()
        syntax = self._calls.syntax_error if answer and written.tool_calls != [] else ""
        words = syntax or (translated(problem) if problem else "")
        self._problem.setText(words or _say("It is sent with the next request."))
        self._add.setEnabled(not words)

    def _on_add(self) -> None:
        self.add_requested.emit(self._written())
        self.accept()
