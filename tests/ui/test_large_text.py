"""Text of twice the size: nothing is cut, in any window, in any of the languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from chatapp.ui import fonts
from chatapp.ui.fonts import prepare_fonts
from chatapp.ui.language import LanguageKeeper
from chatapp.ui.theme import ThemeKeeper
from tests.conftest import RunInQt
from tests.support.every_window import (
    ANSWER,
    MODEL,
    ask,
    cut,
    drawn,
    look_at_all,
    look_at_inspector_pages,
    look_at_settings,
    remaining,
)
from tests.support.open_app import open_app
from tests.support.pseudo_language import compile_language
from tests.support.raw_server import RawServer, raw_server
from tests.ui.lens.lens_data import streamed

LANGUAGES = ("en", "ja", "zh_CN")
SCREEN = QSize(1920, 1080)
"""A usual screen; that of the offscreen platform has 800 pixels."""


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    for language in LANGUAGES[1:]:
        compile_language(language, folder)
    return folder


@pytest.fixture(params=LANGUAGES)
def twice(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    compiled: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[str]:
    """Text of twice the size in one of the languages."""
    before, sheet, palette, font = QLocale(), qapp.styleSheet(), qapp.palette(), qapp.font()
    theme, keeper = ThemeKeeper(), LanguageKeeper(compiled)
    keeper.set_wish(request.param)
    prepare_fonts(qapp, 2.0)
    monkeypatch.setattr(fonts, "room_of", lambda _window: SCREEN)
    theme.set_wish("light")
    yield request.param
    keeper.set_wish("en")
    QLocale.setDefault(before)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.deleteLater()
    qapp.setProperty("theme", None)
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


@pytest.mark.usefixtures("twice")
def test_whatever_a_command_opens_fits(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model=MODEL) as app:
            await ask(app)
            assert await look_at_all(app, cut) == {}

    with raw_server([ANSWER], [ANSWER]) as server:
        run_in_qt(work(server))


@pytest.mark.usefixtures("twice")
def test_the_window_with_its_panels_fits(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model=MODEL) as app:
            window = app.window
            window.panel.fields.build_all()
            await ask(app)
            for width in (window.width(), window.minimumSizeHint().width()):
                window.resize(width, window.height())
                assert await remaining(window, cut) == set()
            window.resize(SCREEN)
            window.action("toggleInspector").setChecked(True)
            window.restore_inspector([160, SCREEN.height() - 160])
            await look_at_inspector_pages(app, cut)

    with raw_server([ANSWER]) as server:
        run_in_qt(work(server))


@pytest.mark.usefixtures("twice")
def test_the_settings_fit_with_everything_unfolded(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.services.endpoints.add_offline()
            await look_at_settings(app, cut)

    run_in_qt(work())


@pytest.mark.usefixtures("twice")
def test_the_lens_fits_into_the_narrowest_panel(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model=MODEL) as app:
            window = app.window
            window.action("toggleLens").trigger()
            await drawn()
            page = window.lens.page
            assert page is not None
            page.switch.click()
            await ask(app)
            window.lens.setProperty("token", 1)
            window.splitter.setSizes([1, SCREEN.width(), 1])
            assert await remaining(window.side, cut) == set()

    with raw_server([streamed()]) as server:
        run_in_qt(work(server))
