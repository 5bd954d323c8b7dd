"""The dot of an answer that arrives stands behind its last word, wherever that is."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import MessageStatus
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.parts.end_mark import end_mark_box
from chatapp.ui.conversation.parts.part import PaintState
from chatapp.ui.conversation.parts.text_part import TextPart
from chatapp.ui.conversation.shown_message import ShownMessage
from tests.ui.conversation.conversation_data import answer, shown, user

WIDTH, HEIGHT = 300, 60
RUNNING = MessageStatus.STREAMING


@pytest.fixture
def look(qapp: object) -> Appearance:
    del qapp
    return Appearance.of(QGuiApplication.palette(), QGuiApplication.font(), 1.0)


def painted(part: TextPart, look: Appearance) -> QImage:
    part.prepare(look, WIDTH)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(look.background)
    painter = QPainter(image)
    part.paint(painter, look, PaintState(QRect(0, 0, WIDTH, HEIGHT)))
    painter.end()
    return image


@pytest.mark.parametrize(("words", "is_behind"), [("some words", True), ("\u05e9\u05dc", False)])
def test_it_stands_behind_the_last_word(look: Appearance, words: str, is_behind: bool) -> None:
    part = TextPart(f"<p>first</p><p>{words}</p>")
    plain = painted(part, look)
    part.show_growing(True)
    growing = painted(part, look)
    box = end_mark_box(part.document(look), look).toRect()
    end = part.position_rect(part.length())
    assert (box.left() > end.left()) is is_behind
    assert end.top() <= box.center().y() <= end.bottom()
    assert growing.pixel(box.center()) != plain.pixel(box.center())
    part.show_growing(False)
    assert painted(part, look) == plain


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    widget = MessageView()
    qtbot.addWidget(widget)
    widget.resize(700, 500)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_what_is_on_the_screen_is_what_painting_anew_gives(view: MessageView) -> None:
    view.show_path(shown([user("1", "hi"), answer("2", "", RUNNING)]))
    text = "One *word*.\n\n- a\n- b\n\n```py\nx = 1\n```\n\nThe end, which goes on for a while."
    heights = []
    for end in range(1, len(text) + 1, 2):
        view.update_message(ShownMessage(answer("2", text[:end], RUNNING), is_last=True))
        view._flush()
        heights.append(view.stage.transcript.heights.total)
        QApplication.processEvents()
        on_screen = view.screen().grabWindow(view.winId()).toImage()
        assert on_screen == view.grab().toImage().convertToFormat(on_screen.format())
    view.update_message(ShownMessage(answer("2", text), is_last=True))
    assert view.stage.transcript.heights.total == heights[-1], "nothing jumps at the end"


def test_behind_code_it_stands_in_a_row_of_its_own(view: MessageView) -> None:
    def words(text: str) -> str:
        view.show_path(shown([answer("2", text, RUNNING)]))
        return view.stage.transcript.layout(0).parts[-1].text()

    assert words("so") == ""
    assert words("```\nx") == "\u25cf"
    assert words("```\nx\n```\nso") == ""
