"""Formulas inside a line, and how to tell them from sums of money and shell variables."""

from __future__ import annotations

import re

from chatapp.markdown.characters import is_cjk
from chatapp.markdown.limits import MAX_MATH

_MONEY = re.compile(r"[0-9][0-9.,]*[ \n]+[A-Za-z]{2}")
_LOOKS_LIKE_MATH = re.compile(r"[\\^_={}+<>]")
_SAYS_SOMETHING = re.compile(r"[^\W_]")


class MathSpans:
    """Finds formulas in one text; remembers what does not end any more."""

    def __init__(self, text: str) -> None:
        """Look for formulas in *text*."""
        self._text = text
        self._last: dict[str, int] = {}

    def end_at(self, at: int) -> int:
        """Return where the formula that starts at *at* with a dollar sign ends, or -1."""
        text = self._text
        if text.startswith("$$", at):
            return self._between(at, "$$", "$$")
        if _ends_a_word(text[at - 1 : at]) or text[at + 1 : at + 2].isspace():
            return -1
        end = text.find("$", at + 1, at + MAX_MATH)
        while end > 0 and text[end - 1] == "\\":
            end = text.find("$", end + 1, at + MAX_MATH)
        if end < 0:
            return -1
        inner, after = text[at + 1 : end], text[end + 1 : end + 2]
        is_closed = inner and not inner[-1].isspace() and not _continues_a_word(after)
        is_formula = is_closed and "`" not in inner and not _MONEY.match(inner)
        return end + 1 if is_formula else -1

    def end_at_bracket(self, at: int) -> int:
        """Return where the formula that starts at *at* with a backslash ends, or -1."""
        if self._text[at + 1] == "(":
            return self._between(at, "\\(", "\\)")
        end = self._between(at, "\\[", "\\]")
        return end if end > 0 and is_display(self._text[at + 2 : end - 2]) else -1

    def _between(self, at: int, opener: str, closer: str) -> int:
        if self._last.get(closer) is None:
            self._last[closer] = self._text.rfind(closer)
        if self._last[closer] < at + len(opener):
            return -1
        end = self._text.find(closer, at + len(opener), at + MAX_MATH)
        inner = self._text[at + len(opener) : max(end, 0)]
        return end + len(closer) if inner.strip() and "`" not in inner else -1


def is_display(inner: str) -> bool:
    """Tell what follows ``\\[`` in a formula from what follows an escaped bracket in words."""
    begins = inner[:1].isspace() or _LOOKS_LIKE_MATH.search(inner) is not None
    return begins and _SAYS_SOMETHING.search(inner) is not None


def _ends_a_word(before: str) -> bool:
    """Tell what a sum of money or a shell variable stands behind (``US$5``); scripts without
    spaces have formulas right behind their words."""
    return before.isalnum() and not is_cjk(before)


def _continues_a_word(after: str) -> bool:
    """Tell what follows the second of two dollar signs that are money or shell variables."""
    return bool(after) and (after.isdigit() or after.isupper() or after in "_{")
