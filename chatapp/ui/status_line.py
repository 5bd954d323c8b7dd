"""One quiet line above the composer: what the conversation is doing, in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget


class StatusLine(QWidget):
    """Words, perhaps a progress bar, perhaps a button; takes no room when it has nothing."""

    button_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setObjectName("statusMessage")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "muted")
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 6)
        self._button = QPushButton(self)
        self._button.setProperty("variant", "quiet")
        self._button.clicked.connect(self.button_pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 2, 20, 2)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._button)
        self.show_words("")

    def show_words(
        self, words: str, *, progress: float | None = None, button: str = "", role: str = "muted"
    ) -> None:
        """Show ``words``; ``progress`` from 0 to 1, or below 0 for an unknown length."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            self._words.style().polish(self._words)
        self._bar.setVisible(progress is not None)
        if progress is not None:
            self._bar.setRange(0, 0 if progress < 0 else 100)
            self._bar.setValue(round(max(progress, 0) * 100))
        self._button.setVisible(bool(button))
        self._button.setText(button)
        self.setVisible(bool(words))

    @property
    def role(self) -> str:
        """How the words are meant: ``muted``, ``note`` or ``problem``."""
        return str(self._words.property("role"))

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()
