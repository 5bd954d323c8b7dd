"""The conversations as a Qt list, newest first, or those that match a search."""

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from chatapp.domain.messages import ConversationId

if TYPE_CHECKING:
    from chatapp.domain.conversation import Conversation

AnyIndex = QModelIndex | QPersistentModelIndex


class ConversationRole(IntEnum):
    """What a row knows beside its title."""

    ID = Qt.ItemDataRole.UserRole + 1
    ANSWERING = Qt.ItemDataRole.UserRole + 2
    UNREAD = Qt.ItemDataRole.UserRole + 3
    SNIPPET = Qt.ItemDataRole.UserRole + 4
    UPDATED_AT = Qt.ItemDataRole.UserRole + 5


class ConversationListModel(QAbstractListModel):
    """Rows are conversations; ``show`` is told the wanted rows and announces the difference."""

    title_edited = Signal(str, str)
    """A person typed another title into a row: conversation id, title."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Conversation] = []
        self._answering: set[ConversationId] = set()
        self._unread: set[ConversationId] = set()
        self._snippets: dict[ConversationId, str] = {}

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        """Return the number of conversations shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a row, or what ``ConversationRole`` names."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        conversation = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return conversation.title or self.untitled()
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(conversation)
            case ConversationRole.ID:
                return conversation.id
            case ConversationRole.ANSWERING:
                return conversation.id in self._answering
            case ConversationRole.UNREAD:
                return conversation.id in self._unread
            case ConversationRole.SNIPPET:
                return self._snippets.get(conversation.id, "")
            case ConversationRole.UPDATED_AT:
                return conversation.updated_at
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that titles can be edited in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @staticmethod
    def untitled() -> str:
        """Return what a conversation without a title is called."""
        return QCoreApplication.translate("Sidebar", "New conversation")

    def _spoken(self, conversation: "Conversation") -> str:
        title = conversation.title or self.untitled()
        if conversation.id in self._answering:
            return QCoreApplication.translate("Sidebar", "{title}, answering").format(title=title)
        if conversation.id in self._unread:
            return QCoreApplication.translate("Sidebar", "{title}, new answer").format(title=title)
        return title

    def row_of(self, conversation_id: ConversationId) -> int:
        """Return the row of a conversation, or -1."""
        return next((i for i, c in enumerate(self._rows) if c.id == conversation_id), -1)

    def show(
        self, rows: "Sequence[Conversation]", snippets: dict[ConversationId, str] | None = None
    ) -> None:
        """Show ``rows``; what stayed is not announced again, so selection and scroll stay."""
        self._snippets = snippets or {}
        old = [c.id for c in self._rows]
        new = [c.id for c in rows]
        if old == new:
            self._rows = list(rows)
            self._announce(range(len(rows)))
        elif not self._moved_or_inserted(old, new, rows) and not self._removed(old, new, rows):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def _moved_or_inserted(
        self, old: list[ConversationId], new: list[ConversationId], rows: "Sequence[Conversation]"
    ) -> bool:
        """Announce the usual change: one conversation comes to the top."""
        if not new or new[1:] != [i for i in old if i != new[0]]:
            return False
        if new[0] in old:
            at = old.index(new[0])
            self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), 0)
            self._rows = list(rows)
            self.endMoveRows()
        else:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._rows = list(rows)
            self.endInsertRows()
        return True

    def _removed(
        self, old: list[ConversationId], new: list[ConversationId], rows: "Sequence[Conversation]"
    ) -> bool:
        """Announce that one conversation has gone."""
        if len(old) != len(new) + 1:
            return False
        at = next((i for i, kept in enumerate(new) if kept != old[i]), len(new))
        if old[:at] + old[at + 1 :] != new:
            return False
        self.beginRemoveRows(QModelIndex(), at, at)
        self._rows = list(rows)
        self.endRemoveRows()
        return True

    def refresh(self, conversation: "Conversation") -> None:
        """Show a conversation that changed in place."""
        row = self.row_of(conversation.id)
        if row >= 0 and self._rows[row] != conversation:
            self._rows[row] = conversation
            self._announce((row,))

    def mark(
        self,
        conversation_id: ConversationId,
        *,
        answering: bool | None = None,
        unread: bool | None = None,
    ) -> None:
        """Set the marks of one conversation; ``None`` leaves a mark as it is."""
        for marks, wanted in ((self._answering, answering), (self._unread, unread)):
            if wanted is not None:
                (marks.add if wanted else marks.discard)(conversation_id)
        row = self.row_of(conversation_id)
        if row >= 0:
            self._announce((row,))

    def _announce(self, rows: Sequence[int]) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))
