"""The text: the system's own face at the size that people want, and lengths that go with it.

The face of Latin text is the system's. The glyphs of Han characters are those of the language in
force: Japanese and Chinese write many of them differently under one code point.
"""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

LEAST_POINTS = 10.0
USUAL_PIXELS = LEAST_POINTS * 96 / 72
"""The height of text for which lengths in the code are meant."""
_JAPANESE = ("Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP")
_CHINESE = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC")
_TAIWANESE = ("PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC")
_KOREAN = ("Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR")
_ASKED_AS: Mapping[tuple[str, ...], QFont.StyleStrategy] = {
    _JAPANESE: QFont.StyleStrategy.PreferDefault,
    _CHINESE: QFont.StyleStrategy.PreferOutline,
    _TAIWANESE: QFont.StyleStrategy.PreferQuality,
    _KOREAN: QFont.StyleStrategy.PreferMatch,
}
"""Qt remembers the first fallbacks that it met for a face, whatever their order is later, unless
the font is asked for otherwise: so each order asks with a wish that changes nothing else."""
_BY_LANGUAGE = {
    "ja": _JAPANESE,
    "zh-Hant": _TAIWANESE,
    "zh-TW": _TAIWANESE,
    "zh-HK": _TAIWANESE,
    "zh": _CHINESE,
    "ko": _KOREAN,
}


def prepare_fonts(app: QApplication, size: float = 1.0) -> None:
    """Give the app the system's font, ``size`` times as large (1.0 is as the system has it), with
    fallbacks for Chinese, Japanese and Korean in the order of the language in force.

    What is made from now on has it; a window that is already there must be made anew.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    _set_families(font)
    font.setPointSizeF(max(font.pointSizeF(), LEAST_POINTS) * size)
    app.setFont(font)


def monospace_font(share: float = 1.0) -> QFont:
    """Return the system's fixed-width font, ``share`` times as large as the app's text."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    _set_families(font)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setFixedPitch(True)
    font.setPointSizeF(QGuiApplication.font().pointSizeF() * share)
    return font


def scaled(pixels: float) -> int:
    """Return a length that is meant for text of the usual size, for text of the size in force."""
    return round(pixels * text_scale())


def text_scale() -> float:
    """How many times the usual size the app's text is in force; at least 1."""
    return max(QFontInfo(QGuiApplication.font()).pixelSize() / USUAL_PIXELS, 1.0)


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size, meant for text of the usual size.

    What larger text adds to it ends at the edge of the screen.
    """
    larger = QSize(scaled(width), scaled(height))
    window.resize(larger.boundedTo(room_of(window)).expandedTo(QSize(width, height)))


def room_of(window: QWidget) -> QSize:
    """Return how large a window can be on its screen."""
    return window.screen().availableGeometry().size()


def is_too_wide(content: QWidget, usual: int) -> bool:
    """Tell whether the content of a window needs more width than its screen has; with text of the
    usual size it never needs more than ``usual`` pixels, so that it is seldom asked."""
    room = room_of(content).width()
    return scaled(usual) > room and content.minimumSizeHint().width() > room


def _set_families(font: QFont) -> None:
    """Give a font its fallbacks.

    Where the family is an alias ("Sans Serif"), Qt would pass it over for the next in the list.
    """
    languages = [*QLocale().uiLanguages(), *QLocale.system().uiLanguages()]
    wanted = [fallbacks for one in languages if (fallbacks := _fallbacks_for(one))]
    order = list(dict.fromkeys([*wanted, _JAPANESE, _CHINESE, _TAIWANESE, _KOREAN]))
    faces = (face for fallbacks in order for face in fallbacks)
    font.setFamilies([QFontInfo(font).family(), *filter(_is_there, faces)])
    font.setStyleStrategy(_ASKED_AS[order[0]])


@cache
def _is_there(face: str) -> bool:
    """Tell whether the system has a face; looking takes Qt long, and every font needs it."""
    return QFontDatabase.hasFamily(face)


def _fallbacks_for(language: str) -> tuple[str, ...]:
    """Return the faces for a language such as ``zh-Hans-CN``; none for one without Han."""
    parts = language.split("-")
    names = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((_BY_LANGUAGE[name] for name in names if name in _BY_LANGUAGE), ())
