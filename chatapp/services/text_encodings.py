"""The encoding of a text file: Unicode where its bytes say so, else the likeliest older one.

The older encodings cannot be told apart for sure. Each candidate that decodes without a fault is
judged by what it makes of the bytes above ASCII: the frequent characters of its language speak
for it; runs of accents, capitals inside words and rare ideographs against it. The language of
the person's system decides between equals, and what was chosen is shown.
"""

import codecs
import locale
from collections.abc import Callable
from functools import partial

from chatapp.domain.quick_dataclass import dataclass

_SAMPLE = 32 * 1024
"""How many characters are judged."""
_LEAST_SCORE = 0.4
"""Of 1; below it the bytes are rather no text at all."""
_HOME_BONUS = 0.1
"""What it is worth to be of the language of the person's system."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", ""),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the name of its encoding as people know it; none for UTF-8."""

    words: str
    encoding: str = ""


def decode(data: bytes) -> Decoded | None:
    """Return the text that *data* is, or ``None`` if it is none in any likely encoding."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, codec, name)
    if b"\0" in data:
        codec = "utf-16-le" if 0 in data[1::2] else "utf-16-be"
        found = _decoded(data, codec, "UTF-16")
        return None if found is None or _has_controls(found.words) else found
    return _decoded(data, "utf-8", "") or _older(data, _home_language())


def _decoded(data: bytes, codec: str, name: str) -> Decoded | None:
    try:
        words = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if "\0" in words else Decoded(words.replace("\r\n", "\n"), name)


def _has_controls(words: str) -> bool:
    return any((c < " " and c not in "\t\n\r\f\x1b") or "\x7f" <= c <= "\x9f" for c in set(words))


def _home_language() -> str:
    """Return the language of the person's system, such as ``ja``; empty if it has none."""
    try:
        named = locale.getlocale(locale.LC_CTYPE)[0] or ""
    except ValueError:
        return ""
    # Windows names the language, the others abbreviate it.
    return _WINDOWS_NAMES.get(named.partition("_")[0], named[:2].lower())


def _older(data: bytes, home: str) -> Decoded | None:
    """Return the likeliest reading of text that is not Unicode."""
    best: tuple[float, Decoded] | None = None
    for old in _OLD:
        if old.only_at_home and home not in old.languages:
            continue
        found = _decoded(data, old.codec, old.name)
        if found is None or _has_controls(found.words):
            continue
        score = old.judge(found.words[:_SAMPLE]) + _HOME_BONUS * (home in old.languages)
        if best is None or score > best[0]:
            best = (score, found)
    return best[1] if best is not None and best[0] >= _LEAST_SCORE else None


def _mean(weights: list[float]) -> float:
    return sum(weights) / len(weights) if weights else 0.0


def _judge_ideographs(
    words: str, *, common: str, native: tuple[str, str], standard: str, rows: tuple[int, int]
) -> float:
    """Judge East Asian text: ``common`` characters, the ``native`` script, full-width marks, and
    the lead bytes (``rows``) of the frequent ideographs in the national ``standard``."""

    def weight(character: str) -> float:
        if character in common or native[0] <= character <= native[1]:
            return 1.0
        if "\u3000" <= character <= "\u3011" or "\uff01" <= character <= "\uff5e":
            return 0.9
        lead = character.encode(standard, "replace")[0]
        if rows[0] <= lead <= rows[1]:
            return 0.75
        return 0.5 if _is_half_width(character) else 0.0

    return _mean([weight(character) for character in words if character > "\x7f"])


def _is_half_width(character: str) -> bool:
    return "\uff61" <= character <= "\uff9f"


def _judge_letters(
    words: str, *, script: tuple[str, str], latin: bool = False, rare: str = ""
) -> float:
    """Judge text of letters: those of ``script`` in a row, or accents among Latin ones."""
    around = f" {words} "
    return _mean(
        [
            0.1 if character in rare else _letter_weight(around[at : at + 3], script, latin=latin)
            for at, character in enumerate(words)
            if character > "\x7f"
        ]
    )


