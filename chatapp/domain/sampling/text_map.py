"""Which characters of an answer's text which tokens made, exactly.

A token is bytes: it may be a part of a character, and a character may need several tokens.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class TokenMap:
    """Tokens against the characters of a text.

    Token ``k`` has a part in the characters from ``starts[k]`` up to, not including, ``ends[k]``;
    neighbours share a character that both are parts of. A token outside the text has none.
    """

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self.starts = starts
        self.ends = ends

    def tokens_in(self, start: int, end: int) -> range:
        """Return the tokens with a part in the characters from ``start`` up to ``end``."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return range(first, max(first, last))


def map_tokens(text: str, tokens: Iterable[bytes]) -> TokenMap | None:
    """Return how ``tokens`` make up ``text``, or ``None`` if they do not.

    The tokens may say more than the text before it (thinking) or after it (a mark of the end),
    and the text more than the tokens before them (the beginning it was made to go on from).
    """
    pieces = list(tokens)
    said = b"".join(pieces)
    shown = text.encode("utf-8", "surrogatepass")
    shift = _shift(shown, said)
    if shift is None or not said:
        return None
    first, after = _characters(text)
    starts, ends = array("l"), array("l")
    begin = shift
    for piece in pieces:
        end = begin + len(piece)
        inside = max(0, min(begin, len(shown))), max(0, min(end, len(shown)))
        starts.append(first[inside[0]])
        ends.append(after[inside[1]])
        begin = end
    return TokenMap(starts, ends)


def _shift(shown: bytes, said: bytes) -> int | None:
    """Return where in ``shown`` the tokens begin; negative if they begin before it."""
    if shown == said:
        return 0
    if said.endswith(shown):
        return len(shown) - len(said)
    if shown.endswith(said):
        return len(shown) - len(said)
    found = said.rfind(shown)
    return -found if found >= 0 and shown else None


def _characters(text: str) -> tuple[array[int], array[int]]:
    """Return for each position between bytes the character that is there, and the number of
    characters that have begun before it."""
    first, after = array("l"), array("l", [0])
    for number, character in enumerate(text):
        size = 1 if character.isascii() else len(character.encode("utf-8", "surrogatepass"))
        first.extend([number] * size)
        after.extend([number + 1] * size)
    first.append(len(text))
    return first, after
