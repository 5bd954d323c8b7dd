"""JSON as text: what is typed stays, and its value is what it says or the text itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.json_editor import GrowingText, JsonEditor

EXAMPLE = '{\n  "a": 1\n}'


@pytest.fixture
def editor(qtbot: QtBot) -> JsonEditor:
    editor = JsonEditor(example=EXAMPLE)
    qtbot.addWidget(editor)
    editor.setAccessibleName("Extra body")
    editor.resize(300, 200)
    editor.show()
    return editor


def box_of(editor: JsonEditor) -> QPlainTextEdit:
    box = editor.findChild(QPlainTextEdit)
    assert isinstance(box, QPlainTextEdit)
    return box


def test_what_is_shown_is_laid_out_and_tells_nobody(editor: JsonEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.edited):
        editor.show_value({"name": "漢字", "list": [1, 2]})
    assert box_of(editor).toPlainText() == (
        '{\n  "name": "漢字",\n  "list": [\n    1,\n    2\n  ]\n}'
    )


@pytest.mark.parametrize("empty", [None, {}, []])
def test_an_empty_value_shows_the_example(editor: JsonEditor, empty: object) -> None:
    editor.show_value(empty)
    assert box_of(editor).toPlainText() == ""
    assert box_of(editor).placeholderText() == EXAMPLE


@pytest.mark.parametrize("value", [0, False, "", {"a": []}])
def test_a_value_that_is_there_is_shown_however_little_it_is(
    editor: JsonEditor, value: object
) -> None:
    editor.show_value(value)
    assert box_of(editor).toPlainText() != ""


def test_typing_gives_its_value_at_every_letter(editor: JsonEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignals([editor.edited] * 2):
        qtbot.keyClicks(box_of(editor), "12")
    assert editor.current == 12
    assert editor.syntax_error == ""


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ('{"a": 1 2}', "line 1, column 9"),
        ('{\n "a" 1}', "line 2, column 6"),
        ('{"a": NaN}', "line 1, column 7"),
        ("[1,\n2,\n1e999]", "line 3, column 1"),
        # Python 3.13 says where the text ends, those before that it is too deep.
        ("[" * 5_000, "line 1, column"),
    ],
)
def test_what_is_no_json_stays_and_the_place_is_named(
    editor: JsonEditor, typed: str, place: str
) -> None:
    box_of(editor).setPlainText(typed)
    assert editor.current == typed
    assert place in editor.syntax_error
    assert box_of(editor).toPlainText() == typed
    box_of(editor).setPlainText("{}")
    assert editor.syntax_error == ""


def test_the_mark_of_an_invalid_text_comes_and_goes(editor: JsonEditor) -> None:
    editor.show_valid(valid=False)
    assert box_of(editor).property("invalid") is True
    editor.show_valid(valid=True)
    assert box_of(editor).property("invalid") is False


def test_its_name_and_the_keyboard_go_to_the_text(editor: JsonEditor) -> None:
    assert box_of(editor).accessibleName() == "Extra body"
    assert editor.focusProxy() is box_of(editor)


def test_it_grows_with_its_lines_up_to_a_bound(editor: JsonEditor) -> None:
    heights = []
    for count in (1, 3, 14, 400):
        box_of(editor).setPlainText("x" + "\n" * (count - 1))
        heights.append(box_of(editor).height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_without_text_it_opens_for_the_example_while_it_is_used(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    text, other = GrowingText(page, most=10), QPlainTextEdit(page)
    text.setPlaceholderText(EXAMPLE)
    layout = QVBoxLayout(page)
    layout.addWidget(text)
    layout.addWidget(other)
    other.setFocus()
    with qtbot.waitExposed(page):
        page.show()
    one_line = text.height()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    assert text.height() > one_line
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert text.height() == one_line


def test_tab_leaves_it(editor: JsonEditor) -> None:
    assert box_of(editor).tabChangesFocus()
