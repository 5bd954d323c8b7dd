"""Calls of tools on their way: asked for, decided by the person, run, answered.

Nothing runs without a decision, and nothing decides but the person: no timer, no default. A
call that was allowed for longer runs unasked only while tool and server are letter by letter
what was allowed, and its arguments fit the tool's schema.
"""

import asyncio
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from chatapp.domain.changes import Aspect, GenerationChanged, ToolCallChanged
from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchanges import ApprovalWait, Step, new_step_id
from chatapp.domain.generation import Phase
from chatapp.domain.json_reading import is_same_json
from chatapp.domain.json_schema import Verdict
from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus
from chatapp.domain.replies import FinishReason, ToolCall, finish_reason
from chatapp.domain.tool_calls import (
    CANCELLED_WORDS,
    CUT_OFF_WORDS,
    AnswerIt,
    Decision,
    DenyIt,
    Misfit,
    ResultSource,
    RunIt,
    Scope,
    ToolCallState,
    ToolResult,
    denied_words,
    text_result,
)
from chatapp.domain.tools import ToolDefinition
from chatapp.services.conversations import ConversationService
from chatapp.services.pending_calls import PendingCall, PendingCalls
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.services.tool_results import (
    asked_again,
    calls_without_result,
    checked_arguments,
    ended_message,
    has_files,
    misfits_of,
    parsed_arguments,
    record_of,
    refusal_of,
    result_messages,
    results_behind,
    with_files_examined,
)
from chatapp.services.tool_steps import decided_step, run_step
from chatapp.services.tools import ToolService


