"""What the message view's helpers share: the transcript, the viewport's place, what is selected."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QSize, Signal

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.painting import Attention
from chatapp.ui.conversation.parts.part import Mark
from chatapp.ui.conversation.screen import Screen, column_width
from chatapp.ui.conversation.scroller import Anchor, Scroller
from chatapp.ui.conversation.selection import END, Place, Selection
from chatapp.ui.conversation.transcript import Transcript
from chatapp.ui.conversation.wishes import Wish


class Stage(QObject):
    """The state behind the view. Pointer, keyboard and search change it here, nowhere else.

    ``moved`` says that other things may be visible now, ``looks_changed`` that the same things
    must be painted again.
    """

    moved = Signal()
    looks_changed = Signal()
    wished = Signal(int, object)
    link_clicked = Signal(str, str)
    token_clicked = Signal(int, int)
    row_chosen = Signal(int)
    """The person went to a message."""

    def __init__(self, look: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self.size = QSize(1, 1)
        self.transcript = Transcript(look, column_width(look, 1))
        self.scroller = Scroller(self.transcript)
        self.screen = Screen(self.transcript, self.scroller)
        self.selection = Selection()
        self.attention = Attention()
        self.marks: dict[tuple[int, int], Sequence[Mark]] = {}

    def settle(self, size: QSize) -> None:
        """Lay out what a viewport of ``size`` shows."""
        self.size = size
        self.screen.settle(size)

    def move_rows(self, by: int) -> None:
        """Follow the messages to other rows: that many more are above them now."""
        self.scroller.anchor.row += by
        self.selection.move_rows(by)
        places = {"focus_row": self.attention.focus_row, "hover_row": self.attention.hover_row}
        self.attend(**{name: row + by for name, row in places.items() if row >= 0})
        self.marks = {}

    def scroll(self, pixels: int) -> None:
        """Scroll as the person asked; upwards lets go of the end, reaching it takes hold."""
        if pixels < 0:
            self.scroller.following = False
        self.scroller.scroll_by(pixels)
        self.screen.settle(self.size)
        self.scroller.following = pixels > 0 and self.is_at_end()
        self.moved.emit()

    def jump_to(self, value: int) -> None:
        """Go where the scroll bar says."""
        self.scroller.following = False
        self.scroller.jump_to(value)
        self.screen.settle(self.size)
        self.scroller.following = self.is_at_end()
        self.moved.emit()

    def go_to_end(self) -> None:
        """Show the end, and follow it."""
        self.scroller.following = True
        self.moved.emit()

    def go_to_start(self) -> None:
        """Show the beginning."""
        self.scroller.following = False
        self.scroller.anchor = Anchor()
        self.moved.emit()

    def is_at_end(self) -> bool:
        """Return whether the last part's end is in sight."""
        if not self.screen.visible:
            return True
        seen = self.screen.visible[-1]
        last_row = len(self.transcript) - 1
        if (seen.row, seen.slot) != (last_row, len(self.transcript.layout(last_row).parts) - 1):
            return False
        return seen.top + seen.height <= self.size.height() + 4

    def show_row(self, row: int) -> None:
        """Scroll as little as needed to bring a message into sight."""
        box = self.screen.row_rect(row)
        if box.isEmpty():
            below = bool(self.screen.visible) and row > self.screen.visible[-1].row
            self.scroller.following = False
            self.scroller.jump_to_row(row)
            if below:
                self.scroller.scroll_by(-self.size.height() // 2)
            self.moved.emit()
        elif box.top() < 0 and box.bottom() < self.size.height():
            self.scroll(box.top() - self.transcript.look.unit * 3)
        elif box.bottom() > self.size.height() and box.top() > 0:
            self.scroll(min(box.top(), box.bottom() - self.size.height()))

    def show_place(self, place: Place) -> None:
        """Bring a place in the text into the middle third."""
        part = self.transcript.prepare(place.row, place.slot)
        rect = part.position_rect(place.position)
        seen = next(
            (s for s in self.screen.visible if (s.row, s.slot) == place[:2]),
            None,
        )
        if seen and 0 <= seen.top + rect.top() <= self.size.height() - rect.height():
            self.looks_changed.emit()
            return
        self.scroller.following = False
        gap = self.transcript.layout(place.row).gap_of(place.slot)
        self.transcript.lay_out(place.row, place.slot)
        self.scroller.anchor = Anchor(place.row, place.slot, gap + rect.top())
        self.scroller.scroll_by(-self.size.height() // 3)
        self.moved.emit()

    def marks_in(self, row: int, slot: int) -> Sequence[Mark]:
        """Return the search hits of a part."""
        return self.marks.get((row, slot), ())

    def select_all(self) -> None:
        """Select every message."""
        if len(self.transcript):
            self.selection.select(Place(0, 0, 0), Place(len(self.transcript) - 1, END, END))
            self.looks_changed.emit()

    def attend(self, **changes: object) -> None:
        """Say where pointer or keyboard are now."""
        attention = replace(self.attention, **changes)  # type: ignore[arg-type]
        if attention != self.attention:
            self.attention = attention
            self.looks_changed.emit()

    def wish(self, row: int, wish: Wish) -> None:
        """State a wish for the message in ``row``."""
        self.wished.emit(row, wish)
