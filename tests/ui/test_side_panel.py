"""Two pages in one place, each with an action that says whether it can be seen."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chatapp.ui.side_panel import SidePanel


def test_each_action_shows_its_page_and_hides_the_panel_again(qtbot: QtBot) -> None:
    first, second = QLabel("one"), QLabel("two")
    panel = SidePanel([("One", first), ("Two", second)])
    qtbot.addWidget(panel)
    panel.show()
    actions = [QAction(checkable=True), QAction(checkable=True)]
    panel.follow(actions)
    assert [a.isChecked() for a in actions] == [True, False]
    actions[1].trigger()
    assert second.isVisible()
    assert [a.isChecked() for a in actions] == [False, True]
    actions[1].trigger()
    assert panel.isHidden()
    assert [a.isChecked() for a in actions] == [False, False]
    actions[0].trigger()
    assert first.isVisible()
    panel._tabs.setCurrentIndex(1)
    assert [a.isChecked() for a in actions] == [False, True]
