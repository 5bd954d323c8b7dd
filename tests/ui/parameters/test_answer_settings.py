"""The table of an answer's settings, by its names, as people use it."""

from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.json_value import JsonObject
from chatapp.domain.settings_comparison import Compared, Sent
from chatapp.ui.parameters.answer_settings import AnswerSettings

THEN: JsonObject = {"model": "old", "temperature": 0.2, "stop": ["x" * 500]}
NOW: JsonObject = {"model": "new", "temperature": 0.2, "seed": 5}


@pytest.fixture
def dialog(qtbot: QtBot) -> AnswerSettings:
    dialog = AnswerSettings()
    qtbot.addWidget(dialog)
    dialog.show_bodies(THEN, NOW)
    dialog.show()
    return dialog


def table_of(dialog: AnswerSettings) -> QTableWidget:
    table = dialog.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    return table


def cells(dialog: AnswerSettings) -> list[list[str]]:
    table = table_of(dialog)
    return [
        [item.text() if (item := table.item(row, column)) else "" for column in range(3)]
        for row in range(table.rowCount())
    ]


def button(dialog: AnswerSettings, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_every_field_is_shown_then_and_now(dialog: AnswerSettings) -> None:
    shown = cells(dialog)
    assert shown[0] == ["Model", "old", "new"]
    assert shown[1] == ["Temperature", "0.2", "0.2"]
    assert shown[2] == ["Seed", "not sent", "5"]
    assert len(shown[3][1]) == 200


def test_only_what_changed_is_shown_on_request(dialog: AnswerSettings) -> None:
    box = dialog.findChild(QCheckBox, "onlyChanged")
    assert isinstance(box, QCheckBox)
    box.setChecked(True)
    assert [row[0] for row in cells(dialog)] == ["Model", "Seed", "Stop sequences"]


def test_one_value_or_all_are_asked_for(dialog: AnswerSettings) -> None:
    asked: list[Any] = []
    dialog.restore_requested.connect(asked.append)
    assert not button(dialog, "restoreOne").isEnabled()
    table_of(dialog).selectRow(1)
    assert not button(dialog, "restoreOne").isEnabled(), "it is the same as now"
    table_of(dialog).selectRow(2)
    button(dialog, "restoreOne").click()
    button(dialog, "restoreAll").click()
    assert asked[0] == (Compared("seed", None, Sent(5)),)
    assert [row.name for row in asked[1]] == ["model", "seed", "stop"]


def test_the_same_settings_leave_nothing_to_restore(dialog: AnswerSettings) -> None:
    dialog.show_bodies(NOW, NOW)
    assert not button(dialog, "restoreAll").isEnabled()
