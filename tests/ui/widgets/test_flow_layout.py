"""Widgets in rows: as many to a row as fit, from the side where people begin to read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = FlowLayout(widget, spacing=10, fill=False)
    for _ in range(5):
        item = QWidget()
        item.setFixedSize(100, 30)
        layout.addWidget(item)
    return widget


def places(page: QWidget) -> list[tuple[int, int]]:
    layout = page.layout()
    assert layout is not None
    page.show()
    layout.activate()
    found = [layout.itemAt(n) for n in range(layout.count())]
    return [(item.geometry().x(), item.geometry().y()) for item in found if item is not None]


def test_rows_are_filled_before_another_is_begun(page: QWidget) -> None:
    page.resize(215, 200)
    assert places(page) == [(0, 0), (110, 0), (0, 40), (110, 40), (0, 80)]


def test_where_people_read_from_the_right_rows_begin_there(page: QWidget) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(220, 200)
    assert places(page)[:2] == [(120, 0), (10, 0)]


def test_a_narrower_page_is_higher(page: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    assert layout.hasHeightForWidth()
    heights = [layout.heightForWidth(width) for width in (600, 215, 100)]
    assert heights == [30, 110, 190]


def test_a_widget_that_is_taken_out_leaves_no_gap(page: QWidget) -> None:
    layout = page.layout()
    assert isinstance(layout, FlowLayout)
    taken = layout.takeAt(0)
    assert taken is not None
    assert layout.takeAt(99) is None
    widget = taken.widget()
    assert widget is not None
    widget.hide()
    page.resize(215, 200)
    assert places(page) == [(0, 0), (110, 0), (0, 40), (110, 40)]