class ToolDesk:
    """Answers the calls of one message side by side; views show what waits and decide."""

    def __init__(
        self,
        tools: ToolService,
        conversations: ConversationService,
        publisher: Publisher,
        tasks: TaskScope,
        note: Callable[[Step], None],
    ) -> None:
        self._tools = tools
        self._note = note
        self._conversations = conversations
        self._publisher = publisher
        self._tasks = tasks
        self._pending = PendingCalls(publisher, self._is_as_shown)
        self._running: dict[MessageId, asyncio.Task[None]] = {}
        self._given_up: set[MessageId] = set()
        self._limits: dict[ConversationId, tuple[int, asyncio.Future[bool]]] = {}

    # What waits

    def pending(self, conversation_id: ConversationId) -> list[PendingCall]:
        """Return the calls of a conversation that wait for a decision, oldest first."""
        return self._pending.of(conversation_id)

    def rounds_done(self, conversation_id: ConversationId) -> int:
        """Return after how many rounds the person is asked to go on; 0 if not asked."""
        return self._limits[conversation_id][0] if conversation_id in self._limits else 0

    # What the person decides

    def decide(
        self, message_id: MessageId, decision: Decision, *, shown: PendingCall | None = None
    ) -> None:
        """Decide about a call that waits; too late is nothing. ``shown`` is what the person
        saw of it: if it has been asked again since, because the tool changed, nothing is
        decided."""
        self._pending.decide(message_id, decision, shown=shown)

    def cancel(self, message_id: MessageId) -> None:
        """Give up one call, waiting or running; the model is told, the others go on."""
        if task := self._running.get(message_id):
            self._given_up.add(message_id)
            task.cancel()

    def go_on(self, conversation_id: ConversationId, *, yes: bool) -> None:
        """Let the model go on calling tools, or end the answer here."""
        if conversation_id in self._limits and not self._limits[conversation_id][1].done():
            self._limits[conversation_id][1].set_result(yes)

    async def may_go_on(self, conversation_id: ConversationId, rounds: int) -> bool:
        """Ask the person whether the model may go on after so many rounds."""
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._limits[conversation_id] = (rounds, answer)
        self._publisher.publish(GenerationChanged(conversation_id))
        try:
            return await answer
        finally:
            del self._limits[conversation_id]
            self._publisher.publish(GenerationChanged(conversation_id))

    # Answering

    async def answer(self, answer: Message, say: Callable[[Phase], None]) -> Message:
        """Answer every call of ``answer``; return the message of the last result.

        Stopping leaves a result for each call, so that the history stays valid.
        """
        results = result_messages(answer)
        await self._conversations.add(results, only_behind=True)
        await self._answer(answer, zip(answer.choice.tool_calls, results, strict=True), say)
        return results[-1]

    async def answer_again(
        self, answer: Message, results: Sequence[Message], say: Callable[[Phase], None]
    ) -> Message:
        """Answer the calls whose ``results`` never came, each in the message that is there for
        it; return the message of the last result."""
        afresh = [(call, asked_again(m, call)) for call, m in calls_without_result(answer, results)]
        for _, message in afresh:
            self._show(message)
        await self._answer(answer, afresh, say)
        return results[-1]

    async def _answer(
        self,
        answer: Message,
        calls: Iterable[tuple[ToolCall, Message]],
        say: Callable[[Phase], None],
    ) -> None:
        work = {
            message.id: self._tasks.start(
                self._one(answer, call, message, say), name=f"tool {call.name}"
            )
            for call, message in calls
        }
        self._running.update(work)
        try:
            await asyncio.gather(*work.values())
        finally:
            # Cancelled together; each writes down its end before the message is left.
            if work:
                await asyncio.wait(work.values())
            for message_id in work:
                self._running.pop(message_id, None)
                self._given_up.discard(message_id)

    def interrupted(self, answer: Message) -> None:
        """Mark results that a quit cut off, so that they are not taken for the person's stop."""
        tree = self._conversations.tree(answer.conversation_id)
        for child in results_behind(tree, answer.id):
            if child.status is MessageStatus.STOPPED:
                self._show(child.with_status(MessageStatus.INTERRUPTED))

    async def _one(
        self, answer: Message, call: ToolCall, message: Message, say: Callable[[Phase], None]
    ) -> None:
        try:
            await self._decided(answer, call, message, say)
        except asyncio.CancelledError:
            now = self._current(message)
            if now.tool is not None and now.tool.state.is_open:
                words = CUT_OFF_WORDS if now.tool.started_at else CANCELLED_WORDS
                self._end(answer, now, text_result(words), ToolCallState.CANCELLED)
            if message.id not in self._given_up:
                raise
        finally:
            self._say(message, say)

    def _say(self, message: Message, say: Callable[[Phase], None]) -> None:
        say(Phase.APPROVAL if self.pending(message.conversation_id) else Phase.RUNNING_TOOLS)

    async def _decided(
        self, answer: Message, call: ToolCall, message: Message, say: Callable[[Phase], None]
    ) -> None:
        while True:
            tool = self._tools.find(call.name, answer.sent_body.get("tools"))
            refusal = refusal_of(answer, call, tool)
            if tool is None or refusal:
                words = text_result(refusal, is_error=True)
                self._end(answer, message, words, ToolCallState.REFUSED, ResultSource.APP)
                return
            mark = self._tools.servers.fingerprint(tool.server)
            decision = await self._decision(answer, call, message, tool, say)
            if decision is None:
                continue
            # From here to the start of the run nothing is awaited: what runs is what was shown.
            if not isinstance(decision, RunIt) or self._tools.is_still(tool, mark):
                break
        await self._carry_out(decision, answer, message, tool, say)

    def _is_as_shown(self, call: PendingCall) -> bool:
        """Whether a call would still be asked about, and just as it was."""
        tool = self._tools.find(call.call.name, call.offered)
        same = tool == call.tool and self._tools.can_run(call.tool) == call.can_run
        return same and not self._runs_unasked(call.tool, call.verdict, call.conversation_id)

    def _runs_unasked(
        self, tool: ToolDefinition, verdict: Verdict, conversation_id: ConversationId
    ) -> bool:
        sound = verdict.fits and not verdict.unchecked
        return sound and self._tools.is_granted(tool, conversation_id)

    async def _decision(
        self,
        answer: Message,
        call: ToolCall,
        message: Message,
        tool: ToolDefinition,
        say: Callable[[Phase], None],
    ) -> Decision | None:
        """Return what is decided; ``None`` if the tool is no longer what was asked about."""
        verdict = await asyncio.to_thread(checked_arguments, call.arguments, tool)
        if self._runs_unasked(tool, verdict, answer.conversation_id):
            return RunIt(call.arguments)
        return await self._ask(answer, call, message, tool, verdict, say)

    async def _ask(
        self,
        answer: Message,
        call: ToolCall,
        message: Message,
        tool: ToolDefinition,
        verdict: Verdict,
        say: Callable[[Phase], None],
    ) -> Decision | None:
        cut = finish_reason(answer.choice.finish_reason or "") is FinishReason.LENGTH
        pending = PendingCall(
            answer.conversation_id,
            message.id,
            call,
            tool,
            verdict,
            self._tools.changes_of(tool),
            can_run=self._tools.can_run(tool),
            may_be_always=self._tools.may_be_always(tool),
            was_cut=cut,
            asked_at=record_of(message).asked_at,
            position=next(i for i, c in enumerate(answer.choice.tool_calls) if c is call),
            offered=answer.sent_body.get("tools"),
        )
        say(Phase.APPROVAL)
        wait = ApprovalWait(
            new_step_id(), answer.conversation_id, answer.id, call.id, call.name, time.time(),
            tool.server,
        )  # fmt: skip
        self._note(wait)
        decision: Decision | None = None
        try:
            decision = await self._pending.ask(pending)
        finally:
            self._note(decided_step(wait, decision, time.time()))
        return decision

    async def _carry_out(
        self,
        decision: Decision,
        answer: Message,
        message: Message,
        tool: ToolDefinition,
        say: Callable[[Phase], None],
    ) -> None:
        match decision:
            case DenyIt(reason):
                words = text_result(denied_words(reason))
                self._end(answer, message, words, ToolCallState.DENIED, ResultSource.APP)
            case AnswerIt(result, source):
                self._end(answer, message, result, ToolCallState.DONE, source)
            case RunIt(arguments, scope):
                await self._run(answer, message, tool, arguments, scope, say)

    async def _run(
        self,
        answer: Message,
        message: Message,
        tool: ToolDefinition,
        arguments: str,
        scope: Scope,
        say: Callable[[Phase], None],
    ) -> None:
        run = record_of(message)
        edited = not is_same_json(arguments, run.arguments)
        run = replace(
            run,
            server=tool.server,
            arguments=arguments,
            edited=edited,
            state=ToolCallState.RUNNING,
            started_at=time.time(),
        )
        self._tools.approve(tool, scope, message.conversation_id)
        self._note(run_step(answer, message.id, run))
        self._show(replace(message, tool=run, status=MessageStatus.STREAMING))
        self._say(message, say)
        misfits: tuple[Misfit, ...] | None = None
        try:
            values = parsed_arguments(arguments)
            result = await self._tools.run(
                tool, values, lambda *told: self._progress(message, *told)
            )
            if has_files(result):
                result = await asyncio.to_thread(with_files_examined, result)
            if tool.output_schema and not result.is_error:
                misfits = await asyncio.to_thread(misfits_of, result, tool)
        except ChatAppError as error:
            # What to do about it, and what a server wrote to its log, is for people.
            result = text_result(f"Error: {error.message}", is_error=True)
        state = ToolCallState.FAILED if result.is_error else ToolCallState.DONE
        self._end(answer, self._current(message), result, state, misfits=misfits)

    def _progress(self, message: Message, done: float, total: float | None, words: str) -> None:
        """Show how far a tool says it is; not written down, the end says more."""
        now = self._current(message)
        run = record_of(now)
        if run.state is ToolCallState.RUNNING:
            run = replace(run, done=done, total=total, progress=words)
            self._conversations.update(replace(now, tool=run), Aspect.DETAILS)
            self._publisher.publish(ToolCallChanged(now.conversation_id, now.id))

    # Writing down

    def _current(self, message: Message) -> Message:
        return self._conversations.tree(message.conversation_id).get(message.id)

    def _show(self, message: Message) -> None:
        self._conversations.update(message, Aspect.TEXT | Aspect.STATUS | Aspect.DETAILS)
        self._conversations.save_final(message)
        self._publisher.publish(ToolCallChanged(message.conversation_id, message.id))

    def _end(
        self,
        answer: Message,
        message: Message,
        result: ToolResult,
        state: ToolCallState,
        source: ResultSource = ResultSource.TOOL,
        misfits: tuple[Misfit, ...] | None = None,
    ) -> None:
        ended = ended_message(message, result, state, source, misfits)
        run = record_of(ended)
        if run.started_at or source is not ResultSource.APP:
            self._note(run_step(answer, message.id, run, ended.content))
        self._show(ended)
