"""A code block: its language and controls above, coloured lines that do not wrap below."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)

from chatapp.markdown.highlight import CodeHighlighter, Span, highlight
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.controls import (
    control_height,
    control_width,
    paint_control,
    paint_words,
)
from chatapp.ui.conversation.parts.document import SafeDocument, one_edit
from chatapp.ui.conversation.parts.growth import Growth
from chatapp.ui.conversation.parts.part import Area, PaintState
from chatapp.ui.conversation.parts.wide_part import WidePart
from chatapp.ui.conversation.wishes import Wish, WishKind

_DIAGRAMS = frozenset(
    {
        "mermaid", "plantuml", "puml", "dot", "graphviz", "d2", "tikz", "vega", "vega-lite",
        "ditaa", "nomnoml", "flowchart", "sequence", "wavedrom", "svgbob", "excalidraw",
    }
)  # fmt: skip
"""Languages that elsewhere become pictures; here nothing is run or fetched to draw one."""


class CodePart(WidePart):
    """Code that may still grow at its end.

    ``name`` tells it from the other code blocks of its message. Lines are coloured once, when
    they are complete; when the block ends they are coloured once more as a whole.
    """

    def __init__(
        self, name: str, language: str, code: str, *, closed: bool, gap: int = 0, indent: int = 0
    ) -> None:
        super().__init__(gap, indent)
        self.code = code
        self.language = language
        self.name = name
        self._closed = closed
        self._wrap = False
        self._areas: tuple[Area, ...] = ()
        self._highlighter = CodeHighlighter(language)
        self._box = QRect()
        self._widest = 0

    def grow(self, code: str, *, closed: bool) -> bool:
        """Take a longer text of the same block; return False if it is not the same block."""
        if not code.startswith(self.code) or (self._closed and not closed):
            return False
        added, self.code = code[len(self.code) :], code
        ended, self._closed = closed and not self._closed, closed
        kept = 0
        if self._document is not None and self._look is not None:
            growth = Growth(self._document)
            with one_edit(self._document):
                self._append(self._document, self._look, added)
                if ended:
                    self._colour(self._document, self._look, highlight(self.code, self.language))
            kept = 0 if ended else self._frame.top() + growth.kept()
        self.change_looks(kept)
        return True

    def toggle_wrap(self) -> None:
        """Wrap long lines, or let them scroll again."""
        self._wrap = not self._wrap
        self.change_looks()
        self._offset = 0
        self.release()

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Count the lines."""
        del width
        lines = self.code.count("\n") + 1
        spacing = QFontMetrics(look.mono).lineSpacing()
        return lines * spacing + control_height(look) + look.unit * 4

    def fill(self, look: Appearance) -> SafeDocument:
        """Make the document and colour what is there."""
        document = SafeDocument(look.mono)
        mode = QTextOption.WrapMode
        document.set_wrapping(mode.WrapAnywhere if self._wrap else mode.NoWrap)
        self._highlighter = CodeHighlighter(self.language)
        self._widest = 0
        self._look = look
        self._append(document, look, self.code, closed=self._closed)
        return document

    def lay_out(self, look: Appearance, width: int) -> int:
        """Place the head and the lines."""
        document = self.document(look)
        if self.is_laid_out(document, width, len(self.code), self._wrap):
            return self._box.height()
        head, pad = control_height(look), look.unit * 2
        inner = width - pad * 2
        wanted = inner if self._wrap else -1
        if document.textWidth() != wanted:
            document.setTextWidth(wanted)  # lays everything out, even if it is the same
        self._content_width = round(document.idealWidth())
        height = round(document.size().height())
        self._frame = QRect(pad, head + look.unit // 2, inner, height)
        self._offset = min(self._offset, self.overflow)
        self._box = QRect(0, 0, width, self._frame.bottom() + 1 + pad)
        self._place_controls(look, width, head)
        return self._box.height()

    def areas(self) -> Sequence[Area]:
        """Return copy, wrap and save."""
        return self._areas

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the box, its head and the lines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.line)
        painter.setBrush(look.code_surface)
        radius = look.unit * 1.5
        painter.drawRoundedRect(QRectF(self._box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if state.clip.top() < self._frame.top():
            self._paint_head(painter, look, state)
        self.paint_content(painter, look, state)

    def _paint_head(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        right = self._areas[0].rect.left() - look.unit if self._areas else self._box.width()
        label = QRect(look.unit * 2, 0, right - look.unit * 2, control_height(look))
        paint_words(painter, look.small, look.muted, label, self.label())
        for area in self._areas:
            paint_control(painter, look, area, state)

    def label(self) -> str:
        """Say what it is; of a diagram also that it is shown as its source."""
        if self.language.lower() in _DIAGRAMS:
            words = QCoreApplication.translate("CodePart", "{language} – source of a diagram")
            return words.format(language=self.language)
        return self.language or QCoreApplication.translate("CodePart", "code")

    def text(self) -> str:
        """Return the code."""
        return self.code

    def source(self) -> str:
        """Return the code in a fence that it cannot close."""
        fence = "```"
        while fence in self.code:
            fence += "`"
        return f"{fence}{self.language}\n{self.code}\n{fence}"

    def html(self) -> str:
        """Return the code as preformatted HTML."""
        return f"<pre><code>{escape(self.code)}</code></pre>"

    def _place_controls(self, look: Appearance, width: int, height: int) -> None:
        tr = QCoreApplication.translate
        controls = (
            (tr("CodePart", "Copy"), WishKind.COPY_CODE, False),
            (
                tr("CodePart", "Scroll") if self._wrap else tr("CodePart", "Wrap"),
                WishKind.WRAP,
                True,
            ),
            (tr("CodePart", "Save…"), WishKind.SAVE_CODE, True),
        )
        right, areas = width - look.unit, []
        for label, kind, quiet in controls:
            wide = control_width(look, label)
            right -= wide
            areas.append(
                Area(QRect(right, 1, wide, height - 2), Wish(kind, self.name), label, quiet)
            )
        self._areas = tuple(reversed(areas))

    def _append(
        self, document: SafeDocument, look: Appearance, code: str, *, closed: bool = False
    ) -> None:
        cursor = QTextCursor(document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(code)
        spans = highlight(code, self.language) if closed else self._highlighter.feed(code)
        self._colour(document, look, spans)

    @staticmethod
    def _colour(document: SafeDocument, look: Appearance, spans: list[Span]) -> None:
        lines: dict[int, list[QTextLayout.FormatRange]] = {}
        for span in spans:
            ink = look.tokens.get(span.kind)
            if ink is not None:
                lines.setdefault(span.line, []).append(_format_range(span, _form(ink.rgba())))
        for number, ranges in lines.items():
            block = document.findBlockByNumber(number)
            block.layout().setFormats(ranges)
            document.markContentsDirty(block.position(), block.length())


@lru_cache(maxsize=64)
def _form(ink: int) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QBrush(QColor.fromRgba(ink)))
    return form


def _format_range(span: Span, form: QTextCharFormat) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start = span.start
    part.length = span.length
    part.format = form
    return part
