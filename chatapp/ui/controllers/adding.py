"""Adding a message to the shown conversation as any role, without sending it."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Qt

from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId
from chatapp.domain.written_messages import WrittenMessage
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.tasks import TaskScope
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated


class AddingController(QObject):
    """Opens the dialog; what is written becomes the end of the shown path."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        endpoints: EndpointService,
        generation: GenerationService,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._endpoints = endpoints
        self._generation = generation
        self._tasks = tasks
        self._shown = shown
        window.action("addMessage").triggered.connect(self.open)

    def open(self) -> None:
        """Show the dialog for the shown conversation."""
        conversation_id = self._shown()
        if conversation_id is None:
            return
        if self._generation.is_running(conversation_id):
            words = QCoreApplication.translate("Adding", "Wait until the answer has ended.")
            self._window.status_line.show_words(words, role="note")
            return
        from chatapp.ui.message_dialog import MessageDialog

        dialog = MessageDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add_requested.connect(
            lambda written: self._tasks.start(self._add(conversation_id, written), name="add")
        )
        dialog.open()

    async def _add(self, conversation_id: ConversationId, written: WrittenMessage) -> None:
        await self._conversations.load(conversation_id)
        conversation = self._conversations.get(conversation_id)
        endpoint = self._endpoints.of(conversation)
        message = written.message(
            conversation_id, conversation.leaf_id, endpoint.id if endpoint else None
        )
        try:
            await self._conversations.add([replace(message, created_at=time.time())])
        except ChatAppError as error:
            self._window.status_line.show_words(translated(error.message), role="problem")
