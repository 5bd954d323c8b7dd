"""What the inspector's timeline is told of a call: the wait for the person, and the run."""

from dataclasses import replace

from chatapp.domain.exchanges import ApprovalWait, StepId, StepOutcome, ToolRun
from chatapp.domain.messages import Message, MessageId
from chatapp.domain.tool_calls import CallRecord, Decision, DenyIt, RunIt, ToolCallState

_OUTCOMES = {
    ToolCallState.WAITING: StepOutcome.RUNNING,
    ToolCallState.RUNNING: StepOutcome.RUNNING,
    ToolCallState.DONE: StepOutcome.DONE,
    ToolCallState.FAILED: StepOutcome.FAILED,
    ToolCallState.DENIED: StepOutcome.DENIED,
    ToolCallState.CANCELLED: StepOutcome.CANCELLED,
    ToolCallState.REFUSED: StepOutcome.DENIED,
}


def decided_step(wait: ApprovalWait, decision: Decision | None, now: float) -> ApprovalWait:
    """Return a wait with its end; without a decision it was given up."""
    match decision:
        case None:
            return replace(wait, ended_at=now, outcome=StepOutcome.CANCELLED)
        case DenyIt(reason):
            return replace(wait, ended_at=now, outcome=StepOutcome.DENIED, note=reason)
        case RunIt(_, scope):
            return replace(wait, ended_at=now, outcome=StepOutcome.DONE, note=str(scope))
        case _:
            return replace(wait, ended_at=now, outcome=StepOutcome.DONE, note=str(decision.source))


def run_step(answer: Message, result_id: MessageId, call: CallRecord, result: str = "") -> ToolRun:
    """Return a run as it is now; its id is that of the result's message, so that each newer
    one takes the place of the one before."""
    return ToolRun(
        StepId(result_id),
        answer.conversation_id,
        answer.id,
        call.call_id,
        call.tool,
        call.started_at or call.ended_at,
        call.server,
        call.ended_at or None,
        _OUTCOMES[call.state],
        call.arguments,
        result,
        str(call.source),
        call.progress,
        len(result.encode("utf-8", "surrogatepass")),
    )
