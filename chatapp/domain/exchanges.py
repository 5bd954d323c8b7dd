"""What went over the wire and when: requests with their replies, and the steps between them.

An ``Exchange`` is small and stays in memory; its ``Bodies`` are large and are fetched when
somebody looks. Secrets were masked before either was made (``wire/exchange.py``).
"""

import os
import time
from array import array
from bisect import bisect_right
from dataclasses import field
from enum import StrEnum
from typing import NewType, TypeAlias

from chatapp.domain.messages import ConversationId, FailureRecord, MessageId
from chatapp.domain.quick_dataclass import dataclass

ExchangeId = NewType("ExchangeId", str)
StepId = NewType("StepId", str)
Headers: TypeAlias = tuple[tuple[str, str], ...]

STOPPED = "cancelled"
"""What stands for an error where the person stopped an exchange: that is none."""


def new_exchange_id() -> ExchangeId:
    """Return the identifier of a new exchange; they sort by time."""
    return ExchangeId(f"{time.time_ns() // 1_000_000:012x}{os.urandom(6).hex()}")


def new_step_id() -> StepId:
    """Return the identifier of a new step."""
    return StepId(new_exchange_id())


class ExchangeKind(StrEnum):
    """What was asked for."""

    CHAT = "chat"
    MODELS = "models"
    TITLE = "title"
    SWEEP = "sweep"
    TRIAL = "trial"
    """A tiny chat that asks whether a connection works, or what a model would say next."""


@dataclass(frozen=True, slots=True)
class ExchangeLink:
    """What a request is made for; ``message_id`` is the answer's, ``attempt`` counts from 1,
    ``built_ms`` is how long its body took to put together."""

    conversation_id: ConversationId | None = None
    message_id: MessageId | None = None
    attempt: int = 1
    kind: ExchangeKind = ExchangeKind.CHAT
    built_ms: float = 0.0


def trial_link() -> ExchangeLink:
    """Return what a request is for that belongs to no conversation."""
    return ExchangeLink(kind=ExchangeKind.TRIAL)


@dataclass(frozen=True, slots=True)
class Moments:
    """When each part of an exchange was over, in milliseconds since it began; ``None`` if it
    was not reached. Without TLS, ``encrypted_ms`` stays ``None``."""

    connected_ms: float | None = None
    encrypted_ms: float | None = None
    sent_ms: float | None = None
    headers_ms: float | None = None
    first_byte_ms: float | None = None
    ended_ms: float | None = None


class StretchKind(StrEnum):
    """What a stretch of a reply brought."""

    REASONING = "reasoning"
    TEXT = "text"
    ARGUMENTS = "arguments"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a reply in which one thing grew. ``choice`` is the wire index, ``call`` the
    position of a tool call in it, ``tool`` its name."""

    kind: StretchKind
    start_ms: float
    end_ms: float
    choice: int = 0
    call: int = -1
    tool: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and what came back, without the bodies.

    ``status`` is 0 while nothing was answered; ``error`` says in English why it failed, for
    programs and files, ``failure`` the same for people.
    ``events`` counts server-sent events, ``sizes`` are bytes. ``resolution_ms`` is the longest
    time that a byte may have waited unread: arrival times are no better than that.
    ``kept`` tells whether its bodies are still there.
    """

    id: ExchangeId
    link: ExchangeLink = ExchangeLink()
    started_at: float = 0.0
    endpoint: str = ""
    model: str = ""
    method: str = ""
    url: str = ""
    proxy: str = ""
    server_address: str = ""
    http_version: str = "HTTP/1.1"
    request_headers: Headers = ()
    request_size: int = 0
    status: int = 0
    reason: str = ""
    response_headers: Headers = ()
    response_size: int = 0
    events: int = 0
    bad_events: int = 0
    tools: tuple[str, ...] = ()
    moments: Moments = Moments()
    stretches: tuple[Stretch, ...] = ()
    error: str = ""
    failure: FailureRecord | None = None
    resolution_ms: float = 0.0
    kept: bool = True

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self.moments.ended_ms is None

    @property
    def was_stopped(self) -> bool:
        """Whether it was ended from this side, which is no failure."""
        return self.error == STOPPED

    @property
    def failed(self) -> bool:
        """Whether it ended without the reply that was wanted."""
        return (bool(self.error) and not self.was_stopped) or self.status >= 400

    @property
    def ended_at(self) -> float | None:
        """When it ended, in epoch seconds."""
        ended = self.moments.ended_ms
        return None if ended is None else self.started_at + ended / 1000


