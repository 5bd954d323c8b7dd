"""Bringing in functions or servers from JSON: pasted, or read from a file."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from chatapp.ui.fonts import monospace_font, open_at
from chatapp.ui.tools.verdict import VerdictLabel


class ImportDialog(QDialog):
    """``taken`` carries the text; the dialog stays open until it made sense."""

    taken = Signal(str)
    file_requested = Signal()

    def __init__(self, title: str, example: str, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self.setObjectName("toolImport")
        self.setWindowTitle(title)
        open_at(self, 560, 420)
        self.text = QPlainTextEdit(self)
        self.text.setFont(monospace_font())
        self.text.setPlaceholderText(example)
        self.text.setAccessibleName(title)
        self._words = VerdictLabel(self)
        self._words.hide()
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        buttons.addButton(say("ToolImport", "Open file…"), role.ActionRole).clicked.connect(
            lambda _: self.file_requested.emit()
        )
        buttons.addButton(say("ToolImport", "Import"), role.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(lambda: self.taken.emit(self.text.toPlainText()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._words)
        layout.addWidget(buttons)

    def say(self, words: str) -> None:
        """Say what is wrong with the text."""
        self._words.show_words(words, "problem")
