"""The window's own arrangement: what stands below the messages is as wide as their column."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from chatapp.app import App
from chatapp.ui.main_window import MainWindow
from chatapp.ui.widgets.strip_place import StripPlace
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until


def edges(app: App) -> tuple[int, int]:
    """Return where the writing area begins and ends, in the messages' own pixels."""
    area = app.window.findChild(QWidget, "writingArea")
    assert area is not None
    place = QRect(area.mapTo(app.window, QPoint()), area.size())
    left = place.left() - app.window.messages.mapTo(app.window, QPoint()).x()
    return left, left + place.width()


async def show_or_hide(app: App, name: str) -> None:
    """Trigger a panel's command and wait until the composer keeps to the column again."""
    width = app.window.messages.width()
    app.window.action(name).trigger()
    await until(lambda: app.window.messages.width() != width)
    left, column = app.window.messages.column
    await until(lambda: edges(app) == (left, left + column))


def test_the_composer_keeps_to_the_text_column_when_panels_come_and_go(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.window.resize(1280, 790)
            for name in ("toggleParameters", "toggleParameters", "toggleSidebar") * 2:
                await show_or_hide(app, name)

    run_in_qt(work())


@asynccontextmanager
async def with_inspector(folder: Path) -> AsyncIterator[MainWindow]:
    """The app's window on a small screen, its inspector open."""
    async with open_app(folder) as app:
        app.window.resize(1280, 860)
        app.window.action("toggleInspector").setChecked(True)
        await until(lambda: app.window._floors.sizes()[1] > 300)
        yield app.window


def test_the_inspector_makes_room_for_a_card_and_gets_it_back(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with with_inspector(tmp_path) as window:
            before = window._floors.sizes()
            card = QFrame(window)
            card.setMinimumHeight(330)
            window.add_strip(card)
            await until(lambda: card.visibleRegion().boundingRect().height() == 330)
            assert window._floors.sizes()[1] < before[1]
            card.setMinimumHeight(350)
            await until(lambda: card.visibleRegion().boundingRect().height() == 350)
            window.remove_strip(card)
            await until(lambda: window._floors.sizes() == before)

    run_in_qt(work())


def test_what_the_person_gives_the_inspector_meanwhile_stays(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with with_inspector(tmp_path) as window:
            before = window._floors.sizes()[1]
            card = QFrame(window)
            card.setMinimumHeight(330)
            window.add_strip(card)
            await until(lambda: window._floors.sizes()[1] < before)
            window._floors.handle(1).moveSplitter(window._floors.sizes()[0] - 20)
            chosen = window._floors.sizes()
            window.remove_strip(card)
            await until(lambda: window.findChild(StripPlace) is None)
            assert window._floors.sizes() == chosen

    run_in_qt(work())


def test_the_inspector_is_enlarged_and_back_without_squeezing_the_composer(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with with_inspector(tmp_path) as window:
            before = window._floors.sizes()
            window.inspector.taller.click()
            await until(lambda: window._floors.sizes()[1] > before[1] + 100)
            button = window.send_button
            assert button.height() >= button.sizeHint().height()
            window.inspector.taller.click()
            await until(lambda: window._floors.sizes() == before)

    run_in_qt(work())


def test_a_card_that_goes_leaves_the_keyboard_to_the_composer(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            window = app.window
            for field in (window.model_picker, window.composer):
                card = QFrame(window)
                button = QPushButton("Allow", card)
                window.add_strip(card)
                button.setFocus()
                assert window.focusWidget() is button
                window.remove_strip(card)
                assert window.focusWidget() is window.composer
                field.setFocus()
                other = QFrame(window)
                window.add_strip(other)
                before = window.focusWidget()
                window.remove_strip(other)
                assert window.focusWidget() is before

    run_in_qt(work())


def test_what_is_hidden_is_remembered_at_once_not_only_by_quitting(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            window, preferences = app.window, app.profile.preferences
            window.action("toggleSidebar").setChecked(False)
            assert preferences.get("hidden_parts") == ["sidebar"]
            window.action("toggleParameters").setChecked(False)
            assert preferences.get("hidden_parts") == ["sidebar", "panel"]
            window.action("toggleLens").setChecked(True)
            assert preferences.get("hidden_parts") == ["sidebar"]

    run_in_qt(work())


def _is_shown(part: QWidget, wanted: bool) -> bool:
    return part.isVisible() is wanted


def test_the_bar_of_the_inspector_fits_the_narrowest_window(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            window, inspector = app.window, app.window.inspector
            window.action("toggleInspector").setChecked(True)
            for width, is_whole in ((window.minimumSizeHint().width(), False), (1400, True)):
                window.resize(width, 800)
                await until(partial(_is_shown, inspector.scope, is_whole))
                bar = [inspector.search, *inspector.findChildren(QToolButton)]
                shown = [w for w in bar if w.isVisible() and w.parent() is inspector]
                boxes = sorted((w.geometry() for w in shown), key=QRect.left)
                assert all(a.right() < b.left() for a, b in pairwise(boxes))
                assert boxes[-1].right() <= inspector.width()

    run_in_qt(work())
