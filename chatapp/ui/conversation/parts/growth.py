"""How much of a document that has grown at its end still looks as it was painted.

Lines are broken from the start of a paragraph on, so words that come behind the last line leave
those before it alone. Two cases are different, and are told by looking: a paragraph whose
direction turned, and a script whose words are only found when more of them has come.
"""

from PySide6.QtGui import QTextBlock, QTextDocument

_OVERHANG = 2
"""Pixels that signs may reach up out of their line."""


class Growth:
    """Made before words are added behind the last ones of a document that is laid out."""

    def __init__(self, document: QTextDocument) -> None:
        block = document.lastBlock()
        self._document = document
        self._number = block.blockNumber()
        self._line = max(0, block.layout().lineCount() - 2)
        self._shape = _shape(block, self._line)
        self._top = _top(document, block)

    def kept(self) -> int:
        """Return how many pixels from the top are as they were, now that the words are there."""
        block = self._document.findBlockByNumber(self._number)
        top = _top(self._document, block)
        if top != self._top:
            return 0
        shape = _shape(block, self._line)
        if shape is None or shape != self._shape:
            return max(0, int(top) - _OVERHANG)
        y = block.layout().position().y() + block.layout().lineAt(self._line).y()
        return max(0, int(y) - _OVERHANG)


def _top(document: QTextDocument, block: QTextBlock) -> float:
    return document.documentLayout().blockBoundingRect(block).top()


def _shape(block: QTextBlock, number: int) -> tuple[object, ...] | None:
    """Return what a line holds and where; ``None`` if there is no such line."""
    layout = block.layout()
    if number >= layout.lineCount():
        return None
    line, turned = layout.lineAt(number), block.textDirection()
    return turned, line.textStart(), line.textLength(), line.naturalTextRect()
