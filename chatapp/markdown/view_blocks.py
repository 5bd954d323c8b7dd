"""What a view shows of a text: a flat list of blocks, none inside another.

Lists and quotes that hold only words are one block with the others around them; code, tables,
formulas and images in them are blocks of their own, indented.
"""

from __future__ import annotations

from dataclasses import field

from chatapp.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands.

    ``key`` is its name among the blocks of its text, for as long as the text grows. ``lists`` and
    ``quotes`` count the list items and quotes around it that it does not show itself: it is
    indented by them. It comes from the source lines ``first_line`` up to, not including,
    ``end_line``. ``joins`` says that it goes on a tight list of the block before, without a gap.
    """

    key: tuple[int, int]
    lists: int = 0
    quotes: int = 0
    joins: bool = False
    first_line: int = 0
    end_line: int = 0


@dataclass(frozen=True, slots=True)
class ViewBlock:
    """One block. ``revision`` counts its changes: with the same key and revision it is the same."""

    place: Place
    revision: int = field(default=0, compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class TextBlock(ViewBlock):
    """Words with their headings, lists and quotes, as HTML of the tags that Qt's documents know.

    Formulas in a line are ``<span class="math">`` around their source.
    """

    html: str


@dataclass(frozen=True, slots=True)
class CodeBlock(ViewBlock):
    """Code. ``info`` is what its fence says of it; ``closed`` whether the code is complete."""

    info: str
    text: str
    closed: bool


@dataclass(frozen=True, slots=True)
class TableBlock(ViewBlock):
    """A table, or a stretch of a long one (each with its head), as HTML."""

    html: str


@dataclass(frozen=True, slots=True)
class MathBlock(ViewBlock):
    """A formula on lines of its own: its LaTeX, and its source with what surrounds it.

    ``closed`` says that its end was written; one that is not is source, not a formula.
    """

    latex: str
    source: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class ImageBlock(ViewBlock):
    """An image that stands alone: what it shows, and where it is. Nothing has been loaded."""

    alt: str
    address: str


@dataclass(frozen=True, slots=True)
class RuleBlock(ViewBlock):
    """A thematic break."""
