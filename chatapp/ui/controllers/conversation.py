"""Which conversation is shown: reading it, its messages, its draft; its parts are built here."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from chatapp.domain.attachments import attachments_in
from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    EndpointsChanged,
    MessageChanged,
    PathChanged,
)
from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.editing import Editing
from chatapp.ui.controllers.empty_page import EmptyPageController
from chatapp.ui.controllers.generation_status import GenerationStatusController
from chatapp.ui.controllers.message_wishes import MessageWishesController
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.controllers.sending import SendingController
from chatapp.ui.controllers.shown_conversation import ShownConversation
from chatapp.ui.controllers.shown_messages import shown_end, shown_message, shown_path
from chatapp.ui.main_window import MainWindow

DRAFT_PAUSE_MS = 1000


class ConversationController(QObject):
    """Shows one conversation at a time; what runs elsewhere goes on without it."""

    loaded = Signal()
    """All messages of the conversation that is shown are there."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        publisher: Publisher,
        tasks: TaskScope,
        on_shown: Callable[[ConversationId], None],
        open_settings: Callable[[], None],
        editing: Editing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._endpoints = endpoints
        self._on_shown = on_shown
        self._editing = editing
        self._shown = ShownConversation()
        self._said = SaidWork(tasks, window.status_line)
        self._draft_pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._draft_pause.timeout.connect(self.keep_draft)
        self._empty = EmptyPageController(window, conversations, endpoints, open_settings)
        self._status = GenerationStatusController(
            window, conversations, generation, endpoints, publisher, self._shown
        )
        self.sending = SendingController(
            window, conversations, generation, self._shown, self._said, editing, self._status
        )
        self.wishes = MessageWishesController(
            window, conversations, generation, endpoints, self._shown, self._said, editing,
            open_settings,
        )  # fmt: skip
        self._connect_views()
        publisher.subscribe(self._on_change)

    def _connect_views(self) -> None:
        window = self._window
        window.composer.draft_changed.connect(lambda _: self._draft_pause.start())
        window.action("newConversation").triggered.connect(lambda _=False: self.new())
        window.action("findInConversation").triggered.connect(window.messages.open_find)
        window.action("nextConversation").triggered.connect(lambda: self._step(1))
        window.action("previousConversation").triggered.connect(lambda: self._step(-1))
        window.action("focusComposer").triggered.connect(window.composer.setFocus)

    @property
    def shown(self) -> ConversationId | None:
        """The conversation that the window shows, or is reading to show."""
        return self._shown.shown

    async def wait_until_loaded(self) -> None:
        """Return when the shown conversation has been read."""
        await self._shown.wait_until_loaded()

    # Which conversation

    def new(self, *, afresh: bool = False) -> None:
        """Begin a conversation, or, unless ``afresh``, go on with one that is still empty."""
        self.keep_draft()
        current = self.shown
        if afresh or current is None or not self._conversations.is_pristine(current):
            endpoint = self._endpoints.default()
            conversation = self._conversations.create(
                endpoint_id=endpoint.id if endpoint else None,
                model=self._endpoints.model_for_new(),
            )
            self.show(conversation.id)
        self._window.composer.setFocus()

    def show(self, conversation_id: ConversationId) -> None:
        """Show a conversation; reading it does not hold up the window."""
        if conversation_id == self.shown:
            return
        self._shown.wanted = conversation_id
        if conversation_id in self._conversations:
            self._show(conversation_id)
        else:
            self._said.start(self._fetch(conversation_id), "fetch")

    async def _fetch(self, conversation_id: ConversationId) -> None:
        with suppress(KeyError):  # it was deleted for good in the meantime
            await self._conversations.fetch(conversation_id)
            if conversation_id == self._shown.wanted:
                self._show(conversation_id)

    def _show(self, conversation_id: ConversationId) -> None:
        self.keep_draft()
        self._editing.forget()
        if self._shown.here is not None:
            # Its draft is kept; what is typed from here on belongs to the other.
            self._window.composer.set_draft("")
        self._window.status_line.show_words("")
        self._shown.shown = conversation_id
        self._on_shown(conversation_id)
        self._said.start(self._load(conversation_id), "load")

    async def _load(self, conversation_id: ConversationId) -> None:
        with suppress(KeyError):  # deleted for good while it is read
            end = await self._conversations.read_end(conversation_id)
            if end and conversation_id == self.shown:
                self._window.messages.show_end(shown_end(end))
            await self._conversations.load(conversation_id)
        if conversation_id != self.shown or conversation_id not in self._conversations:
            return  # another is shown, or this one was deleted while it was read
        self._shown.set_loaded(conversation_id)
        self.loaded.emit()
        conversation, composer = self._conversations.get(conversation_id), self._window.composer
        # What was typed while it was read, or before there was anything to show, goes behind.
        composer.set_draft(conversation.draft + composer.toPlainText())
        self._window.writing.show_attachments(attachments_in(conversation.draft_attachments))
        self._show_path()
        self._status.show()
        self.send_what_was_early()

    def send_what_was_early(self) -> None:
        """Send what was to be sent before there was all that it takes, if it is there now."""
        window = self._window
        if window.sent_early and not window.is_early and self._shown.here is not None:
            window.sent_early = False
            window.composer.request_send()

    def _step(self, by: int) -> None:
        model = self._window.sidebar.model
        at = model.row_of(self.shown) if self.shown is not None else -1
        if at >= 0 and (other := model.id_at(at + by)) is not None:
            self.show(other)

    def keep_draft(self) -> None:
        """Keep what is typed and not sent."""
        self._draft_pause.stop()
        if (here := self._shown.here) is not None:
            words, attachments = self._editing.draft(self._window.writing.written())
            self._conversations.set_draft(here, words, attachments)

    # Showing

    def _on_change(self, change: Change) -> None:
        match change:
            case MessageChanged(conversation_id, message_id, _):
                if conversation_id == self._shown.here:
                    message = self._conversations.tree(conversation_id).get(message_id)
                    self._window.messages.update_message(
                        shown_message(self._conversations, message)
                    )
            case PathChanged(conversation_id) if conversation_id == self._shown.here:
                self._show_path()
            case EndpointsChanged() | ConversationChanged():
                if not self._window.messages.property("messageCount"):
                    self._show_path()

    def _show_path(self) -> None:
        if self.shown is None:
            return
        path = shown_path(self._conversations, self.shown)
        if path:
            self._window.messages.show_path(path)
        else:
            self._window.messages.clear(self._empty.state(self.shown))
