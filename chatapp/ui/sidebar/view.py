"""The sidebar: search line, *New* button, places, and the list of conversations."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.library import BIN_DAYS, Folder, ListRow, Place
from chatapp.domain.messages import ConversationId
from chatapp.qtmodels.conversation_list import ConversationListModel, ConversationRole
from chatapp.qtmodels.places import PlaceListModel
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.sidebar.delegate import ConversationDelegate
from chatapp.ui.sidebar.grouped_list import GroupedListView
from chatapp.ui.sidebar.places_view import PlacesView
from chatapp.ui.sidebar.search_keys import SearchKeys
from chatapp.ui.sidebar.wishes import Arrange, Arrangement

if TYPE_CHECKING:
    from chatapp.ui.sidebar.selection_bar import SelectionBar

ROOMY = 220
"""From this width on (pixels) the search line and the buttons stand side by side."""


class _List(GroupedListView):
    """Keys and clicks that act on the selected conversations."""

    delete_requested = Signal()
    release_requested = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep what is selected when a heading or the room below the rows is clicked."""
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete what is selected, or let go of it; F2 and the rest are the list's."""
        if event.key() == Qt.Key.Key_Escape:
            self.release_requested.emit()
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit()
            return
        super().keyPressEvent(event)


class SidebarView(QWidget):
    """States wishes; the controllers fill the models."""

    conversation_chosen = Signal(str)
    rename_requested = Signal(str, str)
    arranged = Signal(object)
    """An ``Arrangement``."""
    search_changed = Signal(str)
    list_menu_requested = Signal(QPoint)

    def __init__(self, model: ConversationListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(scaled(160))
        self.model = model
        self.folders: Sequence[Folder] = ()
        """What conversations can be moved to."""
        self.search = self._search_line()
        self.new_button = self._button("")
        self.more_button = self._button("more")
        self.places_model = PlaceListModel(self)
        self.places = PlacesView(self.places_model, self)
        self.delegate = ConversationDelegate(model, self)
        self.list = self._list_view()
        self.problem = ""
        """Why a search found nothing, where it did not even look."""
        model.title_edited.connect(self.rename_requested)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 32, 16, 16)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._bin_hint = QLabel(self)
        self._bin_hint.setObjectName("binHint")
        self._bin_hint.setProperty("role", "muted")
        self._bin_hint.setTextFormat(Qt.TextFormat.PlainText)
        self._bin_hint.setWordWrap(True)
        self._bin_hint.setContentsMargins(10, 0, 10, 0)
        words = QCoreApplication.translate("Sidebar", "Deleted for good after {days} days.")
        self._bin_hint.setText(words.format(days=BIN_DAYS))
        self._lay_out()
        for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            changed.connect(self.show_list_or_words)
            changed.connect(self._show_selection)
        self.show_list_or_words()

    def _search_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName("conversationSearch")
        line.setClearButtonEnabled(True)
        tr = QCoreApplication.translate
        line.setPlaceholderText(tr("Sidebar", "Search messages"))
        line.setAccessibleName(tr("Sidebar", "Search all messages"))
        line.setToolTip(
            tr(
                "Sidebar",
                "Words, and if you like:\nfrom:user · model:gpt · before:2026-03 · after:2025-12-24"
                ' · tag:work · "these exact words"',
            )
        )
        sign = line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(line.placeholderText())
        line.textChanged.connect(self.search_changed)
        line.textChanged.connect(self._make_room)
        line.installEventFilter(self)
        return line

    def _button(self, drawing: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(scaled(18), scaled(18)))
        button.setProperty("variant", "icon")
        if drawing:
            button.setIcon(icon(drawing))
        return button

    def _list_view(self) -> _List:
        view = _List(self.model, self)
        view.setObjectName("conversationList")
        view.setAccessibleName(QCoreApplication.translate("Sidebar", "Conversations"))
        view.setItemDelegate(self.delegate)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setDragEnabled(True)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        view.selectionModel().selectionChanged.connect(self._show_selection)
        view.delete_requested.connect(self._delete_selected)
        view.release_requested.connect(self._release)
        view.typed.connect(self._on_typed)
        SearchKeys(self.search, self.model).first_wanted.connect(self._open_first)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.search)
        top.addSpacing(4)
        top.addWidget(self.new_button)
        top.addWidget(self.more_button)
        words = QCoreApplication.translate("Sidebar", "Order and places of the list")
        self.more_button.setObjectName("listMenuButton")
        self.more_button.setToolTip(words)
        self.more_button.setAccessibleName(words)
        self.more_button.clicked.connect(
            lambda: self.list_menu_requested.emit(
                self.more_button.mapToGlobal(QPoint(0, self.more_button.height() + 2))
            )
        )
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.places)
        layout.addWidget(self._bin_hint)
        layout.addWidget(body, 1)

    @cached_property
    def bar(self) -> "SelectionBar":
        """What can be done with several conversations; made when several are first selected."""
        from chatapp.ui.sidebar.selection_bar import SelectionBar

        bar = SelectionBar(
            self._rows_for_menu, lambda: self.folders, self.arranged.emit, self._release, self
        )
        self._column.addWidget(bar)
        return bar

    def set_new_action(self, action: QAction) -> None:
        """Let the button beside the search line begin a conversation."""
        self.new_button.setDefaultAction(action)
        self.new_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def show_list_or_words(self) -> None:
        """Show the list, or say why there is none."""
        is_bin = self.model.query.place is Place.BIN and not self.model.is_search
        self._bin_hint.setVisible(is_bin and self.model.rowCount() > 0)
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.list)
            return
        self._empty.setText(self._words_for_nothing())
        self._stack.setCurrentWidget(self._empty)

    def _words_for_nothing(self) -> str:
        tr = QCoreApplication.translate
        if self.problem:
            return self.problem
        if self.search.text():
            return tr("Sidebar", "No message contains these words.")
        return {
            Place.ALL: tr("Sidebar", "Your conversations will be listed here."),
            Place.FOLDER: tr("Sidebar", "This folder is empty. Drag conversations onto it."),
            Place.TAG: tr("Sidebar", "No conversation has this tag."),
            Place.ARCHIVE: tr("Sidebar", "The archive is empty."),
            Place.BIN: tr("Sidebar", "The bin is empty."),
        }[self.model.query.place]

    def select(self, conversation_id: ConversationId) -> None:
        """Mark a conversation as the one that is shown."""
        row = self.model.row_of(conversation_id)
        if row >= 0 and self.list.currentIndex().row() != row:
            self._mark(self.model.index(row))

    def _mark(self, index: QModelIndex) -> None:
        """Mark this row alone: the view would add it to the others while Ctrl is held, as it is
        when a key such as Ctrl+N brought another conversation."""
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, only)

    def selected_ids(self) -> list[ConversationId]:
        """Return the conversations that are marked in the list."""
        ranges = self.list.selectionModel().selection()
        rows = sorted(
            row
            for part in ranges  # type: ignore[attr-defined] # Qt's list of ranges
            for row in range(part.top(), part.bottom() + 1)
        )
        return [own_id for row in rows if (own_id := self.model.id_at(row)) is not None]

    def _show_selection(self) -> None:
        """Show what can be done with several; counted by stretches, however many they are."""
        ranges = self.list.selectionModel().selection()
        count = sum(part.height() for part in ranges)  # type: ignore[attr-defined]
        if count > 1 or "bar" in vars(self):
            self.bar.show_count(count, self.model.query.place)

    def _release(self) -> None:
        """Select only the conversation that is shown."""
        self._mark(self.list.currentIndex())
        self.list.setFocus()

    def _on_current_changed(self) -> None:
        if chosen := self.list.currentIndex().data(ConversationRole.ID):
            self.conversation_chosen.emit(chosen)

    def _open_first(self) -> None:
        first = self.model.index(0)
        self.list.setFocus()
        if self.list.currentIndex() == first:
            self._on_current_changed()
        self._mark(first)

    def _on_typed(self, letters: str) -> None:
        self.search.setFocus()
        self.search.insert(letters)

    def _delete_selected(self) -> None:
        if ids := self.selected_ids():
            kind = Arrange.ERASE if self.model.query.place is Place.BIN else Arrange.BIN
            self.arranged.emit(Arrangement(kind, ids))

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if not index.isValid():
            return
        rows = self._rows_for_menu()
        if rows:
            from chatapp.ui.sidebar.menus import conversation_menu

            menu = conversation_menu(
                self.list, rows, self.folders, self.arranged.emit, self.rename_current
            )
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _rows_for_menu(self) -> list[ListRow]:
        """Return what is selected; what was never looked at is taken as plain."""
        return [self.model.known(i) or ListRow(i, "", 0, 0) for i in self.selected_ids()]

    def rename_current(self) -> None:
        """Open the editor of the shown conversation's title."""
        is_edited = self.list.state() is QAbstractItemView.State.EditingState
        if self.list.currentIndex().isValid() and not is_edited:
            self.list.setFocus()
            self.list.edit(self.list.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the height to the list."""
        super().resizeEvent(event)
        self.places.fit_into(self.height())
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the keyboard into the search line and out of it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._make_room()
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        """Give the whole line of a narrow sidebar to what is typed into it."""
        is_used = self.search.hasFocus() or bool(self.search.text())
        is_tight = is_used and self.width() < ROOMY
        self.new_button.setHidden(is_tight)
        self.more_button.setHidden(is_tight)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in another theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.list.viewport().update()
