"""The pad as people use it: dragged, moved by keys, presets clicked, values read out."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from chatapp.domain.surfaces import surface_of
from chatapp.ui.parameters.pad import SamplingPad
from chatapp.ui.parameters.pad_picture import NamedPoint, heat_image
from chatapp.ui.theme import current_theme, theme_named

MEASURED = surface_of([((x, y), x) for x in (0.0, 1.0, 2.0) for y in (0.5, 1.0)])


class Desk:
    """A pad that is shown what it asks for, as the app does."""

    def __init__(self, qtbot: QtBot) -> None:
        self.pad = SamplingPad()
        qtbot.addWidget(self.pad)
        self.pad.resize(280, 200)
        self.moves: list[tuple[Any, Any]] = []
        self.chosen: list[str] = []
        self.pad.moved.connect(self.take)
        self.pad.preset_chosen.connect(self.chosen.append)
        self.pad.show()

    def take(self, temperature: float | None, top_p: float | None) -> None:
        self.moves.append((temperature, top_p))
        before = self.pad.point
        self.pad.show_point(
            before[0] if temperature is None else temperature,
            before[1] if top_p is None else top_p,
            sent=True,
        )

    def at(self, temperature: float, top_p: float) -> QPoint:
        return self.pad._plane().place(temperature, top_p).toPoint()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_a_click_moves_the_point_there(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.pad, Qt.MouseButton.LeftButton, pos=desk.at(0.5, 0.5))
    assert desk.pad.point == pytest.approx((0.5, 0.5), abs=0.02)


def test_dragging_along_an_edge_leaves_the_other_value_alone(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mousePress(desk.pad, Qt.MouseButton.LeftButton, pos=desk.at(0.6, 1) + QPoint(0, 2))
    qtbot.mouseMove(desk.pad, desk.at(0.8, 1) - QPoint(0, 3))
    qtbot.mouseRelease(desk.pad, Qt.MouseButton.LeftButton, pos=desk.at(0.8, 1))
    assert desk.moves
    assert all(top_p is None for _, top_p in desk.moves)


def test_values_stay_within_their_ranges(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.pad, Qt.MouseButton.LeftButton, pos=QPoint(279, 199))
    assert desk.pad.point == (2.0, 0.0)
    desk.moves.clear()
    qtbot.keyClick(desk.pad, Qt.Key.Key_Right)
    qtbot.keyClick(desk.pad, Qt.Key.Key_Down)
    assert desk.moves == []


def test_arrow_keys_move_in_steps_and_shift_in_small_ones(desk: Desk, qtbot: QtBot) -> None:
    desk.pad.show_point(1.0, 0.5, sent=True)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(desk.pad, key)
    assert desk.pad.point == (0.95, 0.55)
    qtbot.keyClick(desk.pad, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.pad.point == (0.96, 0.55)
    qtbot.keyClick(desk.pad, Qt.Key.Key_A)
    assert desk.moves == [(0.95, None), (None, 0.55), (0.96, None)]


def test_the_values_are_the_accessible_name(desk: Desk) -> None:
    assert desk.pad.accessibleName() == "Temperature 1, Top P 1, not sent"
    desk.pad.show_point(0.7, 0.95, sent=True)
    assert desk.pad.accessibleName() == "Temperature 0.7, Top P 0.95"
    assert "Arrow keys" in desk.pad.accessibleDescription()


def test_a_click_on_a_presets_point_chooses_it_and_moves_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.pad.show_presets([NamedPoint("Precise", "Genau", 0.2, 0.9)])
    qtbot.mouseClick(desk.pad, Qt.MouseButton.LeftButton, pos=desk.at(0.2, 0.9) + QPoint(3, 2))
    assert (desk.chosen, desk.moves) == (["Precise"], [])
    qtbot.mousePress(desk.pad, Qt.MouseButton.LeftButton, pos=desk.at(0.2, 0.9))
    qtbot.mouseMove(desk.pad, desk.at(1.0, 0.5))
    qtbot.mouseRelease(desk.pad, Qt.MouseButton.LeftButton, pos=desk.at(1.0, 0.5))
    assert desk.chosen == ["Precise"]
    assert desk.pad.point == pytest.approx((1.0, 0.5), abs=0.02)


def test_the_right_button_does_nothing(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.pad, Qt.MouseButton.RightButton, pos=desk.at(0.2, 0.9))
    assert (desk.chosen, desk.moves) == ([], [])


def _colour(desk: Desk, temperature: float, top_p: float) -> QColor:
    image = desk.pad.grab().toImage()
    ratio = image.devicePixelRatio()
    place = desk.at(temperature, top_p)
    return image.pixelColor(round(place.x() * ratio), round(place.y() * ratio))


def test_what_was_measured_colours_the_pad_and_nothing_else_does(desk: Desk) -> None:
    desk.pad.show_point(2.0, 0.0, sent=False)
    blank = _colour(desk, 1.2, 0.3)
    desk.pad.show_surface(MEASURED, "Length")
    low, high = _colour(desk, 0.2, 0.8), _colour(desk, 1.8, 0.8)
    assert low != high
    assert _colour(desk, 1.2, 0.3) == blank, "below 0.5 nothing was measured"
    assert desk.pad._words_at(desk.pad._plane().place(1.0, 0.8)).endswith("Length: 1")
    desk.pad.show_surface(None)
    assert _colour(desk, 1.8, 0.8) == current_theme().colour("surface")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_heat_map_goes_from_weak_to_strong_in_both_themes(name: str) -> None:
    theme = theme_named(name)
    image = heat_image(MEASURED, theme)
    assert image is not None
    assert image.pixelColor(0, 0).name() == theme.colour("accent_soft").name()
    assert image.pixelColor(0, image.height() - 1).alpha() == 0
    assert heat_image(surface_of([]), theme) is None
    flat = heat_image(surface_of([((0, 1), 3.0), ((2, 1), 3.0)]), theme)
    assert flat is not None
    assert flat.pixelColor(0, 0) == flat.pixelColor(flat.width() - 1, 0)


def test_the_names_of_the_axes_have_room_in_every_script(qtbot: QtBot) -> None:
    pad = SamplingPad()
    qtbot.addWidget(pad)
    pad._names = ("温度", "Top P")
    pad.resize(280, 200)
    pad.show()
    image = pad.grab().toImage()
    ratio = image.devicePixelRatio()
    ground = image.pixelColor(1, 1)
    below = range(round((pad._plane().area.bottom() + 2) * ratio), image.height())
    middle = range(image.width() // 3, image.width() * 2 // 3)
    written = [y for y in below if any(image.pixelColor(x, y) != ground for x in middle)]
    assert written
    assert written[-1] < image.height() - 1, "the last row would be cut"
