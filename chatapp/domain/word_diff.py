"""Two texts word by word: what both have, and what only one of them has."""

import re
from difflib import SequenceMatcher
from enum import Enum, auto

from chatapp.domain.quick_dataclass import dataclass

_PIECE = re.compile(r"\s+|[^\W_]+|.", re.DOTALL)
MAX_PIECES = 4000
"""Longer texts are compared up to here; the rest is told apart as a whole."""


class Side(Enum):
    """Where a stretch of text is."""

    BOTH = auto()
    LEFT = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that belong to one side, or to both."""

    side: Side
    text: str


def word_diff(left: str, right: str) -> list[Stretch]:
    """Return the stretches of both texts in reading order; those of one side, joined, are the
    text of that side. Time grows with the square of the length at worst: call it from a thread.
    """
    a, b = _PIECE.findall(left), _PIECE.findall(right)
    stretches: list[Stretch] = []
    matcher = SequenceMatcher(None, a[:MAX_PIECES], b[:MAX_PIECES], autojunk=False)
    for tag, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if tag == "equal":
            stretches.append(Stretch(Side.BOTH, "".join(a[a_from:a_to])))
            continue
        if a_to > a_from:
            stretches.append(Stretch(Side.LEFT, "".join(a[a_from:a_to])))
        if b_to > b_from:
            stretches.append(Stretch(Side.RIGHT, "".join(b[b_from:b_to])))
    for side, rest in ((Side.LEFT, a[MAX_PIECES:]), (Side.RIGHT, b[MAX_PIECES:])):
        if rest:
            stretches.append(Stretch(side, "".join(rest)))
    return stretches
