"""Reasoning that a server leaves in the text as ``<think>…</think>`` (``endpoint.md`` B4.3).

Only at the start of an answer; tags may be cut over chunks. Where a chat template has put
the opening tag into the prompt, a lone closing tag makes all before it reasoning.
"""

from enum import Enum, auto

_TAGS = ("think", "thinking", "thought")
_OPENERS = tuple(f"<{tag}>" for tag in _TAGS)
_LONE_CLOSER = "</think>"
_NO_TAG_AFTER = ("```", "<think>")
"""A text that shows code, or speaks of the tags themselves, means no tag by them."""


class _State(Enum):
    START = auto()
    THINKING = auto()
    TEXT = auto()
    PLAIN = auto()
    """Text in which no tag means anything any more."""


class ThinkSplitter:
    """Splits the text of one choice; ``feed`` returns ``(reasoning, content)`` pieces."""

    def __init__(self, *, enabled: bool) -> None:
        self._state = _State.START if enabled else _State.PLAIN
        self._held = ""
        self._closer = ""
        self._recent = ""
        self._trimming = False
        self.shown_of_tag = 0
        """How many characters of that content's end were the beginning of the tag."""
        self.retracted = False
        """Set once when the content so far has turned out to be reasoning."""

    @property
    def is_over(self) -> bool:
        """Whether all text that follows is content as it comes."""
        return self._state is _State.PLAIN and not self._held and not self._trimming

    def disable(self) -> None:
        """Take tags as text from now on: the server names its reasoning itself."""
        if self._state is not _State.THINKING:
            self._state = _State.PLAIN

    def feed(self, piece: str) -> tuple[str, str]:
        """Take text; return what of it is reasoning and what is content."""
        match self._state:
            case _State.START:
                return self._at_start(piece)
            case _State.THINKING:
                return self._thinking(piece)
            case _State.TEXT:
                return self._text(piece)
            case _State.PLAIN:
                held, self._held = self._held, ""
                return "", self._trimmed(held + piece)

    def _trimmed(self, piece: str) -> str:
        """Take away the line ends right behind a tag, over however many pieces they come."""
        if self._trimming:
            piece = piece.lstrip("\n")
            self._trimming = not piece
        return piece

    def close(self) -> tuple[str, str]:
        """Return what was held back when the text has ended."""
        held, self._held = self._held, ""
        return (held, "") if self._state is _State.THINKING else ("", held)

    def _at_start(self, piece: str) -> tuple[str, str]:
        self._held += piece
        text = self._held.lstrip()
        for opener in _OPENERS:
            if text.startswith(opener):
                self._state = _State.THINKING
                self._closer = opener.replace("<", "</")
                self._held = ""
                self._trimming = True
                return self._thinking(text[len(opener) :])
        if any(opener.startswith(text) for opener in _OPENERS):
            return "", ""
        self._state = _State.TEXT
        held, self._held = self._held, ""
        return self._text(held)

    def _thinking(self, piece: str) -> tuple[str, str]:
        text = self._trimmed(self._held + piece)
        reasoning, found, after = text.partition(self._closer)
        if found:
            self._state = _State.PLAIN
            self._held = ""
            self._trimming = True
            return reasoning, self._trimmed(after)
        keep = _partial_suffix(text, self._closer)
        self._held = text[len(text) - keep :]
        return text[: len(text) - keep], ""

    def _text(self, piece: str) -> tuple[str, str]:
        window = self._recent + piece
        before, found, after = window.partition(_LONE_CLOSER)
        if any(mark in before for mark in _NO_TAG_AFTER) or (found and before.endswith("`")):
            self._state = _State.PLAIN
            return "", piece
        if found:
            self._state = _State.PLAIN
            self.retracted = True
            self.shown_of_tag = max(len(self._recent) - len(before), 0)
            self._trimming = True
            return piece[: max(len(before) - len(self._recent), 0)], self._trimmed(after)
        self._recent = window[-len(_LONE_CLOSER) :]
        return "", piece


def _partial_suffix(text: str, tag: str) -> int:
    """Return the length of the longest end of ``text`` that may begin ``tag``."""
    for length in range(min(len(tag) - 1, len(text)), 0, -1):
        if tag.startswith(text[-length:]):
            return length
    return 0
