"""Flowing text: paragraphs, headings, lists, quotes, or plain text kept as it was typed."""

import re
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)

from chatapp.ui.conversation.appearance import HEADING_SIZES, LINE_SPACING, Appearance
from chatapp.ui.conversation.parts.document import SafeDocument, one_edit, wrap_mode_for
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.parts.end_mark import paint_end_mark
from chatapp.ui.conversation.parts.growth import Growth
from chatapp.ui.conversation.parts.list_marks import hide_marks, paint_marks
from chatapp.ui.conversation.parts.part import PaintState

LIST_INDENT = 9
"""Units for each level of a list: room for numbers of two digits."""
_WIDE_LIST_INDENT = 12
_LEAST_SHARE = 9
"""A level of a list takes at most this part of the width: in a narrow window words need it more."""
_LONG_NUMBERS = re.compile(r'<ol start="[0-9]{3,}"')
QUOTE_INDENT = 3
"""Units for each level of a quote."""
_QT_QUOTE_INDENT = 40
"""How far Qt's HTML import moves each level of a block quote to the right."""
_MATH = 'class="math'
_CLOSING = re.compile(r"(?:</[a-z0-9]+>\s*)+\Z")
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


class TextPart(DocumentPart):
    """A document that wraps at the part's width.

    ``html`` is safe HTML from ``chatapp.markdown``; with ``plain`` it is text instead, shown
    with its own line breaks. ``quotes`` is how many quotes are around all of it. ``quiet`` text is
    drawn in the muted colour.
    """

    def __init__(
        self,
        html: str,
        source: str = "",
        *,
        plain: bool = False,
        quotes: int = 0,
        quiet: bool = False,
        gap: int = 0,
        indent: int = 0,
    ) -> None:
        super().__init__(gap, indent)
        self._html = html
        self._source = source
        self._plain = plain
        self._quiet = quiet
        self._quotes = quotes
        self._has_quotes = quotes > 0 or ("<blockquote" in html and not plain)
        self._has_bullets = "<ul" in html and not plain
        self._grows = False

    def source(self) -> str:
        """Return the Markdown behind the text, or the text if there is none."""
        return self._source or (self._html if self._plain else self.text())

    def html(self) -> str:
        """Return the HTML it was made from."""
        if self._plain:
            return f"<p>{escape(self._html)}</p>"
        return "<blockquote>" * self._quotes + self._html + "</blockquote>" * self._quotes

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Guess from the number of characters and line breaks."""
        per_line = max(8, int(width / look.measure * 80)) if look.measure else 80
        return (len(self._html) // per_line + self._html.count("\n") + 1) * look.line_height

    def lay_out(self, look: Appearance, width: int) -> int:
        """Wrap at ``width``."""
        document = self.document(look)
        if document.textWidth() != width:
            self._indent_lists(document, look, width)
            document.setTextWidth(width)
        return round(document.size().height())

    def fill(self, look: Appearance) -> SafeDocument:
        """Make the document."""
        document = SafeDocument(look.body)
        self._refill(document, look)
        return document

    def change(self, html: str, source: str, *, quotes: int, gap: int, indent: int) -> bool:
        """Show other HTML in the document that is there; return False if it must be a new one."""
        if self._plain or indent != self.indent:
            return False
        goes_on = quotes == self._quotes and _goes_on(self._html, html)
        self._html, self._source, self._quotes, self.gap = html, source, quotes, gap
        self._has_quotes = quotes > 0 or "<blockquote" in html
        self._has_bullets = "<ul" in html
        kept = 0
        if self._document is not None and self._look is not None:
            growth = Growth(self._document) if goes_on else None
            self._refill(self._document, self._look)
            kept = growth.kept() if growth is not None else 0
        self.change_looks(kept)
        return True

    def show_growing(self, grows: bool) -> None:
        """Show behind the last word, or no longer, that more will come."""
        if grows != self._grows:
            self._grows = grows
            self.change_looks()

    def _ink(self, look: Appearance) -> QColor:
        return look.muted if self._quiet else look.text

    def _refill(self, document: SafeDocument, look: Appearance) -> None:
        with one_edit(document):
            self._write(document, look)

    def _write(self, document: SafeDocument, look: Appearance) -> None:
        document.set_wrapping(wrap_mode_for(self._html))
        if self._plain:
            document.setHtml("<p></p>")
            QTextCursor(document).insertText(self._html)
        else:
            document.set_style_sheet(look.style_sheet(self._html))
            self.fill_html(document, self._html, look, self._ink(look))
        self._indent_lists(document, look, document.textWidth())
        self._space(document, look)
        if self._has_bullets:
            hide_marks(document)

    def _indent_lists(self, document: SafeDocument, look: Appearance, width: float) -> None:
        wide = _LONG_NUMBERS.search(self._html) is not None
        wanted = look.unit * (_WIDE_LIST_INDENT if wide else LIST_INDENT)
        document.setIndentWidth(min(wanted, width / _LEAST_SHARE) if width > 0 else wanted)

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the text, the bars beside its quotes, and the marks of its lists and of its end."""
        document = self.document(look)
        if self._has_quotes:
            self._paint_quote_bars(painter, document, look)
        self.paint_words(painter, look, state, state.clip, self._ink(look))
        if self._has_bullets:
            paint_marks(painter, document, look, state.clip, look.muted)
        if self._grows:
            paint_end_mark(painter, document, look)

    def _space(self, document: SafeDocument, look: Appearance) -> None:
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        form = QTextBlockFormat()
        form.setLineHeight(LINE_SPACING * 100, _PROPORTIONAL)
        if self._plain:
            form.setBottomMargin(0)
        cursor.mergeBlockFormat(form)
        _set_margins(document.firstBlock(), top=0)
        _set_margins(document.lastBlock(), bottom=0)
        if "<h" in self._html and not self._plain:
            _size_headings(document, look)
        if self._has_quotes:
            self._narrow_quotes(document, look)

    def _narrow_quotes(self, document: SafeDocument, look: Appearance) -> None:
        block = document.begin()
        while block.isValid():
            level = self._quotes + _quote_level(block)
            if level:
                form = QTextBlockFormat()
                inside = level * look.unit * QUOTE_INDENT
                form.setLeftMargin(0 if _is_mirrored(block) else inside)
                form.setRightMargin(inside if _is_mirrored(block) else 0)
                form.setProperty(QTextFormat.Property.BlockQuoteLevel, level)
                QTextCursor(block).mergeBlockFormat(form)
            block = block.next()

    def _paint_quote_bars(
        self, painter: QPainter, document: SafeDocument, look: Appearance
    ) -> None:
        layout = document.documentLayout()
        block = document.begin()
        while block.isValid():
            following = block.next()
            top = layout.blockBoundingRect(block).top()
            level, shared = _bars_beside(block), _bars_beside(following)
            for depth in range(level):
                # A quote that goes on has its bar in the space between as well.
                below = following if depth < shared else block
                box = layout.blockBoundingRect(below)
                bottom = box.top() if depth < shared else box.bottom()
                edge, wide = depth * look.unit * QUOTE_INDENT, max(2, look.unit // 2)
                left = document.textWidth() - edge - wide if _is_mirrored(block) else edge
                bar = QRectF(left, top, wide, bottom - top)
                painter.fillRect(bar, look.line)
            block = following


def _is_mirrored(block: QTextBlock) -> bool:
    return block.textDirection() is Qt.LayoutDirection.RightToLeft


def _bars_beside(block: QTextBlock) -> int:
    if not block.isValid():
        return 0
    return block.blockFormat().intProperty(QTextFormat.Property.BlockQuoteLevel)


def _size_headings(document: SafeDocument, look: Appearance) -> None:
    """Give headings the sizes of the looks: Qt's import goes by its own, whatever a style says."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            size = look.body.pointSizeF() * HEADING_SIZES[level - 1]
            for start, end, form in _stretches(block):
                form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                form.setFontPointSize(size)
                cursor = QTextCursor(document)
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(form)
        block = block.next()


def _stretches(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return where the words of a block begin and end that have one format, and that."""
    found = []
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        start, end = fragment.position(), fragment.position() + fragment.length()
        found.append((start, end, fragment.charFormat()))
        fragments += 1
    return found


def _goes_on(before: str, html: str) -> bool:
    """Whether HTML shows what another did, and more behind it; formulas may have come
    meanwhile."""
    return _MATH not in before and html.startswith(_CLOSING.sub("", before))


def _quote_level(block: QTextBlock) -> int:
    """Return how deep in quotes Qt's import has put a block; its property is set for the first
    paragraph of a quote only."""
    return round(block.blockFormat().leftMargin() / _QT_QUOTE_INDENT)


def _set_margins(block: QTextBlock, *, top: int | None = None, bottom: int | None = None) -> None:
    form = QTextBlockFormat()
    if top is not None:
        form.setTopMargin(top)
    if bottom is not None:
        form.setBottomMargin(bottom)
    QTextCursor(block).mergeBlockFormat(form)
