"""The parts of a Markdown text, kept up to date while the text grows."""

from functools import partial
from typing import TYPE_CHECKING

from chatapp.markdown import StreamRenderer, ViewBlock
from chatapp.ui.conversation.block_parts import BlockParts
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.parts.part import Part
from chatapp.ui.conversation.parts.text_part import TextPart

if TYPE_CHECKING:
    from chatapp.markdown.tracing import Trace
    from chatapp.ui.conversation.tint import AnswerTint


class MarkdownBody:
    """The parts of one Markdown text.

    ``name`` tells its code blocks from those of other texts in the message.
    """

    def __init__(self, name: str, *, quiet: bool = False, indent: int = 0) -> None:
        self.parts: list[Part] = []
        self._blocks: list[ViewBlock] = []
        self._maker = BlockParts(name, quiet=quiet, indent=indent)
        self._renderer = StreamRenderer()
        self._text: str | None = None
        self._closed = False
        self._growing: TextPart | None = None

    def update(self, text: str, *, closed: bool) -> int:
        """Show ``text``; return the index of the first part that is not as before.

        A text that goes on from the one before is read from there.
        """
        if text == self._text and closed == self._closed:
            return len(self.parts)
        self._take(text, closed=closed)
        first = min(self._renderer.update(), len(self.parts))
        blocks = self._renderer.blocks
        for index in range(first, len(blocks)):
            self._show(index, blocks[index])
        del self.parts[len(blocks) :]
        self._blocks[first:] = blocks[first:]
        return first

    def show_growing(self, grows: bool) -> bool:
        """Show behind the last word, or no longer, that more will come; return whether it is
        shown: it is not behind code and the like."""
        last = self.parts[-1] if grows and self.parts else None
        growing = last if isinstance(last, TextPart) else None
        if growing is not self._growing:
            if self._growing is not None:
                self._growing.show_growing(False)
            self._growing = growing
        if growing is not None:
            growing.show_growing(True)
        return growing is not None

    def tint(self, shown: "AnswerTint | None") -> None:
        """Tint the tokens behind the words of a complete text, or no longer."""
        from chatapp.markdown.tracing import line_starts
        from chatapp.ui.conversation.tint import PartTint

        starts: list[int] = []

        def trace(index: int) -> "Trace":
            if not starts:
                starts.extend(line_starts(self._text or ""))
            return self._renderer.trace(index, starts)

        for index, part in enumerate(self.parts):
            if isinstance(part, DocumentPart):
                before = part.tint
                part.tint = PartTint(partial(trace, index), shown) if shown else None
                if part.tint is not None and before is not None:
                    part.tint.take_over(before)

    def _take(self, text: str, *, closed: bool) -> None:
        before = self._text
        if before is None or self._closed or not text.startswith(before):
            self._renderer = StreamRenderer()
            self._renderer.append(text)
            self._blocks.clear()
        else:
            self._renderer.append(text[len(before) :])
        if closed:
            self._renderer.finish()
        self._text, self._closed = text, closed

    def _show(self, index: int, block: ViewBlock) -> None:
        """Bring one part up to date, or put another in its place."""
        if index < len(self._blocks) and self._blocks[index] is block:
            return
        source = self._renderer.source_of(block)
        old = self.parts[index] if index < len(self.parts) else None
        if not self._maker.show_in(old, block, source):
            self.parts[index : index + 1] = [self._maker.part_of(block, source)]
