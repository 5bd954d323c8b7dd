"""Gathers what arrives and lets it through once a frame, less often when frames are costly."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

SHORTEST_MS = 16
LONGEST_MS = 100
SHARE = 4
"""A frame may cost one part in so many of the time, so that typing stays smooth."""


class FramePacer(QObject):
    """Calls ``work`` some milliseconds after :meth:`request`, however often that is called."""

    def __init__(self, work: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.flush)
        self._interval_ms = SHORTEST_MS

    @property
    def interval_ms(self) -> int:
        """How long the next frame waits."""
        return self._interval_ms

    def request(self) -> None:
        """Have the work done soon."""
        if not self._timer.isActive():
            self._timer.start(self._interval_ms)

    def flush(self) -> None:
        """Do the work now."""
        self._timer.stop()
        began_s = time.perf_counter()
        self._work()
        self.charge(time.perf_counter() - began_s)

    def charge(self, cost_s: float) -> None:
        """Adapt the interval to what the last frame has cost, in seconds."""
        self._interval_ms = round(min(LONGEST_MS, max(SHORTEST_MS, cost_s * 1000 * SHARE)))

    def stop(self) -> None:
        """Forget what was requested."""
        self._timer.stop()
