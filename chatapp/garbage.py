"""Cyclic garbage is collected on the GUI thread only, between two events.

Python collects on whatever thread happens to allocate. A cycle may hold Qt objects, whose
destructors then run on a thread that is not theirs: the tool servers', a reader's, a worker's.
So automatic collection stays off, and a timer asks as often as Python would have.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 1_000
YOUNG = 20_000
"""Objects made and not yet freed before the youngest are looked at."""
OLDER = 20
"""Collections of one age before the next age is looked at as well."""


class GarbageCollector(QObject):
    """Looks for garbage while it lives; what is there when it is made counts as permanent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.collect()
        gc.freeze()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect if there is enough to look at."""
        young, middle, old = gc.get_count()
        if young <= YOUNG:
            return
        gc.collect(2 if old > OLDER else 1 if middle > OLDER else 0)
