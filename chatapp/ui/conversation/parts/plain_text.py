"""Text shown exactly as it was written, in pieces that never stall the layout."""

from collections.abc import Iterator

from chatapp.ui.conversation.parts.text_part import TextPart

PIECE = 4_000
"""Characters in one part; longer text is cut at line ends, or anywhere if it has none."""


def plain_parts(text: str, *, quiet: bool = False, gap: int = 0) -> list[TextPart]:
    """Return the parts that show ``text`` with its own line breaks."""
    return [
        TextPart(piece, plain=True, quiet=quiet, gap=gap if number == 0 else 0)
        for number, piece in enumerate(_pieces(text))
    ]


def _pieces(text: str) -> Iterator[str]:
    at = 0
    while len(text) - at > PIECE:
        cut = text.rfind("\n", at, at + PIECE)
        if cut <= at:
            yield text[at : at + PIECE]
            at += PIECE
        else:
            yield text[at:cut]
            at = cut + 1
    yield text[at:]
