"""The tools dialog in the whole window: offering, writing functions, starting servers."""

import json
import sys
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeWidget, QTreeWidgetItem

from chatapp.app import App
from chatapp.domain.messages import ConversationId
from chatapp.domain.tool_servers import ServerPhase, ToolServer
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.tools.approval_dialog import ApprovalDialog, server_text
from chatapp.ui.tools.dialog import ToolsDialog
from chatapp.ui.tools.import_dialog import ImportDialog
from chatapp.ui.tools.plain_view import PlainView
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until

NOWHERE = "http://127.0.0.1:9/v1"
WEATHER = ToolDefinition("get_weather", "Tell the weather", {"type": "object"})
HONEST = ToolServer(
    "honest",
    sys.executable,
    ("-m", "tests.support.mcp_server", "honest"),
    {"PYTHONPATH": ".", "TOKEN": "tok-canary"},
)


def shown(app: App) -> ConversationId:
    conversation_id = app.conversation.shown
    assert conversation_id is not None
    return conversation_id


def dialog_of(app: App) -> ToolsDialog:
    app.window.action("tools").trigger()
    dialog = app.window.findChild(ToolsDialog)
    assert isinstance(dialog, ToolsDialog)
    return dialog


def row(dialog: ToolsDialog, name: str) -> QTreeWidgetItem:
    tree = dialog.findChild(QTreeWidget, "toolOffers")
    assert isinstance(tree, QTreeWidget)
    (item,) = tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return item


def test_checking_a_tool_puts_it_into_the_request_letter_by_letter(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            app.services.tools.put_function(WEATHER)
            dialog = dialog_of(app)
            row(dialog, "get_weather").setCheckState(0, Qt.CheckState.Checked)
            body = app.services.generation.next.preview(shown(app), "hi")()
            assert isinstance(body, dict)
            assert body["tools"] == [WEATHER.entry()]
            dialog.offers.choice_changed.emit("required")
            settings = app.services.conversations.get(shown(app)).settings
            assert settings["tool_choice"].value == "required"
            row(dialog, "get_weather").setCheckState(0, Qt.CheckState.Unchecked)
            assert "tools" not in app.services.conversations.get(shown(app)).settings
            dialog.close()

    run_in_qt(work())


def test_a_function_is_saved_only_with_a_sound_schema(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            dialog = dialog_of(app)
            page = dialog.functions
            page.name.setText("roll dice")
            assert not page.save.isEnabled()
            page.name.setText("roll_dice")
            page.schema.setPlainText('{"type": "objekt"}')
            await until(lambda: "$.type" in page._verdict.text())
            assert not page.save.isEnabled()
            schema = {"type": "object", "properties": {"sides": {"type": "integer"}}}
            page.schema.setPlainText(json.dumps(schema))
            await until(page.save.isEnabled)
            assert list(page._preview._rows) == ["sides"]
            QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
            (function,) = app.services.tools.functions()
            assert (function.name, function.parameters) == ("roll_dice", schema)
            page.name.setText("roll_die")
            await until(page.save.isEnabled)
            QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
            assert [f.name for f in app.services.tools.functions()] == ["roll_die"]
            dialog.close()

    run_in_qt(work())


def test_importing_says_what_is_wrong_and_starts_nothing(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            dialog = dialog_of(app)
            dialog.servers.import_requested.emit()
            box = dialog.findChild(ImportDialog)
            assert isinstance(box, ImportDialog)
            box.taken.emit('{"mcpServers": {"a": {}}}')
            assert "needs either" in box._words.text()
            config = {"mcpServers": {"evil": {"command": sys.executable, "args": ["-c", "1"]}}}
            box.taken.emit(json.dumps(config))
            await until(lambda: dialog.servers.list.count() == 1)
            assert app.services.tools.servers.state("evil").phase is ServerPhase.STOPPED
            assert psutil.Process().children() == []
            dialog.functions.import_requested.emit()
            boxes = [b for b in dialog.findChildren(ImportDialog) if b.isVisible()]
            boxes[-1].taken.emit(json.dumps({"tools": [WEATHER.entry()]}))
            assert [f.name for f in app.services.tools.functions()] == ["get_weather"]
            dialog.close()

    run_in_qt(work())


def test_a_server_starts_after_its_command_line_was_shown(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            servers = app.services.tools.servers
            await servers.put(HONEST)
            dialog = dialog_of(app)
            dialog.servers.choose("honest")
            assert "tok-canary" not in dialog.servers.form.environment.toPlainText()
            dialog.servers.start.click()
            await until(lambda: dialog.findChild(ApprovalDialog))
            asked = dialog.findChild(ApprovalDialog)
            assert isinstance(asked, ApprovalDialog)
            words = "".join(view.toPlainText() for view in asked.findChildren(PlainView))
            assert '"tests.support.mcp_server"' in words
            assert "TOKEN=…" in words
            assert "tok-canary" not in words
            assert psutil.Process().children() == []
            yes = asked.findChild(QPushButton, "approveServer")
            assert isinstance(yes, QPushButton)
            assert not yes.isDefault()
            QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
            await until(lambda: servers.is_ready("honest"), within_s=60)
            assert row(dialog, "add").text(1) == "Add two numbers"
            dialog.servers.stop.click()
            await until(lambda: servers.state("honest").phase is ServerPhase.STOPPED, within_s=30)
            dialog.close()

    run_in_qt(work())


def test_the_servers_of_the_command_line_are_there_and_do_not_run(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            app.parts.tools.know_for_run([HONEST])
            await until(app.services.tools.servers.all)
            assert psutil.Process().children() == []
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as again:
            assert again.services.tools.servers.all() == []

    run_in_qt(work())


def test_hidden_letters_of_a_command_line_are_written_out() -> None:
    server = ToolServer("s", "x", ("a\u202eb", "two words"), folder="/srv")
    view_text = server_text(server, "/bin/x")
    assert '"two words"' in view_text
    assert "/srv" in view_text
