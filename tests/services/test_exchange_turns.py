"""Turns: all that one answer to a question took, however many rounds and retries."""

from dataclasses import replace

from chatapp.domain.conversation import MessageTree
from chatapp.domain.exchanges import (
    Exchange,
    ExchangeId,
    ExchangeKind,
    ExchangeLink,
    StepId,
    ToolRun,
)
from chatapp.domain.messages import ConversationId, Message, MessageId, Role
from chatapp.domain.replies import Choice, Reply, ToolCall
from chatapp.services.exchange_turns import (
    ExchangeTurn,
    in_call_order,
    new_turn,
    turn_key,
    turns_of,
)

HERE = ConversationId("c")


def message(message_id: str, parent: str | None, role: Role, content: str = "") -> Message:
    above = MessageId(parent) if parent else None
    return Message(MessageId(message_id), HERE, above, role, content=content)


TREE = MessageTree.of(
    [
        message("q1", None, Role.USER, "\n  Weather?\nIn Paris."),
        message("a1", "q1", Role.ASSISTANT),
        message("t1", "a1", Role.TOOL, "sunny"),
        message("a2", "t1", Role.ASSISTANT),
        message("b1", "q1", Role.ASSISTANT),
        message("q2", "a2", Role.USER, "x" * 500),
        message("a3", "q2", Role.ASSISTANT),
    ]
)


def exchange(exchange_id: str, message_id: str, attempt: int = 1) -> Exchange:
    return Exchange(ExchangeId(exchange_id), ExchangeLink(HERE, MessageId(message_id), attempt))


def test_the_rounds_of_tools_belong_to_the_turn_of_their_question() -> None:
    assert turn_key(TREE, MessageId("a1")) == ("a1", "Weather?")
    assert turn_key(TREE, MessageId("a2")) == ("a1", "Weather?")


def test_another_answer_to_the_same_question_is_a_turn_of_its_own() -> None:
    assert turn_key(TREE, MessageId("b1")) == ("b1", "Weather?")


def test_titles_are_cut_and_what_is_gone_is_a_turn_without_one() -> None:
    assert len(turn_key(TREE, MessageId("a3"))[1]) == 120
    assert turn_key(TREE, MessageId("gone")) == ("gone", "")
    assert turn_key(TREE, None) == ("", "")


def test_retries_and_steps_are_in_their_turns_in_the_order_they_began() -> None:
    run = ToolRun(StepId("s"), HERE, MessageId("a1"), "call", "look", 1.0)
    exchanges = [
        exchange("e1", "a1"), exchange("e2", "a1", 2), exchange("e3", "a2"), exchange("e4", "a3"),
    ]  # fmt: skip
    first, second = turns_of(TREE, exchanges, [run])
    assert [e.id for e in first.exchanges] == ["e1", "e2", "e3"]
    assert first.steps == [run]
    assert [e.id for e in second.exchanges] == ["e4"]
    assert turns_of(TREE, (), ()) == []


def test_a_newer_state_takes_the_place_of_the_older() -> None:
    turn = ExchangeTurn("t", "Hi", [exchange("e1", "a1"), exchange("e2", "a1")])
    newer = exchange("e1", "a1", attempt=3)
    turn.put(newer)
    turn.put(exchange("e3", "a2"))
    assert [e.id for e in turn.exchanges] == ["e1", "e2", "e3"]
    assert turn.exchanges[0] is newer


def test_what_was_asked_on_the_side_is_together_by_its_kind_and_in_no_turn() -> None:
    def aside(exchange_id: str, kind: ExchangeKind) -> Exchange:
        return Exchange(ExchangeId(exchange_id), ExchangeLink(HERE, kind=kind))

    exchanges = [
        exchange("e1", "a1"), aside("t1", ExchangeKind.TITLE), exchange("e2", "a2"),
        aside("s1", ExchangeKind.SWEEP), aside("s2", ExchangeKind.SWEEP),
    ]  # fmt: skip
    chat, title, sweep = turns_of(TREE, exchanges, ())
    assert [e.id for e in chat.exchanges] == ["e1", "e2"]
    assert (title.kind, [e.id for e in title.exchanges]) == (ExchangeKind.TITLE, ["t1"])
    assert (sweep.kind, [e.id for e in sweep.exchanges]) == (ExchangeKind.SWEEP, ["s1", "s2"])
    assert new_turn(TREE, exchanges[3]).key == sweep.key != title.key


def test_steps_are_in_the_order_of_their_calls_whichever_began_first() -> None:
    calls = tuple(ToolCall(name, "look", "{}") for name in ("c1", "c2"))
    asks = replace(
        message("a1", "q1", Role.ASSISTANT), reply=Reply(choices=(Choice(tool_calls=calls),))
    )
    tree = MessageTree.of([message("q1", None, Role.USER), asks])
    steps = [
        ToolRun(StepId(name), HERE, MessageId(answer), call, "look", 1.0)
        for name, answer, call in (
            ("s2", "a1", "c2"), ("s1", "a1", "c1"), ("s3", "a1", "other"), ("s0", "gone", "c1"),
        )
    ]  # fmt: skip
    of_answer = [s.id for s in in_call_order(tree, steps) if s.message_id == "a1"]
    assert of_answer == ["s1", "s2", "s3"]
    assert [s.id for s in turns_of(tree, (), steps[:2])[0].steps] == ["s1", "s2"]
