"""The base of parts that show a text document: hit tests, selection, links and words."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextCursor, QTextDocument

from chatapp.domain.late_pattern import late_pattern
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.document import SafeDocument, paint_document
from chatapp.ui.conversation.parts.formula_images import (
    OBJECT,
    FormulaImage,
    fill_with,
    with_formulas,
)
from chatapp.ui.conversation.parts.part import Link, PaintState, Part

if TYPE_CHECKING:
    from chatapp.ui.conversation.tint import PartTint


class DocumentPart(Part):
    """A part around one document, which is made when first needed and can be dropped.

    Positions are the document's own: they count UTF-16 units.
    """

    selectable = True

    def __init__(self, gap: int = 0, indent: int = 0) -> None:
        super().__init__(gap, indent)
        self._document: SafeDocument | None = None
        self._look: Appearance | None = None
        self._formulas: tuple[FormulaImage, ...] = ()
        self.tint: PartTint | None = None
        """Which tokens are behind the words, where that is shown."""

    def paint_words(
        self,
        painter: QPainter,
        look: Appearance,
        state: PaintState,
        clip: QRect,
        ink: QColor | None = None,
    ) -> None:
        """Draw the document and the tint of its tokens inside ``clip``, with its origin."""
        document = self.document(look)
        if self.tint is not None:
            self.tint.paint(painter, document, QRectF(clip))
        paint_document(painter, document, look, state, clip, ink)
        if self.tint is not None:
            self.tint.paint_over(painter, document, QRectF(clip))

    def token_at(self, point: QPoint) -> int:
        """Return the token that is tinted at ``point``; -1 if there is none."""
        if self.tint is None:
            return -1
        return self.tint.token_at(self._any_document(), QPointF(point - self.origin()))

    def fill_html(self, document: SafeDocument, html: str, look: Appearance, ink: QColor) -> None:
        """Put safe HTML into a document, formulas drawn in ``ink``."""
        content = with_formulas(html, look.body, ink)
        fill_with(document, content)
        self._formulas, self.awaits_formulas = content.images, content.awaited

    def fill(self, look: Appearance) -> SafeDocument:
        """Make the document."""
        raise NotImplementedError

    def origin(self) -> QPoint:
        """Return where the document's top left is inside the part."""
        return QPoint(0, 0)

    def dress(self, look: Appearance) -> None:
        """Make the words available without laying them out."""
        self.document(look)

    def document(self, look: Appearance) -> SafeDocument:
        """Return the document as ``look`` wants it."""
        if self._document is None or self._look is not look:
            self._document = self.fill(look)
            self._look = look
        return self._document

    def release(self) -> None:
        """Drop the document."""
        super().release()
        self._document = None

    def text(self) -> str:
        """Return the document's words, one paragraph a line."""
        return self._any_document().toPlainText()

    def spoken(self) -> str:
        """Return the document's words with formulas as LaTeX."""
        return self._with_sources(self.text(), 0)

    def _with_sources(self, words: str, before: int) -> str:
        """Put the LaTeX of the formulas from number ``before`` on in the place of their images."""
        if OBJECT not in words:
            return words
        sources = iter(self._formulas[before:])
        return "".join(
            (next((f.source for f in sources), OBJECT) if sign == OBJECT else sign)
            for sign in words
        )

    def html(self) -> str:
        """Return the part as HTML."""
        return self._any_document().toHtml()

    def selected_text(self, start: int, end: int) -> str:
        """Return the words between two positions."""
        words = self._cursor(start, end).selection().toPlainText()
        if OBJECT not in words:
            return words
        earlier = self._cursor(0, start).selection().toPlainText().count(OBJECT)
        return self._with_sources(words, earlier)

    def selected_markup(self, start: int, end: int) -> tuple[str, str]:
        """Return Markdown and HTML of what is between two positions."""
        fragment = self._cursor(start, end).selection()
        words = self.selected_text(start, end)
        if OBJECT in fragment.toPlainText() or "\n" in words:
            from html import escape

            return words, f"<p>{escape(words)}</p>".replace("\n", "<br/>")
        return fragment.toMarkdown().strip() or words, f"<p>{_inner(fragment.toHtml())}</p>"

    def length(self) -> int:
        """Return the last position."""
        return self._any_document().characterCount() - 1

    def position_at(self, point: QPoint) -> int:
        """Return the position nearest to ``point``."""
        layout = self._any_document().documentLayout()
        local = QPointF(point - self.origin())
        return max(0, layout.hitTest(local, Qt.HitTestAccuracy.FuzzyHit))

    def position_rect(self, position: int) -> QRect:
        """Return a caret's rectangle at ``position``."""
        document = self._any_document()
        block = document.findBlock(min(position, document.characterCount() - 1))
        box = document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return box.toRect().translated(self.origin())
        left = line.cursorToX(position - block.position())
        corner = QPointF(box.left() + _first(left), box.top() + line.y())
        return QRect(corner.toPoint() + self.origin(), QSize(1, round(line.height())))

    def contains(self, point: QPoint) -> bool:
        """Return whether ``point`` is inside the document."""
        local = QPointF(point - self.origin())
        size = self._any_document().size()
        return 0 <= local.x() < size.width() and 0 <= local.y() < size.height()

    def moved(self, position: int, move: QTextCursor.MoveOperation) -> int | None:
        """Return where a caret at ``position`` gets by a move, or None if it cannot move."""
        cursor = self._cursor(position, position)
        return cursor.position() if cursor.movePosition(move) else None

    def word_at(self, position: int) -> tuple[int, int]:
        """Return the word around a position."""
        cursor = self._cursor(position, position)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor.selectionStart(), cursor.selectionEnd()

    def paragraph_at(self, position: int) -> tuple[int, int]:
        """Return the paragraph around a position."""
        cursor = self._cursor(position, position)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        return cursor.selectionStart(), cursor.selectionEnd()

    def link_at(self, point: QPoint) -> Link | None:
        """Return the link at ``point``, with all the words that belong to it."""
        document = self._any_document()
        layout = document.documentLayout()
        local = QPointF(point - self.origin())
        url = layout.anchorAt(local)
        if not url:
            return None
        at = layout.hitTest(local, Qt.HitTestAccuracy.FuzzyHit)
        return Link(url, _words_of_link(document, at, url))

    def _any_document(self) -> QTextDocument:
        if self._document is not None:
            return self._document
        if self._look is None:
            raise RuntimeError("a part was asked for its text before it had a look")
        return self.document(self._look)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        document = self._any_document()
        last = document.characterCount() - 1
        cursor = QTextCursor(document)
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor


_FRAGMENT = late_pattern(r"<!--StartFragment-->(.*)<!--EndFragment-->", re.DOTALL)


def _inner(html: str) -> str:
    """Return what Qt marks as the selection itself in its HTML."""
    found = _FRAGMENT.search(html)
    return found[1] if found else ""


def _first(value: object) -> float:
    """Return PySide's x out of the pair (x, position) that it returns for an out-argument."""
    found = value[0] if isinstance(value, tuple) else value
    return float(found) if isinstance(found, int | float) else 0.0


def _words_of_link(document: QTextDocument, position: int, url: str) -> str:
    block = document.findBlock(max(0, position))
    words = ""
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        if fragment.charFormat().anchorHref() == url:
            words += fragment.text()
        fragments += 1
    return words
