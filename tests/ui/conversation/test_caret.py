"""Selecting by keyboard: through words and lines, from part to part, from message to message."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import MessageStatus
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.shown_message import ShownMessage
from tests.ui.conversation.conversation_data import answer, shown, user

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    widget = MessageView()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_path(
        shown(
            [
                user("1", "hello there"),
                answer("2", "first **bold** words\n\n```\ncode\n```\n\nlast"),
            ]
        )
    )
    return widget


def copied(view: MessageView) -> str:
    view.copy_selection()
    return QGuiApplication.clipboard().text()


def press(
    qtbot: QtBot, view: MessageView, key: Qt.Key, times: int = 1, *, ctrl: bool = False
) -> None:
    for _ in range(times):
        qtbot.keyClick(view, key, SHIFT | CTRL if ctrl else SHIFT)


def test_the_selection_begins_at_the_top_of_the_screen(view: MessageView, qtbot: QtBot) -> None:
    press(qtbot, view, Qt.Key.Key_Right, 5)
    assert copied(view) == "hello"
    press(qtbot, view, Qt.Key.Key_Left, 2)
    assert copied(view) == "hel"
    press(qtbot, view, Qt.Key.Key_End)
    assert copied(view) == "hello there"


def test_it_begins_at_the_message_with_the_keyboard(view: MessageView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    press(qtbot, view, Qt.Key.Key_Right, ctrl=True)
    assert copied(view).strip() == "first"


def test_it_goes_on_in_the_next_part_and_message(view: MessageView, qtbot: QtBot) -> None:
    press(qtbot, view, Qt.Key.Key_Down, 2)
    press(qtbot, view, Qt.Key.Key_End)
    words = copied(view)
    assert "hello there" in words
    assert "first bold words" in words
    assert "code" in words
    assert "last" not in words


def test_it_comes_back_over_the_same_way(view: MessageView, qtbot: QtBot) -> None:
    press(qtbot, view, Qt.Key.Key_Down, 4)
    press(qtbot, view, Qt.Key.Key_Up, 3)
    assert "code" not in copied(view)
    assert view.stage.selection.head is not None
    assert view.stage.selection.head.row == 0


def test_to_the_end_and_to_the_start_of_the_conversation(view: MessageView, qtbot: QtBot) -> None:
    press(qtbot, view, Qt.Key.Key_End, ctrl=True)
    assert copied(view).endswith("last")
    press(qtbot, view, Qt.Key.Key_Home, ctrl=True)
    assert view.stage.selection.is_empty


def test_words_selected_in_part_keep_their_markup(view: MessageView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    press(qtbot, view, Qt.Key.Key_Right, len("first bold"))
    view.copy_selection()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "first bold"
    assert bytes(data.data("text/markdown").data()).decode() == "first **bold**"
    assert "bold</span>" in data.html()


def test_the_selection_stays_while_an_answer_streams(view: MessageView, qtbot: QtBot) -> None:
    press(qtbot, view, Qt.Key.Key_Down, 2)
    before = copied(view)
    running = answer("3", "", MessageStatus.STREAMING)
    rows = list(view.stage.transcript.rows)
    view.show_path([*rows, ShownMessage(running, is_last=True)])
    for length in range(1, 60):
        text = "More *words* and more. " * length
        view.update_message(ShownMessage(answer("3", text, MessageStatus.STREAMING)))
        view._pacer.flush()
    assert copied(view) == before
