"""*Test connection*: what it found, and the next step that the finding allows."""

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from chatapp.ui.endpoints.fields import plain_label, say_in


def _say(words: str) -> str:
    return QCoreApplication.translate("ConnectionTest", words)


class ConnectionTest(QWidget):
    """A button and its result; after it, a paid try or the trust in a certificate on consent."""

    test_requested = Signal()
    chat_requested = Signal()
    pin_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._test = self._button(_say("Test connection"), self.test_requested)
        self._chat = self._button(
            _say("Ask for one token (may cost a little)"), self.chat_requested
        )
        self._pin = self._button(_say("Trust this certificate"), self.pin_requested)
        self.result = plain_label(self)
        buttons = QHBoxLayout()
        for button in (self._test, self._chat, self._pin):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addLayout(buttons)
        layout.addWidget(self.result)
        self.clear()

    def _button(self, words: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: signal.emit())
        return button

    def clear(self) -> None:
        """Forget the last result."""
        self.show_result("")

    def show_result(
        self, words: str, *, role: str = "muted", may_chat: bool = False, may_pin: bool = False
    ) -> None:
        """Say how it went, and offer what can come next."""
        say_in(self.result, words, role)
        self._chat.setVisible(may_chat)
        self._pin.setVisible(may_pin)
