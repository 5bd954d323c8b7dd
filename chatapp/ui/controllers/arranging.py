"""What a person does with conversations of the list: pin, move, tag, archive, delete; each of
it can be taken back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint

from chatapp.domain.conversation import FolderId
from chatapp.domain.library import ListQuery, Place
from chatapp.domain.messages import ConversationId
from chatapp.qtmodels.places import PlaceRow
from chatapp.services.library import LibraryService, Undo
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.said_work import SaidWork
from chatapp.ui.controllers.sidebar import SidebarController
from chatapp.ui.controllers.undo import UndoController
from chatapp.ui.main_window import MainWindow
from chatapp.ui.sidebar.wishes import Arrange, Arrangement

Ids = Sequence[ConversationId]


def _say(words: str) -> str:
    return QCoreApplication.translate("Sidebar", words)


def _counted(one: str, several: str, ids: Ids) -> str:
    return one if len(ids) == 1 else several.format(count=len(ids))


class ArrangingController(QObject):
    """``leave`` shows another conversation in place of those given, if one of them is shown;
    ``show`` shows one, ``export`` takes some out."""

    def __init__(
        self,
        window: MainWindow,
        library: LibraryService,
        sidebar: SidebarController,
        undo: UndoController,
        tasks: TaskScope,
        current: Callable[[], ConversationId | None],
        leave: Callable[[Ids], Awaitable[None]],
        show: Callable[[ConversationId], None],
        export: Callable[[list[ConversationId]], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.sidebar
        self._library = library
        self._sidebar = sidebar
        self._undo = undo
        self._said = SaidWork(tasks, window.status_line)
        self._current = current
        self._leave = leave
        self._show = show
        self._export = export
        view = self._view
        view.arranged.connect(self.arrange)
        view.list_menu_requested.connect(self._show_list_menu)
        view.places.place_chosen.connect(self._on_place)
        view.places.folder_deletion_requested.connect(
            lambda i: self._said.start(self._delete_folder(FolderId(i)), "delete folder")
        )
        view.places_model.name_edited.connect(
            lambda i, name: self._said.start(
                self._rename_folder(FolderId(i), name), "rename folder"
            )
        )
        view.places_model.dropped.connect(self._on_dropped)
        window.action("deleteConversation").triggered.connect(lambda: self._on_shown(Arrange.BIN))
        window.action("archiveConversation").triggered.connect(
            lambda: self._on_shown(Arrange.ARCHIVE, "1")
        )
        window.action("pinConversation").triggered.connect(lambda: self._on_shown(Arrange.PIN, "1"))
        window.action("newFolder").triggered.connect(
            lambda: self._said.start(self._new_folder(()), "new folder")
        )
        window.action("showBin").triggered.connect(
            lambda: self._sidebar.show_place(ListQuery(Place.BIN, sort=self._sidebar.query.sort))
        )

    def _on_shown(self, kind: Arrange, value: str = "") -> None:
        if current := self._current():
            self.arrange(Arrangement(kind, (current,), value))

    def arrange(self, wish: Arrangement) -> None:
        """Do what is wished, and offer to take it back."""
        if wish.ids:
            self._said.start(self._do(wish), wish.kind.value)

    async def _do(self, wish: Arrangement) -> None:
        ids, value = wish.ids, wish.value
        work: Mapping[Arrange, Callable[[], Awaitable[object]]] = {
            Arrange.PIN: lambda: self._library.pin(ids, pinned=bool(value)),
            Arrange.UNREAD: lambda: self._library.mark_unread(ids, unread=bool(value)),
            Arrange.ARCHIVE: lambda: self._archive(ids, archived=bool(value)),
            Arrange.MOVE: lambda: self._move(ids, FolderId(value) if value else None),
            Arrange.MOVE_TO_NEW: lambda: self._new_folder(ids),
            Arrange.TAG: lambda: self._tag(ids, value),
            Arrange.EDIT_TAGS: lambda: self._edit_tags(ids),
            Arrange.EXPORT: lambda: self._take_out(ids),
            Arrange.BIN: lambda: self._bin(ids),
            Arrange.RESTORE: lambda: self._restore(ids),
            Arrange.ERASE: lambda: self._erase(ids),
        }
        await work[wish.kind]()

    async def _tag(self, ids: Ids, tag: str) -> None:
        undo = await self._library.tag(ids, [tag])
        self._offer(_say("Tagged #{tag}.").format(tag=tag), undo)

    async def _take_out(self, ids: Ids) -> None:
        self._export(list(ids))

    def _offer(self, words: str, undo: Undo, back_to: ConversationId | None = None) -> None:
        """Offer to take something back; ``back_to`` was shown before and is then shown again."""

        async def undone() -> None:
            await undo()
            if back_to is not None:
                self._show(back_to)

        self._undo.offer(words, undone)

    def _shown_of(self, ids: Ids) -> ConversationId | None:
        current = self._current()
        return current if current in ids else None

    async def _archive(self, ids: Ids, *, archived: bool) -> None:
        before = self._shown_of(ids) if archived else None
        if archived:
            await self._leave(ids)
        undo = await self._library.archive(ids, archived=archived)
        one, several = _say("Archived."), _say("Conversations archived: {count}.")
        if not archived:
            one = _say("Taken out of the archive.")
            several = _say("Conversations taken out of the archive: {count}.")
        self._offer(_counted(one, several, ids), undo, before)

    async def _move(self, ids: Ids, folder_id: FolderId | None) -> None:
        undo = await self._library.move(ids, folder_id)
        folder = self._library.folder(folder_id)
        one = _say("Taken out of its folder.")
        several = _say("Conversations taken out of their folders: {count}.")
        if folder is not None:
            one = _say("Moved to “{folder}”.").format(folder=folder.name)
            name = folder.name.replace("{", "{{").replace("}", "}}")
            several = _say("Conversations moved to “{folder}”: {count}.")
            several = several.replace("{folder}", name)
        self._offer(_counted(one, several, ids), undo)

    async def _bin(self, ids: Ids) -> None:
        row = self._view.model.known(ids[0])
        title = (row.title if row else "") or self._view.model.untitled()
        before = self._shown_of(ids)
        await self._leave(ids)
        undo = await self._library.bin(ids)
        one = _say("“{title}” was deleted.").format(title=title)
        self._offer(_counted(one, _say("Conversations deleted: {count}."), ids), undo, before)

    async def _restore(self, ids: Ids) -> None:
        undo = await self._library.restore(ids)
        words = _counted(_say("Restored."), _say("Conversations restored: {count}."), ids)
        self._offer(words, undo)

    async def _erase(self, ids: Ids) -> None:
        from chatapp.ui.dialogs import confirm

        one = _say("Delete this conversation for good?")
        sure = await confirm(
            self._window,
            _counted(one, _say("Delete {count} conversations for good?"), ids),
            _say("This cannot be undone. Backups made earlier still hold what is deleted."),
            _say("Delete for good"),
        )
        if sure:
            await self._leave(ids)
            await self._library.erase(ids)

    # Folders, tags, places

    async def _new_folder(self, ids: Ids) -> None:
        from chatapp.ui.sidebar.dialogs import ask_folder_name

        name = await ask_folder_name(self._window)
        if not name:
            return
        folder = await self._library.create_folder(name)
        if ids:
            await self._move(ids, folder.id)

    async def _rename_folder(self, folder_id: FolderId, name: str) -> None:
        folder = self._library.folder(folder_id)
        if folder is not None:
            await self._library.rename_folder(folder, name)

    async def _delete_folder(self, folder_id: FolderId) -> None:
        folder = self._library.folder(folder_id)
        if folder is None:
            return
        undo = await self._library.delete_folder(folder)
        if self._sidebar.query.key == folder_id:
            self._on_place(ListQuery())
        words = _say("The folder “{folder}” was deleted.")
        self._offer(words.format(folder=folder.name), undo)

    async def _edit_tags(self, ids: Ids) -> None:
        from chatapp.ui.sidebar.dialogs import ask_tags

        rows = await self._library.rows(ids)
        shared = [t for t in rows[0].tags if all(t in row.tags for row in rows)] if rows else []
        known = (await self._library.counts()).tags
        wanted = await ask_tags(self._window, shared, sorted(known))
        if wanted is not None:
            gone = [tag for tag in shared if tag not in wanted]
            undo = await self._library.tag(ids, wanted, gone)
            self._offer(_say("The tags were changed."), undo)

    def _on_place(self, query: ListQuery) -> None:
        self._sidebar.show_place(ListQuery(query.place, query.key, self._sidebar.query.sort))

    def _on_dropped(self, ids: list[ConversationId], onto: PlaceRow) -> None:
        kind = {
            Place.ALL: Arrange.MOVE,
            Place.FOLDER: Arrange.MOVE,
            Place.TAG: Arrange.TAG,
            Place.ARCHIVE: Arrange.ARCHIVE,
            Place.BIN: Arrange.BIN,
        }[onto.place]
        value = "1" if kind is Arrange.ARCHIVE else onto.key
        self.arrange(Arrangement(kind, ids, value))

    def _show_list_menu(self, at: QPoint) -> None:
        from chatapp.ui.sidebar.menus import list_menu

        menu = list_menu(
            self._view,
            self._sidebar.query,
            self._sidebar.show_place,
            lambda: self._said.start(self._new_folder(()), "new folder"),
            lambda: self._said.start(self._empty_bin(), "empty bin"),
        )
        menu.popup(at)

    async def _empty_bin(self) -> None:
        order = await self._library.order(ListQuery(Place.BIN))
        if order.ids:
            await self._erase(order.ids)
