"""What a person is offered beside a failure, carried out."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

from chatapp.domain.errors import WayOut
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.generation import GenerationService
from chatapp.ui.main_window import MainWindow

Asking: TypeAlias = Callable[[ConversationId, MessageId], Coroutine[Any, Any, MessageId]]


class WaysOut:
    """``ask`` starts an answer in the shown conversation."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        endpoints: EndpointService,
        ask: Callable[[Asking, str], None],
        open_settings: Callable[[], None],
    ) -> None:
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._endpoints = endpoints
        self._ask = ask
        self._open_settings = open_settings

    def follow(self, conversation_id: ConversationId, message_id: str, way: str) -> None:
        """Do what was chosen at a failed message."""
        match way:
            case WayOut.CHOOSE_MODEL.name:
                self._window.model_picker.setFocus()
                self._window.model_picker.showPopup()
            case WayOut.LEAVE_OUT_MEDIA.name:
                self._ask(self._generation.retry_without_media, message_id)
            case WayOut.RETRY.name:
                self._ask(self._generation.retry, message_id)
            case WayOut.SEND_WITHOUT.name:
                self._send_without(conversation_id, message_id)
            case _:
                self._open_settings()

    def _send_without(self, conversation_id: ConversationId, message_id: str) -> None:
        """Leave out from now on what the server refused, and ask again."""
        failed = self._conversations.tree(conversation_id).get(MessageId(message_id))
        if failed.failure is not None and failed.endpoint_id is not None:
            field = failed.failure.refused_field
            self._endpoints.leave_out(failed.endpoint_id, failed.model, field)
            self._ask(self._generation.retry, message_id)
