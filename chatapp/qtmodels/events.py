"""The events of a stream as a table: found at once, decoded when a row is shown."""

from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from chatapp.domain.exchanges import Bodies
from chatapp.qtmodels.quantities import duration, size
from chatapp.wire.event_flaws import flaw_of
from chatapp.wire.event_index import EventIndex, RecordedEvent, summary

LONGEST_SUMMARY = 500
FLAW_ROLE = Qt.ItemDataRole.UserRole
"""What is wrong with an event (``Flaw``), if anything."""

Index = QModelIndex | QPersistentModelIndex


class EventColumn(IntEnum):
    """The columns, from left to right."""

    NUMBER = 0
    TIME = 1
    GAP = 2
    SIZE = 3
    DATA = 4


class EventsModel(QAbstractTableModel):
    """Shows all events, or those whose bytes contain the words of a filter."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index = EventIndex()
        self._filter = b""
        self._shown: Sequence[int] = range(0)

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._index, self._shown = EventIndex(), range(0)
        self.endResetModel()

    def show_bodies(self, bodies: Bodies, *, ended: bool) -> None:
        """Show the events of a body, or those that have come since."""
        self._index.grow(bodies, ended=ended)
        shown = self._matching()
        more = len(shown) - len(self._shown)
        if more > 0:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(shown) - 1)
            self._shown = shown
            self.endInsertRows()
        elif more < 0:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()

    def set_filter(self, words: str) -> None:
        """Show only events that contain ``words``."""
        self.beginResetModel()
        self._filter = words.encode()
        self._shown = self._matching()
        self.endResetModel()

    def _matching(self) -> Sequence[int]:
        if not self._filter:
            return range(len(self._index))
        found: list[int] = []
        at = self._index.find(self._filter)
        while at >= 0:
            found.append(at)
            at = self._index.find(self._filter, at)
        return found

    def event_at(self, row: int) -> RecordedEvent | None:
        """Return the event of a row."""
        return self._index.event(self._shown[row]) if 0 <= row < len(self._shown) else None

    def row_at(self, at_ms: float) -> int:
        """Return the row of the first event that came at a time or after it, or -1."""
        number = self._index.at_time(at_ms - 1e-6)
        row = bisect_left(self._shown, number)
        return row if row < len(self._shown) else len(self._shown) - 1

    def row_of(self, number: int) -> int:
        """Return the row of an event, or -1 if the filter leaves it out."""
        row = bisect_left(self._shown, number)
        return row if row < len(self._shown) and self._shown[row] == number else -1

    def time_of(self, number: int) -> float:
        """Return when an event came, in milliseconds since the exchange began."""
        return self._index.at_ms(number)

    def total(self) -> int:
        """Return how many events there are, shown or not."""
        return len(self._index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many events are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(EventColumn)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(EventColumn(section))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        say = QCoreApplication.translate
        titles = {
            EventColumn.NUMBER: say("Events", "#"),
            EventColumn.TIME: say("Events", "Time"),
            EventColumn.GAP: say("Events", "Gap"),
            EventColumn.SIZE: say("Events", "Size"),
            EventColumn.DATA: say("Events", "Data"),
        }
        return titles.get(EventColumn(section)) if 0 <= section < len(EventColumn) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        event = self.event_at(index.row()) if index.isValid() else None
        if event is None:
            return None
        column = EventColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(event, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole and column is EventColumn.TIME:
            return _exactness(event)
        if role == FLAW_ROLE:
            return flaw_of(event)
        return None


def _alignment(column: EventColumn) -> Qt.AlignmentFlag:
    data = column is EventColumn.DATA
    side = Qt.AlignmentFlag.AlignLeft if data else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _words(event: RecordedEvent, column: EventColumn) -> str:
    if column is EventColumn.NUMBER:
        return str(event.number + 1)
    if column is EventColumn.TIME:
        return duration(event.at_ms)
    if column is EventColumn.GAP:
        return "+" + duration(event.gap_ms)
    if column is EventColumn.SIZE:
        return size(len(event.raw))
    return summary(event)[:LONGEST_SUMMARY].replace("\n", " ")


def _exactness(event: RecordedEvent) -> str:
    if event.waited_ms <= 0:
        return QCoreApplication.translate("Events", "Read as it came.")
    words = QCoreApplication.translate("Events", "It may have come up to {time} earlier.")
    return words.format(time=duration(event.waited_ms))