def _letter_weight(three: str, script: tuple[str, str], *, latin: bool) -> float:
    """Judge a character between its two neighbours."""
    before, character, after = three[0], three[1], three[2]
    if not character.isalpha():
        return 0.8 if character in _MARKS_OF_TEXT else 0.2
    if character.isupper() and before.islower():
        return 0.0
    if not script[0] <= character <= script[1]:
        return 0.1
    fits = before.isascii() or after.isascii() if latin else not (before + after).isascii()
    return 0.95 if fits else 0.3


_MARKS_OF_TEXT = "«»‹›–—…‘’“”„•·©®°§№€£¿¡\xa0\u200c\u200d\u200e\u200f"


@dataclass(frozen=True, slots=True)
class _Old:
    """An encoding that files still come in; ``languages`` are those it was made for."""

    codec: str
    name: str
    languages: tuple[str, ...]
    judge: Callable[[str], float]
    only_at_home: bool = False


_WINDOWS_NAMES = {
    "Japanese": "ja", "Chinese": "zh", "Korean": "ko", "Russian": "ru", "Ukrainian": "uk",
    "Bulgarian": "bg", "Polish": "pl", "Czech": "cs", "Hungarian": "hu", "Greek": "el",
    "Turkish": "tr", "Hebrew": "he", "Arabic": "ar", "Thai": "th",
}  # fmt: skip
_SIMPLIFIED = "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去"
_TRADITIONAL = "的一是不了在人有我他這中大來上個國到說們為子和你地出道也時年得就那要下以生會自著去"
_KOREAN = "이다는을의에고가하지로한기사리어아도서자나시은대인그를있수해"

_japanese = partial(
    _judge_ideographs,
    common="日人年大本",
    native=("\u3041", "\u30fc"),
    standard="euc_jp",
    rows=(0xB0, 0xCF),
)
_simplified = partial(
    _judge_ideographs, common=_SIMPLIFIED, native=("", ""), standard="gb2312", rows=(0xB0, 0xD7)
)
_traditional = partial(
    _judge_ideographs, common=_TRADITIONAL, native=("", ""), standard="big5", rows=(0xA4, 0xC6)
)
_korean = partial(
    _judge_ideographs, common=_KOREAN, native=("", ""), standard="euc_kr", rows=(0xB0, 0xC8)
)
_latin = partial(_judge_letters, script=("\xc0", "\u02af"), latin=True)
_cyrillic = partial(_judge_letters, script=("\u0401", "\u045f"), rare="ЂЃѓЊЌЋЏђњќћџЎўЈҐЅѕј")


def _of(first: str, last: str) -> Callable[[str], float]:
    return partial(_judge_letters, script=(first, last))


_OLD = (
    _Old("cp1252", "Windows-1252", ("en", "de", "fr", "es", "it", "pt", "nl", "sv"), _latin),
    _Old("cp932", "Shift_JIS", ("ja",), _japanese),
    _Old("euc_jp", "EUC-JP", ("ja",), _japanese),
    _Old("gb18030", "GB18030", ("zh",), _simplified),
    _Old("big5", "Big5", ("zh",), _traditional),
    _Old("cp949", "EUC-KR", ("ko",), _korean),
    _Old("cp1251", "Windows-1251", ("ru", "uk", "bg", "sr", "mk"), _cyrillic),
    _Old("koi8_r", "KOI8-R", ("ru",), _cyrillic),
    _Old("cp1250", "Windows-1250", ("pl", "cs", "sk", "hu", "sl", "hr", "ro"), _latin, True),
    _Old("cp1253", "Windows-1253", ("el",), _of("\u0370", "\u03ff"), True),
    _Old("cp1254", "Windows-1254", ("tr",), _latin, True),
    _Old("cp1255", "Windows-1255", ("he",), _of("\u0590", "\u05ff"), True),
    _Old("cp1256", "Windows-1256", ("ar", "fa"), _of("\u0600", "\u06ff"), True),
    _Old("cp874", "Windows-874", ("th",), _of("\u0e00", "\u0e7f"), True),
)
"""The likeliest first; with equal scores the first one counts."""
