"""The shown conversation's controller: messages, composer, status, what may be sent."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from chatapp.domain.attachments import Attachment, attachments_in
from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    EndpointsChanged,
    EngineChanged,
    GenerationChanged,
    MessageChanged,
    PathChanged,
)
from chatapp.domain.engine_state import EnginePhase
from chatapp.domain.errors import ChatAppError
from chatapp.domain.generation import Phase
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.editing import Editing
from chatapp.ui.controllers.shown_messages import (
    conversations_step,
    shown_end,
    shown_message,
    shown_path,
)
from chatapp.ui.controllers.ways_out import Asking, WaysOut
from chatapp.ui.conversation.empty_page import EmptyState
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

if TYPE_CHECKING:
    from chatapp.ui.controllers.comparison import ComparisonController

DRAFT_PAUSE_MS = 1000


class ConversationController(QObject):
    """Shows one conversation at a time; what runs elsewhere goes on without it."""

    loaded = Signal()
    """All messages of the conversation that is shown are there."""
    wait_requested = Signal(str, str)
    """A conversation is being answered; these words are to wait for the end."""
    undoable = Signal(str, object)
    """Something was deleted: what, and what brings it back."""

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
        self._generation = generation
        self._endpoints = endpoints
        self._tasks = tasks
        self._on_shown = on_shown
        self._open_settings = open_settings
        self.shown: ConversationId | None = None
        self.comparison: ComparisonController | None = None
        self._editing = editing
        self._wanted: ConversationId | None = None
        self._loaded: ConversationId | None = None
        self._loading = asyncio.Event()
        self._draft_pause = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        self._draft_pause.timeout.connect(self.keep_draft)
        self._countdown = QTimer(self, interval=250)
        self._countdown.timeout.connect(self._show_status)
        self._ways_out = WaysOut(
            window, conversations, generation, endpoints, self._ask, open_settings
        )
        self._connect_views()
        publisher.subscribe(self._on_change)

    def _connect_views(self) -> None:
        window, view = self._window, self._window.messages
        window.composer.send_requested.connect(self._on_send)
        window.composer.draft_changed.connect(lambda _: self._draft_pause.start())
        window.action("send").triggered.connect(window.composer.request_send)
        window.action("stop").triggered.connect(lambda: self._with_shown(self._generation.stop))
        window.action("newConversation").triggered.connect(lambda _=False: self.new())
        window.action("regenerate").triggered.connect(self._regenerate_last)
        window.action("findInConversation").triggered.connect(view.open_find)
        window.action("nextConversation").triggered.connect(lambda: self._step(1))
        window.action("previousConversation").triggered.connect(lambda: self._step(-1))
        window.action("focusComposer").triggered.connect(window.composer.setFocus)
        window.status_line.button_pressed.connect(self._on_status_button)
        view.regenerate_requested.connect(lambda i: self._ask(self._generation.regenerate, i))
        view.retry_requested.connect(lambda i: self._ask(self._generation.retry, i))
        view.continue_requested.connect(lambda i: self._ask(self._generation.continue_answer, i))
        view.sibling_requested.connect(
            lambda i, step: self._with_shown(conversations_step(self._conversations, i, step))
        )
        keep = self._conversations.keep_choice
        view.choice_requested.connect(lambda i, at: self._with_shown(lambda c: keep(c, i, at)))
        view.delete_requested.connect(self._on_delete)
        view.edit_requested.connect(self._on_edit)
        view.way_out_requested.connect(
            lambda i, way: self._with_shown(lambda c: self._ways_out.follow(c, i, way))
        )
        view.empty_action_requested.connect(self._on_empty_action)

    def _start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        self._tasks.start(self._said(work), name=name)

    async def _said(self, work: Coroutine[Any, Any, Any]) -> None:
        """Say in words what a person can act on."""
        try:
            await work
        except ChatAppError as error:
            hint = " " + translated(error.hint) if error.hint else ""
            self._window.status_line.show_words(translated(error.message) + hint, role="problem")

    @property
    def _here(self) -> ConversationId | None:
        """The shown conversation, once all of it has been read."""
        return self._loaded if self._loaded == self.shown else None

    def _with_shown(self, act: Callable[[ConversationId], object]) -> None:
        if self._here is not None:
            act(self._here)

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
        self._wanted = conversation_id
        if conversation_id in self._conversations:
            self._show(conversation_id)
        else:
            self._start(self._fetch(conversation_id), "fetch")

    async def _fetch(self, conversation_id: ConversationId) -> None:
        with suppress(KeyError):  # it was deleted for good in the meantime
            await self._conversations.fetch(conversation_id)
            if conversation_id == self._wanted:
                self._show(conversation_id)

    def _show(self, conversation_id: ConversationId) -> None:
        self.keep_draft()
        self._editing.forget()
        if self._loaded is not None and self._loaded == self.shown:
            # Its draft is kept; what is typed from here on belongs to the other.
            self._window.composer.set_draft("")
        self._window.status_line.show_words("")
        self.shown = conversation_id
        self._on_shown(conversation_id)
        self._start(self._load(conversation_id), "load")

    async def _load(self, conversation_id: ConversationId) -> None:
        end = await self._conversations.read_end(conversation_id)
        if end and conversation_id == self.shown:
            self._window.messages.show_end(shown_end(end))
        await self._conversations.load(conversation_id)
        if conversation_id != self.shown:
            return
        self._loaded = conversation_id
        self._loading.set()
        self.loaded.emit()
        conversation, composer = self._conversations.get(conversation_id), self._window.composer
        # What was typed while it was read, or before there was anything to show, goes behind.
        composer.set_draft(conversation.draft + composer.toPlainText())
        self._window.writing.show_attachments(attachments_in(conversation.draft_attachments))
        self._show_path()
        self._show_status()
        if self._window.sent_early:
            self._window.sent_early = False
            self._window.composer.request_send()

    def _step(self, by: int) -> None:
        model = self._window.sidebar.model
        at = model.row_of(self.shown) if self.shown is not None else -1
        if at >= 0 and (other := model.id_at(at + by)) is not None:
            self.show(other)

    def keep_draft(self) -> None:
        """Keep what is typed and not sent."""
        self._draft_pause.stop()
        if self._loaded is not None and self._loaded == self.shown:
            words, attachments = self._editing.draft(self._window.writing.written())
            self._conversations.set_draft(self._loaded, words, attachments)

    # Showing

    def _on_change(self, change: Change) -> None:
        match change:
            case MessageChanged(conversation_id, message_id, _):
                if conversation_id == self._loaded == self.shown:
                    message = self._conversations.tree(conversation_id).get(message_id)
                    self._window.messages.update_message(
                        shown_message(self._conversations, message)
                    )
            case PathChanged(conversation_id) if conversation_id == self._loaded == self.shown:
                self._show_path()
            case GenerationChanged(conversation_id) if conversation_id == self.shown:
                self._show_status()
            case EngineChanged():
                self._show_status()
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
            self._window.messages.clear(self._empty_state())

    def _empty_state(self) -> EmptyState:
        say = QCoreApplication.translate
        if self._endpoints.default() is None:
            return EmptyState(
                say("Empty", "Chat without an account"),
                say("Empty", "A small language model is built in. It runs on this computer."),
                say("Empty", "Use the offline model"),
                "offline",
                say("Empty", "Add an endpoint…"),
                "settings",
            )
        endpoint = self._endpoints.of(self._conversations.get(self.shown)) if self.shown else None
        if endpoint is not None and self._endpoints.misses_key(endpoint):
            return EmptyState(
                say("Empty", "{name} needs a key").format(name=endpoint.name),
                say("Empty", "It goes into the system's keyring and nowhere else."),
                say("Empty", "Enter the key"),
                "settings",
            )
        return EmptyState(
            say("Empty", "What is on your mind?"), say("Empty", "Write a message below.")
        )

    def _on_empty_action(self, action: str) -> None:
        if action == "offline":
            self._endpoints.add_offline()
            self._window.composer.setFocus()
        else:
            self._open_settings()

    def _show_status(self) -> None:
        if self.shown is None:
            return
        status = self._generation.status(self.shown)
        self._window.show_running(running=status.is_running)
        say = QCoreApplication.translate
        line = self._window.status_line
        counted = self._countdown.isActive()
        self._countdown.stop()
        match status.phase:
            case Phase.STARTING_ENGINE:
                done = self._endpoints.offline.state.progress
                line.show_words(
                    say("Status", "Starting the offline model…"),
                    progress=-1 if done is None else done,
                )
            case Phase.SENDING:
                line.show_words(say("Status", "Waiting for the answer…"))
            case Phase.STREAMING:
                line.show_words("")
            case Phase.APPROVAL | Phase.RUNNING_TOOLS | Phase.ROUND_LIMIT:
                line.show_words(tool_phase_words(status.phase))
            case Phase.RETRY_WAIT:
                self._countdown.start()
                left = max(round((status.retry_at or 0) - time.monotonic()), 0)
                note = translated(status.note) if status.note else ""
                line.show_words(
                    say("Status", "{note} Trying again in {seconds} s.").format(
                        note=note, seconds=left
                    ),
                    buttons=(say("Status", "Try now"), say("Status", "Cancel")),
                    role="note",
                )
            case Phase.IDLE:
                failed = self._endpoints.offline.state.phase is EnginePhase.FAILED
                endpoint = self._endpoints.of(self._conversations.get(self.shown))
                problem = self._endpoints.offline.state.problem
                if failed and endpoint is not None and endpoint.is_offline and problem:
                    line.show_words(translated(problem), role="note")
                elif counted or line.role == "muted":
                    line.show_words("")

    def _on_status_button(self, number: int) -> None:
        self._with_shown(self._generation.retry_now if number == 0 else self._generation.stop)

    # Wishes

    def _on_send(self, words: str) -> None:
        attachments = self._window.writing.attachments()
        if self.shown is None:
            self._window.sent_early = True  # there is nothing to send in yet
        elif self._window.writing.is_reading():
            words = QCoreApplication.translate("Attachment", "The files are still being read.")
            self._window.status_line.show_words(words, role="note")
        elif not (words.strip() or attachments):
            return
        elif self._generation.is_running(self.shown) and not self._editing.edited_in(self.shown):
            self.wait_requested.emit(self.shown, words)
        else:
            self._start(self._send(self.shown, words, attachments), "send")

    async def _send(
        self, conversation_id: ConversationId, words: str, attachments: tuple[Attachment, ...]
    ) -> None:
        """What was written leaves the composer only when it is on disk."""
        await self._conversations.load(conversation_id)
        edited = self._editing.edited_in(conversation_id)
        if edited is None and self.comparison and self.comparison.is_open_in(conversation_id):
            await self.comparison.send(conversation_id, words, attachments)
        elif edited is None or self._editing.asks:
            await self._generation.send(
                conversation_id, words, attachments=attachments, instead_of=edited
            )
        else:
            await self._conversations.save_edited(conversation_id, edited, words)
        self._window.status_line.show_words("")
        if edited is not None and self._editing.edited_in(conversation_id) == edited:
            self._editing.cancel()
            return
        if conversation_id == self.shown and self._window.writing.written() == (words, attachments):
            self._window.composer.take()
            self._window.writing.show_attachments(())
        self._conversations.set_draft(conversation_id, "")
        self._show_status()

    def _ask(self, how: Asking, message_id: str) -> None:
        if self._here is not None:
            self._start(how(self._here, MessageId(message_id)), "answer")

    def _regenerate_last(self) -> None:
        if self._here is not None and (path := self._conversations.path(self._here)):
            self._ask(self._generation.regenerate, path[-1].id)

    def _on_edit(self, message_id: str) -> None:
        """Put a message's text back into the composer, to be sent as a new version."""
        if self._here is not None:
            message = self._conversations.tree(self._here).get(MessageId(message_id))
            if not message.status.is_running:
                self._editing.begin(message)

    def _on_delete(self, message_id: str) -> None:
        if self._here is not None and not self._generation.is_running(self._here):
            self._start(self._delete(self._here, MessageId(message_id)), "delete message")

    async def _delete(self, conversation_id: ConversationId, message_id: MessageId) -> None:
        restore = await self._conversations.delete_message(conversation_id, message_id)
        words = QCoreApplication.translate("Conversation", "The message was deleted.")
        self.undoable.emit(words, restore)

    async def wait_until_loaded(self) -> None:
        """Return when the shown conversation has been read."""
        while self.shown is None or self._wanted != self.shown or self._loaded != self.shown:
            self._loading.clear()
            await self._loading.wait()


def tool_phase_words(phase: Phase) -> str:
    """Say what a conversation does while tools are called."""
    say = QCoreApplication.translate
    words = {
        Phase.APPROVAL: say("Status", "A call of a tool waits for your decision."),
        Phase.RUNNING_TOOLS: say("Status", "Running tools…"),
        Phase.ROUND_LIMIT: say("Status", "The model would like to go on calling tools."),
    }
    return words[phase]
