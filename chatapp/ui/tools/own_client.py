"""The app that a person has registered where one signs in to a server: ID, secret, port."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from chatapp.domain.tool_servers import ToolServer

_HIGHEST_PORT = 65_535


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
        self.port = QSpinBox(self)
        self.port.setRange(0, _HIGHEST_PORT)
        self.port.setSpecialValueText(_say("any port"))
        self.port.setAccessibleName(_say("Port that the browser comes back to"))
        hint = QLabel(
            _say(
                "Only for servers that take no app they do not know: register one with the address "
                "http://127.0.0.1/callback, or with a port of your choice in it."
            ),
            self,
        )
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.client_id, 3)
        row.addWidget(self.secret, 3)
        row.addWidget(self.port)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(hint)
        for line in (self.client_id, self.secret):
            line.textEdited.connect(lambda _: self._on_edit())
        self.port.valueChanged.connect(lambda _: self.edited.emit())
        self._kept: dict[str, str] = {}

    def _on_edit(self) -> None:
        self._show_secret()
        self.edited.emit()

    def _show_secret(self) -> None:
        has_id = bool(self.client_id.text().strip())
        self.secret.setEnabled(has_id)
        kept = has_id and bool(self._kept)
        self.secret.setPlaceholderText(_say("secret: kept") if kept else _say("secret, if any"))

    def show_server(self, server: ToolServer) -> None:
        """Show what is known of a server's client."""
        self._kept = dict(server.client)
        self.client_id.setText(server.client_id)
        self.secret.clear()
        self.port.blockSignals(True)
        self.port.setValue(server.redirect_port)
        self.port.blockSignals(False)
        self._show_secret()

    def values(self) -> tuple[str, dict[str, str], int]:
        """Return the ID, the secret by its name, and the port."""
        client_id, typed = self.client_id.text().strip(), self.secret.text().strip()
        if not client_id:
            return "", {}, self.port.value()
        return client_id, {"secret": typed} if typed else self._kept, self.port.value()
