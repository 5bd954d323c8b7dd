"""The result of a recorded run as the inspector shows it: what it brought besides its words."""

from collections.abc import Callable

from chatapp.domain.exchanges import ToolRun
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import ConversationId, Message, MessageId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_files import ToolFile, tool_files
from chatapp.services.conversations import ConversationService
from chatapp.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Brought:
    """What a run brought, and the message that has it."""

    message_id: str = ""
    structured: JsonValue = None
    files: tuple[ToolFile, ...] = ()


class InspectorResults:
    """Finds results in the messages of the shown conversation: a run is recorded with its words
    only, and its files are kept once, in its message."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        self._window = window
        self._conversations = conversations
        self._shown = shown

    def of(self, run: ToolRun | None) -> Brought:
        """Return what a run brought; nothing if its message is not there any more."""
        message = self._message(run) if run is not None and run.ended_at is not None else None
        if message is None:
            return Brought()
        structured = message.tool.structured if message.tool is not None else None
        return Brought(message.id, structured, tool_files(message.parts))

    def play(self, message_id: str, address: str) -> None:
        """Play a sound, as from its message."""
        self._window.messages.sound_requested.emit(message_id, address)

    def save(self, message_id: str, address: str) -> None:
        """Save a file, as from its message."""
        self._window.messages.save_file_requested.emit(message_id, address)

    def _message(self, run: ToolRun) -> Message | None:
        if run.conversation_id != self._shown():
            return None
        tree, message_id = self._conversations.tree(run.conversation_id), MessageId(run.id)
        return tree.get(message_id) if message_id in tree else None
