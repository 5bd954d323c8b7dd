"""What will be sent: the parameter panel and its preview."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from chatapp.domain.abridging import abridged
from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    EndpointsChanged,
    GenerationChanged,
    MessageChanged,
    PathChanged,
)
from chatapp.domain.json_value import JsonValue, as_object, pretty
from chatapp.domain.messages import ConversationId, Role
from chatapp.services.conversations import ConversationService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.editing import Editing
from chatapp.ui.main_window import MainWindow

PREVIEW_PAUSE_MS = 120
PREVIEWED_BYTES = 4 * 1024
"""Larger attachments are left out of the preview, which says so."""


class RequestController(QObject):
    """Follows the shown conversation."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        publisher: Publisher,
        tasks: TaskScope,
        editing: Editing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._tasks = tasks
        self._editing = editing
        self._shown: ConversationId | None = None
        self._pause = QTimer(self, singleShot=True, interval=PREVIEW_PAUSE_MS)
        self._pause.timeout.connect(self.make_preview)
        self._build: Callable[[], JsonValue] | None = None
        panel = window.panel
        panel.fields.setting_changed.connect(self._on_setting)
        panel.system_changed.connect(self._on_system)
        panel.user_name_changed.connect(self._on_user_name)
        panel.preview_copied.connect(self._on_copy)
        window.composer.draft_changed.connect(lambda _: self._pause.start())
        editing.changed.connect(self._pause.start)
        window.action("toggleParameters").toggled.connect(lambda _: self._pause.start())
        publisher.subscribe(self._on_change, EndpointsChanged, ConversationChanged, PathChanged)
        publisher.subscribe(self._on_answer, GenerationChanged, MessageChanged)

    def show(self, conversation_id: ConversationId) -> None:
        """Show the fields of another conversation."""
        self._shown = conversation_id
        self._show()

    def _on_change(self, change: Change) -> None:
        match change:
            case ConversationChanged(conversation_id) | PathChanged(conversation_id):
                if conversation_id == self._shown:
                    self._show()
            case EndpointsChanged():
                self._show()

    def _on_answer(self, change: Change) -> None:
        """An answer that has ended, or of which another choice is kept, goes with the next."""
        match change:
            case GenerationChanged(conversation_id) | MessageChanged(conversation_id):
                if conversation_id == self._shown and not self._generation.is_running(self._shown):
                    self._pause.start()

    def _show(self) -> None:
        if self._shown is None or self._shown not in self._conversations:
            return
        conversation = self._conversations.get(self._shown)
        self._window.panel.fields.show_parameters(self._generation.next.parameters(self._shown))
        self._window.panel.show_system(
            conversation.system_text, conversation.system_role.value, conversation.user_name
        )
        self._pause.start()

    def make_preview(self) -> None:
        """Show the next request as it is now, if anybody can see it."""
        if (shown := self._shown) is not None and self._window.panel.isVisible():
            self._tasks.wish(lambda: self._preview(shown), name="preview")

    def _is_gone(self, conversation_id: ConversationId) -> bool:
        """Whether another is shown, or this one was deleted."""
        return conversation_id != self._shown or conversation_id not in self._conversations

    async def _preview(self, conversation_id: ConversationId) -> None:
        if self._is_gone(conversation_id):
            return
        path = self._conversations.path(conversation_id)
        attachments = self._window.writing.attachments()
        parts = [part for message in path for part in message.parts]
        parts += [attachment.to_part() for attachment in attachments]
        attached = await self._conversations.attached(parts, most=PREVIEWED_BYTES)
        if self._is_gone(conversation_id):
            return
        build = self._generation.next.preview(
            conversation_id,
            self._window.composer.toPlainText(),
            attachments,
            attached,
            instead_of=self._editing.edited_in(conversation_id),
        )
        body, is_cut = await asyncio.to_thread(_for_reading, build)
        if conversation_id == self._shown:
            self._build = build
            self._window.panel.set_preview(body, is_cut=is_cut)

    def _on_copy(self) -> None:
        if (build := self._build) is not None:
            self._tasks.wish(lambda: self._copy(build), name="copy the request")

    @staticmethod
    async def _copy(build: Callable[[], JsonValue]) -> None:
        """Copy all of it, also where only a part is shown."""
        QGuiApplication.clipboard().setText(await asyncio.to_thread(lambda: pretty(build())))

    def _on_setting(self, name: str, setting: object) -> None:
        self._window.status_line.forget_refusal()
        if self._shown is not None:
            self._conversations.set_parameter(self._shown, name, setting)  # type: ignore[arg-type]

    def _on_system(self, words: str, role: str) -> None:
        if self._shown is not None:
            self._conversations.set_system(self._shown, words, Role(role))

    def _on_user_name(self, name: str) -> None:
        if self._shown is not None:
            self._conversations.set_user_name(self._shown, name.strip())


def _for_reading(build: Callable[[], JsonValue]) -> tuple[str, bool]:
    """Return a request laid out, and whether parts of it were left out. Fit for a thread."""
    body, is_cut = abridged(as_object(build()))
    return pretty(body), is_cut
