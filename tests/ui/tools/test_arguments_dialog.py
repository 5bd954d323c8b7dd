"""Editing arguments: form and JSON show the same, and what is wrong is said before it runs."""

import json
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.json_schema import check_text
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.tools.arguments_dialog import ArgumentsDialog
from chatapp.ui.widgets.armed_button import ArmedButton
from chatapp.ui.widgets.schema_rows import LineRow, SchemaRow, TextRow

WEATHER = ToolDefinition(
    "get_weather",
    "",
    {
        "type": "object",
        "properties": {"city": {"type": "string"}, "days": {"type": "integer"}},
        "required": ["city"],
    },
)


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


Row = TypeVar("Row", bound=SchemaRow)


def row_of(dialog: ArgumentsDialog, name: str, kind: type[Row]) -> Row:
    row = dialog._form._rows[name]
    assert isinstance(row, kind)
    return row


def judged(dialog: ArgumentsDialog) -> ArmedButton:
    """Answer the dialog's question for a verdict; return the button that runs."""
    words = dialog.text()
    dialog.show_verdict(words, check_text(words, WEATHER.parameters))
    return dialog._use


def test_the_form_writes_the_json(holder: QWidget) -> None:
    dialog = ArgumentsDialog(WEATHER, '{"city": "Oslo", "extra": [1]}', holder)
    row_of(dialog, "city", TextRow).text.setPlainText("Rome")
    assert json.loads(dialog.text()) == {"city": "Rome", "extra": [1]}
    assert judged(dialog).is_allowed


def test_the_json_fills_the_form(holder: QWidget) -> None:
    dialog = ArgumentsDialog(WEATHER, "{}", holder)
    dialog._json.setPlainText('{"city": "Bergen", "days": 3}')
    assert dialog._form.value() == {"city": "Bergen", "days": 3}


def test_what_does_not_fit_is_said_and_may_still_be_tried(holder: QWidget) -> None:
    dialog = ArgumentsDialog(WEATHER, '{"days": "x"}', holder)
    run = judged(dialog)
    assert "$.days" in dialog._verdict.text()
    assert (run.is_allowed, run.text()) == (True, "Run anyway")


def test_what_is_no_object_cannot_be_run(holder: QWidget) -> None:
    dialog = ArgumentsDialog(WEATHER, '{"city": ', holder)
    assert not dialog._tabs.isTabEnabled(0)
    assert not judged(dialog).is_allowed
    dialog._json.setPlainText('{"city": "Oslo"}')
    assert dialog._tabs.isTabEnabled(0)
    assert judged(dialog).is_allowed


def test_a_verdict_on_older_words_is_not_shown(holder: QWidget) -> None:
    dialog = ArgumentsDialog(WEATHER, '{"city": "Oslo"}', holder)
    dialog._json.setPlainText('{"days": 1}')
    dialog.show_verdict('{"city": "Oslo"}', check_text('{"city": "Oslo"}', WEATHER.parameters))
    assert not dialog._use.is_allowed


def test_while_a_row_is_no_value_no_verdict_on_the_old_json_opens_the_button(
    holder: QWidget,
) -> None:
    dialog = ArgumentsDialog(WEATHER, '{"city": "Oslo", "days": 1}', holder)
    days = row_of(dialog, "days", LineRow)
    QTest.keyClicks(days.line, "x")
    assert "“days” is no value" in dialog._verdict.text()
    assert json.loads(dialog.text())["days"] == 1
    assert not judged(dialog).is_allowed
    QTest.keyClick(days.line, Qt.Key.Key_Backspace)
    assert judged(dialog).is_allowed
    QTest.keyClicks(days.line, "2")
    assert json.loads(dialog.text()) == {"city": "Oslo", "days": 12}
    # The JSON takes over from a row that is none.
    QTest.keyClicks(days.line, "y")
    dialog._json.setPlainText('{"city": "Rome"}')
    assert judged(dialog).is_allowed
    assert dialog._form.value() == {"city": "Rome"}


def test_blanks_that_do_not_break_stay_what_they_are(holder: QWidget) -> None:
    dialog = ArgumentsDialog(WEATHER, '{"city": "a\u00a0b"}', holder)
    assert json.loads(dialog.text()) == {"city": "a\u00a0b"}
    row_of(dialog, "city", TextRow).text.appendPlainText("c")
    assert json.loads(dialog.text()) == {"city": "a\u00a0b\nc"}
