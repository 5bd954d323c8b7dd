"""List and side panel: on a screen too narrow for both, opening one closes the other."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from chatapp.ui.fonts import is_too_wide
from chatapp.ui.main_window import ALL_PARTS, MainWindow


class SideRoom(QObject):
    """Lives as long as the window, and needs both parts in their places."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._list = window.action("toggleSidebar")
        self._pages = [window.action(name) for name in ("toggleParameters", "toggleLens")]
        self._list.toggled.connect(lambda on: self._make_room(on, *self._pages))
        for page in self._pages:
            page.toggled.connect(lambda on: self._make_room(on, self._list))

    def _make_room(self, opened: bool, *others: QAction) -> None:
        if opened and is_too_wide(self._window.splitter, ALL_PARTS):
            for other in others:
                other.setChecked(False)
