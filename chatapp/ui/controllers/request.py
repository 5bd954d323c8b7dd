"""What will be sent: the parameter panel, its preview and the model picker."""

import asyncio

from PySide6.QtCore import QObject, QTimer

from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    EndpointsChanged,
    PathChanged,
)
from chatapp.domain.errors import ChatAppError
from chatapp.domain.json_value import pretty
from chatapp.domain.messages import ConversationId, EndpointId, Role
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.editing import Editing
from chatapp.ui.main_window import MainWindow
from chatapp.ui.model_picker import ModelGroup
from chatapp.ui.translation import translated

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
        endpoints: EndpointService,
        publisher: Publisher,
        tasks: TaskScope,
        editing: Editing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._endpoints = endpoints
        self._tasks = tasks
        self._editing = editing
        self._shown: ConversationId | None = None
        self._refreshing = False
        self._pause = QTimer(self, singleShot=True, interval=PREVIEW_PAUSE_MS)
        self._pause.timeout.connect(self._start_preview)
        panel, picker = window.panel, window.model_picker
        panel.fields.setting_changed.connect(self._on_setting)
        panel.system_changed.connect(self._on_system)
        panel.user_name_changed.connect(self._on_user_name)
        picker.model_chosen.connect(self._on_model)
        picker.refresh_requested.connect(self._on_refresh)
        window.composer.draft_changed.connect(lambda _: self._pause.start())
        editing.changed.connect(self._pause.start)
        window.action("toggleParameters").toggled.connect(lambda _: self._pause.start())
        publisher.subscribe(self._on_change)

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

    def _show(self) -> None:
        if self._shown is None or self._shown not in self._conversations:
            return
        conversation = self._conversations.get(self._shown)
        self._window.panel.fields.show_parameters(self._generation.next.parameters(self._shown))
        self._window.panel.show_system(
            conversation.system_text, conversation.system_role.value, conversation.user_name
        )
        endpoint = self._endpoints.of(conversation)
        self._window.model_picker.show_models(
            [
                ModelGroup(e.id, e.name, [m.id for m in self._endpoints.models(e.id)])
                for e in self._endpoints.all()
            ]
        )
        self._window.model_picker.show_choice(
            endpoint.id if endpoint else "",
            self._endpoints.model_of(conversation),
            hint=f"{endpoint.name}  {endpoint.base_url}" if endpoint else "",
        )
        self._pause.start()

    def _start_preview(self) -> None:
        if self._shown is not None and self._window.panel.isVisible():
            self._tasks.start(self._preview(self._shown), name="preview")

    async def _preview(self, conversation_id: ConversationId) -> None:
        path = self._conversations.path(conversation_id)
        attachments = self._window.writing.attachments()
        parts = [part for message in path for part in message.parts]
        parts += [attachment.to_part() for attachment in attachments]
        attached = await self._conversations.attached(parts, most=PREVIEWED_BYTES)
        build = self._generation.next.preview(
            conversation_id,
            self._window.composer.toPlainText(),
            attachments,
            attached,
            instead_of=self._editing.edited_in(conversation_id),
        )
        body = await asyncio.to_thread(lambda: pretty(build()))
        if conversation_id == self._shown:
            self._window.panel.set_preview(body)

    def _on_setting(self, name: str, setting: object) -> None:
        if self._shown is not None:
            self._conversations.set_parameter(self._shown, name, setting)  # type: ignore[arg-type]

    def _on_system(self, words: str, role: str) -> None:
        if self._shown is not None:
            self._conversations.set_system(self._shown, words, Role(role))

    def _on_user_name(self, name: str) -> None:
        if self._shown is not None:
            self._conversations.set_user_name(self._shown, name.strip())

    def _on_model(self, endpoint_id: str, model: str) -> None:
        if self._shown is not None:
            chosen = EndpointId(endpoint_id) if endpoint_id else None
            self._conversations.choose_model(self._shown, chosen, model)

    def _on_refresh(self) -> None:
        if self._shown is not None and not self._refreshing:
            endpoint = self._endpoints.of(self._conversations.get(self._shown))
            if endpoint is not None and (
                not endpoint.is_offline or self._endpoints.engine_is_ready
            ):
                self._tasks.start(self._refresh(endpoint.id), name="models")

    async def _refresh(self, endpoint_id: EndpointId) -> None:
        self._refreshing = True
        try:
            await self._endpoints.refresh_models(endpoint_id)
        except ChatAppError as error:
            self._window.status_line.show_words(translated(error.message), role="note")
        finally:
            self._refreshing = False
