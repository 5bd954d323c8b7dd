"""Typing or pasting a result, instead of running a tool."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from chatapp.ui.fonts import monospace_font, open_at


class ResultDialog(QDialog):
    """What the model will be told, and whether it is told as an error."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self.setObjectName("resultDialog")
        self.setWindowTitle(say("ToolResult", "Result for the model"))
        open_at(self, 520, 340)
        self._words = QPlainTextEdit(self)
        self._words.setFont(monospace_font())
        self._words.setAccessibleName(self.windowTitle())
        self._is_error = QCheckBox(say("ToolResult", "The tool failed"), self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(say("ToolResult", "Send"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._is_error)
        layout.addWidget(buttons)

    @property
    def words(self) -> str:
        """What was typed."""
        return self._words.toPlainText()

    @property
    def is_error(self) -> bool:
        """Whether it is told as an error."""
        return self._is_error.isChecked()
