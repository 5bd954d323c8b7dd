"""The way to a message: its conversation, its branch, its place, and the words in it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from chatapp.domain.messages import ConversationId, MessageId
from chatapp.services.conversations import ConversationService
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.conversation import ConversationController
from chatapp.ui.main_window import MainWindow


class JumpController(QObject):
    """The newest jump wins; a conversation that is left meanwhile is not called back."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        shown: ConversationController,
        tasks: TaskScope,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._shown = shown
        self._tasks = tasks
        self._newest = 0

    def jump(
        self, conversation_id: ConversationId, message_id: MessageId, words: Sequence[str] = ()
    ) -> None:
        """Show a message, on whatever branch it is; ``words`` are marked."""
        self._newest += 1
        self._shown.show(conversation_id)
        work = self._jump(conversation_id, message_id, words, self._newest)
        self._tasks.start(work, name="jump")

    async def _jump(
        self,
        conversation_id: ConversationId,
        message_id: MessageId,
        words: Sequence[str],
        number: int,
    ) -> None:
        await self._shown.wait_until_loaded()
        if number != self._newest or self._shown.shown != conversation_id:
            return
        tree = self._conversations.tree(conversation_id)
        if message_id not in tree:
            return
        path = {message.id for message in self._conversations.path(conversation_id)}
        if message_id not in path:
            self._conversations.show_leaf(conversation_id, tree.newest_leaf(message_id))
        self._window.messages.show_message(message_id)
        if words:
            # Other words of the search may stand anywhere; the longest one tells the most.
            self._window.messages.mark_words(max(words, key=len))
