"""The page of tool servers: its buttons follow what the server does, and nothing typed is lost."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.text import Text
from chatapp.domain.tool_servers import STOPPED, ServerPhase, ServerState, ToolServer
from chatapp.ui.tools.server_page import ServerPage, ServerRow, state_words

FILES = ToolServer("files", "npx", ("-y", "server"), {"TOKEN": ""}, salt="s")
READY = ServerState(ServerPhase.READY)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder


@pytest.fixture
def page(holder: QWidget) -> ServerPage:
    page = ServerPage(holder)
    page.show_servers([ServerRow(FILES, STOPPED)])
    page.choose("files")
    holder.show()
    return page


def test_a_server_that_was_approved_and_ran_is_not_taken_for_an_edited_one(
    page: ServerPage,
) -> None:
    approved = replace(FILES, approved="mark", approved_form={"command": "npx"})
    page.show_servers([ServerRow(approved, READY)])
    assert not page.save.isEnabled()
    assert page.stop.isVisible()
    page.show_servers([ServerRow(approved, STOPPED)])
    assert page.start.isVisible()
    assert page.start.isEnabled()
    page.form.folder.setText("/srv")
    page.form.edited.emit()
    made = page.form.server()
    assert made is not None
    assert made.approved == "mark"
    assert page.save.isEnabled()
    assert not page.start.isEnabled()


def test_what_is_typed_stays_while_servers_come_and_go(page: ServerPage) -> None:
    page.form.command.setText("uvx")
    page.show_servers([ServerRow(FILES, READY), ServerRow(ToolServer("other", "x"), READY)])
    assert page.form.command.text() == "uvx"
    page.show_servers([])
    assert page.form.name.text() == ""
    assert not page.save.isEnabled()


def test_a_name_that_is_taken_is_not_saved(page: ServerPage) -> None:
    page.show_servers([ServerRow(FILES, STOPPED), ServerRow(ToolServer("other", "x"), STOPPED)])
    page.form.name.setText("other")
    page.form.edited.emit()
    assert not page.save.isEnabled()


def test_a_failure_is_told_with_what_to_do_about_it() -> None:
    problem, hint = Text("Tools", "It wants a key."), Text("Tools", "Write it down.")
    failed = ServerState(ServerPhase.FAILED, problem=problem, hint=hint)
    assert state_words(failed) == "It wants a key. Write it down."
    assert state_words(ServerState(ServerPhase.FAILED)) == "failed"
    assert "3 tools" not in state_words(READY)


def test_only_the_log_of_the_chosen_server_is_asked_for(qtbot: QtBot, page: ServerPage) -> None:
    page._tabs.setCurrentIndex(1)
    with qtbot.waitSignal(page.log_requested, timeout=5000) as told:
        page.log_grew("files")
    assert told.args is not None
    assert told.args[0] == "files"
    page.log.add(["one"], 7)
    with qtbot.waitSignal(page.log_requested, timeout=5000) as told:
        page.log_grew("files")
    assert told.args == ["files", 7]
    qtbot.waitUntil(lambda: not page.log._frame.isActive(), timeout=5000)
    with qtbot.assertNotEmitted(page.log_requested, wait=100):
        page.log_grew("other")


def shown_buttons(page: ServerPage) -> set[str]:
    buttons = {
        "start": page.start, "stop": page.stop, "sign in": page.sign_in, "copy": page.copy,
        "cancel": page.give_up, "sign out": page.sign_out,
    }  # fmt: skip
    return {name for name, button in buttons.items() if button.isVisible()}


def test_the_buttons_of_signing_in_come_and_go_with_its_states(page: ServerPage) -> None:
    remote = ToolServer("files", url="https://tools.example/mcp")
    wants = ServerState(ServerPhase.NEEDS_SIGN_IN, sign_in_at="login.example")
    waits = ServerState(
        ServerPhase.SIGNING_IN, sign_in_at="login.example", sign_in_page="https://x"
    )
    signed_in = replace(remote, signed_in=True)
    for server, state, buttons, words in (
        (remote, STOPPED, {"start"}, "not started"),
        (remote, wants, {"sign in"}, "sign in at login.example"),
        (remote, waits, {"copy", "cancel"}, "Waiting for your browser"),
        (signed_in, READY, {"stop", "sign out"}, "runs"),
        (signed_in, STOPPED, {"start", "sign out"}, "not started"),
        (replace(remote, headers={"Authorization": ""}), wants, {"start"}, "sign in"),
    ):
        page.show_servers([ServerRow(server, state)])
        page.choose("files")
        page.form.show_server(server)
        page._show_buttons()
        assert shown_buttons(page) == buttons, state
        assert words in page._state.text()


def test_the_address_that_a_browser_should_open_can_be_copied(
    qtbot: QtBot, page: ServerPage
) -> None:
    waits = ServerState(ServerPhase.SIGNING_IN, sign_in_at="x", sign_in_page="https://x/page")
    page.show_servers([ServerRow(FILES, waits)])
    with qtbot.waitSignal(page.address_copied, timeout=5000) as told:
        page.copy.click()
    assert told.args == ["https://x/page"]


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ("TOKEN=\nLEVEL: debug", "Line 2 has no “=”"),
        ("=value", "Line 1 has no name"),
        ("TOKEN=\n\nA=b", ""),
    ],
)
def test_a_line_that_is_no_variable_is_named_and_not_dropped_unsaid(
    page: ServerPage, environment: str, told: str
) -> None:
    page.form.environment.setPlainText(environment)
    assert told in page._problem.text()
    assert page.save.isEnabled() is not bool(told)


def test_why_a_server_cannot_be_saved_is_said(page: ServerPage) -> None:
    page.show_servers([ServerRow(FILES, STOPPED), ServerRow(ToolServer("other", "x"), STOPPED)])
    page.form.name.setText("other")
    page.form.edited.emit()
    assert "Another server" in page._problem.text()
    assert not page.save.isEnabled()
    page.form.name.setText("third")
    page.form.kind.setCurrentIndex(1)
    page.form.kind.activated.emit(1)
    assert page._problem.text() == ""  # nothing is wrong with what is still to be typed
    for url, told in (("ftp://x", "begins with http"), ("https://x/mcp", "")):
        page.form.url.setText(url)
        page.form.edited.emit()
        assert told in page._problem.text()
        assert page.save.isEnabled() is not bool(told)
