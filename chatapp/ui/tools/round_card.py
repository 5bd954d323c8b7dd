"""The question whether a model that has called tools many times in a row may go on."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class RoundCard(QFrame):
    """Two buttons; ending is the safe one."""

    decided = Signal(bool)

    def __init__(self, rounds: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("roundCard")
        say = QCoreApplication.translate
        words = say("Tools", "Rounds of tool calls in a row: {count}. Go on?")
        label = QLabel(words.format(count=rounds), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.setAccessibleName(label.text())
        end = QPushButton(say("Tools", "End here"), self)
        end.clicked.connect(lambda _: self.decided.emit(False))
        on = QPushButton(say("Tools", "Go on"), self)
        on.clicked.connect(lambda _: self.decided.emit(True))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.addWidget(label, 1)
        for button in (end, on):
            button.setAutoDefault(False)
            row.addWidget(button)
