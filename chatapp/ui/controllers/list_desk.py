"""What belongs to the list: its controllers, the way to a message, branches, and undo."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.generation import GenerationService
from chatapp.services.library import LibraryService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.services.titles import TitleService
from chatapp.store.search import MessageSearch
from chatapp.ui.controllers.arranging import ArrangingController
from chatapp.ui.controllers.conversation import ConversationController
from chatapp.ui.controllers.jumping import JumpController
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.controllers.sidebar import SidebarController
from chatapp.ui.controllers.undo import UndoController, UndoKey
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

if TYPE_CHECKING:
    from chatapp.ui.controllers.branches import BranchController


class ListDesk(QObject):
    """Joins the list with the conversation that is shown; ``export`` takes some out."""

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
        conversation: ConversationController,
        export: Callable[[list[ConversationId]], None],
        titles: TitleService,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._conversations = conversations
        self._preferences = preferences
        self._publisher = publisher
        self._tasks = tasks
        self._conversation = conversation
        self._branches: BranchController | None = None
        self.undo = UndoController(
            window.action("undoDelete"), window.notices, window.status_line, tasks
        )
        UndoKey(window.composer)
        conversation.wishes.undoable.connect(self.undo.offer)
        self.jumps = JumpController(window, conversations, conversation, tasks)
        self.sidebar = SidebarController(
            window, library, conversations, generation, search, preferences, publisher, tasks,
            conversation.show, self.jumps.jump, self._shown,
        )  # fmt: skip
        conversation.loaded.connect(self.sidebar.list_whole)
        self.arranging = ArrangingController(
            window, library, self.sidebar, self.undo, tasks, self._shown, self._leave,
            conversation.show, export,
        )  # fmt: skip
        self._titles = titles
        window.action("writeTitle").triggered.connect(self._write_title)
        window.action("titleModel").triggered.connect(self._choose_title_model)
        window.action("branchMap").triggered.connect(self._open_branches)

    def _shown(self) -> ConversationId | None:
        return self._conversation.shown

    def begin(self) -> None:
        """List what there is, and show what was shown last."""
        self.sidebar.show_all()
        self._tasks.start(self._show_last(), name="show last")

    async def _show_last(self) -> None:
        """Show the conversation that was shown last, or the first of the list, or a new one."""
        last = ConversationId(self._preferences.text("last_conversation"))
        with suppress(KeyError):
            if (await self._conversations.fetch(last)).deleted_at is None:
                self._conversation.show(last)
                return
        await self._leave((last,))

    async def _leave(self, ids: Sequence[ConversationId]) -> None:
        """Show another conversation if one of ``ids`` is shown, or none is."""
        shown = self._conversation.shown
        if shown is not None and shown not in ids:
            return
        order = await self._library.order(self.sidebar.query, len(ids) + 1)
        other = next((i for i in order.ids if i not in ids), None)
        if other is not None:
            await self._conversations.fetch(other)
            self._conversation.show(other)
        else:
            self._conversation.new(afresh=True)

    def on_shown(self, shown: ConversationId) -> None:
        """Mark a conversation that is shown now, and remember it."""
        self._conversations.set_unread(shown, unread=False)
        self._window.sidebar.select(shown)
        self._preferences.set("last_conversation", shown)

    def _write_title(self) -> None:
        if (shown := self._shown()) is not None:
            self._tasks.start(self._written(shown), name="title")

    async def _written(self, conversation_id: ConversationId) -> None:
        line = self._window.status_line
        line.show_words(QCoreApplication.translate("Titles", "Writing a title…"))
        try:
            await self._titles.write(conversation_id)
        except ChatAppError as error:
            line.show_words(translated(error.message), role="problem")
        except KeyError:  # it was deleted for good before it was read
            line.show_words("")
        else:
            line.show_words("")

    def _choose_title_model(self) -> None:
        shown = self._shown()
        model = self._titles.use_model_of(shown) if shown is not None else ""
        words = QCoreApplication.translate("Titles", "Choose a model for this conversation first.")
        if model:
            words = QCoreApplication.translate("Titles", "{model} writes the titles from now on.")
        self._window.notices.show_notice(
            "titles", words.format(model=model), role="plain", passing=True
        )

    def _open_branches(self) -> None:
        if self._branches is None:
            from chatapp.ui.controllers.branches import BranchController

            self._branches = BranchController(
                self._window,
                self._conversations,
                self._publisher,
                self._shown,
                self.jumps.jump,
                SaidWork(self._tasks, self._window.status_line),
            )
            self._conversation.loaded.connect(self._branches.on_shown)
        self._branches.open()
