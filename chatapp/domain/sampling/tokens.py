"""The places of an answer: the token that came, and those that could have come instead."""

import math
import unicodedata

from chatapp.domain.json_value import JsonValue, as_int, as_list, as_number, as_object, as_text
from chatapp.domain.quick_dataclass import dataclass

IMPOSSIBLE = -9999.0
"""How endpoints write the logarithm of nothing."""
MOST_CANDIDATES = 256
"""More candidates than this at one place are not read."""

_MARKS = {" ": "␣", "\n": "↵", "\r": "␍", "\t": "⇥", "\u00a0": "⍽"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A token: its text as the endpoint wrote it, its bytes, and its logarithmic probability."""

    text: str
    data: bytes
    logprob: float

    @property
    def probability(self) -> float:
        """Between 0 and 1."""
        return 0.0 if self.logprob <= IMPOSSIBLE else min(1.0, math.exp(self.logprob))


@dataclass(frozen=True, slots=True)
class Step:
    """One place of an answer.

    ``candidates`` come likeliest first; ``sampled`` is the position of the one that came, which
    need not be among those that the endpoint listed. ``data`` are the bytes that the answer
    gained: some endpoints give several tokens of one sign as one. ``least_listed`` is the
    logarithmic probability that no token outside the endpoint's list exceeds.
    """

    data: bytes
    candidates: tuple[Candidate, ...]
    sampled: int
    least_listed: float

    @property
    def unseen(self) -> float:
        """The probability of all tokens that are not among the candidates."""
        return max(0.0, 1.0 - sum(c.probability for c in self.candidates))

    @property
    def surprisal(self) -> float:
        """How unlikely the token was that came, in nats; 0 for a certain one."""
        return max(0.0, -self.candidates[self.sampled].logprob)


def read_step(entry: JsonValue) -> Step:
    """Return the place that one entry of ``logprobs.content`` describes; nothing is raised."""
    given = as_object(entry)
    came = _candidate(given)
    listed = [_candidate(as_object(c)) for c in as_list(given.get("top_logprobs"))]
    ids = [as_int(as_object(c).get("id")) for c in as_list(given.get("top_logprobs"))]
    del listed[MOST_CANDIDATES:], ids[MOST_CANDIDATES:]
    at = _position(came, as_int(given.get("id")), listed, ids)
    least = min((c.logprob for c in listed), default=0.0)
    if at is None:
        at = len(listed)
        listed.append(came)
    chosen = listed[at]
    listed.sort(key=lambda candidate: -candidate.logprob)
    sampled = next(i for i, candidate in enumerate(listed) if candidate is chosen)
    return Step(came.data, tuple(listed), sampled, least)


def bytes_of(entry: JsonValue) -> bytes:
    """Return the bytes that an entry of ``logprobs.content`` added to the answer."""
    given = as_object(entry)
    data = given.get("bytes")
    if isinstance(data, list) and all(
        isinstance(b, int) and not isinstance(b, bool) and 0 <= b < 256 for b in data
    ):
        return bytes(b for b in data if isinstance(b, int))
    return as_text(given.get("token")).encode("utf-8", "surrogatepass")


def _candidate(given: dict[str, JsonValue]) -> Candidate:
    logprob = as_number(given.get("logprob"))
    if logprob is None or math.isnan(logprob):
        logprob = IMPOSSIBLE
    return Candidate(
        as_text(given.get("token")), bytes_of(given), min(0.0, max(IMPOSSIBLE, logprob))
    )


def _position(
    came: Candidate, came_id: int | None, listed: list[Candidate], ids: list[int | None]
) -> int | None:
    """Return where in the list the token is that came: by its number, else by its bytes."""
    if came_id is not None and came_id in ids:
        return ids.index(came_id)
    same = (i for i, candidate in enumerate(listed) if candidate.data == came.data)
    return None if came_id is not None and any(i is not None for i in ids) else next(same, None)


def visible_text(data: bytes) -> str:
    """Return a token's bytes as one line on which white space and parts of signs can be seen.

    Bytes that are only a part of a sign are written in hexadecimal between angle brackets.
    """
    shown = []
    for sign in data.decode("utf-8", "surrogateescape"):
        if sign in _MARKS:
            shown.append(_MARKS[sign])
        elif "\udc80" <= sign <= "\udcff":
            shown.append(f"⟨{ord(sign) - 0xDC00:02X}⟩")
        elif unicodedata.category(sign)[0] in "CZ":
            shown.append(f"⟨U+{ord(sign):04X}⟩")
        else:
            shown.append(sign)
    return "".join(shown).replace("⟩⟨", " ")
