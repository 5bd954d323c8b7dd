"""An empty list says what belongs into it, to eyes and to screen readers."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.hinted_list import HintedList


def hinted(holder: QWidget, hint: str) -> HintedList:
    found = HintedList("Functions", hint, holder)
    found.resize(200, 200)
    return found


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_the_hint_is_there_only_while_the_list_is_empty(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    hinted_list, bare = hinted(holder, "No functions yet."), hinted(holder, "")
    holder.show()
    assert hinted_list.accessibleDescription() == "No functions yet."
    assert picture(hinted_list) != picture(bare)
    for one in (hinted_list, bare):
        one.addItem("roll_dice")
    assert hinted_list.accessibleDescription() == ""
    assert picture(hinted_list) == picture(bare)
    hinted_list.takeItem(0)
    bare.clear()
    assert hinted_list.accessibleDescription() == "No functions yet."
    assert picture(hinted_list) != picture(bare)
    hinted_list.addItem("again")
    hinted_list.clear()
    assert hinted_list.accessibleDescription() == "No functions yet."
