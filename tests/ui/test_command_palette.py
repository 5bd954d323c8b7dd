"""The palette finds a command by some letters and runs it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget
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


def test_what_begins_with_the_typed_letters_comes_first(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    labels = ("Search all messages", "&Archive conversation", "Quit")
    actions = [QAction(words, owner) for words in labels]
    actions[0].setShortcut("Ctrl+Shift+F")
    actions[2].setObjectName("leave")
    palette = CommandPalette(actions, owner)
    palette.show()
    rows, line = palette.findChild(QListWidget), palette.findChild(QLineEdit)
    assert isinstance(rows, QListWidget)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "arch")
    found = [rows.item(row).text() for row in range(rows.count())]
    assert found == ["Archive conversation", "Search all messages"]
    assert rows.currentRow() == 0
    spoken = rows.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Search all messages Ctrl+Shift+F"
    line.setText("leave")
    assert [rows.item(row).text() for row in range(rows.count())] == ["Quit"]
    qtbot.keyClicks(line, " nothing")
    assert rows.count() == 0
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert palette.isVisible(), "a slip of the finger does not close it"
    assert "No command is called so." in [label.text() for label in palette.findChildren(QLabel)]
