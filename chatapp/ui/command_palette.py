"""Every command in one list: type a few letters, press Enter."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from chatapp.ui.fonts import open_at


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
        layout = QVBoxLayout(self)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        for action in actions:
            if action.isEnabled() and action.objectName() != "commandPalette":
                self._add(action)
        self._list.setCurrentRow(0)
        self._line.textChanged.connect(self._show_matching)
        self._line.returnPressed.connect(self._run)
        self._list.itemActivated.connect(self._run)
        self._line.installEventFilter(self)

    def _add(self, action: QAction) -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        label = action.text().replace("&", "")
        item = QListWidgetItem(f"{label}   {keys}" if keys else label, self._list)
        item.setData(Qt.ItemDataRole.UserRole, action)

    def _show_matching(self, typed: str) -> None:
        words = typed.lower().split()
        shown = -1
        for row in range(self._list.count()):
            item = self._list.item(row)
            fits = all(word in item.text().lower() for word in words)
            item.setHidden(not fits)
            if fits and shown < 0:
                shown = row
        self._list.setCurrentRow(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the line has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
            if event.key() in moves:
                self._list.event(event)
                return True
        return super().eventFilter(watched, event)

    def _run(self) -> None:
        item = self._list.currentItem()
        self.close()
        if item is not None and not item.isHidden():
            action = item.data(Qt.ItemDataRole.UserRole)
            if isinstance(action, QAction):
                action.trigger()
