"""Text as it is compared when somebody looks for it: without case, width or accents.

``É``, ``é`` and ``e`` are one letter, ``Ж`` and ``ж`` as well, and so are the full-width ``Ａ``
and ``a`` or the half-width ``ｶﾞ`` and ``ガ``. Accents are taken off Latin letters only, as the
index of words does: elsewhere they make another letter (``й`` is not ``и``).
"""

import re
import unicodedata
from functools import cache

from chatapp.domain.late_pattern import late_pattern

_LATIN_ACCENTS = late_pattern("([a-z])[\u0300-\u036f]+")
_FULL_WIDTH = {sign: sign + 0xFEE0 for sign in range(0x21, 0x7F)}
"""Each printable ASCII sign and its wide twin."""
_ACCENTED = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
_KANA, _NARROW_KANA = range(0x30A1, 0x30FB), range(0xFF65, 0xFFA0)
_NARROW_VOICE = {"\u3099": "\uff9e", "\u309a": "\uff9f"}


def folded(text: str) -> str:
    """Return text so that what differs only in case, width or Latin accents is equal."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", _LATIN_ACCENTS.sub(r"\1", apart))


def widths(text: str) -> list[str]:
    """Return text in every width that it can have been written in, itself first, each once."""
    plain = unicodedata.normalize("NFKC", text)
    wide = plain.translate(_FULL_WIDTH) if plain.isascii() else plain
    narrow = "".join(_narrow_kana().get(sign, sign) for sign in plain)
    return list(dict.fromkeys((text, plain, wide, narrow)))


def spellings(word: str) -> str:
    """Return a regular expression, to be used without regard to case, for all that is the same
    as ``word`` when folded."""
    return "".join(_spelling(sign) for sign in folded(word))


@cache
def _spelling(sign: str) -> str:
    same = [sign, *_accented().get(sign, ())]
    same += [other for one in tuple(same) for other in widths(one) if other not in same]
    return "(?:" + "|".join(map(re.escape, same)) + ")" if len(same) > 1 else re.escape(sign)


@cache
def _accented() -> dict[str, list[str]]:
    """Return the letters with accents of each plain one."""
    found: dict[str, list[str]] = {}
    for letter in (chr(code) for codes in _ACCENTED for code in codes):
        plain = folded(letter)
        if len(plain) == 1 and plain != letter and letter.islower():
            found.setdefault(plain, []).append(letter)
    return found


@cache
def _narrow_kana() -> dict[str, str]:
    """Return the narrow spelling of each kana that has one; voiced ones take two signs."""
    narrow = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in _NARROW_KANA}
    for kana in map(chr, _KANA):
        apart = unicodedata.normalize("NFD", kana)
        if apart[0] in narrow and apart[1:] in _NARROW_VOICE:
            narrow[kana] = narrow[apart[0]] + _NARROW_VOICE[apart[1:]]
    return narrow
