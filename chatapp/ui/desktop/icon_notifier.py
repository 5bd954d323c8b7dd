"""Notifications from a tray icon, where the desktop takes them only from one (Windows, macOS)."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from chatapp.ui.icons import app_icon


class IconNotifier(QObject):
    """Tells of things from an icon of its own; ``chosen`` names what was clicked on."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._last = ""
        self._icon = QSystemTrayIcon(app_icon(), self)
        self._icon.messageClicked.connect(lambda: self.chosen.emit(self._last))

    def tell(self, key: str, title: str, words: str) -> None:
        """Show a notification; such icons know only of the last one when it is clicked."""
        self._last = key
        self._icon.show()
        self._icon.showMessage(title, words, app_icon())
