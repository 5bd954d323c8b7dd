"""Commands that are given before their parts are there."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from chatapp.ui.early_triggers import EarlyTriggers

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_command_without_a_part_is_carried_out_when_the_part_is_there() -> None:
    menu = QMenu()
    action, other = menu.addAction("Compare"), menu.addAction("Sweep")
    early = EarlyTriggers([action, other], menu)
    other.trigger()
    action.trigger()
    done: list[str] = []
    action.triggered.connect(lambda: done.append("compare"))
    other.triggered.connect(lambda: done.append("sweep"))
    early.replay()
    assert done == ["sweep", "compare"]
    action.trigger()
    assert done == ["sweep", "compare", "compare"]


def test_a_command_that_was_carried_out_is_not_given_again() -> None:
    menu = QMenu()
    action = menu.addAction("New")
    early = EarlyTriggers([action], menu)
    done: list[str] = []
    action.triggered.connect(lambda: done.append("new"))
    action.trigger()
    early.replay()
    assert done == ["new"]


@pytest.mark.parametrize("was_checked", [False, True])
def test_a_part_finds_the_state_it_knows_and_then_the_wish(was_checked: bool) -> None:
    menu = QMenu()
    action = QAction("Inspector", menu, checkable=True, checked=was_checked)
    menu.addAction(action)
    early = EarlyTriggers([action], menu)
    action.trigger()
    assert action.isChecked() is was_checked
    states: list[bool] = []
    action.toggled.connect(lambda: states.append(action.isChecked()))
    early.replay()
    assert states == [not was_checked]


def test_what_is_triggered_twice_ends_where_it_began() -> None:
    menu = QMenu()
    action = QAction("Inspector", menu, checkable=True)
    menu.addAction(action)
    early = EarlyTriggers([action], menu)
    action.trigger()
    action.trigger()
    states: list[bool] = []
    action.toggled.connect(lambda: states.append(action.isChecked()))
    early.replay()
    assert states == [True, False]
