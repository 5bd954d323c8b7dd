"""The table of a sweep, held to Qt's own rules."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import FailureRecord
from chatapp.domain.replies import Choice, Reply
from chatapp.domain.sweeps import Axis, Run, SweepPlan, SweepResults
from chatapp.qtmodels.sweep_grid import (
    CELL_ROLE,
    REFERENCE_ROLE,
    RUNS_ROLE,
    SHARE_ROLE,
    VALUE_ROLE,
    SweepGridModel,
)

PLAN = SweepPlan(
    (Axis("temperature", (0, 1)), Axis("top_p", (0.5, 1)), Axis("system", ("a\nb", "c"))), repeats=2
)


@pytest.fixture
def grid(qtbot: QtBot) -> SweepGridModel:
    del qtbot
    model = SweepGridModel()
    model.setProperty(
        "tester",
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model),
    )
    return model


def answered(number: int, words: str) -> Run:
    return Run(number, reply=Reply(choices=(Choice(content=words),)))


def test_an_empty_model_has_no_cells(grid: SweepGridModel) -> None:
    assert (grid.rowCount(), grid.columnCount()) == (0, 0)
    grid.show_measure("words")
    assert grid.headerData(0, Qt.Orientation.Horizontal) is None


def test_the_first_axis_goes_across_and_the_others_down(grid: SweepGridModel) -> None:
    grid.show_results(SweepResults(PLAN))
    assert (grid.rowCount(), grid.columnCount()) == (4, 2)
    assert grid.headerData(1, Qt.Orientation.Horizontal) == "Temperature 1"
    assert grid.headerData(2, Qt.Orientation.Vertical) == "Top P 1\nSystem message a b"
    cells = [grid.index(row, column).data(CELL_ROLE) for column in range(2) for row in range(4)]
    assert cells == list(range(8))
    assert [(i.row(), i.column()) for i in map(grid.index_of, (0, 3, 4, 7))] == [
        (0, 0),
        (3, 0),
        (0, 1),
        (3, 1),
    ]
    assert grid.rowCount(grid.index(0, 0)) == grid.columnCount(grid.index(0, 0)) == 0


def test_answers_appear_where_they_belong(grid: SweepGridModel, qtbot: QtBot) -> None:
    results = SweepResults(PLAN)
    grid.show_results(results)
    results.runs[9] = answered(9, "Hello")
    with qtbot.waitSignal(grid.dataChanged) as changed:
        grid.run_ended(9)
    index = changed.args[0] if changed.args else QModelIndex()
    assert (index.data(CELL_ROLE), index.data()) == (4, "Hello")
    assert [run.number for run in index.data(RUNS_ROLE)] == [9]
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Temperature 1" in spoken
    assert "1 of 2 answers" in spoken
    assert "Hello" in spoken
    results.runs[0] = Run(0, failure=FailureRecord("x", "y"))
    assert grid.index(0, 0).data() == "No answer"


def test_cells_are_coloured_by_where_their_measure_lies(grid: SweepGridModel) -> None:
    grid.show_results(SweepResults(PLAN))
    assert grid.index(0, 0).data(SHARE_ROLE) is None
    grid.set_measures({0: {"words": 10.0}, 1: {"words": 20.0}, 2: {"words": None}})
    grid.show_measure("words")
    assert grid.measure == "words"
    shares = [grid.index(row, 0).data(SHARE_ROLE) for row in range(3)]
    assert shares == [0.0, 1.0, None]
    assert [grid.index(row, 0).data(VALUE_ROLE) for row in range(3)] == ["10", "20", "–"]
    grid.set_measures({0: {"words": 20.0}})
    assert grid.index(0, 0).data(SHARE_ROLE) == 0.5


def test_the_reference_can_be_another_cell(grid: SweepGridModel) -> None:
    grid.show_results(SweepResults(PLAN))
    assert grid.index(0, 0).data(REFERENCE_ROLE) is True
    grid.set_reference(3)
    assert (grid.index(0, 0).data(REFERENCE_ROLE), grid.index(3, 0).data(REFERENCE_ROLE)) == (
        False,
        True,
    )
    assert grid.data(QModelIndex()) is None
