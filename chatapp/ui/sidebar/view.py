"""The sidebar: search line, *New* button and the list of conversations."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.messages import ConversationId
from chatapp.qtmodels.conversation_list import ConversationListModel, ConversationRole
from chatapp.ui.icons import icon
from chatapp.ui.sidebar.delegate import ConversationDelegate


class _List(QListView):
    """Keys that act on the selected conversation."""

    delete_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit()
            return
        super().keyPressEvent(event)


class SidebarView(QWidget):
    """States wishes; the controller fills the model."""

    conversation_chosen = Signal(str)
    rename_requested = Signal(str, str)
    delete_requested = Signal(str)
    search_changed = Signal(str)

    def __init__(self, model: ConversationListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setMinimumWidth(160)
        self.model = model
        self.search = self._search_line()
        self.new_button = QToolButton(self)
        self.new_button.setIconSize(QSize(18, 18))
        self.list = self._list_view()
        model.title_edited.connect(self.rename_requested)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 32, 16, 16)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        model.rowsInserted.connect(self._show_list_or_words)
        model.rowsRemoved.connect(self._show_list_or_words)
        model.modelReset.connect(self._show_list_or_words)
        self._show_list_or_words()

    def _search_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName("conversationSearch")
        line.setClearButtonEnabled(True)
        line.setPlaceholderText(QCoreApplication.translate("Sidebar", "Search all messages"))
        line.setAccessibleName(QCoreApplication.translate("Sidebar", "Search all messages"))
        line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        line.textChanged.connect(self.search_changed)
        return line

    def _list_view(self) -> QListView:
        view = _List(self)
        view.setObjectName("conversationList")
        view.setAccessibleName(QCoreApplication.translate("Sidebar", "Conversations"))
        view.setModel(self.model)
        view.setItemDelegate(ConversationDelegate(view))
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        view.delete_requested.connect(self._delete_current)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.search)
        top.addWidget(self.new_button)
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(body, 1)

    def set_new_action(self, action: QAction) -> None:
        """Let the button beside the search line begin a conversation."""
        self.new_button.setDefaultAction(action)
        self.new_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _show_list_or_words(self) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.list)
            return
        self._empty.setText(
            QCoreApplication.translate("Sidebar", "No message contains these words.")
            if self.search.text()
            else QCoreApplication.translate("Sidebar", "Your conversations will be listed here.")
        )
        self._stack.setCurrentWidget(self._empty)

    def select(self, conversation_id: ConversationId) -> None:
        """Mark a conversation as the one that is shown."""
        row = self.model.row_of(conversation_id)
        if row >= 0 and self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self.model.index(row))

    def selected_ids(self) -> list[ConversationId]:
        """Return the conversations that are marked in the list."""
        rows = self.list.selectionModel().selectedIndexes()
        return [ConversationId(row.data(ConversationRole.ID)) for row in rows]

    def _current_id(self) -> str:
        return self.list.currentIndex().data(ConversationRole.ID) or ""

    def _on_current_changed(self) -> None:
        if chosen := self._current_id():
            self.conversation_chosen.emit(chosen)

    def _delete_current(self) -> None:
        if chosen := self._current_id():
            self.delete_requested.emit(chosen)

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(icon("edit"), QCoreApplication.translate("Sidebar", "Rename"))
        delete = menu.addAction(icon("delete"), QCoreApplication.translate("Sidebar", "Delete"))
        rename.triggered.connect(lambda: self.list.edit(index))
        delete.triggered.connect(
            lambda: self.delete_requested.emit(index.data(ConversationRole.ID))
        )
        menu.popup(self.list.viewport().mapToGlobal(at))

    def rename_current(self) -> None:
        """Open the editor of the shown conversation's title."""
        if self.list.currentIndex().isValid():
            self.list.setFocus()
            self.list.edit(self.list.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.list.viewport().update()
