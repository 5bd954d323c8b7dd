"""What a refusal teaches about a server, for one automatic try and for ever after.

Strict servers refuse fields that others need (``endpoint.md`` B1, B2). Only what changes
nothing that the person asked for is adapted: the request for usage, the echo of reasoning,
under which of its two names the token limit is sent, and how many candidates are listed. Any
other field that is refused is remembered as such; leaving it out is for the person to decide.
"""

import re
from dataclasses import replace

from chatapp.domain.attachments import AttachmentKind
from chatapp.domain.endpoints import ReasoningPolicy
from chatapp.domain.errors import ChatAppError, RequestRejected
from chatapp.domain.json_value import (
    JsonObject,
    JsonValue,
    as_int,
    as_list,
    as_object,
    as_text,
)
from chatapp.domain.late_pattern import late_pattern
from chatapp.domain.parameter_layers import EffectiveParameters, Limit
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.sampling.reported import Reported

_FIELD = late_pattern(r"stream_options|include_usage", re.IGNORECASE)
_REASONING = late_pattern(r"reasoning_content|reasoning|thinking", re.IGNORECASE)
_MISSING = late_pattern(r"must be passed back|is missing|missing in", re.IGNORECASE)
_UNWANTED = late_pattern(r"unsupported|unknown|unexpected|not permitted|extra", re.IGNORECASE)
_INSTEAD = late_pattern(r"unsupported|not supported|not allowed|instead|\buse\b", re.IGNORECASE)
_BAD_REQUEST = (400, 422)
_OLD_LIMIT = "max_tokens"
_NEW_LIMIT = "max_completion_tokens"
_USAGE = "stream_options.include_usage"
_NEVER_LEFT_OUT = frozenset({"model", "messages", "stream"})
_BLAME = (
    "unsupported", "not support", "unknown", "unrecognised", "unrecognized", "unexpected",
    "not permitted", "not allowed", "not accepted", "invalid", "extra", "only the default",
    "deprecated", "must be", "cannot", "can't", "does not",
)  # fmt: skip
_CANDIDATES = "top_logprobs"
_NUMBER = late_pattern(r"(?<![\w.])[0-9]{1,3}(?![\w]|\.[0-9])")
_REASONING_KEYS = ("reasoning_content", "reasoning", "reasoning_details", "thinking")


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of one endpoint and model."""

    without_usage: bool = False
    reasoning: ReasoningPolicy | None = None
    token_limit: str = ""
    """The one name of the token limit that the server takes, if it refused the other."""
    refused: tuple[str, ...] = ()
    """The request fields that the server has refused, by wire name or key of ``extra_body``."""
    left_out: tuple[str, ...] = ()
    """Those of them that the person agreed to leave out."""
    without_media: frozenset[AttachmentKind] = frozenset()
    """Media that the person had left out after the server refused them."""

    most_candidates: int | None = None
    """The greatest ``top_logprobs`` that the server takes, if it refused a greater one."""
    reported: Reported | None = None
    """What its probabilities are, if that has been measured."""

    def limits(self) -> dict[str, Limit]:
        """Return what is known of single fields."""
        limits = dict.fromkeys(self.refused, Limit.REFUSED)
        limits |= dict.fromkeys(self.left_out, Limit.LEFT_OUT)
        if self.without_usage:
            limits[_USAGE] = Limit.LEFT_OUT
        if self.token_limit:
            limits[self._refused_limit] = Limit.RENAMED
        return limits

    @property
    def _refused_limit(self) -> str:
        return _OLD_LIMIT if self.token_limit == _NEW_LIMIT else _NEW_LIMIT

    def leaving_out(self, name: str) -> "Learned":
        """Return this with a field that is not sent any more."""
        refused = tuple(dict.fromkeys((*self.refused, name)))
        return replace(self, refused=refused, left_out=tuple(dict.fromkeys((*self.left_out, name))))

    def forgetting(self, name: str) -> "Learned":
        """Return this without what is known of a field, which is sent as it is set again."""
        without_usage = self.without_usage and name != _USAGE
        renamed = bool(self.token_limit) and name in (_OLD_LIMIT, _NEW_LIMIT)
        return replace(
            self,
            without_usage=without_usage,
            token_limit="" if renamed else self.token_limit,
            most_candidates=None if name == _CANDIDATES else self.most_candidates,
            refused=tuple(n for n in self.refused if n != name),
            left_out=tuple(n for n in self.left_out if n != name),
        )

    def applied_to(self, parameters: EffectiveParameters) -> dict[str, JsonValue]:
        """Return the fields to send, without what the server refuses."""
        body = parameters.body()
        if self.without_usage:
            body.pop("stream_options", None)
        for name in self.left_out:
            body.pop(name, None)  # a key of extra_body; other fields have been left out above
        if self.token_limit and self._refused_limit in body:
            limit = body.pop(self._refused_limit)
            body.setdefault(self.token_limit, limit)
        wished = as_int(body.get(_CANDIDATES))
        if wished is not None and self.most_candidates is not None:
            body[_CANDIDATES] = min(wished, self.most_candidates)
        return body

    def to_json(self) -> dict[str, JsonValue]:
        """Return it as it is stored."""
        return {
            "without_usage": self.without_usage,
            "reasoning": self.reasoning,
            "token_limit": self.token_limit,
            "refused": list(self.refused),
            "left_out": list(self.left_out),
            "most_candidates": self.most_candidates,
            "reported": self.reported,
            "without_media": sorted(self.without_media),
        }

    @classmethod
    def from_json(cls, stored: JsonObject) -> "Learned":
        """Read it back; what is not understood is not known."""
        reasoning = as_text(stored.get("reasoning"))
        known = reasoning in {policy.value for policy in ReasoningPolicy}
        limit = as_text(stored.get("token_limit"))
        reported = as_text(stored.get("reported"))
        unwanted = as_list(stored.get("without_media"))
        return cls(
            without_usage=stored.get("without_usage") is True,
            reasoning=ReasoningPolicy(reasoning) if known else None,
            token_limit=limit if limit in (_OLD_LIMIT, _NEW_LIMIT) else "",
            refused=_names(stored.get("refused")),
            left_out=_names(stored.get("left_out")),
            most_candidates=as_int(stored.get("most_candidates")),
            reported=Reported(reported) if reported in set(Reported) else None,
            without_media=frozenset(k for k in AttachmentKind if k in unwanted),
        )


def _names(stored: JsonValue) -> tuple[str, ...]:
    return tuple(name for name in as_list(stored) if isinstance(name, str))


@dataclass(frozen=True, slots=True)
class Adaptation:
    """One thing to do otherwise."""

    drop_usage: bool = False
    reasoning: ReasoningPolicy | None = None
    token_limit: str = ""
    refused: str = ""
    most_candidates: int | None = None
    reported: Reported | None = None
    leave_out: frozenset[AttachmentKind] = frozenset()

    def added_to(self, learned: Learned) -> Learned:
        """Return what is known after this."""
        return replace(
            learned,
            without_usage=learned.without_usage or self.drop_usage,
            reasoning=self.reasoning or learned.reasoning,
            token_limit=self.token_limit or learned.token_limit,
            refused=tuple(dict.fromkeys(filter(None, (*learned.refused, self.refused)))),
            most_candidates=learned.most_candidates
            if self.most_candidates is None
            else self.most_candidates,
            reported=self.reported or learned.reported,
            without_media=learned.without_media | self.leave_out,
        )


def adaptation_for(error: ChatAppError, sent: JsonObject) -> Adaptation | None:
    """Return what to change after ``error``, or ``None`` if nothing would help.

    ``sent`` is the body that was refused: what is not in it cannot be the reason.
    """
    if not isinstance(error, RequestRejected) or error.status not in _BAD_REQUEST:
        return None
    said = f"{error.param} {error.server_message}"
    if "stream_options" in sent and _FIELD.search(said):
        return Adaptation(drop_usage=True)
    if limit := _other_limit(said, sent):
        return Adaptation(token_limit=limit)
    if fewer := _fewer_candidates(said, sent):
        return Adaptation(most_candidates=fewer)
    if _REASONING.search(said) and "reasoning_effort" not in said:
        answers = [m for m in map(as_object, as_list(sent.get("messages"))) if _is_answer(m)]
        if answers and _MISSING.search(said):
            return Adaptation(reasoning=ReasoningPolicy.ALWAYS)
        if _UNWANTED.search(said) and any(k in m for m in answers for k in _REASONING_KEYS):
            return Adaptation(reasoning=ReasoningPolicy.NEVER)
    return None


def refused_field(error: ChatAppError, sent: JsonObject) -> str:
    """Return the field that the server refused, by the key it was sent under; empty if the
    server names none, or names one that no request can be without.

    A server that names a field in ``param`` is believed; words count only if they complain.
    """
    if not isinstance(error, RequestRejected) or error.status not in _BAD_REQUEST:
        return ""
    named = re.split(r"[.\[]", error.param, maxsplit=1)[0]
    if named in sent:
        return "" if named in _NEVER_LEFT_OUT else named
    said = error.server_message.lower()
    if named or not any(phrase in said for phrase in _BLAME):
        return ""
    words = set(re.findall(r"[a-z][a-z0-9_]*", error.server_message))
    blamed = [n for n in sent if n in words and n not in _NEVER_LEFT_OUT]
    return blamed[0] if len(blamed) == 1 else ""


def _fewer_candidates(said: str, sent: JsonObject) -> int | None:
    """Return how many candidates the server lists at most: as it says, or half as many."""
    wished = as_int(sent.get(_CANDIDATES)) or 0
    if wished < 2 or "logprobs" not in said.lower():
        return None
    named = [int(digits) for digits in _NUMBER.findall(said) if 0 < int(digits) < wished]
    if named:
        return max(named)
    return wished // 2 if _CANDIDATES in said else None


def _is_answer(message: JsonObject) -> bool:
    return message.get("role") == "assistant"


def _other_limit(said: str, sent: JsonObject) -> str:
    """Return the name of the token limit that the server wants, if it says so."""
    if _NEW_LIMIT not in said:
        return ""
    if _OLD_LIMIT in sent and _NEW_LIMIT not in sent and _INSTEAD.search(said):
        return _NEW_LIMIT
    refused = _INSTEAD.search(said) or _UNWANTED.search(said)
    return _OLD_LIMIT if _NEW_LIMIT in sent and _OLD_LIMIT not in sent and refused else ""
