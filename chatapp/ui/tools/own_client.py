"""The app that a person has registered where one signs in to a server: ID, secret, port."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from chatapp.domain.tool_servers import HIGHEST_PORT, ToolServer
from chatapp.domain.tool_sign_ins import return_address


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


class OwnClient(QWidget):
    """The secret goes in and never comes out; without an ID there is none."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.client_id = QLineEdit(self)
        self.client_id.setPlaceholderText(_say("ID, if it is asked for"))
        self.client_id.setAccessibleName(_say("Client ID"))
        self.client_id.setObjectName("clientId")
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(_say("Client secret"))
        self.port = QLineEdit(self)
        self.port.setValidator(QIntValidator(1, HIGHEST_PORT, self.port))
        self.port.setPlaceholderText(_say("any port"))
        self.port.setAccessibleName(_say("Port that the browser comes back to"))
        self.hint = QLabel(self)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "muted")
        self.hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.client_id, 3)
        row.addWidget(self.secret, 3)
        row.addWidget(self.port, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.hint)
        for line in (self.client_id, self.secret, self.port):
            line.textEdited.connect(lambda _: self._on_edit())
        self._kept: dict[str, str] = {}

    def _on_edit(self) -> None:
        self._show_what_follows()
        self.edited.emit()

    def _show_what_follows(self) -> None:
        words = _say("Only where apps must be registered first. The address to come back to:")
        self.hint.setText(f"{words}\n{return_address(self._port())}")
        has_id = bool(self.client_id.text().strip())
        self.secret.setEnabled(has_id)
        kept = has_id and bool(self._kept)
        self.secret.setPlaceholderText(_say("secret: kept") if kept else _say("secret, if any"))

    def show_server(self, server: ToolServer) -> None:
        """Show what is known of a server's client."""
        self._kept = dict(server.client)
        self.client_id.setText(server.client_id)
        self.secret.clear()
        self.port.setText(str(server.redirect_port or ""))
        self._show_what_follows()

    def _port(self) -> int:
        return int(self.port.text()) if self.port.hasAcceptableInput() else 0

    def values(self) -> tuple[str, dict[str, str], int]:
        """Return the ID, the secret by its name, and the port."""
        client_id, typed = self.client_id.text().strip(), self.secret.text().strip()
        if not client_id:
            return "", {}, self._port()
        return client_id, {"secret": typed} if typed else self._kept, self._port()
