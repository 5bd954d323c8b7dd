"""The language of the window: as the system's, or as the person chose."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from chatapp.resources import resources_folder

SYSTEM = "system"
TRANSLATIONS = "translations"


class LanguageKeeper:
    """Translates what is made from now on; a window that is already there must be made anew."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def set_wish(self, language: str) -> None:
        """Speak ``language`` (``system``, or a locale's name such as ``zh_CN``).

        Words that have no translation stay English. Dates and numbers follow as well.
        """
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        locale = QLocale.system() if language == SYSTEM else QLocale(language)
        QLocale.setDefault(locale)
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ours = str(resources_folder() / TRANSLATIONS)
        self._installed = []
        # The one installed last is asked first: what Qt says differently, we may say again.
        for name, folder in (("qtbase", qt), ("chatapp", ours)):
            translator = QTranslator()
            if translator.load(locale, name, "_", folder):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
        QGuiApplication.setLayoutDirection(_direction(locale))


def _direction(locale: QLocale) -> Qt.LayoutDirection:
    """Arabic and Hebrew windows are mirrored, even where their words are not translated."""
    return locale.textDirection()
