"""Approving in the whole window: the card, the buttons while a call waits, and what follows."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from chatapp.app import App
from chatapp.domain.messages import ConversationId
from chatapp.domain.tool_calls import ToolCallState
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.tools.call_card import CallCard
from chatapp.ui.tools.round_card import RoundCard
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server
from tests.support.tool_chat import HONEST
from tests.support.tool_replies import asks_for, says
from tests.support.waiting import until

WEATHER = ToolDefinition("get_weather", "Tell the weather", {"type": "object", "properties": {}})


def shown(app: App) -> ConversationId:
    conversation_id = app.conversation.shown
    assert conversation_id is not None
    return conversation_id


def buttons(app: App, name: str) -> list[QPushButton]:
    return app.window.findChildren(QPushButton, name)


async def ask(app: App, *tools: ToolDefinition) -> None:
    for tool in tools:
        app.services.tools.put_function(tool)
        app.services.tools.offer(shown(app), tool, offered=True)
    app.window.composer.setPlainText("How is Oslo?")
    app.window.action("send").trigger()


def test_the_buttons_are_there_only_while_a_call_waits(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            assert not buttons(app, "approveTool")
            await ask(app, WEATHER)
            await until(lambda: buttons(app, "approveTool"))
            assert len(buttons(app, "denyTool")) == 1
            card = app.window.findChild(CallCard)
            assert isinstance(card, CallCard)
            results = [e for e in card.findChildren(QPlainTextEdit) if not e.isReadOnly()]
            results[0].setPlainText("rain")
            app.window.activateWindow()
            (allow,) = buttons(app, "approveTool")
            await until(allow.isEnabled)
            QTest.mouseClick(allow, Qt.MouseButton.LeftButton)
            assert not buttons(app, "approveTool")
            await app.services.generation.wait(shown(app))
            assert app.services.conversations.path(shown(app))[-1].text == "It rains."
            assert not buttons(app, "denyTool")

    with raw_server([asks_for(("c", "get_weather", {}))], [says("It rains.")]) as server:
        run_in_qt(work())


def test_denying_two_calls_one_after_the_other(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, WEATHER)
            for _ in range(2):
                await until(lambda: buttons(app, "denyTool"))
                QTest.mouseClick(buttons(app, "denyTool")[0], Qt.MouseButton.LeftButton)
            await app.services.generation.wait(shown(app))
            path = app.services.conversations.path(shown(app))
            states = [m.tool.state for m in path if m.tool]
            assert states == [ToolCallState.DENIED] * 2
            # The keyboard goes on with writing, not to whatever comes next in the window.
            assert app.window.composer.hasFocus()

    calls = asks_for(("a", "get_weather", {}), ("b", "get_weather", {}))
    with raw_server([calls], [says("Fine.")]) as server:
        run_in_qt(work())


def test_the_card_belongs_to_its_conversation(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, WEATHER)
            first = shown(app)
            await until(lambda: buttons(app, "approveTool"))
            app.window.action("newConversation").trigger()
            assert not buttons(app, "approveTool")
            app.conversation.show(first)
            assert buttons(app, "approveTool")
            app.window.action("stop").trigger()
            await until(lambda: not buttons(app, "approveTool"))

    with raw_server([asks_for(("c", "get_weather", {}))]) as server:
        run_in_qt(work())


def test_after_too_many_rounds_the_window_asks(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.profile.preferences.set("tool_rounds", "1")
            await ask(app, WEATHER)
            await until(lambda: buttons(app, "denyTool"))
            QTest.mouseClick(buttons(app, "denyTool")[0], Qt.MouseButton.LeftButton)
            await until(lambda: app.services.desk.rounds_done(shown(app)) == 1)
            card = app.window.findChild(RoundCard)
            assert isinstance(card, RoundCard)
            go_on = card.findChildren(QPushButton)[-1]
            QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
            await app.services.generation.wait(shown(app))
            assert app.services.conversations.path(shown(app))[-1].text == "Fine."

    with raw_server([asks_for(("c", "get_weather", {}))], [says("Fine.")]) as server:
        run_in_qt(work())


def strip(app: App, name: str) -> list[QPushButton]:
    return [b for b in buttons(app, name) if b.isVisible()]


def test_after_a_restart_open_calls_have_a_way_on(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, WEATHER)
            await until(lambda: buttons(app, "approveTool"))
            assert not strip(app, "decideAgain")
            first = shown(app)
        async with open_app(tmp_path, base_url=server.url, model="m") as again:
            again.conversation.show(first)
            await until(lambda: strip(again, "decideAgain"))
            again.window.action("newConversation").trigger()
            assert not strip(again, "decideAgain")
            again.conversation.show(first)
            await until(lambda: strip(again, "decideAgain"))
            QTest.mouseClick(strip(again, "decideAgain")[0], Qt.MouseButton.LeftButton)
            await until(lambda: buttons(again, "denyTool"))
            assert not strip(again, "decideAgain")
            QTest.mouseClick(buttons(again, "denyTool")[0], Qt.MouseButton.LeftButton)
            await again.services.generation.wait(first)
            assert again.services.conversations.path(first)[-1].text == "Fine."
            assert not strip(again, "decideAgain")

    with raw_server([asks_for(("c", "get_weather", {}))], [says("Fine.")]) as server:
        run_in_qt(work())


def test_after_a_stop_the_model_can_go_on_without_the_result(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, WEATHER)
            await until(lambda: buttons(app, "approveTool"))
            app.window.action("stop").trigger()
            await until(lambda: strip(app, "goOnWithoutResults"))
            QTest.mouseClick(strip(app, "goOnWithoutResults")[0], Qt.MouseButton.LeftButton)
            await until(lambda: not strip(app, "goOnWithoutResults"))
            await app.services.generation.wait(shown(app))
            assert app.services.conversations.path(shown(app))[-1].text == "Fine."

    with raw_server([asks_for(("c", "get_weather", {}))], [says("Fine.")]) as server:
        run_in_qt(work())


def test_the_server_of_a_call_is_started_from_its_card(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            servers = app.services.tools.servers
            await servers.put(HONEST)
            known, _ = await servers.as_approved("honest")
            await servers.start("honest", approved_as=known.fingerprint)
            await servers.until_settled("honest")
            (add,) = [k.tool for k in app.services.tools.known() if k.tool.name == "add"]
            app.services.tools.offer(shown(app), add, offered=True)
            await servers.stop("honest")
            app.window.composer.setPlainText("2 + 3?")
            app.window.action("send").trigger()
            await until(lambda: strip(app, "startServerOfCall"))
            QTest.mouseClick(strip(app, "startServerOfCall")[0], Qt.MouseButton.LeftButton)
            await until(lambda: [b.text() for b in strip(app, "approveTool")] == ["Allow"])
            app.window.activateWindow()
            await until(strip(app, "approveTool")[0].isEnabled)
            QTest.mouseClick(strip(app, "approveTool")[0], Qt.MouseButton.LeftButton)
            await app.services.generation.wait(shown(app))
            assert server.body(1)["messages"][-1]["content"] == "5"

    calls = asks_for(("c", "honest__add", {"a": 2, "b": 3}))
    with raw_server([calls], [says("5.")]) as server:
        run_in_qt(work())
