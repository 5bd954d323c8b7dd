"""Which answers are being made: each by itself, and together for the conversation they are in."""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

from chatapp.domain.generation import IDLE, GenerationStatus
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.domain.quick_dataclass import dataclass

if TYPE_CHECKING:
    from chatapp.services.tool_rounds import ToolRounds


@dataclass(slots=True)
class RunningAnswer:
    """One answer until it has ended, with all the rounds of tools that it takes."""

    turn: "ToolRounds"
    task: "asyncio.Task[None]"
    status: GenerationStatus


class RunningAnswers:
    """The answers of all conversations, by conversation and answer, oldest first."""

    def __init__(self) -> None:
        self._answers: dict[ConversationId, dict[MessageId, RunningAnswer]] = {}

    def __contains__(self, conversation_id: object) -> bool:
        return conversation_id in self._answers

    def __len__(self) -> int:
        """How many conversations are being answered."""
        return len(self._answers)

    def __iter__(self) -> Iterator[RunningAnswer]:
        return iter([a for answers in self._answers.values() for a in answers.values()])

    def of(self, conversation_id: ConversationId) -> list[RunningAnswer]:
        """Return the running answers of a conversation."""
        return list(self._answers.get(conversation_id, {}).values())

    def ids_of(self, conversation_id: ConversationId) -> list[MessageId]:
        """Return which answers of a conversation are running."""
        return list(self._answers.get(conversation_id, {}))

    def get(
        self, conversation_id: ConversationId, answer_id: MessageId | None
    ) -> RunningAnswer | None:
        """Return one running answer."""
        answers = self._answers.get(conversation_id, {})
        return answers.get(answer_id) if answer_id is not None else None

    def put(
        self, conversation_id: ConversationId, answer_id: MessageId, answer: RunningAnswer
    ) -> None:
        """Add an answer that has begun."""
        self._answers.setdefault(conversation_id, {})[answer_id] = answer

    def move(self, conversation_id: ConversationId, old: MessageId, new: MessageId) -> None:
        """Let an answer go on in another message: the one after its tools' results."""
        answers = self._answers[conversation_id]
        answers[new] = answers.pop(old)

    def take(self, conversation_id: ConversationId, answer_id: MessageId) -> RunningAnswer:
        """Remove an answer that has ended, and return it."""
        answers = self._answers[conversation_id]
        answer = answers.pop(answer_id)
        if not answers:
            del self._answers[conversation_id]
        return answer

    def status(self, conversation_id: ConversationId, shown: MessageId | None) -> GenerationStatus:
        """Return what a conversation is doing: the answer that is shown, else the oldest."""
        answer = self.get(conversation_id, shown)
        if answer is None:
            answer = next(iter(self.of(conversation_id)), None)
        return answer.status if answer else IDLE
