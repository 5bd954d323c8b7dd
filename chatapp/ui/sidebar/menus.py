"""The menus of the list: what can be done with conversations, places and the order."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from chatapp.domain.library import Folder, ListQuery, ListRow, Place, Sort
from chatapp.domain.messages import ConversationId
from chatapp.domain.text import QT_TRANSLATE_NOOP
from chatapp.ui.icons import icon
from chatapp.ui.sidebar.wishes import Arrange, Arrangement

Wish = Callable[[Arrangement], None]
SORT_LABELS = {
    Sort.CHANGED: QT_TRANSLATE_NOOP("Sidebar", "Last change"),
    Sort.CREATED: QT_TRANSLATE_NOOP("Sidebar", "Date created"),
    Sort.TITLE: QT_TRANSLATE_NOOP("Sidebar", "Title"),
}


def popup_menu(parent: QWidget, name: str) -> QMenu:
    """Return an empty menu that goes away when it is closed."""
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def conversation_menu(
    parent: QWidget,
    rows: Sequence[ListRow],
    folders: Sequence[Folder],
    wish: Wish,
    rename: Callable[[], None],
) -> QMenu:
    """Return the menu of one or several conversations."""
    ids = [row.id for row in rows]
    menu = popup_menu(parent, "conversationMenu")
    if rows and rows[0].deleted_at is not None:
        _add_bin_rows(menu, ids, wish)
        return menu
    tr = QCoreApplication.translate
    if len(rows) == 1:
        menu.addAction(icon("edit"), tr("Sidebar", "Rename")).triggered.connect(rename)
    pinned, archived = all(r.pinned for r in rows), all(r.archived for r in rows)
    unread = all(r.unread for r in rows)
    words = tr("Sidebar", "Unpin") if pinned else tr("Sidebar", "Pin to the top")
    _add(menu, "pin", words, wish, Arrangement(Arrange.PIN, ids, "" if pinned else "1"))
    _add_folders(menu, rows, folders, wish)
    _add(menu, "tag", tr("Sidebar", "Tags…"), wish, Arrangement(Arrange.EDIT_TAGS, ids))
    words = tr("Sidebar", "Mark as read") if unread else tr("Sidebar", "Mark as unread")
    _add(menu, "unread", words, wish, Arrangement(Arrange.UNREAD, ids, "" if unread else "1"))
    menu.addSeparator()
    _add(menu, "download", tr("Sidebar", "Export…"), wish, Arrangement(Arrange.EXPORT, ids))
    words = tr("Sidebar", "Back from the archive") if archived else tr("Sidebar", "Archive")
    _add(menu, "archive", words, wish, Arrangement(Arrange.ARCHIVE, ids, "" if archived else "1"))
    _add(menu, "delete", tr("Sidebar", "Delete"), wish, Arrangement(Arrange.BIN, ids))
    return menu


def _add(menu: QMenu, drawing: str, words: str, wish: Wish, what: Arrangement) -> QAction:
    action = menu.addAction(icon(drawing), words) if drawing else menu.addAction(words)
    action.triggered.connect(lambda: wish(what))
    return action


def _add_bin_rows(menu: QMenu, ids: Sequence[ConversationId], wish: Wish) -> None:
    tr = QCoreApplication.translate
    _add(menu, "reset", tr("Sidebar", "Restore"), wish, Arrangement(Arrange.RESTORE, ids))
    _add(menu, "delete", tr("Sidebar", "Delete for good…"), wish, Arrangement(Arrange.ERASE, ids))


def _add_folders(
    menu: QMenu, rows: Sequence[ListRow], folders: Sequence[Folder], wish: Wish
) -> None:
    part = menu.addMenu(icon("folder"), QCoreApplication.translate("Sidebar", "Move to folder"))
    _fill_folders(part, rows, folders, wish)


def folders_menu(
    parent: QWidget, rows: Sequence[ListRow], folders: Sequence[Folder], wish: Wish
) -> QMenu:
    """Return the menu of the folders that conversations can be moved to."""
    menu = popup_menu(parent, "foldersMenu")
    _fill_folders(menu, rows, folders, wish)
    return menu


def _fill_folders(
    part: QMenu, rows: Sequence[ListRow], folders: Sequence[Folder], wish: Wish
) -> None:
    ids, tr = [row.id for row in rows], QCoreApplication.translate
    for folder in folders:
        name = folder.name.replace("&", "&&")
        action = _add(part, "", name, wish, Arrangement(Arrange.MOVE, ids, folder.id))
        action.setCheckable(True)
        action.setChecked(all(row.folder_id == folder.id for row in rows))
    if any(row.folder_id for row in rows):
        _add(part, "", tr("Sidebar", "No folder"), wish, Arrangement(Arrange.MOVE, ids))
    part.addSeparator()
    words = tr("Sidebar", "New folder…")
    _add(part, "add", words, wish, Arrangement(Arrange.MOVE_TO_NEW, ids))


def list_menu(
    parent: QWidget,
    shown: ListQuery,
    show: Callable[[ListQuery], None],
    new_folder: Callable[[], None],
    empty_bin: Callable[[], None],
) -> QMenu:
    """Return the menu of the whole list: its order, its places, the bin."""
    tr = QCoreApplication.translate
    menu = popup_menu(parent, "listMenu")
    # Style sheets leave the words of a section out.
    menu.addAction(tr("Sidebar", "Sort by")).setEnabled(False)
    group = QActionGroup(menu)
    for sort, label in SORT_LABELS.items():
        action = menu.addAction(tr("Sidebar", label))
        action.setCheckable(True)
        action.setChecked(sort is shown.sort)
        action.triggered.connect(lambda _=False, s=sort: show(ListQuery(shown.place, shown.key, s)))
        group.addAction(action)
    menu.addSeparator()
    for drawing, place, label in (
        ("archive", Place.ARCHIVE, tr("Sidebar", "Show the archive")),
        ("delete", Place.BIN, tr("Sidebar", "Show the bin")),
    ):
        menu.addAction(icon(drawing), label).triggered.connect(
            lambda _=False, p=place: show(ListQuery(p, sort=shown.sort))
        )
    menu.addSeparator()
    words = tr("Sidebar", "New folder…")
    menu.addAction(icon("folder"), words).triggered.connect(new_folder)
    if shown.place is Place.BIN:
        words = tr("Sidebar", "Empty the bin…")
        menu.addAction(icon("delete"), words).triggered.connect(empty_bin)
    return menu


def folder_menu(parent: QWidget, rename: Callable[[], None], delete: Callable[[], None]) -> QMenu:
    """Return the menu of a folder."""
    tr = QCoreApplication.translate
    menu = popup_menu(parent, "folderMenu")
    menu.addAction(icon("edit"), tr("Sidebar", "Rename folder")).triggered.connect(rename)
    words = tr("Sidebar", "Delete folder, keep what is in it")
    menu.addAction(icon("delete"), words).triggered.connect(delete)
    return menu
