"""Sending what is in the composer: as a message, a new version of one, or to several models."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from chatapp.domain.attachments import Attachment
from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.generation import GenerationService
from chatapp.ui.controllers.editing import Editing
from chatapp.ui.controllers.generation_status import GenerationStatusController
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.controllers.shown_conversation import ShownConversation
from chatapp.ui.main_window import MainWindow

if TYPE_CHECKING:
    from chatapp.ui.controllers.comparison import ComparisonController


class SendingController(QObject):
    """What was written stays in the composer until it is on disk."""

    wait_requested = Signal(str, str)
    """A conversation is being answered; these words are to wait for the end."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        shown: ShownConversation,
        said: SaidWork,
        editing: Editing,
        status: GenerationStatusController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._shown = shown
        self._said = said
        self._editing = editing
        self._status = status
        self.comparison: ComparisonController | None = None
        """Sends to several models, once it is there."""
        window.composer.send_requested.connect(self._on_send)
        # Why it was refused: if the disk is still full, saving the draft says so again.
        window.composer.draft_changed.connect(lambda _: window.status_line.forget_refusal())
        window.action("send").triggered.connect(window.composer.request_send)

    def _on_send(self, words: str) -> None:
        self._window.model_picker.commit()  # a name may still be half typed
        attachments = self._window.writing.attachments()
        shown = self._shown.shown
        if shown is None or self._window.is_early:
            self._window.sent_early = True  # there is nothing to send in, or to prepare it, yet
        elif self._window.writing.is_reading():
            words = QCoreApplication.translate("Attachment", "The files are still being read.")
            self._window.status_line.show_words(words, role="note")
        elif not (words.strip() or attachments):
            return
        elif self._generation.is_running(shown) and not self._editing.edited_in(shown):
            self.wait_requested.emit(shown, words)
        else:
            self._said.start(self._send(shown, words, attachments), "send")

    async def _send(
        self, conversation_id: ConversationId, words: str, attachments: tuple[Attachment, ...]
    ) -> None:
        """What was written leaves the composer only when it is on disk."""
        await self._conversations.load(conversation_id)
        edited = self._editing.edited_in(conversation_id)
        if edited is None and self.comparison and self.comparison.is_open_in(conversation_id):
            await self.comparison.send(conversation_id, words, attachments)
        elif edited is None or self._editing.asks:
            await self._generation.send(
                conversation_id, words, attachments=attachments, instead_of=edited
            )
        else:
            await self._conversations.save_edited(conversation_id, edited, words)
        self._window.status_line.show_words("")
        if edited is not None and self._editing.edited_in(conversation_id) == edited:
            self._editing.cancel()
            return
        if conversation_id == self._shown.shown and self._window.writing.written() == (
            words,
            attachments,
        ):
            self._window.composer.take()
            self._window.writing.show_attachments(())
        self._conversations.set_draft(conversation_id, "")
        self._status.show()
