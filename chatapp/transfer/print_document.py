"""Conversations as the plain HTML that a printer of rich text understands: no scripts, no style
sheets beyond what is said here, colours for paper."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import Message, Role
from chatapp.transfer.transcript import Said, Say, day, shown_messages, title_of

STYLE = """
.title { font-size: 17pt; font-weight: 600; margin: 0 0 4px 0; }
h1 { font-size: 13pt; margin: 20px 0 8px 0; }
h2, h3, h4, h5, h6 { font-size: 11.5pt; margin: 20px 0 8px 0; }
p { margin: 0 0 12px 0; }
.speaker { color: #1f6f5c; font-weight: 600; margin: 32px 0 6px 0; }
.facts { color: #5d5d63; font-size: 8.5pt; margin: 0 0 12px 0; }
.folded { color: #5d5d63; font-size: 9pt; margin: 0 0 10px 28px; }
pre, code { font-family: monospace; background-color: #f3f3f1; }
pre { margin: 8px 0 14px 0; }
blockquote { color: #5d5d63; }
a { color: #0b5fa5; }
th, td { padding: 6px 12px; }
""".strip()
"""For ``QTextDocument``'s subset of CSS; two pixels are a point."""


class PrintDocument:
    """Each conversation is one piece of HTML, which begins on a page of its own."""

    def __init__(self, render: Callable[[str], str], say: Say) -> None:
        self._render = render
        self._say = say

    def begin(self, titles: Sequence[str]) -> Iterator[str]:
        """Nothing stands before the conversations."""
        del titles
        yield from ()

    def add(self, conversation: Conversation, messages: list[Message]) -> Iterator[str]:
        """Yield a conversation."""
        facts = " · ".join(filter(None, (conversation.model, day(conversation.created_at))))
        yield f'<p class="title">{escape(title_of(conversation, self._say))}</p>'
        yield f'<p class="facts">{escape(facts)}</p>'
        for said in shown_messages(conversation, messages, self._say):
            yield from self._message(said)

    def _message(self, said: Said) -> Iterator[str]:
        yield f'<p class="speaker">{escape(said.speaker)}</p>'
        for folded in said.folded:
            words = folded.text
            body = self._render(words) if folded.is_markdown else f"<pre>{escape(words)}</pre>"
            yield f'<div class="folded"><p>{escape(folded.caption)}</p>{body}</div>'
        for picture in said.pictures:
            yield f'<p><img src="{picture.url}" width="360"></p>'
        if said.text:
            is_plain = said.role is Role.TOOL
            body = f"<pre>{escape(said.text)}</pre>" if is_plain else self._render(said.text)
            yield f"<div>{body}</div>"
        if said.role is Role.ASSISTANT and said.footer:
            yield f'<p class="facts">{escape(said.footer)}</p>'

    def end(self) -> Iterator[str]:
        """Nothing stands after the conversations."""
        yield from ()
