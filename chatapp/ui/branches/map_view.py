"""The map: one line a stretch of messages, with the lanes that lead to it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from chatapp.domain.branch_map import Stretch
from chatapp.domain.messages import Role
from chatapp.qtmodels.branch_list import BranchListModel, BranchRole
from chatapp.ui.theme import current_theme

AnyIndex = QModelIndex | QPersistentModelIndex
LANE = 18
MOST_LANES = 10
"""Deeper branches are drawn here, so that their words stay readable."""
DOT = 5.0


class _BranchDelegate(QStyledItemDelegate):
    """The shown path is drawn in the accent colour, with filled dots and strong words."""

    def __init__(self, model: BranchListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._branches = model

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """One line."""
        return QSize(200, option.fontMetrics.height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a stretch."""
        stretch = index.data(BranchRole.STRETCH)
        if not isinstance(stretch, Stretch):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter, option)
        lane = min(stretch.lane, MOST_LANES)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self._paint_lanes(painter, option.rect, stretch, index, mirrored=mirrored)
        room = LANE * (lane + 1) + 8
        area = (
            option.rect.adjusted(0, 0, -room, 0)
            if mirrored
            else option.rect.adjusted(room, 0, 0, 0)
        )
        self._paint_words(painter, option, index, stretch, area.adjusted(4, 0, -10, 0))
        painter.restore()

    @staticmethod
    def _paint_background(painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            colour = QColor(option.palette.color(QPalette.ColorRole.Text))
            colour.setAlpha(26 if selected else 12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)

    def _paint_lanes(
        self, painter: QPainter, area: QRect, stretch: Stretch, index: AnyIndex, *, mirrored: bool
    ) -> None:
        theme, lane = current_theme(), min(stretch.lane, MOST_LANES)
        # The shown path never leaves the first lane.
        is_above = index.row() < self._branches.shown_row()
        quiet, strong = theme.colour("strong_border"), theme.colour("accent")
        middle = area.center().y() + 0.5

        def x(of: int) -> float:
            offset = LANE * of + LANE / 2 + 4
            return area.right() - offset if mirrored else area.left() + offset

        painter.setBrush(Qt.BrushStyle.NoBrush)
        for passing in range(lane):
            is_shown = is_above and passing == 0
            painter.setPen(QPen(strong, 2.0) if is_shown else QPen(quiet, 1.5))
            painter.drawLine(
                QPointF(x(passing), area.top()), QPointF(x(passing), area.bottom() + 1)
            )
        own = QPen(strong if stretch.shown else quiet, 2.0 if stretch.shown else 1.5)
        painter.setPen(own)
        if stretch.parts and lane:
            path = QPainterPath(QPointF(x(lane - 1), area.top()))
            path.quadTo(QPointF(x(lane - 1), middle), QPointF(x(lane), middle))
            painter.drawPath(path)
        elif index.row():
            painter.drawLine(QPointF(x(lane), area.top()), QPointF(x(lane), middle))
        if stretch.goes_on:
            painter.drawLine(QPointF(x(lane), middle), QPointF(x(lane), area.bottom() + 1))
        painter.setBrush(strong if stretch.shown else theme.colour("surface"))
        painter.drawEllipse(QPointF(x(lane), middle), DOT, DOT)

    @staticmethod
    def _paint_words(
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: AnyIndex,
        stretch: Stretch,
        area: QRect,
    ) -> None:
        theme = current_theme()
        leading = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        trailing = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        if stretch.count > 1:
            words = str(index.data(BranchRole.COUNT))
            wide = option.fontMetrics.horizontalAdvance(words) + 12
            painter.setFont(option.font)
            painter.setPen(theme.colour("muted"))
            painter.drawText(area, trailing, words)
            area = area.adjusted(wide, 0, 0, 0) if mirrored else area.adjusted(0, 0, -wide, 0)
        font = QFont(option.font)
        font.setBold(stretch.shown)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if stretch.role is Role.USER else "muted"))
        if stretch.shown:
            painter.setPen(theme.colour("text"))
        elide = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(str(index.data()), elide, area.width())
        painter.drawText(area, leading, words)


class BranchMapView(QListView):
    """Says which stretch is wanted; a click or Enter chooses."""

    chosen = Signal(object)
    """The ``Stretch``."""

    def __init__(self, model: BranchListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._branches = model
        self.setObjectName("branchMap")
        self.setModel(model)
        self.setItemDelegate(_BranchDelegate(model, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def _on_chosen(self, index: QModelIndex) -> None:
        stretch = self._branches.at(index.row())
        if stretch is not None:
            self.chosen.emit(stretch)
