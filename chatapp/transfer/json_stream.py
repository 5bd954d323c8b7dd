"""JSON of any size read in slices: memory holds one conversation, not the file.

``json.loads`` keeps Python's lock until it is done, so a large file would stop the window even
from another thread. Here C decodes at most about ``WINDOW`` characters at a time; larger
containers are walked in Python.
"""

import json
from collections.abc import Callable, Iterator

from chatapp.domain.json_reading import MOST_DEPTH, finite_or_none
from chatapp.domain.json_value import JsonValue
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.transfer.untrusted import NotReadable, nested_too_deeply

WINDOW = 256 * 1024
MOST_CHARACTERS = 256 * 1024 * 1024
"""The largest single value (a conversation, a backup's table) that is taken into memory."""
_MOST_DIGITS = 1_000
_BLANKS = " \t\n\r\ufeff"


def _integer(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MOST_DIGITS else None


class JsonStream:
    """``read(n)`` returns about ``n`` further characters, or none at the end."""

    def __init__(self, read: Callable[[int], str], most: int = MOST_CHARACTERS) -> None:
        self._read = read
        self._most = most
        self._buffer = ""
        self._at = 0
        self._before = 0
        self._began = 0
        self._ended = False
        self._decoder = json.JSONDecoder(
            strict=False,
            parse_int=_integer,
            parse_float=finite_or_none,
            parse_constant=lambda _name: None,
        )

    def walk(self, spread: str) -> Iterator[tuple[str, JsonValue]]:
        """Yield what the document consists of, piece by piece.

        An array's elements come with an empty name, an object's members with theirs; the
        array under the name ``spread`` comes element by element. Any other document, and an
        empty object, comes as one element. Raises ``NotReadable`` where the text stops being JSON.
        """
        match self._next():
            case "[":
                for _ in self._elements():
                    yield "", self._piece()
            case "{":
                empty = True
                for name in self._names():
                    empty = False
                    if name == spread and self._next() == "[":
                        for _ in self._elements():
                            yield name, self._piece()
                    else:
                        yield name, self._piece()
                if empty:
                    yield "", {}
            case _:
                yield "", self._piece()
        if self._next():
            raise self._broken()

    def _piece(self) -> JsonValue:
        self._began = self._before + self._at
        return self._value(0)

    # Characters

    def _fill(self, wanted: int) -> None:
        """Have ``wanted`` characters ahead, unless the text ends before."""
        while not self._ended and len(self._buffer) - self._at < wanted:
            more = self._read(max(WINDOW, wanted))
            self._ended = not more
            self._before += self._at
            self._buffer = self._buffer[self._at :] + more
            self._at = 0

    def _next(self) -> str:
        """Return the next character that is no blank, without taking it; none at the end."""
        while True:
            if self._at >= len(self._buffer):
                self._fill(1)
                if self._at >= len(self._buffer):
                    return ""
            char = self._buffer[self._at]
            if char not in _BLANKS:
                return char
            self._at += 1

    def _take(self, wanted: str) -> None:
        if self._next() != wanted:
            raise self._broken()
        self._at += 1

    def _broken(self) -> NotReadable:
        return NotReadable(
            text(
                "Transfer",
                QT_TRANSLATE_NOOP(
                    "Transfer", "It breaks off or stops being JSON after character {place}."
                ),
                place=self._before + self._at,
            )
        )

    # Values

    def _value(self, depth: int) -> JsonValue:
        self._next()
        self._fill(WINDOW)
        whole, value = self._decoded()
        if whole:
            return value
        if self._ended:
            raise self._broken()
        if depth >= MOST_DEPTH:
            raise nested_too_deeply()
        if self._before + self._at - self._began > self._most:
            raise self._too_large()
        match self._next():
            case "{":
                return {name: self._value(depth + 1) for name in self._names()}
            case "[":
                return [self._value(depth + 1) for _ in self._elements()]
            case '"':
                return self._long_string()
        raise self._broken()

    def _decoded(self) -> tuple[bool, JsonValue]:
        """Decode the next value if all of it lies in the buffer."""
        try:
            value, end = self._decoder.raw_decode(self._buffer, self._at)
        except RecursionError as error:
            raise nested_too_deeply() from error
        except ValueError:
            return False, None
        if end == len(self._buffer) and not self._ended:
            self._fill(len(self._buffer) - self._at + WINDOW)  # a number may go on
            return self._decoded()
        self._at = end
        return True, value

    def _long_string(self) -> JsonValue:
        wanted = 2 * WINDOW
        while not self._ended and wanted <= 2 * self._most:
            self._fill(wanted)
            whole, value = self._decoded()
            if whole:
                return value
            wanted *= 2
        raise self._broken() if self._ended else self._too_large()

    def _too_large(self) -> NotReadable:
        return NotReadable(
            text(
                "Transfer",
                QT_TRANSLATE_NOOP("Transfer", "A conversation in it is larger than {size} MB."),
                size=self._most // 1_000_000,
            )
        )

    def _elements(self) -> Iterator[None]:
        """Stand before each element of an array in turn."""
        self._take("[")
        if self._next() == "]":
            self._at += 1
            return
        while True:
            yield
            self._check_size()
            if self._next() != ",":
                break
            self._at += 1
        self._take("]")

    def _names(self) -> Iterator[str]:
        """Yield each name of an object, standing before its value."""
        self._take("{")
        if self._next() == "}":
            self._at += 1
            return
        while True:
            if self._next() != '"':
                raise self._broken()
            name = self._value(MOST_DEPTH)
            self._take(":")
            yield str(name)
            self._check_size()
            if self._next() != ",":
                break
            self._at += 1
        self._take("}")

    def _check_size(self) -> None:
        if self._before + self._at - self._began > self._most:
            raise self._too_large()
