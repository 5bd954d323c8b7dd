"""Text documents that load nothing, and how they are drawn with selections and search hits."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.part import PaintState

LONG_RUN = 1_000
"""Beyond this many characters without a break Qt's line breaking takes seconds."""


class SafeDocument(QTextDocument):
    """A document without undo and margins, in which no resource is ever opened.

    Qt falls back to opening a path itself when ``loadResource`` returns nothing, so every
    request is answered with one transparent pixel.
    """

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultFont(font)
        self._wrapping = QTextOption.WrapMode.WordWrap
        self._sheet = ""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Answer every request with one transparent pixel."""
        del kind, name
        pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
        pixel.fill(0)
        return pixel

    def set_wrapping(self, mode: QTextOption.WrapMode) -> None:
        """Break lines in another way."""
        if mode is not self._wrapping:
            self._wrapping = mode
            option = self.defaultTextOption()
            option.setWrapMode(mode)
            self.setDefaultTextOption(option)

    def set_style_sheet(self, sheet: str) -> None:
        """Have the next HTML follow these rules; the same rules are not read again."""
        if sheet != self._sheet:
            self._sheet = sheet
            self.setDefaultStyleSheet(sheet)


@contextmanager
def one_edit(document: QTextDocument) -> Iterator[None]:
    """Have all changes to a document be one: it is laid out once, at their end."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def has_long_run(text: str) -> bool:
    """Return whether some stretch of ``text`` has no place to break a line for very long."""
    return len(text) > LONG_RUN and any(len(run) > LONG_RUN for run in text.split())


def wrap_mode_for(text: str) -> QTextOption.WrapMode:
    """Return the way to break the lines of ``text`` that cannot stall the window."""
    if has_long_run(text):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def paint_document(
    painter: QPainter,
    document: QTextDocument,
    look: Appearance,
    state: PaintState,
    clip: QRect,
    ink: QColor | None = None,
) -> None:
    """Draw the part of ``document`` inside ``clip``, both with the document's origin.

    ``ink`` is for words without a colour of their own.
    """
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, ink or look.text)
    context.clip = QRectF(clip)
    selections = [
        _highlight(document, mark.start, mark.start + mark.length, _mark_colour(look, mark.current))
        for mark in state.marks
    ]
    if state.selection:
        selections.append(
            _highlight(document, *state.selection, look.selection, look.selected_text)
        )
    context.selections = selections
    painter.save()
    painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _mark_colour(look: Appearance, current: bool) -> QColor:
    return look.current_mark if current else look.mark


def _highlight(
    document: QTextDocument, start: int, end: int, back: QColor, ink: QColor | None = None
) -> QAbstractTextDocumentLayout.Selection:
    last = document.characterCount() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    highlight = QAbstractTextDocumentLayout.Selection()
    highlight.cursor = cursor
    form = QTextCharFormat()
    form.setBackground(QBrush(back))
    if ink is not None:
        form.setForeground(QBrush(ink))
    highlight.format = form
    return highlight
