"""Conversations on paper: real PDF files, read again by another program's reader."""

import asyncio
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from chatapp.domain.conversation import Conversation
from chatapp.domain.errors import ChatAppError
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.replies import Choice, Reply
from chatapp.markdown import render_html
from chatapp.services.transfer import TransferService
from chatapp.transfer.print_document import PrintDocument
from chatapp.ui.printing.pdf_file import PdfFile
from tests.conftest import RunInQt
from tests.support.media_server import PNG, b64
from tests.support.open_app import open_app

ANSWER = (
    "# Title\n\nSome **bold** words.\n\n```python\nprint(1)\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |"
)


def words(path: Path) -> list[str]:
    """Return the words of each page; Qt writes some signs as others that look the same."""
    pages = (page.extract_text() for page in PdfReader(path).pages)
    return [" ".join(unicodedata.normalize("NFKC", page).split()) for page in pages]


def written(path: Path, *pieces: str) -> list[str]:
    file = PdfFile(path)
    file.open()
    for piece in pieces:
        file.write(iter([piece]))
    file.finish()
    file.discard()
    return words(path)


def test_each_piece_begins_on_a_page_with_its_number(qtbot: QtBot, tmp_path: Path) -> None:
    long = "".join(f"<p>Line {n}</p>" for n in range(200))
    pages = written(tmp_path / "a.pdf", "<h1>One</h1>", "<h1>Two</h1>" + long)
    assert "One" in pages[0]
    assert "Two" in pages[1]
    assert len(pages) > 3
    assert "Line 199" in pages[-1]
    assert [page.split()[-1] for page in pages] == [str(n + 1) for n in range(len(pages))]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.pdf"]


def test_no_file_is_read_and_nothing_fetched_for_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    picture.write_bytes(b"not even a picture")
    html = f'<p>x</p><img src="{picture.as_uri()}"><img src="http://127.0.0.1:9/x.png">'
    (page,) = written(tmp_path / "a.pdf", html)
    assert page.split() == ["x", "1"]


def test_an_export_without_conversations_is_one_empty_page(qtbot: QtBot, tmp_path: Path) -> None:
    assert [page.split() for page in written(tmp_path / "a.pdf")] == [["1"]]


def test_a_folder_that_is_not_there_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    file = PdfFile(tmp_path / "missing" / "a.pdf")
    with pytest.raises(ChatAppError, match=r"a\.pdf cannot be written"):
        file.open()
    file.discard()


def test_a_conversation_is_exported_with_speakers_markdown_and_another_script(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    own = ConversationId("c")
    asked = Message(MessageId("a"), own, None, Role.USER, content="富士山の高さは？")
    answered = Message(
        MessageId("b"), own, asked.id, Role.ASSISTANT,
        reply=Reply(choices=(Choice(content=ANSWER, reasoning="hm"),)),
    )  # fmt: skip

    async def work() -> None:
        async with open_app(tmp_path / "profile") as app:
            conversations = app.services.conversations
            title = Conversation(own, title="On <b>Fuji</b>", leaf_id=answered.id)
            await conversations.whole.take(title, [asked, answered])
            service = TransferService(conversations, app.services.endpoints.all, PdfFile)
            report = await service.export(tmp_path / "one.pdf", [own], lambda _: None)
            assert (report.conversations, report.messages) == (1, 2)

    run_in_qt(work())
    page = "".join(words(tmp_path / "one.pdf"))
    for expected in ("On <b>Fuji</b>", "bold words", "print(1)", "Title", "hm"):
        assert expected in page, expected
    assert "高" in page


def test_a_picture_of_a_tool_is_on_the_paper(qtbot: QtBot, tmp_path: Path) -> None:
    own = ConversationId("c")
    block: JsonObject = {"type": "image", "mimeType": "image/png", "data": b64(PNG)}
    for blocks in ((block,), ()):
        message = Message(MessageId("t"), own, None, Role.TOOL, content="x", parts=blocks)
        conversation = Conversation(own, leaf_id=message.id)
        pieces = PrintDocument(render_html, str).add(conversation, [message])
        written(tmp_path / "a.pdf", "".join(pieces))
        (page,) = PdfReader(tmp_path / "a.pdf").pages
        assert len(page.images.keys()) == len(blocks)


def test_a_cancelled_export_leaves_the_older_file(run_in_qt: RunInQt, tmp_path: Path) -> None:
    target = tmp_path / "old.pdf"
    target.write_bytes(b"older")

    async def work() -> None:
        async with open_app(tmp_path / "profile") as app:
            conversations = app.services.conversations
            for number in range(3):
                own = ConversationId(f"c{number}")
                message = Message(MessageId(f"m{number}"), own, None, Role.USER, content="x")
                await conversations.whole.take(Conversation(own, leaf_id=message.id), [message])
            service = TransferService(conversations, app.services.endpoints.all, PdfFile)
            report = await service.export(target, None, lambda _: None, lambda: False)
            assert report.cancelled
            await asyncio.sleep(0)

    run_in_qt(work())
    assert target.read_bytes() == b"older"
    assert list(tmp_path.glob(".*.part")) == []
