"""What is kept of signing in to tool servers: read before a start, written when it changes.

The keyring never holds up a call or the window: what it refuses, or has not taken yet, is known
until the app ends.
"""

import asyncio
from collections.abc import Callable

from chatapp.domain.errors import KeyringError, KeyringUnavailable
from chatapp.domain.tool_servers import ToolServer
from chatapp.domain.tool_sign_ins import PageWords, SignInTerms
from chatapp.services.tasks import TaskScope
from chatapp.store.sign_in_secrets import SignInSecrets

LEAVE_S = 3.0
"""How long quitting waits for the keyring to take what is new."""


class ToolSignIns:
    """``changed`` is told whether a server has a sign-in now."""

    def __init__(
        self,
        secrets: SignInSecrets,
        tasks: TaskScope,
        changed: Callable[[str, bool], None],
    ) -> None:
        self._secrets = secrets
        self._tasks = tasks
        self._changed = changed
        self._records: dict[str, str] = {}
        self._writing: dict[str, asyncio.Task[bool]] = {}

    async def terms(self, server: ToolServer, page: PageWords | None) -> SignInTerms | None:
        """Return the terms to start a server under; ``None`` if no sign-in is for it, as it has
        a key of its own. Raises ``KeyringError``, but not when the person signs in anew."""
        if server.has_own_key:
            return None
        salt = server.salt
        if salt not in self._records and server.signed_in:
            try:
                self._records[salt] = await self._find(salt)
            except KeyringError:
                if page is None:
                    raise

        def keep(record: str) -> None:
            self._keep(server, record)

        return SignInTerms(self._records.get(salt, ""), keep, page)

    async def _find(self, salt: str) -> str:
        try:
            return await self._secrets.find(salt)
        except KeyringUnavailable:
            return ""

    def _keep(self, server: ToolServer, record: str) -> None:
        salt = server.salt
        self._records[salt] = record
        self._changed(server.name, bool(record))
        if not self._tasks.is_closed:
            writing = self._write(salt, record, self._writing.get(salt))
            self._writing[salt] = self._tasks.start(writing, name="keep sign-in")

    async def _write(self, salt: str, record: str, before: "asyncio.Task[bool] | None") -> bool:
        """Write what is newest, after what was written before; ``False`` if it cannot be."""
        if before is not None:
            await asyncio.wait([before])
        if self._records.get(salt, "") != record:
            return True  # something newer comes behind
        if record:
            return await self._secrets.keep(salt, record)
        try:
            await self._secrets.forget(salt)
        except KeyringError:
            return False
        return True

    async def is_kept(self, server: ToolServer) -> bool:
        """Whether the sign-in that was just made outlives the app; waits until the keyring has
        said."""
        writing = self._writing.get(server.salt)
        if writing is None:
            return False
        await asyncio.wait([writing])
        return not writing.cancelled() and writing.result()

    def forget(self, server: ToolServer) -> None:
        """Forget the sign-in of a server, here at once and in the keyring soon."""
        self._keep(server, "")

    async def erase(self, server: ToolServer) -> None:
        """Forget the sign-in of a server that is gone. Raises ``KeyringError``."""
        self._records.pop(server.salt, None)
        await self._secrets.forget(server.salt)

    async def settle(self) -> None:
        """Let the keyring take what is new, for a moment."""
        if self._writing:
            await asyncio.wait(self._writing.values(), timeout=LEAVE_S)
