"""The bar for finding words: who opened it decides when it goes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import ConversationId
from chatapp.ui.conversation.empty_page import EmptyState
from chatapp.ui.conversation.find_bar import FindBar
from chatapp.ui.conversation.message_view import MessageView
from tests.ui.conversation.conversation_data import answer, shown, user

HERE = shown([user("1", "On to Kyoto"), answer("2", "Kyoto in May")])
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
