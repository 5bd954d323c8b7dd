"""The window's language: chosen, changed while answers go on, mirrored where people read so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from chatapp.ui.language import LanguageKeeper
from tests.conftest import RunInQt
from tests.support.open_app import open_app


@pytest.fixture
def language(qapp: QApplication) -> Iterator[LanguageKeeper]:
    before = QLocale()
    keeper = LanguageKeeper()
    yield keeper
    keeper.set_wish("en")
    QLocale.setDefault(before)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_qt_speaks_the_chosen_language_and_dates_follow(language: LanguageKeeper) -> None:
    language.set_wish("ja")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
    assert QLocale().language() is QLocale.Language.Japanese
    language.set_wish("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_window_in_arabic_or_hebrew_is_mirrored(language: LanguageKeeper) -> None:
    language.set_wish("he")
    assert QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_another_language_asks_for_a_new_window_and_nothing_is_lost(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.window.composer.setPlainText("half a thought")
            app.profile.preferences.set("language", "ja")
            app._apply_preference("language")
            assert await app.run() is False
            shown = app.conversation.shown
            assert shown is not None
            assert app.services.conversations.get(shown).draft == "half a thought"

    run_in_qt(work())
