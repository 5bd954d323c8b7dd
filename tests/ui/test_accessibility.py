"""Everything the keyboard reaches has a name, in the window and in its dialogs."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QWidget,
)

from chatapp.app import App
from tests.conftest import RunInQt
from tests.support.every_window import ANSWER, MODEL, ask, look_at_all
from tests.support.open_app import open_app
from tests.support.raw_server import RawServer, raw_server
from tests.support.waiting import until

PASSED_OVER = ("qt_", "Scroll")
"""Qt's own inner parts."""


def nameless(top: QWidget) -> list[str]:
    """Return the visible widgets that take the keyboard and say nothing of themselves."""
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        reached = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(top)
        inner = widget.objectName().startswith(PASSED_OVER) or widget.focusProxy() is not None
        words = widget.accessibleName()
        if isinstance(widget, QAbstractButton | QLabel):
            words = words or widget.text()
        if reached and not inner and not words.strip() and widget is not top:
            place, names = widget, []
            while place is not None and place is not top:
                names.append(f"{type(place).__name__}#{place.objectName()}")
                place = place.parentWidget()  # type: ignore[assignment]
            found.append(" < ".join(names[:4]))
    return found


async def drawn() -> None:
    """Let what is built in slices be built."""
    for _ in range(30):
        await asyncio.sleep(0)


def test_all_of_the_window_has_names(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url="http://127.0.0.1:9", model="m") as app:
            app.window.panel.fields.build_all()
            await drawn()
            assert nameless(app.window) == []

    run_in_qt(work())


DIALOGS: dict[str, Callable[[App], object]] = {
    "endpoints": lambda app: app.settings.open(),
    "general settings": lambda app: app.settings.open(general=True),
    "commands": lambda app: app.window.action("commandPalette").trigger(),
    "shortcuts": lambda app: app.window.action("keyboardShortcuts").trigger(),
    "quick question": lambda app: app.ask_quickly(),
}


@pytest.mark.parametrize("dialog", DIALOGS)
def test_all_of_a_dialog_has_names(run_in_qt: RunInQt, tmp_path: Path, dialog: str) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.services.endpoints.add_offline()
            before = set(QApplication.topLevelWidgets())
            DIALOGS[dialog](app)
            await drawn()
            opened = [
                w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()
            ]
            assert opened
            for top in opened:
                assert nameless(top) == []
                top.close()

    run_in_qt(work())


def roleless(top: QWidget) -> list[str]:
    """Return the visible widgets that take the keyboard and are of no kind to a screen reader."""
    found = []
    for widget in top.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(top):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or interface.role() is QAccessible.Role.NoRole:
            found.append(f"{type(widget).__name__}#{widget.objectName()}")
    return found


ENDS_A_JOB = {"sweepCancel", "giveUpSignIn"}
"""Buttons that end what goes on in a window, not the window."""


def misplaced(top: QWidget) -> list[str]:
    """Return the buttons that end a dialog and do not stand where the platform has them."""
    ends = {"Cancel", "Close", "OK"}
    buttons = top.findChildren(QPushButton) if isinstance(top, QDialog) else []
    return [
        f"{type(top).__name__}: {button.text()}"
        for button in buttons
        if button.text().replace("&", "") in ends
        and button.objectName() not in ENDS_A_JOB
        and not isinstance(button.parentWidget(), QDialogButtonBox)
    ]


def wrong(top: QWidget) -> set[str]:
    return {*nameless(top), *roleless(top), *misplaced(top)}


def test_whatever_a_command_opens_has_names_roles_and_the_platforms_buttons(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model=MODEL) as app:
            await ask(app)
            assert await look_at_all(app, wrong) == {}

    with raw_server([ANSWER], [ANSWER]) as server:
        run_in_qt(work(server))


def test_the_lens_the_inspector_and_the_pad_can_be_reached(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model=MODEL) as app:
            await ask(app)
            window = app.window
            window.action("toggleInspector").setChecked(True)
            reached = {"samplingPad", "inspectorTree"}
            assert reached <= set(await tab_stops(window))
            window.action("toggleLens").setChecked(True)
            await drawn()
            assert "lensProbabilities" in await tab_stops(window)
            assert wrong(window) == set()

    with raw_server([ANSWER]) as server:
        run_in_qt(work(server))


async def tab_stops(window: QWidget) -> list[str]:
    """Return the names of what Tab goes to, from one place round to it again."""
    window.activateWindow()
    await until(lambda: window.isActiveWindow() and QApplication.focusWidget())
    first, names = QApplication.focusWidget(), []
    for _ in range(300):
        now = QApplication.focusWidget()
        assert now is not None
        names.append(now.objectName())
        QTest.keyClick(now, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    return names
