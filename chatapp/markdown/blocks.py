"""The blocks of a text as the line machine finds them: containers, and leaves inside them."""

from __future__ import annotations

from copy import copy
from dataclasses import field

from chatapp.domain.quick_dataclass import dataclass


@dataclass(slots=True)
class Container:
    """Something that holds blocks. ``number`` tells it from all others of its text."""

    number: int
    filled: bool = False
    """Whether a block has begun in it."""
    shown: bool = False
    """Whether a leaf in it is complete: link reference definitions leave nothing to show."""


@dataclass(slots=True)
class Quote(Container):
    """A block quote."""


@dataclass(slots=True)
class List(Container):
    """A list; ``mark`` is its bullet or what follows its numbers, ``start`` its first number."""

    mark: str = "-"
    start: int | None = None
    items: int = 0
    loose: bool = False
    """Whether a blank line parts its items or the blocks in one; never taken back."""


@dataclass(slots=True)
class Item(Container):
    """An item, the ``position``-th of its list from 0.

    Its text starts ``content`` columns from where the list starts, its marker ``indent`` columns.
    """

    position: int = 0
    indent: int = 0
    content: int = 0
    task: bool | None = None
    """Whether it is done, if it starts with a task box."""


Path = tuple[Container, ...]


@dataclass(slots=True, kw_only=True)
class Leaf:
    """A block without blocks inside; ``number`` counts the leaves of its text from 0.

    ``lines`` are what it holds, without the marks of its containers. It comes from the source
    lines ``first_line`` up to, not including, ``end_line``.
    """

    number: int = 0
    path: Path = ()
    first_line: int = 0
    end_line: int = 0
    lines: list[str] = field(default_factory=list)

    def twin(self) -> Leaf:
        """Return a copy that may grow another way."""
        other = copy(self)
        other.lines = list(self.lines)
        return other

    @property
    def text(self) -> str:
        """What it holds, in one piece."""
        return "\n".join(self.lines)


@dataclass(slots=True, kw_only=True)
class Paragraph(Leaf):
    """Words."""

    size: int = 0
    """Characters so far."""


@dataclass(slots=True, kw_only=True)
class Heading(Leaf):
    """A heading of ``level`` 1 to 6."""

    level: int


@dataclass(slots=True, kw_only=True)
class Rule(Leaf):
    """A thematic break."""


@dataclass(slots=True, kw_only=True)
class Hollow(Leaf):
    """What stands in a container that holds nothing."""


@dataclass(slots=True, kw_only=True)
class Code(Leaf):
    """Code, in a fence (``info`` is its info string) or indented (``fence`` is empty)."""

    info: str = ""
    fence: str = ""
    indent: int = 0


@dataclass(slots=True, kw_only=True)
class Html(Leaf):
    """HTML; it ends with the line that holds ``end``, or before a blank line if that is empty."""

    end: str = ""


@dataclass(slots=True, kw_only=True)
class Math(Leaf):
    """A formula on lines of its own, from ``opener`` to ``closer``, both kept in its lines."""

    opener: str
    closer: str
    ends_at_blank: bool = False
    complete: bool = False


@dataclass(slots=True, kw_only=True)
class Table(Leaf):
    """A table, or a stretch of a long one.

    ``lines`` are its rows as they were written, the first being the head; with ``goes_on`` the
    head is that of the stretch before, and has been shown there.
    """

    alignments: tuple[str, ...]
    """For each column ``left``, ``center``, ``right`` or nothing."""
    goes_on: bool = False
    room: int = 0
    """How many cells short rows may still be filled up with."""
