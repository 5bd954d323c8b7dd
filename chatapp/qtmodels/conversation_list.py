"""The conversations as a Qt list. It knows the order of all of them, which is cheap, and the
rows that somebody looked at lately; what is missing is asked for and filled in when it comes.
"""

import time
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from chatapp.domain.library import ListOrder, ListQuery, ListRow, Sort, date_groups
from chatapp.domain.messages import ConversationId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.qtmodels.differences import Change, difference
from chatapp.qtmodels.period_labels import period_label

AnyIndex = QModelIndex | QPersistentModelIndex
MIME_TYPE = "application/x-chatapp-conversations"
KEPT_ROWS = 3_000
AROUND = 60
"""How many rows before and behind one that is missing are asked for with it."""


class ConversationRole(IntEnum):
    """What a row knows beside its title."""

    ID = Qt.ItemDataRole.UserRole + 1
    ANSWERING = Qt.ItemDataRole.UserRole + 2
    UNREAD = Qt.ItemDataRole.UserRole + 3
    SNIPPET = Qt.ItemDataRole.UserRole + 4
    UPDATED_AT = Qt.ItemDataRole.UserRole + 5
    TAGS = Qt.ItemDataRole.UserRole + 6
    IS_LOADED = Qt.ItemDataRole.UserRole + 7
    HIT_COUNT = Qt.ItemDataRole.UserRole + 8


@dataclass(frozen=True, slots=True)
class Snippet:
    """What a search found in a conversation: the words, and in how many messages."""

    words: str
    count: int = 0


