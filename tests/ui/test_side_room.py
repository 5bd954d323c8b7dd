"""Large text on a small screen: the list and the panel take turns."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from chatapp.ui import fonts
from chatapp.ui.fonts import prepare_fonts, scaled
from chatapp.ui.main_window import ALL_PARTS
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until

SMALL, LARGE = QSize(1280, 720), QSize(1920, 1080)


@pytest.mark.parametrize(("screen", "together"), [(SMALL, False), (LARGE, True)])
def test_what_is_shown_fits_the_screen_at_twice_the_text(
    run_in_qt: RunInQt,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    screen: QSize,
    together: bool,
) -> None:
    font = qapp.font()
    monkeypatch.setattr(fonts, "room_of", lambda _window: screen)
    prepare_fonts(qapp, 2.0)

    async def work() -> None:
        async with open_app(tmp_path) as app:
            window = app.window
            panel, lens = window.action("toggleParameters"), window.action("toggleLens")
            listed = window.action("toggleSidebar")

            assert window.minimumSizeHint().width() < scaled(ALL_PARTS)

            def fits() -> bool:
                return window.minimumSizeHint().width() <= screen.width()

            assert (listed.isChecked(), panel.isChecked()) == (True, together)
            await until(fits)
            panel.setChecked(True)
            assert (listed.isChecked(), panel.isChecked()) == (together, True)
            await until(fits)
            lens.setChecked(True)
            await until(fits)
            listed.setChecked(True)
            assert (listed.isChecked(), lens.isChecked()) == (True, together)
            await until(fits)

    try:
        run_in_qt(work())
    finally:
        qapp.setFont(font)
