"""One quiet line above the composer: what the conversation is doing, in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from chatapp.ui.motion import animations_run

MOST_BUTTONS = 2


class StatusLine(QWidget):
    """Words, perhaps a progress bar, perhaps two buttons; takes no room when it has nothing."""

    button_pressed = Signal(int)
    """Which of the buttons it was, from 0."""

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
        self._buttons = [self._button(number) for number in range(MOST_BUTTONS)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 2, 0, 2)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._bar)
        for button in self._buttons:
            layout.addWidget(button)
        self.show_words("")

    def _button(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("variant", "quiet")
        button.clicked.connect(lambda: self.button_pressed.emit(number))
        return button

    def show_words(
        self,
        words: str,
        *,
        progress: float | None = None,
        buttons: Sequence[str] = (),
        role: str = "muted",
        refused: bool = False,
    ) -> None:
        """Show ``words``; ``progress`` from 0 to 1, or below 0 for an unknown length.

        A bar of unknown length only moves: without animations the words stand alone. Words
        of something ``refused`` are of no use once the cause may be gone.
        """
        self._refused = refused
        self._words.setText(words)
        self._words.setAccessibleName(words)
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            self._words.style().polish(self._words)
        self._bar.setVisible(progress is not None and (progress >= 0 or animations_run()))
        if progress is not None:
            self._bar.setRange(0, 0 if progress < 0 else 100)
            self._bar.setValue(round(max(progress, 0) * 100))
        for number, button in enumerate(self._buttons):
            label = buttons[number] if number < len(buttons) else ""
            button.setText(label)
            button.setVisible(bool(label))
        self.setVisible(bool(words))

    def forget_refusal(self) -> None:
        """Take back why something was refused, if that still stands here: the person has changed
        something, or there is room on the disk again."""
        if self._refused:
            self.show_words("")

    @property
    def role(self) -> str:
        """How the words are meant: ``muted``, ``note`` or ``problem``."""
        return str(self._words.property("role"))

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()