class ConversationListModel(QAbstractListModel):
    """Rows are conversations; ``show`` is told their order and announces the difference."""

    title_edited = Signal(str, str)
    """A person typed another title into a row: conversation id, title."""
    rows_wanted = Signal(list)
    """These conversations are looked at, and nothing is known of them."""
    groups_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query = ListQuery()
        self._ids: list[ConversationId] = []
        self._moments = array("d")
        self._pinned = 0
        self._rows: dict[ConversationId, ListRow] = {}
        self._wanted: set[ConversationId] = set()
        self._asked: set[ConversationId] = set()
        self._answering: set[ConversationId] = set()
        self._snippets: Mapping[ConversationId, Snippet] | None = None
        self._groups: list[tuple[int, str]] | None = None
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._ask_for_rows)

    # What Qt asks

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return the number of conversations shown."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a row, or what ``ConversationRole`` names."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        own_id = self._ids[index.row()]
        match role:
            case ConversationRole.ID:
                return own_id
            case ConversationRole.ANSWERING:
                return own_id in self._answering
            case ConversationRole.SNIPPET:
                return self._snippet(own_id).words
            case ConversationRole.HIT_COUNT:
                return self._snippet(own_id).count
        row = self._rows.get(own_id)
        if row is None:
            self._want(index.row())
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        return self._of_row(row, role)

    def _of_row(self, row: ListRow, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.title or self.untitled()
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case ConversationRole.UNREAD:
                return row.unread
            case ConversationRole.UPDATED_AT:
                return self.query.moment(row)
            case ConversationRole.TAGS:
                return row.tags
            case ConversationRole.IS_LOADED:
                return True
        return None

    def _snippet(self, own_id: ConversationId) -> Snippet:
        return (self._snippets or {}).get(own_id, Snippet(""))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Titles can be edited in place, and rows dragged onto folders."""
        return (
            super().flags(index) | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
            if index.isValid()
            else super().flags(index)
        )

    def mimeTypes(self) -> list[str]:
        """Return what dragged conversations are."""
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the conversations as they are dragged: their ids, one a line."""
        data = QMimeData()
        ids = dict.fromkeys(self._ids[index.row()] for index in indexes)
        data.setData(MIME_TYPE, "\n".join(ids).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """Nothing leaves the list by being dragged; where it goes decides what happens."""
        return Qt.DropAction.CopyAction

    @staticmethod
    def untitled() -> str:
        """Return what a conversation is called before its first message."""
        return QCoreApplication.translate("Sidebar", "New conversation")

    def _spoken(self, row: ListRow) -> str:
        words = [row.title or self.untitled()]
        tr = QCoreApplication.translate
        if row.id in self._answering:
            words.append(tr("Sidebar", "answering"))
        if row.unread:
            words.append(tr("Sidebar", "new answer"))
        if row.pinned:
            words.append(tr("Sidebar", "pinned"))
        words += row.tags
        if snippet := self._snippet(row.id).words:
            words.append(snippet)
        return ", ".join(words)

    # What is asked for

    def _want(self, row: int) -> None:
        around = self._ids[max(row - AROUND, 0) : row + AROUND]
        self._wanted.update(i for i in around if i not in self._rows and i not in self._asked)
        if self._wanted and not self._ask.isActive():
            self._ask.start()

    def _ask_for_rows(self) -> None:
        wanted, self._wanted = list(self._wanted), set()
        self._asked.update(wanted)
        self.rows_wanted.emit(wanted)

    def fill(self, rows: Iterable[ListRow]) -> None:
        """Take rows that were asked for; what changed is announced."""
        fresh = {row.id: row for row in rows if self._rows.get(row.id) != row}
        self._keep(fresh.values())
        self._asked.difference_update(fresh)
        changed = [at for at, own_id in enumerate(self._ids) if own_id in fresh] if fresh else []
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def _keep(self, rows: Iterable[ListRow]) -> None:
        for row in rows:
            self._rows.pop(row.id, None)
            self._rows[row.id] = row
        while len(self._rows) > KEPT_ROWS:
            del self._rows[next(iter(self._rows))]

    def give_up(self, ids: Iterable[ConversationId]) -> None:
        """Rows that were asked for did not come; they may be asked for again."""
        self._asked.difference_update(ids)

    # What is shown

    def show(
        self,
        order: ListOrder,
        rows: Iterable[ListRow] = (),
        snippets: Mapping[ConversationId, Snippet] | None = None,
        groups: Sequence[tuple[int, str]] | None = None,
    ) -> None:
        """Show conversations in this order; what stayed is not announced again, so selection
        and scroll stay. ``snippets`` make it the result of a search, with its own ``groups``."""
        self._keep(rows)
        was_found = self._snippets is not None
        self._snippets = snippets
        change = difference(self._ids, order.ids)
        if was_found != (snippets is not None) and change.kind is not Change.NONE:
            self.beginResetModel()
            self._take(order)
            self.endResetModel()
        else:
            self._announce_difference(change.kind, change.first, change.last, order)
        self._groups = list(groups) if groups is not None else None
        self.groups_changed.emit()

    def _announce_difference(self, kind: Change, first: int, last: int, order: ListOrder) -> None:
        parent = QModelIndex()
        match kind:
            case Change.NONE:
                self._take(order)
                if self._ids:
                    self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
            case Change.INSERTED:
                self.beginInsertRows(parent, first, last)
                self._take(order)
                self.endInsertRows()
            case Change.REMOVED:
                self.beginRemoveRows(parent, first, last)
                self._take(order)
                self.endRemoveRows()
            case Change.MOVED_UP:
                self.beginMoveRows(parent, last, last, parent, first)
                self._take(order)
                self.endMoveRows()
            case Change.OTHER:
                self.beginResetModel()
                self._take(order)
                self.endResetModel()

    def _take(self, order: ListOrder) -> None:
        self._ids = list(order.ids)
        self._moments = array("d", order.moments)
        self._pinned = order.pinned

    def groups(self) -> list[tuple[int, str]]:
        """Return ``(first row, words above it)`` of every group, in order."""
        if self._groups is None:
            if self.query.sort is Sort.TITLE:
                moments: Sequence[float] = self._moments[: self._pinned]
                named = date_groups(moments, self._pinned, time.time())
                rest = QCoreApplication.translate("Sidebar", "By title")
                self._groups = [(group.row, period_label(group)) for group in named]
                if named and self._pinned < len(self._ids):
                    self._groups.append((self._pinned, rest))
            else:
                named = date_groups(self._moments, self._pinned, time.time())
                self._groups = [(group.row, period_label(group)) for group in named]
        return self._groups

    @property
    def is_search(self) -> bool:
        """Whether what is shown is what a search found."""
        return self._snippets is not None

    def id_at(self, row: int) -> ConversationId | None:
        """Return the conversation of a row, if there is one."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, conversation_id: ConversationId) -> int:
        """Return the row of a conversation, or -1."""
        try:
            return self._ids.index(conversation_id)
        except ValueError:
            return -1

    def known(self, conversation_id: ConversationId) -> ListRow | None:
        """Return what is known of a conversation, shown or not."""
        return self._rows.get(conversation_id)

    # One conversation

    def place(self, row: ListRow) -> None:
        """Show a conversation as it is now, where it belongs now."""
        before = self._rows.get(row.id)
        at = self.row_of(row.id) if before != row or not self._ids else -2
        self._keep((row,))
        if at == -2:
            return
        if self.is_search or (self.query.sort is Sort.TITLE and at >= 0):
            self._announce(at)
        elif not self.query.holds(row):
            self._remove(at)
        else:
            self._move(at, row)

    def _announce(self, at: int) -> None:
        if at >= 0:
            self.dataChanged.emit(self.index(at), self.index(at))

    def _remove(self, at: int) -> None:
        if at < 0:
            return
        self.beginRemoveRows(QModelIndex(), at, at)
        self._cut(at)
        self.endRemoveRows()
        self._regroup()

    def _move(self, at: int, row: ListRow) -> None:
        to = self._slot(at, row)
        if at < 0:
            self.beginInsertRows(QModelIndex(), to, to)
            self._put(to, row)
            self.endInsertRows()
            self._regroup()
        elif to in (at, at + 1):
            was_pinned = at < self._pinned
            self._moments[at] = self.query.moment(row)
            self._pinned += row.pinned - was_pinned
            self._announce(at)
            self._regroup()
        else:
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), to)
            self._cut(at)
            self._put(to - (to > at), row)
            self.endMoveRows()
            self._regroup()

    def _slot(self, at: int, row: ListRow) -> int:
        """Return before which row a conversation belongs; moments fall in either part."""
        low, high = (0, self._pinned) if row.pinned else (self._pinned, len(self._ids))
        moment = self.query.moment(row)
        if low <= at < high and self._fits(at, moment, low, high):
            return at
        return bisect_left(self._moments, -moment, low, high, key=lambda m: -m)

    def _fits(self, at: int, moment: float, low: int, high: int) -> bool:
        newer = at == low or self._moments[at - 1] >= moment
        return newer and (at + 1 >= high or self._moments[at + 1] <= moment)

    def _cut(self, at: int) -> None:
        del self._ids[at]
        del self._moments[at]
        self._pinned -= at < self._pinned

    def _put(self, at: int, row: ListRow) -> None:
        self._ids.insert(at, row.id)
        self._moments.insert(at, self.query.moment(row))
        self._pinned += row.pinned

    def _regroup(self) -> None:
        self._groups = None
        self.groups_changed.emit()

    def mark(self, conversation_id: ConversationId, *, answering: bool) -> None:
        """Show whether a conversation is being answered."""
        was = conversation_id in self._answering
        if was != answering:
            (self._answering.add if answering else self._answering.discard)(conversation_id)
            self._announce(self.row_of(conversation_id))
