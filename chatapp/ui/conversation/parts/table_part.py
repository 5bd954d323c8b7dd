"""A table: as wide as its content wants, and no wider than reads well."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QTextTable

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
        self._columns = _columns_of(html)
        self._before: _Place | None = None
        """Where the rows were before others came behind them, until those are laid out."""

    def change(self, html: str, source: str, *, gap: int, indent: int) -> bool:
        """Show the table with other rows; return False if it is another one."""
        if indent != self.indent or _columns_of(html) != self._columns:
            return False
        goes_on = html.startswith(self._html[: self._html.rindex("<tr")])
        self._html, self._source, self.gap = html, source, gap
        self._before = None
        if self._document is not None and self._look is not None:
            if goes_on and self._laid_out:
                self._before = _Place.of(self._document)
            self._write(self._document, self._look)
            self._laid_out = ()
        self.change_looks()
        return True

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Guess one line a row."""
        del width
        return self._html.count("<tr") * (look.line_height + look.unit * 2)

    def fill(self, look: Appearance) -> SafeDocument:
        """Make the document."""
        document = SafeDocument(look.body)
        self._write(document, look)
        return document

    def _write(self, document: SafeDocument, look: Appearance) -> None:
        document.set_wrapping(wrap_mode_for(self._html))
        document.set_style_sheet(look.style_sheet(self._html))
        self.fill_html(document, _with_lines(self._html, look), look, look.text)

    def lay_out(self, look: Appearance, width: int) -> int:
        """Give the table its natural width, within reason."""
        document = self.document(look)
        if not self.is_laid_out(document, width):
            self._place(document, look, width)
            if self._before is not None:
                self.kept = self._before.kept(document, look)
                self._before = None
        return self._frame.height() + (look.unit * 2 if self.overflow else 0)

    def _place(self, document: SafeDocument, look: Appearance, width: int) -> None:
        """Lay the document out: a second time only if its natural width is too much."""
        if document.textWidth() != -1:
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


class _Place:
    """Where the columns of a table and its last row are."""

    def __init__(self, columns: list[QRectF], row: int, top: float) -> None:
        self._columns = columns
        self._row = row
        self._top = top

    @classmethod
    def of(cls, document: SafeDocument) -> "_Place | None":
        """Return the place of a document's table; ``None`` if it has none."""
        table = _table_in(document)
        if table is None:
            return None
        columns = [_cell_rect(document, table, 0, at) for at in range(table.columns())]
        row = table.rows() - 1
        return cls(columns, row, _cell_rect(document, table, row, 0).top())

    def kept(self, document: SafeDocument, look: Appearance) -> int:
        """Return how many pixels above that row are as they were, now that there are others
        behind it: as long as no column has another width, all of them."""
        table = _table_in(document)
        if table is None or table.rows() <= self._row:
            return 0
        columns = [_cell_rect(document, table, 0, at) for at in range(table.columns())]
        top = _cell_rect(document, table, self._row, 0).top()
        if columns != self._columns or top != self._top:
            return 0
        return max(0, int(top) - look.unit * 3)


def _columns_of(html: str) -> int:
    return max(1, html.partition("</tr>")[0].count("<th"))


def _with_lines(html: str, look: Appearance) -> str:
    """Give a table thin lines."""
    style = f"border-collapse:collapse; border-style:solid; border-color:{look.line.name()}"
    space = f'border="1" cellspacing="0" cellpadding="{look.unit * 1.5:g}"'
    return html.replace("<table>", f'<table {space} style="{style}; margin:0px">', 1)


def _table_in(document: SafeDocument) -> QTextTable | None:
    frames = document.rootFrame().childFrames()
    return next((frame for frame in frames if isinstance(frame, QTextTable)), None)


def _cell_rect(document: SafeDocument, table: QTextTable, row: int, column: int) -> QRectF:
    """Return where the first words of a cell are."""
    block = table.cellAt(row, column).firstCursorPosition().block()
    return document.documentLayout().blockBoundingRect(block)
