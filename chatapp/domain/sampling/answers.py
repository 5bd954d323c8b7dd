"""A whole answer: its places, how certain the model was along it, and *what if*.

Nothing is computed before it is asked for, and everything at most once: an answer may be long and
may still be growing.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from chatapp.domain.json_value import JsonObject, JsonValue, as_list
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.sampling.samplers import Samplers
from chatapp.domain.sampling.shaping import LARGEST_VOCABULARY, Range, Shaped, shape
from chatapp.domain.sampling.tokens import Step, bytes_of, read_step

KEPT_STEPS = 64
"""Parsed places that are kept; walking along an answer needs few."""
UNCERTAIN_SHARE = 0.2
"""Which part of an answer counts as its uncertain places."""
_CERTAIN = 1.0 - 1e-9
_SETTLED = 1e-9
"""A path that is this unlikely adds nothing to how far an answer would have gone."""


class AnswerTokens:
    """The tokens of one answer, read from the endpoint's ``logprobs`` object.

    The object may grow meanwhile; the length is what it holds now.
    """

    def __init__(self, logprobs: JsonObject) -> None:
        self._entries: Sequence[JsonValue] = as_list(logprobs.get("content"))
        self._steps: dict[int, Step] = {}
        self._seen: dict[bytes, list[int]] = {}
        self._most_before = array("l")
        self._most = 0
        self.surprisals = array("d")
        """Nats; for the places that :meth:`measure` has been at."""
        self.entropies = array("d")
        """Nats, at least; without any sampler."""
        self.ranks = array("l")
        """0 where the likeliest token came."""
        self.weakest = array("d")
        """The probability of the token that came."""

    def __len__(self) -> int:
        return len(self._entries)

    def reads(self, logprobs: JsonObject) -> bool:
        """Whether these tokens are those of this very object."""
        return self._entries is logprobs.get("content")

    def data(self, at: int) -> bytes:
        """Return the bytes that a token added to the answer."""
        return bytes_of(self._entries[at])

    def step(self, at: int) -> Step:
        """Return one place."""
        step = self._steps.get(at)
        if step is None:
            step = self._steps[at] = read_step(self._entries[at])
            if len(self._steps) > KEPT_STEPS:
                del self._steps[next(iter(self._steps))]
        return step

    def shaped(
        self,
        at: int,
        samplers: Samplers,
        *,
        given_temperature: float = 1.0,
        vocabulary: int = LARGEST_VOCABULARY,
    ) -> Shaped:
        """Return one place as the samplers leave it, penalties for what came before included."""
        step = self.step(at)
        counts: list[int] = []
        most = 0
        if samplers.has_penalties:
            self._count_to(at)
            counts = [self._before(c.data, at) for c in step.candidates]
            most = self._most_before[at]
        return shape(
            step,
            samplers,
            counts=counts,
            most_unseen_count=most,
            given_temperature=given_temperature,
            vocabulary=vocabulary,
        )

    def _count_to(self, at: int) -> None:
        """Note where which token occurred, up to a place."""
        for place in range(len(self._most_before), at + 1):
            self._most_before.append(self._most)
            places = self._seen.setdefault(self.data(place), [])
            places.append(place)
            self._most = max(self._most, len(places))

    def _before(self, data: bytes, at: int) -> int:
        return bisect_left(self._seen.get(data, ()), at)

    def measure(self, most: int) -> bool:
        """Measure up to ``most`` further places; return whether all have been measured."""
        first = len(self.surprisals)
        for at in range(first, min(first + most, len(self))):
            step = read_step(self._entries[at])
            self.surprisals.append(step.surprisal)
            self.entropies.append(_entropy(step))
            self.ranks.append(step.sampled)
            self.weakest.append(step.candidates[step.sampled].probability)
        return len(self.surprisals) == len(self)

    def uncertain(self, at: int, direction: int) -> int | None:
        """Return the next uncertain place after ``at`` (before it, for -1): one of the fifth of
        the measured places with the highest entropy."""
        if not self.entropies:
            return None
        ordered = sorted(self.entropies)
        least = max(ordered[int(len(ordered) * (1 - UNCERTAIN_SHARE))], _SETTLED)
        places = range(at + 1, len(self.entropies)) if direction > 0 else range(at - 1, -1, -1)
        return next((place for place in places if self.entropies[place] >= least), None)


def _entropy(step: Step) -> float:
    """Return the least entropy the model's own distribution can have here, in nats."""
    entropy = -step.unseen * step.least_listed
    for candidate in step.candidates:
        entropy -= candidate.probability * candidate.logprob
    return max(0.0, entropy)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How an answer would have fared under other settings, as far as ``tokens`` places.

    ``followed`` is how many tokens the model would have followed the answer for, on average,
    before it picked another one; ``impossible`` counts tokens that could not have been picked,
    ``first_impossible`` is the first of them; ``certain`` counts tokens without an alternative.
    """

    tokens: int = 0
    impossible: int = 0
    certain: int = 0
    first_impossible: int | None = None
    followed: Range = (0.0, 0.0)


def what_if(
    answer: AnswerTokens,
    samplers: Samplers,
    *,
    given_temperature: float = 1.0,
    vocabulary: int = LARGEST_VOCABULARY,
) -> Iterator[WhatIf]:
    """Yield the account after every place, so that it can be made in slices."""
    impossible = certain = 0
    first: int | None = None
    low = high = 1.0
    followed_low = followed_high = 0.0
    for at in range(len(answer)):
        shaped = answer.shaped(
            at, samplers, given_temperature=given_temperature, vocabulary=vocabulary
        )
        least, most = shaped.shares[answer.step(at).sampled]
        certain += least >= _CERTAIN
        if most <= 0.0:
            impossible += 1
            first = at if first is None else first
        low, high = low * least, high * most
        if high > _SETTLED:
            followed_low += low
            followed_high += high
        yield WhatIf(at + 1, impossible, certain, first, (followed_low, followed_high))


def nats_to_choices(entropy: float) -> float:
    """Return how many equally likely tokens would be as uncertain as this."""
    return math.exp(min(entropy, 700.0))
