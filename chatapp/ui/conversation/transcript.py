"""All messages of the shown path: their heights, and the layouts of the few that are needed."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from chatapp.domain.messages import Message, MessageId, Role
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.height_index import HeightIndex
from chatapp.ui.conversation.message_memory import MessageMemory
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.shown_message import ShownMessage

if TYPE_CHECKING:
    from chatapp.ui.conversation.message_layout import MessageLayout

KEPT_MESSAGES = 48
"""Parsed messages; enough for some screens in each direction."""
KEPT_PARTS = 400
"""Parts whose documents are kept; long answers have thousands of parts."""
_FRAME_LINES = 5
"""Lines that head, actions and gaps of a message take, for the estimate."""


class Transcript:
    """The messages by row, from the root of the path down."""

    def __init__(self, look: Appearance, width: int) -> None:
        self.heights = HeightIndex()
        self.memory = MessageMemory()
        self.rows: list[ShownMessage] = []
        self._row_of: dict[MessageId, int] = {}
        self._look = look
        self._width = width
        self._line = look.line_height
        self._layouts: OrderedDict[MessageId, MessageLayout] = OrderedDict()
        self._ready: OrderedDict[Part, None] = OrderedDict()

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def look(self) -> Appearance:
        """How messages look at present."""
        return self._look

    @property
    def width(self) -> int:
        """The width of the column in pixels."""
        return self._width

    def row_of(self, message_id: MessageId) -> int | None:
        """Return the row of a message, or None if it is not on the path."""
        return self._row_of.get(message_id)

    def set_path(self, messages: Sequence[ShownMessage]) -> int:
        """Show other messages; return how many rows at the beginning stay the same message.

        Rows whose message stays but whose content is another are brought up to date.
        """
        same = 0
        for old, new in zip(self.rows, messages, strict=False):
            if old is not new and old.message.id != new.message.id:
                break
            same += 1
        self._drop_rows(same)
        for row in range(same):
            if self.rows[row] is not messages[row] and self.rows[row] != messages[row]:
                self.replace(row, messages[row])
        self._append(messages[same:])
        return same

    def extend_above(self, messages: Sequence[ShownMessage]) -> int:
        """Show more messages above those that are there, which keep their layouts.

        Returns how many; 0, and nothing done, if ``messages`` do not end with those there.
        """
        added = len(messages) - len(self.rows)
        if not self.rows or added <= 0:
            return 0
        ends = ((added, 0), (len(messages) - 1, -1))
        if any(messages[new].message.id != self.rows[old].message.id for new, old in ends):
            return 0
        self.rows = list(messages)
        self._row_of = {shown.message.id: row for row, shown in enumerate(messages)}
        for shown in messages[added:]:
            layout = self._layouts.get(shown.message.id)
            if layout is not None and layout.shown != shown:
                layout.update(shown)
        self.heights.reset(self._known_height(shown) for shown in messages)
        return added

    def replace(self, row: int, shown: ShownMessage) -> None:
        """Bring one row up to date."""
        self.rows[row] = shown
        layout = self._layouts.get(shown.message.id)
        if layout is None:
            self.heights.change(row, self._estimate(shown))
        else:
            layout.update(shown)
            self.heights.change(row, layout.heights.total)

    def fit(self, look: Appearance, width: int) -> None:
        """Take another look or width; what is not laid out again keeps an estimate."""
        if look is self._look and width == self._width:
            return
        self._look, self._width, self._line = look, width, look.line_height
        for layout in self._layouts.values():
            layout.fit(look, width)
        self._ready.clear()
        self.heights.reset(self._known_height(shown) for shown in self.rows)

    def layout(self, row: int) -> "MessageLayout":
        """Return a row's parts, parsed now if need be."""
        message_id = self.rows[row].message.id
        layout = self._layouts.get(message_id)
        if layout is None:
            from chatapp.ui.conversation.message_layout import MessageLayout

            layout = MessageLayout(self.rows[row], self.memory, self._look, self._width)
            self._layouts[message_id] = layout
            self._forget_old_layouts()
            self.heights.change(row, layout.heights.total)
        self._layouts.move_to_end(message_id)
        return layout

    def known_layout(self, row: int) -> "MessageLayout | None":
        """Return a row's parts if they are at hand."""
        return self._layouts.get(self.rows[row].message.id)

    def lay_out(self, row: int, index: int) -> int:
        """Lay out one part of a row; return its height with the gap above it."""
        return self.measure(row, self.layout(row), index)

    def measure(self, row: int, layout: "MessageLayout", index: int) -> int:
        """Lay out a part of a row whose ``layout`` is at hand; nothing is done twice."""
        if not layout.is_exact(index):
            layout.lay_out(index)
            self.heights.change(row, layout.heights.total)
        return layout.heights[index]

    def prepare(self, row: int, index: int) -> Part:
        """Return a part ready to paint; parts long unused give their documents back."""
        layout = self.layout(row)
        part = layout.parts[index]
        layout.prepare(index)
        self._ready[part] = None
        self._ready.move_to_end(part)
        while len(self._ready) > KEPT_PARTS:
            self._ready.popitem(last=False)[0].release()
        return part

    def refresh(self, row: int) -> None:
        """Take over a row's height after its layout was changed from outside."""
        self.heights.change(row, self.layout(row).heights.total)

    def renew(self) -> bool:
        """Show formulas and pictures that have come meanwhile; return whether any row changed."""
        changed = False
        for row, shown in enumerate(self.rows):
            layout = self._layouts.get(shown.message.id)
            if layout is not None and layout.renew():
                self.heights.change(row, layout.heights.total)
                changed = True
        return changed

    def set_costs(self, cost_of: Callable[[Message], float | None]) -> None:
        """Take over what answers cost; what is laid out is brought up to date."""
        self.memory.cost_of = cost_of
        for row, shown in enumerate(self.rows):
            if shown.message.id in self._layouts:
                self.replace(row, shown)

    def _append(self, messages: Sequence[ShownMessage]) -> None:
        first = len(self.rows)
        self.rows.extend(messages)
        for row, shown in enumerate(messages, first):
            self._row_of[shown.message.id] = row
        if first:
            for shown in messages:
                self.heights.append(self._known_height(shown))
        else:
            self.heights.reset(self._known_height(shown) for shown in messages)

    def _drop_rows(self, first: int) -> None:
        for shown in self.rows[first:]:
            del self._row_of[shown.message.id]
            self._layouts.pop(shown.message.id, None)
        del self.rows[first:]
        self.heights.truncate(first)

    def _forget_old_layouts(self) -> None:
        while len(self._layouts) > KEPT_MESSAGES:
            _, layout = self._layouts.popitem(last=False)
            for part in layout.parts:
                self._ready.pop(part, None)

    def _known_height(self, shown: ShownMessage) -> int:
        layout = self._layouts.get(shown.message.id)
        return layout.heights.total if layout else self._estimate(shown)

    def _estimate(self, shown: ShownMessage) -> int:
        text = shown.message.text
        per_line = max(8, 80 * self._width // max(1, self._look.measure))
        if not text.isascii():
            per_line = per_line * 2 // 3
        lines = len(text) // per_line + text.count("\n") * 3 // 4 + 1
        spare = 1 if shown.message.role is Role.USER else 0
        return (lines + _FRAME_LINES + spare) * self._line
