"""A word of warning under a tool server's arguments when a key seems to be among them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from chatapp.domain.secret_arguments import has_secret_address, secret_arguments
from chatapp.domain.tool_servers import ToolServer
from chatapp.domain.visible_text import visible_text


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


class SecretNote(QWidget):
    """Offers to move the keys into variables, which are kept in the keyring."""

    move_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "problem")
        self.move_button = QPushButton(_say("Move into the variables"), self)
        self.move_button.setObjectName("moveSecrets")
        self.move_button.setAutoDefault(False)
        self.move_button.clicked.connect(lambda _: self.move_requested.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.words)
        layout.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignLeft)

    def look_at(self, server: ToolServer) -> bool:
        """Say what of ``server`` seems to be a key; ``False`` if there is nothing to say."""
        found = secret_arguments(server)
        if found:
            names = ", ".join(visible_text(secret.variable) for secret in found)
            words = _say(
                "There seems to be a key among the arguments ({names}). Arguments are saved as"
                " they are, on the disk; variables go into the keyring."
            ).format(names=names)
        elif has_secret_address(server):
            words = _say(
                "There seems to be a key in the address, which is saved as it is, on the disk."
                " Use a header instead: headers go into the keyring."
            )
        else:
            return False
        self.words.setText(words)
        self.move_button.setVisible(bool(found))
        return True
