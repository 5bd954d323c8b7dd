"""Endpoints that were removed: their secrets go when this can be taken back no longer.

That is when the app ends. What could not be forgotten then, because the app was killed or the
keyring did not answer, is forgotten in the next run.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import KeyringError
from chatapp.domain.messages import EndpointId
from chatapp.services.saving import Saver
from chatapp.store.endpoints import EndpointStore

LEAVE_S = 1.5
"""How long quitting waits for the keyring."""


class DeletedEndpoints:
    """Holds removed endpoints; ``forget_secrets`` deletes what the keyring has of one."""

    def __init__(
        self,
        store: EndpointStore,
        saver: Saver,
        forget_secrets: Callable[[Endpoint], Awaitable[None]],
    ) -> None:
        self._store = store
        self._saver = saver
        self._forget_secrets = forget_secrets
        self._removed: dict[EndpointId, Endpoint] = {}
        self._left: dict[EndpointId, Endpoint] = {}

    def know(self, endpoint: Endpoint) -> None:
        """Take in what an earlier run has left."""
        self._left[endpoint.id] = endpoint

    def put_away(self, endpoint: Endpoint) -> None:
        """Note that an endpoint was removed."""
        gone = self._removed[endpoint.id] = replace(endpoint, deleted=True)
        self._saver.later(("endpoint", endpoint.id), lambda: self._store.put(gone))

    def take_back(self, endpoint_id: EndpointId) -> Endpoint | None:
        """Return an endpoint as it was; ``None`` if it is there again."""
        self._left.pop(endpoint_id, None)
        gone = self._removed.pop(endpoint_id, None)
        return replace(gone, deleted=False) if gone is not None else None

    async def forget_left(self) -> None:
        """Delete the secrets of those that an earlier run has left."""
        await self._forget(self._left)

    async def close(self) -> None:
        """Nothing can be taken back any more: delete the secrets, if it takes no time."""
        try:
            async with asyncio.timeout(LEAVE_S):
                await self._forget(self._removed)
                await self._forget(self._left)
        except TimeoutError:
            return  # the next run will

    async def _forget(self, endpoints: dict[EndpointId, Endpoint]) -> None:
        """Delete secrets as far as the keyring lets us; one that comes back meanwhile stays."""
        for endpoint_id, endpoint in list(endpoints.items()):
            try:
                await self._forget_secrets(endpoint)
            except KeyringError:
                continue
            if endpoints.pop(endpoint_id, None) is not None:
                delete = partial(self._store.delete, endpoint_id)
                self._saver.later(("endpoint", endpoint_id), delete)
