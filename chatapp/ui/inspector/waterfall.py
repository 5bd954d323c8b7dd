"""The waterfall: each row's time as a bar, on the axis of its turn, at any zoom."""

import math
from collections.abc import Iterator

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from chatapp.domain.quick_dataclass import dataclass
from chatapp.qtmodels.quantities import duration
from chatapp.qtmodels.timeline import ROW_ROLE, TURN_ROLE
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow, Tone
from chatapp.ui.theme import Theme, current_theme

LONGEST_ZOOM = 2000.0
MARGIN = 8
_TICK_GAP = 70
_ROOM_AROUND = 1.1
_COLOURS = {
    Tone.QUIET: "strong_border",
    Tone.WAIT: "muted",
    Tone.REASONING: "keyword",
    Tone.TEXT: "accent",
    Tone.ARGUMENTS: "number",
    Tone.TOOL: "link",
    Tone.PERSON: "note",
    Tone.PROBLEM: "problem",
}


def tone_colour(tone: Tone, theme: Theme) -> QColor:
    """Return the colour of a kind of time."""
    return theme.colour(_COLOURS[tone])


class Zoom(QObject):
    """Which part of each turn is shown: from ``start``, ``span`` of the whole, both 0 to 1."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.start = 0.0
        self.span = 1.0

    def around(self, place: float, factor: float) -> None:
        """Magnify by ``factor`` so that what is at ``place`` (0 to 1 of the column) stays."""
        kept = self.start + place * self.span
        self.span = min(max(self.span / factor, 1 / LONGEST_ZOOM), 1.0)
        self._to(kept - place * self.span)

    def move(self, by: float) -> None:
        """Move the shown part by so much of the column."""
        self._to(self.start + by * self.span)

    def to(self, begin: float, end: float) -> None:
        """Show from one place of the whole to another, with a little room around them."""
        self.span = min(max((end - begin) * _ROOM_AROUND, 1 / LONGEST_ZOOM), 1.0)
        self._to((begin + end - self.span) / 2)

    def reset(self) -> None:
        """Show each turn whole."""
        self.span = 1.0
        self._to(0.0)

    def _to(self, start: float) -> None:
        self.start = min(max(start, 0.0), 1.0 - self.span)
        self.changed.emit()


@dataclass(frozen=True, slots=True)
class Axis:
    """Where a time of a turn is in a cell."""

    area: QRect
    begin_s: float
    length_s: float
    zoom: Zoom

    def x(self, at_s: float) -> float:
        """Return the place of a time, inside the cell or far out of it."""
        part = (at_s - self.begin_s) / self.length_s
        inside = (part - self.zoom.start) / self.zoom.span
        return self.area.left() + inside * self.area.width()

    def ticks(self) -> Iterator[tuple[float, float]]:
        """Return places and milliseconds of round times."""
        shown_ms = self.length_s * self.zoom.span * 1000
        step = _round_step(shown_ms * _TICK_GAP / max(self.area.width(), 1))
        first = math.ceil(self.zoom.start * self.length_s * 1000 / step)
        for number in range(first, first + 40):
            x = self.x(self.begin_s + number * step / 1000)
            if x > self.area.right():
                return
            yield x, number * step


def _round_step(least_ms: float) -> float:
    """Return 1, 2 or 5 times a power of ten, at least ``least_ms``."""
    power = 10.0 ** math.floor(math.log10(max(least_ms, 1e-3)))
    return next((power * m for m in (1, 2, 5) if power * m >= least_ms), power * 10)


class WaterfallDelegate(QStyledItemDelegate):
    """Draws bars; a turn's row carries the scale of its turn."""

    def __init__(self, zoom: Zoom, parent: QObject) -> None:
        super().__init__(parent)
        self._zoom = zoom

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, super().sizeHint(option, index).height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current_theme()
        area: QRect = option.rect
        state = option.state
        painter.save()
        painter.setClipRect(area)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("accent_soft"))
        row, turn = index.data(ROW_ROLE), index.data(TURN_ROLE)
        if isinstance(row, TimelineRow) and isinstance(turn, TimelineRow):
            axis = axis_of(turn, area, self._zoom)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._grid(painter, axis, theme, labels=row.kind is RowKind.TURN)
            if row.kind is not RowKind.TURN:
                self._bars(painter, axis, row, theme)
        painter.restore()

    @staticmethod
    def _grid(painter: QPainter, axis: Axis, theme: Theme, *, labels: bool) -> None:
        line = QPen(theme.colour("border"))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time is not mirrored
        font = QFont(painter.font())
        font.setPointSizeF(font.pointSizeF() * 0.82)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for x, at_ms in axis.ticks():
            painter.setPen(line)
            painter.drawLine(QPointF(x, axis.area.top()), QPointF(x, axis.area.bottom() + 1))
            words = duration(at_ms) if at_ms else "0"
            if labels and x + 4 + metrics.horizontalAdvance(words) < axis.area.right():
                painter.setPen(theme.colour("muted"))
                place = QRectF(x + 4, axis.area.top(), _TICK_GAP, axis.area.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _bars(self, painter: QPainter, axis: Axis, row: TimelineRow, theme: Theme) -> None:
        parts = row.children or (row,)
        for part in parts:
            thin = part.tone in (Tone.QUIET, Tone.WAIT)
            self._bar(painter, axis, part, tone_colour(part.tone, theme), thin=thin)
        if row.failed:
            end = row.end_s if row.end_s is not None else row.start_s
            self._mark(painter, axis, end, theme.colour("problem"))

    @staticmethod
    def _bar(
        painter: QPainter, axis: Axis, row: TimelineRow, colour: QColor, *, thin: bool
    ) -> None:
        end_s = row.end_s if row.end_s is not None else axis.begin_s + axis.length_s
        left, right = axis.x(row.start_s), axis.x(end_s)
        if right < axis.area.left() or left > axis.area.right():
            return
        left, right = max(left, axis.area.left() - 4.0), min(right, axis.area.right() + 4.0)
        height = 4.0 if thin else min(axis.area.height() - 9.0, 11.0)
        top = axis.area.center().y() + 0.5 - height / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = min(height / 2, 2.5)
        bar = QRectF(left, top, max(right - left, 2.0), height)
        painter.drawRoundedRect(bar, radius, radius)

    @staticmethod
    def _mark(painter: QPainter, axis: Axis, at_s: float, colour: QColor) -> None:
        x, middle = axis.x(at_s), axis.area.center().y() + 0.5
        painter.setPen(QPen(colour, 1.8))
        for slope in (-3.5, 3.5):
            painter.drawLine(QPointF(x - 3.5, middle - slope), QPointF(x + 3.5, middle + slope))


def axis_of(turn: TimelineRow, cell: QRect, zoom: Zoom) -> Axis:
    """Return the axis of a turn in a cell; what still runs ends where it is known to be."""
    end_s = turn.end_s if turn.end_s is not None else _latest(turn)
    area = cell.adjusted(MARGIN, 0, -MARGIN, 0)
    return Axis(area, turn.start_s, max(end_s - turn.start_s, 1e-4), zoom)


def zoom_to_row(zoom: Zoom, row: TimelineRow, turn: TimelineRow) -> None:
    """Show the time of a row across the whole width."""
    axis = axis_of(turn, QRect(), zoom)
    end_s = row.end_s if row.end_s is not None else _latest(turn)
    begin, end = ((at - axis.begin_s) / axis.length_s for at in (row.start_s, end_s))
    zoom.to(begin, end)


def _latest(row: TimelineRow) -> float:
    times = [row.start_s, row.end_s or 0.0, *(_latest(child) for child in row.children)]
    return max(times)
