"""Reading a file of conversations: what wrote it is told by what is in it."""

from collections.abc import Callable, Iterator

from chatapp.domain.json_value import JsonObject, JsonValue, as_object, as_text
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.transfer import chatgpt, cherry_studio, claude, librechat, open_webui
from chatapp.transfer.findings import Finding, Skipped
from chatapp.transfer.json_stream import JsonStream
from chatapp.transfer.outline import EMPTY, Outline, finding
from chatapp.transfer.own_format import (
    FORMAT,
    EndpointOf,
    check_version,
    conversation_from_json,
)
from chatapp.transfer.untrusted import NotReadable, line, malformed, reason_of

_FORMATS: tuple[tuple[Callable[[JsonObject], bool], Callable[[JsonObject], Outline]], ...] = (
    (chatgpt.is_chatgpt, chatgpt.outline_of),
    (claude.is_claude, claude.outline_of),
    (open_webui.is_open_webui, open_webui.outline_of),
    (librechat.is_librechat, librechat.outline_of),
)
_MOST_UNKNOWN = 100
SPREAD = "conversations"
_HEADER = frozenset({"format", "version", "exported_at", "app"})


def read_conversations(read: Callable[[int], str], endpoint_of: EndpointOf) -> Iterator[Finding]:
    """Yield the conversations of a file, and what in it could not be taken.

    ``read(n)`` returns about ``n`` further characters, none at the end. Raises
    ``NotReadable`` if the file is not JSON from some place on, or nothing in it is known.
    """
    reader = _Reader(endpoint_of)
    for name, value in JsonStream(read).walk(SPREAD):
        yield from reader.take(name, value)
    yield from reader.end()


class _Reader:
    """Gathers the members of an object until it is clear what they are."""

    def __init__(self, endpoint_of: EndpointOf) -> None:
        self._endpoint_of = endpoint_of
        self._members: dict[str, JsonValue] = {}
        self._position = 0
        self._known = False
        self._unknown: list[Skipped] = []

    @property
    def _is_own(self) -> bool:
        return self._members.get("format") == FORMAT

    def take(self, name: str, value: JsonValue) -> Iterator[Finding]:
        """Take one piece of the document."""
        if name not in ("", SPREAD):
            self._members[name] = value
            return
        self._position += 1
        if self._is_own:
            check_version(self._members.get("version"))
            self._known = True
            yield self._judged(value, lambda item: conversation_from_json(item, self._endpoint_of))
            return
        yield from self._foreign(value)

    def _foreign(self, value: JsonValue) -> Iterator[Finding]:
        item = as_object(value)
        outline_of = next((build for fits, build in _FORMATS if fits(item)), None)
        if outline_of is not None:
            self._known = True
            yield from self._unknown
            self._unknown = []
            yield self._judged(value, lambda i: finding(outline_of(i)))
            return
        unknown = Skipped(
            self._name(value),
            text("Transfer", QT_TRANSLATE_NOOP("Transfer", "Its format is not known.")),
        )
        if self._known:
            yield unknown
        elif len(self._unknown) < _MOST_UNKNOWN:
            self._unknown.append(unknown)

    def _judged(self, value: JsonValue, read: Callable[[JsonObject], Finding]) -> Finding:
        try:
            if not isinstance(value, dict):
                raise malformed(f"conversations[{self._position - 1}]")
            return read(value)
        except (NotReadable, RecursionError) as error:
            return Skipped(self._name(value), reason_of(error))

    def _name(self, value: JsonValue) -> str:
        item = as_object(value)
        return line(as_text(item.get("title") or item.get("name"))) or f"#{self._position}"

    def end(self) -> Iterator[Finding]:
        """Judge what only the whole document shows."""
        members = self._members
        if self._is_own:
            check_version(members.get("version"))
            for name in members.keys() - _HEADER:
                yield Skipped(
                    line(name),
                    text("Transfer", QT_TRANSLATE_NOOP("Transfer", "Its format is not known.")),
                )
            return
        if cherry_studio.is_cherry_studio(members):
            backup = cherry_studio.Backup(members)
            for topic in backup.topics:
                yield self._judged(topic, lambda t: finding(backup.outline_of(t)))
            return
        if members and not self._position:
            yield from self._foreign(members)
        if not self._known:
            yield from self._nothing()

    def _nothing(self) -> Iterator[Finding]:
        if self._unknown or self._members:
            raise NotReadable(
                text(
                    "Transfer",
                    QT_TRANSLATE_NOOP(
                        "Transfer", "This is not an export of a program that is known here."
                    ),
                )
            )
        yield Skipped("", text("Transfer", EMPTY))
