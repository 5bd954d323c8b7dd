"""Calls of tools that wait for the person, each with all there is to know for deciding."""

import asyncio
from collections.abc import Callable
from dataclasses import field

from chatapp.domain.changes import Change, ToolCallChanged, ToolsChanged
from chatapp.domain.json_schema import Verdict
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import ToolCall
from chatapp.domain.tool_calls import Decision, RunIt
from chatapp.domain.tools import FieldChange, ToolDefinition
from chatapp.services.publishing import Publisher


@dataclass(frozen=True, slots=True)
class PendingCall:
    """A call that waits for the person, with all there is to know for deciding.

    ``changes`` is what the server changed about the tool since it was last approved;
    ``was_cut`` says that the answer ended at the token limit, perhaps within this call.
    ``asked_at`` (epoch seconds) and ``position`` among the calls of its message order it;
    ``offered`` is the request's ``tools``.
    """

    conversation_id: ConversationId
    message_id: MessageId
    call: ToolCall
    tool: ToolDefinition
    verdict: Verdict = field(default_factory=Verdict)
    changes: tuple[FieldChange, ...] = ()
    can_run: bool = False
    may_be_always: bool = False
    was_cut: bool = False
    asked_at: float = 0.0
    position: int = 0
    offered: JsonValue = None


@dataclass(slots=True)
class _Open:
    pending: PendingCall
    decision: "asyncio.Future[Decision | None]"


class PendingCalls:
    """Asks, and carries decisions to who asked.

    A question is void as soon as the tool is not what was asked about (``is_as_shown``): its
    server has started, ended or changed it, so it has to be asked anew.
    """

    def __init__(self, publisher: Publisher, is_as_shown: Callable[[PendingCall], bool]) -> None:
        self._publisher = publisher
        self._is_as_shown = is_as_shown
        self._open: dict[MessageId, _Open] = {}
        publisher.subscribe(self._on_tools, ToolsChanged)

    def of(self, conversation_id: ConversationId) -> list[PendingCall]:
        """Return the calls of a conversation that wait, oldest first."""
        waiting = (entry.pending for entry in self._open.values())
        here = [p for p in waiting if p.conversation_id == conversation_id]
        return sorted(here, key=lambda p: (p.asked_at, p.position))

    async def ask(self, pending: PendingCall) -> Decision | None:
        """Return what the person decides; ``None`` if the question has become void.

        A stop in the same instant takes back the leave to run, and that alone: nothing begins
        that was stopped, and a denial or a result given by hand stands, having come first.
        """
        entry = _Open(pending, asyncio.get_running_loop().create_future())
        self._open[pending.message_id] = entry
        self._publisher.publish(ToolCallChanged(pending.conversation_id, pending.message_id))
        try:
            return await entry.decision
        except asyncio.CancelledError:
            decided = _made(entry.decision)
            if decided is None or isinstance(decided, RunIt):
                raise
            return decided
        finally:
            if self._open.get(pending.message_id) is entry:
                self._take(pending.message_id)

    def decide(
        self, message_id: MessageId, decision: Decision, *, shown: PendingCall | None = None
    ) -> None:
        """Decide about a call; nothing is decided if it does not wait any more, or if it is not
        what was ``shown``."""
        entry = self._open.get(message_id)
        if entry is None or (shown is not None and entry.pending is not shown):
            return
        self._end(message_id, decision)

    def _end(self, message_id: MessageId, decision: Decision | None) -> None:
        entry = self._take(message_id)
        if not entry.decision.done():
            entry.decision.set_result(decision)

    def _take(self, message_id: MessageId) -> _Open:
        """Let a call no longer wait."""
        entry = self._open.pop(message_id)
        pending = entry.pending
        self._publisher.publish(ToolCallChanged(pending.conversation_id, pending.message_id))
        return entry

    def _on_tools(self, _change: Change) -> None:
        for message_id, entry in list(self._open.items()):
            if not self._is_as_shown(entry.pending):
                self._end(message_id, None)


def _made(decision: "asyncio.Future[Decision | None]") -> Decision | None:
    """Return what was decided by now."""
    return decision.result() if decision.done() and not decision.cancelled() else None
