"""A switch shows whether it is on, and whether that can be changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.switch import Switch


@pytest.fixture
def switch(qtbot: QtBot) -> Switch:
    made = Switch()
    qtbot.addWidget(made)
    made.show()
    return made


def drawn(switch: Switch) -> QImage:
    return switch.grab().toImage()


def test_on_and_off_and_locked_all_look_different(switch: Switch) -> None:
    looks = []
    for on in (False, True):
        for may_change in (True, False):
            switch.setChecked(on)
            switch.setEnabled(may_change)
            looks.append(drawn(switch))
    assert all(a != b for at, a in enumerate(looks) for b in looks[at + 1 :])


def test_space_and_a_click_turn_it_unless_it_is_locked(switch: Switch) -> None:
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()
    switch.setEnabled(False)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()
