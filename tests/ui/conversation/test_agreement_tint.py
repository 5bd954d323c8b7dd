"""Several answers in the rendered message: tabs, what they share, what stands out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chatapp.domain.replies import Choice
from chatapp.ui.conversation.agreement_tint import agreement_colour, agreement_tint
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.conversation.wishes import WishKind
from chatapp.ui.theme import current_theme
from tests.ui.conversation.conversation_data import answer, user

CHOICES = [
    Choice(content="The sea is **deep** and wide. Whales sing there every night."),
    Choice(content="The sea is deep and wide. Fish do not sing at all."),
    Choice(content="The sea is deep and wide. Ships cross it with their crews."),
]
MESSAGE = answer("2", "", choices=CHOICES)


@pytest.fixture
def view(qtbot: QtBot) -> MessageView:
    view = MessageView()
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show()
    view.show_path([ShownMessage(user("1", "hi")), ShownMessage(MESSAGE, is_last=True)])
    return view


def click(qtbot: QtBot, view: MessageView, kind: WishKind, name: str = "", number: int = 0) -> None:
    rect = next(
        rect
        for _, area, rect in view.stage.screen.areas(1)
        if (area.wish.kind, area.wish.name, area.wish.number) == (kind, name, number)
    )
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def has(view: MessageView, name: str) -> bool:
    """Whether some pixel of the picture has a colour of the theme."""
    wanted = current_theme().colour(name).rgb()
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = image.devicePixelRatio()
    top = round(view.stage.screen.row_rect(1).top() * ratio)
    return any(
        image.pixel(x, y) == wanted
        for y in range(max(top, 0), image.height(), 2)
        for x in range(0, image.width(), 2)
    )


def test_what_most_say_is_marked_and_the_rest_is_warm(view: MessageView, qtbot: QtBot) -> None:
    assert not has(view, "accent_soft")
    click(qtbot, view, WishKind.FOLD, "agreement")
    assert has(view, "accent_soft")
    assert has(view, "heat_high")
    click(qtbot, view, WishKind.FOLD, "agreement")
    assert not has(view, "accent_soft")
    assert not has(view, "heat_high")


def test_a_click_on_a_sentence_means_no_token(view: MessageView, qtbot: QtBot) -> None:
    click(qtbot, view, WishKind.FOLD, "agreement")
    tint = agreement_tint(MESSAGE)
    assert not tint.clicks


def test_another_answer_is_tinted_by_its_own_sentences(view: MessageView, qtbot: QtBot) -> None:
    click(qtbot, view, WishKind.FOLD, "agreement")
    with qtbot.waitSignal(view.choice_requested) as asked:
        click(qtbot, view, WishKind.CHOICE, number=2)
    assert asked.args == ["2", 2]
    view.update_message(ShownMessage(replace(MESSAGE, chosen=2), is_last=True))
    QApplication.processEvents()
    view._pacer.flush()
    assert has(view, "accent_soft")
    assert has(view, "heat_high")


def test_colours_part_at_the_half() -> None:
    soft = current_theme().colour("accent_soft")
    assert agreement_colour(0.0) == agreement_colour(0.5) == soft
    assert agreement_colour(1.0) == current_theme().colour("heat_high")
    assert agreement_colour(0.75) not in (None, soft)
