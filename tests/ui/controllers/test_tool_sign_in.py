"""Signing in to a tool server from the window: nothing opens unasked, and every way ends well."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from chatapp.app import App
from chatapp.domain.tool_servers import ServerPhase, ServerState, ToolServer
from chatapp.ui.controllers.tool_sign_in import page_words
from chatapp.ui.tools.dialog import ToolsDialog
from tests.conftest import RunInQt
from tests.support.desktop_links import Desktop, desktop_links
from tests.support.oauth_servers import Guarded, browse, guarded_server
from tests.support.open_app import open_app
from tests.support.waiting import until

NAME = "guarded"
NOWHERE = "http://127.0.0.1:9/v1"
GENEROUS_S = 60.0
YES, NO = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole


@dataclass(slots=True)
class Desk:
    """The window with its tools dialog open at a server that wants a sign-in."""

    app: App
    guarded: Guarded
    desktop: Desktop

    @property
    def state(self) -> ServerState:
        return self.app.services.tools.servers.state(NAME)

    @property
    def dialog(self) -> ToolsDialog:
        dialog = self.app.window.findChild(ToolsDialog)
        assert isinstance(dialog, ToolsDialog)
        return dialog

    def says(self, words: str) -> bool:
        return any(words in label.text() for label in self.dialog.findChildren(QLabel))

    async def reach(self, phase: ServerPhase) -> None:
        await until(lambda: self.state.phase is phase, within_s=GENEROUS_S)

    async def start(self) -> None:
        servers = self.app.services.tools.servers
        await servers.put(ToolServer(NAME, url=self.guarded.url))
        server, _ = await servers.as_approved(NAME)
        await servers.start(NAME, approved_as=server.fingerprint)
        await self.reach(ServerPhase.NEEDS_SIGN_IN)

    def show(self) -> None:
        self.app.window.action("tools").trigger()
        self.dialog.tabs.setCurrentIndex(2)
        self.dialog.servers.choose(NAME)

    async def answer(self, role: QMessageBox.ButtonRole, parent: QWidget) -> str:
        """Answer the question whether the page may be opened; return all that it showed."""
        await until(lambda: parent.findChild(QMessageBox), within_s=GENEROUS_S)
        box = parent.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        assert self.desktop.opened == []
        shown = f"{box.text()}\n{box.informativeText()}".replace("\u200b", "")
        (button,) = [b for b in box.buttons() if box.buttonRole(b) is role]
        button.click()
        await until(lambda: not parent.findChild(QMessageBox))
        return shown

    async def come_back(self) -> None:
        """Do what the person does in the browser."""
        await until(lambda: self.desktop.opened)
        assert page_words().done in (await browse(self.desktop.opened.pop())).text
        await self.reach(ServerPhase.READY)


@asynccontextmanager
async def desk(folder: Path, guarded: Guarded, desktop: Desktop) -> AsyncIterator[Desk]:
    async with open_app(folder, base_url=NOWHERE, model="m") as app:
        yield Desk(app, guarded, desktop)


InDesk = Callable[[Callable[[Desk], Awaitable[None]]], None]


@pytest.fixture
def in_desk(run_in_qt: RunInQt, tmp_path: Path) -> InDesk:
    def run(work: Callable[[Desk], Awaitable[None]]) -> None:
        async def opened(guarded: Guarded, desktop: Desktop) -> None:
            async with desk(tmp_path, guarded, desktop) as d:
                await work(d)

        with guarded_server() as guarded, desktop_links() as desktop:
            run_in_qt(opened(guarded, desktop))

    return run


def test_a_click_shows_the_host_then_opens_it_then_the_tools_are_there(
    in_desk: InDesk,
) -> None:
    async def work(d: Desk) -> None:
        await d.start()
        d.show()
        page = d.dialog.servers
        assert "asks you to sign in at 127.0.0.1" in page._state.text()
        assert not page.sign_out.isVisible()
        page.sign_in.click()
        shown = await d.answer(YES, d.dialog)
        assert "Open 127.0.0.1 in the browser?" in shown
        assert "sign in to the tool server “guarded”" in shown
        assert f"{d.guarded.issuer_url}/authorize?" in shown
        await until(page.give_up.isVisible)
        assert "Waiting for your browser" in page._state.text()
        page.copy.click()
        assert QApplication.clipboard().text() == d.desktop.opened[0]
        await d.come_back()
        assert "add" in [t.name for t in d.app.services.tools.servers.tools()]
        # Nothing here has a keyring: that is said, and it works until the app ends.
        await until(lambda: d.says("did not take the sign-in"))
        page.sign_out.click()
        await d.reach(ServerPhase.STOPPED)
        await until(lambda: not page.sign_out.isVisible())
        page.start.click()
        await d.reach(ServerPhase.NEEDS_SIGN_IN)
        d.dialog.close()

    in_desk(work)


def test_who_does_not_want_the_page_opened_is_where_she_was(in_desk: InDesk) -> None:
    async def work(d: Desk) -> None:
        await d.start()
        d.show()
        d.dialog.servers.sign_in.click()
        await d.answer(NO, d.dialog)
        await d.reach(ServerPhase.NEEDS_SIGN_IN)
        assert d.desktop.opened == []
        assert d.dialog.servers.sign_in.isVisible()
        assert "asks you to sign in" in d.dialog.servers._state.text()
        d.dialog.close()

    in_desk(work)


def test_waiting_for_the_browser_can_be_given_up(in_desk: InDesk) -> None:
    async def work(d: Desk) -> None:
        await d.start()
        d.show()
        d.dialog.servers.sign_in.click()
        await d.answer(YES, d.dialog)
        await until(d.dialog.servers.give_up.isVisible)
        d.dialog.servers.give_up.click()
        await d.reach(ServerPhase.NEEDS_SIGN_IN)
        assert d.dialog.servers.sign_in.isVisible()
        d.dialog.servers.sign_in.click()
        d.desktop.opened.clear()
        await d.answer(YES, d.dialog)
        await d.come_back()
        d.dialog.close()

    in_desk(work)


def test_with_the_dialog_closed_a_notice_asks(in_desk: InDesk) -> None:
    async def work(d: Desk) -> None:
        await d.start()
        buttons = [b for b in d.app.window.notices.findChildren(QPushButton) if b.text()]
        (button,) = [b for b in buttons if "Sign in" in b.text()]
        button.click()
        await d.answer(YES, d.app.window)
        await d.come_back()
        texts = [x.text() for x in d.app.window.notices.findChildren(QLabel) if x.isVisible()]
        assert not [t for t in texts if "asks you to sign in" in t]

    in_desk(work)


def test_a_window_that_closes_while_the_browser_is_out_leaves_nothing(
    in_desk: InDesk,
) -> None:
    async def work(d: Desk) -> None:
        await d.start()
        d.show()
        d.dialog.servers.sign_in.click()
        await d.answer(YES, d.dialog)
        await until(lambda: d.desktop.opened)

    in_desk(work)
