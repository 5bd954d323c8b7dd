"""The form of one tool server. Values of variables and headers go in, and never come out."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.secret_arguments import with_secrets_moved
from chatapp.domain.server_config import url_problem
from chatapp.domain.tool_servers import ToolServer
from chatapp.ui.fonts import monospace_font
from chatapp.ui.tools.own_client import OwnClient
from chatapp.ui.tools.secret_note import SecretNote
from chatapp.ui.translation import translated


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


class ServerForm(QWidget):
    """``NAME=`` lines without a value keep the value that is known."""

    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._server: ToolServer | None = None
        self.name = QLineEdit(self)
        self.kind = QComboBox(self)
        self.kind.addItem(_say("A program on this computer"), "command")
        self.kind.addItem(_say("An address (streamable HTTP)"), "url")
        self.command = QLineEdit(self)
        self.command.setPlaceholderText("npx")
        self.arguments = self._lines("-y\n@modelcontextprotocol/server-filesystem\n/home/me/notes")
        self.secrets = SecretNote(self)
        self.environment = self._lines("TOKEN=…")
        self.folder = QLineEdit(self)
        self.url = QLineEdit(self)
        self.url.setPlaceholderText("https://tools.example/mcp")
        self.headers = self._lines("Authorization=Bearer …")
        self.client = OwnClient(self)
        self.can_write = QCheckBox(_say("Can write or run programs"), self)
        self.can_write.setToolTip(_say("Its tools are then never allowed for always."))
        self.starts_with_app = QCheckBox(_say("Start with the app"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 8, 0)
        self._form = QFormLayout()
        column.addLayout(self._form)
        column.addStretch(1)
        self._lay_out()
        self._connect()

    def _lines(self, example: str) -> QPlainTextEdit:
        edit = QPlainTextEdit(self)
        edit.setFont(monospace_font())
        edit.setPlaceholderText(example)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(edit.fontMetrics().lineSpacing() * 3 + 20)
        edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        return edit

    def _lay_out(self) -> None:
        form = self._form
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for words, widget in (
            (_say("Name"), self.name),
            (_say("What it is"), self.kind),
            (_say("Program"), self.command),
            (_say("Arguments, one a line"), self.arguments),
            (_say("Variables, NAME=value"), self.environment),
            (_say("Folder"), self.folder),
            (_say("Address"), self.url),
            (_say("Headers, NAME=value"), self.headers),
        ):
            widget.setAccessibleName(words)
            form.addRow(_label(words, self), widget)
            if widget is self.arguments:
                form.addRow("", self.secrets)
        form.addRow(_label(_say("App of your own"), self), self.client)
        form.addRow(
            _label("", self),
            _label(_say("Values go into the system's keyring and are not shown again."), self),
        )
        form.addRow(_label("", self), self.can_write)
        form.addRow(_label("", self), self.starts_with_app)

    def _connect(self) -> None:
        for line in (self.name, self.command, self.folder, self.url):
            line.textEdited.connect(lambda _: self.edited.emit())
        for lines in (self.arguments, self.environment, self.headers):
            lines.textChanged.connect(self._on_lines)
        self.client.edited.connect(self.edited)
        for box in (self.can_write, self.starts_with_app):
            box.clicked.connect(lambda _: self.edited.emit())
        self.kind.activated.connect(self._on_kind)
        self.edited.connect(self._look_for_secrets)
        self.secrets.move_requested.connect(self._move_secrets)

    def _look_for_secrets(self) -> None:
        made = self.server()
        self._form.setRowVisible(self.secrets, made is not None and self.secrets.look_at(made))

    def _move_secrets(self) -> None:
        """Write the keys among the arguments as variables; they are kept when that is saved."""
        made = self.server()
        if made is None:
            return
        moved = with_secrets_moved(made)
        new = [f"{n}={v}" for n, v in moved.environment.items() if n not in made.environment]
        lines = [*self.environment.toPlainText().splitlines(), *new]
        self.environment.setPlainText("\n".join(lines))
        self.arguments.setPlainText("\n".join(moved.arguments))
        self.environment.setFocus()

    def _on_lines(self) -> None:
        if self._server is not None:
            self.edited.emit()

    def _on_kind(self) -> None:
        self._show_kind()
        self.edited.emit()

    def _show_kind(self) -> None:
        local = self.kind.currentData() == "command"
        for widget in (self.command, self.arguments, self.environment, self.folder):
            self._form.setRowVisible(widget, local)
        self._form.setRowVisible(self.client, not local)
        for widget in (self.url, self.headers):
            self._form.setRowVisible(widget, not local)

    def show_server(self, server: ToolServer) -> None:
        """Show a server."""
        self._server = None
        self.name.setText(server.name)
        self.name.setEnabled(not server.for_run)
        self.kind.setCurrentIndex(1 if server.url else 0)
        self.command.setText(server.command)
        self.arguments.setPlainText("\n".join(server.arguments))
        self.environment.setPlainText("\n".join(f"{name}=" for name in server.environment))
        self.folder.setText(server.folder)
        self.url.setText(server.url)
        self.headers.setPlainText("\n".join(f"{name}=" for name in server.headers))
        self.client.show_server(server)
        self.can_write.setChecked(server.can_write)
        self.starts_with_app.setChecked(server.starts_with_app)
        self.starts_with_app.setVisible(not server.for_run)
        self._show_kind()
        self._server = server
        self._look_for_secrets()

    def know(self, server: ToolServer) -> None:
        """Take in what changed about the shown server elsewhere; what is typed stays."""
        self._server = server

    def problem(self) -> str:
        """Return what is wrong with what is typed; what is still to be typed is not wrong."""
        local, url = self.kind.currentData() == "command", self.url.text().strip()
        if not local and url and (wrong := url_problem(url)):
            return translated(wrong)
        lines = self.environment if local else self.headers
        for number, line in enumerate(lines.toPlainText().splitlines(), start=1):
            if line.strip() and not line.partition("=")[0].strip():
                return _say("Line {number} has no name before the “=”.").format(number=number)
            if line.strip() and "=" not in line:
                return _say("Line {number} has no “=” between name and value.").format(
                    number=number
                )
        return ""

    def server(self) -> ToolServer | None:
        """Return the server as the form has it; ``None`` if it cannot be one yet."""
        name = self.name.text().strip()
        before = self._server
        if before is None or not name:
            return None
        local = self.kind.currentData() == "command"
        command, url = self.command.text().strip(), self.url.text().strip()
        if (local and not command) or (not local and (not url or url_problem(url))):
            return None
        client_id, client, port = ("", {}, 0) if local else self.client.values()
        arguments = tuple(filter(None, self.arguments.toPlainText().splitlines()))
        return replace(
            before,
            name=name,
            command=command if local else "",
            arguments=arguments if local else (),
            environment=_values(self.environment, before.environment) if local else {},
            folder=self.folder.text().strip() if local else "",
            url="" if local else url,
            headers={} if local else _values(self.headers, before.headers),
            client_id=client_id,
            client=client,
            redirect_port=port,
            can_write=self.can_write.isChecked(),
            starts_with_app=self.starts_with_app.isChecked(),
        )


def _values(lines: QPlainTextEdit, before: Mapping[str, str]) -> dict[str, str]:
    """Return ``NAME=value`` lines; one without a value keeps the one before."""
    found: dict[str, str] = {}
    for line in lines.toPlainText().splitlines():
        name, equals, value = line.partition("=")
        if equals and name.strip():
            found[name.strip()] = value.strip() or before.get(name.strip(), "")
    return found


def _label(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    return label
