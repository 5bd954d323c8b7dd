"""The panel: every field of the table by its name, as other programs and people use it."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.json_value import JsonValue
from chatapp.domain.parameter_layers import Setting, join_layers
from chatapp.domain.parameters import PARAMETERS
from chatapp.ui.parameters.panel import ParameterPanel

VALUES: dict[str, JsonValue] = {
    "temperature": 0.0,
    "top_p": 0.25,
    "n": 2,
    "seed": -(2**63),
    "stop": ["\n", "a\\b"],
    "logit_bias": {"1": -100},
    "tools": [{"type": "function", "function": {"name": "f"}}],
    "response_format": {"type": "json_object"},
    "extra_body": {"top_k": 0},
    "modalities": ["text"],
    "audio": {"voice": "ash", "format": "pcm16"},
    "logprobs": False,
    "user": "",
    "reasoning_effort": "high",
    "stream": False,
}


class Desk:
    """A panel with the layer that a conversation keeps for it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.settings: dict[str, Setting] = {}
        self.panel = ParameterPanel()
        qtbot.addWidget(self.panel)
        self.panel.fields.setting_changed.connect(self.take)
        self.panel.fields.build_all()
        self.panel.resize(320, 900)
        self.panel.show()
        self.refresh()

    def take(self, name: str, setting: Setting | None) -> None:
        self.settings.pop(name, None)
        if setting is not None:
            self.settings[name] = setting
        self.refresh()

    def refresh(self) -> None:
        self.panel.fields.show_parameters(join_layers({}, self.settings))

    def editor(self, name: str) -> QWidget:
        found = self.panel.findChild(QWidget, f"parameter.{name}")
        assert isinstance(found, QWidget)
        return found

    def labels(self, name: str) -> list[QLabel]:
        row = self.editor(name).parentWidget()
        return row.findChildren(QLabel) if row is not None else []

    def switch(self, name: str) -> QAbstractButton:
        found = self.panel.findChild(QAbstractButton, f"parameter.{name}.send")
        assert isinstance(found, QAbstractButton)
        return found


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_field_has_an_editor_and_a_switch_with_names(desk: Desk, name: str) -> None:
    assert desk.editor(name).accessibleName()
    assert desk.switch(name).accessibleName()
    assert desk.switch(name).isCheckable()


@pytest.mark.parametrize("name", VALUES)
def test_a_value_set_from_outside_is_sent_as_it_is(desk: Desk, name: str) -> None:
    value = VALUES[name]
    desk.editor(name).setProperty("value", value)
    assert desk.settings[name] == Setting(value)
    assert type(desk.settings[name].value) is type(value)
    assert desk.switch(name).isChecked()
    assert desk.editor(name).property("value") == value


def test_switching_off_keeps_the_value_and_sends_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.editor("temperature").setProperty("value", 0.3)
    qtbot.mouseClick(desk.switch("temperature"), Qt.MouseButton.LeftButton)
    assert desk.settings["temperature"] == Setting(0.3, send=False)
    assert "temperature" not in join_layers({}, desk.settings).body()


def test_a_typed_number_out_of_range_stays_with_its_reason(desk: Desk, qtbot: QtBot) -> None:
    line = desk.editor("temperature").findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "3.5")
    assert line.text() == "3.5"
    said = [w.text() for w in desk.labels("temperature") if w.property("role") == "problem"]
    assert said == ["The most is 2."]


def test_broken_json_is_located(desk: Desk, qtbot: QtBot) -> None:
    text = desk.editor("tools").findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    qtbot.keyClicks(text, '[{"a": }]')
    said = " ".join(label.text() for label in desk.labels("tools"))
    assert "line 1, column 8" in said
    assert text.toPlainText() == '[{"a": }]'


def test_the_preview_shows_what_it_is_given(desk: Desk) -> None:
    preview = desk.panel.findChild(QPlainTextEdit, "requestPreview")
    assert isinstance(preview, QPlainTextEdit)
    desk.panel.set_preview(json.dumps({"model": "m"}))
    assert json.loads(preview.toPlainText()) == {"model": "m"}
    assert preview.isReadOnly()


def test_filtering_shows_only_what_matches(desk: Desk) -> None:
    line = desk.panel.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("nucleus nothing matches this")
    assert desk.editor("temperature").isHidden() or not desk.editor("temperature").isVisible()
    system = desk.panel.findChild(QPlainTextEdit, "systemMessage")
    assert isinstance(system, QPlainTextEdit)
    words = [w for w in desk.panel.findChildren(QLabel) if w.isVisible()]
    assert "No parameter has these words." in [w.text() for w in words]
    assert not system.isVisible()
    line.setText("temperature")
    assert desk.editor("temperature").isVisible()
    assert not any(w.isVisible() for w in words if w.text().startswith("No parameter"))
    line.setText("System")
    assert system.isVisible()
    assert not desk.editor("temperature").isVisible()
    line.clear()
    assert system.isVisible()
    assert desk.editor("temperature").isVisible()


def test_a_name_that_servers_refuse_is_not_taken(desk: Desk, qtbot: QtBot) -> None:
    heard: list[str] = []
    desk.panel.user_name_changed.connect(heard.append)
    line = desk.panel.findChild(QLineEdit, "userName")
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "Ann")
    qtbot.keyClicks(line, " B")
    assert heard == ["A", "An", "Ann", "Ann"]
    assert any("letters, digits" in w.text() for w in desk.panel.findChildren(QLabel))
