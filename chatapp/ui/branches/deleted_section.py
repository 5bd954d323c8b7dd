"""What was deleted in the conversation, below the map: brought back or deleted for good."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.branch_map import DeletedBranch
from chatapp.domain.library import BIN_DAYS

MOST_ROWS_SEEN = 4
_ROOM = 8
_FIRST = Qt.ItemDataRole.UserRole


class DeletedSection(QWidget):
    """Hidden while there is nothing in it."""

    restore_requested = Signal(str)
    """The first message of a deleted branch; so with the next."""
    erase_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setObjectName("deletedMessages")
        label = QLabel(
            tr("Branches", "Deleted messages, kept for {days} days:").format(days=BIN_DAYS), self
        )
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setContentsMargins(8, 4, 8, 0)
        self.rows = QListWidget(self)
        self.rows.setFrameShape(QListWidget.Shape.NoFrame)
        self.rows.setAccessibleName(tr("Branches", "Deleted messages"))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.rows.itemActivated.connect(lambda _: self._ask(self.restore_requested))
        self.restore = QPushButton(tr("Branches", "Restore"), self)
        self.erase = QPushButton(tr("Branches", "Delete for good…"), self)
        for button, signal in (
            (self.restore, self.restore_requested),
            (self.erase, self.erase_requested),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, s=signal: self._ask(s))
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(self.erase)
        row.addWidget(self.restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(label)
        layout.addWidget(self.rows)
        layout.addLayout(row)
        self.hide()

    def show_branches(self, branches: Sequence[DeletedBranch]) -> None:
        """Show what can be brought back; the one that was chosen stays so."""
        at = max(self.rows.currentRow(), 0)
        self.rows.clear()
        for branch in branches:
            words = QCoreApplication.translate("Branches", "{words} (messages: {count})")
            text = words.format(words=branch.words or "…", count=branch.count)
            item = QListWidgetItem(text if branch.count > 1 else branch.words or "…")
            item.setData(_FIRST, branch.first)
            item.setToolTip(branch.words)
            self.rows.addItem(item)
        self.rows.setCurrentRow(min(at, len(branches) - 1))
        seen = min(len(branches), MOST_ROWS_SEEN)
        height = self.rows.sizeHintForRow(0) if branches else 0
        self.rows.setFixedHeight(max(height, self.fontMetrics().height()) * seen + 2 * _ROOM)
        self.setVisible(bool(branches))

    def _ask(self, wish: SignalInstance) -> None:
        item = self.rows.currentItem()
        if item is not None:
            wish.emit(str(item.data(_FIRST)))
