"""A PDF file in the making: each piece of HTML begins on a new page, with page numbers below.

Everything here blocks and runs on a worker thread; nothing is fetched and no file is read,
whatever the HTML names.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import (
    QFile,
    QFileDevice,
    QIODevice,
    QLocale,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from chatapp.domain.errors import ChatAppError
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.transfer.print_document import STYLE

MARGIN_MM = 18.0
DPI = 144
FONT_POINTS = 10.5
FOOTER_POINTS = 8.0
FOOTER_HEIGHT = DPI // 4
_LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE"})
"""Where paper is not A4."""


class _Page(QTextDocument):
    """A text that loads nothing but the pictures it carries itself."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of a ``data:`` address only."""
        address = name.toString() if isinstance(name, QUrl) else name
        return super().loadResource(kind, name) if address.startswith("data:image/") else None


class PdfFile:
    """Takes its name when it is whole, as ``UnfinishedFile`` does. Raises ``ChatAppError``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unfinished = ""
        self._file: QFile | None = None
        self._writer: QPdfWriter | None = None
        self._painter: QPainter | None = None
        self._pages = 0

    def open(self) -> None:
        """Begin beside the place where it will be (readable by this user only)."""
        try:
            handle, self._unfinished = tempfile.mkstemp(
                prefix=f".{self._path.name}.", suffix=".part", dir=self._path.parent
            )
            os.close(handle)
        except OSError as error:
            raise self._refused(error.strerror or str(error)) from error
        self._file = QFile(self._unfinished)
        if not self._file.open(QIODevice.OpenModeFlag.WriteOnly):
            raise self._refused(self._file.errorString())
        writer = self._writer = QPdfWriter(self._file)
        writer.setResolution(DPI)
        letter = QLocale.territoryToCode(QLocale().territory()) in _LETTER
        size = QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4
        writer.setPageSize(QPageSize(size))
        margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        writer.setTitle(self._path.stem)

    def write(self, pieces: Iterator[str]) -> None:
        """Print one piece."""
        html = "".join(pieces)
        if html:
            self._print(self._laid_out(html))
            self._check()

    def _laid_out(self, html: str) -> QTextDocument:
        assert self._writer is not None  # noqa: S101 - open() has set it
        document = _Page()
        document.setUndoRedoEnabled(False)
        document.setDefaultStyleSheet(STYLE)
        font = QFont()
        font.setPointSizeF(FONT_POINTS)
        document.setDefaultFont(font)
        document.documentLayout().setPaintDevice(self._writer)
        document.setDocumentMargin(0)
        document.setHtml(html)
        room = self._writer.height() - FOOTER_HEIGHT
        document.setPageSize(QSizeF(self._writer.width(), room))
        return document

    def _print(self, document: QTextDocument) -> None:
        assert self._writer is not None  # noqa: S101 - open() has set it
        if self._painter is None:
            self._painter = QPainter(self._writer)
        size = document.pageSize()
        for page in range(document.pageCount()):
            if self._pages:
                self._writer.newPage()
            self._pages += 1
            area = QRectF(0, page * size.height(), size.width(), size.height())
            self._painter.save()
            self._painter.translate(0, -area.top())
            self._painter.setClipRect(area)
            document.documentLayout().draw(self._painter, _on_paper(area))
            self._painter.restore()
            self._print_number(self._painter, size)

    def _print_number(self, painter: QPainter, size: QSizeF) -> None:
        font = QFont()
        font.setPointSizeF(FOOTER_POINTS)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.darkGray)
        below = QRectF(0, size.height(), size.width(), FOOTER_HEIGHT)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(below, flags, QLocale().toString(self._pages))

    def _check(self) -> None:
        if self._file is not None and self._file.error() != QFileDevice.FileError.NoError:
            raise self._refused(self._file.errorString())

    def finish(self) -> None:
        """Put the file in its place, over an older one."""
        if self._painter is None:
            self._print(self._laid_out("<p></p>"))
        self._let_go()
        self._check()
        try:
            Path(self._unfinished).replace(self._path)
            self._unfinished = ""
        except OSError as error:
            raise self._refused(error.strerror or str(error)) from error

    def discard(self) -> None:
        """Remove what is unfinished; a finished file stays."""
        self._let_go()
        if self._unfinished:
            with suppress(OSError):
                Path(self._unfinished).unlink(missing_ok=True)

    def _let_go(self) -> None:
        if self._painter is not None:
            self._painter.end()
        self._painter = self._writer = None
        if self._file is not None:
            self._file.close()

    def _refused(self, reason: str) -> ChatAppError:
        return ChatAppError(
            text(
                "Transfer",
                QT_TRANSLATE_NOOP("Transfer", "{name} cannot be written: {reason}."),
                name=self._path.name,
                reason=reason,
            )
        )


def _on_paper(area: QRectF) -> QAbstractTextDocumentLayout.PaintContext:
    """Return how a page is drawn: in its own colours, whatever the theme of the screen."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = area
    palette = context.palette
    palette.setColor(palette.ColorRole.Text, Qt.GlobalColor.black)
    context.palette = palette
    return context
