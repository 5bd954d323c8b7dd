"""Every command in one list: type a few letters, press Enter."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from chatapp.ui.fonts import open_at
from chatapp.ui.theme import current_theme

_ACTION, _KEYS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_EDGE = 10


class _WithKeys(QStyledItemDelegate):
    """Writes the keys of a command at the other end of its row."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        area = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        painter.save()
        painter.setPen(current_theme().colour("muted"))
        end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        flags = QStyle.visualAlignment(option.direction, end)
        painter.drawText(area, flags, str(index.data(_KEYS)))
        painter.restore()


class CommandPalette(QDialog):
    """Shows the commands that can be used now; the arrow keys move while one types."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Palette", "Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, 460, 380)
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(QCoreApplication.translate("Palette", "Type a command"))
        self._line.setAccessibleName(self._line.placeholderText())
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.windowTitle())
        self._list.setItemDelegate(_WithKeys(self._list))
        self._nothing = QLabel(QCoreApplication.translate("Palette", "No command is called so."))
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.addWidget(self._line)
        layout.addWidget(self._nothing)
        layout.addWidget(self._list)
        self._actions = [
            action
            for action in actions
            if action.isEnabled() and action.objectName() != "commandPalette"
        ]
        self._show_matching("")
        self._line.textChanged.connect(self._show_matching)
        self._line.returnPressed.connect(self._run)
        self._list.itemActivated.connect(self._run)
        self._line.installEventFilter(self)

    def _show_matching(self, typed: str) -> None:
        """List what has the typed words, that in which words begin so before the others."""
        words = typed.lower().split()
        fitting = [a for a in self._actions if all(word in _words_of(a) for word in words)]
        self._list.clear()
        for action in sorted(fitting, key=lambda a: not _begin_so(_label(a), words)):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(_label(action), self._list)
            item.setData(_ACTION, action)
            item.setData(_KEYS, keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_label(action)} {keys}".strip())
        self._list.setCurrentRow(0)
        self._nothing.setHidden(bool(fitting))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the line has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
            if event.key() in moves:
                self._list.event(event)
                return True
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        """Run the chosen command; where there is none, one can type on."""
        if not self._list.count():
            return
        action = self._list.currentItem().data(_ACTION)
        self.close()
        if isinstance(action, QAction):
            action.trigger()


def _label(action: QAction) -> str:
    return action.text().replace("&", "")


def _words_of(action: QAction) -> str:
    """Return what finds a command: its label, and its name, as others know it: ``compare``."""
    return f"{_label(action)} {action.objectName()}".lower()


def _begin_so(label: str, words: Sequence[str]) -> bool:
    """Whether each of the typed words is how a word of the label begins."""
    inside = label.lower().split()
    return all(any(part.startswith(word) for part in inside) for word in words)
