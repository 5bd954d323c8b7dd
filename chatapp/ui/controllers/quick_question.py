"""The quick question: a conversation like any other, asked and read in a small window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

from chatapp.domain.changes import Change, GenerationChanged, MessageChanged, PathChanged
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.shown_messages import shown_message, shown_path
from chatapp.ui.desktop.quick_question import QuickQuestionWindow
from chatapp.ui.links import open_link
from chatapp.ui.translation import failure_words


class QuickQuestionController(QObject):
    """Owns the small window until it is closed; ``left`` says that. ``show`` shows a conversation
    in the main window."""

    left = Signal()

    def __init__(
        self,
        parent: QObject,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        publisher: Publisher,
        tasks: TaskScope,
        show: Callable[[ConversationId], None],
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._conversations = conversations
        self._generation = generation
        self._endpoints = endpoints
        self._tasks = tasks
        self._asked: ConversationId | None = None
        self.window = QuickQuestionWindow()
        self.window.asked.connect(
            lambda words: tasks.start(self._ask(words), name="quick question")
        )
        self.window.stopped.connect(self._stop)
        self.window.opened.connect(self._open)
        self.window.left.connect(self._on_left)
        self.window.answer.link_requested.connect(
            lambda url, text: tasks.start(open_link(self.window, url, text), name="link")
        )
        self._unsubscribe = publisher.subscribe(
            self._on_change, MessageChanged, PathChanged, GenerationChanged
        )

    def present(self) -> None:
        """Show the window, ready for a question."""
        self.window.present()

    async def _ask(self, words: str) -> None:
        try:
            await self._send(words)
        except ChatAppError as error:
            self.window.status.show_words(failure_words(error), role="problem")

    async def _send(self, words: str) -> None:
        if self._asked is None:
            endpoint = self._endpoints.default()
            made = self._conversations.create(
                endpoint_id=endpoint.id if endpoint else None,
                model=self._endpoints.model_for_new(),
            )
            self._asked = made.id
        asked = self._asked
        await self._conversations.load(asked)
        await self._generation.send(asked, words)
        self.window.status.show_words("")
        if self.window.composer.toPlainText() == words:
            self.window.composer.take()
        self.window.composer.setPlaceholderText(
            QCoreApplication.translate("QuickQuestion", "Ask further")
        )
        self.window.show_conversation()
        self._show_path()

    def _stop(self) -> None:
        if self._asked is not None:
            self._generation.stop(self._asked)

    def _open(self) -> None:
        if self._asked is not None:
            self._show(self._asked)
            self.window.close()

    def _on_left(self) -> None:
        """The answer goes on without the window, and is kept."""
        self.left.emit()
        self._unsubscribe()
        self.window.deleteLater()
        self.deleteLater()

    def _show_path(self) -> None:
        if self._asked is not None:
            self.window.answer.show_path(shown_path(self._conversations, self._asked))

    def _on_change(self, change: Change) -> None:
        if self._asked is None:
            return
        match change:
            case MessageChanged(conversation_id, message_id, _) if conversation_id == self._asked:
                message = self._conversations.tree(conversation_id).get(message_id)
                self.window.answer.update_message(shown_message(self._conversations, message))
            case PathChanged(conversation_id) if conversation_id == self._asked:
                self._show_path()
            case GenerationChanged(conversation_id) if conversation_id == self._asked:
                running = self._generation.is_running(conversation_id)
                self.window.show_running(running=running)
