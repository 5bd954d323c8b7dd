"""The card of a file: its buttons stand beside the words, and below them where it is narrow."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.bar_part import Button
from chatapp.ui.conversation.parts.file_part import FilePart
from chatapp.ui.conversation.parts.part import PaintState
from chatapp.ui.conversation.wishes import Wish, WishKind

BUTTONS = (Button("Play", Wish(WishKind.PLAY_SOUND, "a")), Button("Save as…", Wish(WishKind.EDIT)))


@pytest.fixture
def look(qapp: QApplication) -> Appearance:
    return Appearance.of(qapp.palette(), qapp.font(), 1.0)


def boxes(part: FilePart) -> list[QRect]:
    return [area.rect for area in part.areas()]


def test_buttons_stand_beside_the_words_or_below_them(look: Appearance) -> None:
    part = FilePart("sound", "note.wav", "audio/wav · 96 kB · two seconds", BUTTONS)
    low = part.prepare(look, 600)
    beside = boxes(part)
    assert all(box.left() >= 0 and box.right() < 600 and box.bottom() < low for box in beside)
    high = part.prepare(look, 220)
    below = boxes(part)
    assert high > low
    assert all(box.right() < 220 and low // 2 < box.top() < box.bottom() < high for box in below)
    assert part.prepare(look, 220) == part.estimated_height(look, 220)


def test_buttons_stand_below_words_that_they_would_cut(look: Appearance) -> None:
    short = FilePart("file", "a.pdf", "5 bytes", BUTTONS)
    long = FilePart("file", "a.pdf", "application/pdf · 586 bytes · not sent to anybody", BUTTONS)
    width = 300
    assert long.prepare(look, width) > short.prepare(look, width)
    assert long.prepare(look, 600) == short.prepare(look, 600)


def test_a_file_without_buttons_is_named_with_what_is_known_of_it(look: Appearance) -> None:
    part = FilePart("file", "a.pdf", "5 bytes")
    part.prepare(look, 300)
    assert (part.text(), part.spoken(), part.areas()) == ("a.pdf", "a.pdf (5 bytes)", ())
    assert FilePart("file", "a.pdf", "").spoken() == "a.pdf"


def test_a_window_written_from_right_to_left_mirrors_the_card(
    look: Appearance, qapp: QApplication
) -> None:
    part = FilePart("file", "a.pdf", "5 bytes", BUTTONS)
    part.prepare(look, 400)
    plain, before = boxes(part), painted(part, look)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        part.release()
        part.prepare(look, 400)
        assert [400 - box.x() - box.width() for box in plain] == [box.x() for box in boxes(part)]
        assert painted(part, look) != before
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def painted(part: FilePart, look: Appearance) -> QImage:
    image = QImage(400, 80, QImage.Format.Format_RGB32)
    image.fill(look.surface)
    painter = QPainter(image)
    part.paint(painter, look, PaintState(QRect(0, 0, 400, 80)))
    painter.end()
    return image
