"""A table: as wide as its content wants, and no wider than reads well."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QTextFrameFormat, QTextTable

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.document import SafeDocument, wrap_mode_for
from chatapp.ui.conversation.parts.part import PaintState
from chatapp.ui.conversation.parts.wide_part import WidePart

_COLUMN_CHARACTERS = 26
"""A column of long cells is not made wider than this for the sake of the others."""


class TablePart(WidePart):
    """A table from safe HTML."""

    def __init__(self, html: str, source: str, gap: int = 0, indent: int = 0) -> None:
        super().__init__(gap, indent)
        self._html = html
        self._source = source
        self._columns = max(1, html.partition("</tr>")[0].count("<th"))

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Guess one line a row."""
        del width
        return self._html.count("<tr") * (look.line_height + look.unit * 2)

    def fill(self, look: Appearance) -> SafeDocument:
        """Make the document and give its table thin lines."""
        document = SafeDocument(look.body)
        document.set_wrapping(wrap_mode_for(self._html))
        document.setDefaultStyleSheet(look.style_sheet(self._html))
        self.fill_html(document, self._html, look, look.text)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._style(frame, look)
        return document

    def lay_out(self, look: Appearance, width: int) -> int:
        """Give the table its natural width, within reason."""
        document = self.document(look)
        if not self.is_laid_out(document, width):
            self._place(document, look, width)
        return self._frame.height() + (look.unit * 2 if self.overflow else 0)

    def _place(self, document: SafeDocument, look: Appearance, width: int) -> None:
        """Lay the document out: a second time only if its natural width is too much."""
        document.setTextWidth(-1)
        readable = round(look.measure / 80 * _COLUMN_CHARACTERS * self._columns)
        natural, most = round(document.idealWidth()) + 1, max(width, readable)
        if natural > most:
            document.setTextWidth(most)
        self._content_width = min(natural, most)
        self._frame = QRect(0, 0, width, round(document.size().height()))
        self._offset = min(self._offset, self.overflow)

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the visible piece."""
        self.paint_content(painter, look, state)

    def source(self) -> str:
        """Return the Markdown of the table."""
        return self._source or self.text()

    def html(self) -> str:
        """Return the HTML it was made from."""
        return self._html

    @staticmethod
    def _style(table: QTextTable, look: Appearance) -> None:
        form = table.format()
        form.setBorder(1)
        form.setBorderBrush(look.line)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderCollapse(True)
        form.setCellPadding(look.unit * 1.5)
        form.setCellSpacing(0)
        form.setMargin(0)
        table.setFormat(form)
