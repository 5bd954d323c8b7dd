"""The places above the list: folders, tags, archive and bin; conversations drop onto them."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from chatapp.domain.library import ListQuery, Place
from chatapp.qtmodels.places import PlaceListModel, PlaceRole
from chatapp.ui.icons import icon
from chatapp.ui.theme import current_theme

AnyIndex = QModelIndex | QPersistentModelIndex
MARGIN = 10
ICON = 16
MOST_OF_SIDEBAR = 0.36
"""How much of the sidebar's height the places may take; more of them scroll."""
_ICONS = {
    Place.ALL: "all",
    Place.FOLDER: "folder",
    Place.TAG: "tag",
    Place.ARCHIVE: "archive",
    Place.BIN: "delete",
}


class _PlaceDelegate(QStyledItemDelegate):
    """A drawing, a name and a number; the shown place and the one dropped onto stand out."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """One line."""
        return QSize(100, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a place."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter, option)
        area = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = area.right() - ICON + 1 if mirrored else area.left()
        box = QRect(left, area.center().y() - ICON // 2 + 1, ICON, ICON)
        icon(_ICONS[index.data(PlaceRole.PLACE)], "muted").paint(painter, box)
        room = ICON + 8
        area = area.adjusted(0, 0, -room, 0) if mirrored else area.adjusted(room, 0, 0, 0)
        trailing = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        if count := index.data(PlaceRole.COUNT):
            words = option.locale.toString(count)
            wide = option.fontMetrics.horizontalAdvance(words) + 8
            painter.setPen(current_theme().colour("muted"))
            painter.drawText(area, int(trailing), words)
            area = area.adjusted(wide, 0, 0, 0) if mirrored else area.adjusted(0, 0, -wide, 0)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        name = str(index.data()).removeprefix("#")
        elide = Qt.TextElideMode.ElideRight
        name = option.fontMetrics.elidedText(name, elide, area.width())
        leading = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(area, int(leading), name)
        painter.restore()

    @staticmethod
    def _paint_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            colour = QColor(option.palette.color(QPalette.ColorRole.Text))
            colour.setAlpha(30 if selected else 14)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)


class PlacesView(QListView):
    """Says which place is wanted; as high as what it holds, up to a limit."""

    place_chosen = Signal(object)
    """A ``ListQuery`` (without an order of its own)."""
    folder_deletion_requested = Signal(str)

    def __init__(self, model: PlaceListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._places = model
        self._most = 250
        self.setObjectName("places")
        self.setAccessibleName(QCoreApplication.translate("Sidebar", "Folders and places"))
        self.setModel(model)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        model.modelReset.connect(self._fit)
        self._fit()

    def fit_into(self, height: int) -> None:
        """Take no more than a part of the sidebar's height."""
        self._most = max(int(height * MOST_OF_SIDEBAR), 100)
        self._fit()

    def _fit(self) -> None:
        count = self._places.rowCount()
        self.setVisible(count > 1)
        height = self.sizeHintForRow(0) if count else 0
        self.setFixedHeight(min(height * count + 2, self._most))

    def _on_chosen(self, index: QModelIndex) -> None:
        row = self._places.at(index.row())
        if row is not None:
            self.place_chosen.emit(ListQuery(row.place, row.key))

    def show_chosen(self, query: ListQuery) -> None:
        """Mark the place that is listed."""
        row = self._places.row_of(query)
        index = self._places.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)

    def _show_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        row = self._places.at(index.row())
        if row is not None and row.place is Place.FOLDER:
            from chatapp.ui.sidebar.menus import folder_menu

            menu = folder_menu(
                self,
                lambda: self.edit(self._places.index(index.row())),
                lambda: self.folder_deletion_requested.emit(row.key),
            )
            menu.popup(self.viewport().mapToGlobal(at))
