"""The base of all parts, and what they exchange with the view."""

from collections.abc import Sequence
from dataclasses import field

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.wishes import Wish


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle (in its part's coordinates) that does something; ``label`` says what.

    ``quiet`` areas are drawn only while the pointer or the keyboard is in their message.
    """

    rect: QRect
    wish: Wish
    label: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link under the pointer: its address and the words that are shown for it."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A hit of a search: where in the part's text, and whether it is the current one."""

    start: int
    length: int
    current: bool


@dataclass(frozen=True, slots=True)
class PaintState:
    """What a part must know to paint itself.

    ``clip`` is in the part's coordinates; ``selection`` is a range of its text. ``hot`` is the
    wish of the control under the pointer, ``focused`` of the one with the keyboard, ``done`` of
    the one that has just done its work; ``active`` says that pointer or keyboard are somewhere in
    the message.
    """

    clip: QRect
    selection: tuple[int, int] | None = None
    marks: Sequence[Mark] = field(default=())
    hot: Wish | None = None
    focused: Wish | None = None
    done: Wish | None = None
    active: bool = False


class Part:
    """A slice of a message.

    ``gap`` is the empty space above and ``indent`` the one to the left, in units of the
    appearance; the view keeps both, ``lay_out`` is told the width that remains. A part may
    forget its layout (``release``) and must then lay out again before it paints.
    """

    selectable = False
    awaits_formulas = False
    """Whether the part shows the source of formulas that are being typeset."""

    def __init__(self, gap: int = 0, indent: int = 0) -> None:
        self.gap = gap
        self.indent = indent
        self.version = 0
        """Counts the changes that the part has made to itself; others make another part."""
        self.kept = 0
        """How many pixels from its top the last of them has left as they were."""
        self._prepared: tuple[Appearance, int, int] | None = None
        self._height = 0

    def change_looks(self, kept: int = 0) -> None:
        """Have the part laid out and painted again, but for its first ``kept`` pixels."""
        self.version += 1
        self.kept = kept

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Guess the height without laying out."""
        raise NotImplementedError

    def prepare(self, look: Appearance, width: int) -> int:
        """Lay out unless that was done and nothing has changed since; return the height."""
        last = self._prepared
        if last is None or last[0] is not look or last[1:] != (width, self.version):
            self._height = self.lay_out(look, width)
            self._prepared = (look, width, self.version)
        return self._height

    def lay_out(self, look: Appearance, width: int) -> int:
        """Lay out for ``width`` pixels; return the height."""
        raise NotImplementedError

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw with the origin at the part's top left; only after ``prepare``."""
        raise NotImplementedError

    def release(self) -> None:
        """Give back what layout took."""
        self._prepared = None

    def areas(self) -> Sequence[Area]:
        """Return what can be clicked, in reading order; only after ``prepare``."""
        return ()

    def text(self) -> str:
        """Return the words as the person reads them; positions in the part count in it."""
        return ""

    def spoken(self) -> str:
        """Return the words as a person would say or paste them, formulas as LaTeX."""
        return self.text()

    def source(self) -> str:
        """Return the Markdown that the part was made from."""
        return self.text()

    def html(self) -> str:
        """Return the part as HTML for the clipboard."""
        return ""

    def position_at(self, point: QPoint) -> int:
        """Return the position in the text nearest to ``point``."""
        del point
        return 0

    def position_rect(self, position: int) -> QRect:
        """Return where a position in the text is drawn."""
        del position
        return QRect()

    def word_at(self, position: int) -> tuple[int, int]:
        """Return the range of the word around a position."""
        return position, position

    def link_at(self, point: QPoint) -> Link | None:
        """Return the link at ``point``, if any."""
        del point
        return None

    def token_at(self, point: QPoint) -> int:
        """Return the token of the answer that a click at ``point`` means; -1 for none."""
        del point
        return -1

    def hint_at(self, point: QPoint) -> str:
        """Return the words of the tool tip at ``point``; empty for none."""
        link = self.link_at(point)
        return link.url if link is not None else ""

    def contains(self, point: QPoint) -> bool:
        """Return whether ``point`` is on the part's words, not beside them."""
        del point
        return False

    def scroll_sideways(self, pixels: int) -> bool:
        """Move wide content; return whether anything moved."""
        del pixels
        return False
