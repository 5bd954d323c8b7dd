"""The first-run guide: three steps below the empty page's words, there to be passed over."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from chatapp.ui.fonts import scaled
from chatapp.ui.widgets.even_layout import EvenLayout

MOST_WIDTH = 720
LEAST_WIDTH = 140
"""Of a step; with less room each, the steps stand below one another."""


def _say(words: str) -> str:
    return QCoreApplication.translate("Guide", words)


class Guide(QWidget):
    """``opened`` names the command of the step that the person wants to see."""

    opened = Signal(str)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setMaximumWidth(scaled(MOST_WIDTH))
        cards = QWidget(self)
        steps = EvenLayout(cards, spacing=12, least=scaled(LEAST_WIDTH))
        for number, (title, words, button, command) in enumerate(_steps(), start=1):
            steps.addWidget(self._step(f"{number}. {title}", words, button, command))
        skip = QPushButton(_say("Hide the guide"), self)
        skip.setProperty("variant", "quiet")
        skip.clicked.connect(self.skipped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(cards)
        layout.addWidget(skip, 0, Qt.AlignmentFlag.AlignHCenter)

    def _step(self, title: str, words: str, button: str, command: str) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("card", True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(6)
        for text, role in ((title, "heading"), (words, "muted")):
            label = QLabel(text, frame)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setProperty("role", role)
            column.addWidget(label)
        column.addStretch(1)
        go = QPushButton(button, frame)
        go.setProperty("variant", "link")
        go.clicked.connect(lambda: self.opened.emit(command))
        column.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)
        return frame


def _steps() -> tuple[tuple[str, str, str, str], ...]:
    return (
        (
            _say("Ask"),
            _say("Write below and press Enter. Other models come from endpoints in the settings."),
            _say("Add an endpoint"),
            "settingsAction",
        ),
        (
            _say("Tune"),
            _say("Every request field has a switch. The lens shows what temperature and Top P do."),
            _say("Open the lens"),
            "toggleLens",
        ),
        (
            _say("Look inside"),
            _say("The inspector shows each request, event and tool call as it went over the wire."),
            _say("Open the inspector"),
            "toggleInspector",
        ),
    )
