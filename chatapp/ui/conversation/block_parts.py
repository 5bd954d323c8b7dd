"""Which part shows which block of a Markdown text."""

from html import escape

from chatapp.markdown import (
    CodeBlock,
    ImageBlock,
    MathBlock,
    RuleBlock,
    TableBlock,
    TextBlock,
    ViewBlock,
)
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.image_part import ImagePart
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.parts.rule_part import RulePart
from chatapp.ui.conversation.parts.table_part import TablePart
from chatapp.ui.conversation.parts.text_part import LIST_INDENT, QUOTE_INDENT, TextPart

BLOCK_GAP = 2
_ITEM_GAP = 1
_WIDEST_INDENT = 40
_BOXES = (
    ('<li><input type="checkbox" checked="" disabled="" /> ', '<li class="checked">'),
    ('<li><input type="checkbox" disabled="" /> ', '<li class="unchecked">'),
)
"""Task boxes as GFM writes them, and as Qt's documents know them."""


class BlockParts:
    """Makes the parts of one text; ``name``, ``quiet`` and ``indent`` are those of its body."""

    def __init__(self, name: str, *, quiet: bool, indent: int) -> None:
        self._name = name
        self._quiet = quiet
        self._indent = indent

    def name_of(self, block: CodeBlock) -> str:
        """Return the name of the part that shows ``block``, the same while the text grows."""
        return f"{self._name}/{block.place.key[0]}"

    @staticmethod
    def language_of(block: CodeBlock) -> str:
        """Return the language that a fence names: the first word of what it says."""
        return block.info.partition(" ")[0]

    def part_of(self, block: ViewBlock, source: str) -> Part:
        """Return a part that shows ``block``, which was made from ``source``."""
        indent = self._indent_of(block)
        if isinstance(block, CodeBlock):
            return self._code_part(block, indent)
        if isinstance(block, TableBlock):
            return TablePart(block.html, source, gap=BLOCK_GAP, indent=indent)
        if isinstance(block, ImageBlock):
            return ImagePart(block.alt, block.address, gap=BLOCK_GAP, indent=indent)
        if isinstance(block, RuleBlock):
            return RulePart(gap=BLOCK_GAP, indent=indent)
        return TextPart(
            _html_of(block),
            source,
            quotes=_quotes_of(block),
            quiet=self._quiet,
            gap=_gap_of(block),
            indent=indent,
        )

    def show_in(self, part: Part | None, block: ViewBlock, source: str) -> bool:
        """Show ``block`` in the part that shows what it was before; return whether that can be.

        Code grows in place, for colouring it again costs most, and so do tables and words.
        """
        if isinstance(part, CodePart) and isinstance(block, CodeBlock):
            same = part.name == self.name_of(block) and part.language == self.language_of(block)
            return same and part.grow(block.text, closed=block.closed)
        if isinstance(part, TablePart) and isinstance(block, TableBlock):
            indent = self._indent_of(block)
            return part.change(block.html, source, gap=BLOCK_GAP, indent=indent)
        return (
            isinstance(part, TextPart)
            and isinstance(block, TextBlock)
            and part.change(
                _html_of(block),
                source,
                quotes=_quotes_of(block),
                gap=_gap_of(block),
                indent=self._indent_of(block),
            )
        )

    def _code_part(self, block: CodeBlock, indent: int) -> CodePart:
        return CodePart(
            self.name_of(block),
            self.language_of(block),
            block.text,
            closed=block.closed,
            gap=BLOCK_GAP,
            indent=indent,
        )

    def _indent_of(self, block: ViewBlock) -> int:
        inside = block.place.lists * LIST_INDENT
        if not isinstance(block, TextBlock):
            inside += block.place.quotes * QUOTE_INDENT
        return self._indent + min(_WIDEST_INDENT, inside)


def _gap_of(block: ViewBlock) -> int:
    return _ITEM_GAP if block.place.joins else BLOCK_GAP


def _quotes_of(block: ViewBlock) -> int:
    return block.place.quotes if isinstance(block, TextBlock) else 0


def _html_of(block: ViewBlock) -> str:
    if isinstance(block, TextBlock):
        html = block.html
        for written, known in _BOXES:
            html = html.replace(written, known)
        return html
    if isinstance(block, MathBlock):
        if not block.closed:
            return f"<pre>{escape(block.source)}</pre>"
        source = escape(block.source.strip())
        return f'<p align="center"><span class="math display">{source}</span></p>'
    return ""
