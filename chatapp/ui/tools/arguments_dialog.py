"""Changing a call's arguments before it runs: as a form, or as JSON; both say what is wrong."""

import json

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QShowEvent, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_schema import Verdict
from chatapp.domain.json_value import JsonValue
from chatapp.domain.tools import ToolDefinition
from chatapp.domain.visible_text import visible_text
from chatapp.ui.fonts import monospace_font, open_at
from chatapp.ui.tools.plain_view import readable_json
from chatapp.ui.tools.verdict import VerdictLabel
from chatapp.ui.widgets.armed_button import ArmedButton
from chatapp.ui.widgets.schema_form import BadRow, SchemaForm
from chatapp.ui.widgets.schema_rows import raw_text

CHECK_PAUSE_MS = 150


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolArguments", words)


class ArgumentsDialog(QDialog):
    """``check_requested`` asks for a verdict on a text; ``show_verdict`` answers."""

    check_requested = Signal(str)

    def __init__(self, tool: ToolDefinition, arguments: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("argumentsDialog")
        self.setWindowTitle(_say("Arguments of “{tool}”").format(tool=visible_text(tool.name)))
        open_at(self, 620, 560)
        self._form = SchemaForm(self)
        self._form.show_schema(tool.parameters)
        self._bad_row = ""
        self._json = QPlainTextEdit(self)
        self._json.setFont(monospace_font())
        self._json.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._json.setAccessibleName(_say("Arguments as JSON"))
        self._verdict = VerdictLabel(self)
        self._tabs = QTabWidget(self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._form)
        self._tabs.addTab(scroll, _say("Form"))
        self._tabs.addTab(self._json, _say("JSON"))
        self._buttons = QDialogButtonBox(self)
        self._use = ArmedButton(_say("Run with these"), self)
        self._use.set_allowed(False)
        self._buttons.addButton(self._use, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAutoDefault(False)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self._verdict)
        layout.addWidget(self._buttons)
        self._pause = QTimer(self, singleShot=True, interval=CHECK_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.check_requested.emit(self.text()))
        self._fill(arguments)
        self._form.edited.connect(self._on_form)
        self._json.textChanged.connect(self._on_json)

    def showEvent(self, event: QShowEvent) -> None:
        """Have no default button: Enter in a row must not run anything."""
        super().showEvent(event)
        self._use.setDefault(False)

    def _fill(self, arguments: str) -> None:
        self._json.setPlainText(readable_json(arguments))
        value = self._value()
        if value is None:
            self._tabs.setCurrentIndex(1)
            self._tabs.setTabEnabled(0, False)
        else:
            self._form.show_value(value)
        self._pause.start()

    def _value(self) -> dict[str, JsonValue] | None:
        try:
            value = read_json(self.text())
        except ValueError:
            return None
        return value if isinstance(value, dict) else None

    def _on_form(self) -> None:
        self._use.set_allowed(False)
        try:
            value = self._form.value()
        except BadRow as error:
            # The JSON is still that of before: no verdict on it may open the button.
            self._bad_row = error.name
            words = _say("What is written for “{name}” is no value.")
            self._verdict.show_words(words.format(name=visible_text(error.name)), "problem")
            return
        self._bad_row = ""
        self._json.blockSignals(True)
        self._json.setPlainText(json.dumps(value, indent=2, ensure_ascii=False))
        self._json.blockSignals(False)
        self._pause.start()

    def _on_json(self) -> None:
        self._use.set_allowed(False)
        value = self._value()
        self._tabs.setTabEnabled(0, value is not None)
        if value is not None:
            self._bad_row = ""
            self._form.show_value(value)
        self._pause.start()

    def text(self) -> str:
        """Return the arguments as JSON text."""
        return raw_text(self._json)

    def show_verdict(self, checked: str, verdict: Verdict) -> None:
        """Show what the schema says of a text, unless it has been changed since."""
        if checked != self.text() or self._bad_row:
            return
        self._verdict.show_verdict(verdict, _say("These arguments fit the tool's schema."))
        self._use.set_allowed(self._value() is not None)
        misfit = _say("Run anyway")
        self._use.setText(_say("Run with these") if verdict.fits else misfit)
