"""The rows of the timeline: turns, their requests and tool steps, and the phases of each."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from chatapp.domain.exchanges import (
    ApprovalWait,
    Exchange,
    ExchangeId,
    ExchangeKind,
    Step,
    StepOutcome,
    Stretch,
    StretchKind,
)
from chatapp.domain.messages import MessageId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_calls import ResultSource, Scope


class RowKind(StrEnum):
    """What a row stands for."""

    TURN = "turn"
    REQUEST = "request"
    STEP = "step"
    PHASE = "phase"


class Tone(StrEnum):
    """How a row's bar is coloured; the names are kinds of time, not colours."""

    QUIET = "quiet"
    WAIT = "wait"
    REASONING = "reasoning"
    TEXT = "text"
    ARGUMENTS = "arguments"
    TOOL = "tool"
    PERSON = "person"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One row. Times are epoch seconds; an ``end_s`` of ``None`` is still to come.

    ``choice`` and ``call`` say which tool call of a reply it is about, ``call_id`` names it;
    ``stretch`` is its number among the stretches of the reply. What
    ``is_aside`` was asked beside the conversation, and is folded at first.
    """

    key: str
    kind: RowKind
    title: str
    start_s: float
    end_s: float | None
    tone: Tone = Tone.QUIET
    status: str = ""
    size: int | None = None
    failed: bool = False
    exchange_id: ExchangeId | None = None
    message_id: MessageId | None = None
    choice: int = 0
    call: int = -1
    call_id: str = ""
    stretch: int = -1
    is_aside: bool = False
    children: "tuple[TimelineRow, ...]" = ()

    @property
    def duration_ms(self) -> float | None:
        """How long it took, once it is over."""
        return None if self.end_s is None else (self.end_s - self.start_s) * 1000


Call: TypeAlias = tuple[object, object]
"""What a call is known by: its message and id, or its choice and place in a reply."""


def _say(words: str) -> str:
    return QCoreApplication.translate("Timeline", words)


def turn_row(
    key: str,
    title: str,
    exchanges: Iterable[Exchange],
    steps: Iterable[Step],
    kind: ExchangeKind = ExchangeKind.CHAT,
) -> TimelineRow:
    """Return the row of a turn: everything that a question set off, in the order of time; of
    another kind than chat, everything that was asked for one purpose."""
    known = list(steps)
    numbers = _numbers(((s.message_id, s.tool), (s.message_id, s.call_id)) for s in known)
    children = [_request_row(e) for e in exchanges]
    children += [_step_row(s, numbers[s.message_id, s.call_id]) for s in known]
    children.sort(key=lambda row: row.start_s)
    ends = [row.end_s for row in children]
    over = [end for end in ends if end is not None]
    running = len(over) < len(ends)
    failed = bool(children) and children[-1].failed
    return TimelineRow(
        key,
        RowKind.TURN,
        _kind_title(kind) if kind is not ExchangeKind.CHAT else title or _say("(no text)"),
        children[0].start_s if children else 0.0,
        None if running else max(over, default=0.0),
        status=_say("running") if running else children[-1].status if failed else "",
        size=sum(row.size or 0 for row in children),
        failed=failed,
        is_aside=kind is not ExchangeKind.CHAT,
        children=tuple(children),
    )


def _numbers(calls: Iterable[tuple[object, Call]]) -> dict[Call, str]:
    """Return what tells calls of one reply to the same tool apart; nothing of the only one."""
    found: dict[object, list[Call]] = {}
    for alike, call in calls:
        same = found.setdefault(alike, [])
        if call not in same:
            same.append(call)
    return {
        call: f" #{number}" if len(same) > 1 else ""
        for same in found.values()
        for number, call in enumerate(same, start=1)
    }


def _kind_title(kind: ExchangeKind) -> str:
    return {
        ExchangeKind.CHAT: _say("Chat"),
        ExchangeKind.MODELS: _say("List of models"),
        ExchangeKind.TITLE: _say("Titles"),
        ExchangeKind.SWEEP: _say("Sweeps"),
        ExchangeKind.TRIAL: _say("Trial"),
    }[kind]


def _request_row(exchange: Exchange) -> TimelineRow:
    title = exchange.model or _say("(no model)")
    if exchange.link.kind is ExchangeKind.MODELS:
        title = _kind_title(ExchangeKind.MODELS)
    if exchange.link.attempt > 1:
        title += " · " + _say("attempt {number}").format(number=exchange.link.attempt)
    start = exchange.started_at - exchange.link.built_ms / 1000
    return TimelineRow(
        exchange.id,
        RowKind.REQUEST,
        title,
        start,
        exchange.ended_at,
        Tone.PROBLEM if exchange.failed else Tone.WAIT,
        status_words(exchange),
        exchange.request_size + exchange.response_size,
        exchange.failed,
        exchange.id,
        exchange.link.message_id,
        children=tuple(_phases(exchange)),
    )


def status_words(exchange: Exchange) -> str:
    """Return how an exchange stands, in few words; a cross is behind the status of what failed
    all the same."""
    if exchange.was_stopped:
        return _say("stopped")
    if exchange.status:
        unsaid = exchange.failed and exchange.status < 400
        return f"{exchange.status} ✗" if unsaid else str(exchange.status)
    return _say("failed") if exchange.error else _say("sending")


def _phases(exchange: Exchange) -> list[TimelineRow]:
    """Return what an exchange spent its time on, one after the other."""
    moments, rows = exchange.moments, []
    began = exchange.started_at

    def phase(name: str, title: str, start: float, end: float | None, tone: Tone) -> TimelineRow:
        return TimelineRow(
            f"{exchange.id}/{name}", RowKind.PHASE, title, began + start / 1000,
            None if end is None else began + end / 1000, tone,
            exchange_id=exchange.id, message_id=exchange.link.message_id,
        )  # fmt: skip

    if exchange.link.built_ms:
        rows.append(phase("built", _say("Build"), -exchange.link.built_ms, 0.0, Tone.QUIET))
    steps = (
        ("connect", _say("Connect"), moments.connected_ms, Tone.QUIET),
        ("encrypt", _say("TLS"), moments.encrypted_ms, Tone.QUIET),
        ("send", _say("Send"), moments.sent_ms, Tone.QUIET),
        ("headers", _say("Waiting"), moments.headers_ms, Tone.WAIT),
        ("first byte", _say("First byte"), moments.first_byte_ms, Tone.WAIT),
    )
    at = 0.0
    for name, title, end, tone in steps:
        if end is not None:
            rows.append(phase(name, title, at, end, tone))
            at = end
    calls = _numbers((s.tool, (s.choice, s.call)) for s in exchange.stretches if s.tool)
    for number, stretch in enumerate(exchange.stretches):
        title = _stretch_title(stretch, calls.get((stretch.choice, stretch.call), ""))
        row = phase(
            f"stretch {number}", title, max(stretch.start_ms, at),
            _stretch_end(exchange, number), _TONES[stretch.kind],
        )  # fmt: skip
        rows.append(replace(row, choice=stretch.choice, call=stretch.call, stretch=number))
    if exchange.stretches and moments.ended_ms is not None:
        last = max(_stretch_end(exchange, n) or 0.0 for n in range(len(exchange.stretches)))
        rows.append(phase("end", _say("End"), last, moments.ended_ms, Tone.QUIET))
    return rows


def _stretch_end(exchange: Exchange, number: int) -> float | None:
    """Return when a stretch was over; the last of a running reply is not.

    One read may bring the head and all of a stretch: it is not over before the head is read.
    """
    stretch = exchange.stretches[number]
    if exchange.is_running and number == len(exchange.stretches) - 1:
        return None
    return max(stretch.end_ms, exchange.moments.first_byte_ms or 0.0)


_TONES = {
    StretchKind.REASONING: Tone.REASONING,
    StretchKind.TEXT: Tone.TEXT,
    StretchKind.ARGUMENTS: Tone.ARGUMENTS,
}


def _stretch_title(stretch: Stretch, number: str) -> str:
    titles = {
        StretchKind.REASONING: _say("Reasoning"),
        StretchKind.TEXT: _say("Text"),
        StretchKind.ARGUMENTS: _say("Arguments"),
    }
    title = titles[stretch.kind]
    if stretch.tool:
        title += f" · {stretch.tool}{number}"
    return title if not stretch.choice else f"{title} [{stretch.choice}]"


def _step_row(step: Step, number: str) -> TimelineRow:
    waits = isinstance(step, ApprovalWait)
    title = _say("Approval") if waits else _say("Tool")
    failed = step.outcome in (StepOutcome.FAILED, StepOutcome.DENIED)
    tone = Tone.PERSON if waits else Tone.TOOL
    return TimelineRow(
        str(step.id),
        RowKind.STEP,
        f"{title} · {step.tool}{number}",
        step.started_at,
        step.ended_at,
        Tone.PROBLEM if failed and not waits else tone,
        _decision_words(step) if isinstance(step, ApprovalWait) else outcome_words(step.outcome),
        None if isinstance(step, ApprovalWait) else step.size,
        failed,
        message_id=step.message_id,
        call_id=step.call_id,
    )


def _decision_words(wait: ApprovalWait) -> str:
    """Return what was decided about a call, in few words."""
    if wait.ended_at is None:
        return _say("waiting")
    if wait.outcome is StepOutcome.DONE and wait.note in tuple(Scope):
        return _say("allowed")
    if wait.outcome is StepOutcome.DONE and wait.note in tuple(ResultSource):
        return _say("by hand")
    return outcome_words(wait.outcome)


def outcome_words(outcome: StepOutcome) -> str:
    """Return how a step came to its end."""
    return {
        StepOutcome.RUNNING: _say("running"),
        StepOutcome.DONE: _say("done"),
        StepOutcome.FAILED: _say("failed"),
        StepOutcome.DENIED: _say("denied"),
        StepOutcome.CANCELLED: _say("cancelled"),
    }[outcome]
