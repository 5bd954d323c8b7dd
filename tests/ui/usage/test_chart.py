"""The chart: bars that stand for what they say, in both themes and for screen readers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.usage import Tokens
from chatapp.ui.usage.chart import Bar, UsageChart, short_number

BARS = [
    Bar("1.", Tokens(1000, 500, cached=400, reasoning=100), "first day"),
    Bar("2.", Tokens(), "nothing"),
    Bar("3.", Tokens(100, 50), "third day"),
]


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[UsageChart]:
    window = QWidget()
    qtbot.addWidget(window)
    widget = UsageChart(window)
    widget.resize(600, 190)
    window.resize(620, 200)
    window.show()
    yield widget
    window.close()


def painted_heights(chart: UsageChart) -> list[int]:
    """Return how many pixels above the lower line are not the background, for each bar."""
    image = chart.grab().toImage()
    ratio = image.devicePixelRatio()
    plot = chart._plot()
    background = image.pixelColor(2, 2)
    heights = []
    for number in range(len(chart._bars)):
        x = round((plot.left() + chart._slot_width() * (number + 0.5)) * ratio)
        column = range(round(plot.top() * ratio), round((plot.bottom() - 2) * ratio))
        heights.append(sum(image.pixelColor(x, y) != background for y in column))
    return heights


def test_a_day_with_more_tokens_has_the_higher_bar(chart: UsageChart) -> None:
    chart.show_bars(BARS)
    first, nothing, third = painted_heights(chart)
    assert first > third > nothing
    assert nothing <= 4, "only the lines behind the bars"


def test_nothing_to_show_is_painted_as_well(chart: UsageChart) -> None:
    chart.show_bars([])
    assert painted_heights(chart) == []
    assert chart.bar_at(300) is None
    assert chart.accessibleDescription() == "No tokens were used in this time."
    empty = chart.grab().toImage()
    chart.show_bars(BARS)
    assert chart.grab().toImage() != empty


def test_words_are_there_for_those_who_do_not_see_the_bars(chart: UsageChart) -> None:
    chart.show_bars(BARS)
    assert chart.accessibleDescription() == "first day\nnothing\nthird day"
    assert chart.legend() == ("Prompt", "Cached prompt", "Answer", "Reasoning")


def test_a_bar_says_what_it_holds_when_one_points_at_it(chart: UsageChart, qtbot: QtBot) -> None:
    chart.show_bars(BARS)
    at = QPoint(round(chart._plot().left() + chart._slot_width() * 2.5), 100)
    event = QHelpEvent(QEvent.Type.ToolTip, at, chart.mapToGlobal(at))
    QApplication.sendEvent(chart, event)
    assert QToolTip.text() == "third day"
    QToolTip.hideText()
    assert chart.bar_at(1) is None


def test_numbers_are_short() -> None:
    assert [short_number(n) for n in (0, 999, 1500, 150_000, 2_500_000)] == [
        "0", "999", "1.5 k", "150 k", "2.5 M"
    ]  # fmt: skip
