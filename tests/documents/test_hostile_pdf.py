"""Documents made to do harm end in words, within bounds, and run nothing."""

import zlib
from contextlib import suppress

import psutil
import pytest

from chatapp.documents.pdf import read_pdf
from chatapp.documents.pdf_child import MOST_CHARACTERS
from chatapp.domain.errors import ChatAppError

PATIENCE_S = 20.0


def document(*objects: bytes, root: int = 1) -> bytes:
    """Return a PDF of these objects, numbered from 1."""
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root %d 0 R >>\n" % (len(objects) + 1, root)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def page_with(stream: bytes, filters: bytes, extra: bytes = b"") -> bytes:
    """Return a document with one page whose content is this stream."""
    return document(
        b"<< /Type /Catalog /Pages 2 0 R " + extra + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(stream), filters, stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(SURROGATE_MAP), SURROGATE_MAP),
    )


SURROGATE_MAP = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
    b"endcodespacerange 1 beginbfchar <41> <D800> endbfchar endcmap end"
)
BOMB = zlib.compress(zlib.compress(b"(A) Tj " * 60_000_000, 1), 9)
DEEP = b"[" * 40_000 + b"]" * 40_000
HOSTILE = {
    "unpacks to 420 MB": page_with(BOMB, b"/Filter [/FlateDecode /FlateDecode]"),
    "pages that contain themselves": document(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999999 >>",
    ),
    "nested without end": page_with(b"BT (A) Tj ET", b"", b"/Deep " + DEEP),
    "a cross reference to itself": b"%PDF-1.4\nxref\n0 1\ntrailer << /Prev 9 /Root 1 0 R >>\n"
    b"startxref\n9\n%%EOF\n",
    "a length that lies": page_with(b"BT (A) Tj ET", b"").replace(
        b"/Length 12", b"/Length 2000000000"
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_ends_in_words_and_leaves_nothing(name: str) -> None:
    with suppress(ChatAppError):  # any other error fails, and so does one that takes for ever
        found = read_pdf(HOSTILE[name], "a.pdf", patience_s=PATIENCE_S)
        assert len(found.text) <= MOST_CHARACTERS
    assert not [p for p in psutil.Process().children() if "pdf_child" in " ".join(p.cmdline())]


def test_what_a_document_would_run_or_fetch_is_only_read() -> None:
    action = b"/OpenAction << /S /Launch /F (touch) /Win << /F (calc.exe) >> >> /AA << >>"
    found = read_pdf(page_with(b"BT /F1 9 Tf (B) Tj ET", b"", action), "a.pdf")
    assert found.text == "B"


def test_half_characters_of_a_document_do_not_reach_the_store() -> None:
    found = read_pdf(page_with(b"BT /F1 9 Tf (AB) Tj ET", b""), "a.pdf")
    assert found.text == "?B"
