"""Tool servers that were deleted: their secrets go when this can be taken back no longer.

That is when the app ends. What could not be forgotten then, because the app was killed or the
keyring did not answer, is forgotten in the next run.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from chatapp.domain.errors import KeyringError
from chatapp.domain.tool_servers import ToolServer
from chatapp.services.saving import Saver
from chatapp.store.server_secrets import ServerSecrets
from chatapp.store.tools import ToolStore

LEAVE_S = 1.5
"""How long quitting waits for the keyring."""


class DeletedServers:
    """Holds deleted servers by their salt."""

    def __init__(
        self,
        store: ToolStore,
        server_secrets: ServerSecrets,
        saver: Saver,
        forget_sign_in: Callable[[ToolServer], Awaitable[None]],
    ) -> None:
        self._store = store
        self._forget_sign_in = forget_sign_in
        self._secrets = server_secrets
        self._saver = saver
        self._servers: dict[str, ToolServer] = {}

    def know(self, server: ToolServer) -> None:
        """Take in what an earlier run has left."""
        self._servers[server.salt] = server

    def put_away(self, server: ToolServer) -> None:
        """Note that a server was deleted."""
        gone = replace(server, deleted=True)
        self._servers[server.salt] = gone
        if not server.for_run:
            self._saver.later(("deleted", server.salt), lambda: self._store.put_server(gone))

    def take_back(self, salt: str) -> ToolServer | None:
        """Return a server as it was; ``None`` if it is gone for good or was taken back."""
        gone = self._servers.pop(salt, None)
        if gone is None:
            return None
        self._saver.later(("deleted", salt), lambda: self._store.delete_server(gone))
        return replace(gone, deleted=False)

    async def forget(self) -> None:
        """Delete the secrets of all of them, as far as the keyring lets us."""
        for salt, server in list(self._servers.items()):
            try:
                if not server.for_run:
                    await self._secrets.forget(server)
                await self._forget_sign_in(server)
            except KeyringError:
                continue
            self.take_back(salt)

    async def close(self) -> None:
        """Nothing can be taken back any more: delete their secrets, if it takes no time."""
        if self._servers:
            try:
                async with asyncio.timeout(LEAVE_S):
                    await self.forget()
            except TimeoutError:
                return  # the next run will
