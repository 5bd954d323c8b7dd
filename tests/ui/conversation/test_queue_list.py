"""The list of waiting messages: short lines that can be edited, removed and sent."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.conversation.queue_list import QueuedRow, QueueList


@pytest.fixture
def queue(qtbot: QtBot) -> Iterator[QueueList]:
    window = QWidget()
    qtbot.addWidget(window)
    widget = QueueList(window)
    widget.resize(400, 100)
    window.show()
    yield widget
    window.close()


def words_of(queue: QueueList) -> list[str]:
    return [x.text() for x in queue.findChildren(QLabel) if x.isVisibleTo(queue)]


def test_it_takes_no_room_while_nothing_waits(queue: QueueList) -> None:
    assert queue.isHidden()
    queue.show_rows([QueuedRow("later")], waits=True)
    assert not queue.isHidden()
    queue.show_rows([], waits=True)
    assert queue.isHidden()


def test_each_message_is_one_line_whatever_is_in_it(queue: QueueList) -> None:
    queue.show_rows([QueuedRow("<b>two</b>\nlines", 3), QueuedRow("word " * 400)], waits=True)
    title, first, second = words_of(queue)
    assert title == "Sent when the answer ends"
    assert first == "<b>two</b> lines + 3 files"
    assert second.endswith("…")
    queue.resize(240, 100)
    assert len(words_of(queue)[2]) < len(second)


def test_buttons_say_which_message_is_meant(queue: QueueList, qtbot: QtBot) -> None:
    queue.show_rows([QueuedRow("one"), QueuedRow("two")], waits=True)
    buttons = {b.accessibleName(): b for b in queue.findChildren(QToolButton)}
    with qtbot.waitSignal(queue.edit_requested) as edited:
        qtbot.mouseClick(buttons["Edit: two"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(queue.remove_requested) as removed:
        qtbot.mouseClick(buttons["Remove: one"], Qt.MouseButton.LeftButton)
    assert (edited.args, removed.args) == ([1], [0])


def test_after_an_answer_that_broke_off_one_can_send_by_hand(
    queue: QueueList, qtbot: QtBot
) -> None:
    queue.show_rows([QueuedRow("one")], waits=True)
    assert queue._send.isHidden()
    queue.show_rows([QueuedRow("one")], waits=False)
    assert words_of(queue)[0] == "Not sent yet"
    with qtbot.waitSignal(queue.send_requested):
        queue._send.click()


def test_told_the_same_again_it_stays_as_it_is(queue: QueueList) -> None:
    queue.show_rows([QueuedRow("one")], waits=True)
    before = queue.findChildren(QToolButton)
    queue.show_rows([QueuedRow("one")], waits=True)
    assert queue.findChildren(QToolButton) == before
    queue.show_rows([QueuedRow("two")], waits=True)
    assert words_of(queue)[1] == "two"
