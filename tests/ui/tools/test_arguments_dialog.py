"""Editing arguments: form and JSON show the same, and what is wrong is said before it runs."""

import json

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.json_schema import check_text
from chatapp.domain.tools import ToolDefinition
from chatapp.ui.tools.arguments_dialog import ArgumentsDialog
from chatapp.ui.widgets.armed_button import ArmedButton

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


def judged(dialog: ArgumentsDialog) -> ArmedButton:
    """Answer the dialog's question for a verdict; return the button that runs."""
    words = dialog.text()
    dialog.show_verdict(words, check_text(words, WEATHER.parameters))
    return dialog._use


def test_the_form_writes_the_json(holder: QWidget) -> None:
    dialog = ArgumentsDialog(WEATHER, '{"city": "Oslo", "extra": [1]}', holder)
    dialog._form._rows["city"].editor.setText("Rome")  # type: ignore[union-attr]
    dialog._form.edited.emit()
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
