"""What a server writes to its standard error: kept in memory, cut, without keys."""

from collections import deque

from chatapp.domain.redaction import redacted
from chatapp.domain.visible_text import visible_text

MOST_LINES = 1000
LONGEST_LINE = 2000


class ServerLog:
    """The last lines of one server, ours among them."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque(maxlen=MOST_LINES)
        self._open = b""

    def feed(self, piece: bytes) -> None:
        """Take a piece of standard error."""
        *lines, rest = (self._open + piece).split(b"\n")
        for line in lines:
            self.say(line.decode("utf-8", "replace"))
        self._open = rest[:LONGEST_LINE]

    def say(self, words: str) -> None:
        """Add a line."""
        self._lines.append(redacted(visible_text(words.rstrip("\r")[:LONGEST_LINE])))

    def text(self) -> str:
        """Return all of it."""
        rest = [redacted(visible_text(self._open.decode("utf-8", "replace")))] if self._open else []
        return "\n".join([*self._lines, *rest])
