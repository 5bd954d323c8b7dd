"""Writing conversations as a file, piece by piece: memory holds one conversation at a time."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Protocol

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import Message
from chatapp.transfer.html_document import HtmlDocument
from chatapp.transfer.markdown_document import MarkdownDocument
from chatapp.transfer.own_format import FORMAT, VERSION, EndpointName, conversation_to_json
from chatapp.transfer.print_document import PrintDocument
from chatapp.transfer.transcript import Say
from chatapp.transfer.untrusted import clean_json


class Document(Protocol):
    """A file in the making: ``begin``, then ``add`` for each conversation, then ``end``."""

    def begin(self, titles: Sequence[str]) -> Iterator[str]:
        """Yield what stands before the conversations, whose titles are given in order."""
        ...

    def add(self, conversation: Conversation, messages: list[Message]) -> Iterator[str]:
        """Yield a conversation; ``messages`` are those of all its branches."""
        ...

    def end(self) -> Iterator[str]:
        """Yield what stands after the conversations."""
        ...


class JsonDocument:
    """Our own JSON (``own_format``), one message a line."""

    def __init__(self, app: str, name_of: EndpointName) -> None:
        self._app = app
        self._name_of = name_of
        self._count = 0

    def begin(self, titles: Sequence[str]) -> Iterator[str]:  # noqa: ARG002 - as Document has it
        """Yield the header."""
        header = {
            "format": FORMAT,
            "version": VERSION,
            "exported_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "app": self._app,
        }
        yield json.dumps(header, indent=1)[:-2] + ',\n "conversations": ['

    def add(self, conversation: Conversation, messages: list[Message]) -> Iterator[str]:
        """Yield a conversation as an element of the array."""
        whole = dict(conversation_to_json(conversation, messages, self._name_of))
        rows = whole.pop("messages")
        yield ",\n" if self._count else "\n"
        yield _line(whole)[:-1] + (', "messages": [' if whole else '"messages": [')
        assert isinstance(rows, list)  # noqa: S101 - conversation_to_json has made it
        for position, row in enumerate(rows):
            yield (",\n  " if position else "\n  ") + _line(row)
        yield "\n ]}"
        self._count += 1

    def end(self) -> Iterator[str]:
        """Yield the end of the array and the object."""
        yield "\n]}\n"


def _line(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)
    except ValueError:  # a server sent NaN or Infinity, which are no JSON
        return json.dumps(clean_json(value), ensure_ascii=False)


def document(
    suffix: str, app: str, name_of: EndpointName, render: Callable[[str], str], say: Say
) -> Document:
    """Return an empty document of the format that ``suffix`` (of ``transfer.SUFFIXES``, or
    ``PRINTED``) names.

    ``render`` makes safe HTML of Markdown, ``say`` puts our own words into the person's
    language.
    """
    match suffix:
        case ".json":
            return JsonDocument(app, name_of)
        case ".md":
            return MarkdownDocument(say)
        case ".html":
            return HtmlDocument(render, say)
        case ".pdf":
            return PrintDocument(render, say)
    raise ValueError(suffix)
