"""The icon in the desktop's tray: the window, a quick question, a new conversation, quit."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from chatapp.ui.icons import app_icon


def _say(words: str) -> str:
    return QCoreApplication.translate("Tray", words)


def tray_is_there() -> bool:
    """Whether this desktop has a tray at all."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Shows the icon as long as it lives."""

    window_requested = Signal()
    """To show the window, or to hide it if it is in front."""
    quick_question_requested = Signal()
    new_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._menu = QMenu(parent)
        for words, signal in (
            (_say("Show or hide the window"), self.window_requested),
            (_say("Quick question…"), self.quick_question_requested),
            (_say("New conversation"), self.new_requested),
        ):
            self._menu.addAction(words).triggered.connect(signal)
        self._menu.addSeparator()
        self._menu.addAction(_say("Quit")).triggered.connect(self.quit_requested)
        self._icon = QSystemTrayIcon(app_icon(), self)
        self._icon.setToolTip(QCoreApplication.translate("Window", "Chat"))
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.show()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.window_requested.emit()
        elif reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.quick_question_requested.emit()

    def set_answering(self, count: int) -> None:
        """Say in the tool tip how many conversations are being answered."""
        words = QCoreApplication.translate("Window", "Chat")
        if count:
            words += "\n" + QCoreApplication.translate("Tray", "%n answering", "", count)
        self._icon.setToolTip(words)
