"""Endpoints that were removed: back with an undo, else their secrets go when the app ends."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.messages import EndpointId
from chatapp.services.deferred_erasure import DeferredErasure
from chatapp.services.saving import Saver
from chatapp.store.endpoints import EndpointStore


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
        self._erasure: DeferredErasure[EndpointId, Endpoint] = DeferredErasure(
            forget_secrets, self._drop
        )

    def know(self, endpoint: Endpoint) -> None:
        """Take in what an earlier run has left."""
        self._erasure.know(endpoint.id, endpoint)

    def put_away(self, endpoint: Endpoint) -> None:
        """Note that an endpoint was removed."""
        gone = replace(endpoint, deleted=True)
        self._erasure.put_away(endpoint.id, gone)
        self._saver.later(("endpoint", endpoint.id), lambda: self._store.put(gone))

    def take_back(self, endpoint_id: EndpointId) -> Endpoint | None:
        """Return an endpoint as it was; ``None`` if it is there again."""
        gone = self._erasure.take_back(endpoint_id)
        return replace(gone, deleted=False) if gone is not None else None

    async def forget_left(self) -> None:
        """Delete the secrets of those that an earlier run has left."""
        await self._erasure.erase_left()

    async def close(self) -> None:
        """Nothing can be taken back any more: delete the secrets, if it takes no time."""
        await self._erasure.close()

    def _drop(self, gone: Endpoint) -> None:
        """Have the database know of a removed endpoint no more."""
        self._saver.later(("endpoint", gone.id), lambda: self._store.delete(gone.id))
