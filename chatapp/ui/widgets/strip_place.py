"""A place for a card between messages and composer: in a low window the card scrolls in it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from chatapp.ui.fonts import scaled

_LEAST_HEIGHT = 96


class StripPlace(QScrollArea):
    """As high as its card where there is room for it; else the card is cut at the bottom and
    can be scrolled, instead of its parts lying on each other."""

    height_changed = Signal()
    """The card asks for another height."""

    def __init__(self, card: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._card = card
        self._wanted = -1
        self.setWidget(card)

    def heightForWidth(self, width: int) -> int:
        """Return the height at which nothing has to be scrolled."""
        return max(self._card.heightForWidth(width), self._least())

    def sizeHint(self) -> QSize:
        """Return the size of the card."""
        hint = self._card.sizeHint()
        return QSize(hint.width(), max(hint.height(), self._least()))

    def _least(self) -> int:
        return max(self._card.minimumSizeHint().height(), self._card.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return the width of the card, and enough height to see that there is one."""
        return QSize(self._card.minimumSizeHint().width(), scaled(_LEAST_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Follow the card when its parts grow."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            wanted = self.heightForWidth(self.width())
            if wanted != self._wanted:
                self._wanted = wanted
                self.updateGeometry()
                self.height_changed.emit()
        return done
