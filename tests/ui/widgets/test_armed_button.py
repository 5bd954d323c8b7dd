"""A button that agrees cannot be pressed by what was meant for something else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.armed_button import ARMING_MS, ArmedButton


@pytest.fixture
def dialog(qtbot: QtBot) -> QDialog:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    return dialog


def shown(dialog: QDialog) -> ArmedButton:
    button = ArmedButton("Start it", dialog)
    QVBoxLayout(dialog).addWidget(button)
    dialog.show()
    dialog.activateWindow()
    return button


def opened(qtbot: QtBot, button: ArmedButton) -> None:
    qtbot.waitUntil(button.isEnabled, timeout=ARMING_MS * 10)


def test_a_click_or_key_in_its_first_moment_presses_nothing(qtbot: QtBot, dialog: QDialog) -> None:
    button = shown(dialog)
    with qtbot.assertNotEmitted(button.clicked, wait=ARMING_MS // 4):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    opened(qtbot, button)
    with qtbot.waitSignal(button.clicked, timeout=5000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_not_allowed_stays_shut_when_the_moment_is_over(
    qtbot: QtBot, dialog: QDialog
) -> None:
    button = shown(dialog)
    button.set_allowed(False)
    qtbot.waitUntil(lambda: not button.is_arming, timeout=ARMING_MS * 10)
    assert not button.isEnabled()
    button.set_allowed(True)
    opened(qtbot, button)


def test_being_shown_again_takes_another_moment(qtbot: QtBot, dialog: QDialog) -> None:
    button = shown(dialog)
    opened(qtbot, button)
    button.hide()
    button.show()
    assert not button.isEnabled()
    opened(qtbot, button)


def test_a_window_that_is_not_the_active_one_shuts_it(qtbot: QtBot, dialog: QDialog) -> None:
    button = shown(dialog)
    opened(qtbot, button)
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not button.isEnabled(), timeout=5000)
    qtbot.waitUntil(lambda: not button.is_arming, timeout=ARMING_MS * 10)
    assert not button.isEnabled()
    other.close()
    dialog.activateWindow()
    opened(qtbot, button)


def test_enter_elsewhere_in_a_dialog_does_not_press_it(qtbot: QtBot, dialog: QDialog) -> None:
    line = QLineEdit(dialog)
    box = QDialogButtonBox(dialog)
    button = ArmedButton("Start it", dialog)
    box.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QDialogButtonBox.StandardButton.Cancel)
    cancel.setDefault(True)
    layout = QVBoxLayout(dialog)
    layout.addWidget(line)
    layout.addWidget(box)
    dialog.show()
    dialog.activateWindow()
    opened(qtbot, button)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(line, Qt.Key.Key_Return)
