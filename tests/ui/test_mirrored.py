"""In Arabic and Hebrew the window is mirrored; diagrams and figures are not."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.messages import MessageStatus
from chatapp.qtmodels.directions import in_own_direction
from chatapp.qtmodels.quantities import duration, size
from chatapp.ui.conversation import wording
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.parts.bar_part import BarPart, Words
from chatapp.ui.conversation.parts.mirroring import mirrored
from chatapp.ui.language import LanguageKeeper
from chatapp.ui.lens.legend import HeatLegend
from chatapp.ui.parameters.pad import SamplingPad
from chatapp.ui.widgets.shares import percent
from tests.ui.conversation.conversation_data import answer, shown, user

ISOLATED = "\u2068{}\u2069"


@pytest.fixture
def wish(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    before, keeper = QLocale(), LanguageKeeper()
    yield keeper.set_wish
    keeper.set_wish("en")
    QLocale.setDefault(before)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_figures_and_titles_keep_their_order_in_a_line_of_the_other_direction(
    wish: Callable[[str], None],
) -> None:
    wish("he")
    figures = [duration(480), size(14_200), percent(0.67), wording.seconds(1500)]
    assert figures == [ISOLATED.format(f) for f in ("480 ms", "14.2 kB", "67 %", "1.5 s")]
    assert in_own_direction("Why?") == ISOLATED.format("Why?")
    assert in_own_direction("") == ""
    wish("en")
    assert [duration(480), size(14_200), percent(0.67)] == ["480 ms", "14.2 kB", "67 %"]
    assert in_own_direction("Why?") == "Why?"


def drawn(bar: BarPart, look: Appearance, width: int) -> list[QRect]:
    bar.lay_out(look, width)
    return [box for _, box in bar._boxes]


def test_a_row_of_words_begins_at_the_other_edge(
    qapp: QApplication, wish: Callable[[str], None]
) -> None:
    look = Appearance.of(qapp.palette(), qapp.font(), 1.0)
    bar, width = BarPart([Words("one"), Words("two three")]), 400
    there = drawn(bar, look, width)
    wish("he")
    assert drawn(bar, look, width) == [mirrored(box, width) for box in there]
    assert there[0].left() == 0
    assert drawn(bar, look, width)[0].right() == width - 1


def test_the_message_view_can_be_used_mirrored(qtbot: QtBot, wish: Callable[[str], None]) -> None:
    wish("he")
    view = MessageView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    failed = answer("2", "broken off", MessageStatus.INTERRUPTED)
    view.show_path(shown([user("1", "Why?"), failed]))
    qtbot.waitExposed(view)
    column, width = view.column
    buttons = [rect for _, _, rect in view.stage.screen.areas(1)]
    assert buttons
    hang = 2 * view.stage.transcript.look.unit
    assert all(rect.left() >= column for rect in buttons)
    assert all(rect.right() <= column + width + hang for rect in buttons)
    assert max(rect.right() for rect in buttons) > column + width // 2
    assert not view.grab().isNull()


@pytest.mark.parametrize("diagram", [SamplingPad, HeatLegend])
def test_a_diagram_is_the_same_in_every_direction(
    qtbot: QtBot, wish: Callable[[str], None], diagram: type[QWidget]
) -> None:
    def picture() -> QImage:
        widget = diagram()
        qtbot.addWidget(widget)
        widget.resize(280, 200)
        return widget.grab().toImage()

    wish("en")
    there = picture()
    wish("he")
    assert picture() == there
