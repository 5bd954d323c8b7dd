"""Editing a recorded request before it is sent again."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonObject, pretty
from chatapp.services.exchange_calls import request_fields
from chatapp.ui.fonts import monospace_font, open_at
from chatapp.ui.inspector.page_parts import label, set_role


class RequestEditor(QDialog):
    """*Send* is enabled while the text is a JSON object."""

    def __init__(self, parent: QWidget, request: bytes) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self.setObjectName("requestEditor")
        self.setWindowTitle(say("Inspector", "Edit and run again"))
        open_at(self, 720, 560)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("requestText")
        self._text.setAccessibleName(say("Inspector", "Request"))
        self._text.setFont(monospace_font())
        self._text.setPlainText(pretty(request_fields(request)))
        self._problem = label(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.send = buttons.addButton(
            say("Inspector", "Send as a new branch"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.send.setShortcut(QKeySequence("Ctrl+Return"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(
            label(self, say("Inspector", "Exactly this is sent; the answer becomes a new version."))
        )
        layout.addWidget(self._text, 1)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        self._text.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        problem = ""
        try:
            is_object = isinstance(read_json(self._text.toPlainText()), dict)
        except ValueError as error:
            is_object, problem = False, str(error)
        if not is_object and not problem:
            problem = QCoreApplication.translate("Inspector", "A request is a JSON object.")
        self._problem.setText(problem)
        set_role(self._problem, "problem")
        self.send.setEnabled(is_object)

    def body(self) -> JsonObject:
        """Return the request as it is now."""
        return request_fields(self._text.toPlainText().encode())
