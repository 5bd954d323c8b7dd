"""What if: how the whole answer would have fared under the settings of the sliders."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from chatapp.domain.sampling.answers import WhatIf, what_if
from chatapp.ui.lens import wording
from chatapp.ui.lens.state import LensState

SLICE_S = 0.004
PAUSE_MS = 120
"""A slider that is being dragged comes first."""


class WhatIfAccount(QWidget):
    """Counts in slices after the settings have come to rest, and says what it found."""

    def __init__(self, state: LensState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._counting: Iterator[WhatIf] = iter(())
        self.found = WhatIf()
        title = QLabel(QCoreApplication.translate("Lens", "What if"), self)
        title.setProperty("role", "heading")
        self._followed = QLabel(self)
        self._counts = QLabel(self)
        self._counts.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(title)
        for label in (self._followed, self._counts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            layout.addWidget(label)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._count)

    def restart(self) -> None:
        """Count anew, soon."""
        seen = self._state.conditions
        self._counting = what_if(
            self._state.answer,
            seen.samplers,
            given_temperature=seen.given_temperature,
            vocabulary=seen.vocabulary,
        )
        self.found = WhatIf()
        self._next.start(PAUSE_MS)

    @property
    def is_complete(self) -> bool:
        """Whether the whole answer has been counted."""
        return self.found.tokens == len(self._state.answer)

    def _count(self) -> None:
        if not self.isVisible():
            return
        until = time.perf_counter() + SLICE_S
        for found in self._counting:
            self.found = found
            if time.perf_counter() > until:
                break
        if self.is_complete:
            self._say()
        else:
            self._next.start(0)

    def showEvent(self, event: object) -> None:  # noqa: ARG002
        self._next.start(0)

    def _say(self) -> None:
        self._followed.setText(wording.what_if_words(self.found, len(self._state.answer)))
        impossible, certain = wording.what_if_counts(self.found)
        self._counts.setText(
            QCoreApplication.translate("Lens", "Of its tokens: {impossible} · {certain}.").format(
                impossible=impossible, certain=certain
            )
        )
