"""Nothing moves by itself where people or their system do not want it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

import chatapp.ui
from chatapp.ui.motion import MotionKeeper, animations_run
from chatapp.ui.status_line import StatusLine
from tests.conftest import RunInQt
from tests.support.every_window import drawn
from tests.support.open_app import open_app
from tests.support.waiting import until

MOVERS = {
    "QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "QScroller",
    "QSequentialAnimationGroup", "QParallelAnimationGroup",
}  # fmt: skip
SOURCES = sorted(Path(chatapp.ui.__file__).parent.rglob("*.py"))


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[MotionKeeper]:
    keeper = MotionKeeper(qapp)
    yield keeper
    keeper.set_wish("on")
    keeper.deleteLater()


def test_the_system_decides_unless_the_person_does(keeper: MotionKeeper) -> None:
    heard: list[bool] = []
    keeper.changed.connect(lambda: heard.append(animations_run()))
    assert animations_run()
    keeper.set_system(False)
    assert not animations_run()
    keeper.set_wish("on")
    assert animations_run()
    keeper.set_wish("off")
    keeper.set_system(True)
    assert not animations_run()
    keeper.set_wish("system")
    assert heard == [False, True, False, True]


def test_without_animations_the_cursor_does_not_blink_and_menus_do_not_fade(
    keeper: MotionKeeper,
) -> None:
    hints = QGuiApplication.styleHints()
    before = hints.cursorFlashTime()
    assert before > 0
    keeper.set_wish("off")
    assert hints.cursorFlashTime() == 0
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    keeper.set_wish("on")
    assert hints.cursorFlashTime() == before


def test_a_bar_that_only_moves_is_left_out(qtbot: QtBot, keeper: MotionKeeper) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    bar = line.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    keeper.set_wish("off")
    line.show_words("Starting", progress=-1)
    assert (line.words, bar.isHidden()) == ("Starting", True)
    line.show_words("Loading", progress=0.5)
    assert (bar.isHidden(), bar.value()) == (False, 50)
    keeper.set_wish("on")
    line.show_words("Starting", progress=-1)
    assert (bar.isHidden(), bar.maximum()) == (False, 0)


def test_the_setting_is_obeyed_and_nothing_in_the_window_moves(
    run_in_qt: RunInQt, tmp_path: Path, keeper: MotionKeeper
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.profile.preferences.set("animations", "off")
            app._apply_preference("animations")
            await until(lambda: not animations_run())
            app.window.action("toggleLens").trigger()
            app.window.action("commandPalette").trigger()
            await drawn()
            moving = app.window.findChildren(QAbstractAnimation)
            assert [m for m in moving if m.state() is QAbstractAnimation.State.Running] == []
            app.profile.preferences.set("animations", "on")
            app._apply_preference("animations")

    run_in_qt(work())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_whatever_moves_asks_whether_it_may(path: Path) -> None:
    named = {
        node.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name)
    }
    assert not named & MOVERS or "animations_run" in named
