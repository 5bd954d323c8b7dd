"""Answers: sending, regenerating, continuing and stopping, each conversation on its own."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace

from chatapp.domain.changes import GenerationChanged
from chatapp.domain.conversation import Conversation
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import InvalidRequest, WayOut
from chatapp.domain.generation import IDLE, GenerationStatus, Phase
from chatapp.domain.identifiers import new_message_id
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import ConversationId, Message, MessageId, MessageStatus, Role
from chatapp.domain.parameter_layers import EffectiveParameters, Settings, join_layers
from chatapp.domain.text import QT_TRANSLATE_NOOP, text
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.publishing import Publisher
from chatapp.services.requests import RequestPlan, user_message, with_draft
from chatapp.services.tasks import TaskScope
from chatapp.services.turn import Turn, TurnParts
from chatapp.wire.adaptations import Adaptation
from chatapp.wire.connection import Connection
from chatapp.wire.lazy_client import LazyChatClient


class GenerationService:
    """At most one running answer a conversation; any number of conversations at once.

    A generation belongs to its conversation, not to a view: looking elsewhere stops nothing.
    """

    def __init__(
        self,
        conversations: ConversationService,
        endpoints: EndpointService,
        client: LazyChatClient,
        publisher: Publisher,
        tasks: TaskScope,
    ) -> None:
        self._conversations = conversations
        self._endpoints = endpoints
        self._client = client
        self._publisher = publisher
        self._tasks = tasks
        self._turns: dict[ConversationId, Turn] = {}
        self._running: dict[ConversationId, asyncio.Task[None]] = {}
        self._status: dict[ConversationId, GenerationStatus] = {}
        self._starting: set[ConversationId] = set()
        conversations.answered_by(self.is_running, self._stopped)

    # What is going on

    def status(self, conversation_id: ConversationId) -> GenerationStatus:
        """Return what a conversation is doing."""
        return self._status.get(conversation_id, IDLE)

    def is_running(self, conversation_id: ConversationId) -> bool:
        """Whether an answer is being made for a conversation."""
        return conversation_id in self._turns

    @property
    def running(self) -> int:
        """How many conversations are being answered."""
        return len(self._turns)

    # What will be sent

    def parameters(self, conversation_id: ConversationId) -> EffectiveParameters:
        """Return the request fields of a conversation with who set them."""
        conversation = self._conversations.get(conversation_id)
        endpoint = self._endpoints.of(conversation)
        return join_layers(endpoint.settings if endpoint else {}, conversation.settings)

    def preview(self, conversation_id: ConversationId, draft: str) -> Callable[[], JsonValue]:
        """Return a function, fit for a thread, that builds the body of the next send."""
        conversation = self._conversations.get(conversation_id)
        endpoint = self._endpoints.of(conversation) or self._endpoints.placeholder()
        path = with_draft(conversation, self._conversations.path(conversation_id), draft)
        model = self._endpoints.model_of(conversation)
        learned = self._endpoints.learned(endpoint.id, model)
        return RequestPlan(conversation, endpoint, model, path, learned=learned).body

    # Wishes

    async def send(
        self,
        conversation_id: ConversationId,
        words: str,
        settings: Settings | None = None,
    ) -> MessageId:
        """Write down a message and begin its answer; return the answer's id.

        Raises ``InvalidRequest`` or ``StoreError`` with nothing changed, so that the text
        stays where it was typed.
        """
        conversation = self._conversations.get(conversation_id)
        endpoint = self._checked(conversation)
        asked = replace(user_message(conversation, words), created_at=time.time())
        answer = self._new_answer(conversation, endpoint, asked.id)
        await self._write_down(asked, answer)
        self._begin(answer, settings or {})
        return answer.id

    async def regenerate(self, conversation_id: ConversationId, message_id: MessageId) -> MessageId:
        """Answer the same message again; the old answer stays as a sibling.

        Given a message of the person's, answer that one.
        """
        conversation = self._conversations.get(conversation_id)
        endpoint = self._checked(conversation)
        message = self._conversations.tree(conversation_id).get(message_id)
        parent = message.parent_id if message.role is Role.ASSISTANT else message.id
        answer = self._new_answer(conversation, endpoint, parent)
        await self._write_down(answer)
        self._begin(answer, {})
        return answer.id

    async def retry(self, conversation_id: ConversationId, message_id: MessageId) -> MessageId:
        """Ask again after a failure; a failed answer that brought nothing gives way."""
        failed = self._conversations.tree(conversation_id).get(message_id)
        answer_id = await self.regenerate(conversation_id, message_id)
        choice = failed.choice
        if failed.role is Role.ASSISTANT and not (
            choice.content or choice.reasoning or choice.tool_calls or choice.refusal
        ):
            await self._conversations.delete_message(conversation_id, message_id)
        return answer_id

    async def continue_answer(
        self, conversation_id: ConversationId, message_id: MessageId
    ) -> MessageId:
        """Go on from where an answer broke off, in a sibling that begins with its text."""
        conversation = self._conversations.get(conversation_id)
        endpoint = self._checked(conversation)
        broken = self._conversations.tree(conversation_id).get(message_id)
        prefix = broken.choice.content.rstrip()
        answer = self._new_answer(conversation, endpoint, broken.parent_id)
        await self._write_down(answer)
        self._begin(answer, {}, prefix=prefix)
        return answer.id

    def stop(self, conversation_id: ConversationId) -> None:
        """Stop the answer of a conversation; its text stays and the socket is closed."""
        if task := self._running.get(conversation_id):
            task.cancel()

    async def wait(self, conversation_id: ConversationId) -> None:
        """Return when a conversation's answer has ended, however it did."""
        task = self._running.get(conversation_id)
        if task is not None:
            await asyncio.wait([task])

    async def _stopped(self, conversation_id: ConversationId) -> None:
        """Stop an answer and return when its text is kept and its socket closed."""
        self.stop(conversation_id)
        await self.wait(conversation_id)

    def retry_now(self, conversation_id: ConversationId) -> None:
        """End a countdown before a retry."""
        if turn := self._turns.get(conversation_id):
            turn.retry_now()

    async def close(self) -> None:
        """End every answer; what arrived is kept and marked as interrupted."""
        for turn in self._turns.values():
            turn.quitting = True
        await self._tasks.close()

    # How

    def _checked(self, conversation: Conversation) -> Endpoint:
        if self.is_running(conversation.id) or conversation.id in self._starting:
            raise InvalidRequest(
                text("Failure", QT_TRANSLATE_NOOP("Failure", "An answer is still being written.")),
                hint=text("Failure", QT_TRANSLATE_NOOP("Failure", "Wait for it, or stop it.")),
            )
        endpoint = self._endpoints.of(conversation)
        if endpoint is None:
            raise InvalidRequest(
                text("Failure", QT_TRANSLATE_NOOP("Failure", "There is no endpoint to send to.")),
                hint=text(
                    "Failure",
                    QT_TRANSLATE_NOOP(
                        "Failure", "Add one in the settings, or use the offline model."
                    ),
                ),
                ways_out=(WayOut.OPEN_SETTINGS,),
            )
        problems = self.parameters(conversation.id).problems
        for field, problem in problems.items():
            raise InvalidRequest(
                text(
                    "Failure",
                    QT_TRANSLATE_NOOP("Failure", "“{field}” cannot be sent: {problem}"),
                    field=field,
                    problem=str(problem),
                ),
                hint=text("Failure", QT_TRANSLATE_NOOP("Failure", "Change it in the side panel.")),
            )
        return endpoint

    async def _write_down(self, *messages: Message) -> None:
        """Have messages on disk before their request leaves; nothing else begins meanwhile."""
        conversation_id = messages[0].conversation_id
        self._starting.add(conversation_id)
        try:
            await self._conversations.add(messages)
        finally:
            self._starting.discard(conversation_id)

    @staticmethod
    def _new_answer(
        conversation: Conversation, endpoint: Endpoint, parent_id: MessageId | None
    ) -> Message:
        return Message(
            new_message_id(),
            conversation.id,
            parent_id,
            Role.ASSISTANT,
            status=MessageStatus.WAITING,
            model=conversation.model,
            endpoint_id=endpoint.id,
            created_at=time.time(),
        )

    def _begin(self, answer: Message, settings: Settings, *, prefix: str = "") -> None:
        conversation_id = answer.conversation_id
        parts = self._parts(answer, settings, prefix)
        turn = Turn(parts, answer, prefix=prefix)
        self._turns[conversation_id] = turn
        task = self._tasks.start(turn.run(), name=f"answer {answer.id}")
        self._running[conversation_id] = task
        task.add_done_callback(lambda _task: self._on_ended(conversation_id))
        self._set_status(conversation_id, GenerationStatus(Phase.SENDING, answer.id))

    def _on_ended(self, conversation_id: ConversationId) -> None:
        self._turns.pop(conversation_id).leave_ended()
        del self._running[conversation_id]
        self._set_status(conversation_id, IDLE)

    def _set_status(self, conversation_id: ConversationId, status: GenerationStatus) -> None:
        self._status[conversation_id] = status
        self._publisher.publish(GenerationChanged(conversation_id))

    def _parts(self, answer: Message, settings: Settings, prefix: str) -> TurnParts:
        conversation_id = answer.conversation_id
        endpoint = self._endpoints.of(self._conversations.get(conversation_id))
        assert endpoint is not None  # noqa: S101 - _checked has found it
        tree = self._conversations.tree(conversation_id)
        path = tree.path_to(answer.parent_id)
        if prefix:
            path.append(_beginning(answer, prefix))

        async def connect() -> Connection:
            if endpoint.is_offline and not self._endpoints.engine_is_ready:
                self._set_status(
                    conversation_id, GenerationStatus(Phase.STARTING_ENGINE, answer.id)
                )
            return await self._endpoints.connection(endpoint)

        async def plan() -> RequestPlan:
            conversation = self._conversations.get(conversation_id)
            model = await self._endpoints.find_model(conversation, endpoint)
            learned = self._endpoints.learned(endpoint.id, model)
            return RequestPlan(conversation, endpoint, model, tuple(path), settings, learned)

        def learn(adaptation: Adaptation) -> None:
            model = self._endpoints.model_of(self._conversations.get(conversation_id))
            self._endpoints.learn(endpoint.id, model, adaptation)

        return TurnParts(
            self._conversations,
            self._client,
            connect,
            plan,
            learn,
            lambda status: self._set_status(conversation_id, status),
        )


def _beginning(answer: Message, prefix: str) -> Message:
    """Return the beginning of an answer as the last message of a request (a prefill)."""
    from chatapp.domain.replies import Choice, Reply

    return replace(
        answer,
        reply=Reply(choices=(Choice(content=prefix),)),
        status=MessageStatus.COMPLETE,
    )
