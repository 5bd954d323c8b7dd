"""The page of results: progress, cards that are painted, cells chosen, words compared."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import ConversationId, EndpointId, FailureRecord
from chatapp.domain.replies import Choice, Reply
from chatapp.domain.sweeps import Axis, Run, Sweep, SweepId, SweepPlan, SweepResults, SweepState
from chatapp.domain.word_diff import Side, Stretch, word_diff
from chatapp.ui.sweeps.pad_surface import pad_surface
from chatapp.ui.sweeps.results import SweepResultsView

PLAN = SweepPlan((Axis("temperature", (0, 1)), Axis("top_p", (0.5, 1))), repeats=2)
SWEEP = Sweep(
    SweepId("s"),
    ConversationId("c"),
    Conversation(ConversationId("c")),
    PLAN,
    EndpointId("e"),
    "m",
)


def answered(number: int, words: str) -> Run:
    return Run(number, reply=Reply(choices=(Choice(content=words),)))


RUNS = {
    0: answered(0, "one " * 200),
    1: Run(1, failure=FailureRecord("Failure", "No {x}", {"x": "y"})),
}


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[SweepResultsView]:
    window = QWidget()
    qtbot.addWidget(window)
    view = SweepResultsView(window)
    view.resize(900, 700)
    window.resize(900, 700)
    window.show()
    yield view
    view.deleteLater()


def button(view: SweepResultsView, name: str) -> QPushButton:
    found = view.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def progress_of(view: SweepResultsView) -> str:
    label = view.findChild(QLabel, "sweepProgress")
    assert isinstance(label, QLabel)
    return label.text()


def test_progress_says_how_far_what_failed_and_why_it_waits(view: SweepResultsView) -> None:
    results = SweepResults(PLAN, dict(RUNS))
    view.show_results(results)
    view.show_progress(SWEEP, results, 0)
    assert progress_of(view) == "2 of 8 · 1 failed"
    view.show_progress(SWEEP, results, 12.2)
    assert "going on in 12 s" in progress_of(view)


@pytest.mark.parametrize(
    ("state", "label", "may_cancel"),
    [
        (SweepState.RUNNING, "Pause", True),
        (SweepState.PAUSED, "Go on", True),
        (SweepState.CANCELLED, "Go on", False),
        (SweepState.DONE, "", False),
    ],
)
def test_what_can_be_done_depends_on_the_state(
    view: SweepResultsView, state: SweepState, label: str, may_cancel: bool
) -> None:
    from dataclasses import replace

    wishes: list[str] = []
    view.pause_requested.connect(lambda: wishes.append("Pause"))
    view.go_on_requested.connect(lambda: wishes.append("Go on"))
    results = SweepResults(PLAN, {})
    view.show_results(results)
    view.show_progress(replace(SWEEP, state=state), results, 0)
    pause = button(view, "sweepPause")
    assert pause.isHidden() is (not label)
    if label:
        assert pause.text() == label
        pause.click()
        assert wishes == [label]
    assert button(view, "sweepCancel").isHidden() is not may_cancel


def test_cards_are_painted_and_chosen(view: SweepResultsView, qtbot: QtBot) -> None:
    results = SweepResults(PLAN, dict(RUNS))
    view.show_results(results)
    before = view.grab().toImage()
    view.model.set_measures({0: {"agreement": 1.0}, 1: {"agreement": 0.2}})
    view.choose([0])
    assert view.grab().toImage() != before
    with qtbot.waitSignal(view.cells_chosen) as chosen:
        view.choose([3, 0])
    assert view.chosen() == [0, 3]
    assert chosen.args


def test_another_measure_colours_the_cells(view: SweepResultsView, qtbot: QtBot) -> None:
    box = view.findChild(QComboBox, "sweepMeasure")
    assert isinstance(box, QComboBox)
    assert box.currentData() == view.model.measure == "agreement"
    with qtbot.waitSignal(view.measure_chosen):
        box.activated.emit(box.findData("words"))
    assert view.model.measure == "words"


def test_a_cell_is_read_answer_by_answer(view: SweepResultsView) -> None:
    detail = view.detail
    detail.show_cell("T 0", list(RUNS.values()), 0, {"words": 200.0, "cost": None})
    text = detail.findChild(QTextEdit, "sweepText")
    assert isinstance(text, QTextEdit)
    assert text.toPlainText() == RUNS[0].text
    assert button(view, "sweepContinue").isEnabled()
    assert any("Length in words 200" in label.text() for label in detail.findChildren(QLabel))
    detail.show_cell("T 0", list(RUNS.values()), 1, {})
    assert text.toPlainText() == "No y"
    assert not button(view, "sweepContinue").isEnabled()
    wishes: list[object] = []
    detail.continue_requested.connect(wishes.append)
    detail.use_requested.connect(lambda: wishes.append("use"))
    detail.show_cell("T 0", list(RUNS.values()), 0, {})
    button(view, "sweepContinue").click()
    button(view, "sweepUse").click()
    assert wishes == [0, "use"]
    detail.show_nothing()
    assert not button(view, "sweepUse").isEnabled()


def test_two_cells_differ_by_more_than_colour(view: SweepResultsView) -> None:
    stretches = word_diff("the cat", "the dog")
    assert stretches[1] == Stretch(Side.LEFT, "cat")
    view.detail.show_difference("x", stretches)
    text = view.detail.findChild(QTextEdit, "sweepText")
    assert isinstance(text, QTextEdit)
    assert text.toPlainText() == "the catdog"
    cursor = QTextCursor(text.document())
    looks = []
    for position in (2, 6, 9):
        cursor.setPosition(position)
        look = cursor.charFormat()
        looks.append((look.fontStrikeOut(), look.fontUnderline()))
    assert looks == [(False, False), (True, False), (False, True)]


def test_what_was_measured_over_both_fields_goes_on_the_pad() -> None:
    plan = SweepPlan((*PLAN.axes, Axis("seed", (1, 2))))
    surface, label = pad_surface(plan, "words", lambda cell: {"words": float(cell)})
    assert label == "Length in words"
    assert surface is not None
    assert surface.value_at(0, 0.5) == 0.5, "the mean of both seeds"
    assert pad_surface(plan, "words", lambda _: {})[0] is None
    other = SweepPlan((Axis("seed", (1,)),))
    assert pad_surface(other, "words", lambda _: {"words": 1.0})[0] is None
