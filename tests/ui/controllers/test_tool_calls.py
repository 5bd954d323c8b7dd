"""Approving in the whole window: the card, the buttons while a call waits, and what follows."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from chatapp.app import App
from chatapp.domain.messages import Message
from chatapp.domain.tool_calls import ResultSource, ToolCallState
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.tools.arguments_dialog import ArgumentsDialog
from chatapp.ui.tools.call_card import CallCard
from chatapp.ui.tools.result_dialog import ResultDialog
from chatapp.ui.tools.round_card import RoundCard
from chatapp.ui.widgets.schema_rows import LineRow
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import RawServer, raw_server
from tests.support.tool_chat import HONEST
from tests.support.tool_replies import asks_for, says
from tests.support.tool_window import ask, buttons, click, pressed, shown
from tests.support.waiting import until
from tests.ui.controllers.conftest import InWindow

WEATHER = ToolDefinition("get_weather", "Tell the weather", {"type": "object", "properties": {}})


async def card_of(app: App) -> CallCard:
    """Return the card of the call that waits."""
    await until(lambda: buttons(app.window, "denyTool"), within_s=30)
    card = app.window.findChild(CallCard)
    assert isinstance(card, CallCard)
    return card


def choose(card: CallCard, *words: str) -> None:
    """Choose from the menu *By hand*, and from the one below it."""
    (button,) = buttons(card, "By hand")
    menu: QMenu | None = button.menu()
    for step, word in enumerate(words, start=1):
        assert menu is not None
        (action,) = [a for a in menu.actions() if a.text() == word]
        if step == len(words):
            action.trigger()
        menu = action.menu()  # type: ignore[assignment]


def last_result(app: App) -> Message:
    path = app.services.conversations.path(shown(app))
    return [message for message in path if message.tool][-1]


async def offer_add(app: App) -> None:
    """Have a server run, and its tool ``add`` offered."""
    servers = app.services.tools.servers
    await servers.put(HONEST)
    known, _ = await servers.as_approved("honest")
    await servers.start("honest", approved_as=known.fingerprint)
    await servers.until_settled("honest")
    (add,) = [k.tool for k in app.services.tools.known() if k.tool.name == "add"]
    app.services.tools.offer(shown(app), add, offered=True)


def test_the_buttons_are_there_only_while_a_call_waits(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        assert not buttons(app.window, "approveTool")
        await ask(app, WEATHER)
        await until(lambda: buttons(app.window, "approveTool"))
        assert len(buttons(app.window, "denyTool")) == 1
        card = app.window.findChild(CallCard)
        assert isinstance(card, CallCard)
        results = [e for e in card.findChildren(QPlainTextEdit) if not e.isReadOnly()]
        results[0].setPlainText("rain")
        await pressed(app, "approveTool")
        assert not buttons(app.window, "approveTool")
        await app.services.generation.wait(shown(app))
        assert app.services.conversations.path(shown(app))[-1].text == "It rains."
        assert not buttons(app.window, "denyTool")

    in_window(work, [asks_for(("c", "get_weather", {}))], [says("It rains.")])


def test_denying_two_calls_one_after_the_other(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        await ask(app, WEATHER)
        for _ in range(2):
            await until(lambda: buttons(app.window, "denyTool"))
            click(app.window, "denyTool")
        await app.services.generation.wait(shown(app))
        path = app.services.conversations.path(shown(app))
        states = [m.tool.state for m in path if m.tool]
        assert states == [ToolCallState.DENIED] * 2
        # The keyboard goes on with writing, not to whatever comes next in the window.
        assert app.window.composer.hasFocus()

    calls = asks_for(("a", "get_weather", {}), ("b", "get_weather", {}))
    in_window(work, [calls], [says("Fine.")])


def test_the_card_belongs_to_its_conversation(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        await ask(app, WEATHER)
        first = shown(app)
        await until(lambda: buttons(app.window, "approveTool"))
        app.window.action("newConversation").trigger()
        assert not buttons(app.window, "approveTool")
        app.conversation.show(first)
        assert buttons(app.window, "approveTool")
        app.window.action("stop").trigger()
        await until(lambda: not buttons(app.window, "approveTool"))

    in_window(work, [asks_for(("c", "get_weather", {}))])


def test_after_too_many_rounds_the_window_asks(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        app.profile.preferences.set("tool_rounds", "1")
        await ask(app, WEATHER)
        await until(lambda: buttons(app.window, "denyTool"))
        click(app.window, "denyTool")
        await until(lambda: app.services.desk.rounds_done(shown(app)) == 1)
        card = app.window.findChild(RoundCard)
        assert isinstance(card, RoundCard)
        click(card, "Go on")
        await app.services.generation.wait(shown(app))
        assert app.services.conversations.path(shown(app))[-1].text == "Fine."

    in_window(work, [asks_for(("c", "get_weather", {}))], [says("Fine.")])


def test_after_a_restart_open_calls_have_a_way_on(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, WEATHER)
            await until(lambda: buttons(app.window, "approveTool"))
            assert not buttons(app.window, "decideAgain")
            first = shown(app)
        async with open_app(tmp_path, base_url=server.url, model="m") as again:
            again.conversation.show(first)
            await until(lambda: buttons(again.window, "decideAgain"))
            again.window.action("newConversation").trigger()
            assert not buttons(again.window, "decideAgain")
            again.conversation.show(first)
            await until(lambda: buttons(again.window, "decideAgain"))
            click(again.window, "decideAgain")
            await until(lambda: buttons(again.window, "denyTool"))
            assert not buttons(again.window, "decideAgain")
            click(again.window, "denyTool")
            await again.services.generation.wait(first)
            assert again.services.conversations.path(first)[-1].text == "Fine."
            assert not buttons(again.window, "decideAgain")

    with raw_server([asks_for(("c", "get_weather", {}))], [says("Fine.")]) as server:
        run_in_qt(work())


def test_after_a_stop_the_model_can_go_on_without_the_result(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        await ask(app, WEATHER)
        await until(lambda: buttons(app.window, "approveTool"))
        app.window.action("stop").trigger()
        await until(lambda: buttons(app.window, "goOnWithoutResults"))
        click(app.window, "goOnWithoutResults")
        await until(lambda: not buttons(app.window, "goOnWithoutResults"))
        await app.services.generation.wait(shown(app))
        assert app.services.conversations.path(shown(app))[-1].text == "Fine."

    in_window(work, [asks_for(("c", "get_weather", {}))], [says("Fine.")])


def test_the_server_of_a_call_is_started_from_its_card(in_window: InWindow) -> None:
    async def work(app: App, server: RawServer) -> None:
        await offer_add(app)
        await app.services.tools.servers.stop("honest")
        await ask(app)
        await until(lambda: buttons(app.window, "startServerOfCall"))
        click(app.window, "startServerOfCall")
        await until(lambda: [b.text() for b in buttons(app.window, "approveTool")] == ["Allow"])
        await pressed(app, "approveTool")
        await app.services.generation.wait(shown(app))
        assert server.body(1)["messages"][-1]["content"] == "5"

    calls = asks_for(("c", "honest__add", {"a": 2, "b": 3}))
    in_window(work, [calls], [says("5.")])


# By hand


def test_edited_arguments_run_and_are_shown_as_edited(in_window: InWindow) -> None:
    async def work(app: App, server: RawServer) -> None:
        await offer_add(app)
        await ask(app)
        card = await card_of(app)
        click(card, "Edit arguments…")
        await until(lambda: app.window.findChild(ArgumentsDialog))
        dialog = app.window.findChild(ArgumentsDialog)
        assert isinstance(dialog, ArgumentsDialog)
        row = dialog._form._rows["b"]
        assert isinstance(row, LineRow)
        row.line.selectAll()
        QTest.keyClicks(row.line, "30")
        dialog.activateWindow()
        await until(lambda: all(b.isEnabled() for b in buttons(dialog, "Run with these")))
        click(dialog, "Run with these")
        await app.services.generation.wait(shown(app))
        result = last_result(app)
        assert result.tool is not None
        assert (result.content, result.tool.edited) == ("32", True)
        assert server.body(1)["messages"][-1]["content"] == "32"

    in_window(work, [asks_for(("c", "honest__add", {"a": 2, "b": 3}))], [says("32.")])


def test_arguments_that_were_only_looked_at_are_not_edited(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        await offer_add(app)
        await ask(app)
        click(await card_of(app), "Edit arguments…")
        await until(lambda: app.window.findChild(ArgumentsDialog))
        dialog = app.window.findChild(ArgumentsDialog)
        assert isinstance(dialog, ArgumentsDialog)
        dialog.activateWindow()
        await until(lambda: all(b.isEnabled() for b in buttons(dialog, "Run with these")))
        click(dialog, "Run with these")
        await app.services.generation.wait(shown(app))
        result = last_result(app)
        assert result.tool is not None
        assert (result.content, result.tool.edited) == ("5", False)

    in_window(work, [asks_for(("c", "honest__add", '{"b":3,   "a":2}'))], [says("5.")])


def test_a_result_is_typed_then_replayed_and_then_a_fault_is_injected(
    in_window: InWindow,
) -> None:
    async def work(app: App, server: RawServer) -> None:
        await offer_add(app)
        await ask(app)
        choose(await card_of(app), "Type the result…")
        await until(lambda: app.window.findChild(ResultDialog))
        dialog = app.window.findChild(ResultDialog)
        assert isinstance(dialog, ResultDialog)
        dialog._words.setPlainText("6, or so")
        click(dialog, "Send")
        await until(lambda: len(server.requests) == 2)
        choose(await card_of(app), "Replay a recorded result", "6, or so")
        await until(lambda: len(server.requests) == 3)
        choose(await card_of(app), "Inject a fault", "A malformed result")
        await app.services.generation.wait(shown(app))
        path = app.services.conversations.path(shown(app))
        assert [m.tool.source for m in path if m.tool] == [
            ResultSource.TYPED,
            ResultSource.RECORDED,
            ResultSource.INJECTED,
        ]
        told = [m["content"] for m in server.body(3)["messages"] if m["role"] == "tool"]
        assert told[:2] == ["6, or so"] * 2
        assert told[2].startswith('{"result"')
        assert path[-1].text == "Odd."

    asks = [[asks_for((str(n), "honest__add", {"a": n, "b": n}))] for n in range(3)]
    in_window(work, *asks, [says("Odd.")])
