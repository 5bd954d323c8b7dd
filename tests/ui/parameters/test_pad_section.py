"""The menu of presets and the choice of measures above and below the pad."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.parameter_layers import Setting, join_layers
from chatapp.domain.presets import BUILT_IN, Preset
from chatapp.ui.parameters.pad_section import PadSection

MINE = Preset("A & B", {"temperature": Setting(0.3)})


@pytest.fixture
def section(qtbot: QtBot) -> Iterator[PadSection]:
    window = QWidget()
    qtbot.addWidget(window)
    section = PadSection(window)
    yield section
    section.deleteLater()


def button_words(section: PadSection) -> str:
    button = section.findChild(QPushButton, "presetMenu")
    assert isinstance(button, QPushButton)
    return button.text()


def actions(section: PadSection) -> dict[str, Any]:
    return {action.text(): action for action in section.menu().actions() if action.text()}


def test_the_point_in_force_is_shown_and_unsent_values_are_the_usual_ones(
    section: PadSection,
) -> None:
    section.show_parameters(join_layers({}, {"temperature": Setting(0.0)}))
    assert section.pad.point == (0.0, 1.0)
    section.show_parameters(join_layers({}, {"temperature": Setting("much")}))
    assert section.pad.point == (1.0, 1.0)
    section.show_parameters(join_layers({}, {"top_p": Setting(0.5, send=False)}))
    assert "not sent" in section.pad.accessibleName()


def test_the_button_names_the_preset_and_says_when_it_was_changed(section: PadSection) -> None:
    section.show_presets(BUILT_IN, BUILT_IN[0])
    named = BUILT_IN[0].settings
    section.show_parameters(join_layers({}, {}, preset=named))
    assert button_words(section) == "Precise"
    own = {"temperature": Setting(1), "top_p": Setting(1)}
    section.show_parameters(join_layers({}, own, preset=named))
    assert button_words(section) == "Precise, changed"
    section.show_presets(BUILT_IN, None)
    section.show_parameters(join_layers({}, own))
    assert button_words(section) == "None"


def test_only_the_persons_own_presets_are_renamed_and_deleted(section: PadSection) -> None:
    wishes: list[tuple[str, str]] = []
    section.preset_wanted.connect(lambda name: wishes.append(("use", name)))
    section.rename_requested.connect(lambda name: wishes.append(("rename", name)))
    section.delete_requested.connect(lambda name: wishes.append(("delete", name)))
    section.show_presets((*BUILT_IN, MINE), BUILT_IN[0])
    menu = actions(section)
    assert not any("Delete" in words for words in menu)
    menu["A && B"].trigger()
    menu["None"].trigger()
    section.show_presets((*BUILT_IN, MINE), MINE)
    menu = actions(section)
    assert menu["A && B"].isChecked()
    next(a for words, a in menu.items() if words.startswith("Rename")).trigger()
    next(a for words, a in menu.items() if words.startswith("Delete")).trigger()
    assert wishes == [("use", "A & B"), ("use", ""), ("rename", "A & B"), ("delete", "A & B")]


def test_measures_are_offered_only_where_there_are_any(section: PadSection) -> None:
    box = section.findChild(QComboBox, "padMeasure")
    assert isinstance(box, QComboBox)
    assert box.isHidden()
    chosen: list[str] = []
    section.measure_chosen.connect(chosen.append)
    section.show_measures([("length", "Length"), ("speed", "Speed")], "speed")
    assert not box.isHidden()
    assert box.currentText() == "Speed"
    box.activated.emit(0)
    assert chosen == ["length"]
    section.show_measures([], "")
    assert box.isHidden()
