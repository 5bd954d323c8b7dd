"""What the window says while there is no message to show, and what it offers then."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.ui.conversation.empty_page import EmptyState
from chatapp.ui.main_window import MainWindow


class EmptyPageController:
    """``state`` is what the message view shows; its buttons are followed here."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        endpoints: EndpointService,
        open_settings: Callable[[], None],
    ) -> None:
        self._window = window
        self._conversations = conversations
        self._endpoints = endpoints
        self._open_settings = open_settings
        window.messages.empty_action_requested.connect(self._on_action)

    def state(self, conversation_id: ConversationId) -> EmptyState:
        """Return what a known conversation without messages says: how to begin."""
        say = QCoreApplication.translate
        if self._endpoints.default() is None and not self._endpoints.offline.is_usable:
            return EmptyState(
                say("Empty", "Begin with an endpoint"),
                say(
                    "Empty", "No offline model is installed. Any server for OpenAI clients will do."
                ),
                say("Empty", "Add an endpoint…"),
                "settings",
            )
        if self._endpoints.default() is None:
            return EmptyState(
                say("Empty", "Chat without an account"),
                say("Empty", "A small language model is built in. It runs on this computer."),
                say("Empty", "Use the offline model"),
                "offline",
                say("Empty", "Add an endpoint…"),
                "settings",
            )
        endpoint = self._endpoints.of(self._conversations.get(conversation_id))
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

    def _on_action(self, action: str) -> None:
        # Also where the keyboard is to be when the settings close: the button will be gone.
        self._window.composer.setFocus()
        if action == "offline":
            self._endpoints.add_offline()
        else:
            self._open_settings()
