"""Answers: sending, regenerating, continuing and stopping, each answer on its own."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from chatapp.domain.attachments import Attachment, kinds_brought
from chatapp.domain.conversation import Conversation
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.generation import GenerationStatus
from chatapp.domain.json_value import JsonObject, as_text
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.parameter_layers import Settings
from chatapp.services.answer_checks import checked_endpoint, still_answering
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService
from chatapp.services.next_requests import NextRequests
from chatapp.services.publishing import Publisher
from chatapp.services.requests import USUAL, Answerer, new_answer, user_message, version_of
from chatapp.services.running import RunningAnswers
from chatapp.services.tasks import TaskScope
from chatapp.wire.lazy_client import LazyChatClient

if TYPE_CHECKING:
    from chatapp.services.answer_runner import AnswerRunner
    from chatapp.services.tool_desk import ToolDesk


class GenerationService:
    """Any number of conversations at once; in each, one message is answered at a time, by one
    model or by several side by side.

    A generation belongs to its conversation, not to a view: looking elsewhere stops nothing.
    """

    def __init__(
        self,
        conversations: ConversationService,
        endpoints: EndpointService,
        client: LazyChatClient,
        publisher: Publisher,
        tasks: TaskScope,
        desk: "Callable[[], Awaitable[ToolDesk]]",
        round_limit: Callable[[], int],
    ) -> None:
        self._conversations = conversations
        self._endpoints = endpoints
        self._client = client
        self._publisher = publisher
        self._tasks = tasks
        self._desk = desk
        self._round_limit = round_limit
        self._answers = RunningAnswers()
        self._starting: set[ConversationId] = set()
        self.next = NextRequests(conversations, endpoints, publisher)
        conversations.answered_by(self.is_running, self._stopped)

    @cached_property
    def _runner(self) -> "AnswerRunner":
        """What runs the answers; imported with the first of them."""
        from chatapp.services.answer_runner import AnswerRunner

        return AnswerRunner(
            self._conversations, self._endpoints, self._client, self._publisher, self._tasks,
            self._desk, self._round_limit, self._answers,
        )  # fmt: skip

    # What is going on

    def status(self, conversation_id: ConversationId) -> GenerationStatus:
        """Return what a conversation is doing; of several answers, what the shown one does."""
        shown = (
            self._conversations.get(conversation_id).leaf_id
            if conversation_id in self._conversations
            else None
        )
        return self._answers.status(conversation_id, shown)

    def is_running(self, conversation_id: ConversationId) -> bool:
        """Whether an answer is being made for a conversation."""
        return conversation_id in self._answers

    def running_in(self, conversation_id: ConversationId) -> list[MessageId]:
        """Return which answers of a conversation are being made."""
        return self._answers.ids_of(conversation_id)

    @property
    def running(self) -> int:
        """How many conversations are being answered."""
        return len(self._answers)

    # Wishes

    async def send(
        self,
        conversation_id: ConversationId,
        words: str,
        settings: Settings | None = None,
        *,
        attachments: Sequence[Attachment] = (),
        instead_of: MessageId | None = None,
    ) -> MessageId:
        """Write down a message and begin its answer; return the answer's id.

        Without ``settings`` those of the next message are used, and used up. With
        ``instead_of`` it becomes a sibling of that message: another version of it. Raises
        ``InvalidRequest`` or ``StoreError`` with nothing changed, so that the text stays where
        it was typed.
        """
        conversation = self._conversations.get(conversation_id)
        own = self.next.settings(conversation_id) if settings is None else settings
        answerer = Answerer(settings=own)
        endpoint = self._checked(conversation, answerer)
        asked = replace(user_message(conversation, words, attachments), created_at=time.time())
        tree = self._conversations.tree(conversation_id)
        if instead_of is not None and instead_of in tree:
            asked = version_of(tree.get(instead_of), asked)
        answer = new_answer(conversation, endpoint, asked.id)
        await self._write_down(asked, answer)
        self.next.use_up(conversation_id)
        self._runner.begin(answer, answerer)
        return answer.id

    async def compare(
        self,
        conversation_id: ConversationId,
        words: str,
        answerers: Sequence[Answerer],
        *,
        attachments: tuple[Attachment, ...] = (),
    ) -> list[MessageId]:
        """Write down a message and have it answered by all ``answerers`` at the same time; their
        answers are siblings, of which the first is shown. Raises as ``send`` does.
        """
        conversation = self._conversations.get(conversation_id)
        endpoints = [self._checked(conversation, answerer) for answerer in answerers]
        asked = replace(user_message(conversation, words, attachments), created_at=time.time())
        answers = [
            new_answer(conversation, endpoint, asked.id, answerer)
            for answerer, endpoint in zip(answerers, endpoints, strict=True)
        ]
        await self._write_down(asked, *answers)
        self._conversations.show_leaf(conversation_id, answers[0].id)
        for answer, answerer in zip(answers, answerers, strict=True):
            self._runner.begin(answer, answerer)
        return [answer.id for answer in answers]

    async def regenerate(self, conversation_id: ConversationId, message_id: MessageId) -> MessageId:
        """Answer the same message again; the old answer stays as a sibling.

        Given a message of the person's, answer that one.
        """
        conversation = self._conversations.get(conversation_id)
        endpoint = self._checked(conversation)
        message = self._conversations.tree(conversation_id).get(message_id)
        parent = message.parent_id if message.role is Role.ASSISTANT else message.id
        answer = new_answer(conversation, endpoint, parent)
        await self._write_down(answer)
        self._runner.begin(answer)
        return answer.id

    async def send_again(
        self,
        conversation_id: ConversationId,
        message_id: MessageId,
        body: JsonObject,
        before: JsonObject,
    ) -> MessageId:
        """Send exactly ``body``, which was ``before`` for ``message_id``, for another answer;
        return its id. It stands beside the old one, or at the end of a branch that has the
        messages as they were edited."""
        from chatapp.services.edited_path import branch_of

        conversation = self._conversations.get(conversation_id)
        tree = self._conversations.tree(conversation_id)
        earlier = tree.get(message_id)
        answerer = Answerer(earlier.endpoint_id, as_text(body.get("model")), body=body)
        endpoint = self._checked(conversation, answerer)
        path = tree.path_to(earlier.parent_id)
        anchor, edited = branch_of(conversation, path, before, body, time.time())
        parent = edited[-1].id if edited else anchor
        answer = new_answer(conversation, endpoint, parent, answerer)
        await self._write_down(*edited, answer)
        self._runner.begin(answer, answerer)
        return answer.id

    async def retry(self, conversation_id: ConversationId, message_id: MessageId) -> MessageId:
        """Ask again after a failure; a failed answer that brought nothing gives way."""
        failed = self._conversations.tree(conversation_id).get(message_id)
        answer_id = await self.regenerate(conversation_id, message_id)
        choice = failed.choice
        if failed.role is Role.ASSISTANT and not (
            choice.content or choice.reasoning or choice.tool_calls or choice.refusal
        ):
            await self._conversations.delete_message(conversation_id, message_id, for_good=True)
        return answer_id

    async def retry_without_media(
        self, conversation_id: ConversationId, message_id: MessageId
    ) -> MessageId:
        """Ask again, and from now on, without the pictures and sounds that were refused."""
        from chatapp.wire.adaptations import Adaptation

        failed = self._conversations.tree(conversation_id).get(message_id)
        path = self._conversations.tree(conversation_id).path_to(message_id)
        if failed.endpoint_id is not None:
            refused = frozenset(kind for message in path for kind in kinds_brought(message))
            self._endpoints.learn(failed.endpoint_id, failed.model, Adaptation(leave_out=refused))
        return await self.retry(conversation_id, message_id)

    async def continue_answer(
        self, conversation_id: ConversationId, message_id: MessageId
    ) -> MessageId:
        """Go on from where an answer broke off, in a sibling that begins with its text."""
        conversation = self._conversations.get(conversation_id)
        endpoint = self._checked(conversation)
        broken = self._conversations.tree(conversation_id).get(message_id)
        prefix = broken.choice.content.rstrip()
        answer = new_answer(conversation, endpoint, broken.parent_id)
        await self._write_down(answer)
        self._runner.begin(answer, prefix=prefix)
        return answer.id

    def unanswered_calls(self, conversation_id: ConversationId) -> int:
        """Return how many calls at the end of the shown path never got a result: the app has
        ended meanwhile, or was told to stop. None while an answer is being made."""
        if self.is_running(conversation_id):
            return 0
        from chatapp.services.tool_results import calls_without_result

        found = self._open_round(conversation_id)
        return len(calls_without_result(*found)) if found else 0

    async def answer_calls(self, conversation_id: ConversationId) -> None:
        """Ask again about these calls, and go on from there. Raises ``InvalidRequest``."""
        self._checked(self._conversations.get(conversation_id))
        if found := self._open_round(conversation_id):
            self._runner.go_on(*found)

    async def answer_results(self, conversation_id: ConversationId) -> MessageId | None:
        """Have the results at the end of the path answered as they are; return the answer's id.
        Raises as ``regenerate``."""
        found = self._open_round(conversation_id)
        return await self.regenerate(conversation_id, found[1][-1].id) if found else None

    async def branch(
        self, conversation_id: ConversationId, message_id: MessageId, beginning: str
    ) -> MessageId:
        """Answer once more, in a sibling that begins with these words and goes on from them.

        An endpoint that is not known to go on is asked to begin so, and may not obey.
        """
        conversation = self._conversations.get(conversation_id)
        endpoint = self._checked(conversation)
        told = self._conversations.tree(conversation_id).get(message_id)
        answer = new_answer(conversation, endpoint, told.parent_id)
        await self._write_down(answer)
        if self._endpoints.continues(endpoint):
            self._runner.begin(answer, prefix=beginning)
        else:
            self._runner.begin(answer, wished=beginning)
        return answer.id

    def stop(self, conversation_id: ConversationId) -> None:
        """Stop the answers of a conversation; their text stays and the sockets are closed."""
        for answer in self._answers.of(conversation_id):
            answer.task.cancel()

    def stop_answer(self, conversation_id: ConversationId, answer_id: MessageId) -> None:
        """Stop one answer; those beside it go on."""
        if answer := self._answers.get(conversation_id, answer_id):
            answer.task.cancel()

    async def wait(self, conversation_id: ConversationId) -> None:
        """Return when a conversation's answers have ended, however they did."""
        if tasks := [answer.task for answer in self._answers.of(conversation_id)]:
            await asyncio.wait(tasks)

    async def _stopped(self, conversation_id: ConversationId) -> None:
        """Stop an answer and return when its text is kept and its socket closed."""
        self.stop(conversation_id)
        await self.wait(conversation_id)

    def retry_now(self, conversation_id: ConversationId) -> None:
        """End a countdown before a retry."""
        for answer in self._answers.of(conversation_id):
            answer.turn.retry_now()

    async def close(self) -> None:
        """End every answer; what arrived is kept and marked as interrupted."""
        for answer in self._answers:
            answer.turn.quitting = True
        await self._tasks.close()

    # How

    def _open_round(self, conversation_id: ConversationId) -> tuple[Message, list[Message]] | None:
        from chatapp.services.tool_results import open_round

        return open_round(self._conversations.path(conversation_id))

    def _checked(self, conversation: Conversation, answerer: Answerer = USUAL) -> Endpoint:
        if self.is_running(conversation.id) or conversation.id in self._starting:
            raise still_answering()
        return checked_endpoint(self._endpoints, conversation, answerer)

    async def _write_down(self, *messages: Message) -> None:
        """Have messages on disk before their request leaves; nothing else begins meanwhile."""
        conversation_id = messages[0].conversation_id
        self._starting.add(conversation_id)
        try:
            await self._conversations.add(messages)
        finally:
            self._starting.discard(conversation_id)
