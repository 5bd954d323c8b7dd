"""The system's face, Han glyphs of the language in force, and lengths that go with the text."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QTextLayout
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chatapp.ui import fonts
from chatapp.ui.fonts import monospace_font, open_at, prepare_fonts, scaled, text_scale
from chatapp.ui.theme import ThemeKeeper

GENERAL = QFontDatabase.SystemFont.GeneralFont


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    font, locale, sheet, palette = qapp.font(), QLocale(), qapp.styleSheet(), qapp.palette()
    yield qapp
    QLocale.setDefault(locale)
    qapp.setFont(font)
    qapp.setProperty("theme", None)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def faces(words: str, font: QFont) -> list[str]:
    """Return the faces that draw some words."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [run.rawFont().familyName() for run in layout.glyphRuns()]


def test_latin_text_keeps_the_face_of_the_system(app: QApplication) -> None:
    system = QFontInfo(QFontDatabase.systemFont(GENERAL)).family()
    for language in ("en", "ja", "zh_CN", "ko"):
        QLocale.setDefault(QLocale(language))
        prepare_fonts(app)
        assert faces("plain words", app.font()) == [system]
        assert QFontInfo(app.font()).family() == system


@pytest.mark.parametrize(
    ("language", "face"),
    [
        ("ja", "Noto Sans CJK JP"),
        ("zh_CN", "Noto Sans CJK SC"),
        ("zh_TW", "Noto Sans CJK TC"),
        ("ko", "Noto Sans CJK KR"),
    ],
)
def test_han_characters_are_drawn_as_the_language_writes_them(
    app: QApplication, language: str, face: str
) -> None:
    if not QFontDatabase.hasFamily(face):
        pytest.skip("this machine has no such face")
    QLocale.setDefault(QLocale(language))
    prepare_fonts(app)
    assert faces("骨直", app.font()) == [face]
    assert face in monospace_font().families()


def test_text_and_lengths_grow_together(app: QApplication) -> None:
    prepare_fonts(app)
    usual = app.font().pointSizeF()
    assert usual >= 10
    assert text_scale() == pytest.approx(1.0, abs=0.08)
    prepare_fonts(app, 2.0)
    assert app.font().pointSizeF() == 2 * usual
    assert scaled(100) == pytest.approx(200, abs=12)
    assert monospace_font(0.5).pointSizeF() == usual
    prepare_fonts(app, 0.5)
    assert text_scale() == 1.0


def test_titles_of_the_style_sheet_follow_the_text(app: QApplication) -> None:
    prepare_fonts(app, 2.0)
    app.setProperty("theme", None)
    keeper = ThemeKeeper()
    keeper.set_wish("light")
    assert 'QLabel[role="title"] { font-size: 34.0pt' in app.styleSheet()
    prepare_fonts(app)
    keeper.set_wish("light")
    assert 'QLabel[role="title"] { font-size: 17.0pt' in app.styleSheet()
    keeper.deleteLater()


def test_a_window_grows_with_the_text_up_to_the_screen(
    app: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = fonts.room_of(window)
    prepare_fonts(app, 2.0)
    open_at(window, 300, 100)
    assert (window.width(), window.height()) == (scaled(300), scaled(100))
    open_at(window, room.width() - 100, 100)
    assert window.width() == room.width()
    open_at(window, room.width() + 100, 100)
    assert window.width() == room.width() + 100
