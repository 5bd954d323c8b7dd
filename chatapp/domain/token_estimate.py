"""About how many tokens something is, for people; only the endpoint knows exactly.

Byte-pair encodings take about four letters of English, and about one sign of Chinese or
Japanese, for a token.
"""

import re

LETTERS_PER_TOKEN = 4
MESSAGE_TOKENS = 4
"""What a chat template adds around a message."""
_WIDE = r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
_TILE = 512
_LONGEST, _SHORTEST = 2048, 768
_BASE_TOKENS, _TILE_TOKENS = 85, 170
_SOUND_BYTES_PER_TOKEN = 1_600
"""Ten tokens a second of telephone-like speech; no server publishes a rule for all."""


def text_tokens(words: str) -> int:
    """Return about how many tokens a text is."""
    if words.isascii():
        return -(-len(words) // LETTERS_PER_TOKEN)
    wide = len(re.findall(_WIDE, words))
    narrow = len(words) - wide
    accented = narrow - len(words.encode("ascii", "ignore"))
    return wide + -(-narrow // LETTERS_PER_TOKEN) + max(accented, 0) // LETTERS_PER_TOKEN


def image_tokens(width: int, height: int) -> int:
    """Return about how many tokens a picture is: its tiles after the usual scaling."""
    if width <= 0 or height <= 0:
        return 0
    scale = min(1.0, _LONGEST / max(width, height))
    scale *= min(1.0, _SHORTEST / (min(width, height) * scale))
    columns, rows = (-(-round(side * scale) // _TILE) for side in (width, height))
    return _BASE_TOKENS + _TILE_TOKENS * columns * rows


def sound_tokens(size: int) -> int:
    """Return about how many tokens a sound of ``size`` bytes is."""
    return -(-size // _SOUND_BYTES_PER_TOKEN)
