"""Folders as beginnings: a new conversation is put into the folder that is listed, and one that
is still empty is set up by its folder's persona."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu

from chatapp.domain.changes import Change, ConversationChanged
from chatapp.domain.conversation import Conversation, FolderId
from chatapp.domain.library import Place
from chatapp.domain.messages import ConversationId
from chatapp.domain.prompts import Persona, is_set_up
from chatapp.services.conversations import ConversationService
from chatapp.services.library import LibraryService
from chatapp.services.prompts import PromptService
from chatapp.services.publishing import Publisher
from chatapp.ui.main_window import MainWindow


class FolderPersonas(QObject):
    """What a person has set up is never set up again."""

    def __init__(
        self,
        window: MainWindow,
        prompts: PromptService,
        library: LibraryService,
        conversations: ConversationService,
        publisher: Publisher,
        shown: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._prompts = prompts
        self._library = library
        self._conversations = conversations
        self._shown = shown
        window.action("newConversation").triggered.connect(self._on_new)
        publisher.subscribe(self._on_change, ConversationChanged)

    def add_to_menu(self, menu: QMenu) -> None:
        """Offer to choose the persona of new conversations in the shown one's folder."""
        conversation = self._current()
        folder = self._library.folder(conversation.folder_id) if conversation else None
        if folder is None or not self._prompts.personas:
            return
        words = QCoreApplication.translate("Prompts", "New chats in “{folder}”")
        part = menu.addMenu(words.format(folder=folder.name.replace("&", "&&")))
        chosen = self._prompts.folder_persona(folder.id)
        none = QCoreApplication.translate("Prompts", "No persona")
        for persona in (None, *self._prompts.personas):
            action = part.addAction(persona.name.replace("&", "&&") if persona else none)
            action.setCheckable(True)
            action.setChecked(persona == chosen)
            action.triggered.connect(
                lambda _=False, p=persona: self._prompts.set_folder_persona(folder.id, p)
            )

    def _current(self) -> Conversation | None:
        shown = self._shown()
        known = shown is not None and shown in self._conversations
        return self._conversations.get(shown) if shown is not None and known else None

    def _on_new(self) -> None:
        query, conversation = self._window.sidebar.model.query, self._current()
        if conversation is None or query.place is not Place.FOLDER:
            return
        folder = self._library.folder(query.key)
        if folder is not None and self._conversations.is_pristine(conversation.id):
            self._conversations.change(replace(conversation, folder_id=FolderId(folder.id)))

    def _on_change(self, change: Change) -> None:
        if not isinstance(change, ConversationChanged) or change.conversation_id != self._shown():
            return
        conversation = self._current()
        if conversation is None or conversation.folder_id is None or conversation.leaf_id:
            return
        persona: Persona | None = self._prompts.folder_persona(conversation.folder_id)
        if persona is not None and not is_set_up(conversation):
            self._prompts.use_persona(conversation.id, persona)
