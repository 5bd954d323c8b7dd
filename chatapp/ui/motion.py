"""Whether anything may move by itself: the one place that says so, and everybody asks.

What moves: busy progress bars, the blinking of the text cursor, and the toolkit's own effects of
menus and choices. Nothing else does; whatever is added asks :func:`animations_run`.
"""

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

_PROPERTY = "animations"


class MotionKeeper(QObject):
    """Applies what the person or the system wants, and says when it changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish = "system"
        self._system = True
        _flash_time_ms()  # before anybody changes it
        _effects()

    def set_wish(self, wish: str) -> None:
        """Follow the ``system``, or be ``on`` or ``off`` whatever it says."""
        self._wish = wish
        self._apply()

    def set_system(self, wanted: bool) -> None:
        """Know what the system wants."""
        self._system = wanted
        self._apply()

    def _apply(self) -> None:
        runs = self._system if self._wish == "system" else self._wish == "on"
        app = QApplication.instance()
        if app is None or animations_run() == runs:
            return
        app.setProperty(_PROPERTY, runs)
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, runs and _effects())
        QGuiApplication.styleHints().setCursorFlashTime(_flash_time_ms() if runs else 0)
        self.changed.emit()


def animations_run() -> bool:
    """Whether animations may run now."""
    app = QApplication.instance()
    return app is None or app.property(_PROPERTY) is not False


@cache
def _flash_time_ms() -> int:
    """Return how fast the text cursor blinks by the system's settings."""
    return QGuiApplication.styleHints().cursorFlashTime()


@cache
def _effects() -> bool:
    """Whether the system's settings have menus and choices fade or roll."""
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
