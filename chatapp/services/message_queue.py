"""Messages that wait: written while an answer is made, sent one by one when it is complete."""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.domain.attachments import Attachment, attachments_in
from chatapp.domain.changes import Change, GenerationChanged
from chatapp.domain.conversation import QueuedMessage
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId, MessageStatus
from chatapp.services.conversations import ConversationService
from chatapp.services.generation import GenerationService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope


class MessageQueue:
    """Sends what waits. After an answer that was stopped or failed nothing is sent by itself:
    the person decides whether it still fits."""

    def __init__(
        self,
        conversations: ConversationService,
        generation: GenerationService,
        publisher: Publisher,
        tasks: TaskScope,
    ) -> None:
        self._conversations = conversations
        self._generation = generation
        self._tasks = tasks
        publisher.subscribe(self._on_change, GenerationChanged)

    def waiting(self, conversation_id: ConversationId) -> tuple[QueuedMessage, ...]:
        """Return what waits in a conversation, the next first."""
        return self._conversations.get(conversation_id).queue

    def add(
        self, conversation_id: ConversationId, words: str, attachments: Sequence[Attachment]
    ) -> None:
        """Let a message wait behind the others."""
        parts = tuple(attachment.to_part() for attachment in attachments)
        queue = self.waiting(conversation_id)
        self._put(conversation_id, (*queue, QueuedMessage(words, parts)))

    def take(self, conversation_id: ConversationId, position: int) -> QueuedMessage | None:
        """Take a message out of the queue; ``None`` if it has been sent meanwhile."""
        queue = self.waiting(conversation_id)
        if not 0 <= position < len(queue):
            return None
        self._put(conversation_id, (*queue[:position], *queue[position + 1 :]))
        return queue[position]

    async def send_next(self, conversation_id: ConversationId) -> None:
        """Send the first message that waits. Raises ``ChatAppError``, and it waits on."""
        queue = self.waiting(conversation_id)
        if not queue or self._generation.is_running(conversation_id):
            return
        await self._conversations.load(conversation_id)
        first = queue[0]
        self._put(conversation_id, queue[1:])
        try:
            await self._generation.send(
                conversation_id, first.words, attachments=attachments_in(first.parts)
            )
        except ChatAppError:
            self._put(conversation_id, (first, *self.waiting(conversation_id)))
            raise

    def _put(self, conversation_id: ConversationId, queue: tuple[QueuedMessage, ...]) -> None:
        conversation = self._conversations.get(conversation_id)
        self._conversations.change(replace(conversation, queue=queue))

    def _on_change(self, change: Change) -> None:
        if not isinstance(change, GenerationChanged):
            return
        conversation_id = change.conversation_id
        if conversation_id not in self._conversations or not self.waiting(conversation_id):
            return
        if self._generation.is_running(conversation_id) or self._tasks.is_closed:
            return
        path = self._conversations.path(conversation_id)
        if path and path[-1].status is MessageStatus.COMPLETE:
            self._tasks.start(self._send_quietly(conversation_id), name="queue")

    async def _send_quietly(self, conversation_id: ConversationId) -> None:
        """What cannot be sent waits on, in sight."""
        try:
            await self.send_next(conversation_id)
        except ChatAppError:
            return
