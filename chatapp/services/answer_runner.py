"""How an answer runs: its turns, its rounds of tools, and what it says of itself meanwhile."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from chatapp.domain.changes import GenerationChanged
from chatapp.domain.generation import GenerationStatus, Phase
from chatapp.domain.messages import ConversationId, Message
from chatapp.services.answer_checks import existing_endpoint
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.publishing import Publisher
from chatapp.services.requests import (
    USUAL,
    Answerer,
    RequestPlan,
    asked_to_begin,
    begun,
    new_answer,
    unforced,
)
from chatapp.services.running import RunningAnswer, RunningAnswers
from chatapp.services.tasks import TaskScope
from chatapp.services.tool_desk import ToolDesk
from chatapp.services.tool_rounds import RoundParts, ToolRounds
from chatapp.services.turn import Turn, TurnParts
from chatapp.wire.adaptations import Adaptation
from chatapp.wire.connection import Connection
from chatapp.wire.lazy_client import LazyChatClient


class AnswerRunner:
    """Begins answers that are written down already, and keeps ``running`` true of them."""

    def __init__(
        self,
        conversations: ConversationService,
        endpoints: EndpointService,
        client: LazyChatClient,
        publisher: Publisher,
        tasks: TaskScope,
        desk: Callable[[], Awaitable[ToolDesk]],
        round_limit: Callable[[], int],
        running: RunningAnswers,
    ) -> None:
        self._conversations = conversations
        self._endpoints = endpoints
        self._client = client
        self._publisher = publisher
        self._tasks = tasks
        self._desk = desk
        self._round_limit = round_limit
        self.running = running

    def begin(
        self,
        answer: Message,
        answerer: Answerer = USUAL,
        *,
        prefix: str = "",
        wished: str = "",
    ) -> None:
        """Begin an answer, after ``prefix`` or, if the model obeys, with the ``wished`` words."""
        conversation_id = answer.conversation_id
        path = self._conversations.tree(conversation_id).path_to(answer.parent_id)
        path = asked_to_begin(begun(path, answer, prefix), wished)
        turn = Turn(self._parts(answer, answerer, path), answer, prefix=prefix)
        self._start(answer, ToolRounds(turn, self._round_parts(conversation_id, answerer)))

    def go_on(self, answer: Message, results: Sequence[Message]) -> None:
        """Have the calls of an earlier answer answered whose ``results`` never came, and go on
        from there."""
        conversation_id = answer.conversation_id
        path = self._conversations.tree(conversation_id).path_to(answer.parent_id)
        turn = Turn(self._parts(answer, USUAL, path), answer)
        rounds = ToolRounds(turn, self._round_parts(conversation_id, USUAL), results)
        self._start(answer, rounds)

    def _start(self, answer: Message, rounds: ToolRounds) -> None:
        conversation_id = answer.conversation_id
        task = self._tasks.start(rounds.run(), name=f"answer {answer.id}")
        status = GenerationStatus(Phase.SENDING, answer.id)
        self.running.put(conversation_id, answer.id, RunningAnswer(rounds, task, status))
        task.add_done_callback(lambda _task: self._on_ended(conversation_id, rounds))
        self._publisher.publish(GenerationChanged(conversation_id))

    def _on_ended(self, conversation_id: ConversationId, rounds: ToolRounds) -> None:
        self.running.take(conversation_id, rounds.answer_id).turn.leave_ended()
        self._publisher.publish(GenerationChanged(conversation_id))

    def _round_parts(self, conversation_id: ConversationId, answerer: Answerer) -> RoundParts:
        async def follow(before: Message, last: Message) -> Turn:
            """Begin the answer to the results of tools."""
            conversation = self._conversations.get(conversation_id)
            endpoint = existing_endpoint(self._endpoints, conversation, answerer)
            again = unforced(answerer, before.sent_body)
            answer = new_answer(conversation, endpoint, last.id, again)
            await self._conversations.add((answer,), only_behind=True)
            self.running.move(conversation_id, before.id, answer.id)
            path = self._conversations.tree(conversation_id).path_to(last.id)
            return Turn(self._parts(answer, again, path), answer)

        def say(status: GenerationStatus) -> None:
            self._put_status(conversation_id, status)

        return RoundParts(self._desk, follow, self._round_limit, say)

    def _set_status(self, answer: Message, status: GenerationStatus) -> None:
        self._put_status(answer.conversation_id, replace(status, message_id=answer.id))

    def _put_status(self, conversation_id: ConversationId, status: GenerationStatus) -> None:
        if running := self.running.get(conversation_id, status.message_id):
            running.status = status
            self._publisher.publish(GenerationChanged(conversation_id))

    def _parts(self, answer: Message, answerer: Answerer, path: Sequence[Message]) -> TurnParts:
        conversation_id = answer.conversation_id
        asked = self._conversations.get(conversation_id)
        endpoint = existing_endpoint(self._endpoints, asked, answerer)

        async def connect() -> Connection:
            if endpoint.is_offline and not self._endpoints.engine_is_ready:
                self._set_status(answer, GenerationStatus(Phase.STARTING_ENGINE, answer.id))
            return await self._endpoints.connection(endpoint)

        async def plan() -> RequestPlan:
            conversation = self._conversations.get(conversation_id)
            model = answerer.model or await self._endpoints.find_model(conversation, endpoint)
            learned = self._endpoints.learned(endpoint.id, model)
            attached = await self._conversations.attached(p for m in path for p in m.parts)
            return RequestPlan(
                conversation, endpoint, model, tuple(path), answerer.settings, learned, attached,
                exact=answerer.body,
            )  # fmt: skip

        def learn(adaptation: Adaptation) -> None:
            conversation = self._conversations.get(conversation_id)
            model = answerer.model or self._endpoints.model_of(conversation)
            self._endpoints.learn(endpoint.id, model, adaptation)

        return TurnParts(
            self._conversations,
            self._client,
            connect,
            plan,
            learn,
            lambda status: self._set_status(answer, status),
        )
