"""New text for people who listen: each paragraph of an arriving answer is said when it is done."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible

from chatapp.domain.messages import MessageId
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.stage import Stage


class ReadingAloud:
    """Hands what is complete to ``say``, once; does nothing while no screen reader listens."""

    def __init__(self, stage: Stage, say: Callable[[str], None]) -> None:
        self._stage = stage
        self._say = say
        self._message: MessageId | None = None
        self._said = 0

    def follow(self, row: int) -> None:
        """Say what is new and complete in a message; its last part may still grow."""
        layout = self._stage.transcript.known_layout(row)
        if layout is None or not QAccessible.isActive():
            return
        message = layout.shown.message
        if message.id != self._message:
            self._message, self._said = message.id, 0
        texts = [part for part in layout.parts if isinstance(part, DocumentPart)]
        complete = texts[:-1] if message.status.is_running else texts
        words = []
        for part in complete[self._said :]:
            part.dress(self._stage.transcript.look)
            words.append(part.spoken())
        self._said = max(self._said, len(complete))
        if words:
            self._say("\n".join(words))
