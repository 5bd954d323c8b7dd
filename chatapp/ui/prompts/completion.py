"""The list that opens when a slash is typed at the beginning of a line of the composer."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from chatapp.domain.prompts import Prompt

MOST_ROWS = 8
WIDTH = 420
_TYPED = re.compile(r"/([\w-]{0,40})$")


class PromptCompletion(QListWidget):
    """Prompts by what is typed after the slash; ``find`` returns them, the best first.

    The composer keeps the focus: arrows choose, Enter and Tab take, Escape closes.
    """

    prompt_chosen = Signal(str)
    """The id of a prompt; what was typed of its name is gone from the text."""

    library_requested = Signal()
    """There are no prompts yet, and the person would like to write one."""

    def __init__(
        self, edit: QPlainTextEdit, parent: QWidget, find: Callable[[str], Sequence[Prompt]]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("promptCompletion")
        self.setAccessibleName(QCoreApplication.translate("Prompts", "Prompts"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit = edit
        self._page = parent
        self._anchor = edit.parentWidget() or edit
        self._find = find
        self._closed_at = -1
        edit.textChanged.connect(self._on_text)
        edit.cursorPositionChanged.connect(self._on_cursor)
        edit.installEventFilter(self)
        self.itemClicked.connect(lambda _: self._take())
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that choose, while the list is open."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if self.isHidden() or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        return self._press(Qt.Key(event.key()))

    def _press(self, key: Qt.Key) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            self.setCurrentRow((self.currentRow() + steps[key]) % self.count())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self._take()
        elif key == Qt.Key.Key_Escape:
            self._closed_at = self._typed_from()
            self.hide()
        else:
            return False
        return True

    def _typed(self) -> str | None:
        """Return what stands behind a slash that begins the line, up to the cursor."""
        cursor = self._edit.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        match = _TYPED.match(before)
        return match[1] if match and not cursor.hasSelection() else None

    def _typed_from(self) -> int:
        return self._edit.textCursor().block().position()

    def _on_text(self) -> None:
        typed = self._typed()
        found = self._find(typed) if typed is not None else ()
        begins = typed == "" and not found
        if not (found or begins) or self._typed_from() == self._closed_at:
            self.hide()
            if typed is None:
                self._closed_at = -1
            return
        self.clear()
        if begins:  # nothing to complete: say what would be here
            self.addItem(QCoreApplication.translate("Prompts", "No prompts yet. Write one…"))
        self._show(found)

    def _on_cursor(self) -> None:
        if not self.isHidden() and self._typed() is None:
            self.hide()

    def _show(self, found: Sequence[Prompt]) -> None:
        for prompt in found:
            words = " ".join(prompt.text.split())
            item = QListWidgetItem(f"/{prompt.name}   {words[:120]}", self)
            item.setData(Qt.ItemDataRole.UserRole, prompt.id)
        self.setCurrentRow(0)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = min(self.count(), MOST_ROWS)
        height = self.sizeHintForRow(0) * rows + 2 * self.frameWidth() + 10
        corner = self._anchor.mapTo(self._page, QPoint(0, 0))
        width = min(WIDTH, self._anchor.width())
        self.setGeometry(corner.x(), max(0, corner.y() - height - 6), width, height)
        self.show()
        self.raise_()

    def _take(self) -> None:
        chosen = self.currentItem().data(Qt.ItemDataRole.UserRole)
        cursor = self._edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self.hide()
        if chosen is None:
            self.library_requested.emit()
        else:
            self.prompt_chosen.emit(str(chosen))
