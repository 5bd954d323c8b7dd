"""A list of equally high rows with a heading above each group, the same speed for any length.

``QListView`` lays out every row; here a row's place is computed from its number and the few
headings before it, so nothing grows with the list. The heading of the topmost group stays at
the upper edge while its rows scroll below it.
"""

from bisect import bisect_right

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QFont, QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from chatapp.qtmodels.conversation_list import ConversationListModel
from chatapp.ui.theme import current_theme
from chatapp.ui.widgets.own_viewport import give_viewport

_NO_MODIFIERS = Qt.KeyboardModifier.NoModifier
Cursor = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint
AnyIndex = QModelIndex | QPersistentModelIndex
HEADING_SPACE = 12


class GroupedListView(QListView):
    """Shows a ``ConversationListModel`` with its groups; rows are painted by the delegate."""

    typed = Signal(str)
    """Letters were typed while the list had the keyboard."""

    def __init__(self, model: ConversationListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._source = model
        self._starts: list[int] = []
        self._labels: list[str] = []
        self.setModel(model)
        self.setMouseTracking(True)
        model.groups_changed.connect(self._on_groups)

    # Where things are

    def _on_groups(self) -> None:
        groups = self._source.groups()
        self._starts = [row for row, _ in groups]
        self._labels = [words for _, words in groups]
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _row_height(self) -> int:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return self.itemDelegate().sizeHint(option, self._source.index(0)).height()

    def _heading_height(self) -> int:
        return self.fontMetrics().height() + HEADING_SPACE

    def _top_of(self, row: int) -> int:
        """Return where a row begins, from the top of everything."""
        headings = bisect_right(self._starts, row)
        return row * self._row_height() + headings * self._heading_height()

    def _row_at(self, y: int) -> int:
        """Return the row at a height from the top of everything; -1 on a heading or below."""
        height, heading = self._row_height(), self._heading_height()
        tops = [start * height + at * heading for at, start in enumerate(self._starts)]
        group = bisect_right(tops, y) - 1
        if group < 0:
            row = y // height
        else:
            inside = y - tops[group] - heading
            row = self._starts[group] + inside // height if inside >= 0 else -1
        return row if 0 <= row < self._source.rowCount() else -1

    def _full_height(self) -> int:
        count = self._source.rowCount()
        return count * self._row_height() + len(self._starts) * self._heading_height()

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Rows are as wide as the list."""
        return 0

    def isIndexHidden(self, index: AnyIndex) -> bool:  # noqa: ARG002 - as Qt has it
        """No row is hidden."""
        return False

    def visualRect(self, index: AnyIndex) -> QRect:
        """Return where a row is in the viewport."""
        if not index.isValid():
            return QRect()
        top = self._top_of(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._row_height())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        if self._labels and point.y() < self._sticky_rect().bottom():
            return QModelIndex()
        row = self._row_at(point.y() + self.verticalOffset())
        return self._source.index(row) if row >= 0 else QModelIndex()

    def viewportSizeHint(self) -> QSize:
        """Return the size of a short list."""
        return QSize(200, 300)

    # Scrolling and keys

    def doItemsLayout(self) -> None:
        """Nothing is laid out; only the scroll bar must know how much there is."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Set the scroll bar."""
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._row_height())
        bar.setRange(0, max(self._full_height() - self.viewport().height(), 0))
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scroll bar right."""
        QAbstractItemView.resizeEvent(self, event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - as Qt has it
        """Paint again: the heading at the upper edge does not move with the rows."""
        self.viewport().update()

    def scrollTo(self, index: AnyIndex, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row into view, below the heading at the upper edge."""
        if not index.isValid():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self._top_of(index.row())
        bottom = top + self._row_height()
        above = top - (self._heading_height() if self._labels else 0)
        if hint is Hint.PositionAtCenter:
            bar.setValue((top + bottom - height) // 2)
        elif hint is Hint.PositionAtTop or above < bar.value():
            bar.setValue(above)
        elif hint is Hint.PositionAtBottom or bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002
        """Return the row that a key leads to."""
        count, row = self._source.rowCount(), self.currentIndex().row()
        page = max(self.viewport().height() // self._row_height() - 1, 1)
        steps = {
            Cursor.MoveUp: row - 1,
            Cursor.MovePrevious: row - 1,
            Cursor.MoveDown: row + 1,
            Cursor.MoveNext: row + 1,
            Cursor.MovePageUp: row - page,
            Cursor.MovePageDown: row + page,
            Cursor.MoveHome: 0,
            Cursor.MoveEnd: count - 1,
        }
        return self._source.index(min(max(steps.get(action, row), 0), count - 1))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows within a rectangle."""
        offset = self.verticalOffset()
        first = self._nearest_row(rect.normalized().top() + offset)
        last = self._nearest_row(rect.normalized().bottom() + offset)
        selection = QItemSelection()
        if first <= last and self._source.rowCount():
            selection.select(self._source.index(first), self._source.index(last))
        self.selectionModel().select(selection, command)

    def _nearest_row(self, y: int) -> int:
        row = self._row_at(y)
        if row < 0:
            row = self._row_at(y + self._heading_height())
        return row if row >= 0 else (0 if y < 0 else self._source.rowCount() - 1)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where selected rows are, as far as they can be seen."""
        region = QRegion()
        for part in selection:  # type: ignore[attr-defined] # Qt's list of ranges
            top = self._top_of(part.top()) - self.verticalOffset()
            bottom = self._top_of(part.bottom()) - self.verticalOffset() + self._row_height()
            band = QRect(0, top, self.viewport().width(), bottom - top)
            region += band.intersected(self.viewport().rect())
        return region

    def keyboardSearch(self, search: str) -> None:
        """Typing goes on in the search line, which looks into everything."""
        self.typed.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space be a letter only where it would search."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() == _NO_MODIFIERS:
            event.ignore()
            return
        super().keyPressEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows and headings that can be seen."""
        painter = QPainter(self.viewport())
        first, last = self._visible_rows(event.rect())
        hovered = self._hovered_row()
        for row in range(first, last + 1):
            self._paint_row(painter, row, is_hovered=row == hovered)
        for at, start in enumerate(self._starts):
            if first <= start <= last + 1:
                self._paint_heading(painter, at, self._heading_rect(at))
        if self._labels and self._source.rowCount():
            self._paint_sticky(painter)
        painter.end()

    def _visible_rows(self, area: QRect) -> tuple[int, int]:
        offset = self.verticalOffset()
        first = self._nearest_row(max(area.top() + offset - self._heading_height(), 0))
        last = self._nearest_row(area.bottom() + offset)
        return max(first, 0), last

    def _hovered_row(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()

    def _paint_row(self, painter: QPainter, row: int, *, is_hovered: bool) -> None:
        index = self._source.index(row)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        state = QStyle.StateFlag.State_Enabled
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if is_hovered:
            state |= QStyle.StateFlag.State_MouseOver
        if index == self.currentIndex() and self.hasFocus():
            state |= QStyle.StateFlag.State_HasFocus
        option.state = state
        self.itemDelegate().paint(painter, option, index)

    def _heading_rect(self, group: int) -> QRect:
        top = self._starts[group] * self._row_height() + group * self._heading_height()
        top -= self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heading_height())

    def _sticky_group(self) -> int:
        offset = self.verticalOffset()
        shown = [at for at in range(len(self._starts)) if self._heading_rect(at).top() <= 0]
        return shown[-1] if shown and offset >= 0 else -1

    def _sticky_rect(self) -> QRect:
        group = self._sticky_group()
        if group < 0:
            return QRect()
        height = self._heading_height()
        top = 0
        if group + 1 < len(self._starts):
            top = min(self._heading_rect(group + 1).top() - height, 0)
        return QRect(0, top, self.viewport().width(), height)

    def _paint_sticky(self, painter: QPainter) -> None:
        group = self._sticky_group()
        if group >= 0:
            area = self._sticky_rect()
            painter.fillRect(area, current_theme().colour("sunken"))
            self._paint_heading(painter, group, area)

    def _paint_heading(self, painter: QPainter, group: int, area: QRect) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 0.87)
        painter.setFont(font)
        painter.setPen(current_theme().colour("muted"))
        words = painter.fontMetrics().elidedText(
            self._labels[group], Qt.TextElideMode.ElideRight, area.width() - 20
        )
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        painter.drawText(area.adjusted(10, 0, -10, -4), int(flags), words)
