"""The timeline as an item model: turns on top, their requests and steps, the phases of each."""

from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from chatapp.domain.exchanges import ExchangeId
from chatapp.domain.messages import MessageId
from chatapp.qtmodels.quantities import duration, size
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The ``TimelineRow`` itself."""

TURN_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row of the turn that a row is in."""

_SAME_S = 1e-6
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    STEP = 0
    STATUS = 1
    SIZE = 2
    TIME = 3
    WATERFALL = 4


class _Node:
    """A row in its place."""

    __slots__ = ("at", "children", "number", "parent", "row")

    def __init__(self, row: TimelineRow, parent: "_Node | None", number: int, at: int) -> None:
        self.row = row
        self.parent = parent
        self.number = number
        self.at = at
        self.children: list[_Node] = []

    def walk(self) -> "Iterator[_Node]":
        yield self
        for child in self.children:
            yield from child.walk()


class TimelineModel(QAbstractItemModel):
    """Tells what changed, row by row, so that what is unfolded and chosen stays so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._nodes: dict[int, _Node] = {}
        self._turns: list[_Node] = []

    # What is shown

    def show_turns(self, rows: Sequence[TimelineRow]) -> None:
        """Show these turns."""
        self._bring(None, rows)

    def clear(self) -> None:
        """Show nothing; what was chosen is no more."""
        self.beginResetModel()
        self._turns.clear()
        self._nodes.clear()
        self.endResetModel()

    def show_turn(self, row: TimelineRow) -> None:
        """Show another state of one turn, or a new one at the end."""
        for node in reversed(self._turns):
            if node.row.key == row.key:
                self._change(node, row)
                return
        self._insert(None, len(self._turns), [row])

    def turns(self) -> list[TimelineRow]:
        """Return the rows of the turns."""
        return [node.row for node in self._turns]

    def _siblings(self, parent: _Node | None) -> list[_Node]:
        return self._turns if parent is None else parent.children

    def _bring(self, parent: _Node | None, rows: Sequence[TimelineRow]) -> None:
        """Make the children of ``parent`` be ``rows``, touching only what differs."""
        wanted = [row.key for row in rows]
        nodes = self._siblings(parent)
        for at in range(len(nodes) - 1, -1, -1):
            if at >= len(wanted) or nodes[at].row.key != wanted[at]:
                self._remove(parent, at)
        for at, node in enumerate(list(nodes)):
            self._change(node, rows[at])
        if len(rows) > len(nodes):
            self._insert(parent, len(nodes), rows[len(nodes) :])

    def _change(self, node: _Node, row: TimelineRow) -> None:
        if node.row == row:
            return
        node.row = row
        last = self.createIndex(node.at, len(Column) - 1, node.number)
        self.dataChanged.emit(self._index(node), last)
        self._bring(node, row.children)

    def _insert(self, parent: _Node | None, at: int, rows: Sequence[TimelineRow]) -> None:
        self.beginInsertRows(self._index(parent), at, at + len(rows) - 1)
        siblings = self._siblings(parent)
        for number, row in enumerate(rows):
            siblings.append(self._made(row, parent, at + number))
        self.endInsertRows()

    def _made(self, row: TimelineRow, parent: _Node | None, at: int) -> _Node:
        self._count += 1
        node = self._nodes[self._count] = _Node(row, parent, self._count, at)
        node.children = [self._made(r, node, n) for n, r in enumerate(row.children)]
        return node

    def _remove(self, parent: _Node | None, at: int) -> None:
        self.beginRemoveRows(self._index(parent), at, at)
        siblings = self._siblings(parent)
        for node in siblings.pop(at).walk():
            del self._nodes[node.number]
        for number in range(at, len(siblings)):
            siblings[number].at = number
        self.endRemoveRows()

    # Finding

    def index_of(self, key: str) -> QModelIndex:
        """Return the place of a row by its key."""
        for node in self._all():
            if node.row.key == key:
                return self._index(node)
        return QModelIndex()

    def index_of_result(self, message_id: MessageId) -> QModelIndex:
        """Return the run of a tool whose result a message is."""
        return self._last(lambda r: r.kind is RowKind.STEP and r.key == message_id)

    def index_of_message(self, message_id: MessageId) -> QModelIndex:
        """Return the last request that was made for a message."""
        return self._last(lambda r: r.kind is RowKind.REQUEST and r.message_id == message_id)

    def index_of_exchange(self, exchange_id: ExchangeId) -> QModelIndex:
        """Return the row of a request."""
        return self._last(lambda r: r.kind is RowKind.REQUEST and r.exchange_id == exchange_id)

    def index_at(self, exchange_id: ExchangeId, at_s: float) -> QModelIndex:
        """Return the phase of a request in which a time (epoch seconds) is."""
        return self._last(
            lambda r: (
                r.kind is RowKind.PHASE
                and r.exchange_id == exchange_id
                and r.start_s <= at_s
                and (r.end_s is None or at_s <= r.end_s + _SAME_S)
            )
        )

    def index_of_call(self, exchange_id: ExchangeId, choice: int, call: int) -> QModelIndex:
        """Return the phase in which the arguments of a call came."""
        return self._last(
            lambda r: (
                r.exchange_id == exchange_id
                and r.kind is RowKind.PHASE
                and (r.choice, r.call) == (choice, call)
            )
        )

    def _last(self, fits: Callable[[TimelineRow], bool]) -> QModelIndex:
        for node in reversed(list(self._all())):
            if fits(node.row):
                return self._index(node)
        return QModelIndex()

    def _all(self) -> Iterator[_Node]:
        for turn in self._turns:
            yield from turn.walk()

    # What Qt asks

    def _node(self, index: Index) -> _Node | None:
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def _index(self, node: _Node | None) -> QModelIndex:
        return QModelIndex() if node is None else self.createIndex(node.at, 0, node.number)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """Return the place of a child."""
        siblings = self._siblings(self._node(parent))
        if parent.column() > 0 or not (0 <= row < len(siblings) and 0 <= column < len(Column)):
            return QModelIndex()
        return self.createIndex(row, column, siblings[row].number)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        """Return the row above."""
        node = self._node(index)
        return self._index(node.parent) if node is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Return how many rows are under one."""
        return 0 if parent.column() > 0 else len(self._siblings(self._node(parent)))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002
        """Return how many columns there are."""
        return len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (Column.SIZE, Column.TIME):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        say = QCoreApplication.translate
        if role == Qt.ItemDataRole.ToolTipRole and section == Column.WATERFALL:
            return say(
                "Timeline",
                "Zoom with Ctrl and the wheel or with + and −. "
                "A double click zooms to a row, another one back.",
            )
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.STEP: say("Timeline", "Step"),
            Column.STATUS: say("Timeline", "Status"),
            Column.SIZE: say("Timeline", "Size"),
            Column.TIME: say("Timeline", "Time"),
            Column.WATERFALL: say("Timeline", "Waterfall"),
        }.get(Column(section) if 0 <= section < len(Column) else Column.STEP)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, or the row behind it."""
        node = self._node(index)
        if node is None:
            return None
        if role == ROW_ROLE:
            return node.row
        if role == TURN_ROLE:
            return _turn_of(node).row
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(node.row, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.STATUS:
            return _spoken_status(node.row)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.STEP:
            return node.row.title
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.WATERFALL:
            return _words(node.row, Column.TIME)
        return None


def _turn_of(node: _Node) -> _Node:
    while node.parent is not None:
        node = node.parent
    return node


def _spoken_status(row: TimelineRow) -> str:
    """Return the status as a screen reader says it: a cross is a word there."""
    said = row.status.removesuffix(" ✗")
    failed = QCoreApplication.translate("Timeline", "failed")
    return row.status if said == row.status else f"{said}, {failed}"


def _words(row: TimelineRow, column: Column) -> str:
    if column is Column.STEP:
        return row.title
    if column is Column.STATUS:
        return row.status
    if column is Column.SIZE:
        return size(row.size) if row.size else ""
    if column is Column.TIME:
        return duration(row.duration_ms) if row.duration_ms is not None else "…"
    return ""
