"""The parts of a Markdown text follow it while it grows, and touch nothing that is finished."""

from __future__ import annotations

import random
import time

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.body import MarkdownBody
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.document_part import DocumentPart
from chatapp.ui.conversation.parts.part import PaintState
from chatapp.ui.conversation.parts.table_part import TablePart
from chatapp.ui.conversation.parts.text_part import TextPart
from tests.support.gfm_oracle import corpus
from tests.support.hostile_markdown import hostile_inputs

WIDTH = 600
BAR_S = 0.1


@pytest.fixture
def look(qapp: QApplication) -> Appearance:
    return Appearance.of(qapp.palette(), qapp.font(), 1.0)


def body_of(text: str, *, closed: bool = True) -> MarkdownBody:
    body = MarkdownBody("answer")
    body.update(text, closed=closed)
    return body


def words_of(body: MarkdownBody, look: Appearance) -> list[str]:
    """Return what the parts say."""
    for part in body.parts:
        part.lay_out(look, WIDTH)
    return [part.text() for part in body.parts]


def test_finished_parts_stay_while_the_text_grows() -> None:
    body = MarkdownBody("answer")
    text = "# Title\n\nOne.\n\n- a\n- b\n\nTwo **th"
    for end in range(1, len(text)):
        before = list(body.parts)
        first = body.update(text[:end], closed=False)
        assert all(old is new for old, new in zip(before[:first], body.parts, strict=False))
    assert body.update(text + "ree**.", closed=True) == 3


def test_nothing_changes_when_nothing_is_new() -> None:
    body = body_of("a\n\nb")
    parts = list(body.parts)
    assert body.update("a\n\nb", closed=True) == 2
    assert body.parts == parts


def test_another_text_starts_anew(look: Appearance) -> None:
    body = body_of("one\n\ntwo")
    body.update("three", closed=True)
    assert words_of(body, look) == ["three"]
    body.update("three", closed=False)
    body.update("three four", closed=False)
    assert words_of(body, look) == ["three four"]


def test_code_grows_in_its_part() -> None:
    body = body_of("```python\nx = 1\n", closed=False)
    (code,) = body.parts
    body.update("```python\nx = 1\ny = 2\n```\nend", closed=False)
    assert body.parts[0] is code
    assert isinstance(code, CodePart)
    assert (code.language, code.code) == ("python", "x = 1\ny = 2")


def test_code_in_a_list_is_indented_and_can_be_copied_alone() -> None:
    text, code, rest = body_of("1. a\n   ```sh\n   ls\n   ```\n   b").parts
    assert isinstance(code, CodePart)
    assert code.code == "ls"
    assert text.indent == 0
    assert code.indent == rest.indent > 0


def test_parts_give_the_source_they_were_made_from() -> None:
    source = "# *T*\n\n- [x] a\n- b\n\n| c |\n|---|\n| **d** |"
    assert [part.source() for part in body_of(source).parts] == source.split("\n\n")


def test_task_boxes_are_shown_as_such(look: Appearance) -> None:
    body = body_of("- [x] done\n- [ ] open")
    assert words_of(body, look) == ["done\nopen"]
    assert 'class="checked"' in body.parts[0].html()
    assert 'class="unchecked"' in body.parts[0].html()


def test_an_image_is_its_words_and_may_be_asked_for_only_from_the_web(look: Appearance) -> None:
    body = body_of("![A chart](https://example.com/c.png)\n\n![B](file:///etc/passwd)")
    assert words_of(body, look) == ["A chart", "B"]
    assert [len(part.areas()) for part in body.parts] == [1, 0]


def test_a_formula_that_cannot_be_drawn_is_shown_as_its_source(look: Appearance) -> None:
    source = "$$\nx < \\nosuch{y}\n$$"
    assert words_of(body_of(source), look) == [source]


@pytest.mark.parametrize("name", ["nested-everything", "code-review", "definitions-late", "emoji"])
def test_an_answer_is_drawn_in_full_and_in_pieces_alike(name: str, look: Appearance) -> None:
    (text,) = (text for stem, text in corpus().items() if stem.endswith(name))
    grown = MarkdownBody("answer")
    for end in range(0, len(text), 11):
        grown.update(text[:end], closed=False)
    grown.update(text, closed=True)
    assert picture(grown, look) == picture(body_of(text), look)


