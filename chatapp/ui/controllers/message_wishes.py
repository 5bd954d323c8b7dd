"""What a person wishes of messages that are shown: other answers, versions, editing, deleting."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from chatapp.domain.messages import ConversationId, MessageId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.ui.controllers.editing import Editing
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.controllers.shown_conversation import ShownConversation
from chatapp.ui.controllers.shown_messages import conversations_step
from chatapp.ui.controllers.ways_out import Asking, WaysOut
from chatapp.ui.main_window import MainWindow


class MessageWishesController(QObject):
    """Nothing is done while the conversation is still being read."""

    undoable = Signal(str, object)
    """Something was deleted: what, and what brings it back."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        shown: ShownConversation,
        said: SaidWork,
        editing: Editing,
        open_settings: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._conversations = conversations
        self._generation = generation
        self._shown = shown
        self._said = said
        self._editing = editing
        self._ways_out = WaysOut(
            window, conversations, generation, endpoints, self._ask, open_settings
        )
        self._connect_views(window)

    def _connect_views(self, window: MainWindow) -> None:
        view, shown, generation = window.messages, self._shown, self._generation
        window.action("regenerate").triggered.connect(self._regenerate_last)
        view.regenerate_requested.connect(lambda i: self._ask(generation.regenerate, i))
        view.retry_requested.connect(lambda i: self._ask(generation.retry, i))
        view.continue_requested.connect(lambda i: self._ask(generation.continue_answer, i))
        view.sibling_requested.connect(
            lambda i, step: shown.act(conversations_step(self._conversations, i, step))
        )
        keep = self._conversations.keep_choice
        view.choice_requested.connect(lambda i, at: shown.act(lambda c: keep(c, i, at)))
        view.delete_requested.connect(self._on_delete)
        view.edit_requested.connect(self._on_edit)
        view.way_out_requested.connect(
            lambda i, way: shown.act(lambda c: self._ways_out.follow(c, i, way))
        )

    def _ask(self, how: Asking, message_id: str) -> None:
        if self._shown.here is not None:
            self._said.start(how(self._shown.here, MessageId(message_id)), "answer")

    def _regenerate_last(self) -> None:
        if self._shown.here is not None and (path := self._conversations.path(self._shown.here)):
            self._ask(self._generation.regenerate, path[-1].id)

    def _on_edit(self, message_id: str) -> None:
        """Put a message's text back into the composer, to be sent as a new version."""
        if self._shown.here is not None:
            message = self._conversations.tree(self._shown.here).get(MessageId(message_id))
            if not message.status.is_running:
                self._editing.begin(message)

    def _on_delete(self, message_id: str) -> None:
        if self._shown.here is not None and not self._generation.is_running(self._shown.here):
            self._said.start(
                self._delete(self._shown.here, MessageId(message_id)), "delete message"
            )

    async def _delete(self, conversation_id: ConversationId, message_id: MessageId) -> None:
        restore = await self._conversations.delete_message(conversation_id, message_id)
        words = QCoreApplication.translate("Conversation", "The message was deleted.")
        self.undoable.emit(words, restore)