def no_offsets() -> "array[int]":
    """Return an empty row of byte positions."""
    return array("Q")


def no_times() -> "array[float]":
    """Return an empty row of milliseconds."""
    return array("d")


@dataclass(frozen=True, slots=True)
class Arrivals:
    """When each read from the network came: ``offsets`` are where in the body it begins,
    ``at_ms`` when, since the exchange began, ``waited_ms`` how long it may have lain unread."""

    offsets: "array[int]" = field(default_factory=no_offsets)
    at_ms: "array[float]" = field(default_factory=no_times)
    waited_ms: "array[float]" = field(default_factory=no_times)

    def __len__(self) -> int:
        return len(self.offsets)

    def add(self, offset: int, at_ms: float, waited_ms: float) -> None:
        """Note a read."""
        self.offsets.append(offset)
        self.at_ms.append(at_ms)
        self.waited_ms.append(waited_ms)

    def read_of(self, position: int) -> int:
        """Return which read brought the byte at ``position``."""
        return max(bisect_right(self.offsets, position) - 1, 0)

    def packed(self) -> bytes:
        """Return the rows as bytes."""
        return self.offsets.tobytes() + self.at_ms.tobytes() + self.waited_ms.tobytes()

    @classmethod
    def unpacked(cls, stored: bytes) -> "Arrivals":
        """Return what ``packed`` gave; damaged bytes give as much as is whole."""
        third = len(stored) // 24 * 8
        arrivals = cls()
        arrivals.offsets.frombytes(stored[:third])
        arrivals.at_ms.frombytes(stored[third : 2 * third])
        arrivals.waited_ms.frombytes(stored[2 * third : 3 * third])
        return arrivals


@dataclass(frozen=True, slots=True)
class Bodies:
    """Both bodies as they went over the wire (without HTTP's chunking), secrets masked."""

    request: bytes = b""
    response: bytes = b""
    arrivals: Arrivals = field(default_factory=Arrivals)


class StepOutcome(StrEnum):
    """How a step came to its end."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    DENIED = "denied"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ApprovalWait:
    """The app waited for the person to approve a tool call. Times are epoch seconds;
    ``note`` is what was decided, or the reason that the model was told."""

    id: StepId
    conversation_id: ConversationId
    message_id: MessageId
    call_id: str
    tool: str
    started_at: float
    server: str = ""
    ended_at: float | None = None
    outcome: StepOutcome = StepOutcome.RUNNING
    note: str = ""


@dataclass(frozen=True, slots=True)
class ToolRun:
    """A tool ran. ``arguments`` are the JSON text it was given, which the person may have
    edited; ``result`` is what the model is told; ``by`` says who made the result: the server,
    the person, a recording or an injected fault. ``size`` is that of the result in bytes. A run
    that is not ``is_whole`` has its texts on the disk only."""

    id: StepId
    conversation_id: ConversationId
    message_id: MessageId
    call_id: str
    tool: str
    started_at: float
    server: str = ""
    ended_at: float | None = None
    outcome: StepOutcome = StepOutcome.RUNNING
    arguments: str = ""
    result: str = ""
    by: str = ""
    note: str = ""
    size: int = 0
    is_whole: bool = True


Step: TypeAlias = ApprovalWait | ToolRun
"""What happens between two requests of a turn; a newer step of the same id replaces it."""
