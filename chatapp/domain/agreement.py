"""What several answers to one message agree on, sentence by sentence.

A sentence counts as said by another answer if it has the same words, or nearly the same ones.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.sweep_measures import similarity, words_of

ALIKE = 0.75
"""From this similarity on two sentences say the same."""
MAX_COMPARISONS = 4000
"""With more pairs than this only the very same words count: it is done while one waits."""

_END = re.compile(r"(?<=[.!?…])[\"'”’)\]*_]*\s+|(?<=[。！？])|\n+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of an answer's source, and the share of the other answers that say it, 0 to 1."""

    start: int
    end: int
    share: float


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text are; lines end them too, and what has no words is
    none."""
    found: list[tuple[int, int]] = []
    start = 0
    for end, after in [*((m.start(), m.end()) for m in _END.finditer(text)), (len(text),) * 2]:
        if words_of(text[start:end]):
            found.append((start, end))
        start = after
    return found


def agreement_of(text: str, others: Sequence[str]) -> list[Sentence]:
    """Return the sentences of one answer with how many of the others say them as well."""
    mine = [(start, end, text[start:end]) for start, end in sentences(text)]
    theirs = [[other[start:end] for start, end in sentences(other)] for other in others]
    pairs = len(mine) * sum(len(said) for said in theirs)
    exact = [{words_of(sentence) for sentence in said} for said in theirs]
    found = []
    for start, end, sentence in mine:
        said_by = sum(
            words_of(sentence) in known or (pairs <= MAX_COMPARISONS and _says(sentence, said))
            for known, said in zip(exact, theirs, strict=True)
        )
        found.append(Sentence(start, end, said_by / len(others) if others else 1.0))
    return found


def _says(sentence: str, said: Sequence[str]) -> bool:
    return any(similarity(sentence, other) >= ALIKE for other in said)


class Agreement:
    """The sentences behind the characters of one answer's text, the warmer the fewer say them."""

    def __init__(self, text: str, others: Sequence[str]) -> None:
        self.sentences = agreement_of(text, others)
        self._starts = [sentence.start for sentence in self.sentences]

    def heat_of(self, number: int) -> float:
        """Return how few of the other answers say a sentence: 0 is all, 1 is none."""
        return 1.0 - self.sentences[number].share

    def tokens_of(self, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
        """Return the sentence behind each run of characters; -1 where there is none."""
        found = []
        for start, end in zip(starts, ends, strict=True):
            at = bisect_right(self._starts, start) - 1 if start >= 0 else -1
            inside = at >= 0 and start < self.sentences[at].end and end > start
            found.append(at if inside else -1)
        return found
