"""One answer with all its rounds of tools: request, calls, results, next request."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from chatapp.domain.errors import ChatAppError
from chatapp.domain.generation import GenerationStatus, Phase
from chatapp.domain.messages import Message, MessageId, MessageStatus
from chatapp.domain.quick_dataclass import dataclass
from chatapp.services.tool_desk import ToolDesk
from chatapp.services.turn import Turn


@dataclass(frozen=True, slots=True)
class RoundParts:
    """What the rounds need: ``desk`` waits for where calls are answered, ``follow`` begins the
    answer to results, the last of which it is given; ``limit`` is how many rounds may pass
    before the person is asked."""

    desk: Callable[[], Awaitable[ToolDesk]]
    follow: Callable[[Message, Message], Awaitable[Turn]]
    limit: Callable[[], int]
    say: Callable[[GenerationStatus], None]


class ToolRounds:
    """Runs a turn, answers the calls in it, and goes on until the model answers in words.

    With ``unanswered`` the first turn has ended long ago; its calls, some of whose results
    (these messages) never came, are answered first.
    """

    def __init__(self, first: Turn, parts: RoundParts, unanswered: Sequence[Message] = ()) -> None:
        self._turn = first
        self._parts = parts
        self._unanswered = unanswered
        self._quitting = False

    @property
    def answer_id(self) -> MessageId:
        """The message that is being written, or was written last."""
        return self._turn.answer.id

    @property
    def quitting(self) -> bool:
        """Set when the app, not the person, ends this."""
        return self._quitting

    @quitting.setter
    def quitting(self, value: bool) -> None:
        self._quitting = self._turn.quitting = value

    async def run(self) -> None:
        """Answer until there is nothing more to call, or the person has had enough."""
        try:
            await self._run()
        except ChatAppError as error:
            self._turn.fail(error)

    async def _run(self) -> None:
        rounds = 0
        while True:
            if not self._unanswered:
                await self._turn.run()
            answer = self._turn.answer
            if not _wants_results(answer):
                return
            last = await self._answer_calls(answer)
            rounds += 1
            if rounds >= self._parts.limit():
                self._parts.say(GenerationStatus(Phase.ROUND_LIMIT, answer.id))
                desk = await self._parts.desk()
                if not await desk.may_go_on(answer.conversation_id, rounds):
                    return
                rounds = 0
            self._parts.say(GenerationStatus(Phase.SENDING, answer.id))
            self._turn = await self._parts.follow(answer, last)

    async def _answer_calls(self, answer: Message) -> Message:
        def say(phase: Phase) -> None:
            self._parts.say(GenerationStatus(phase, answer.id))

        results, self._unanswered = self._unanswered, ()
        desk = await self._parts.desk()
        try:
            if results:
                return await desk.answer_again(answer, results, say)
            return await desk.answer(answer, say)
        except asyncio.CancelledError:
            if self._quitting:
                desk.interrupted(answer)
            raise

    def retry_now(self) -> None:
        """Do not wait for the rest of a countdown."""
        self._turn.retry_now()

    def leave_ended(self) -> None:
        """End the message of a turn that was stopped before its first step."""
        self._turn.leave_ended()


def _wants_results(answer: Message) -> bool:
    """Whether an answer ended in calls of tools; calls of a model that was offered none are
    shown, and that is all."""
    complete = answer.status is MessageStatus.COMPLETE
    return complete and bool(answer.choice.tool_calls) and bool(answer.sent_body.get("tools"))
