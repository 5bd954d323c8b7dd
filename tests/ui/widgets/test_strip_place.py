"""A card above the composer is whole where there is room, and scrolls where there is none."""

from itertools import pairwise

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.strip_place import StripPlace


def card_of(parent: QWidget, *heights: int) -> QWidget:
    card = QWidget(parent)
    column = QVBoxLayout(card)
    for height in heights:
        part = QLabel("part", card)
        part.setFixedHeight(height)
        column.addWidget(part)
    return card


def in_window(qtbot: QtBot, *heights: int) -> tuple[QWidget, StripPlace, QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    above = QWidget(window)
    above.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    card = card_of(window, *heights)
    place = StripPlace(card, window)
    column.addWidget(above, 1)
    column.addWidget(place)
    window.resize(300, 700)
    window.show()
    return window, place, card


def test_a_card_is_whole_where_there_is_room_and_scrolls_where_there_is_none(qtbot: QtBot) -> None:
    window, place, card = in_window(qtbot, 120, 120, 60)
    qtbot.waitUntil(lambda: place.height() >= card.minimumSizeHint().height(), timeout=5000)
    assert place.verticalScrollBar().maximum() == 0
    window.resize(300, 200)
    qtbot.waitUntil(lambda: place.verticalScrollBar().maximum() > 0, timeout=5000)
    parts = card.findChildren(QLabel)
    for before, after in pairwise(parts):
        assert before.geometry().bottom() < after.geometry().top(), "nothing lies on another"


def test_a_card_that_grows_asks_for_more(qtbot: QtBot) -> None:
    _, place, card = in_window(qtbot, 60)
    qtbot.waitUntil(lambda: place.height() >= card.minimumSizeHint().height(), timeout=5000)
    before = place.height()
    with qtbot.waitSignal(place.height_changed, timeout=5000):
        card.findChildren(QLabel)[0].setFixedHeight(300)
    qtbot.waitUntil(lambda: place.height() >= before + 240, timeout=5000)
