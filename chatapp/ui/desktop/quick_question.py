"""The small window for a quick question: ask, read, go on in the main window or close it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from chatapp.ui.conversation.composer import Composer
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.fonts import open_at, scaled
from chatapp.ui.status_line import StatusLine

ASKING = (620, 92)
READING = (620, 460)


def _say(words: str) -> str:
    return QCoreApplication.translate("QuickQuestion", words)


class QuickQuestionWindow(QWidget):
    """Stays above other windows; Esc closes it, and what was asked is kept as a conversation."""

    asked = Signal(str)
    opened = Signal()
    """To go on in the main window."""
    stopped = Signal()
    left = Signal()
    """The window was closed; the next question has a new one."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("quickQuestion")
        self.setWindowTitle(_say("Quick question"))
        self.composer = Composer(self)
        self.composer.setObjectName("quickQuestionText")
        self.composer.setPlaceholderText(_say("Ask anything; Enter sends, Esc closes"))
        self.composer.send_requested.connect(self.asked)
        self.composer.escape_pressed.connect(self.close)
        self.answer = MessageView(self)
        self.answer.setObjectName("quickQuestionAnswer")
        self.answer.setVisible(False)
        self.status = StatusLine(self)
        self._stop = QPushButton(_say("Stop"), self)
        self._stop.clicked.connect(self.stopped)
        self._open = QPushButton(_say("Open in the window"), self)
        self._open.clicked.connect(self.opened)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._stop, self._open):
            button.setProperty("variant", "quiet")
            button.setAutoDefault(False)
            button.setVisible(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 10)
        layout.setSpacing(6)
        layout.addWidget(self.composer)
        layout.addWidget(self.answer, 1)
        layout.addWidget(self.status)
        layout.addLayout(row)
        open_at(self, *ASKING)

    def present(self) -> None:
        """Show the window in the middle of the screen's upper half, ready to type."""
        if not self.isVisible() and (screen := self.screen()) is not None:
            free = screen.availableGeometry()
            top = free.top() + free.height() // 5
            self.move(free.left() + (free.width() - self.width()) // 2, top)
        self.show()
        self.raise_()
        self.activateWindow()
        self.composer.setFocus()

    def show_conversation(self) -> None:
        """Make room for the answer."""
        self.answer.setVisible(True)
        self._open.setVisible(True)
        if self.height() < scaled(READING[1]):
            open_at(self, *READING)

    def show_running(self, *, running: bool) -> None:
        """Offer to stop while an answer is being made."""
        self._stop.setVisible(running)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is closed."""
        super().closeEvent(event)
        self.left.emit()
