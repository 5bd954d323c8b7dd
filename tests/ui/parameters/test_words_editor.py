"""The tags of stop sequences, by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.words_editor import WordsEditor


@pytest.fixture
def editor(qtbot: QtBot) -> WordsEditor:
    editor = WordsEditor()
    qtbot.addWidget(editor)
    editor.resize(260, 120)
    editor.show()
    return editor


def line_of(editor: WordsEditor) -> QLineEdit:
    found = editor.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def tags_of(editor: WordsEditor) -> list[QToolButton]:
    return [tag for tag in editor.findChildren(QToolButton) if tag.isVisible()]


def test_enter_adds_and_backspace_takes_the_last_away(editor: WordsEditor, qtbot: QtBot) -> None:
    line = line_of(editor)
    for words in ("END", "a b"):
        qtbot.keyClicks(line, words)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor.current == ["END", "a b"]
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert editor.current == ["END"]


@pytest.mark.parametrize(
    ("typed", "word"),
    [("\\n\\n", "\n\n"), ("a\\\\nb", "a\\nb"), ("\\t", "\t"), ("日本", "日本"), ("c:\\x", "c:\\x")],
)
def test_signs_can_be_typed_and_are_shown_as_typed(
    editor: WordsEditor, qtbot: QtBot, typed: str, word: str
) -> None:
    line = line_of(editor)
    line.setText(typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor.current == [word]
    assert tags_of(editor)[0].text() == typed.replace("c:\\x", "c:\\\\x")


def test_a_click_on_a_tag_removes_just_that_one(editor: WordsEditor, qtbot: QtBot) -> None:
    editor.show_value(["one", "two", "three"])
    heard = []
    editor.edited.connect(lambda: heard.append(editor.current))
    qtbot.mouseClick(tags_of(editor)[1], Qt.MouseButton.LeftButton)
    assert heard == [["one", "three"]]
    assert [tag.text() for tag in tags_of(editor)] == ["one", "three"]


def test_leaving_the_line_adds_what_was_typed(editor: WordsEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(line_of(editor), "END")
    line_of(editor).editingFinished.emit()
    assert editor.current == ["END"]
    line_of(editor).editingFinished.emit()
    assert editor.current == ["END"]


def test_tags_wrap_within_the_width_and_the_line_takes_the_rest(
    editor: WordsEditor, qtbot: QtBot
) -> None:
    editor.show_value(["first words", "second words", "third words", "x" * 80])
    layout = editor.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: editor.height() >= layout.heightForWidth(260))
    layout.activate()
    boxes = [w.geometry() for w in (*tags_of(editor), line_of(editor))]
    assert all(box.right() <= 260 for box in boxes)
    assert len({box.top() for box in boxes}) > 1
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
