"""What a refusal teaches about a server, for one automatic try and for ever after.

Strict servers refuse fields that others need (``endpoint.md`` B1, B2). Only what changes
nothing that the person asked for is adapted: the request for usage, the echo of reasoning,
and under which of its two names the token limit is sent.
"""

import re
from dataclasses import dataclass, replace

from chatapp.domain.endpoints import ReasoningPolicy
from chatapp.domain.errors import ChatAppError, RequestRejected
from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, as_text
from chatapp.domain.parameter_layers import EffectiveParameters

_FIELD = re.compile(r"stream_options|include_usage", re.IGNORECASE)
_REASONING = re.compile(r"reasoning_content|reasoning|thinking", re.IGNORECASE)
_MISSING = re.compile(r"must be passed back|is missing|missing in", re.IGNORECASE)
_UNWANTED = re.compile(r"unsupported|unknown|unexpected|not permitted|extra", re.IGNORECASE)
_INSTEAD = re.compile(r"unsupported|not supported|not allowed|instead|\buse\b", re.IGNORECASE)
_BAD_REQUEST = (400, 422)
_OLD_LIMIT = "max_tokens"
_NEW_LIMIT = "max_completion_tokens"
_REASONING_KEYS = ("reasoning_content", "reasoning", "reasoning_details", "thinking")


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of one endpoint and model."""

    without_usage: bool = False
    reasoning: ReasoningPolicy | None = None
    token_limit: str = ""
    """The one name of the token limit that the server takes, if it refused the other."""

    def applied_to(self, parameters: EffectiveParameters) -> dict[str, JsonValue]:
        """Return the fields to send, without what the server refuses."""
        body = parameters.body()
        if self.without_usage:
            body.pop("stream_options", None)
        refused = _OLD_LIMIT if self.token_limit == _NEW_LIMIT else _NEW_LIMIT
        if self.token_limit and refused in body:
            limit = body.pop(refused)
            body.setdefault(self.token_limit, limit)
        return body

    def to_json(self) -> dict[str, JsonValue]:
        """Return it as it is stored."""
        return {
            "without_usage": self.without_usage,
            "reasoning": self.reasoning,
            "token_limit": self.token_limit,
        }

    @classmethod
    def from_json(cls, stored: JsonObject) -> "Learned":
        """Read it back; what is not understood is not known."""
        reasoning = as_text(stored.get("reasoning"))
        known = reasoning in {policy.value for policy in ReasoningPolicy}
        limit = as_text(stored.get("token_limit"))
        return cls(
            without_usage=stored.get("without_usage") is True,
            reasoning=ReasoningPolicy(reasoning) if known else None,
            token_limit=limit if limit in (_OLD_LIMIT, _NEW_LIMIT) else "",
        )


@dataclass(frozen=True, slots=True)
class Adaptation:
    """One thing to do otherwise."""

    drop_usage: bool = False
    reasoning: ReasoningPolicy | None = None
    token_limit: str = ""

    def added_to(self, learned: Learned) -> Learned:
        """Return what is known after this."""
        return replace(
            learned,
            without_usage=learned.without_usage or self.drop_usage,
            reasoning=self.reasoning or learned.reasoning,
            token_limit=self.token_limit or learned.token_limit,
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
    if _REASONING.search(said) and "reasoning_effort" not in said:
        answers = [m for m in map(as_object, as_list(sent.get("messages"))) if _is_answer(m)]
        if answers and _MISSING.search(said):
            return Adaptation(reasoning=ReasoningPolicy.ALWAYS)
        if _UNWANTED.search(said) and any(k in m for m in answers for k in _REASONING_KEYS):
            return Adaptation(reasoning=ReasoningPolicy.NEVER)
    return None


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
