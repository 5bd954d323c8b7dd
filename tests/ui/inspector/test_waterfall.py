"""The waterfall: bars on the axis of their turn, zoomed around a place, seen in pixels."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionHeader,
    QStyleOptionViewItem,
    QWidget,
)

from chatapp.domain.exchanges import (
    Exchange,
    ExchangeId,
    ExchangeLink,
    Moments,
    Stretch,
    StretchKind,
)
from chatapp.domain.messages import MessageId
from chatapp.qtmodels.timeline import ROW_ROLE, TURN_ROLE, Column, TimelineModel
from chatapp.qtmodels.timeline_rows import TimelineRow, Tone, turn_row
from chatapp.ui.inspector.timeline_view import TimelineView
from chatapp.ui.inspector.waterfall import Axis, Zoom, axis_of, tone_colour
from chatapp.ui.theme import current_theme, theme_named
from chatapp.ui.theme_style import style_sheet

EXCHANGE = Exchange(
    ExchangeId("e"), ExchangeLink(message_id=MessageId("m")), started_at=100.0, model="m",
    status=200, moments=Moments(10.0, None, 20.0, 100.0, 200.0, 1000.0),
    stretches=(Stretch(StretchKind.TEXT, 200.0, 900.0),),
)  # fmt: skip
FAILED = replace(EXCHANGE, id=ExchangeId("f"), status=500, stretches=(), started_at=101.0)


def turn() -> TimelineRow:
    return turn_row("t", "Hi", [EXCHANGE, FAILED], ())


@pytest.fixture
def view(qapp: QApplication) -> Iterator[TimelineView]:
    parent = QWidget()
    parent.resize(900, 300)
    model = TimelineModel(parent)
    made = TimelineView(model, parent)
    made.prepare()
    made.resize(900, 300)
    model.show_turns([turn()])
    parent.show()
    yield made
    parent.close()


def model_of(view: TimelineView) -> TimelineModel:
    model = view.model()
    assert isinstance(model, TimelineModel)
    return model


def axis(zoom: Zoom) -> Axis:
    return axis_of(turn(), QRect(0, 0, 216, 20), zoom)


def test_times_are_placed_between_the_ends_of_their_turn(qapp: QApplication) -> None:
    owner = QObject()
    whole = axis(Zoom(owner))
    assert [round(whole.x(at)) for at in (100.0, 101.0, 102.0)] == [8, 108, 208]


def test_ticks_are_round_and_not_crowded(qapp: QApplication) -> None:
    owner = QObject()
    ticks = list(axis(Zoom(owner)).ticks())
    assert [round(ms) for _, ms in ticks] == [0, 1000]
    gaps = [after[0] - before[0] for before, after in itertools.pairwise(ticks)]
    assert min(gaps) >= 70


def test_zooming_keeps_what_is_under_the_pointer(qapp: QApplication) -> None:
    owner = QObject()
    zoom = Zoom(owner)
    before = axis(zoom).x(101.0)
    zoom.around((before - 8) / 200, 4.0)
    assert abs(axis(zoom).x(101.0) - before) < 0.01
    assert zoom.span == 0.25
    zoom.move(99.0)
    assert zoom.start == 0.75
    zoom.move(-99.0)
    assert zoom.start == 0.0
    zoom.around(0.5, 1e9)
    assert 0 < zoom.span < 0.001
    zoom.reset()
    assert (zoom.start, zoom.span) == (0.0, 1.0)


def test_each_kind_of_time_has_a_colour_of_its_own_in_both_themes(qapp: QApplication) -> None:
    for name in ("light", "dark"):
        colours = [tone_colour(tone, theme_named(name)).name() for tone in Tone]
        assert len(set(colours)) == len(colours)


def colours_of_row(view: TimelineView, key: str) -> set[str]:
    index = model_of(view).index_of(key).siblingAtColumn(Column.WATERFALL)
    image: QImage = view.viewport().grab().toImage()
    box = view.visualRect(index)
    scale = image.devicePixelRatio()
    y = round(box.center().y() * scale)
    return {image.pixelColor(round(x * scale), y).name() for x in range(box.left(), box.right())}


def test_bars_are_drawn_in_the_colours_of_their_kind(view: TimelineView) -> None:
    view.expandAll()
    theme = current_theme()
    assert tone_colour(Tone.TEXT, theme).name() in colours_of_row(view, "e")
    assert tone_colour(Tone.TEXT, theme).name() in colours_of_row(view, "e/stretch 0")
    assert tone_colour(Tone.TEXT, theme).name() not in colours_of_row(view, "e/connect")
    assert tone_colour(Tone.PROBLEM, theme).name() in colours_of_row(view, "f")


def wheel(view: TimelineView, at: QPoint, angle: int, keys: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, angle),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def waterfall_point(view: TimelineView) -> QPoint:
    x = view.columnViewportPosition(Column.WATERFALL) + view.columnWidth(Column.WATERFALL) // 2
    return QPoint(x, 30)


def test_the_wheel_zooms_with_ctrl_and_a_double_click_shows_all_again(view: TimelineView) -> None:
    at = waterfall_point(view)
    wheel(view, at, 120, Qt.KeyboardModifier.ControlModifier)
    span = view.zoom.span
    assert span < 1
    wheel(view, QPoint(20, 30), 120, Qt.KeyboardModifier.ControlModifier)
    wheel(view, at, 120, Qt.KeyboardModifier.NoModifier)
    assert view.zoom.span == span
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.zoom.span == 1


def test_a_double_click_on_a_bar_shows_its_time_across_the_whole_width(view: TimelineView) -> None:
    index = model_of(view).index_of("e").siblingAtColumn(Column.WATERFALL)
    place = view.visualRect(index).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    row, turn = index.data(ROW_ROLE), index.data(TURN_ROLE)
    shown = axis_of(turn, QRect(0, 0, 1000, 20), view.zoom)
    left, right = shown.x(row.start_s), shown.x(row.end_s)
    assert shown.area.left() <= left < right <= shown.area.right() + 1
    assert right - left > 0.85 * shown.area.width()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (view.zoom.start, view.zoom.span) == (0, 1)


def test_dragging_moves_what_is_zoomed(view: TimelineView) -> None:
    view.zoom.around(0.5, 8.0)
    start, at = view.zoom.start, waterfall_point(view)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(view.viewport(), at - QPoint(40, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at - QPoint(40, 0))
    assert view.zoom.start > start


def test_keys_zoom_too(view: TimelineView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom.span < 1
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom.span == 1
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.zoom.span == 1


def test_new_turns_are_unfolded_and_a_double_click_unfolds_a_request(view: TimelineView) -> None:
    assert view.isExpanded(model_of(view).index(0, 0))
    request = model_of(view).index_of("e")
    assert not view.isExpanded(request)
    box = view.visualRect(request)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert view.isExpanded(request)


def test_what_has_no_room_is_left_out(view: TimelineView) -> None:
    shown: dict[int, list[Column]] = {}
    for width in (900, 450, 370, 300, 200):
        view.resize(width, 300)
        shown[width] = [c for c in Column if not view.isColumnHidden(c)]
    assert shown[900] == list(Column)
    assert Column.SIZE not in shown[450]
    assert shown[370] == [Column.STEP, Column.STATUS, Column.TIME, Column.WATERFALL]
    assert shown[300] == [Column.STEP, Column.STATUS, Column.TIME]
    assert shown[200] == [Column.STEP, Column.STATUS], "how a request went is read first"


@pytest.mark.parametrize("width", [900, 300])
def test_titles_of_columns_stand_where_their_cells_stand(view: TimelineView, width: int) -> None:
    theme = theme_named("light")
    points = view.font().pointSizeF()
    sheet = style_sheet(theme.colours, name="light", radius=6, icons="", points=points)
    view.setStyleSheet(sheet)
    view.resize(width, 300)
    header, cell, delegate = view.header(), QStyleOptionViewItem(), view.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    view.initViewItemOption(cell)
    for column in (Column.STATUS, Column.TIME):
        title = QStyleOptionHeader()
        header.initStyleOption(title)
        header.initStyleOptionForIndex(title, column)
        left, span = header.sectionViewportPosition(column), header.sectionSize(column)
        title.rect = QRect(left, 0, span, header.height())
        index = model_of(view).index_of("e").siblingAtColumn(column)
        delegate.initStyleOption(cell, index)
        cell.rect = view.visualRect(index)
        inside = header.style().subElementRect(QStyle.SubElement.SE_HeaderLabel, title, header)
        text = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, view)
        gap = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, view) + 1
        if column is Column.STATUS:
            assert inside.left() == text.left() + gap
        else:
            assert inside.right() == text.right() - gap


def test_choosing_tells_and_marking_does_not(view: TimelineView) -> None:
    told: list[str] = []
    view.row_chosen.connect(lambda row: told.append(row.key))
    view.choose(model_of(view).index_of("e"))
    view.mark(model_of(view).index_of("e/stretch 0"))
    row = view.current_row()
    assert row is not None
    assert (told, row.key) == (["e"], "e/stretch 0")
    view.selectAll()
    assert {r.key for r in view.chosen_rows()} >= {"t", "e", "f"}


def test_a_row_that_is_only_marked_is_chosen_by_a_click(view: TimelineView) -> None:
    told: list[str] = []
    view.row_chosen.connect(lambda row: told.append(row.key))
    index = model_of(view).index_of("f")
    view.mark(index)
    assert told == []
    for _ in range(2):
        place = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["f"]
    view.mark(model_of(view).index_of("e"))
    view.choose(model_of(view).index_of("e"))
    assert told == ["f", "e"]
