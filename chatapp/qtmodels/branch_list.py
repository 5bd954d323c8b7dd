"""The branches of a conversation as a Qt list."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from chatapp.domain.branch_map import Stretch
from chatapp.domain.messages import Role

AnyIndex = QModelIndex | QPersistentModelIndex


class BranchRole(IntEnum):
    """What a row knows beside its words."""

    STRETCH = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2


class BranchListModel(QAbstractListModel):
    """One row for each stretch of messages without a fork."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Stretch] = []

    def show(self, rows: Sequence[Stretch]) -> None:
        """Show these stretches; nothing moves if only what is shown of them changed."""
        if [row.first for row in rows] == [row.first for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return the number of stretches."""
        return 0 if parent.isValid() else len(self._rows)

    def at(self, row: int) -> Stretch | None:
        """Return a stretch by its row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def shown_row(self) -> int:
        """Return the last row that is on the shown path, or -1."""
        return next((i for i in reversed(range(len(self._rows))) if self._rows[i].shown), -1)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the first words of a stretch, or what ``BranchRole`` names."""
        row = self.at(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words or "…"
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return row.words
            case BranchRole.STRETCH:
                return row
            case BranchRole.COUNT:
                words = QCoreApplication.translate("Branches", "Messages: {count}")
                return words.format(count=row.count)
        return None

    def _spoken(self, row: Stretch) -> str:
        tr = QCoreApplication.translate
        who = tr("Branches", "You") if row.role is Role.USER else tr("Branches", "Answer")
        words = tr("Branches", "{who}: {words}, level {level}, messages: {count}").format(
            who=who, words=row.words, level=row.lane + 1, count=row.count
        )
        return words + (", " + tr("Branches", "shown") if row.shown else "")
