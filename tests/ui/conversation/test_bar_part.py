"""A row of words and buttons: where it does not fit it takes rows that are about as long."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.bar_part import BarPart, Button, Words
from chatapp.ui.conversation.parts.controls import control_height
from chatapp.ui.conversation.wishes import Wish, WishKind

NAMES = ("Copy", "Quote", "Regenerate", "Edit", "Source", "Delete", "Settings", "Inspect")


@pytest.fixture
def look(qapp: object) -> Appearance:
    del qapp
    return Appearance.of(QGuiApplication.palette(), QGuiApplication.font(), 1.0)


def rows_of(bar: BarPart, look: Appearance, width: int) -> list[list[str]]:
    """Return the labels in each row."""
    bar.lay_out(look, width)
    rows: dict[int, list[str]] = {}
    for area in bar.areas():
        assert area.rect.right() < width
        rows.setdefault(area.rect.top(), []).append(area.label)
    return [rows[top] for top in sorted(rows)]


def actions(*, leading: bool) -> BarPart:
    first = [Button("420 tokens", Wish(WishKind.FOLD), leads=True)] if leading else []
    return BarPart([*first, *(Button(name, Wish(WishKind.COPY_MESSAGE)) for name in NAMES)])


def whole_width(bar: BarPart, look: Appearance) -> int:
    bar.lay_out(look, 10_000)
    box = QRect()
    for area in bar.areas():
        box = box.united(area.rect)
    return box.width() + 1


def test_what_fits_is_one_row(look: Appearance) -> None:
    bar = actions(leading=True)
    assert rows_of(bar, look, 2_000) == [["420 tokens", *NAMES]]
    assert bar.lay_out(look, 2_000) == control_height(look)


def test_no_button_is_left_alone_in_the_last_row(look: Appearance) -> None:
    bar = actions(leading=False)
    rows = rows_of(bar, look, whole_width(bar, look) - 20)
    assert [len(row) for row in rows] in ([4, 4], [3, 5], [5, 3])


def test_what_leads_has_a_row_of_its_own_then(look: Appearance) -> None:
    bar = actions(leading=True)
    rows = rows_of(bar, look, whole_width(bar, look) - 20)
    assert rows == [["420 tokens"], list(NAMES)]
    assert bar.lay_out(look, 120) == len(rows_of(bar, look, 120)) * control_height(look)


def test_a_button_wider_than_the_view_is_cut_to_it(look: Appearance) -> None:
    bar = BarPart([Button("word " * 50, Wish(WishKind.COPY_MESSAGE)), Words("x")])
    assert rows_of(bar, look, 100) == [["word " * 50]]


def test_an_empty_row_is_as_high_as_one(look: Appearance) -> None:
    assert BarPart([]).lay_out(look, 100) == control_height(look)
