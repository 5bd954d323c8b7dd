"""Files that tools brought, in messages: found by their address there, and saved."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.domain.tool_files import ToolFile, bytes_of, file_at, plain_base64
from chatapp.services.conversations import ConversationService
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.file_saver import FileSaver
from chatapp.ui.main_window import MainWindow


def content_of(file: ToolFile) -> bytes:
    """Return the bytes of a file (blocking). Raises ``ChatAppError`` if they cannot be decoded."""
    data = bytes_of(plain_base64(file.encoded))
    if data is None:
        source = QT_TRANSLATE_NOOP("ToolResult", "{name} cannot be decoded.")
        raise ChatAppError(text("ToolResult", source, name=file.name))
    return data


class ResultFiles(QObject):
    """Knows the files in the messages of the shown conversation."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        tasks: TaskScope,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._saver = FileSaver(window, tasks)
        self._conversations = conversations
        self._shown = shown
        window.messages.save_file_requested.connect(self.save)

    def find(self, message_id: str, address: str) -> ToolFile | None:
        """Return a file by its message and its address there."""
        shown = self._shown()
        tree = None if shown is None else self._conversations.tree(shown)
        if tree is None or message_id not in tree:
            return None
        return file_at(tree.get(MessageId(message_id)).parts, address)

    def save(self, message_id: str, address: str) -> None:
        """Ask where a file is to be saved."""
        file = self.find(message_id, address)
        if file is not None:
            title = QCoreApplication.translate("ToolResult", "Save the file")
            self._saver.ask(title, file.name, lambda: content_of(file))
