"""Server-sent events without I/O: bytes in, events out, wherever the chunks break.

Follows ``endpoint.md`` B4.1: split at CRLF, LF or CR only (never at U+2028 and friends),
decode whole lines, and be lenient where real servers are careless.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from chatapp.domain.json_reading import read_reply

MAX_LINE_BYTES = 32 * 1024 * 1024
"""A line of images or audio can be megabytes; beyond this it is no chat any more."""

_BOM = b"\xef\xbb\xbf"
_SHORT = 64 * 1024
"""Bytes that are split as they are; longer ones may be a line that is not to be copied again."""
_LINE_END = re.compile(rb"\r\n|\n|\r")


class BodyKind(Enum):
    """What a reply's first bytes show it to be, whatever its content type says."""

    UNDECIDED = auto()
    EVENTS = auto()
    JSON = auto()
    HTML = auto()


class LineTooLong(ValueError):
    """A single line exceeded ``MAX_LINE_BYTES``."""


class ServerEvent(NamedTuple):
    """One dispatched event: its ``data`` lines joined, and its ``event`` name."""

    data: str
    event: str = ""

    @property
    def is_done(self) -> bool:
        """Whether this is the ``[DONE]`` that ends a stream."""
        return self.data[:1] != "{" and self.data.strip().startswith("[DONE")


def sniff(head: bytes) -> BodyKind:
    """Tell from the first bytes of a body what it is."""
    start = head.removeprefix(_BOM).lstrip()
    if not start or (len(head) < len(_BOM) and _BOM.startswith(head)):
        return BodyKind.UNDECIDED
    if start[:1] in (b"{", b"["):
        return BodyKind.JSON
    return BodyKind.HTML if start[:1] == b"<" else BodyKind.EVENTS


class EventDecoder:
    """Feed it bytes; it returns the events they complete.

    ``comments`` counts keep-alive comments, which restart an idle timer.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._searched = 0
        self._at_start = True
        self._data: list[str] = []
        self._event = ""
        self.comments = 0

    def feed(self, chunk: bytes) -> list[ServerEvent]:
        """Take bytes; return the events that are complete now."""
        self._buffer += chunk
        if self._at_start and not self._skip_bom():
            return []
        events: list[ServerEvent] = []
        if len(self._buffer) < min(_SHORT, MAX_LINE_BYTES) and b"\r" not in self._buffer:
            return self._short()
        start = 0
        while (end := _LINE_END.search(self._buffer, max(start, self._searched))) is not None:
            if end.group() == b"\r" and end.end() == len(self._buffer):
                break  # perhaps the first half of CRLF
            events += self._line(bytes(self._buffer[start : end.start()]))
            start = self._searched = end.end()
        del self._buffer[:start]
        self._searched = max(len(self._buffer) - 1, 0)
        if len(self._buffer) > MAX_LINE_BYTES:
            raise LineTooLong
        return events

    def _short(self) -> list[ServerEvent]:
        """Take what has come, which is not long; nearly always whole events of one line each."""
        events: list[ServerEvent] = []
        rest = self._buffer
        if not self._data and not self._event:
            *blocks, rest = rest.split(b"\n\n")
            for block in blocks:
                if block.startswith(b"data: {") and b"\n" not in block:
                    events.append(ServerEvent(block[6:].decode("utf-8", "replace")))
                else:
                    events += self._lines(block.split(b"\n"))
                    events += self._dispatch()
        *lines, self._buffer = rest.split(b"\n")
        self._searched = len(self._buffer)
        return events + self._lines(lines)

    def _lines(self, lines: list[bytearray]) -> list[ServerEvent]:
        return [event for line in lines for event in self._line(bytes(line))]

    def _skip_bom(self) -> bool:
        if len(self._buffer) < len(_BOM) and _BOM.startswith(self._buffer):
            return False
        if self._buffer.startswith(_BOM):
            del self._buffer[: len(_BOM)]
        self._at_start = False
        return True

    def close(self) -> list[ServerEvent]:
        """Return what a body that ended without a last blank line still holds."""
        rest = bytes(self._buffer).removesuffix(b"\r")
        self._buffer.clear()
        events = self._line(rest) if rest else []
        return events + self._dispatch()

    def _line(self, raw: bytes) -> list[ServerEvent]:
        if not raw:
            return self._dispatch()
        line = raw.decode("utf-8", "replace")
        if line.startswith("data: {"):
            self._data.append(line[6:])
            return []
        if line.startswith(":"):
            self.comments += 1
            return []
        if line.lstrip().startswith(("{", "[")):
            self._data.append(line.strip())  # a raw JSON line, without a field name
            return []
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            return self._data_line(value)
        if name == "event":
            self._event = value
        return []

    def _data_line(self, value: str) -> list[ServerEvent]:
        while value.startswith("data:"):
            value = value[5:].removeprefix(" ")
        if value.strip().startswith("[DONE"):
            # The end is said at once; nobody waits for the blank line after it.
            return [*self._dispatch(), ServerEvent(value, self._take_name())]
        self._data.append(value)
        return []

    def _take_name(self) -> str:
        name, self._event = self._event, ""
        return name

    def _dispatch(self) -> list[ServerEvent]:
        lines, self._data = self._data, []
        name = self._take_name()
        if len(lines) == 1 and not lines[0].isspace() and lines[0]:
            return [ServerEvent(lines[0], name)]
        lines = [line for line in lines if line.strip()]
        if not lines:
            return []
        joined = "\n".join(lines)
        if len(lines) == 1 or _is_json(joined) or not all(map(_is_json, lines)):
            return [ServerEvent(joined, name)]
        return [ServerEvent(line, name) for line in lines]


def _is_json(candidate: str) -> bool:
    try:
        read_reply(candidate)
    except ValueError:
        return False
    return True


def events_in(raw: bytes) -> list[ServerEvent]:
    """Return what is in the bytes of one event: one, or several of a server that forgets blank
    lines, or none, if they are only a comment."""
    if raw.startswith(b"data: {") and b"\n" not in raw and b"\r" not in raw:
        return [ServerEvent(raw[6:].decode("utf-8", "replace"))]
    decoder = EventDecoder()
    return decoder.feed(raw + b"\n\n") + decoder.close()
