"""Starting, stopping and keeping tool servers: each start of a changed one is approved first."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from chatapp.domain.tool_servers import ToolServer
from chatapp.services.tool_servers import ToolServerService
from chatapp.ui.dialogs import ask

if TYPE_CHECKING:
    from chatapp.ui.tools.dialog import ToolsDialog


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolServers", words)


class ServerDesk:
    """Carries the wishes of the servers page to the service."""

    def __init__(
        self,
        servers: ToolServerService,
        start: Callable[[Coroutine[Any, Any, None]], None],
        say: Callable[[str], None],
    ) -> None:
        self._servers = servers
        self._start = start
        self._say = say

    def connect(self, dialog: "ToolsDialog") -> None:
        """Serve the page of ``dialog``."""
        page = dialog.servers
        page.saved.connect(lambda server, before: self._start(self.keep(server, before)))
        page.deleted.connect(lambda name: self._start(self._servers.delete(name)))
        page.start_requested.connect(lambda name: self._start(self.start(name, dialog)))
        page.stop_requested.connect(lambda name: self._start(self._servers.stop(name)))
        page.restart_requested.connect(lambda name: self._start(self.start(name, dialog)))

    async def keep(self, server: ToolServer, before: str = "") -> None:
        """Keep a server, and say so if its values could not go into the keyring."""
        kept = await self._servers.put(server, instead_of=before)
        if not kept:
            words = _say(
                "The system's keyring did not take the values of “{name}”; they are known until "
                "the app ends."
            )
            self._say(words.format(name=server.name))

    async def start(self, name: str, parent: QWidget) -> None:
        """Start a server; if it is not exactly what was approved, ask first."""
        from chatapp.ui.tools.approval_dialog import ApprovalDialog, server_text

        server, changes = await self._servers.as_approved(name)
        if server.is_approved:
            await self._servers.start(name)
            return
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
        if await ask(dialog) == QDialog.DialogCode.Accepted:
            await self._servers.start(name, approved_as=server.fingerprint)
