"""Bullets and task boxes stand apart from their words, and leave no trace in what is copied."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QImage, QPainter, QPalette

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.part import PaintState
from chatapp.ui.conversation.parts.text_part import LIST_INDENT, TextPart
from tests.conftest import RunInQt

WIDTH, HEIGHT = 300, 160


def appearance() -> Appearance:
    palette = QPalette(QGuiApplication.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("white"))
    palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    return Appearance.of(palette, QGuiApplication.font(), 1.0)


def painted(part: TextPart, look: Appearance) -> QImage:
    """Return what ``part`` looks like."""
    part.lay_out(look, WIDTH)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(look.background)
    painter = QPainter(image)
    part.paint(painter, look, PaintState(QRect(0, 0, WIDTH, HEIGHT)))
    painter.end()
    return image


def inked_columns(image: QImage, look: Appearance, line: QRect) -> list[int]:
    """Return the columns of a line in which anything is drawn."""
    back = look.background.rgb()
    return [
        x
        for x in range(WIDTH)
        if any(image.pixel(x, y) != back for y in range(line.top(), line.bottom()))
    ]


@pytest.mark.parametrize("mark", ["<li>", '<li class="checked">', '<li class="unchecked">'])
def test_a_mark_stands_apart_from_its_words(run_in_qt: RunInQt, mark: str) -> None:
    async def work() -> None:
        look = appearance()
        part = TextPart(f"<ul>{mark}HHH</li></ul>")
        image = painted(part, look)
        columns = inked_columns(image, look, part.position_rect(1))
        gaps = [b - a for a, b in pairwise(columns) if b - a > 1]
        em = QFontMetricsF(look.body).height() * 0.7
        assert columns[0] >= 0
        assert columns[0] < look.unit * LIST_INDENT
        assert gaps, "a mark, then space, then words"
        assert gaps[0] > em * 0.3

    run_in_qt(work())


def test_a_task_that_is_done_is_filled_and_an_open_one_is_not(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        look = appearance()
        part = TextPart('<ul><li class="checked">H</li><li class="unchecked">H</li></ul>')
        image = painted(part, look)
        done, open_ = (
            sum(
                image.pixelColor(x, y).lightness() < 200
                for x in range(look.unit * LIST_INDENT - 2)
                for y in range(line.top(), line.bottom())
            )
            for line in (part.position_rect(0), part.position_rect(3))
        )
        assert done > open_ > 0

    run_in_qt(work())


def test_a_mark_of_text_from_right_to_left_is_on_the_right(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        look = appearance()
        part = TextPart("<ul><li>שלום</li></ul>")
        image = painted(part, look)
        columns = inked_columns(image, look, part.position_rect(1))
        assert columns[-1] > WIDTH - look.unit * LIST_INDENT
        assert columns[-1] - columns[-2] == 1

    run_in_qt(work())


def test_words_of_a_list_are_copied_with_their_colour(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        part = TextPart("<ul><li>some words</li></ul>")
        painted(part, appearance())
        markdown, html = part.selected_markup(0, part.length())
        assert "some words" in markdown
        assert "transparent" not in html

    run_in_qt(work())


def test_headings_never_grow_with_their_level(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        look = appearance()
        heights = []
        for level in range(1, 7):
            part = TextPart(f"<h{level}>Heading</h{level}>")
            part.lay_out(look, WIDTH)
            heights.append(part.position_rect(1).height())
        assert heights == sorted(heights, reverse=True)
        body = TextPart("<p>Heading</p>")
        body.lay_out(look, WIDTH)
        assert heights[-1] >= body.position_rect(1).height() * 0.8

    run_in_qt(work())


def test_a_quote_that_goes_on_has_one_bar(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        look = appearance()
        part = TextPart("<blockquote><p>H</p><p>H</p></blockquote>")
        image = painted(part, look)
        first, last = part.position_rect(0), part.position_rect(2)
        column = [image.pixel(0, y) for y in range(first.top() + 2, last.bottom() - 2)]
        assert set(column) == {look.line.rgb()}
        assert first.left() == last.left()

    run_in_qt(work())


def test_a_quote_written_from_right_to_left_has_its_bar_at_the_right(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        look = appearance()
        there = TextPart("<blockquote><p>H</p></blockquote>")
        image = painted(there, look)
        middle = there.position_rect(0).center().y()
        mirrored = TextPart("<blockquote><p>שלום</p></blockquote>")
        other = painted(mirrored, look)
        assert image.pixel(0, middle) == look.line.rgb()
        assert other.pixel(0, middle) != look.line.rgb()
        assert other.pixel(WIDTH - 1, middle) == look.line.rgb()
        bar = WIDTH - mirrored.position_rect(0).right() - 1
        assert bar == pytest.approx(there.position_rect(0).left(), abs=2)

    run_in_qt(work())


def test_a_narrow_view_leaves_words_of_deep_lists_their_room(run_in_qt: RunInQt) -> None:
    async def work() -> None:
        look = appearance()
        part = TextPart(
            "<ul><li>a<ul><li>b<ul><li>c<ol><li>words</li></ol></li></ul></li></ul></li></ul>"
        )
        part.lay_out(look, WIDTH * 3)
        wide = part.position_rect(6).left()
        part.lay_out(look, 150)
        narrow = part.position_rect(6).left()
        assert wide == 4 * look.unit * LIST_INDENT
        assert narrow <= 150 / 2
        part.change(part.html() + "<p>more</p>", "", quotes=0, gap=0, indent=0)
        part.lay_out(look, 150)
        assert part.position_rect(6).left() == narrow

    run_in_qt(work())
