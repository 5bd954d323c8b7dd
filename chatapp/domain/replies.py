"""What an endpoint answers: choices, tool calls, usage, and how long it took.

Field names are the endpoint's own. Every part is optional there, so every part has an
empty value here; unknown fields are kept in ``extra`` for the inspector and the round trip.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from chatapp.domain.json_value import JsonObject, as_int, as_object
from chatapp.domain.quick_dataclass import dataclass


class FinishReason(StrEnum):
    """Why a choice ended, many servers' words mapped to few; the raw word is kept beside."""

    STOP = "stop"
    LENGTH = "length"
    TOOL_CALLS = "tool_calls"
    CONTENT_FILTER = "content_filter"
    ERROR = "error"
    OTHER = "other"
    UNKNOWN = "unknown"
    """The server ended the stream properly but gave no reason."""


_FINISH_REASONS = {
    "stop": FinishReason.STOP,
    "end_turn": FinishReason.STOP,
    "eos": FinishReason.STOP,
    "eos_token": FinishReason.STOP,
    "stop_sequence": FinishReason.STOP,
    "length": FinishReason.LENGTH,
    "max_tokens": FinishReason.LENGTH,
    "model_context_window_exceeded": FinishReason.LENGTH,
    "tool_calls": FinishReason.TOOL_CALLS,
    "function_call": FinishReason.TOOL_CALLS,
    "tool_use": FinishReason.TOOL_CALLS,
    "content_filter": FinishReason.CONTENT_FILTER,
    "safety": FinishReason.CONTENT_FILTER,
    "recitation": FinishReason.CONTENT_FILTER,
    "sensitive": FinishReason.CONTENT_FILTER,
    "error": FinishReason.ERROR,
    "network_error": FinishReason.ERROR,
    "insufficient_system_resource": FinishReason.ERROR,
    "malformed_function_call": FinishReason.ERROR,
    "": FinishReason.UNKNOWN,
}


def finish_reason(raw: str) -> FinishReason:
    """Map a server's ``finish_reason`` to ours (``endpoint.md`` B3)."""
    return _FINISH_REASONS.get(raw.lower(), FinishReason.OTHER)


@dataclass(frozen=True, slots=True)
class ToolCall:
    """One call the model asks for.

    ``arguments`` is the text as it came, valid JSON or not; ``extra`` holds unknown keys of
    the call that some servers want back verbatim (``endpoint.md`` B2).
    """

    id: str
    name: str
    arguments: str
    type: str = "function"
    extra: JsonObject = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AudioReply:
    """A spoken answer: decoded bytes and their transcript; ``expires_at`` in epoch seconds."""

    id: str = ""
    data: bytes = b""
    transcript: str = ""
    expires_at: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of ``n`` answers.

    ``reasoning`` came under the field ``reasoning_field`` (servers spell it differently and
    want it back under the same name); ``logprobs`` is the endpoint's object as it came.
    """

    index: int = 0
    role: str = ""
    name: str = ""
    content: str = ""
    reasoning: str = ""
    reasoning_field: str = "reasoning_content"
    reasoning_details: tuple[JsonObject, ...] = ()
    refusal: str = ""
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str = ""
    finish_reason: str | None = None
    logprobs: JsonObject = field(default_factory=dict)
    audio: AudioReply | None = None
    annotations: tuple[JsonObject, ...] = ()
    images: tuple[JsonObject, ...] = ()
    reasoning_ms: float | None = None
    extra: JsonObject = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it could be shown or sent back."""
        return not (
            self.content.strip()
            or self.reasoning
            or self.refusal
            or self.tool_calls
            or self.audio
            or self.images
        )


@dataclass(frozen=True, slots=True)
class Usage:
    """The endpoint's ``usage`` as given; never recomputed (totals may exceed the parts)."""

    raw: Mapping[str, object]

    @property
    def prompt_tokens(self) -> int | None:
        """Tokens of the request."""
        return as_int(self.raw.get("prompt_tokens"))

    @property
    def completion_tokens(self) -> int | None:
        """Tokens of all choices."""
        return as_int(self.raw.get("completion_tokens"))

    @property
    def total_tokens(self) -> int | None:
        """Tokens in all, as the endpoint counts them."""
        return as_int(self.raw.get("total_tokens"))

    def prompt_detail(self, name: str) -> int | None:
        """Return one of ``prompt_tokens_details``."""
        return as_int(as_object(self.raw.get("prompt_tokens_details")).get(name))

    def completion_detail(self, name: str) -> int | None:
        """Return one of ``completion_tokens_details``."""
        return as_int(as_object(self.raw.get("completion_tokens_details")).get(name))


@dataclass(frozen=True, slots=True)
class Timing:
    """Our own clock, in milliseconds since the request was sent.

    ``first_token_ms`` is the first text of any kind, reasoning included; ``streamed`` tells
    whether it says anything about the speed of the model.
    """

    first_byte_ms: float | None = None
    first_token_ms: float | None = None
    total_ms: float | None = None
    streamed: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer, streamed or not; both give the same."""

    id: str = ""
    object: str = ""
    created: int | None = None
    model: str = ""
    choices: tuple[Choice, ...] = ()
    usage: Usage | None = None
    system_fingerprint: str = ""
    service_tier: str = ""
    timing: Timing = Timing()
    extra: JsonObject = field(default_factory=dict)

    @property
    def tokens_per_second(self) -> float | None:
        """Completion tokens per second between the first token and the end; of a reply that
        came in one piece, since the request."""
        tokens = self.usage.completion_tokens if self.usage else None
        start, end = self.timing.first_token_ms, self.timing.total_ms
        if not self.timing.streamed:
            start = 0.0
        if not tokens or start is None or end is None or end <= start:
            return None
        return tokens * 1000 / (end - start)
