"""Servers that the command line named, in the whole window: one question, then their tools."""

from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from chatapp.app import App
from chatapp.domain.errors import KeyringError
from chatapp.domain.tool_servers import ServerPhase, ToolServer
from chatapp.ui.tools.dialog import ToolsDialog
from chatapp.ui.tools.plain_view import PlainView
from tests.conftest import RunInQt
from tests.support.oauth_servers import guarded_server
from tests.support.open_app import open_app
from tests.support.private_keyring import private_keyring
from tests.support.raw_server import RawServer, raw_server
from tests.support.tool_chat import HONEST
from tests.support.tool_replies import asks_for, says
from tests.support.tool_window import buttons, click, notice_words, offered, pressed, shown
from tests.support.waiting import until
from tests.ui.controllers.conftest import InWindow

NOWHERE = "http://127.0.0.1:9/v1"
NAMED = replace(HONEST, environment={"PYTHONPATH": ".", "TOKEN": "tok-canary"})


def test_one_answer_starts_them_and_a_call_then_waits_as_always(in_window: InWindow) -> None:
    async def work(app: App, server: RawServer) -> None:
        app.parts.tools.know_for_run([NAMED])
        await until(lambda: buttons(app.window, "approveServers"))
        (view,) = app.window.findChildren(PlainView)
        words = view.toPlainText()
        assert '"tests.support.mcp_server"' in words
        assert "TOKEN=…" in words
        assert "canary" not in words
        assert psutil.Process().children() == []
        # A click that was meant for something else starts nothing.
        click(app.window, "approveServers")
        assert psutil.Process().children() == []
        await pressed(app, "approveServers")
        assert not buttons(app.window, "approveServers")
        await until(lambda: "honest__add" in offered(app), within_s=30)
        app.window.composer.setPlainText("2 + 3?")
        app.window.action("send").trigger()
        await pressed(app, "approveTool")
        await app.services.generation.wait(shown(app))
        assert server.body(1)["messages"][-1]["content"] == "5"

    replies = [asks_for(("c", "honest__add", {"a": 2, "b": 3}))], [says("5.")]
    in_window(work, *replies)


def test_what_was_approved_in_an_earlier_run_starts_unasked_unless_it_has_changed(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            app.parts.tools.know_for_run([NAMED])
            await pressed(app, "approveServers")
            servers = app.services.tools.servers
            await until(lambda: servers.is_ready("honest"), within_s=30)
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            assert app.services.tools.servers.all() == []  # it is of that run alone
            app.parts.tools.know_for_run([NAMED])
            servers = app.services.tools.servers
            await until(lambda: servers.is_ready("honest"), within_s=30)
            assert not buttons(app.window, "approveServers")
        async with open_app(tmp_path, base_url=NOWHERE, model="m") as app:
            changed = replace(NAMED, arguments=(*NAMED.arguments, "--swapped"))
            app.parts.tools.know_for_run([changed])
            await until(lambda: buttons(app.window, "approveServers"))
            (view,) = app.window.findChildren(PlainView)
            assert "changed since you agreed to it" in view.toPlainText()
            assert '+ "--swapped"' in view.toPlainText()
            assert psutil.Process().children() == []

    run_in_qt(work())
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and b"canary" in p.read_bytes()]


def test_not_now_leaves_them_in_the_list_and_starts_none(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        app.parts.tools.know_for_run([NAMED])
        await pressed(app, "denyServers")
        assert not buttons(app.window, "approveServers")
        servers = app.services.tools.servers
        assert [s.name for s in servers.all()] == ["honest"]
        assert servers.state("honest").phase is ServerPhase.STOPPED
        assert psutil.Process().children() == []

    in_window(work)


def test_new_conversations_are_offered_the_tools_and_what_is_taken_out_stays_out(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await app.services.generation.send(shown(app), "Before.")
            await app.services.generation.wait(shown(app))
            old = shown(app)
            app.parts.tools.know_for_run([HONEST])
            await pressed(app, "approveServers")
            await until(lambda: app.services.tools.servers.is_ready("honest"), within_s=30)
            assert not offered(app)  # it was there before
            app.window.action("newConversation").trigger()
            await until(lambda: shown(app) != old)
            assert "honest__add" in offered(app)
            assert "Tools offered in this conversation" in notice_words(app)
            new, tools = shown(app), app.services.tools
            tools.offer(new, *(k.tool for k in tools.known()), offered=False)
            app.conversation.show(old)
            app.conversation.show(new)
            assert not offered(app)

    with raw_server([says("Hi.")]) as server:
        run_in_qt(work(server))


def test_one_that_cannot_start_says_why_and_leads_to_itself(in_window: InWindow) -> None:
    async def work(app: App, _server: RawServer) -> None:
        app.parts.tools.know_for_run([ToolServer("gone", "no-such-program-anywhere")])
        await until(lambda: buttons(app.window, "approveServers"))
        (view,) = app.window.findChildren(PlainView)
        assert "There is no program" in view.toPlainText()
        await pressed(app, "approveServers")
        await until(lambda: "no-such-program-anywhere" in notice_words(app), within_s=30)
        click(app.window.notices, "Look at it")
        dialog = app.window.findChild(ToolsDialog)
        assert isinstance(dialog, ToolsDialog)
        await until(lambda: dialog.servers.form.name.text() == "gone")
        dialog.close()

    in_window(work)


@pytest.mark.leaves_sockets("the keyring's bus")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_one_whose_sign_in_is_in_a_locked_keyring_says_so_and_hinders_no_other(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    first = ToolServer("a-first", url="http://127.0.0.1:9/mcp", for_run=True, signed_in=True)

    async def work() -> None:
        async with open_app(tmp_path / "profile", base_url=NOWHERE, model="m") as app:
            servers = app.services.tools.servers
            await servers.put(first)
            server, _ = await servers.as_approved("a-first")
            with pytest.raises(KeyringError):
                await servers.start("a-first", approved_as=server.fingerprint)
        async with open_app(tmp_path / "profile", base_url=NOWHERE, model="m") as app:
            app.parts.tools.know_for_run([replace(first, signed_in=False), NAMED])
            await until(lambda: buttons(app.window, "approveServers"), within_s=30)
            assert "keyring" in notice_words(app)

    with private_keyring(tmp_path / "home", unlocked=False):
        run_in_qt(work())


def test_one_that_wants_a_sign_in_says_so_until_it_is_started_again(in_window: InWindow) -> None:
    with guarded_server() as guarded:

        async def work(app: App, _server: RawServer) -> None:
            app.parts.tools.know_for_run([ToolServer("guarded", url=guarded.url)])
            await pressed(app, "approveServers")
            await until(lambda: "asks you to sign in" in notice_words(app), within_s=60)
            servers = app.services.tools.servers
            await servers.start_unasked("guarded")
            assert servers.state("guarded").phase is ServerPhase.STARTING
            assert app.window.notices.isHidden()
            await until(lambda: "asks you to sign in" in notice_words(app), within_s=60)

        in_window(work)
