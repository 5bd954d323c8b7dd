"""The client behind a door: httpx is imported on a thread, when somebody first asks."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.domain.exchanges import ExchangeLink
from chatapp.domain.json_value import JsonObject
from chatapp.domain.language_models import LanguageModel
from chatapp.wire.connection import Connection

if TYPE_CHECKING:
    from chatapp.wire.accumulate import ReplyAccumulator
    from chatapp.wire.client import ChatClient
    from chatapp.wire.exchange import ExchangeSink


def _import_client() -> "type[ChatClient]":
    from chatapp.wire.client import ChatClient

    return ChatClient


class LazyChatClient:
    """``ChatClient`` by the same names; costs nothing until the first request."""

    def __init__(self, interval_s: float, sink: "ExchangeSink | None" = None) -> None:
        self._interval_s = interval_s
        self._sink = sink
        self._client: ChatClient | None = None

    async def _get(self) -> "ChatClient":
        if self._client is None:
            client_class = await asyncio.to_thread(_import_client)
            if self._client is None:
                self._client = client_class(self._sink)
                self._client.set_pace(self._interval_s)
        return self._client

    def set_pace(self, interval_s: float) -> None:
        """Set the least time between two reads of a stream, in seconds; 0 reads at once."""
        self._interval_s = interval_s
        if self._client is not None:
            self._client.set_pace(interval_s)

    async def complete(
        self,
        connection: Connection,
        body: JsonObject,
        *,
        into: "ReplyAccumulator",
        notify: Callable[[], None],
        link: ExchangeLink | None = None,
    ) -> None:
        """See ``ChatClient.complete``."""
        client = await self._get()
        await client.complete(connection, body, into=into, notify=notify, link=link)

    async def models(self, connection: Connection) -> tuple[LanguageModel, ...]:
        """See ``ChatClient.models``."""
        return await (await self._get()).models(connection)

    async def close(self) -> None:
        """Close every socket."""
        if self._client is not None:
            await self._client.close()
