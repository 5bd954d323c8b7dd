"""The language of the window: as the system's, or as the person chose."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from chatapp.resources import resources_folder

SYSTEM = "system"
TRANSLATIONS = "translations"
_SOURCE = "en"
_ONE_FOR_ALL = {"zh-Hans": "zh-CN"}
"""Languages written alike wherever they are spoken, and whose translation they share."""


class LanguageKeeper:
    """Translates what is made from now on; a window that is already there must be made anew.

    ``folder`` holds the app's compiled translations; the one in ``resources`` unless given.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._installed: list[QTranslator] = []

    def set_wish(self, language: str) -> None:
        """Speak ``language`` (``system``, or a locale's name such as ``zh_CN``).

        Words that have no translation stay English. Dates and numbers follow as well.
        """
        for installed in self._installed:
            QCoreApplication.removeTranslator(installed)
        locale = QLocale.system() if language == SYSTEM else QLocale(language)
        QLocale.setDefault(locale)
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        ours = self._folder or resources_folder() / TRANSLATIONS
        self._installed = []
        # The one installed last is asked first: what Qt says differently, we may say again.
        for name, folder in (("qtbase", qt), ("chatapp", ours)):
            if (translator := _loaded(locale, name, folder)) is not None:
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
        QGuiApplication.setLayoutDirection(_direction(locale))


def _loaded(locale: QLocale, name: str, folder: Path) -> QTranslator | None:
    """Return the translation for the first language of a locale that has one.

    Who prefers English to a language that is translated gets English: it needs no file.
    """
    translator = QTranslator()
    for language in locale.uiLanguages():
        if language.split("-")[0] == _SOURCE:
            return None
        file = f"{name}_{_ONE_FOR_ALL.get(language, language)}".replace("-", "_")
        if translator.load(str(folder / file)):
            return translator
    return None


def _direction(locale: QLocale) -> Qt.LayoutDirection:
    """Arabic and Hebrew windows are mirrored, even where their words are not translated."""
    return locale.textDirection()
