"""Tool servers that were deleted: back with an undo, else their secrets go when the app ends."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from chatapp.domain.tool_servers import ToolServer
from chatapp.services.deferred_erasure import DeferredErasure
from chatapp.services.saving import Saver
from chatapp.store.server_secrets import ServerSecrets
from chatapp.store.tools import ToolStore


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
        self._erasure: DeferredErasure[str, ToolServer] = DeferredErasure(self._erase, self._drop)

    def know(self, server: ToolServer) -> None:
        """Take in what an earlier run has left."""
        self._erasure.know(server.salt, server)

    def put_away(self, server: ToolServer) -> None:
        """Note that a server was deleted."""
        gone = replace(server, deleted=True)
        self._erasure.put_away(server.salt, gone)
        if not server.for_run:
            self._saver.later(("deleted", server.salt), lambda: self._store.put_server(gone))

    def take_back(self, salt: str) -> ToolServer | None:
        """Return a server as it was; ``None`` if it is gone for good or was taken back."""
        gone = self._erasure.take_back(salt)
        if gone is None:
            return None
        self._drop(gone)
        return replace(gone, deleted=False)

    async def forget_left(self) -> None:
        """Delete the secrets of those that an earlier run has left."""
        await self._erasure.erase_left()

    async def close(self) -> None:
        """Nothing can be taken back any more: delete the secrets, if it takes no time."""
        await self._erasure.close()

    async def _erase(self, server: ToolServer) -> None:
        if not server.for_run:
            await self._secrets.forget(server)
        await self._forget_sign_in(server)

    def _drop(self, gone: ToolServer) -> None:
        """Have the database know of a deleted server no more."""
        self._saver.later(("deleted", gone.salt), lambda: self._store.delete_server(gone))
