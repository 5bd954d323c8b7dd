"""The window of the help page: read it, find words in it, go to the place of a field."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from chatapp.ui.fonts import open_at
from chatapp.ui.help.reader import HelpReader


def _say(words: str) -> str:
    return QCoreApplication.translate("Help", words)


class HelpDialog(QDialog):
    """Stays open beside the main window."""

    def __init__(self, html: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("helpDialog")
        self.setWindowTitle(_say("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, 620, 720)
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(_say("Find on this page"))
        self._line.setAccessibleName(self._line.placeholderText())
        self._line.setClearButtonEnabled(True)
        self._line.textEdited.connect(lambda: self._find(from_start=True))
        self._line.returnPressed.connect(lambda: self._find(from_start=False))
        contents = QHBoxLayout()
        contents.setSpacing(2)
        for words, anchor in (
            (_say("First steps"), "start"),
            (_say("Request fields"), "fields"),
            (_say("Commands"), "commands"),
            (_say("Settings"), "settings"),
            (_say("Safety"), "safety"),
        ):
            button = QPushButton(words, self)
            button.setProperty("variant", "quiet")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, a=anchor: self.go_to(a))
            contents.addWidget(button)
        contents.addStretch(1)
        self._reader = HelpReader(html, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(8)
        layout.addWidget(self._line)
        layout.addLayout(contents)
        layout.addWidget(self._reader, 1)
        self._anchor = ""

    def go_to(self, anchor: str) -> None:
        """Show a place of the page at the top."""
        self._anchor = anchor
        self._reader.scrollToAnchor(anchor)

    def showEvent(self, event: QShowEvent) -> None:
        """The page has its places only once it has its size."""
        super().showEvent(event)
        if self._anchor:
            self._reader.scrollToAnchor(self._anchor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F goes to the line."""
        if event.matches(QKeySequence.StandardKey.Find):
            self._line.setFocus()
        else:
            super().keyPressEvent(event)

    def _find(self, *, from_start: bool) -> None:
        cursor = self._reader.textCursor()
        if from_start:
            cursor.setPosition(cursor.selectionStart())
            self._reader.setTextCursor(cursor)
        words = self._line.text()
        found = bool(words) and self._reader.find(words)
        if words and not found:
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            self._reader.setTextCursor(cursor)
            found = self._reader.find(words)
        self._line.setProperty("invalid", bool(words) and not found)
        self._line.style().polish(self._line)
