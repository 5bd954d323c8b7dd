"""An arriving answer is said part by part, each part once, when it is complete."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import MessageStatus
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.reading_aloud import ReadingAloud
from chatapp.ui.conversation.shown_message import ShownMessage
from tests.ui.conversation.conversation_data import answer, shown, user

RUNNING = MessageStatus.STREAMING


@pytest.fixture
def listening() -> Iterator[None]:
    was = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was)


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    widget = MessageView()
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_path(shown([user("1", "hi"), answer("2", "", RUNNING)]))
    return widget


def said_while_streaming(view: MessageView, text: str) -> list[str]:
    said: list[str] = []
    view._aloud = ReadingAloud(view.stage, said.append)
    for end in range(1, len(text)):
        view.update_message(ShownMessage(answer("2", text[:end], RUNNING), is_last=True))
        view._pacer.flush()
    view.update_message(ShownMessage(answer("2", text), is_last=True))
    return said


@pytest.mark.usefixtures("listening")
def test_each_part_is_said_once_when_it_is_complete(view: MessageView) -> None:
    said = said_while_streaming(view, "# Title\n\n```\ncode here\n```\n\nlast words")
    assert said == ["Title", "code here", "last words"]


def test_nothing_is_said_while_nobody_listens(view: MessageView) -> None:
    QAccessible.setActive(False)
    assert said_while_streaming(view, "one\n\n```\ntwo\n```\n\nthree") == []
