"""Gathers what arrives and lets it through once a frame, less often when frames are costly."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

SHORTEST_MS = 16
LONGEST_MS = 100
SHARE = 4
"""A frame may cost one part in so many of the time, so that typing stays smooth."""


class FramePacer(QObject):
    """Calls ``work`` after :meth:`request`, at once if the last frame is long enough ago."""

    def __init__(self, work: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.flush)
        self._interval_ms = SHORTEST_MS
        self._next_s = 0.0

    @property
    def interval_ms(self) -> int:
        """The least time from one frame's end to the next frame."""
        return self._interval_ms

    def request(self) -> None:
        """Have the work done now, or as soon as a frame is due."""
        wait_s = self._next_s - time.perf_counter()
        if wait_s <= 0:
            self.flush()
        elif not self._timer.isActive():
            self._timer.start(math.ceil(wait_s * 1000))

    def flush(self) -> None:
        """Do the work now."""
        self._timer.stop()
        began_s = time.perf_counter()
        self._work()
        ended_s = time.perf_counter()
        self.charge(ended_s - began_s)
        self._next_s = ended_s + self._interval_ms / 1000

    def charge(self, cost_s: float) -> None:
        """Adapt the interval to what the last frame has cost, in seconds."""
        self._interval_ms = round(min(LONGEST_MS, max(SHORTEST_MS, cost_s * 1000 * SHARE)))

    def stop(self) -> None:
        """Forget what was requested."""
        self._timer.stop()
