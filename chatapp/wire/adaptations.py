"""What a refusal teaches about a server, for one automatic try and for ever after.

Strict servers refuse fields that others need (``endpoint.md`` B1, B2). Only what changes
nothing that the person asked for is adapted: the request for usage, and the echo of reasoning.
"""

import re
from dataclasses import dataclass, replace

from chatapp.domain.endpoints import ReasoningPolicy
from chatapp.domain.errors import ChatAppError, RequestRejected
from chatapp.domain.json_value import JsonObject, JsonValue, as_text
from chatapp.domain.parameter_layers import EffectiveParameters

_FIELD = re.compile(r"stream_options|include_usage", re.IGNORECASE)
_REASONING = re.compile(r"reasoning_content|reasoning|thinking", re.IGNORECASE)
_MISSING = re.compile(r"must be passed back|is missing|missing in", re.IGNORECASE)
_UNWANTED = re.compile(r"unsupported|unknown|unexpected|not permitted|extra", re.IGNORECASE)
_BAD_REQUEST = (400, 422)


@dataclass(frozen=True, slots=True)
class Learned:
    """What is known of one endpoint and model."""

    without_usage: bool = False
    reasoning: ReasoningPolicy | None = None

    def applied_to(self, parameters: EffectiveParameters) -> dict[str, JsonValue]:
        """Return the fields to send, without what the server refuses."""
        body = parameters.body()
        if self.without_usage:
            body.pop("stream_options", None)
        return body

    def to_json(self) -> dict[str, JsonValue]:
        """Return it as it is stored."""
        return {"without_usage": self.without_usage, "reasoning": self.reasoning}

    @classmethod
    def from_json(cls, stored: JsonObject) -> "Learned":
        """Read it back; what is not understood is not known."""
        reasoning = as_text(stored.get("reasoning"))
        known = reasoning in {policy.value for policy in ReasoningPolicy}
        return cls(
            without_usage=stored.get("without_usage") is True,
            reasoning=ReasoningPolicy(reasoning) if known else None,
        )


@dataclass(frozen=True, slots=True)
class Adaptation:
    """One thing to do otherwise."""

    drop_usage: bool = False
    reasoning: ReasoningPolicy | None = None

    def added_to(self, learned: Learned) -> Learned:
        """Return what is known after this."""
        return replace(
            learned,
            without_usage=learned.without_usage or self.drop_usage,
            reasoning=self.reasoning or learned.reasoning,
        )


def adaptation_for(error: ChatAppError, sent: JsonObject) -> Adaptation | None:
    """Return what to change after ``error``, or ``None`` if nothing would help.

    ``sent`` holds the request's fields.
    """
    if not isinstance(error, RequestRejected) or error.status not in _BAD_REQUEST:
        return None
    said = f"{error.param} {error.server_message}"
    if "stream_options" in sent and _FIELD.search(said):
        return Adaptation(drop_usage=True)
    if _REASONING.search(said) and "reasoning_effort" not in said:
        if _MISSING.search(said):
            return Adaptation(reasoning=ReasoningPolicy.ALWAYS)
        if _UNWANTED.search(said):
            return Adaptation(reasoning=ReasoningPolicy.NEVER)
    return None
