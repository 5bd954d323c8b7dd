"""Whoever uses the keyboard sees where they are: every kind of control shows its focus."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from chatapp.ui.lens.candidates import CandidateBars
from chatapp.ui.lens.state import LensState
from chatapp.ui.lens.strip import AnswerStrip
from chatapp.ui.parameters.pad import SamplingPad
from chatapp.ui.theme import ThemeKeeper
from chatapp.ui.widgets.switch import Switch
from tests.ui.lens.lens_data import answer

LEAST_PIXELS = 30
"""So many pixels change at least where a control of some size gets the focus."""


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    sheet, palette, keeper = qapp.styleSheet(), qapp.palette(), ThemeKeeper()
    qapp.setProperty("theme", None)
    keeper.set_wish(request.param)
    yield request.param
    keeper.deleteLater()
    qapp.setProperty("theme", None)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def button(kind: type[QPushButton] | type[QToolButton], variant: str) -> QWidget:
    made = kind()
    made.setText("Words")
    made.setProperty("variant", variant)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def tabs() -> QTabBar:
    bar = QTabBar()
    bar.addTab("One")
    bar.addTab("Two")
    return bar


def slider() -> QSlider:
    return QSlider(Qt.Orientation.Horizontal)


def list_of_words() -> QListWidget:
    made = QListWidget()
    made.addItems(["One", "Two"])
    return made


def tree() -> QTreeWidget:
    made = QTreeWidget()
    made.addTopLevelItem(QTreeWidgetItem(["One"]))
    return made


def lens(kind: type[CandidateBars] | type[AnswerStrip]) -> QWidget:
    state = LensState()
    made = kind(state)
    state.show_answer(1, answer())
    state.answer.measure(10)
    state.choose(1)
    if isinstance(made, CandidateBars):
        made.refresh()
    return made


def code() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setProperty("variant", "code")
    made.setReadOnly(True)
    return made


CONTROLS: dict[str, Callable[[], QWidget]] = {
    **{
        f"push button {variant}": partial(button, QPushButton, variant)
        for variant in ("", "primary", "quiet", "link", "danger", "heading")
    },
    **{
        f"tool button {variant}": partial(button, QToolButton, variant)
        for variant in ("", "icon", "small", "tag", "heading", "primary", "segment", "provenance")
    },
    "line": QLineEdit,
    "plain text": QPlainTextEdit,
    "text": QTextEdit,
    "code": code,
    "choice": QComboBox,
    "whole number": QSpinBox,
    "number": QDoubleSpinBox,
    "check box": lambda: QCheckBox("Words"),
    "radio button": lambda: QRadioButton("Words"),
    "slider": slider,
    "tabs": tabs,
    "list": list_of_words,
    "tree": tree,
    "table": lambda: QTableWidget(2, 2),
    "switch": Switch,
    "pad": SamplingPad,
    "candidates": lambda: lens(CandidateBars),
    "strip": lambda: lens(AnswerStrip),
}


def differing(one: QImage, other: QImage) -> int:
    """Return how many pixels differ; a blinking cursor does not count for much."""
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("kind", CONTROLS)
def test_focus_can_be_seen(qtbot: QtBot, kind: str) -> None:
    window, control, elsewhere = QWidget(), CONTROLS[kind](), QPushButton("Elsewhere")
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.addWidget(control)
    layout.addWidget(elsewhere)
    window.resize(300, 260)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    if isinstance(control, QAbstractItemView):
        control.setCurrentIndex(control.model().index(0, 0))
    elsewhere.setFocus()
    without = control.grab().toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    assert control.hasFocus()
    assert differing(without, control.grab().toImage()) >= LEAST_PIXELS
