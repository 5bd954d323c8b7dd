"""How warm each token of an answer is drawn: 0 for no doubt, 1 for the greatest doubt."""

import math
from collections.abc import Sequence
from enum import StrEnum

from chatapp.domain.sampling.answers import AnswerTokens
from chatapp.domain.sampling.text_map import TokenMap

FULL_ENTROPY = 3.0
"""Nats; as uncertain as between twenty equal choices."""
FULL_RANK = 20


class Measure(StrEnum):
    """What makes a token warm."""

    PROBABILITY = "probability"
    ENTROPY = "entropy"
    RANK = "rank"


def heat(answer: AnswerTokens, measure: Measure, at: int) -> float:
    """Return how warm a token is; one that has not been measured yet is cold."""
    if at >= len(answer.surprisals):
        return 0.0
    if measure is Measure.PROBABILITY:
        return 1.0 - answer.weakest[at]
    if measure is Measure.ENTROPY:
        return min(1.0, answer.entropies[at] / FULL_ENTROPY)
    return min(1.0, math.log1p(answer.ranks[at]) / math.log1p(FULL_RANK))


class HeatMap:
    """The tokens behind the characters of one answer's text, and how warm they are."""

    def __init__(self, answer: AnswerTokens, where: TokenMap, measure: Measure) -> None:
        self._answer = answer
        self._where = where
        self._measure = measure

    def heat_of(self, token: int) -> float:
        """Return how warm a token is."""
        return heat(self._answer, self._measure, token)

    def tokens_of(self, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
        """Return the token behind each stretch of characters, -1 where there is none; behind one
        that several tokens made is the warmest of them.

        Stretches come in the order of the text; one with a negative start is not in it.
        """
        where, found, at = self._where, [], 0
        last = len(where.ends)
        for start, end in zip(starts, ends, strict=True):
            if start < 0:
                found.append(-1)
                continue
            while at < last and where.ends[at] <= start:
                at += 1
            if at == last or where.starts[at] >= end:
                found.append(-1)
            elif at + 1 == last or where.starts[at + 1] >= end:
                found.append(at)
            else:
                found.append(max(where.tokens_in(start, end), key=self.heat_of))
        return found
