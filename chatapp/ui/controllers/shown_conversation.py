"""Which conversation the window shows, and whether all of it has been read."""

import asyncio
from collections.abc import Callable

from chatapp.domain.messages import ConversationId


class ShownConversation:
    """``ConversationController`` moves it on; the controllers of its parts look at it."""

    def __init__(self) -> None:
        self.shown: ConversationId | None = None
        self.wanted: ConversationId | None = None
        """The one that was asked for last; it is shown as soon as its record is read."""
        self._loaded: ConversationId | None = None
        self._loading = asyncio.Event()

    @property
    def here(self) -> ConversationId | None:
        """The shown conversation, once all of it has been read."""
        return self._loaded if self._loaded == self.shown else None

    def set_loaded(self, conversation_id: ConversationId) -> None:
        """Say that all of a conversation has been read."""
        self._loaded = conversation_id
        self._loading.set()

    def act(self, act: Callable[[ConversationId], object]) -> None:
        """Do something with the shown conversation, unless it is still being read."""
        if self.here is not None:
            act(self.here)

    async def wait_until_loaded(self) -> None:
        """Return when the conversation that was asked for is shown and has been read."""
        while self.shown is None or self.wanted != self.shown or self.here is None:
            self._loading.clear()
            await self._loading.wait()
