"""The text of real PDFs, and of files that only look like one."""

import pytest

from chatapp.documents import pdf_child
from chatapp.documents.pdf import read_pdf
from chatapp.domain.errors import ChatAppError
from tests.support.sample_files import pdf


def test_the_pages_are_read_in_order() -> None:
    found = read_pdf(pdf("Budget 2026", "Second page"), "a.pdf")
    assert found.text == "Budget 2026\n\nSecond page"
    assert (found.pages, found.is_cut) == (2, False)


def test_too_many_pages_are_cut_and_said_to_be() -> None:
    many = pdf_child.MOST_PAGES + 3
    answer = pdf_child.extracted(pdf(*["x"] * many))
    assert (answer["pages"], answer["cut"]) == (many, True)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.4\nnothing", "damaged"),
        (pdf(""), "only pictures"),
        (pdf("x", trailer=b" /Encrypt << /Filter /Nobody /V 9 >>"), "damaged"),
    ],
)
def test_a_pdf_without_text_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(ChatAppError, match=words):
        read_pdf(data, "a.pdf")


def test_a_document_with_a_password_is_locked() -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(BytesIO(pdf("secret"))))
    writer.encrypt("password", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    with pytest.raises(ChatAppError, match="locked"):
        read_pdf(file.getvalue(), "a.pdf")


def test_a_document_that_takes_for_ever_is_given_up() -> None:
    with pytest.raises(ChatAppError, match="damaged"):
        read_pdf(pdf("x"), "a.pdf", patience_s=0.001)
