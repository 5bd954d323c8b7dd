"""Markdown and HTML files: the shown path, harmless whatever messages hold."""

import re
from collections.abc import Sequence

import pytest

from chatapp.domain.conversation import Conversation
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import (
    ConversationId,
    FailureRecord,
    Message,
    MessageId,
    MessageStatus,
    Role,
)
from chatapp.domain.replies import Choice, Reply, Timing, ToolCall, Usage
from chatapp.domain.tool_calls import CallRecord, ToolCallState, ToolResult
from chatapp.domain.tool_files import tool_files
from chatapp.markdown import render_html
from chatapp.transfer.writing import document
from tests.support.media_server import PDF, PNG, WAV, b64
from tests.transfer.exports import chatgpt, only, read, read_text

PIXEL = "data:image/png;base64,iVBORw0KGgo="
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> [go](javascript:alert(1)) "
    "![](https://tracker.example/x.png) </div></article><style>*{display:none}</style>"
)  # fmt: skip


def written(suffix: str, *given: tuple[Conversation, Sequence[Message]]) -> str:
    made = document(suffix, "chatapp test", lambda _: "", render_html, str)
    pieces = list(made.begin([c.title for c, _ in given]))
    for conversation, messages in given:
        pieces += made.add(conversation, list(messages))
    return "".join([*pieces, *made.end()])


def talk(words: str, **reply: object) -> tuple[Conversation, list[Message]]:
    conversation = Conversation(
        ConversationId("c"), title=words[:20], model="m_1", leaf_id=MessageId("b")
    )
    asked = Message(
        MessageId("a"), conversation.id, None, Role.USER, content=words, name="Ann",
        parts=({"type": "image_url", "image_url": {"url": PIXEL}},),
    )  # fmt: skip
    choice = Choice(
        content=words, reasoning=words, tool_calls=(ToolCall("1", "look", '{"a":[1]}'),)
    )
    answer = Message(
        MessageId("b"), conversation.id, asked.id, Role.ASSISTANT,
        reply=Reply(
            model="gpt", choices=(choice,), timing=Timing(total_ms=1500),
            usage=Usage({"prompt_tokens": 3, "completion_tokens": 4}),
        ),
        status=MessageStatus.FAILED, failure=FailureRecord("", "No {thing}", {"thing": "line"}),
        created_at=86400.0,
    )  # fmt: skip
    return conversation, [asked, answer]


def test_markdown_holds_the_shown_path_only() -> None:
    found = only(read(chatgpt()))
    text = written(".md", (found.conversation, found.messages))
    assert text.startswith("# Sorting\n")
    assert "`sorted`." in text
    assert "sorted(x)" not in text
    assert text.index("Sort a list?") < text.index("`sorted`.") < text.index("It is 2.")


def test_markdown_shows_reasoning_calls_and_figures() -> None:
    text = written(".md", talk("Hello *you*"))
    assert "> **Reasoning**\n>\n> Hello *you*\n" in text
    assert '> **Tool call: look**\n>\n> ```\n> {\n>   "a": [' in text
    assert "*gpt · 3 + 4 tokens · 1.5 s · 1970-01-02 00:00 UTC · No line*" in text
    assert "*m\\_1*" in text
    assert f"![]({PIXEL})" in text
    assert "## User (Ann)" in text


def test_a_title_is_no_markup() -> None:
    conversation, messages = talk("# <b>a</b>\n## b")
    text = written(".md", (conversation, messages))
    assert text.splitlines()[0] == "# \\# \\<b\\>a\\</b\\> \\#\\# b"