@pytest.mark.parametrize("seed", range(10))
def test_every_prefix_is_drawn_as_if_it_had_come_at_once(seed: int, look: Appearance) -> None:
    """Documents are filled again and again while they grow; nothing of before may remain."""
    dice = random.Random(seed)
    text = dice.choice(sorted(corpus().values()))
    ends = sorted(dice.sample(range(1, len(text) + 1), min(12, len(text))))
    grown = MarkdownBody("answer")
    for end in ends:
        grown.update(text[:end], closed=False)
        at_once = body_of(text[:end], closed=False)
        assert picture(grown, look) == picture(at_once, look), text[:end]
    grown.update(text, closed=True)
    assert picture(grown, look) == picture(body_of(text), look)


def test_a_text_that_goes_on_is_laid_out_once_for_each_change(look: Appearance) -> None:
    body = body_of("Some *words*\nand a line", closed=False)
    (part,) = body.parts
    assert isinstance(part, TextPart)
    part.prepare(look, WIDTH)
    changes: list[None] = []
    part.document(look).contentsChanged.connect(lambda: changes.append(None))
    body.update("Some *words*\nand a line of `more` words", closed=False)
    assert (body.parts, len(changes)) == ([part], 1)


def test_code_that_goes_on_is_laid_out_once_for_each_change(look: Appearance) -> None:
    body = body_of("```python\nx = 1\n", closed=False)
    (part,) = body.parts
    assert isinstance(part, CodePart)
    part.prepare(look, WIDTH)
    changes: list[None] = []
    part.document(look).contentsChanged.connect(lambda: changes.append(None))
    body.update("```python\nx = 1\ny = 'two'\nz = 3\n```\n", closed=False)
    assert (body.parts, len(changes)) == ([part], 1)


def picture(body: MarkdownBody, look: Appearance) -> QImage:
    """Return the parts one below the other."""
    image = QImage(WIDTH, 2_000, QImage.Format.Format_RGB32)
    image.fill(look.background)
    painter = QPainter(image)
    for part in body.parts:
        height = part.lay_out(look, WIDTH)
        part.paint(painter, look, PaintState(QRect(0, 0, WIDTH, height)))
        painter.translate(0, height)
    painter.end()
    return image


def slow_parts(text: str, look: Appearance) -> list[float]:
    """Return how long the parts of *text* took to lay out that took too long."""
    times = []
    for part in body_of(text).parts[:30]:
        began = time.process_time()
        part.lay_out(look, WIDTH)
        times.append(time.process_time() - began)
    return [time_s for time_s in times if time_s >= BAR_S]


def test_no_part_of_hostile_input_takes_long_to_lay_out(look: Appearance) -> None:
    slow = {name: slow_parts(text, look) for name, text in hostile_inputs().items()}
    assert {name: times for name, times in slow.items() if times} == {}


def test_a_wide_table_is_laid_out_in_bearable_stretches(look: Appearance) -> None:
    wide = "|a" * 100 + "|\n" + "|-" * 100 + "|\n" + ("|x" * 100 + "|\n") * 100
    assert all(isinstance(part, TablePart) for part in body_of(wide).parts)
    assert slow_parts(wide, look) == []


def test_a_cut_list_has_no_gap_where_it_is_cut() -> None:
    parts = body_of("\n".join(f"- item {number}" for number in range(20))).parts
    assert all(isinstance(part, (TextPart, DocumentPart)) for part in parts)
    assert parts[1].gap < parts[0].gap


def test_words_in_a_quote_are_moved_in_and_copied_as_a_quote(look: Appearance) -> None:
    plain, quoted = body_of("a\n\n> - a").parts
    assert isinstance(quoted, TextPart)
    assert quoted.html() == "<blockquote><ul>\n<li>a</li>\n</ul></blockquote>"
    for part in (plain, quoted):
        part.lay_out(look, WIDTH)
    assert quoted.position_rect(0).left() > plain.position_rect(0).left()


def test_numbers_of_two_and_three_digits_have_room(look: Appearance) -> None:
    for first in (10, 100):
        (part,) = body_of(f"{first}. a").parts
        assert isinstance(part, TextPart)
        part.lay_out(look, WIDTH)
        number = QFontMetrics(look.body).horizontalAdvance(f"{first}. ")
        assert part.position_rect(0).left() >= number
