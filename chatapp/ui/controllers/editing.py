"""Editing a message that was sent: in the composer, until it is sent as a new version."""

from PySide6.QtCore import QObject, Signal

from chatapp.domain.attachments import attachments_in
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation.writing_area import Written
from chatapp.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class _Edit:
    conversation_id: ConversationId
    message_id: MessageId
    draft: Written


class Editing(QObject):
    """Holds what was in the composer before, and brings it back."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._edit: _Edit | None = None
        self.asks = True
        """Whether sending asks for an answer: words of others are only saved."""
        window.edit_bar.cancel_requested.connect(self.cancel)
        window.composer.escape_pressed.connect(self.cancel)

    def begin(self, message: Message) -> None:
        """Put the words of a message into the composer; nothing changes until they are sent."""
        writing = self._window.writing
        draft = self.draft(writing.written())
        self._edit = _Edit(message.conversation_id, message.id, draft)
        self.asks = message.role is Role.USER
        writing.composer.set_draft(message.text)
        writing.show_attachments(attachments_in(message.parts))
        writing.composer.setFocus()
        self._window.edit_bar.show_for(asks=self.asks)
        self.changed.emit()

    def cancel(self) -> None:
        """Leave the message as it is; the draft of before is back."""
        if self._edit is not None:
            words, attachments = self._edit.draft
            self._window.composer.set_draft(words)
            self._window.writing.show_attachments(attachments)
            self.forget()

    def forget(self) -> None:
        """Edit no longer; the composer stays as it is."""
        self._edit = None
        self._window.edit_bar.hide()
        self.changed.emit()

    def edited_in(self, conversation_id: ConversationId) -> MessageId | None:
        """Return the message of a conversation that is being edited, if one is."""
        edit = self._edit
        return edit.message_id if edit and edit.conversation_id == conversation_id else None

    def draft(self, written: Written) -> Written:
        """Return what belongs to no message yet: ``written``, unless a message is being edited."""
        return self._edit.draft if self._edit is not None else written
