"""Files on their way into a message, and what the model can do with them."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from chatapp.domain.attachments import ADDRESS_SCHEME, AttachmentKind
from chatapp.domain.changes import Change, ConversationChanged, EndpointsChanged
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId, EndpointId
from chatapp.services.attachments import AttachmentService
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.attachments.chip import AttachmentChip
from chatapp.ui.attachments.tray import MOST
from chatapp.ui.attachments.wording import left_out_words, refusal_words
from chatapp.ui.conversation.pictures import pictures
from chatapp.ui.conversation.writing_area import attach_words
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated


class AttachmentController(QObject):
    """Takes files by paste, drop or choice; says before sending what a model cannot take."""

    def __init__(
        self,
        window: MainWindow,
        attachments: AttachmentService,
        conversations: ConversationService,
        endpoints: EndpointService,
        publisher: Publisher,
        tasks: TaskScope,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._attachments = attachments
        self._conversations = conversations
        self._endpoints = endpoints
        self._tasks = tasks
        self._shown: ConversationId | None = None
        window.composer.files_given.connect(self.take_files)
        window.composer.picture_given.connect(self._take_picture)
        window.composer.draft_changed.connect(lambda _: self._show_note())
        window.action("attachFiles").triggered.connect(self._choose)
        window.writing.note_button_pressed.connect(self._try_again)
        pictures().wanted.connect(self._give_picture)
        for address in pictures().asked():
            self._give_picture(address)
        publisher.subscribe(self._on_change, EndpointsChanged, ConversationChanged)

    def show(self, conversation_id: ConversationId) -> None:
        """Follow the shown conversation."""
        self._shown = conversation_id
        self._show_note()

    # Taking files

    def take_files(self, paths: Sequence[str]) -> None:
        """Begin to read files; each shows at once and says what became of it."""
        tray = self._window.writing.tray
        for path in paths:
            if tray.is_full:
                self._say(attach_words(MOST))
                return
            chip = tray.add(Path(path).name)
            self._tasks.start(self._read(chip, Path(path)), name="attach")

    async def _read(self, chip: AttachmentChip, path: Path) -> None:
        tray = self._window.writing.tray
        try:
            tray.show_ready(chip, await self._attachments.from_file(path))
        except ChatAppError as error:
            tray.show_problem(chip, translated(error.message))

    def _take_picture(self, image: QImage) -> None:
        tray = self._window.writing.tray
        if tray.is_full:
            self._say(attach_words(MOST))
            return
        name = QCoreApplication.translate("Attachment", "Pasted picture")
        self._tasks.start(self._keep(tray.add(name), name, image), name="attach")

    async def _keep(self, chip: AttachmentChip, name: str, image: QImage) -> None:
        tray = self._window.writing.tray
        try:
            data = await asyncio.to_thread(_as_png, image)
            tray.show_ready(chip, await self._attachments.from_bytes(name, data))
        except ChatAppError as error:
            tray.show_problem(chip, translated(error.message))

    def _choose(self) -> None:
        chooser = QFileDialog(
            self._window, QCoreApplication.translate("Attachment", "Attach files")
        )
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.filesSelected.connect(self.take_files)
        chooser.finished.connect(chooser.deleteLater)
        self._window.composer.setFocus()  # where the keyboard is when the chooser closes
        chooser.open()

    # Showing

    def _give_picture(self, address: str) -> None:
        self._tasks.start(self._load_picture(address), name="picture")

    async def _load_picture(self, address: str) -> None:
        data = b""
        try:
            data = await self._attachments.data(address.removeprefix(ADDRESS_SCHEME))
        finally:
            pictures().give(address, data)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, EndpointsChanged | ConversationChanged):
            self._show_note()

    def _show_note(self) -> None:
        """Say what the model cannot take of what is attached."""
        kinds = {attachment.kind for attachment in self._window.writing.attachments()}
        kinds.discard(AttachmentKind.TEXT)
        if not kinds or self._shown is None or self._shown not in self._conversations:
            self._window.writing.show_note("")
            return
        show = self._window.writing.show_note
        endpoint_id, model = self._asked()
        if self._endpoints.learned(endpoint_id, model).without_media & kinds:
            again = QCoreApplication.translate("Attachment", "Send them again")
            show(left_out_words(model), again)
            return
        known = next((m for m in self._endpoints.models(endpoint_id) if m.id == model), None)
        refused = [k for k in sorted(kinds) if known is not None and known.takes(k) is False]
        show(refusal_words(refused[0], model) if refused else "")

    def _asked(self) -> tuple[EndpointId, str]:
        assert self._shown is not None  # noqa: S101 - the caller has looked
        conversation = self._conversations.get(self._shown)
        endpoint = self._endpoints.of(conversation)
        model = self._endpoints.model_of(conversation)
        return (endpoint.id if endpoint else EndpointId("")), model

    def _try_again(self) -> None:
        self._endpoints.try_media_again(*self._asked())
        self._show_note()

    def _say(self, words: str) -> None:
        self._window.status_line.show_words(words, role="note")


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
