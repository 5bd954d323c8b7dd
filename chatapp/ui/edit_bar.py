"""A line above the composer that says that an earlier message is being edited."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class EditBar(QWidget):
    """Words and a way back; takes no room while nothing is edited."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        words = self._words = QLabel(self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        cancel = QPushButton(say("Editing", "Cancel"), self)
        cancel.setObjectName("cancelEdit")
        cancel.setProperty("variant", "quiet")
        cancel.setToolTip(say("Editing", "Leave the message as it is (Esc)"))
        cancel.clicked.connect(self.cancel_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 2, 0, 2)
        layout.addWidget(words, 1)
        layout.addWidget(cancel)
        self.hide()

    def show_for(self, *, asks: bool) -> None:
        """Appear, and say what sending will do: ask for an answer, or only save the words."""
        say = QCoreApplication.translate
        self._words.setText(
            say("Editing", "Editing a message. The earlier version stays.")
            if asks
            else say("Editing", "Editing without asking the model. The earlier version stays.")
        )
        self.show()
