"""Keys of commands: every one shown, changed, taken from another, set back, and remembered."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QKeySequenceEdit, QPushButton, QTableWidget

from chatapp.app import App
from chatapp.ui.actions import COMMANDS
from chatapp.ui.shortcuts.dialog import ShortcutsDialog
from tests.conftest import RunInQt
from tests.support.open_app import open_app


def opened(app: App) -> ShortcutsDialog:
    app.window.action("keyboardShortcuts").trigger()
    (dialog,) = app.window.findChildren(ShortcutsDialog)
    return dialog


def choose(dialog: ShortcutsDialog, command: str) -> None:
    table = dialog.findChild(QTableWidget)
    assert table is not None
    table.setCurrentCell(list(COMMANDS).index(command), 0)


def press(dialog: ShortcutsDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    edit = dialog.findChild(QKeySequenceEdit)
    assert edit is not None
    QTest.keyClick(edit, key, modifiers)
    edit.editingFinished.emit()


def button(dialog: ShortcutsDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)


def test_no_keys_belong_to_two_commands() -> None:
    used = Counter(
        keys for row in COMMANDS.values() for keys in row.shortcut.split("; ") if row.shortcut
    )
    assert [keys for keys, times in used.items() if times > 1] == []


def test_new_keys_work_at_once_and_after_a_restart(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def first() -> None:
        async with open_app(tmp_path) as app:
            dialog = opened(app)
            choose(dialog, "newConversation")
            press(dialog, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
            assert app.window.action("newConversation").shortcut() == QKeySequence("Ctrl+J")
            assert "Ctrl+J" in app.window.action("newConversation").toolTip()
            dialog.close()

    async def second() -> None:
        async with open_app(tmp_path) as app:
            assert app.window.action("newConversation").shortcut() == QKeySequence("Ctrl+J")

    run_in_qt(first())
    run_in_qt(second())


def test_keys_belong_to_one_command_and_the_loser_is_named(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            dialog = opened(app)
            choose(dialog, "newConversation")
            press(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
            assert app.window.action("findInConversation").shortcut().isEmpty()
            assert app.window.action("newConversation").shortcut() == QKeySequence("Ctrl+F")
            assert "Find" in dialog._note.text()
            dialog.close()

    run_in_qt(work())


def test_keys_can_be_taken_away_and_all_set_back(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            dialog = opened(app)
            choose(dialog, "zoomIn")
            remove, reset = button(dialog, "Remove keys"), button(dialog, "Restore defaults")
            assert not reset.isEnabled(), "all have their first keys"
            remove.click()
            assert app.window.action("zoomIn").shortcuts() == []
            assert not remove.isEnabled(), "it has none any more"
            reset.click()
            keys = [k.toString() for k in app.window.action("zoomIn").shortcuts()]
            assert keys == ["Ctrl++", "Ctrl+="]
            assert app.profile.preferences.get("shortcuts") == {}
            assert not reset.isEnabled()
            button(dialog, "Close").click()
            assert not dialog.isVisible()

    run_in_qt(work())


def test_no_two_commands_begin_with_the_same_keys() -> None:
    keys = [k for c in COMMANDS.values() for k in c.shortcut.split("; ") if k]
    assert len(keys) == len(set(keys))
