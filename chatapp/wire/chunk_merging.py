"""HTTP chunks that were read together, made one: each costs h11, httpcore and httpx a round.

Servers send each event as a chunk of its own. Handing five hundred of them a second through
three libraries costs more than reading what is in them, so the framing is taken off here and
put back around all that one read has brought. Whatever is not framed as it should be goes on
untouched, for h11 to say what is wrong with it.
"""

import re
from enum import Enum, auto

_LONGEST_HEAD = 128 * 1024
_LONGEST_SIZE_LINE = 4096
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n", re.IGNORECASE)
_INTERIM = re.compile(rb"HTTP/1\.[0-9] 1[0-9][0-9]")
_SIZE_LINE = re.compile(rb"([0-9a-fA-F]{1,15})[ \t]*(?:;[^\r\n]*)?\r\n")


class _State(Enum):
    HEAD = auto()
    SIZE = auto()
    DATA = auto()
    DATA_END = auto()
    UNTOUCHED = auto()


class ChunkMerger:
    """Takes the bytes of one response, and the interim ones before it, as they are read."""

    def __init__(self) -> None:
        self._state = _State.HEAD
        self._held = b""
        self._left = 0
        self._broken = b""
        """An empty line in the place of a size: our framing must not mend what was wrong."""

    def take(self, data: bytes) -> bytes:
        """Return what to hand on; empty if only a part of the framing has come so far."""
        if self._state is _State.HEAD:
            return self._take_head(data)
        if self._state is _State.UNTOUCHED:
            return data
        return self._merged(data)

    def close(self) -> bytes:
        """Return what was held back when the connection has ended."""
        held, self._held = self._held, b""
        return b"" if self._state is _State.HEAD else held

    def _take_head(self, data: bytes) -> bytes:
        """Hand a head on as it comes; what follows it is merged if the head says *chunked*."""
        self._held += data
        while (end := self._held.find(b"\r\n\r\n")) >= 0:
            head, rest = self._held[: end + 4], self._held[end + 4 :]
            self._held = rest
            if _INTERIM.match(head):
                continue
            self._held = b""
            self._state = _State.SIZE if _CHUNKED.search(head) else _State.UNTOUCHED
            return data[: len(data) - len(rest)] + self.take(rest)
        if len(self._held) > _LONGEST_HEAD:
            self._state, self._held = _State.UNTOUCHED, b""
        return data

    def _merged(self, new: bytes) -> bytes:
        data, self._held = self._held + new, b""
        pieces: list[bytes] = []
        at = 0
        while at < len(data) and self._state is not _State.UNTOUCHED:
            if self._state is _State.SIZE:
                at = _take_whole(data, at, pieces)
            moved = self._step(data, at, pieces)
            if moved == at:
                break
            at = moved
        content, rest = b"".join(pieces), data[at:]
        framed = b"%x\r\n%b\r\n" % (len(content), content) if content else b""
        if self._state is _State.UNTOUCHED:
            return framed + self._broken + rest
        self._held = rest
        return framed

    def _step(self, data: bytes, at: int, pieces: list[bytes]) -> int:
        """Read one piece of framing or content; return where the next begins, ``at`` if it has
        not all come."""
        if self._state is _State.DATA:
            piece = data[at : at + self._left]
            pieces.append(piece)
            self._left -= len(piece)
            if not self._left:
                self._state = _State.DATA_END
            return at + len(piece)
        if self._state is _State.DATA_END:
            if data.startswith(b"\r\n", at):
                self._state = _State.SIZE
                return at + 2
            if not b"\r\n".startswith(data[at : at + 2]):
                self._state = _State.UNTOUCHED
                self._broken = b"\r\n"
            return at
        line = _SIZE_LINE.match(data, at)
        if line is None:
            if len(data) - at > _LONGEST_SIZE_LINE or b"\r\n" in data[at:]:
                self._state = _State.UNTOUCHED
            return at
        self._left = int(line[1], 16)
        if not self._left:
            self._state = _State.UNTOUCHED  # the end, and trailers perhaps
            return at
        self._state = _State.DATA
        return line.end()


def _take_whole(data: bytes, at: int, pieces: list[bytes]) -> int:
    """Take the content of the chunks that have come whole; return where the rest begins."""
    while (line := _SIZE_LINE.match(data, at)) is not None:
        start = line.end()
        end = start + int(line[1], 16)
        if end == start or data[end : end + 2] != b"\r\n":
            break
        pieces.append(data[start:end])
        at = end + 2
    return at
