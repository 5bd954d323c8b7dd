"""Classes of characters that the rules of emphasis and of addresses tell apart."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_CJK = (
    (0x1100, 0x11FF),
    (0x2E80, 0x33FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFFEE),
    (0x20000, 0x3FFFD),
)
"""Blocks of Unicode 15 with Chinese, Japanese and Korean letters and punctuation."""


@lru_cache(maxsize=4096)
def is_space(character: str) -> bool:
    """Tell Unicode whitespace; the empty string (an end of the text) counts as such."""
    return character in "\t\n\f\r" or category(character) == "Zs"


@lru_cache(maxsize=4096)
def is_punctuation(character: str) -> bool:
    """Tell punctuation and symbols (CommonMark 0.31, "Characters and lines")."""
    return bool(character) and (
        character in ASCII_PUNCTUATION or category(character)[0] in {"P", "S"}
    )


@lru_cache(maxsize=4096)
def is_cjk(character: str) -> bool:
    """Tell the characters of scripts that are written without spaces, and their punctuation."""
    if character < "\u1100":
        return False
    code = ord(character)
    return any(low <= code <= high for low, high in _CJK)


@lru_cache(maxsize=4096)
def is_cjk_punctuation(character: str) -> bool:
    """Tell full-width punctuation, at which a bare address ends."""
    return is_cjk(character) and is_punctuation(character)


_HIDDEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def with_hidden_shown(words: str) -> str:
    """Return *words* with direction marks and spaces of no width written out (``⟨U+202E⟩``).

    In the words of a link they can make an address read as another one.
    """
    if words.isascii():
        return words
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", words)
