"""Commands given before what carries them out is there: none is lost."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import SIGNAL, QObject
from PySide6.QtGui import QAction

_SIGNALS = (SIGNAL("triggered(bool)"), SIGNAL("toggled(bool)"))


def _listeners(action: QAction) -> int:
    return sum(action.receivers(signal) for signal in _SIGNALS)


class EarlyTriggers(QObject):
    """Keeps the actions that are triggered while nobody but it has been connected to them.

    An action that is checked by that goes back, so that its part finds the state it knows.
    """

    def __init__(self, actions: Iterable[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._kept: list[QAction] = []
        self._slots = {action: partial(self._on_triggered, action) for action in actions}
        for action, slot in self._slots.items():
            action.triggered.connect(slot)
        self._before = {action: _listeners(action) for action in self._slots}

    def _on_triggered(self, action: QAction) -> None:
        if _listeners(action) > self._before[action]:
            return
        if action.isCheckable():
            action.setChecked(not action.isChecked())
        self._kept.append(action)

    def replay(self) -> None:
        """Everything is there: give the kept commands again, in order, and keep no more."""
        for action, slot in self._slots.items():
            action.triggered.disconnect(slot)
        self._slots.clear()
        kept, self._kept = self._kept, []
        for action in kept:
            action.trigger()
