"""The tools dialog in the whole window: offering, writing functions, starting servers."""

import json
import sys
from dataclasses import replace

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from chatapp.app import App
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.tool_servers import ServerPhase, ToolServer
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.tools.approval_dialog import ApprovalDialog, server_text
from chatapp.ui.tools.dialog import ToolsDialog
from chatapp.ui.tools.import_dialog import ImportDialog
from chatapp.ui.tools.plain_view import PlainView
from tests.support.raw_server import RawServer
from tests.support.tool_window import buttons, click, dialog_of, shown
from tests.support.waiting import until
from tests.ui.controllers.conftest import InWindow

WEATHER = ToolDefinition("get_weather", "Tell the weather", {"type": "object"})
HONEST = ToolServer(
    "honest",
    sys.executable,
    ("-m", "tests.support.mcp_server", "honest"),
    {"PYTHONPATH": ".", "TOKEN": "tok-canary"},
)


def row(dialog: ToolsDialog, name: str) -> QTreeWidgetItem:
    tree = dialog.findChild(QTreeWidget, "toolOffers")
    assert isinstance(tree, QTreeWidget)
    (item,) = tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return item


def names_of(app: App, name: str) -> list[str]:
    return [f.name for f in app.services.tools.functions() if f.name.startswith(name)]


