"""Which model answers: the picker in the top bar."""

from PySide6.QtCore import QObject

from chatapp.domain.changes import Change, ConversationChanged, EndpointsChanged
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId, EndpointId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.endpoints.naming import endpoint_name
from chatapp.ui.main_window import MainWindow
from chatapp.ui.model_picker import ModelGroup
from chatapp.ui.translation import translated


class ModelController(QObject):
    """Follows the shown conversation."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        endpoints: EndpointService,
        publisher: Publisher,
        tasks: TaskScope,
    ) -> None:
        super().__init__(window)
        self._picker = window.model_picker
        self._status = window.status_line
        self._conversations = conversations
        self._endpoints = endpoints
        self._tasks = tasks
        self._shown: ConversationId | None = None
        self._refreshing = False
        self._picker.model_chosen.connect(self._on_model)
        self._picker.refresh_requested.connect(self._on_refresh)
        publisher.subscribe(self._on_change, ConversationChanged, EndpointsChanged)

    def show(self, conversation_id: ConversationId) -> None:
        """Show the model of another conversation."""
        self._shown = conversation_id
        self._show()

    def _on_change(self, change: Change) -> None:
        match change:
            case ConversationChanged(conversation_id) if conversation_id == self._shown:
                self._show()
            case EndpointsChanged():
                self._show()

    def _show(self) -> None:
        if self._shown is None or self._shown not in self._conversations:
            return
        conversation = self._conversations.get(self._shown)
        endpoint = self._endpoints.of(conversation)
        self._picker.show_models(
            [
                ModelGroup(e.id, endpoint_name(e), [m.id for m in self._endpoints.models(e.id)])
                for e in self._endpoints.all()
            ]
        )
        self._picker.show_choice(
            endpoint.id if endpoint else "",
            self._endpoints.model_of(conversation),
            hint=f"{endpoint_name(endpoint)}  {endpoint.base_url}" if endpoint else "",
        )

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
            self._status.show_words(translated(error.message), role="note")
        finally:
            self._refreshing = False
