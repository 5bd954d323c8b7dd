"""The bar below the list while several conversations are selected: how many, and what can be
done with all of them at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from chatapp.domain.library import Folder, ListRow, Place
from chatapp.domain.messages import ConversationId
from chatapp.ui.icons import icon
from chatapp.ui.sidebar.menus import folders_menu
from chatapp.ui.sidebar.wishes import Arrange, Arrangement
from chatapp.ui.widgets.announcing import announce

FEWEST = 2
"""From so many selected conversations on the bar is shown."""


class SelectionBar(QWidget):
    """States what is wished for all that is selected, and says to ``release`` them.

    ``rows`` tells what is selected when it is asked for: it is not kept, since a selection of
    everything is long.
    """

    def __init__(
        self,
        rows: Callable[[], list[ListRow]],
        folders: Callable[[], Sequence[Folder]],
        wish: Callable[[Arrangement], None],
        release: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("selectionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tr = QCoreApplication.translate
        self.setAccessibleName(tr("Sidebar", "Selected conversations"))
        self._rows = rows
        self._folders = folders
        self._wish = wish
        self._count = 0
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setMinimumWidth(0)
        self.label.setIndent(10)
        close = self._button("close", tr("Sidebar", "Select nothing more"), release)
        self._archive = self._wish_button("archive", Arrange.ARCHIVE, "1")
        self._move = self._button("folder", tr("Sidebar", "Move to folder"), self._show_folders)
        self._tag = self._wish_button("tag", Arrange.EDIT_TAGS)
        self._export = self._wish_button("download", Arrange.EXPORT)
        self._delete = self._wish_button("delete", Arrange.BIN)
        self._restore = self._wish_button("reset", Arrange.RESTORE)
        self._erase = self._wish_button("delete", Arrange.ERASE)
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(close)
        row.setSpacing(0)
        for button in (
            self._archive, self._move, self._tag, self._export, self._delete,
            self._restore, self._erase,
        ):  # fmt: skip
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(row)
        self.show_count(0, Place.ALL)

    def _button(self, drawing: str, words: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(drawing))
        button.setIconSize(QSize(18, 18))
        button.setProperty("variant", "icon")
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _wish_button(self, drawing: str, kind: Arrange, value: str = "") -> QToolButton:
        button = self._button(drawing, _words(kind, value), lambda: self._ask(kind))
        button.setObjectName(f"selection.{kind.value}")
        return button

    def show_count(self, count: int, place: Place) -> None:
        """Show how many are selected and what can be done with them where they are."""
        shown = count >= FEWEST
        if shown and count != self._count:
            words = QCoreApplication.translate("Sidebar", "Selected: {count}")
            self.label.setText(words.format(count=QLocale().toString(count)))
            announce(self, self.label.text())
        self._count = count if shown else 0
        is_bin = place is Place.BIN
        for button in (self._archive, self._move, self._tag, self._export, self._delete):
            button.setVisible(not is_bin)
        for button in (self._restore, self._erase):
            button.setVisible(is_bin)
        words = _words(Arrange.ARCHIVE, "" if place is Place.ARCHIVE else "1")
        self._archive.setToolTip(words)
        self._archive.setAccessibleName(words)
        self._archive.setProperty("value", "" if place is Place.ARCHIVE else "1")
        self.setVisible(shown)

    def _ask(self, kind: Arrange) -> None:
        value = str(self._archive.property("value")) if kind is Arrange.ARCHIVE else ""
        ids: list[ConversationId] = [row.id for row in self._rows()]
        if ids:
            self._wish(Arrangement(kind, ids, value))

    def _show_folders(self) -> None:
        menu = folders_menu(self, self._rows(), self._folders(), self._wish)
        menu.popup(self._move.mapToGlobal(QPoint(0, self._move.height() + 2)))


def _words(kind: Arrange, value: str) -> str:
    tr = QCoreApplication.translate
    return {
        Arrange.ARCHIVE: tr("Sidebar", "Archive")
        if value
        else tr("Sidebar", "Back from the archive"),
        Arrange.EDIT_TAGS: tr("Sidebar", "Tags…"),
        Arrange.EXPORT: tr("Sidebar", "Export…"),
        Arrange.BIN: tr("Sidebar", "Delete"),
        Arrange.RESTORE: tr("Sidebar", "Restore"),
        Arrange.ERASE: tr("Sidebar", "Delete for good…"),
    }[kind]
