"""The tree of the timeline: keyboard, zoom by wheel and drag, columns that fit the room."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from chatapp.qtmodels.timeline import ROW_ROLE, TURN_ROLE, Column, TimelineModel
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow
from chatapp.ui.fonts import scaled
from chatapp.ui.inspector.page_parts import colour
from chatapp.ui.theme import current_theme

if TYPE_CHECKING:
    from chatapp.ui.inspector.waterfall import Zoom

ROW_HEIGHT = 23
_WHEEL_STEP = 120
_ROOMY = 560
_NARROW = 350
_TIGHT = 220
_SPARE = 54
"""What the numbers need beside the width of their titles."""
STEP_SHARE = 0.46
"""How much of the tree's width the names of the steps get."""


class _Words(QStyledItemDelegate):
    """The words of a row: turns stand out, what failed is red, numbers keep to the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), scaled(ROW_HEIGHT)))

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        row = index.data(ROW_ROLE)
        if not isinstance(row, TimelineRow):
            return
        if index.column() in (Column.SIZE, Column.TIME):
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if row.kind in (RowKind.STEP, RowKind.PHASE):  # "Arguments · …er #2": both ends matter
            option.textElideMode = Qt.TextElideMode.ElideMiddle
        if row.is_aside and index.column() == Column.STEP:
            colour(option, "muted")
        elif row.kind is RowKind.TURN and index.column() == Column.STEP:
            option.font.setWeight(QFont.Weight.DemiBold)
        if row.kind is RowKind.PHASE:
            colour(option, "muted")
        elif row.failed and index.column() == Column.STATUS:
            colour(option, "problem")


class TimelineView(QTreeView):
    """Says which row was chosen; new turns are unfolded, the newest is kept in sight."""

    row_chosen = Signal(object)
    menu_requested = Signal(QPoint)
    delete_requested = Signal()

    def __init__(self, model: TimelineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorTree")
        self.setAccessibleName(QCoreApplication.translate("Inspector", "Timeline"))
        self.zoom: Zoom
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_requested)
        self._set_columns()
        self.selectionModel().currentChanged.connect(self._on_current)
        model.rowsInserted.connect(self._on_inserted)
        self._dragged_from: float | None = None
        self._empty_words = ""
        self._is_marking = self._is_marked = False
        self.clicked.connect(self._on_clicked)
        self.before_reading: Callable[[], None] = lambda: None
        """Brings the rows of a hidden timeline up to date, for programs that look at them."""

    def model(self) -> QAbstractItemModel:
        """Return the rows as they are now; drawing does not come this way."""
        self.before_reading()
        return super().model()

    def prepare(self) -> None:
        """Make what draws; called before the tree is first shown."""
        from chatapp.ui.inspector.waterfall import WaterfallDelegate, Zoom

        self.zoom = Zoom(self)
        self.zoom.changed.connect(self.viewport().update)
        self.setItemDelegate(_Words(self))
        self.setItemDelegateForColumn(Column.WATERFALL, WaterfallDelegate(self.zoom, self))

    def _set_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(scaled(44))
        for column, width in (
            (Column.STEP, 210),
            (Column.STATUS, 66),
            (Column.SIZE, 70),
            (Column.TIME, 70),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, scaled(width))

    def _on_current(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        self._is_marked = self._is_marking
        if isinstance(row, TimelineRow) and not self._is_marking:
            self.row_chosen.emit(row)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Choose a row that so far was only marked."""
        if self._is_marked and index.siblingAtColumn(0) == self.currentIndex().siblingAtColumn(0):
            self._on_current(index)

    def _on_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if parent.isValid():
            return
        at_end = self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() - 4
        for number in range(max(first, last - 3), last + 1):
            index = super().model().index(number, 0)
            row = index.data(ROW_ROLE)
            if not (isinstance(row, TimelineRow) and row.is_aside):
                self.expand(index)
        if at_end:
            self.scrollToBottom()

    def choose(self, index: QModelIndex, *, unfold: bool = True) -> None:
        """Choose a row and bring it into sight; ``unfold`` what is below it too."""
        if index.isValid():
            self.setCurrentIndex(index)
            if not self._is_marking:
                self._on_clicked(index)
            if unfold:
                self.expand(index)
            self.scrollTo(index)

    def mark(self, index: QModelIndex) -> None:
        """Choose a row because its partner was chosen elsewhere: nobody is told."""
        if index.isValid():
            self._is_marking = True
            self.choose(index)
            self._is_marking = False

    def current_row(self) -> TimelineRow | None:
        """Return the chosen row."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, TimelineRow) else None

    def current_turn(self) -> TimelineRow | None:
        """Return the turn that the chosen row is in."""
        row = self.currentIndex().data(TURN_ROLE)
        return row if isinstance(row, TimelineRow) else None

    def chosen_rows(self) -> list[TimelineRow]:
        """Return all chosen rows, in the order of the tree."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda i: self.visualRect(i).y())
        rows = [index.data(ROW_ROLE) for index in indexes]
        return [row for row in rows if isinstance(row, TimelineRow)]

    # Zoom

    def _waterfall_place(self, x: float) -> float | None:
        """Return where in the waterfall's column ``x`` is, 0 to 1, if it is in it."""
        left = self.columnViewportPosition(Column.WATERFALL)
        width = self.columnWidth(Column.WATERFALL)
        return (x - left) / width if left <= x and width > 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        place = self._waterfall_place(event.position().x())
        if place is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom.around(place, 1.25 ** (event.angleDelta().y() / _WHEEL_STEP))
            event.accept()
            return
        if place is not None and event.angleDelta().x():
            self.zoom.move(-event.angleDelta().x() / _WHEEL_STEP * 0.1)
        super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._waterfall_place(event.position().x())
        self._dragged_from = place if self.zoom.span < 1 else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._waterfall_place(event.position().x())
        if self._dragged_from is None or place is None:
            super().mouseMoveEvent(event)
            return
        self.zoom.move(self._dragged_from - place)
        self._dragged_from = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW_ROLE)
        if self._waterfall_place(event.position().x()) is not None:
            self._zoom_to(row, index.data(TURN_ROLE))
            return
        if isinstance(row, TimelineRow) and row.kind is not RowKind.PHASE:
            self.setExpanded(index, not self.isExpanded(index))

    def _zoom_to(self, row: object, turn: object) -> None:
        """Show a row's time across the whole width, or all again if some of it is shown."""
        from chatapp.ui.inspector.waterfall import zoom_to_row

        if self.zoom.span < 1:
            self.zoom.reset()
        elif isinstance(row, TimelineRow) and isinstance(turn, TimelineRow) and row is not turn:
            zoom_to_row(self.zoom, row, turn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus and 0 zoom the waterfall, Del deletes; the rest is the tree's."""
        factors = {Qt.Key.Key_Plus: 1.5, Qt.Key.Key_Equal: 1.5, Qt.Key.Key_Minus: 1 / 1.5}
        factor = factors.get(Qt.Key(event.key()))
        if factor is not None:
            self.zoom.around(0.5, factor)
        elif event.key() == Qt.Key.Key_0:
            self.zoom.reset()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def set_empty_words(self, words: str) -> None:
        """Say why there are no rows, whenever there are none."""
        self._empty_words = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or why there are none."""
        super().paintEvent(event)
        if self.model().rowCount() or not self._empty_words:
            return
        painter = QPainter(self.viewport())
        painter.setPen(current_theme().colour("muted"))
        room = self.viewport().rect().adjusted(16, 16, -16, -16)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self._empty_words)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        width = self.viewport().width()
        self.setColumnHidden(Column.SIZE, width < scaled(_ROOMY))
        self.setColumnHidden(Column.WATERFALL, width < scaled(_NARROW))
        self.setColumnHidden(Column.TIME, width < scaled(_TIGHT))
        share = round(width * STEP_SHARE)
        if self.isColumnHidden(Column.WATERFALL):
            others = (c for c in (Column.STATUS, Column.TIME) if not self.isColumnHidden(c))
            share = width - sum(self.header().sectionSizeHint(c) for c in others) - _SPARE
        self.setColumnWidth(Column.STEP, max(share, 110))
