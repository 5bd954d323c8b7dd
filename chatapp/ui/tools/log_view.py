"""What a server has written, as it comes: bounded, gathered per frame, to copy and to clear."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from chatapp.domain.redaction import redacted
from chatapp.ui.fonts import monospace_font

MOST_LINES = 1000
FRAME_MS = 33


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


class LogView(QWidget):
    """Asks for what is new by ``more_requested`` (from which position on), at most once a frame
    and only while it is seen; follows the end unless the person has scrolled away from it."""

    more_requested = Signal(int)
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._position = 0
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setMaximumBlockCount(MOST_LINES)
        self.text.setFont(monospace_font(0.95))
        self.text.setAccessibleName(_say("Log"))
        self.text.setPlaceholderText(_say("Nothing was written yet."))
        self._frame = QTimer(self, singleShot=True, interval=FRAME_MS)
        self._frame.timeout.connect(self._ask)
        self.copy = self._button(_say("Copy all"))
        self.copy.clicked.connect(lambda _: self._copy())
        self.clear = self._button(_say("Clear"))
        self.clear.clicked.connect(lambda _: self._clear())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.clear)
        buttons.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)
        self._show_buttons()

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        return button

    def begin(self) -> None:
        """Show another log, from its beginning."""
        self._position = 0
        self.text.clear()
        self._show_buttons()
        self.grew()

    def grew(self) -> None:
        """There is more; it is asked for at the next frame."""
        if self.isVisible() and not self._frame.isActive():
            self._frame.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while nobody saw it."""
        super().showEvent(event)
        self.grew()

    def _ask(self) -> None:
        if self.isVisible():
            self.more_requested.emit(self._position)

    def add(self, lines: Sequence[str], position: int) -> None:
        """Show more lines; ``position`` is behind them."""
        self._position = position
        if not lines:
            return
        bar = self.text.verticalScrollBar()
        follows = bar.value() == bar.maximum()
        self.text.appendPlainText("\n".join(lines))
        if follows:
            bar.setValue(bar.maximum())
        self._show_buttons()
        self._frame.start()  # there may be more than is given at once

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(redacted(self.text.toPlainText()))

    def _clear(self) -> None:
        self.text.clear()
        self._show_buttons()
        self.cleared.emit()

    def _show_buttons(self) -> None:
        for button in (self.copy, self.clear):
            button.setEnabled(not self.text.document().isEmpty())
