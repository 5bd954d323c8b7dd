"""The sidebar's controller: listing, searching, renaming, deleting with undo."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    ConversationsListed,
    GenerationChanged,
)
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.store.search import MessageSearch
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

SEARCH_PAUSE_MS = 120


class SidebarController(QObject):
    """``choose`` shows a conversation; ``current`` tells which one is shown."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        search: MessageSearch,
        publisher: Publisher,
        tasks: TaskScope,
        choose: Callable[[ConversationId], None],
        current: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.sidebar
        self._conversations = conversations
        self._generation = generation
        self._search = search
        self._tasks = tasks
        self._choose = choose
        self._current = current
        self._restore: Callable[[], None] | None = None
        self._searches = 0
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._start_search)
        self._view.search_changed.connect(self._on_typed)
        self._view.conversation_chosen.connect(lambda i: choose(ConversationId(i)))
        self._view.rename_requested.connect(
            lambda i, title: conversations.rename(ConversationId(i), title)
        )
        self._view.delete_requested.connect(self.delete)
        publisher.subscribe(self._on_change)
        window.action("undoDelete").triggered.connect(self._undo)
        window.action("undoDelete").setEnabled(False)
        window.action("renameConversation").triggered.connect(self._view.rename_current)
        window.action("deleteConversation").triggered.connect(self._delete_shown)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, ConversationsListed) and not self._view.search.text():
            self.show_all()
        elif isinstance(change, ConversationChanged):
            if change.conversation_id in self._conversations:
                self._view.model.refresh(self._conversations.get(change.conversation_id))
        elif isinstance(change, GenerationChanged):
            running = self._generation.is_running(change.conversation_id)
            elsewhere = change.conversation_id != self._current()
            unread = True if elsewhere and not running else None
            self._view.model.mark(change.conversation_id, answering=running, unread=unread)

    def show_all(self) -> None:
        """List every conversation."""
        self._view.model.show(self._conversations.all())
        if current := self._current():
            self._view.select(current)

    def _on_typed(self, typed: str) -> None:
        if typed.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._searches += 1
            self.show_all()

    def _start_search(self) -> None:
        self._searches += 1
        typed = self._view.search.text()
        self._tasks.start(self._find(typed, self._searches), name="search")

    async def _find(self, typed: str, number: int) -> None:
        hits = await self._search.search(typed)
        if number != self._searches:
            return
        snippets: dict[ConversationId, str] = {}
        for hit in hits:
            snippets.setdefault(hit.conversation_id, hit.snippet)
        rows = [
            c
            for c in self._conversations.all()
            if c.id in snippets or typed.strip().lower() in c.title.lower()
        ]
        self._view.model.show(rows, snippets)

    def _delete_shown(self) -> None:
        if current := self._current():
            self.delete(current)

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation; the person can take it back."""
        self._tasks.start(self._delete(ConversationId(conversation_id)), name="delete")

    async def _delete(self, conversation_id: ConversationId) -> None:
        self._generation.stop(conversation_id)
        title = self._conversations.get(conversation_id).title or self._view.model.untitled()
        was_shown = conversation_id == self._current()
        try:
            self._restore = await self._conversations.delete(conversation_id)
        except ChatAppError as error:
            self._window.status_line.show_words(translated(error.message), role="problem")
            return
        self._window.action("undoDelete").setEnabled(True)
        if was_shown and (rest := self._conversations.all()):
            self._choose(rest[0].id)
        elif was_shown:
            self._window.action("newConversation").trigger()
        self._window.notices.show_notice(
            "deleted",
            QCoreApplication.translate("Sidebar", "“{title}” was deleted.").format(title=title),
            role="plain",
            button=QCoreApplication.translate("Sidebar", "Undo"),
            on_button=self._undo,
            passing=True,
        )

    def _undo(self) -> None:
        if self._restore is not None:
            self._restore()
            self._restore = None
            self._window.action("undoDelete").setEnabled(False)
            self._window.notices.remove("deleted")