def click_name(tree: QTreeWidget, item: QTreeWidgetItem, column: int) -> None:
    """Click into the words of a row, at their end."""
    place = tree.visualItemRect(item).center()
    place.setX(tree.columnViewportPosition(column) + tree.columnWidth(column) - 4)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_name_checks_it_and_one_on_the_box_does_so_once(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        app.services.tools.put_function(WEATHER)
        dialog = dialog_of(app)
        tree = dialog.findChild(QTreeWidget, "toolOffers")
        assert isinstance(tree, QTreeWidget)
        item = row(dialog, "get_weather")

        def offered() -> bool:
            return "get_weather" in app.services.tools.offered(shown(app))

        click_name(tree, item, 0)
        assert offered()
        click_name(tree, item, 1)
        assert offered()
        tree.setFocus()
        box = QStyleOptionViewItem()
        box.initFrom(tree)
        box.rect = tree.visualItemRect(item)
        box.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        check = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        place = tree.style().subElementRect(check, box, tree).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert not offered()
        QTest.keyClick(tree, Qt.Key.Key_Space)
        assert offered()
        dialog.close()

    in_window(work)


def test_parallel_calls_are_one_value_here_and_in_the_side_panel(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        conversations = app.services.conversations
        dialog = dialog_of(app)
        box = dialog.findChild(QComboBox, "parallelToolCalls")
        assert isinstance(box, QComboBox)
        assert box.currentData() is None
        box.setCurrentIndex(2)
        box.activated.emit(2)
        setting = conversations.get(shown(app)).settings["parallel_tool_calls"]
        assert setting == Setting(value=False)
        conversations.set_parameter(shown(app), "parallel_tool_calls", Setting(value=True))
        await until(lambda: box.currentData() is True)
        box.activated.emit(0)
        box.setCurrentIndex(0)
        box.activated.emit(0)
        assert "parallel_tool_calls" not in conversations.get(shown(app)).settings
        dialog.close()

    in_window(work)


def test_not_sent_is_so_even_if_the_endpoint_would_send_it(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        endpoint = app.services.endpoints.default()
        assert endpoint is not None
        settings = {"tool_choice": Setting("required")}
        app.services.endpoints.put(replace(endpoint, settings=settings))
        dialog = dialog_of(app)
        box = dialog.findChild(QComboBox, "toolChoice")
        assert isinstance(box, QComboBox)
        assert box.currentData() == "required"
        dialog.offers.choice_changed.emit(None)
        assert box.currentData() is None
        body = app.services.generation.next.preview(shown(app), "hi")()
        assert isinstance(body, dict)
        assert "tool_choice" not in body
        dialog.close()

    in_window(work)


def test_checking_a_tool_puts_it_into_the_request_letter_by_letter(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
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

    in_window(work)


def test_a_function_is_saved_only_with_a_sound_schema(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        dialog = dialog_of(app)
        page = dialog.functions
        page.name.setText("roll dice")
        assert not page.save.isEnabled()
        assert "Letters, digits" in page._problem.text()
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

    in_window(work)


def open_boxes(dialog: ToolsDialog) -> list[ImportDialog]:
    return [b for b in dialog.findChildren(ImportDialog) if b.isVisible()]


def import_box(dialog: ToolsDialog) -> ImportDialog:
    (box,) = open_boxes(dialog)
    return box


def test_importing_servers_says_what_is_wrong_and_starts_and_overwrites_nothing(
    in_window: InWindow,
) -> None:
    async def work(app: App, _server: RawServer) -> None:
        servers = app.services.tools.servers
        await servers.put(ToolServer("evil", "mine"))
        dialog = dialog_of(app)
        dialog.servers.import_requested.emit()
        box = import_box(dialog)
        box.taken.emit('{"mcpServers": {"a": {}}}')
        await until(lambda: "needs either" in box._words.text())
        box.taken.emit('{"mcpServers": ')
        await until(lambda: "line 1" in box._words.text())
        box.taken.emit('{"mcpServers": {}}')
        await until(lambda: "no server" in box._words.text())
        config = {"mcpServers": {"evil": {"command": sys.executable, "args": ["-c", "1"]}}}
        box.taken.emit(json.dumps(config))
        await until(lambda: dialog.servers.list.count() == 2)
        assert [(s.name, s.command) for s in servers.all()] == [
            ("evil", "mine"),
            ("evil-2", sys.executable),
        ]
        await until(lambda: dialog.servers.form.name.text() == "evil-2")
        assert servers.state("evil-2").phase is ServerPhase.STOPPED
        assert psutil.Process().children() == []
        dialog.close()

    in_window(work)


def test_values_that_a_file_asks_for_are_named_when_it_is_imported(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        dialog = dialog_of(app)
        dialog.servers.import_requested.emit()
        entry = {"command": "x", "env": {"TOKEN": "${input:gh}", "LEVEL": "1"}}
        import_box(dialog).taken.emit(json.dumps({"servers": {"github": entry}}))
        await until(lambda: "typed in: TOKEN" in dialog._words.text())
        assert dialog._words.property("role") == "note"
        (server,) = app.services.tools.servers.all()
        assert server.environment == {"TOKEN": "", "LEVEL": "1"}
        dialog.close()

    in_window(work)


def test_importing_functions_shows_them_and_overwrites_none(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        dialog = dialog_of(app)
        for entry, names in (
            (WEATHER, ["get_weather"]),
            (WEATHER, ["get_weather"]),
            (replace(WEATHER, description="Another"), ["get_weather", "get_weather_2"]),
        ):
            dialog.functions.import_requested.emit()
            box = import_box(dialog)
            box.taken.emit(json.dumps({"tools": [entry.entry()]}))
            await until(lambda: not open_boxes(dialog))
            assert names_of(app, "get_weather") == names
        assert dialog.functions.name.text() == "get_weather_2"
        dialog.functions.import_requested.emit()
        box = import_box(dialog)
        box.taken.emit("[]")
        await until(lambda: "no function" in box._words.text())
        box.close()
        dialog.close()

    in_window(work)


def test_a_server_starts_after_its_command_line_was_shown(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
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
        QTest.keyClick(asked, Qt.Key.Key_Space)
        assert asked.isVisible()
        asked.activateWindow()
        await until(yes.isEnabled)
        assert psutil.Process().children() == []
        QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
        await until(lambda: servers.is_ready("honest"), within_s=60)
        assert row(dialog, "add").text(1) == "Add two numbers"
        dialog.servers.stop.click()
        await until(lambda: servers.state("honest").phase is ServerPhase.STOPPED, within_s=30)
        dialog.close()

    in_window(work)


def test_a_deleted_function_comes_back_by_the_dialogs_own_undo(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        app.services.tools.put_function(WEATHER)
        dialog = dialog_of(app)
        dialog.functions.choose("get_weather")
        dialog.functions._delete.click()
        assert app.services.tools.functions() == []
        click(dialog.notices, "Undo")
        await until(app.services.tools.functions)
        assert app.services.tools.functions() == [WEATHER]
        assert dialog.functions.name.text() == "get_weather"
        assert not dialog.notices.isVisible()
        assert not app.window.action("undoDelete").isEnabled()
        # After the dialog it is the window that offers it, and Ctrl+Z.
        dialog.functions._delete.click()
        dialog.close()
        await until(lambda: app.window.findChild(ToolsDialog) is None)
        app.window.action("undoDelete").trigger()
        await until(app.services.tools.functions)

    in_window(work)


def test_a_deleted_server_comes_back_and_is_chosen(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        servers = app.services.tools.servers
        await servers.put(HONEST)
        before = servers.get("honest")
        dialog = dialog_of(app)
        dialog.servers.choose("honest")
        dialog.servers._delete.click()
        await until(lambda: not servers.all())
        assert dialog.servers.form.name.text() == ""
        dialog.servers.list.setFocus()
        QTest.keyClick(dialog.servers.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(servers.all)
        assert servers.get("honest") == before
        await until(lambda: dialog.servers.form.name.text() == "honest")
        dialog.close()

    in_window(work)


def test_what_was_left_unsaved_can_still_be_saved(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        tools = app.services.tools
        for name in ("one", "two"):
            tools.put_function(replace(WEATHER, name=name))
            await tools.servers.put(ToolServer(name, "x"))
        dialog = dialog_of(app)
        dialog.functions.choose("one")
        await until(dialog.functions._verdict.text)
        dialog.functions.description.setPlainText("Another")
        dialog.functions.choose("two")
        assert dialog.functions.description.toPlainText() == WEATHER.description
        click(dialog.notices, "Save them")
        assert [f.description for f in tools.functions()] == ["Another", WEATHER.description]
        # After the dialog it is the window that offers it.
        dialog.servers.choose("two")
        dialog.servers.form.folder.setText("/srv")
        dialog.servers.form.edited.emit()
        dialog.close()
        click(app.window.notices, "Save them")
        await until(lambda: [s.folder for s in tools.servers.all()] == ["", "/srv"])

    in_window(work)


def test_what_cannot_be_saved_or_was_not_changed_is_left_without_a_word(
    in_window: InWindow,
) -> None:
    async def work(app: App, _server: RawServer) -> None:
        app.services.tools.put_function(WEATHER)
        dialog = dialog_of(app)
        dialog.functions.name.setText("not a name")
        dialog.functions.choose("get_weather")
        dialog.functions._new()
        assert not buttons(dialog.notices, "Save them")
        dialog.close()

    in_window(work)


def test_hidden_letters_of_a_command_line_are_written_out() -> None:
    server = ToolServer("s", "x", ("a\u202eb", "two words"), folder="/srv")
    view_text = server_text(server, "/bin/x")
    assert '"two words"' in view_text
    assert "/srv" in view_text


def test_whose_variables_a_file_has_put_in_is_said_before_it_starts() -> None:
    server = ToolServer("s", url="https://y/mcp", headers={"X": "s3cret"}, borrowed=("TOKEN",))
    view_text = server_text(server, "")
    assert "your own variables: TOKEN" in view_text
    assert "s3cret" not in view_text
