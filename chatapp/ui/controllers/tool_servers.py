"""Starting, stopping and keeping tool servers: each start of a changed one is approved first."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from chatapp.domain.tool_servers import ToolServer
from chatapp.domain.visible_text import visible_text
from chatapp.services.tool_servers import ToolServerService, Undo
from chatapp.ui.dialogs import ask

if TYPE_CHECKING:
    from chatapp.domain.tool_sign_ins import PageWords
    from chatapp.ui.tools.dialog import ToolsDialog


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


class ServerDesk:
    """Carries the wishes of the servers page to the service."""

    def __init__(
        self,
        servers: ToolServerService,
        start: Callable[[Coroutine[Any, Any, object]], None],
        say: Callable[[str], None],
        offer_undo: Callable[[str, Undo], None],
    ) -> None:
        self._servers = servers
        self._start = start
        self._say = say
        self._offer_undo = offer_undo
        self._dialog: ToolsDialog | None = None

    def connect(self, dialog: "ToolsDialog") -> None:
        """Serve the page of ``dialog`` until it is closed."""
        self._dialog = dialog
        dialog.finished.connect(self._on_closed)
        page = dialog.servers
        page.saved.connect(lambda server, before: self._start(self.keep(server, before)))
        page.deleted.connect(lambda name: self._start(self._delete(name)))
        page.start_requested.connect(lambda name: self._start(self.start(name, dialog)))
        page.stop_requested.connect(lambda name: self._start(self._servers.stop(name)))
        page.restart_requested.connect(lambda name: self._start(self.start(name, dialog)))
        page.sign_in_requested.connect(lambda name: self._start(self.sign_in(name, dialog)))
        page.sign_in_given_up.connect(lambda name: self._start(self._servers.give_up_sign_in(name)))
        page.sign_out_requested.connect(lambda name: self._start(self._servers.sign_out(name)))
        page.address_copied.connect(lambda address: QGuiApplication.clipboard().setText(address))

    def _on_closed(self) -> None:
        self._dialog = None

    async def keep(self, server: ToolServer, before: str = "") -> None:
        """Keep a server, and say so if its values could not go into the keyring."""
        kept = await self._servers.put(server, instead_of=before)
        if not kept:
            words = _say(
                "The system's keyring did not take the values of “{name}”; they are known until "
                "the app ends."
            )
            self._say(words.format(name=server.name))

    async def _delete(self, name: str) -> None:
        bring_back = await self._servers.delete(name)
        if bring_back is None:
            return

        async def undo() -> None:
            await bring_back()
            if self._dialog is not None:
                self._dialog.servers.choose(name)

        words = _say("The server “{name}” was deleted.").format(name=visible_text(name))
        self._offer_undo(words, undo)

    async def sign_in(self, name: str, parent: QWidget) -> None:
        """Start a server with a wish to sign in to it in the browser."""
        from chatapp.ui.controllers.tool_sign_in import page_words, see_through

        self._say("")
        if await self.start(name, parent, page_words()):
            await see_through(self._servers, name, parent, self._say)

    async def start(self, name: str, parent: QWidget, sign_in: "PageWords | None" = None) -> bool:
        """Start a server; if it is not exactly what was approved, ask first. ``False`` if the
        person did not agree."""
        from chatapp.ui.tools.approval_dialog import ApprovalDialog, server_text

        server, changes = await self._servers.as_approved(name)
        if server.is_approved:
            await self._servers.start(name, sign_in=sign_in)
            return True
        program = await self._servers.program(server)
        words = (
            _say("The server “{name}” is reached at this address, with these headers:")
            if server.url
            else _say("The server “{name}” runs this program on your computer, as you:")
        )
        dialog = ApprovalDialog(
            _say("Start a tool server"),
            words.format(name=name),
            server_text(server, program),
            changes if server.approved else (),
            _say("Start it"),
            parent,
        )
        if await ask(dialog) != QDialog.DialogCode.Accepted:
            return False
        await self._servers.start(name, approved_as=server.fingerprint, sign_in=sign_in)
        return True
