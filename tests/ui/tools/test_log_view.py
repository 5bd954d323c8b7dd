"""The log of a server on the screen: live, bounded, to copy and to clear."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from chatapp.domain.redaction import remember_secret
from chatapp.toolhosts.server_log import ServerLog
from chatapp.ui.tools.log_view import MOST_LINES, LogView


@pytest.fixture
def log() -> ServerLog:
    return ServerLog()


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder


@pytest.fixture
def view(holder: QWidget, log: ServerLog) -> LogView:
    view = LogView(holder)
    view.resize(500, 300)
    view.more_requested.connect(lambda at: view.add(*log.since(at)))
    view.cleared.connect(log.clear)
    log.on_growth = view.grew
    holder.resize(520, 320)
    holder.show()
    return view


def lines(view: LogView) -> list[str]:
    return view.text.toPlainText().splitlines()


def test_what_is_written_comes_by_itself_and_gathered(
    qtbot: QtBot, view: LogView, log: ServerLog
) -> None:
    asked: list[int] = []
    view.more_requested.connect(asked.append)
    for number in range(150):
        log.say(f"line {number}")
    qtbot.waitUntil(lambda: len(lines(view)) == 150, timeout=10_000)
    assert lines(view)[-1] == "line 149"
    assert len(asked) < 20
    log.say("more")
    qtbot.waitUntil(lambda: lines(view)[-1] == "more", timeout=10_000)


def test_a_flood_stays_bounded_and_ends_with_its_end(
    qtbot: QtBot, view: LogView, log: ServerLog
) -> None:
    for number in range(20_000):
        log.say(f"line {number}")
    qtbot.waitUntil(lambda: lines(view)[-1:] == ["line 19999"], timeout=10_000)
    assert len(lines(view)) <= MOST_LINES


def test_it_follows_the_end_unless_the_person_looks_elsewhere(
    qtbot: QtBot, view: LogView, log: ServerLog
) -> None:
    bar = view.text.verticalScrollBar()
    for number in range(100):
        log.say(f"line {number}")
    qtbot.waitUntil(lambda: len(lines(view)) == 100, timeout=10_000)
    assert bar.value() == bar.maximum() > 0
    bar.setValue(0)
    log.say("one more")
    qtbot.waitUntil(lambda: len(lines(view)) == 101, timeout=10_000)
    assert bar.value() == 0


def test_nobody_asks_while_it_is_not_seen_and_then_it_catches_up(
    qtbot: QtBot, view: LogView, log: ServerLog
) -> None:
    view.hide()
    asked: list[int] = []
    view.more_requested.connect(asked.append)
    with qtbot.assertNotEmitted(view.more_requested, wait=100):
        log.say("while hidden")
    view.show()
    qtbot.waitUntil(lambda: lines(view) == ["while hidden"], timeout=10_000)
    assert asked[0] == 0


def test_clearing_leaves_only_what_comes_later(qtbot: QtBot, view: LogView, log: ServerLog) -> None:
    assert not view.clear.isEnabled()
    log.say("old")
    qtbot.waitUntil(lambda: lines(view) == ["old"], timeout=10_000)
    QTest.mouseClick(view.clear, Qt.MouseButton.LeftButton)
    assert lines(view) == []
    log.say("new")
    qtbot.waitUntil(lambda: lines(view) == ["new"], timeout=10_000)
    view.begin()
    qtbot.waitUntil(lambda: lines(view) == ["new"], timeout=10_000)


def test_what_is_copied_holds_no_key_that_became_known_later(
    qtbot: QtBot, view: LogView, log: ServerLog
) -> None:
    log.say("using tok-copied-canary")
    qtbot.waitUntil(lambda: bool(lines(view)), timeout=10_000)
    remember_secret("tok-copied-canary")
    QTest.mouseClick(view.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("using")
    assert "canary" not in copied
