"""What a server writes to its standard error: kept in memory, cut, without keys."""

import re
import threading
from collections import deque
from collections.abc import Callable
from itertools import islice

from chatapp.domain.redaction import redacted
from chatapp.domain.visible_text import visible_text

MOST_LINES = 1000
LONGEST_LINE = 2000
MOST_AT_ONCE = 200
"""Lines that are given at once; a view asks again for the rest."""

STARTED = "[started"
"""How the line begins that we write when a server starts."""

_MOST_LAST_WORDS, _MOST_LOOKED_AT, _LONGEST_LAST_WORD = 3, 60, 200
_TELLS_NOTHING = re.compile(
    r"\s*$|\[|\s+at\s|\s+File \"|\s{4}|\s*[\^~]+\s*$|\s*[\]}),;]+\s*$|Traceback |node:|Node\.js v"
    r"|npm (?:error|ERR!) (?:A complete log|\S+-debug)",
)
"""Lines around the reason: frames, carets, closing brackets, versions, our own."""

_TELLS_MOST = re.compile(
    r"(?:error|exception)\b|\b(?:fatal|cannot|can't|not found|no such|denied|refused|failed|missing"
    r"|required|invalid|usage)\b",
    re.IGNORECASE,
)


def _nobody() -> None:
    """Tell nobody."""


class ServerLog:
    """The last lines of one server, ours among them; written on one thread, read on another.

    ``on_growth`` is called, on the writer's thread, when there is more than was read last: once,
    however much comes, until somebody reads again.
    """

    def __init__(self, on_growth: Callable[[], None] = _nobody) -> None:
        self.on_growth = on_growth
        self._lines: deque[str] = deque(maxlen=MOST_LINES)
        self._end = 0
        self._open = b""
        self._told = False
        self._lock = threading.Lock()

    def feed(self, piece: bytes) -> None:
        """Take a piece of standard error."""
        *lines, rest = (self._open + piece).split(b"\n")
        for line in lines:
            self.say(line.decode("utf-8", "replace"))
        self._open = rest[:LONGEST_LINE]

    def end_line(self) -> None:
        """Take what has no end as a line: the server is gone."""
        if self._open:
            self.feed(b"\n")

    def say(self, words: str) -> None:
        """Add a line."""
        line = redacted(visible_text(words.rstrip("\r")[:LONGEST_LINE]))
        with self._lock:
            self._lines.append(line)
            self._end += 1
            is_news, self._told = not self._told, True
        if is_news:
            self.on_growth()

    def since(self, position: int) -> tuple[list[str], int]:
        """Return lines from a position on, at most ``MOST_AT_ONCE`` and without those that are
        gone already, and the position behind them; 0 is the beginning."""
        with self._lock:
            first = self._end - len(self._lines)
            start = min(max(position, first), self._end)
            found = list(islice(self._lines, start - first, start - first + MOST_AT_ONCE))
            self._told = False
            return found, start + len(found)

    def last_words(self) -> str:
        """Return what the server said last, in a few lines that tell most: those that speak of
        an error, if there are any; no frames of a traceback, nothing of ours, nothing of an
        earlier start."""
        with self._lock:
            lines = list(self._lines)[-_MOST_LOOKED_AT:]
        said: list[str] = []
        for line in reversed(lines):
            if line.startswith(STARTED):
                break
            if not _TELLS_NOTHING.match(line):
                said.append(line.strip()[:_LONGEST_LAST_WORD])
        telling = [line for line in said if _TELLS_MOST.search(line)] or said
        return "\n".join(reversed(telling[:_MOST_LAST_WORDS]))

    def clear(self) -> None:
        """Forget the lines that there are; positions go on from where they were."""
        with self._lock:
            self._lines.clear()
