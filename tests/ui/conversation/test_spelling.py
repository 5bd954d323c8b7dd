"""Marks under misspelled words, and the menu with what may have been meant."""

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from chatapp.ui.conversation.composer import Composer

UNDERLINED = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


@pytest.fixture
def composer(qtbot: QtBot) -> Composer:
    widget = Composer()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.setPlainText("hello wurld again")
    return widget


def marked(composer: Composer) -> list[str]:
    found = [s for s in composer.extraSelections() if s.format.underlineStyle() == UNDERLINED]
    return [s.cursor.selectedText() for s in found]


def menu_words(menu: QMenu) -> list[str]:
    return [a.text() for a in menu.actions() if a.isVisible() and a.text()]


def open_menu(composer: Composer, at: int) -> QMenu:
    cursor = QTextCursor(composer.document())
    cursor.setPosition(at)
    menu = QMenu(composer)
    menu.addAction("Paste")
    composer.marks.add_to_menu(menu, composer.cursorRect(cursor).center())
    return menu


def test_it_asks_after_a_pause_and_marks_what_it_is_told(composer: Composer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(composer.marks.check_requested) as asked:
        composer.setPlainText("hello wurld")
    assert asked.args == ["hello wurld"]
    composer.marks.show_mistakes("hello wurld", [(6, 5)])
    assert marked(composer) == ["wurld"]
    assert composer.toPlainText() == "hello wurld"
    assert not composer.document().isUndoAvailable()


def test_an_answer_for_another_text_is_too_late(composer: Composer) -> None:
    composer.marks.show_mistakes("another text", [(0, 7)])
    assert marked(composer) == []


def test_the_word_that_is_being_written_is_left_alone(composer: Composer, qtbot: QtBot) -> None:
    composer.activateWindow()
    composer.setFocus()
    qtbot.waitUntil(composer.hasFocus)
    composer.marks.show_mistakes(composer.toPlainText(), [(6, 5)])
    cursor = composer.textCursor()
    cursor.setPosition(9)
    composer.setTextCursor(cursor)
    assert marked(composer) == []
    cursor.setPosition(2)
    composer.setTextCursor(cursor)
    assert marked(composer) == ["wurld"]


def test_marks_go_when_the_text_is_sent(composer: Composer) -> None:
    composer.marks.show_mistakes(composer.toPlainText(), [(6, 5)])
    composer.take()
    assert marked(composer) == []


def test_the_menu_shows_suggestions_when_they_come_and_one_replaces_the_word(
    composer: Composer, qtbot: QtBot
) -> None:
    composer.marks.show_mistakes(composer.toPlainText(), [(6, 5)])
    with qtbot.waitSignal(composer.marks.suggestions_requested) as asked:
        menu = open_menu(composer, 8)
    assert asked.args == ["wurld"]
    assert menu_words(menu)[0] == "Looking for suggestions…"
    composer.marks.show_suggestions("other", ["never shown"])
    composer.marks.show_suggestions("wurld", ["world", "R&D"])
    assert menu_words(menu)[:3] == ["world", "R&&D", "Add “wurld” to the dictionary"]
    menu.actions()[0].trigger()
    assert composer.toPlainText() == "hello world again"
    composer.undo()
    assert composer.toPlainText() == "hello wurld again"


def test_no_suggestions_are_said_and_a_word_can_be_added(composer: Composer, qtbot: QtBot) -> None:
    composer.marks.show_mistakes(composer.toPlainText(), [(6, 5)])
    menu = open_menu(composer, 8)
    composer.marks.show_suggestions("wurld", [])
    assert menu_words(menu)[0] == "No suggestions"
    with qtbot.waitSignal(composer.marks.learn_requested) as learned:
        menu.actions()[1].trigger()
    assert learned.args == ["wurld"]


def test_a_menu_on_a_right_word_is_the_usual_one(composer: Composer) -> None:
    composer.marks.show_mistakes(composer.toPlainText(), [(6, 5)])
    assert menu_words(open_menu(composer, 2)) == ["Paste"]
    composer.marks.close_menu()
    composer.marks.show_suggestions("wurld", ["too late"])
