"""The palette finds a command by some letters and runs it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.command_palette import CommandPalette


def test_typing_finds_a_command_and_enter_runs_it(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    actions = [QAction(words, owner) for words in ("New conversation", "Settings…", "Quit")]
    actions[2].setEnabled(False)
    run: list[str] = []
    for action in actions:
        action.triggered.connect(lambda _=False, a=action: run.append(a.text()))
    palette = CommandPalette(actions, owner)
    palette.show()
    rows = palette.findChild(QListWidget)
    line = palette.findChild(QLineEdit)
    assert isinstance(rows, QListWidget)
    assert isinstance(line, QLineEdit)
    assert rows.count() == 2
    qtbot.keyClicks(line, "sett")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert run == ["Settings…"]
