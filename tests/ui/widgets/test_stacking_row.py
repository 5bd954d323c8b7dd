"""A row becomes a column where it is too narrow, and nothing in it is cut."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui.widgets.stacking_row import StackingRow, WrappedLabel


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    QVBoxLayout(holder)
    return holder


def added(holder: QWidget, widget: QWidget) -> None:
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(widget)
    holder.show()


def test_buttons_are_side_by_side_or_below_each_other_and_never_cut(
    qtbot: QtBot, holder: QWidget
) -> None:
    row = StackingRow(holder)
    first, second = QPushButton("Go on without", row), QPushButton("Decide again…", row)
    row.add(first, second)
    added(holder, row)
    holder.resize(600, 100)
    qtbot.waitUntil(lambda: first.y() == second.y() and first.x() < second.x(), timeout=5000)
    narrow = first.sizeHint().width() + 60
    holder.resize(narrow, 200)
    qtbot.waitUntil(lambda: second.y() >= first.geometry().bottom(), timeout=5000)
    assert first.width() >= first.sizeHint().width()
    assert row.height() >= second.geometry().bottom()
    holder.resize(600, 200)
    qtbot.waitUntil(lambda: first.y() == second.y(), timeout=5000)


def test_a_hidden_widget_takes_no_width(qtbot: QtBot, holder: QWidget) -> None:
    row = StackingRow(holder)
    first, second = QPushButton("A", row), QPushButton("B" * 40, row)
    row.add(first, second)
    second.hide()
    added(holder, row)
    assert row.sizeHint().width() == first.sizeHint().width()
    assert qtbot is not None


def test_words_keep_the_lines_they_take(qtbot: QtBot, holder: QWidget) -> None:
    label = WrappedLabel("The arguments fit the tool's schema, every single one of them.", holder)
    added(holder, label)
    holder.resize(160, 60)
    qtbot.waitUntil(lambda: label.minimumHeight() > label.fontMetrics().height(), timeout=5000)
    assert label.height() >= label.heightForWidth(label.width())
    holder.resize(800, 60)
    one_line = label.fontMetrics().lineSpacing() * 1.5
    qtbot.waitUntil(lambda: 0 < label.minimumHeight() < one_line, timeout=5000)
    label.setText(label.text() * 4)
    assert label.minimumHeight() > one_line
