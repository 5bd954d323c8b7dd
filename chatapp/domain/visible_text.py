"""Text of strangers made wholly visible: what hides, reorders or deletes is written out.

A person who approves something must see every character of it (``reliability.md`` T9).
"""

import unicodedata

_HIDING_CATEGORIES = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_KEPT = frozenset("\n\t")
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and marks that draw nothing."""

_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
_PLAIN_SPACES = frozenset(" \u3000")


def visible_text(text: str) -> str:
    """Return ``text`` with every hidden or misleading character as ``\\uXXXX``.

    Line ends, tabs and ordinary spaces stay. Printable ASCII is returned unchanged at once.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(c) if _hides(c) else c for c in text)


def _hides(character: str) -> bool:
    if character in _KEPT:
        return False
    category = unicodedata.category(character)
    if category in _HIDING_CATEGORIES or character in _BLANK:
        return True
    if category == "Zs":
        return character not in _PLAIN_SPACES
    return any(ord(character) in selectors for selectors in _SELECTORS)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
