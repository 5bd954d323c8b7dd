"""Where values come from and what servers refuse: layers, learned limits, an answer's settings."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    EndpointsChanged,
    PathChanged,
)
from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, Message, MessageId
from chatapp.domain.parameter_layers import Layer, Setting
from chatapp.domain.settings_comparison import Compared, restored
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.ui.main_window import MainWindow

if TYPE_CHECKING:
    from chatapp.ui.parameters.answer_settings import AnswerSettings


class ProvenanceController(QObject):
    """Carries out what is wished about layers and limits of the shown conversation."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        publisher: Publisher,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._endpoints = endpoints
        self._shown = shown
        self._dialog: AnswerSettings | None = None
        self._answer: Message | None = None
        fields = window.panel.fields
        fields.layer_changed.connect(self._set_at)
        fields.limit_changed.connect(self._set_limit)
        window.panel.learned.forget_requested.connect(self._forget)
        window.messages.settings_requested.connect(self.open_settings_of)
        publisher.subscribe(self._on_change, EndpointsChanged, ConversationChanged, PathChanged)

    # Layers

    def _conversation(self) -> Conversation | None:
        shown = self._shown()
        known = shown is not None and shown in self._conversations
        return self._conversations.get(shown) if shown is not None and known else None

    def _set_at(self, name: str, layer: Layer, setting: Setting | None) -> None:
        conversation = self._conversation()
        if conversation is None:
            return
        match layer:
            case Layer.MESSAGE:
                self._generation.next.set(conversation.id, name, setting)
            case Layer.CONVERSATION:
                self._conversations.set_parameter(conversation.id, name, setting)
            case Layer.PRESET:
                self._conversations.set_preset_parameter(conversation.id, name, setting)
            case Layer.ENDPOINT:
                self._set_at_endpoint(conversation, name, setting)
            case Layer.APP:
                return  # the app's own values are covered, never changed

    def _set_at_endpoint(
        self, conversation: Conversation, name: str, setting: Setting | None
    ) -> None:
        endpoint = self._endpoints.of(conversation)
        if endpoint is None:
            return
        settings = {n: s for n, s in endpoint.settings.items() if n != name}
        if setting is not None:
            settings[name] = setting
        self._endpoints.put(replace(endpoint, settings=settings))
        words = QCoreApplication.translate(
            "Provenance", "The default of {field} at “{endpoint}” was changed."
        )
        self._offer_undo(
            words.format(field=name, endpoint=endpoint.name), lambda: self._endpoints.put(endpoint)
        )

    def _offer_undo(self, words: str, undo: Callable[[], object]) -> None:
        self._window.notices.show_notice(
            "settings",
            words,
            role="plain",
            button=QCoreApplication.translate("Provenance", "Undo"),
            on_button=undo,
            passing=True,
        )

    # What servers refuse

    def _set_limit(self, name: str, leave_out: bool) -> None:
        conversation = self._conversation()
        endpoint = self._endpoints.of(conversation) if conversation else None
        if conversation is None or endpoint is None:
            return
        model = self._endpoints.model_of(conversation)
        if leave_out:
            self._endpoints.leave_out(endpoint.id, model, name)
        else:
            self._endpoints.forget(endpoint.id, model, name)

    def _forget(self) -> None:
        conversation = self._conversation()
        endpoint = self._endpoints.of(conversation) if conversation else None
        if conversation is not None and endpoint is not None:
            self._endpoints.forget(endpoint.id, self._endpoints.model_of(conversation))

    def _show_learned(self) -> None:
        conversation = self._conversation()
        endpoint = self._endpoints.of(conversation) if conversation else None
        if conversation is not None and endpoint is not None:
            learned = self._endpoints.learned(endpoint.id, self._endpoints.model_of(conversation))
            self._window.panel.learned.show_learned(learned)

    # The settings of an answer

    def open_settings_of(self, message_id: str) -> None:
        """Show what an answer was made with, beside what would be sent now."""
        conversation = self._conversation()
        if conversation is None:
            return
        self._answer = self._conversations.tree(conversation.id).get(MessageId(message_id))
        if self._dialog is None:
            from chatapp.ui.parameters.answer_settings import AnswerSettings

            self._dialog = AnswerSettings(self._window)
            self._dialog.restore_requested.connect(self._restore)
            self._dialog.finished.connect(self._on_closed)
        self._show_answer()
        if self._dialog.isVisible():
            self._dialog.raise_()
        self._dialog.show()

    def _on_closed(self) -> None:
        dialog, self._dialog, self._answer = self._dialog, None, None
        if dialog is not None:
            dialog.deleteLater()

    def _show_answer(self) -> None:
        conversation = self._conversation()
        if self._dialog is None or self._answer is None or conversation is None:
            return
        if self._answer.conversation_id != conversation.id:
            self._dialog.close()
            return
        self._dialog.show_bodies(
            self._answer.sent_body, self._generation.next.body(conversation.id)
        )

    def _restore(self, rows: tuple[Compared, ...]) -> None:
        """Have the next message sent as the answer was, by the conversation's own settings."""
        before = self._conversation()
        if before is None:
            return
        settings = {**before.settings, **restored(rows)}
        model = next((r.then.value for r in rows if r.name == "model" and r.then), before.model)
        self._conversations.change(replace(before, settings=settings, model=str(model)))
        for name in restored(rows):
            if name in self._generation.next.settings(before.id):
                self._generation.next.set(before.id, name, None)
        self._offer_undo(
            QCoreApplication.translate(
                "Provenance", "The settings of the answer are in use again."
            ),
            lambda: self._undo(before),
        )

    def _undo(self, before: Conversation) -> None:
        if before.id in self._conversations:
            now = self._conversations.get(before.id)
            self._conversations.change(replace(now, settings=before.settings, model=before.model))

    def _on_change(self, change: Change) -> None:
        match change:
            case ConversationChanged(conversation_id) | PathChanged(conversation_id):
                if conversation_id == self._shown():
                    self._show_learned()
                    self._show_answer()
            case EndpointsChanged():
                self._show_learned()
                self._show_answer()
