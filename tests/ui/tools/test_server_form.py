"""The form of a server: what goes in comes out, except the values of variables, which never do."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.tool_servers import ToolServer
from chatapp.ui.tools.server_form import ServerForm

FILES = ToolServer(
    "files", "npx", ("-y", "server", "two words"), {"TOKEN": "tok-secret", "A": "b"}, "/srv",
    can_write=True, salt="s", approved="x",
)  # fmt: skip
REMOTE = ToolServer(
    "remote", url="https://tools.example/mcp", headers={"Authorization": "Bearer x"}
)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


OWN = ToolServer(
    "own", url="https://tools.example/mcp", client_id="app-1", client={"secret": "cl1ent-secret"},
    redirect_port=4321, signed_in=True,
)  # fmt: skip


@pytest.mark.parametrize("server", [FILES, REMOTE, OWN], ids=["program", "address", "own app"])
def test_an_unchanged_server_comes_back_as_it_was(holder: QWidget, server: ToolServer) -> None:
    form = ServerForm(holder)
    form.show_server(server)
    assert form.server() == server


def test_no_value_is_ever_shown(holder: QWidget) -> None:
    form = ServerForm(holder)
    for server in (FILES, REMOTE):
        form.show_server(server)
        shown = "".join(edit.toPlainText() for edit in form.findChildren(QPlainTextEdit))
        assert "secret" not in shown
        assert "Bearer" not in shown


def test_a_value_is_kept_replaced_or_dropped_by_its_line(holder: QWidget) -> None:
    form = ServerForm(holder)
    form.show_server(FILES)
    form.environment.setPlainText("TOKEN=\nA=new=value\nnot a variable")
    made = form.server()
    assert made is not None
    assert made.environment == {"TOKEN": "tok-secret", "A": "new=value"}
    form.environment.setPlainText("A=")
    made = form.server()
    assert made is not None
    assert made.environment == {"A": "b"}


def test_what_cannot_be_a_server_yet_is_none(holder: QWidget) -> None:
    form = ServerForm(holder)
    form.show_server(ToolServer(""))
    assert form.server() is None
    form.name.setText("s")
    assert form.server() is None
    form.kind.setCurrentIndex(1)
    for address in ("", "ftp://x", "https://user:key@host/mcp"):
        form.url.setText(address)
        assert form.server() is None
    form.url.setText("http://127.0.0.1:8000/mcp")
    assert form.server() == ToolServer("s", url="http://127.0.0.1:8000/mcp")


def test_a_key_among_the_arguments_is_said_and_moves_into_the_variables(holder: QWidget) -> None:
    form = ServerForm(holder)
    form.show_server(FILES)
    holder.show()
    assert not form.secrets.isVisible()
    form.arguments.setPlainText("-y\nserver\n--api-key\nabc123456")
    assert form.secrets.isVisible()
    assert "API_KEY" in form.secrets.words.text()
    assert "abc123456" not in form.secrets.words.text()
    form.secrets.move_button.click()
    assert not form.secrets.isVisible()
    made = form.server()
    assert made is not None
    assert made.arguments == ("-y", "server", "--api-key", "${API_KEY}")
    assert made.environment == {"TOKEN": "tok-secret", "A": "b", "API_KEY": "abc123456"}


def test_a_key_in_the_address_is_said(holder: QWidget) -> None:
    form = ServerForm(holder)
    holder.show()
    form.show_server(ToolServer("remote", url="https://tools.example/mcp?api_key=abc"))
    assert form.secrets.isVisible()
    assert not form.secrets.move_button.isVisible()
    form.show_server(REMOTE)
    assert not form.secrets.isVisible()


def test_an_app_of_ones_own_is_kept_replaced_or_dropped_and_its_secret_is_not_shown(
    holder: QWidget,
) -> None:
    form = ServerForm(holder)
    form.show_server(OWN)
    shown = [line.text() + line.placeholderText() for line in form.findChildren(QLineEdit)]
    assert "app-1" in "".join(shown)
    assert "http://127.0.0.1:4321/callback" in form.client.hint.text()
    assert "cl1ent" not in "".join(shown)
    assert form.client.secret.echoMode() is QLineEdit.EchoMode.Password
    form.client.secret.setText("another")
    made = form.server()
    assert made is not None
    assert (made.client_id, made.client) == ("app-1", {"secret": "another"})
    form.client.client_id.setText(" ")
    made = form.server()
    assert made is not None
    assert (made.client_id, made.client) == ("", {})
    form.kind.setCurrentIndex(0)
    form.command.setText("npx")
    made = form.server()
    assert made is not None
    assert made.redirect_port == 0


def test_without_an_id_there_is_no_place_for_a_secret(holder: QWidget, qtbot: QtBot) -> None:
    form = ServerForm(holder)
    form.show_server(REMOTE)
    assert not form.client.secret.isEnabled()
    with qtbot.waitSignal(form.edited, timeout=5000):
        form.client.client_id.setText("app-1")
        form.client.client_id.textEdited.emit("app-1")
    assert form.client.secret.isEnabled()
