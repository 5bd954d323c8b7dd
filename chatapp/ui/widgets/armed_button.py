"""A button that agrees to something dangerous, made so that no stray click or key can press it.

It stays shut for a moment after it appears and after its window becomes the active one
(``reliability.md`` T9): what was typed or clicked for something else is over by then.
"""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

ARMING_MS = 700
"""How long the button stays shut, in milliseconds."""

_SHUTTING = {QEvent.Type.Show, QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate}


class ArmedButton(QPushButton):
    """Never the default button; open only if it may be (``set_allowed``), its moment is over and
    its window is the active one."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._allowed = True
        self._armed = False
        self._arming = QTimer(self, singleShot=True, interval=ARMING_MS)
        self._arming.timeout.connect(self._arm)
        self.setAutoDefault(False)
        self._shut()

    @property
    def is_arming(self) -> bool:
        """Whether its moment is not over yet."""
        return self._arming.isActive()

    @property
    def is_allowed(self) -> bool:
        """Whether it opens when its moment is over."""
        return self._allowed

    def set_allowed(self, allowed: bool) -> None:
        """Let it open when its moment is over, or keep it shut."""
        self._allowed = allowed
        self._show_state()

    def _shut(self) -> None:
        self._armed = False
        self._show_state()
        self._arming.start()

    def _arm(self) -> None:
        self._armed = self.window().isActiveWindow()
        self._show_state()

    def _show_state(self) -> None:
        self.setEnabled(self._armed and self._allowed)

    def event(self, event: QEvent) -> bool:
        """Shut while the window is not the active one, and a moment longer."""
        if event.type() in _SHUTTING:
            self._shut()
        return super().event(event)
