"""Plans, their cells and runs, and what a cell sends."""

import pytest

from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.sweeps import (
    MAX_RUNS,
    Axis,
    Run,
    SweepPlan,
    SweepResults,
    cell_settings,
    missing_runs,
    parsed_values,
    schema_of,
    used_settings,
)

PLAN = SweepPlan((Axis("temperature", (0, 0.5)), Axis("top_p", (0.5, 0.9, 1))), repeats=2)


def test_cells_run_through_the_first_axis_slowest() -> None:
    assert (PLAN.cell_count, PLAN.run_count) == (6, 12)
    assert PLAN.cells[0] == {"temperature": 0, "top_p": 0.5}
    assert PLAN.cells[3] == {"temperature": 0.5, "top_p": 0.5}
    assert [PLAN.cell_of(run) for run in PLAN.runs_of(3)] == [3, 3]
    assert PLAN.problem() is None


def test_the_first_repeat_of_every_cell_comes_first() -> None:
    assert missing_runs(PLAN, []) == [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]
    assert missing_runs(PLAN, [Run(0), Run(3)])[:3] == [2, 4, 6]


@pytest.mark.parametrize(
    ("axes", "words"),
    [
        ((), "at least one value"),
        ((Axis("seed", ()),), "at least one value"),
        ((Axis("seed", (1,)), Axis("seed", (2,))), "something else"),
        ((Axis("temperature", (3,)),), "The most is 2"),
        ((Axis("min_p", (1.5,)),), "between 0 and 1"),
        ((Axis("seed", tuple(range(13))),), "At most"),
        (tuple(Axis(n, tuple(range(12))) for n in ("seed", "model", "system")), str(MAX_RUNS)),
    ],
)
def test_a_plan_that_cannot_be_asked_says_why(axes: tuple[Axis, ...], words: str) -> None:
    problem = SweepPlan(axes, 1).problem()
    assert problem is not None
    assert words in str(problem)


@pytest.mark.parametrize(
    ("name", "typed", "values"),
    [
        ("temperature", "0, 0.5;1  1.5", (0, 0.5, 1, 1.5)),
        ("seed", "1,2\n3, x, 1e400, nan", (1, 2, 3)),
        ("top_p", "0.5, 0.5", (0.5,)),
        ("temperature", " ", ()),
        ("model", " a, b \n\nc\na, b", ("a, b", "c")),
        ("system", "You are kind.\nYou are brief.", ("You are kind.", "You are brief.")),
    ],
)
def test_typed_values_are_read(name: str, typed: str, values: tuple[JsonValue, ...]) -> None:
    assert parsed_values(name, typed) == values


def test_a_cell_sets_its_fields_and_keeps_what_else_is_sent() -> None:
    sent: JsonObject = {"model": "m", "temperature": 1, "top_k": 5, "seed": 7}
    cell: dict[str, JsonValue] = {"temperature": 0, "min_p": 0.1, "model": "x"}
    assert cell_settings(cell, 0, sent) == {
        "temperature": Setting(0),
        "extra_body": Setting({"top_k": 5, "min_p": 0.1}),
    }


def test_repeats_count_a_seed_up_unless_it_is_an_axis() -> None:
    assert cell_settings({"temperature": 0}, 2, {"seed": 7})["seed"] == Setting(9)
    assert cell_settings({"seed": 3}, 2, {"seed": 7})["seed"] == Setting(3)
    assert "seed" not in cell_settings({"temperature": 0}, 2, {})


def test_settings_of_a_cell_take_the_place_of_the_conversations() -> None:
    before = {"temperature": Setting(1), "n": Setting(2), "extra_body": Setting({"top_k": 4})}
    after = used_settings({"temperature": 0.5, "min_p": 0.1, "model": "x"}, before)
    assert after == {
        "temperature": Setting(0.5),
        "n": Setting(2),
        "extra_body": Setting({"top_k": 4, "min_p": 0.1}),
    }
    assert before["temperature"] == Setting(1)


def test_the_schema_of_a_request_is_found_or_there_is_none() -> None:
    wanted: JsonValue = {"type": "json_schema", "json_schema": {"schema": {"type": "object"}}}
    assert schema_of({"response_format": wanted}) == {"type": "object"}
    assert schema_of({"response_format": {"type": "json_object"}}) is None
    assert schema_of({"response_format": "x"}) is None


def test_results_are_kept_by_cell() -> None:
    results = SweepResults(PLAN, {3: Run(3), 0: Run(0), 2: Run(2)})
    assert [run.number for run in results.of_cell(1)] == [2, 3]
    assert list(results.texts(1)) == ["", ""]
