"""What is said to look as before really does, for words of any script and any kind of block."""

import random

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.body import MarkdownBody
from chatapp.ui.conversation.parts.code_part import CodePart
from chatapp.ui.conversation.parts.part import PaintState, Part
from tests.support.gfm_oracle import corpus

WIDTH = 420
HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd "
TEXTS = {
    "latin": "Words that go on, some of them `code` and **bold**, and more. " * 20,
    "turned": "12 34 - 56 78 - " * 20 + HEBREW * 20,
    "thai": "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e0a\u0e32\u0e27\u0e42\u0e25\u0e01" * 40,
    "quote": "> A quote that is long enough. " * 30,
    "list": "- An item that is longer than a line, by far. " * 4 + "\n- Another. " * 10,
    "code": "```python\n" + "x = '''a\nb\n'''  # remark\n" * 20 + "```\n",
    "emphasis": "Words **that are bold until far behind " * 10 + "here** and not there.",
}


@pytest.fixture
def look(qapp: QApplication) -> Appearance:
    return Appearance.of(qapp.palette(), qapp.font(), 1.0)


def drawn(part: Part, look: Appearance, height: int) -> QImage:
    """Return the first ``height`` lines of a part."""
    image = QImage(WIDTH, height, QImage.Format.Format_RGB32)
    image.fill(look.background)
    painter = QPainter(image)
    part.paint(painter, look, PaintState(QRect(0, 0, WIDTH, height)))
    painter.end()
    return image


def grow(text: str, dice: random.Random, look: Appearance) -> int:
    """Let a text grow by random pieces; return how many of the changes kept something."""
    body, at, kept = MarkdownBody("answer"), 0, 0
    while at < len(text):
        before = body.parts[-1] if body.parts else None
        version, height = (before.version, before.prepare(look, WIDTH)) if before else (0, 0)
        picture = drawn(before, look, height) if before else QImage()
        at += dice.randint(1, 60)
        body.update(text[:at], closed=False)
        for part in body.parts:
            part.prepare(look, WIDTH)
        if before in body.parts and before is not None and before.version == version + 1:
            same = min(before.kept, height)
            if same > 0:
                kept += 1
                assert drawn(before, look, same) == picture.copy(0, 0, WIDTH, same), text[:at]
    return kept


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", TEXTS)
def test_what_is_kept_of_a_growing_text_looks_as_before(
    name: str, seed: int, look: Appearance
) -> None:
    assert grow(TEXTS[name], random.Random(seed), look) > 2


@pytest.mark.parametrize("seed", range(8))
def test_what_is_kept_of_answers_looks_as_before(seed: int, look: Appearance) -> None:
    dice = random.Random(seed)
    grow(dice.choice(sorted(corpus().values())), dice, look)


def test_code_that_has_ended_is_coloured_anew_from_its_top(look: Appearance) -> None:
    body = MarkdownBody("answer")
    body.update("```c\nint x;\n" + "x++;\n" * 20, closed=False)
    (code,) = body.parts
    code.prepare(look, WIDTH)
    body.update("```c\nint x;\n" + "x++;\n" * 21, closed=False)
    assert isinstance(code, CodePart)
    assert code.kept > 0
    body.update("```c\nint x;\n" + "x++;\n" * 21 + "```\n", closed=False)
    assert code.kept == 0


ROWS = (
    "| Name | A remark that may be long |\n|---|:-:|\n"
    + "".join(f"| row {n} | {'words ' * (n % 5)} |\n" for n in range(12))
    + "| a name that makes its column wider | $x$ and `code` and more words than before |\n" * 2
    + "| b | c |\n" * 4
)


@pytest.mark.parametrize("width", [WIDTH, 160])
@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.3])
def test_a_table_that_grows_is_drawn_as_if_it_had_come_at_once(
    zoom: float, width: int, qapp: QApplication
) -> None:
    look = Appearance.of(qapp.palette(), qapp.font(), zoom)
    grown, parts, kept = MarkdownBody("answer"), set(), 0
    lines = ROWS.splitlines(keepends=True)
    for count in range(2, len(lines) + 1):
        text = "".join(lines[:count])
        before = drawn(grown.parts[-1], look, 900) if count > 2 else QImage()
        grown.update(text, closed=False)
        at_once = MarkdownBody("answer")
        at_once.update(text, closed=False)
        assert grown.parts[-1].prepare(look, width) == at_once.parts[-1].prepare(look, width)
        picture = drawn(grown.parts[-1], look, 900)
        assert picture == drawn(at_once.parts[-1], look, 900)
        parts.add(grown.parts[-1])
        if same := grown.parts[-1].kept:
            kept += 1
            assert picture.copy(0, 0, WIDTH, same) == before.copy(0, 0, WIDTH, same)
    assert (len(parts), kept > 4) == (1, True)
