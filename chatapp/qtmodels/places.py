"""The places of the list as a Qt list: everything, folders, tags, archive and bin."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from chatapp.domain.library import Folder, ListQuery, Place, PlaceCounts
from chatapp.domain.messages import ConversationId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.qtmodels.conversation_list import MIME_TYPE

AnyIndex = QModelIndex | QPersistentModelIndex


class PlaceRole(IntEnum):
    """What a place knows beside its name."""

    PLACE = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place; ``key`` is a folder's id or a tag."""

    place: Place
    key: str = ""
    name: str = ""
    count: int = 0


class PlaceListModel(QAbstractListModel):
    """Places where there is something; conversations can be dropped onto them."""

    dropped = Signal(list, object)
    """Conversations were dropped onto a place: their ids, its ``PlaceRow``."""
    name_edited = Signal(str, str)
    """A person typed another name for a folder: its id, the name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PlaceRow] = []

    def show(self, folders: Sequence[Folder], counts: PlaceCounts, shown: ListQuery) -> None:
        """Show what there is; the place that is shown stays, even if it has become empty."""
        rows = [PlaceRow(Place.ALL, name=_name(Place.ALL))]
        rows += [PlaceRow(Place.FOLDER, f.id, f.name, counts.folders.get(f.id, 0)) for f in folders]
        tags = set(counts.tags) | ({shown.key} if shown.place is Place.TAG else set())
        rows += [PlaceRow(Place.TAG, t, f"#{t}", counts.tags.get(t, 0)) for t in sorted(tags)]
        for place, count in ((Place.ARCHIVE, counts.archived), (Place.BIN, counts.binned)):
            if count or shown.place is place:
                rows.append(PlaceRow(place, name=_name(place), count=count))
        if [(r.place, r.key) for r in rows] == [(r.place, r.key) for r in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return the number of places."""
        return 0 if parent.isValid() else len(self._rows)

    def at(self, row: int) -> PlaceRow | None:
        """Return a place by its row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, query: ListQuery) -> int:
        """Return the row of the place that a query lists, or -1."""
        found = (
            i for i, r in enumerate(self._rows) if (r.place, r.key) == (query.place, query.key)
        )
        return next(found, -1)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a place's name, or what ``PlaceRole`` names."""
        row = self.at(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}, {QLocale().toString(row.count)}" if row.count else row.name
            case Qt.ItemDataRole.ToolTipRole:
                return row.name
            case PlaceRole.PLACE:
                return row.place
            case PlaceRole.KEY:
                return row.key
            case PlaceRole.COUNT:
                return row.count
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Conversations can be dropped everywhere; folders can be renamed in place."""
        row = self.at(index.row()) if index.isValid() else None
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        editable = Qt.ItemFlag.ItemIsEditable if row.place is Place.FOLDER else Qt.ItemFlag(0)
        return super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled | editable

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name of a folder; it is shown once it is on the disk."""
        row = self.at(index.row())
        if role != Qt.ItemDataRole.EditRole or row is None or not str(value).strip():
            return False
        self.name_edited.emit(row.key, str(value))
        return True

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped here."""
        return [MIME_TYPE]

    def supportedDropActions(self) -> Qt.DropAction:
        """The list that is dragged from removes nothing by itself."""
        return Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Conversations are dropped onto a place, not between two."""
        del action, row, column
        return data.hasFormat(MIME_TYPE) and parent.isValid()

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Say what was dropped where."""
        place = self.at(parent.row())
        if not self.canDropMimeData(data, action, row, column, parent) or place is None:
            return False
        ids = bytes(data.data(MIME_TYPE).data()).decode("utf-8", "replace").split("\n")
        self.dropped.emit([ConversationId(i) for i in ids if i], place)
        return True


def _name(place: Place) -> str:
    tr = QCoreApplication.translate
    return {
        Place.ALL: tr("Sidebar", "All conversations"),
        Place.ARCHIVE: tr("Sidebar", "Archive"),
        Place.BIN: tr("Sidebar", "Bin"),
    }[place]
