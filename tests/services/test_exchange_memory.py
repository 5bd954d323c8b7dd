"""What stays in memory of what was recorded, and what goes to the disk only."""

from dataclasses import replace

from chatapp.domain.exchanges import Exchange, ExchangeId, ExchangeLink, StepId, ToolRun
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.services.exchange_memory import MOST_CONVERSATIONS, MOST_UNTIED, ExchangeMemory

LOOKED_AT = ConversationId("looked at")


def exchange(name: str, conversation: str | None) -> Exchange:
    return Exchange(
        ExchangeId(name), ExchangeLink(ConversationId(conversation) if conversation else None)
    )


def run(name: str, conversation: str, result: str = "") -> ToolRun:
    return ToolRun(
        StepId(name), ConversationId(conversation), MessageId("m"), "call", "look", 1.0,
        result=result, size=len(result),
    )  # fmt: skip


def test_a_conversation_is_read_once_while_it_is_known() -> None:
    memory = ExchangeMemory()
    assert memory.begin_to_look(LOOKED_AT)
    assert not memory.begin_to_look(LOOKED_AT)


def test_what_happened_while_the_disk_was_read_stays() -> None:
    memory = ExchangeMemory()
    newer = replace(exchange("e1", LOOKED_AT), status=200)
    memory.begin_to_look(LOOKED_AT)
    memory.put(newer, b"newer")
    memory.put_step(run("s1", LOOKED_AT, "newer"))
    kept = [(exchange("e0", LOOKED_AT), b"old"), (exchange("e1", LOOKED_AT), b"old")]
    memory.fill(LOOKED_AT, kept, [run("s0", LOOKED_AT), run("s1", LOOKED_AT)])
    assert [e.id for e in memory.of(LOOKED_AT)] == ["e0", "e1"]
    assert memory.find(LOOKED_AT, newer.id) == newer
    assert (memory.request(ExchangeId("e0")), memory.request(newer.id)) == (b"old", b"newer")
    assert [s.id for s in memory.steps(LOOKED_AT)] == ["s0", "s1"]
    assert run("s1", LOOKED_AT, "newer") in memory.steps(LOOKED_AT)


def test_steps_of_conversations_in_the_background_are_not_kept_for_ever() -> None:
    memory = ExchangeMemory()
    memory.begin_to_look(LOOKED_AT)
    memory.put_step(run("own", LOOKED_AT))
    for number in range(50):
        memory.put_step(run(f"s{number}", f"c{number}"))
        memory.put(exchange(f"e{number}", f"c{number}"), b"request")
    kept = [n for n in range(50) if memory.steps(ConversationId(f"c{n}"))]
    assert kept == list(range(51 - MOST_CONVERSATIONS, 50))
    assert len(memory.steps(LOOKED_AT)) == 1
    assert memory.request(ExchangeId("e0")) == b""
    assert memory.begin_to_look(ConversationId("c0")), "it has to be read again"


def test_what_is_not_on_the_disk_yet_stays() -> None:
    memory = ExchangeMemory()
    memory.unsaved.add("pending")
    memory.put_step(run("pending", "busy"))
    for number in range(20):
        memory.put_step(run(f"s{number}", f"c{number}"))
    assert len(memory.steps(ConversationId("busy"))) == 1
    memory.unsaved.discard("pending")
    memory.put_step(run("one more", "another"))
    assert memory.steps(ConversationId("busy")) == []


def test_lists_of_models_and_trials_are_kept_by_the_dozen_only() -> None:
    memory = ExchangeMemory()
    for number in range(MOST_UNTIED + 30):
        memory.put(exchange(f"{number:03}", None), b"request")
    assert [e.id for e in memory.of(None)] == [f"{n:03}" for n in range(30, MOST_UNTIED + 30)]
    assert memory.request(ExchangeId("000")) == b""


def test_large_results_of_the_oldest_runs_are_on_the_disk_only() -> None:
    memory = ExchangeMemory(most_text=100)
    memory.unsaved.add("s1")
    for number in range(4):
        memory.put_step(run(f"s{number}", LOOKED_AT, "x" * 40))
    steps = {s.id: s for s in memory.steps(LOOKED_AT) if isinstance(s, ToolRun)}
    assert [steps[StepId(f"s{n}")].is_whole for n in range(4)] == [False, True, False, True]
    assert (steps[StepId("s0")].result, steps[StepId("s0")].size) == ("", 40)
    memory.put_step(replace(run("s3", LOOKED_AT, "x" * 90)))
    whole = [s.id for s in memory.steps(LOOKED_AT) if isinstance(s, ToolRun) and s.is_whole]
    assert whole == ["s1", "s3"], "what is newest and what is not yet saved"


def test_a_newer_state_of_a_run_is_counted_once() -> None:
    memory = ExchangeMemory(most_text=100)
    memory.put_step(run("first", LOOKED_AT, "x" * 20))
    for length in range(60):
        memory.put_step(run("grows", LOOKED_AT, "x" * length))
    assert all(s.is_whole for s in memory.steps(LOOKED_AT) if isinstance(s, ToolRun))


def test_clearing_says_what_was_known_and_dropping_takes_the_request_along() -> None:
    memory = ExchangeMemory()
    one = exchange("e", "c")
    memory.put(one, b"request")
    memory.drop(one)
    assert (memory.of(ConversationId("c")), memory.request(one.id)) == ([], b"")
    memory.put_step(run("s", "d", "words"))
    assert set(memory.clear()) == {"c", "d"}
    assert memory.steps(ConversationId("d")) == []


def test_what_is_put_back_is_at_its_place_in_time_where_its_conversation_is_known() -> None:
    memory = ExchangeMemory()
    memory.begin_to_look(LOOKED_AT)
    kept = [(exchange(name, LOOKED_AT), b"r") for name in ("e0", "e1", "e2")]
    steps = [run(name, LOOKED_AT, "sunny") for name in ("s0", "s1")]
    memory.fill(LOOKED_AT, kept, steps)
    memory.drop(kept[1][0])
    memory.drop_step(steps[0])
    assert [s.id for s in memory.steps(LOOKED_AT)] == ["s1"]
    memory.put_back(
        [kept[1], (exchange("x", "not known"), b"r")], [steps[0], run("y", "not known")]
    )
    assert [e.id for e in memory.of(LOOKED_AT)] == ["e0", "e1", "e2"]
    assert memory.request(ExchangeId("e1")) == b"r"
    assert memory.steps(LOOKED_AT) == steps
    assert memory.of(ConversationId("not known")) == []
    assert memory.steps(ConversationId("not known")) == []
