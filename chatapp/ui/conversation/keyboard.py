"""The keyboard in the message view: walking messages and their controls, scrolling, copying."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from chatapp.ui.conversation.caret import Caret
from chatapp.ui.conversation.parts.part import Area
from chatapp.ui.conversation.stage import Stage

SIDEWAYS = 60
"""Pixels that wide content moves at one press."""


class Keyboard:
    """Turns key presses into changes of the stage."""

    def __init__(self, stage: Stage, copy: Callable[[], None]) -> None:
        self._stage = stage
        self._copy = copy
        self._caret = Caret(stage)

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; return whether it meant anything here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._stage.select_all()
            return True
        if self._caret.press(event):
            return True
        action = self._actions().get(Qt.Key(event.key()))
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if action is None or plain != Qt.KeyboardModifier.NoModifier:
            return False
        return action()

    def next_control(self, *, forwards: bool) -> bool:
        """Move to the next control of the current message; return False past its ends."""
        wishes = [area.wish for area in self._areas()]
        focused = self._stage.attention.focused
        at = wishes.index(focused) if focused in wishes else (-1 if forwards else len(wishes))
        at += 1 if forwards else -1
        if not 0 <= at < len(wishes):
            self._stage.attend(focused=None)
            return False
        self._stage.attend(focused=wishes[at])
        return True

    def _actions(self) -> dict[Qt.Key, Callable[[], bool]]:
        page = max(1, self._stage.size.height() - self._stage.transcript.look.line_height * 2)
        return {
            Qt.Key.Key_Up: lambda: self._walk(-1),
            Qt.Key.Key_Down: lambda: self._walk(1),
            Qt.Key.Key_Left: lambda: self._scroll_sideways(-SIDEWAYS),
            Qt.Key.Key_Right: lambda: self._scroll_sideways(SIDEWAYS),
            Qt.Key.Key_PageUp: lambda: self._scroll(-page),
            Qt.Key.Key_PageDown: lambda: self._scroll(page),
            Qt.Key.Key_Space: lambda: self._press_or_scroll(page),
            Qt.Key.Key_Home: self._to_start,
            Qt.Key.Key_End: self._to_end,
            Qt.Key.Key_Return: self._press_focused,
            Qt.Key.Key_Enter: self._press_focused,
            Qt.Key.Key_Escape: self._let_go,
        }

    def _areas(self) -> list[Area]:
        row = self._stage.attention.focus_row
        return [area for _, area, _ in self._stage.screen.areas(row)]

    def _walk(self, step: int) -> bool:
        count = len(self._stage.transcript)
        if not count:
            return False
        row = self._stage.attention.focus_row
        rows = self._stage.screen.rows()
        if row < 0 or (row not in rows and rows):
            row = (rows[-1] if step < 0 else rows[0]) - step
        elif self._scroll_inside(row, step):
            return True
        row = min(max(0, row + step), count - 1)
        self._stage.attend(focus_row=row, focused=None)
        self._stage.show_row(row)
        self._stage.row_chosen.emit(row)
        return True

    def _scroll_inside(self, row: int, step: int) -> bool:
        """Scroll through a message taller than the viewport before leaving it."""
        box, height = self._stage.screen.row_rect(row), self._stage.size.height()
        hidden = box.bottom() - height if step > 0 else -box.top()
        if hidden <= 0 or box.isEmpty():
            return False
        self._stage.scroll(step * min(hidden + self._stage.transcript.look.unit * 4, height // 2))
        return True

    def _scroll(self, pixels: int) -> bool:
        self._stage.scroll(pixels)
        return True

    def _scroll_sideways(self, pixels: int) -> bool:
        """Move the wide tables and code of the current message that are on the screen."""
        row = self._stage.attention.focus_row
        parts = [part for seen, part in self._stage.screen.visible_parts() if seen.row == row]
        moved = [part.scroll_sideways(pixels) for part in parts]
        if any(moved):
            self._stage.looks_changed.emit()
        return any(moved)

    def _to_start(self) -> bool:
        self._stage.go_to_start()
        self._attend_if_current(0)
        return True

    def _to_end(self) -> bool:
        self._stage.go_to_end()
        self._attend_if_current(len(self._stage.transcript) - 1)
        return True

    def _attend_if_current(self, row: int) -> None:
        """Make ``row`` the current message, if there is one."""
        if self._stage.attention.focus_row >= 0:
            self._stage.attend(focus_row=row, focused=None)

    def _press_focused(self) -> bool:
        focused, row = self._stage.attention.focused, self._stage.attention.focus_row
        if focused is None:
            return False
        self._stage.wish(row, focused)
        return True

    def _press_or_scroll(self, page: int) -> bool:
        return self._press_focused() or self._scroll(page)

    def _let_go(self) -> bool:
        if self._stage.attention.focus_row < 0 and self._stage.selection.is_empty:
            return False
        self._stage.selection.clear()
        self._stage.attend(focus_row=-1, focused=None)
        self._stage.looks_changed.emit()
        return True
