"""Cards stand side by side where each has room, and below one another elsewhere."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.even_layout import EvenLayout


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    place = QWidget()
    qtbot.addWidget(place)
    layout = EvenLayout(place, spacing=10, least=100)
    for words in ("one two three", "four", "five six " * 20):
        label = QLabel(words)
        label.setWordWrap(True)
        layout.addWidget(label)
    return place


def laid_out(place: QWidget, width: int) -> list[tuple[int, int, int, int]]:
    layout = place.layout()
    assert layout is not None
    place.resize(width, layout.heightForWidth(width))
    layout.activate()
    boxes = [label.geometry() for label in place.findChildren(QLabel)]
    return [(box.x(), box.y(), box.width(), box.height()) for box in boxes]


def test_in_a_wide_place_they_are_equal_columns(place: QWidget) -> None:
    boxes = laid_out(place, 620)
    assert [x for x, _, _, _ in boxes] == [0, 210, 420]
    assert {(y, width) for _, y, width, _ in boxes} == {(0, 200)}
    assert len({height for _, _, _, height in boxes}) == 1
    assert boxes[0][3] == place.height()


def test_in_a_narrow_place_they_are_one_column(place: QWidget) -> None:
    boxes = laid_out(place, 250)
    assert {(x, width) for x, _, width, _ in boxes} == {(0, 250)}
    for above, below in pairwise(boxes):
        assert below[1] == above[1] + above[3] + 10
    assert place.height() == boxes[-1][1] + boxes[-1][3]


def test_they_begin_where_people_begin_to_read(place: QWidget) -> None:
    place.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [x for x, _, _, _ in laid_out(place, 620)] == [420, 210, 0]


def test_items_can_be_taken_away(place: QWidget) -> None:
    layout = place.layout()
    assert isinstance(layout, EvenLayout)
    assert layout.sizeHint().width() == 320
    assert layout.takeAt(5) is None
    assert layout.takeAt(0) is not None
    assert (layout.count(), layout.itemAt(7)) == (2, None)
