"""Selecting by keyboard: the end of the selection walks through words, lines, parts, messages."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.selection import Place
from chatapp.ui.conversation.stage import Stage

_Key, _Move = QKeySequence.StandardKey, QTextCursor.MoveOperation
_MOVES = {
    _Key.SelectNextChar: _Move.NextCharacter,
    _Key.SelectPreviousChar: _Move.PreviousCharacter,
    _Key.SelectNextWord: _Move.NextWord,
    _Key.SelectPreviousWord: _Move.PreviousWord,
    _Key.SelectNextLine: _Move.Down,
    _Key.SelectPreviousLine: _Move.Up,
    _Key.SelectStartOfLine: _Move.StartOfLine,
    _Key.SelectEndOfLine: _Move.EndOfLine,
    _Key.SelectStartOfBlock: _Move.StartOfBlock,
    _Key.SelectEndOfBlock: _Move.EndOfBlock,
}
_PAGES = {_Key.SelectNextPage: _Move.Down, _Key.SelectPreviousPage: _Move.Up}
_ENDS = {_Key.SelectStartOfDocument: False, _Key.SelectEndOfDocument: True}
_FORWARDS = {_Move.NextCharacter, _Move.NextWord, _Move.Down}
_WITHIN = {_Move.StartOfLine, _Move.EndOfLine, _Move.StartOfBlock, _Move.EndOfBlock}


class Caret:
    """Moves the end of the selection; where nothing is selected, it begins at the message with
    the keyboard, else at the top of the screen."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key that selects; return whether it was one."""
        for key, move in _MOVES.items():
            if event.matches(key):
                return self._extend(move)
        for key, move in _PAGES.items():
            if event.matches(key):
                line = self._stage.transcript.look.line_height
                return self._extend(move, max(1, self._stage.size.height() // line - 1))
        for key, to_end in _ENDS.items():
            if event.matches(key):
                return self._extend_to_end(to_end=to_end)
        return False

    def _extend(self, move: QTextCursor.MoveOperation, times: int = 1) -> bool:
        place = self._head()
        if place is None:
            return False
        for _ in range(times):
            place = self._moved(place, move) or place
        self._show(place)
        return True

    def _extend_to_end(self, *, to_end: bool) -> bool:
        start = self._head()
        rows = range(len(self._stage.transcript))
        found = next(self._texts(reversed(rows) if to_end else rows, backwards=to_end), None)
        if start is None or found is None:
            return False
        self._show(found._replace(position=self._part(found).length() if to_end else 0))
        return True

    def _show(self, place: Place) -> None:
        self._stage.selection.extend(place)
        self._stage.show_place(place)
        self._stage.looks_changed.emit()

    def _head(self) -> Place | None:
        """Return the end that moves; set the other one if nothing is selected."""
        selection, transcript = self._stage.selection, self._stage.transcript
        if selection.head is not None and selection.head.row < len(transcript):
            row, slot, position = selection.head
            slot = min(slot, len(transcript.layout(row).parts) - 1)
            if transcript.layout(row).parts[slot].selectable:
                return Place(row, slot, position)
        focused = self._stage.attention.focus_row
        rows = [focused] if focused >= 0 else self._stage.screen.rows()
        start = next(self._texts(rows), None)
        if start is not None:
            selection.begin(start)
        return start

    def _moved(self, place: Place, move: QTextCursor.MoveOperation) -> Place | None:
        """Return where a move leads; past the end of a part it leads into the next one."""
        part = self._part(place)
        position = part.moved(place.position, move)
        if position is not None or move in _WITHIN:
            return None if position is None else place._replace(position=position)
        forwards = move in _FORWARDS
        beside = self._beside(place, forwards=forwards)
        if beside is None:
            return place._replace(position=part.length() if forwards else 0)
        return beside if forwards else beside._replace(position=self._part(beside).length())

    def _beside(self, place: Place, *, forwards: bool) -> Place | None:
        count = len(self._stage.transcript)
        rows = range(place.row, count) if forwards else range(place.row, -1, -1)
        for found in self._texts(rows, backwards=not forwards):
            if found[:2] > place[:2] if forwards else found[:2] < place[:2]:
                return found
        return None

    def _texts(self, rows: Iterable[int], *, backwards: bool = False) -> Iterator[Place]:
        """Yield the beginnings of the parts with words in these rows."""
        for row in rows:
            parts = list(enumerate(self._stage.transcript.layout(row).parts))
            for slot, part in reversed(parts) if backwards else parts:
                if isinstance(part, DocumentPart) and part.selectable:
                    yield Place(row, slot, 0)

    def _part(self, place: Place) -> DocumentPart:
        part = self._stage.transcript.prepare(place.row, place.slot)
        assert isinstance(part, DocumentPart)  # noqa: S101 - only these are selectable
        return part