@pytest.mark.parametrize("words", [HOSTILE, f"```\n{HOSTILE}\n```", f"> {HOSTILE}", f"`{HOSTILE}`"])
def test_html_holds_nothing_that_runs_or_is_fetched(words: str) -> None:
    page = written(".html", talk(words), talk(words))
    tags = set(re.findall(r"<\s*([a-zA-Z]+)", page))
    assert tags.isdisjoint({"script", "iframe", "object", "embed", "link", "base", "form"})
    assert page.count("<style>") == 1
    assert re.findall(r'<[^>]*\ssrc="(?!data:image/png;base64,)[^"]*"', page) == []
    assert re.search(r"<[^>]*\son\w+=", page) is None
    assert re.search(r'href="(?!https?:|mailto:|#c\d)', page) is None
    assert "default-src 'none'" in page
    assert page.count("</article>") == page.count("<article ")


def test_html_follows_the_readers_light_or_dark() -> None:
    page = written(".html", talk("Hello"))
    assert "prefers-color-scheme: dark" in page
    assert f'<img alt="" src="{PIXEL}">' in page
    assert "<summary>Reasoning</summary>\n<p>Hello</p>" in page


def test_html_lists_several_conversations_and_links_to_them() -> None:
    page = written(".html", talk("One"), talk("Two & three"))
    assert '<a href="#c2">Two &amp; three</a>' in page
    assert '<section id="c2">' in page
    assert "<nav>" not in written(".html", talk("One"))


def test_a_picture_that_is_no_picture_is_left_out() -> None:
    conversation, (asked, answer) = talk("Hello")
    for url in (
        'data:image/png;base64,"><script>',
        "https://x.example/a.png",
        "data:image/svg+xml,x",
    ):
        picture: JsonObject = {"type": "image_url", "image_url": {"url": url}}
        odd = Message(
            asked.id, asked.conversation_id, None, Role.USER, content="Hi", parts=(picture,)
        )
        for suffix in (".html", ".md"):
            assert url not in written(suffix, (conversation, [odd, answer]))


def brought(*blocks: JsonObject) -> tuple[Conversation, list[Message]]:
    """Return a conversation in which a tool brought blocks."""
    conversation = Conversation(ConversationId("c"), title="Tools", leaf_id=MessageId("t"))
    run = CallRecord("c1", "files", state=ToolCallState.DONE)
    result = Message(
        MessageId("t"), conversation.id, None, Role.TOOL, name="files", tool=run,
        content=ToolResult(blocks).text, parts=blocks,
    )  # fmt: skip
    return conversation, [result]


BLOCKS: tuple[JsonObject, ...] = (
    {"type": "image", "mimeType": "image/jpg", "data": f"{b64(PNG)[:40]}\n{b64(PNG)[40:]}"},
    {"type": "image", "mimeType": "image/png", "data": f'{b64(PNG)[:-4]}*"><script>'},
    {"type": "audio", "mimeType": "audio/wav", "data": b64(WAV)},
    {"type": "resource",
     "resource": {"uri": "a://x/<b>.pdf", "mimeType": "application/pdf", "blob": b64(PDF)}},
)  # fmt: skip


def test_pictures_of_tools_are_shown_and_their_other_files_named() -> None:
    page, text = (written(suffix, brought(*BLOCKS)) for suffix in (".html", ".md"))
    assert page.count("<img") == 1
    assert f'<img alt="picture.png" src="data:image/png;base64,{b64(PNG)}">' in page
    assert f"![picture.png](data:image/png;base64,{b64(PNG)})" in text
    for words in ("[audio: audio/wav, 96,044 bytes]", "application/pdf, 586 bytes"):
        assert words in page
        assert words in text
    assert "[resource a://x/&lt;b&gt;.pdf" in page
    assert "<script>" not in page


def test_files_of_tools_come_back_from_our_own_file() -> None:
    conversation, (result,) = brought(*BLOCKS)
    found = only(read_text(written(".json", (conversation, [result]))))
    assert tool_files(found.messages[0].parts) == tool_files(result.parts)


def test_an_empty_file_of_each_kind_is_whole() -> None:
    assert written(".md") == ""
    assert written(".html").endswith("</html>\n")
    assert '"conversations": [\n]}' in written(".json")
