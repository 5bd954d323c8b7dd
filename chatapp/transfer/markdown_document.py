"""Conversations as Markdown: the shown path of each, for reading and for other programs."""

import re
from collections.abc import Iterator, Sequence

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import Message, Role
from chatapp.transfer.speech import fenced
from chatapp.transfer.transcript import Said, Say, day, shown_messages, title_of

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


class MarkdownDocument:
    """A heading for each conversation, a smaller one for each message; ``say`` puts
    our own words into the person's language."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def begin(self, titles: Sequence[str]) -> Iterator[str]:  # noqa: ARG002 - as Document has it
        """Yield nothing: the first conversation's heading is the file's."""
        yield from ()

    def add(self, conversation: Conversation, messages: list[Message]) -> Iterator[str]:
        """Yield a conversation."""
        yield f"# {_plain(title_of(conversation, self._say))}\n\n"
        facts = filter(None, (conversation.model, day(conversation.created_at)))
        if line := " · ".join(_plain(fact) for fact in facts):
            yield f"*{line}*\n\n"
        for said in shown_messages(conversation, messages, self._say):
            yield from _message(said)

    def end(self) -> Iterator[str]:
        """Yield nothing."""
        yield from ()


def _message(said: Said) -> Iterator[str]:
    yield f"## {_plain(said.speaker)}\n\n"
    for folded in said.folded:
        yield f"> **{_plain(folded.caption)}**\n>\n"
        quoted = folded.text if folded.is_markdown else fenced(folded.text)
        yield "".join(f"> {line}".rstrip() + "\n" for line in quoted.splitlines()) + "\n"
    if said.text:
        yield (fenced(said.text) if said.role is Role.TOOL else said.text.rstrip()) + "\n\n"
    for picture in said.pictures:
        yield f"![{_plain(picture.name)}]({picture.url})\n\n"
    if said.role is Role.ASSISTANT and said.footer:
        yield f"*{_plain(said.footer)}*\n\n"


def _plain(words: str) -> str:
    """Return words on one line in which nothing is markup."""
    return _MARKUP.sub(r"\\\1", " ".join(words.split()))
