"""A server's output cut into lines, however it is cut into pieces, and never without a limit."""

import re
from collections.abc import Iterator

from chatapp.domain.quick_dataclass import dataclass

LONGEST_LINE = 4 * 1_048_576
"""Bytes of one message: room for a picture, no room for a flood (``reliability.md`` T17)."""

_EDGE = 512
_ID = re.compile(rb'"id"\s*:\s*(\d{1,15}|"[^"\\]{1,80}")')


@dataclass(frozen=True, slots=True)
class TooLong:
    """A line that was thrown away; ``id`` is that of its message as JSON, if it was seen."""

    size: int
    id: bytes = b""


class LineCutter:
    """Takes pieces, gives lines. A line that is too long is thrown away as it comes."""

    def __init__(self, longest: int = LONGEST_LINE) -> None:
        self._longest = longest
        self._line = bytearray()
        self._dropped = 0
        self._head = b""

    def feed(self, piece: bytes) -> Iterator[bytes | TooLong]:
        """Yield the lines that end in ``piece``; empty ones are left out."""
        start = 0
        while (end := piece.find(b"\n", start)) >= 0:
            yield from self._ended(piece[start:end])
            start = end + 1
        self._take(piece[start:])

    def _take(self, piece: bytes) -> None:
        self._line += piece
        if len(self._line) > self._longest or self._dropped:
            self._head = self._head or bytes(self._line[:_EDGE])
            self._dropped += max(0, len(self._line) - _EDGE)
            del self._line[:-_EDGE]

    def _ended(self, rest: bytes) -> Iterator[bytes | TooLong]:
        self._take(rest)
        line, dropped, head = bytes(self._line), self._dropped, self._head
        self._line.clear()
        self._dropped, self._head = 0, b""
        if dropped:
            found = _ID.search(head) or _ID.search(line)
            yield TooLong(dropped + len(line), found.group(1) if found else b"")
        elif line := line.rstrip(b"\r"):
            yield line
