"""The timeline's model: rows by key, changed in place, checked by Qt's own tester."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from chatapp.domain.exchanges import (
    STOPPED,
    ApprovalWait,
    Exchange,
    ExchangeId,
    ExchangeKind,
    ExchangeLink,
    Moments,
    StepId,
    StepOutcome,
    Stretch,
    StretchKind,
    ToolRun,
)
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.domain.tool_calls import (
    AnswerIt,
    Decision,
    DenyIt,
    ResultSource,
    RunIt,
    Scope,
    text_result,
)
from chatapp.qtmodels.timeline import ROW_ROLE, TURN_ROLE, Column, TimelineModel
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow, Tone, turn_row
from chatapp.services.tool_steps import decided_step

MESSAGE = MessageId("m")
DONE = Exchange(
    ExchangeId("e1"), ExchangeLink(ConversationId("c"), MESSAGE, built_ms=3.0), started_at=100.0,
    model="gpt", status=200, request_size=500, response_size=1_500, tools=("look",),
    moments=Moments(5.0, None, 6.0, 50.0, 60.0, 900.0),
    stretches=(
        Stretch(StretchKind.REASONING, 60.0, 300.0),
        Stretch(StretchKind.ARGUMENTS, 300.0, 880.0, 0, 0, "look"),
    ),
)  # fmt: skip
RUNNING = replace(DONE, moments=Moments(5.0, None, 6.0, 50.0, 60.0, None))
WAIT = ApprovalWait(
    StepId("s1"), ConversationId("c"), MESSAGE, "call", "look", 101.0,
    ended_at=102.0, outcome=StepOutcome.DENIED,
)  # fmt: skip
RUN = ToolRun(
    StepId("s2"), ConversationId("c"), MESSAGE, "call", "look", 102.0,
    ended_at=102.5, outcome=StepOutcome.FAILED, result="no",
)  # fmt: skip


def model_of(*rows: TimelineRow) -> TimelineModel:
    model = TimelineModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_turns(rows)
    return model


def children(model: TimelineModel, parent: QModelIndex) -> list[TimelineRow]:
    rows = [model.index(n, 0, parent).data(ROW_ROLE) for n in range(model.rowCount(parent))]
    return [row for row in rows if isinstance(row, TimelineRow)]


def test_a_turn_holds_its_requests_and_steps_in_the_order_of_time() -> None:
    later = replace(DONE, id=ExchangeId("e2"), started_at=103.0)
    row = turn_row("t", "Hi", [later, DONE], [RUN, WAIT])
    assert [r.key for r in row.children] == ["e1", "s1", "s2", "e2"]
    assert [r.kind for r in row.children] == [
        RowKind.REQUEST, RowKind.STEP, RowKind.STEP, RowKind.REQUEST,
    ]  # fmt: skip
    assert (row.start_s, row.end_s) == (100.0 - 0.003, 103.9)
    assert [r.tone for r in row.children[1:3]] == [Tone.PERSON, Tone.PROBLEM]


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (RunIt("{}", Scope.CONVERSATION), "allowed"),
        (DenyIt("once"), "denied"),
        (AnswerIt(text_result("7"), ResultSource.TYPED), "by hand"),
        (AnswerIt(text_result("7"), ResultSource.INJECTED), "by hand"),
        (None, "cancelled"),
    ],
)
def test_an_approval_says_what_was_decided(decision: Decision | None, words: str) -> None:
    waits = replace(WAIT, ended_at=None, outcome=StepOutcome.RUNNING)
    before, after = turn_row(
        "t", "Hi", [], [waits, decided_step(replace(waits, started_at=102.0), decision, 103.0)]
    ).children
    assert (before.status, after.status) == ("waiting", words)


def test_the_phases_of_a_request_follow_each_other_without_a_gap() -> None:
    (request,) = turn_row("t", "Hi", [DONE], ()).children
    titles = [phase.title for phase in request.children]
    assert titles == [
        "Build", "Connect", "Send", "Waiting", "First byte", "Reasoning", "Arguments · look", "End",
    ]  # fmt: skip
    for before, after in zip(request.children, request.children[1:], strict=False):
        assert before.end_s is not None
        assert abs(before.end_s - after.start_s) < 1e-6
    assert request.children[6].call == 0


def test_what_still_runs_has_no_end() -> None:
    row = turn_row("t", "Hi", [RUNNING], ())
    assert row.end_s is None
    assert row.status == "running"
    assert row.children[0].children[-1].end_s is None
    assert row.duration_ms is None


def test_words_say_what_kind_of_end_it_was() -> None:
    cases = {
        "429": replace(DONE, status=429),
        "failed": replace(DONE, status=0, error="The connection broke off."),
        "200 ✗": replace(DONE, error="The connection broke off."),
        "stopped": replace(DONE, error="cancelled"),
    }
    for words, exchange in cases.items():
        assert turn_row("t", "", [exchange], ()).children[0].status == words
        assert turn_row("t", "", [exchange], ()).status == (words if exchange.failed else "")
    sending = turn_row("t", "", [replace(RUNNING, status=0)], ())
    assert (sending.status, sending.children[0].status) == ("running", "sending")
    models = replace(DONE, link=ExchangeLink(kind=ExchangeKind.MODELS, attempt=2))
    assert turn_row("t", "", [models], ()).children[0].title == "List of models · attempt 2"


def test_rows_change_in_place_and_new_ones_come_behind() -> None:
    model = model_of(turn_row("a", "A", [RUNNING], ()))
    turn = model.index(0, 0)
    request = model.index(0, 0, turn)
    assert model.index(0, Column.TIME, turn).data() == "…"
    model.show_turn(turn_row("a", "A", [DONE], [WAIT]))
    assert model.index(0, 0, turn) == request
    assert model.index(0, Column.TIME, turn).data() == "903 ms"
    assert [row.key for row in children(model, turn)] == ["e1", "s1"]
    model.show_turn(turn_row("b", "B", [replace(DONE, id=ExchangeId("e9"))], ()))
    assert [row.key for row in model.turns()] == ["a", "b"]
    model.show_turns([turn_row("b", "B", [replace(DONE, id=ExchangeId("e9"))], ())])
    assert [row.key for row in model.turns()] == ["b"]
    assert model.index(0, 0, model.index(0, 0)).data(TURN_ROLE) == model.turns()[0]
    model.show_turns(())
    assert model.rowCount() == 0


def test_rows_are_found_by_key_message_and_exchange() -> None:
    later = replace(DONE, id=ExchangeId("e2"), started_at=200.0)
    model = model_of(turn_row("a", "A", [DONE, later], ()))
    assert model.index_of("e1/connect").data() == "Connect"
    assert model.index_of_message(MESSAGE).data(ROW_ROLE).key == "e2"
    assert model.index_of_exchange(ExchangeId("e1")).data(ROW_ROLE).key == "e1"
    assert not model.index_of("nothing").isValid()


def test_every_column_has_a_title_and_words() -> None:
    model = model_of(turn_row("a", "A", [DONE], ()))
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())] == [
        "Step",
        "Status",
        "Size",
        "Time",
        "Waterfall",
    ]
    turn = model.index(0, 0)
    assert [model.index(0, n, turn).data() for n in range(4)] == ["gpt", "200", "2.0 kB", "903 ms"]


def test_what_was_asked_on_the_side_is_named_by_kind_and_what_was_stopped_did_not_fail() -> None:
    title = replace(DONE, link=ExchangeLink(ConversationId("c"), kind=ExchangeKind.TITLE))
    row = turn_row("kind/title", "", [title], (), ExchangeKind.TITLE)
    assert (row.title, row.is_aside) == ("Titles", True)
    stopped = turn_row("t", "Hi", [replace(DONE, error=STOPPED)], ())
    assert not stopped.failed
    assert (stopped.children[0].status, stopped.children[0].tone) == ("stopped", Tone.WAIT)


def test_a_stretch_that_came_with_the_head_is_not_over_before_it() -> None:
    early = replace(
        DONE,
        moments=Moments(5.0, None, 6.0, 50.0, 60.0, 70.0),
        stretches=(Stretch(StretchKind.TEXT, 59.9, 59.9),),
    )
    phases = turn_row("t", "Hi", [early], ()).children[0].children
    assert all(row.duration_ms is not None and row.duration_ms >= 0 for row in phases)
    assert [row.stretch for row in phases if row.tone is Tone.TEXT] == [0]
    assert [row.start_s for row in phases] == sorted(row.start_s for row in phases)


def test_the_run_of_a_tool_is_found_by_its_result_and_a_turn_is_not_taken_for_it() -> None:
    model = model_of(turn_row("s2", "Hi", [DONE], [RUN]))
    found = model.index_of_result(MessageId("s2")).data(ROW_ROLE)
    assert isinstance(found, TimelineRow)
    assert found.kind is RowKind.STEP
    assert not model.index_of_result(MessageId("s1")).isValid()


def test_a_cross_behind_a_status_is_spoken_as_a_word() -> None:
    model = model_of(turn_row("a", "A", [replace(DONE, error="It broke off.")], ()))
    status = model.index(0, Column.STATUS, model.index(0, 0))
    assert status.data() == "200 ✗"
    assert status.data(Qt.ItemDataRole.AccessibleTextRole) == "200, failed"
    done = model_of(turn_row("a", "A", [DONE], ()))
    assert done.index(0, Column.STATUS, done.index(0, 0)).data(
        Qt.ItemDataRole.AccessibleTextRole
    ) == "200"  # fmt: skip


def test_calls_of_the_same_tool_are_told_apart_by_number() -> None:
    twice = replace(
        DONE,
        stretches=tuple(
            Stretch(StretchKind.ARGUMENTS, 60.0 + at, 61.0 + at, 0, call, tool)
            for at, (call, tool) in enumerate(((0, "look"), (1, "find"), (2, "look")))
        ),
    )
    other = replace(WAIT, id=StepId("s3"), call_id="call 2", ended_at=None)
    later = replace(WAIT, id=StepId("s4"), message_id=MessageId("next"), started_at=300.0)
    row = turn_row("t", "", [twice], [WAIT, replace(RUN, started_at=102.1), other, later])
    titles = [child.title for child in row.children]
    assert titles == [
        "gpt", "Approval · look #1", "Approval · look #2", "Tool · look #1", "Approval · look",
    ]  # fmt: skip
    assert [child.status for child in row.children[1:3]] == ["denied", "waiting"]
    phases = [p.title for p in row.children[0].children if p.tone is Tone.ARGUMENTS]
    assert phases == ["Arguments · look #1", "Arguments · find", "Arguments · look #2"]
