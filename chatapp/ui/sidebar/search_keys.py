"""Keys in the search line that lead into what was found."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from chatapp.qtmodels.conversation_list import ConversationListModel

_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchKeys(QObject):
    """Enter and Down go to the first row, as soon as what was typed has been looked up."""

    first_wanted = Signal()

    def __init__(self, line: QLineEdit, model: ConversationListModel) -> None:
        super().__init__(line)
        self._line = line
        self._model = model
        self._is_behind = False
        self._is_wanted = False
        line.textChanged.connect(self._on_typed)
        model.groups_changed.connect(self._on_shown)
        line.installEventFilter(self)

    def _on_typed(self) -> None:
        self._is_behind = True
        self._is_wanted = False

    def _on_shown(self) -> None:
        if self._model.is_search != bool(self._line.text().strip()):
            return
        self._is_behind = False
        if self._is_wanted:
            self._is_wanted = False
            self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that leave the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _KEYS and is_plain:
                self._is_wanted = self._is_behind
                if not self._is_behind:
                    self._ask()
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        if self._model.rowCount():
            self.first_wanted.emit()
