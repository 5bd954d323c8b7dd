"""What the samplers make of the probabilities at one place of an answer.

An endpoint lists the likeliest tokens only. How the rest is spread is unknown, so every result is
computed for two extremes between which the truth lies: as few unseen tokens as possible, each as
likely as the least listed one, and the same probability spread evenly over a whole vocabulary.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.sampling.samplers import Samplers, Stage
from chatapp.domain.sampling.tokens import IMPOSSIBLE, Step

LARGEST_VOCABULARY = 262_144
"""Tokens; no model in use has many more."""
_ROUNDING = 1e-9
_NOTHING = 1e-6
"""An unseen share below this is the rounding of what the endpoint wrote."""

Range = tuple[float, float]
"""The least and the greatest value that something can have."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """One place after the samplers; ``shares`` and ``reachable`` go with its candidates.

    A share is the probability of being picked. ``entropy`` is in nats. ``reachable_count`` says
    how many tokens can be picked at all, unseen ones included.
    """

    shares: tuple[Range, ...]
    unseen: Range
    entropy: Range
    reachable_count: Range

    def is_reachable(self, at: int) -> bool:
        """Whether a candidate can be picked at all."""
        return self.shares[at][1] > 0.0

    def share(self, at: int) -> float:
        """Return the probability of a candidate: the middle of what it can be."""
        low, high = self.shares[at]
        return low if low == high else (low + high) / 2

    @property
    def listed_reachable(self) -> int:
        """How many of the candidates can be picked."""
        return sum(high > 0.0 for _, high in self.shares)


class _Pool:
    """The tokens that can still be picked, likeliest first: logarithmic weights and how many
    tokens have each. Samplers change it from the end; the unseen tokens are one entry."""

    __slots__ = ("counts", "logs", "places", "tail")

    def __init__(self, logs: Sequence[float], tail: float, tail_count: float) -> None:
        entries = [(log, 1.0, at) for at, log in enumerate(logs) if log > IMPOSSIBLE]
        if tail_count > 0:
            entries.append((tail, tail_count, -1))
        entries.sort(key=lambda entry: -entry[0])
        self.logs = [log for log, _, _ in entries]
        self.counts = [count for _, count, _ in entries]
        self.places = [at for _, _, at in entries]

    def shares(self) -> list[float]:
        """Return the probability of each entry."""
        if not self.logs:
            return []
        top = self.logs[0]
        weights = [
            math.exp(log - top) * count for log, count in zip(self.logs, self.counts, strict=True)
        ]
        total = sum(weights)
        return [weight / total for weight in weights]

    def keep(self, entries: int, last_count: float | None = None) -> None:
        """Drop all but the first entries; of the last of these keep so many tokens."""
        del self.logs[entries:], self.counts[entries:], self.places[entries:]
        if last_count is not None and self.counts:
            self.counts[-1] = min(self.counts[-1], last_count)


def _top_k(pool: _Pool, samplers: Samplers) -> None:
    if samplers.top_k <= 0:
        return
    seen = 0.0
    for at, count in enumerate(pool.counts):
        if seen + count >= samplers.top_k:
            pool.keep(at + 1, samplers.top_k - seen)
            return
        seen += count


def _top_p(pool: _Pool, samplers: Samplers) -> None:
    if samplers.top_p >= 1.0:
        return
    reached = 0.0
    for at, share in enumerate(pool.shares()):
        if reached + share >= samplers.top_p - _ROUNDING:
            each = share / pool.counts[at]
            wanted = (samplers.top_p - reached) / each if each else 1.0
            pool.keep(at + 1, max(1.0, math.ceil(wanted - _ROUNDING)))
            return
        reached += share


def _min_p(pool: _Pool, samplers: Samplers) -> None:
    if samplers.min_p <= 0.0 or not pool.logs:
        return
    least = pool.logs[0] + math.log(samplers.min_p)
    pool.keep(max(1, sum(log >= least for log in pool.logs)))


def _temperature(pool: _Pool, samplers: Samplers) -> None:
    if samplers.temperature <= 0.0:
        pool.keep(1, 1.0)
    elif samplers.temperature != 1.0:
        pool.logs = [log / samplers.temperature for log in pool.logs]


_STAGES: Mapping[Stage, Callable[[_Pool, Samplers], None]] = MappingProxyType(
    {
        Stage.TOP_K: _top_k,
        Stage.TOP_P: _top_p,
        Stage.MIN_P: _min_p,
        Stage.TEMPERATURE: _temperature,
    }
)


def shape(
    step: Step,
    samplers: Samplers,
    *,
    counts: Sequence[int] = (),
    most_unseen_count: int = 0,
    given_temperature: float = 1.0,
    vocabulary: int = LARGEST_VOCABULARY,
) -> Shaped:
    """Return what ``samplers`` make of one place.

    ``counts`` says how often each candidate has occurred before, ``most_unseen_count`` the same
    for the most frequent token that is no candidate; penalties need both. An endpoint that
    reports probabilities after its temperature has already applied ``given_temperature``.
    """
    logs = [
        c.logprob * given_temperature if c.logprob > IMPOSSIBLE else IMPOSSIBLE
        for c in step.candidates
    ]
    penalised = Stage.PENALTIES in samplers.order and samplers.has_penalties
    if penalised:
        logs = [
            log if log <= IMPOSSIBLE else log - _penalty(samplers, count)
            for log, count in zip(logs, counts or [0] * len(logs), strict=True)
        ]
    shifts = {0.0}
    if penalised and most_unseen_count:
        shifts.add(-_penalty(samplers, most_unseen_count))
    results = [
        _run(len(step.candidates), _Pool(logs, each * given_temperature + shift, count), samplers)
        for each, count in _tails(step, vocabulary)
        for shift in shifts
    ]
    return _joined(results)


def _penalty(samplers: Samplers, count: int) -> float:
    return samplers.frequency_penalty * count + (samplers.presence_penalty if count else 0.0)


def _tails(step: Step, vocabulary: int) -> list[tuple[float, float]]:
    """Return the extremes of the unseen tokens: logarithmic weight of each, and how many."""
    unseen = step.unseen
    if unseen <= _NOTHING:
        return [(0.0, 0.0)]
    room = max(1, vocabulary - len(step.candidates))
    flat = (math.log(unseen / room), float(room))
    if math.exp(step.least_listed) <= unseen / room:
        return [flat]
    # A fraction of a token stands for one that is less likely than the others.
    dense = (step.least_listed, unseen / math.exp(step.least_listed))
    return [dense, flat]


def _run(candidates: int, pool: _Pool, samplers: Samplers) -> Shaped:
    for stage in samplers.order:
        if stage is not Stage.PENALTIES:
            _STAGES[stage](pool, samplers)
    shares: list[Range] = [(0.0, 0.0)] * candidates
    unseen = entropy = 0.0
    for share, count, at in zip(pool.shares(), pool.counts, pool.places, strict=True):
        if at >= 0:
            shares[at] = (share, share)
        else:
            unseen = share
        if share > 0.0:
            entropy -= share * math.log(share / count)
    entropy = max(0.0, entropy)
    reachable = sum(pool.counts)
    return Shaped(tuple(shares), (unseen, unseen), (entropy, entropy), (reachable, reachable))


def _joined(results: Sequence[Shaped]) -> Shaped:
    """Return the bounds that hold for all of these."""
    if len(results) == 1:
        return results[0]
    return Shaped(
        tuple(_spanned(ranges) for ranges in zip(*(r.shares for r in results), strict=True)),
        _spanned([r.unseen for r in results]),
        _spanned([r.entropy for r in results]),
        _spanned([r.reachable_count for r in results]),
    )


def _spanned(ranges: Sequence[Range]) -> Range:
    return min(low for low, _ in ranges), max(high for _, high in ranges)
