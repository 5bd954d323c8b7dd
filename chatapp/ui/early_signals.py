"""Signals that come before whoever acts on them is there: none is lost."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMetaMethod, QObject, SignalInstance

MOST = 100
"""How many signals are kept; nobody does more in the moment before everything is there."""


def _listeners(sender: QObject, signal: SignalInstance) -> int:
    name = bytes(QMetaMethod.fromSignal(signal).methodSignature().data()).decode()
    return sender.receivers(f"2{name}")  # what C++'s SIGNAL() makes of it


class EarlySignals(QObject):
    """Keeps what is emitted while nobody but it listens, to emit it again, in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: list[Callable[[], object]] = []
        self._ends: list[Callable[[], object]] = []

    def hold(self, sender: QObject, *names: str) -> None:
        """Keep what some signals of ``sender`` say from now on."""
        for name in names:
            signal: SignalInstance = getattr(sender, name)
            slot = partial(self._on_emitted, sender, signal, _listeners(sender, signal) + 1)
            connection = signal.connect(slot)
            self._ends.append(partial(sender.disconnect, connection))

    def _on_emitted(
        self, sender: QObject, signal: SignalInstance, before: int, *values: object
    ) -> None:
        if _listeners(sender, signal) <= before and len(self._kept) < MOST:
            self._kept.append(partial(signal.emit, *values))

    def replay(self) -> None:
        """Everybody is there: say again what was kept, and keep no more."""
        ends, self._ends = self._ends, []
        kept, self._kept = self._kept, []
        for act in (*ends, *kept):
            act()
