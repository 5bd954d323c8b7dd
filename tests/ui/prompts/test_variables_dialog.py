"""The places of a prompt, each with its own editor."""

from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.prompts import variables
from chatapp.ui.prompts.variables_dialog import VariablesDialog


def test_each_place_has_an_editor_that_begins_with_what_it_is_at_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    places = variables("{{topic}} {{tone=friendly}} {{language|Japanese|German}}")
    dialog = VariablesDialog(window, "/x", places)
    assert dialog.values() == {"topic": "", "tone": "friendly", "language": "Japanese"}
    texts = {e.accessibleName(): e for e in dialog.findChildren(QPlainTextEdit)}
    texts["topic"].setPlainText("two\nlines")
    box = dialog.findChild(QComboBox)
    assert box is not None
    assert [box.itemText(n) for n in range(box.count())] == ["Japanese", "German"]
    box.setCurrentText("a third one")
    assert dialog.values() == {"topic": "two\nlines", "tone": "friendly", "language": "a third one"}
