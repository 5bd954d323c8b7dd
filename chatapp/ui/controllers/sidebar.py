"""The sidebar's controller: listing in slices, searching, renaming, and the marks."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from chatapp.domain.changes import (
    Change,
    ConversationChanged,
    ConversationsListed,
    GenerationChanged,
)
from chatapp.domain.errors import StoreError
from chatapp.domain.library import ListOrder, ListQuery, Sort, row_of
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.qtmodels.conversation_list import Snippet
from chatapp.services.conversations import ConversationService
from chatapp.services.generation import GenerationService
from chatapp.services.library import LibraryService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.store.search import Found, MessageSearch
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

SEARCH_PAUSE_MS = 15
"""Keys that come together, as from an input method, are one search."""
LONGEST_WAIT_S = 1.0
"""So long the order of all waits for the first conversation."""
HEAD = 100
"""How many rows are shown before the order of all is known."""
TITLES_FOUND = 50
Jump = Callable[[ConversationId, MessageId, tuple[str, ...]], None]


class SidebarController(QObject):
    """``choose`` shows a conversation, ``jump`` a message in it; ``current`` tells which one is
    shown."""

    def __init__(
        self,
        window: MainWindow,
        library: LibraryService,
        conversations: ConversationService,
        generation: GenerationService,
        search: MessageSearch,
        preferences: PreferenceService,
        publisher: Publisher,
        tasks: TaskScope,
        choose: Callable[[ConversationId], None],
        jump: Jump,
        current: Callable[[], ConversationId | None],
    ) -> None:
        super().__init__(window)
        self._view = window.sidebar
        self._library = library
        self._conversations = conversations
        self._generation = generation
        self._search = search
        self._preferences = preferences
        self._tasks = tasks
        self._choose = choose
        self._jump = jump
        self._current = current
        self._query = ListQuery(sort=_sort(preferences.text("list_sort")))
        self._found: Found | None = None
        self._listing: asyncio.Task[None] | None = None
        self._again = False
        self._is_free = asyncio.Event()
        self._changed: set[ConversationId] = set()
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._start_search)
        view = self._view
        view.search_changed.connect(self._on_typed)
        view.conversation_chosen.connect(self._on_chosen)
        view.rename_requested.connect(self._on_rename)
        view.model.rows_wanted.connect(
            lambda ids: tasks.wish(lambda: self._fill(ids), name="rows of the list")
        )
        publisher.subscribe(
            self._on_change, ConversationsListed, ConversationChanged, GenerationChanged
        )
        self._list_is_shown = window.action("toggleSidebar")
        window.action("renameConversation").triggered.connect(self._on_rename_wished)
        window.action("searchConversations").triggered.connect(self._on_search_wished)

    # What changed

    def _on_change(self, change: Change) -> None:
        match change:
            case ConversationsListed():
                self.show_all()
            case ConversationChanged(conversation_id):
                self._on_conversation(conversation_id)
            case GenerationChanged(conversation_id):
                self._on_generation(conversation_id)

    def _on_conversation(self, conversation_id: ConversationId) -> None:
        if conversation_id not in self._conversations:
            return
        self._changed.add(conversation_id)
        if self._view.model.query == self._query:
            self._view.model.place(row_of(self._conversations.get(conversation_id)))

    def _on_generation(self, conversation_id: ConversationId) -> None:
        running = self._generation.is_running(conversation_id)
        self._view.model.mark(conversation_id, answering=running)
        if not running and conversation_id != self._current():
            self._conversations.set_unread(conversation_id, unread=True)

    # Listing

    @property
    def query(self) -> ListQuery:
        """What is listed while nothing is searched for."""
        return self._query

    def show_place(self, query: ListQuery) -> None:
        """List another place, or in another order, which is remembered."""
        self._preferences.set("list_sort", query.sort.value)
        self._query = query
        self._view.search.clear()
        self.show_all()

    def show_all(self) -> None:
        """List what there is; a search that is open stays."""
        if self._listing is not None and not self._listing.done():
            self._again = True
            return
        self._listing = self._tasks.start(self._list(), name="list")

    async def _list(self) -> None:
        while True:
            self._again = False
            try:
                await self._list_once()
            except StoreError as error:
                self._say(translated(error.message))
            if not self._again:
                return

    async def _list_once(self) -> None:
        query, model = self._query, self._view.model
        self._changed.clear()
        if query.sort is Sort.TITLE:
            await self._conversations.settle(())  # a new title must be on disk to count
        if query != model.query or not model.rowCount():
            head = await self._library.order(query, HEAD)
            rows = await self._library.rows(head.ids)
            if query == self._query and not self._searches:
                model.query = query
                model.show(head, rows)
        await self._until_shown()
        order = await self._library.order(query)
        rows = await self._library.rows(order.ids[:HEAD])
        counts = await self._library.counts()
        self._view.folders = self._library.folders
        self._view.places_model.show(self._library.folders, counts, query)
        self._view.places.show_chosen(query)
        if query != self._query or self._searches:
            self._again = query != self._query
            return
        model.query = query
        model.show(order, rows)
        self._after_listing()

    def list_whole(self) -> None:
        """List everything from now on: the conversation that is shown has been read."""
        self._is_free.set()

    async def _until_shown(self) -> None:
        """Let the first conversation be read before the order of all, which is long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LONGEST_WAIT_S):
                await self._is_free.wait()
        self._is_free.set()

    def _after_listing(self) -> None:
        for conversation_id in self._changed:
            if conversation_id in self._conversations:
                self._view.model.place(row_of(self._conversations.get(conversation_id)))
        self._view.problem = ""
        self._view.show_list_or_words()
        if current := self._current():
            self._view.select(current)

    async def _fill(self, ids: list[ConversationId]) -> None:
        model = self._view.model
        try:
            model.fill(await self._library.rows(ids))
        except StoreError as error:
            self._say(translated(error.message))
        finally:
            model.give_up(ids)

    def _say(self, problem: str) -> None:
        self._view.problem = problem
        self._view.show_list_or_words()

    # Searching

    @property
    def _searches(self) -> bool:
        return bool(self._view.search.text().strip())

    def _on_typed(self) -> None:
        if self._searches:
            self._pause.start()
            return
        self._pause.stop()
        self._found = None
        self._view.delegate.words = ()
        self.show_all()

    def _start_search(self) -> None:
        self._tasks.wish(lambda: self._find(self._view.search.text()), name="search")

    async def _find(self, typed: str) -> None:
        try:
            found = await self._search.search(typed)
            if found is None:
                return
            titled = await self._titled(found)
            rows = await self._library.rows([*titled, *(hit.conversation_id for hit in found.hits)])
        except StoreError as error:
            self._view.model.show(ListOrder(), (), {})
            self._say(translated(error.message))
            return
        if typed != self._view.search.text():
            return
        self._found = found
        self._view.problem = ""
        self._view.delegate.words = found.query.words
        snippets = {hit.conversation_id: Snippet(hit.snippet, hit.count) for hit in found.hits}
        only_titled = [i for i in titled if i not in snippets]
        order = [*only_titled, *snippets]
        tr = QCoreApplication.translate
        groups = [(0, tr("Sidebar", "In titles"))] if only_titled else []
        if snippets:
            words = tr("Sidebar", "In messages, newest first")
            groups.append((len(only_titled), words))
        self._view.model.show(ListOrder(order, [0.0] * len(order)), rows, snippets, groups)

    async def _titled(self, found: Found) -> list[ConversationId]:
        query = found.query
        if query.has_conditions or not query.plain.strip():
            return []
        return await self._library.titled(query.plain.strip(), TITLES_FOUND)

    # Wishes

    def _on_chosen(self, chosen: str) -> None:
        conversation_id = ConversationId(chosen)
        hits = self._found.hits if self._found is not None and self._searches else ()
        for hit in hits:
            if hit.conversation_id == conversation_id and self._found is not None:
                self._jump(conversation_id, hit.message_id, self._found.query.words)
                return
        self._choose(conversation_id)

    def _on_rename_wished(self) -> None:
        """Titles are edited in the list, so the list has to be there."""
        self._list_is_shown.setChecked(True)
        self._view.rename_current()

    def _on_search_wished(self) -> None:
        self._list_is_shown.setChecked(True)
        self._view.search.setFocus()
        self._view.search.selectAll()

    def _on_rename(self, conversation_id: str, title: str) -> None:
        self._tasks.start(self._rename(ConversationId(conversation_id), title), name="rename")

    async def _rename(self, conversation_id: ConversationId, title: str) -> None:
        await self._conversations.fetch(conversation_id)
        self._conversations.rename(conversation_id, title)
        if self._query.sort is Sort.TITLE:
            self.show_all()


def _sort(stored: str) -> Sort:
    return Sort(stored) if stored in set(Sort) else Sort.CHANGED
