"""What an endpoint's probabilities are: the model's own, or what its samplers made of them.

Servers differ, so it is measured: the same place is asked for at two temperatures.
"""

import math
from enum import StrEnum

from chatapp.domain.endpoints import EndpointKind
from chatapp.domain.sampling.tokens import IMPOSSIBLE, Step

PROBE_TEMPERATURES = (0.5, 1.5)
_TOLERANCE = 0.08
"""Nats, or this part of a difference: the same place computed twice is not quite the same."""


class Reported(StrEnum):
    """What the numbers are."""

    BEFORE = "before"
    """The model's own probabilities, whatever the settings."""
    AFTER = "after"
    """Probabilities after the temperature of the request."""
    NEITHER = "neither"
    """Something else: the two places fit neither."""


DOCUMENTED = frozenset({EndpointKind.OFFLINE, EndpointKind.LLAMA_CPP, EndpointKind.VLLM})
"""Servers whose documentation says that they report probabilities before sampling."""


def compared(cool: Step, warm: Step) -> Reported | None:
    """Return what the numbers are, given the same place at both ``PROBE_TEMPERATURES``.

    ``None`` if the place does not tell: too few tokens are listed in both, or all are alike.
    """
    there = {c.data: c.logprob for c in warm.candidates if c.logprob > IMPOSSIBLE}
    pairs = [
        (c.logprob, there[c.data])
        for c in cool.candidates
        if c.data in there and c.logprob > IMPOSSIBLE
    ]
    if len(pairs) < 2:
        return None
    first = pairs[0]
    gaps = [(first[0] - one, first[1] - other) for one, other in pairs[1:]]
    if max(abs(gap) for gap, _ in gaps) < 4 * _TOLERANCE:
        return None
    ratio = PROBE_TEMPERATURES[1] / PROBE_TEMPERATURES[0]
    if all(_near(gap, other) for gap, other in gaps):
        return Reported.BEFORE
    if all(_near(gap, other * ratio) for gap, other in gaps):
        return Reported.AFTER
    return Reported.NEITHER


def _near(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)
