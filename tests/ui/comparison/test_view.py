"""Columns by the names of their controls: two to four, each with its own answerer."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import EndpointId
from chatapp.domain.parameter_layers import Layer, Setting, join_layers
from chatapp.services.requests import Answerer
from chatapp.ui.comparison.column import ComparisonColumn
from chatapp.ui.comparison.settings import ColumnSettings
from chatapp.ui.comparison.view import MOST, ComparisonView
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.model_picker import ModelGroup, ModelPicker
from tests.ui.conversation.conversation_data import answer, user


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ComparisonView]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    view = ComparisonView(window)
    view.resize(900, 600)
    for model in ("a", "b"):
        view.add(Answerer(EndpointId("e"), model))
    window.show()
    yield view
    view.deleteLater()


def button(view: QWidget, name: str) -> QPushButton:
    found = view.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def removes(column: ComparisonColumn) -> QToolButton:
    found = next(b for b in column.findChildren(QToolButton) if "Remove" in b.accessibleName())
    assert isinstance(found, QToolButton)
    return found


def test_there_are_two_to_four_columns(view: ComparisonView) -> None:
    assert all(removes(column).isHidden() for column in view.columns)
    add = view.findChild(QToolButton, "comparisonAdd")
    assert isinstance(add, QToolButton)
    add.click()
    add.click()
    assert len(view.columns) == MOST
    assert not add.isEnabled()
    removes(view.columns[0]).click()
    assert [answerer.model for answerer in view.answerers()] == ["b", "b", "b"]
    assert add.isEnabled()


def test_a_column_has_its_own_model(view: ComparisonView, qtbot: QtBot) -> None:
    column = view.columns[1]
    column.show_models([ModelGroup("e", "E", ["a", "b", "c"])])
    picker = column.findChild(ModelPicker, "comparisonModel2")
    assert isinstance(picker, ModelPicker)
    assert picker.currentText() == "b"
    with qtbot.waitSignal(view.columns_changed):
        picker.model_chosen.emit("e", "c")
    assert view.answerers()[1] == Answerer(EndpointId("e"), "c")
    assert view.answerers()[0].model == "a"


def test_a_column_has_its_own_settings_and_names_them(view: ComparisonView) -> None:
    column = view.columns[0]
    settings = button(column, "comparisonSettings1")
    assert settings.text() == "The conversation's settings"
    column.show_parameters(join_layers({}, {"seed": Setting(3)}))
    settings.click()
    dialog = column.findChild(ColumnSettings)
    assert isinstance(dialog, ColumnSettings)
    dialog.fields.build_all()
    editor = dialog.findChild(QWidget, "comparison1.temperature")
    assert isinstance(editor, QWidget)
    editor.setProperty("value", 0.25)
    assert column.answerer.settings == {"temperature": Setting(0.25)}
    assert settings.text() == "Temperature 0.25"
    dialog.fields.layer_changed.emit("seed", Layer.CONVERSATION, None)
    assert column.answerer.settings == {"temperature": Setting(0.25)}
    for name in ("top_p", "seed", "n"):
        dialog.fields.setting_changed.emit(name, Setting(1))
    assert settings.text().endswith("…")
    dialog.fields.setting_changed.emit("n", None)
    assert "n" not in column.answerer.settings
    dialog.close()


def test_what_can_be_done_with_an_answer_depends_on_whether_it_runs(view: ComparisonView) -> None:
    column = view.columns[1]
    stop, keep = button(column, "comparisonStop2"), button(column, "comparisonKeep2")
    assert (stop.isHidden(), keep.isHidden()) == (True, True)
    wishes: list[tuple[str, int]] = []
    view.stop_requested.connect(lambda at: wishes.append(("stop", at)))
    view.keep_requested.connect(lambda at: wishes.append(("keep", at)))
    path = [ShownMessage(user("1", "hi")), ShownMessage(answer("2", "hello"))]
    column.show_answer(path, running=True)
    assert (stop.isHidden(), keep.isHidden()) == (False, True)
    stop.click()
    column.update_answer(path[1], running=False, figures="5 tokens")
    assert (stop.isHidden(), keep.isHidden()) == (True, False)
    keep.click()
    assert wishes == [("stop", 1), ("keep", 1)]
    assert column.view.property("messageCount") == 2
