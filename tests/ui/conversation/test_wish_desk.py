"""What a button in a message does here: it copies, shows that it has, and says so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.wish_desk import TICK_MS
from chatapp.ui.conversation.wishes import Wish, WishKind
from tests.ui.conversation.conversation_data import answer, shown, user

TEXT = "# Head\n\nSome *words*.\n\n```py\nx = 1\n```"


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    widget = MessageView()
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_path(shown([user("1", "hi"), answer("2", TEXT)]))
    return widget


def click(qtbot: QtBot, view: MessageView, kind: WishKind) -> Wish:
    area, rect = next(
        (area, rect) for _, area, rect in view.stage.screen.areas(1) if area.wish.kind is kind
    )
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    return area.wish


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (WishKind.COPY_CODE, "x = 1"),
        (WishKind.COPY_MESSAGE, TEXT),
        (WishKind.COPY_QUOTE, "> # Head\n>\n> Some *words*.\n>\n> ```py\n> x = 1\n> ```"),
    ],
)
def test_a_button_copies_and_is_ticked_for_a_while(
    view: MessageView, qtbot: QtBot, kind: WishKind, text: str
) -> None:
    QGuiApplication.clipboard().clear()
    wish = click(qtbot, view, kind)
    assert QGuiApplication.clipboard().text() == text
    assert (view.stage.attention.done_row, view.stage.attention.done) == (1, wish)
    before = view.grab().toImage()
    qtbot.waitUntil(lambda: view.stage.attention.done is None, timeout=TICK_MS * 10)
    assert view.grab().toImage() != before


def test_a_copied_message_is_text_markdown_and_html(view: MessageView, qtbot: QtBot) -> None:
    click(qtbot, view, WishKind.COPY_MESSAGE)
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data("text/markdown").data()).decode() == TEXT
    assert "<h1>Head</h1>" in data.html()
    assert "<em>words</em>" in data.html()


def test_home_and_end_move_the_current_message(view: MessageView, qtbot: QtBot) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.stage.attention.focus_row == -1
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.stage.attention.focus_row == 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.stage.attention.focus_row == 1
