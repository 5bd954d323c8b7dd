"""Which answers are running, by conversation and by themselves."""

import asyncio
from typing import cast

from chatapp.domain.generation import IDLE, GenerationStatus, Phase
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.services.running import RunningAnswer, RunningAnswers
from chatapp.services.tool_rounds import ToolRounds

HERE, THERE = ConversationId("here"), ConversationId("there")
A, B = MessageId("a"), MessageId("b")


def _answer(answer_id: MessageId) -> RunningAnswer:
    """A registry only keeps what it is given; its parts are not used here."""
    nothing = cast("ToolRounds", None), cast("asyncio.Task[None]", None)
    return RunningAnswer(*nothing, GenerationStatus(Phase.STREAMING, answer_id))


def test_a_conversation_runs_until_its_last_answer_is_taken_out() -> None:
    answers = RunningAnswers()
    answers.put(HERE, A, _answer(A))
    answers.put(HERE, B, _answer(B))
    answers.put(THERE, A, _answer(A))
    assert (len(answers), answers.ids_of(HERE)) == (2, [A, B])
    answers.take(HERE, A)
    assert HERE in answers
    answers.take(HERE, B)
    assert HERE not in answers
    assert [a.status.message_id for a in answers] == [A]


def test_the_status_of_a_conversation_is_the_shown_answers_or_the_oldest() -> None:
    answers = RunningAnswers()
    assert answers.status(HERE, A) is IDLE
    answers.put(HERE, A, _answer(A))
    answers.put(HERE, B, _answer(B))
    assert answers.status(HERE, B).message_id == B
    assert answers.status(HERE, None).message_id == A
    assert answers.get(HERE, None) is None
    assert answers.get(HERE, MessageId("gone")) is None
