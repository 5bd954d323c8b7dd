"""The bar for finding words: who opened it decides when it goes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import ConversationId
from chatapp.ui.conversation.empty_page import EmptyState
from chatapp.ui.conversation.find_bar import FindBar
from chatapp.ui.conversation.message_view import MessageView
from tests.ui.conversation.conversation_data import answer, shown, user

HERE = shown([user("1", "On to Kyoto"), answer("2", "Kyoto in May")])
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
ELSEWHERE = shown([replace(user("3", "Bread"), conversation_id=ConversationId("other"))])


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    widget = MessageView()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_path(HERE)
    return widget


def bar_of(view: MessageView) -> FindBar:
    (bar,) = view.findChildren(FindBar)
    return bar


def test_a_bar_that_came_with_a_search_goes_with_its_conversation(view: MessageView) -> None:
    view.mark_words("Kyoto")
    assert bar_of(view).isVisible()
    view.show_path(shown([user("9", "On to Kyoto, at last")]))
    assert bar_of(view).isVisible()  # another version in the same conversation
    view.show_path(ELSEWHERE)
    assert not bar_of(view).isVisible()


def test_a_bar_that_came_with_a_search_goes_before_an_empty_conversation(
    view: MessageView,
) -> None:
    view.mark_words("Kyoto")
    view.clear(EmptyState())
    assert not bar_of(view).isVisible()


def test_a_bar_that_was_opened_stays_until_it_is_closed(view: MessageView) -> None:
    view.mark_words("Kyoto")
    view.open_find()
    view.show_path(ELSEWHERE)
    assert bar_of(view).isVisible()
    line = bar_of(view).findChild(QLineEdit)
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not bar_of(view).isVisible()


def test_its_buttons_are_drawn_and_say_what_they_do(view: MessageView) -> None:
    view.open_find()
    buttons = bar_of(view).findChildren(QToolButton, options=DIRECT)
    assert [button.objectName() for button in buttons] == ["findPrevious", "findNext", "findClose"]
    for button in buttons:
        assert not button.icon().isNull()
        assert button.text() == ""
        assert button.accessibleName() == button.toolTip() != ""


def test_hits_are_counted_and_walked_round_by_the_keyboard(view: MessageView, qtbot: QtBot) -> None:
    view.open_find()
    line = bar_of(view).findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "kyoto")
    count = bar_of(view).findChild(QLabel, options=DIRECT)
    assert count is not None
    qtbot.waitUntil(lambda: count.text().endswith("/ 2"))
    seen = []
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    ):
        QTest.keyClick(line, key, modifier)
        seen.append(count.text()[0])
    assert seen[0] != seen[1] != seen[2]
    assert seen[0] == seen[2]
    QTest.keyClicks(line, "xyz")
    qtbot.waitUntil(lambda: count.text() == "Not found")
