"""What goes to the clipboard: plain text, Markdown and HTML of the same words."""

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QMimeData

from chatapp.domain.messages import Message
from chatapp.ui.conversation import wording
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.selection import Place, Selection
from chatapp.ui.conversation.transcript import Transcript

MANY_MESSAGES = 50
"""Beyond these, plain text is the Markdown source: rendering them all would stall the window."""


def mime_of(plain: str, markdown: str, html: str) -> QMimeData:
    """Return the three as one clipboard content; empty HTML is left out."""
    data = QMimeData()
    data.setText(plain)
    data.setData("text/markdown", QByteArray(markdown.encode("utf-8", "replace")))
    if html:
        data.setHtml(html)
    return data


def message_mime(message: Message) -> QMimeData:
    """Return a whole message: its source as text and Markdown, and as HTML for word processors."""
    from chatapp.markdown import render_html

    return mime_of(message.text, message.text, render_html(message.text))


def quote_of(message: Message) -> str:
    """Return a message as a Markdown quote."""
    return "\n".join(f"> {line}".rstrip() for line in message.text.splitlines())


def selection_mime(transcript: Transcript, selection: Selection) -> QMimeData | None:
    """Return what is selected, or None if nothing is."""
    bounds = selection.bounds
    if bounds is None:
        return None
    first, last = bounds
    rows = range(first.row, min(last.row, len(transcript) - 1) + 1)
    pieces = [_row_pieces(transcript, row, first, last, len(rows)) for row in rows]
    plain, markdown, html = ("\n\n".join(column) for column in zip(*pieces, strict=True))
    return mime_of(plain, markdown, html if len(rows) <= MANY_MESSAGES else "")


def _row_pieces(
    transcript: Transcript, row: int, first: Place, last: Place, row_count: int
) -> tuple[str, str, str]:
    message = transcript.rows[row].message
    if first.row < row < last.row and row_count > MANY_MESSAGES:
        plain, markdown, html = message.text, message.text, ""
    else:
        plain, markdown, html = _part_pieces(transcript, row, first, last)
    if row_count == 1:
        return plain, markdown, html
    from html import escape

    name = wording.author(message)
    return (
        f"{name}:\n{plain}",
        f"**{name}:**\n\n{markdown}",
        f"<p><b>{escape(name)}:</b></p>{html}",
    )


def _part_pieces(
    transcript: Transcript, row: int, first: Place, last: Place
) -> tuple[str, str, str]:
    pieces = list(_selected_parts(transcript, row, first, last))
    return (
        "\n".join(plain for plain, _, _ in pieces),
        "\n\n".join(markdown for _, markdown, _ in pieces),
        "".join(html for _, _, html in pieces),
    )


def _selected_parts(
    transcript: Transcript, row: int, first: Place, last: Place
) -> Iterator[tuple[str, str, str]]:
    """Yield text, Markdown and HTML of each part; of a part selected in part, Qt's."""
    for index, part in enumerate(transcript.layout(row).parts):
        here = (row, index)
        if not isinstance(part, DocumentPart) or not first[:2] <= here <= last[:2]:
            continue
        if not part.selectable:
            continue
        part.dress(transcript.look)
        start = first.position if here == first[:2] else 0
        end = min(last.position, part.length()) if here == last[:2] else part.length()
        if (start, end) == (0, part.length()):
            yield part.spoken(), part.source(), part.html()
        elif end > start:
            yield part.selected_text(start, end), *part.selected_markup(start, end)
