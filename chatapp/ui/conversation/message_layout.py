"""One message as a column of parts with their heights, laid out part by part."""

from collections.abc import Sequence

from chatapp.domain.messages import Role
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.height_index import HeightIndex
from chatapp.ui.conversation.message_memory import MessageMemory
from chatapp.ui.conversation.message_sections import REASONING, MessageSections, Section
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.image_part import ImagePart
from chatapp.ui.conversation.parts.mirroring import is_mirrored
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.shown_message import ShownMessage

SURFACE_PADDING = 4
"""Units between the left and right edges of a surface and what lies on it."""


class MessageLayout:
    """The parts of one message and their heights, exact where they have been laid out.

    Heights include the gap above a part.
    """

    def __init__(
        self, shown: ShownMessage, memory: MessageMemory, look: Appearance, width: int
    ) -> None:
        self.parts: list[Part] = []
        self.heights = HeightIndex()
        self._memory = memory
        self._sections = MessageSections(memory)
        self._section_lengths: tuple[int, ...] = ()
        self._look = look
        self._width = width
        self._exact: list[bool] = []
        self.update(shown)

    @property
    def has_surface(self) -> bool:
        """Whether the message lies on a tinted surface (what the person wrote)."""
        return self.shown.message.role is Role.USER

    @property
    def surface_end(self) -> int:
        """The index of the first part that is not on the surface."""
        return sum(self._section_lengths[:-1])

    def update(self, shown: ShownMessage) -> None:
        """Show another state of the message; parts that stay the same keep their layout."""
        self.shown = shown
        sections = self._sections.update(shown)
        lengths = tuple(len(section.parts) for section in sections)
        first = before = 0
        for number, section in enumerate(sections):
            moved = self._section_lengths[:number] != lengths[:number]
            first = before if moved else before + section.first_changed
            if moved or section.first_changed < lengths[number]:
                break
            if self._section_lengths[number : number + 1] != (lengths[number],):
                break
            before += lengths[number]
        self._section_lengths = lengths
        first = min(first, len(self._exact), sum(lengths))
        self.parts[first:] = _parts_from(sections, first)
        self._measure_from(first)

    def fit(self, look: Appearance, width: int) -> None:
        """Take another look or width; all heights are estimates again."""
        if look is not self._look:
            for part in self.parts:
                part.release()
        self._look, self._width = look, width
        self._measure_from(0)

    def toggle_fold(self, name: str) -> None:
        """Open or close what a fold holds."""
        message_id = self.shown.message.id
        default = name == REASONING and MessageSections.reasoning_default(self.shown)
        is_open = self._memory.is_open(message_id, name, default=default)
        self._memory.set_open(message_id, name, is_open=not is_open)
        self.update(self.shown)

    def toggle_raw(self) -> None:
        """Show the message as its source, or rendered again."""
        self._memory.toggle_raw(self.shown.message.id)
        self.update(self.shown)

    def retint(self) -> None:
        """Show the tokens tinted as they are remembered now; nothing moves by it."""
        self._sections.tint(self.shown)

    def show_strip(self) -> bool:
        """Show the strip that is remembered now, or none; return whether anything moves by it."""
        if self._sections.follow_strip(self.shown.message):
            return False
        self.update(self.shown)
        return True

    def left_of(self, index: int) -> int:
        """Return how far a part is from the column's left edge, in pixels."""
        indent = 0 if is_mirrored() else self.parts[index].indent
        return (indent + self._padding(index)) * self._look.unit

    def gap_of(self, index: int) -> int:
        """Return the empty space above a part, in pixels."""
        return self.parts[index].gap * self._look.unit

    def is_exact(self, index: int) -> bool:
        """Whether a part's height is known, not estimated."""
        return self._exact[index]

    def lay_out(self, index: int) -> None:
        """Lay one part out and take its height over."""
        height = self.prepare(index) + self.gap_of(index)
        self.heights.change(index, height)
        self._exact[index] = True

    def prepare(self, index: int) -> int:
        """Make a part ready to paint, also if it has given its layout back; return its height."""
        return self.parts[index].prepare(self._look, self._width_of(index))

    def code_part(self, name: str) -> CodePart | None:
        """Return the code block of that name."""
        codes = (part for part in self.parts if isinstance(part, CodePart))
        return next((part for part in codes if part.name == name), None)

    def renew(self) -> bool:
        """Show formulas and pictures that have come meanwhile; return whether any part changed."""
        changed = [
            part
            for part in self.parts
            if part.awaits_formulas or (isinstance(part, ImagePart) and part.is_stale)
        ]
        for part in changed:
            part.release()
            part.change_looks()
            part.awaits_formulas = False
        if changed:
            self.remeasure(changed[0])
        return bool(changed)

    def remeasure(self, part: Part) -> None:
        """Measure again from a part that has changed by itself."""
        self._measure_from(self.parts.index(part))

    def _padding(self, index: int) -> int:
        return SURFACE_PADDING if self.has_surface and index < self.surface_end else 0

    def _width_of(self, index: int) -> int:
        both = self.parts[index].indent + 2 * self._padding(index)
        return max(self._look.unit * 20, self._width - both * self._look.unit)

    def _measure_from(self, first: int) -> None:
        self.heights.truncate(first)
        del self._exact[first:]
        for index in range(first, len(self.parts)):
            part = self.parts[index]
            guess = part.estimated_height(self._look, self._width_of(index))
            self.heights.append(guess + self.gap_of(index))
            self._exact.append(False)


def _parts_from(sections: Sequence[Section], first: int) -> list[Part]:
    """Return the parts of all sections from number ``first`` on."""
    parts: list[Part] = []
    for section in sections:
        count = len(section.parts)
        if first < count:
            parts += section.parts[max(0, first) :]
        first -= count
    return parts
