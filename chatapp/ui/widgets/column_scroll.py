"""A column of controls that scrolls up and down only."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class ColumnScroll(QScrollArea):
    """Takes the width it is given; the keyboard goes to the controls in it, never to itself.

    A ``whole`` one is never given less than its controls need, so that none is out of reach.
    """

    def __init__(
        self, content: QWidget, parent: QWidget | None = None, *, whole: bool = False
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Return what the toolkit needs, and the width of the controls beside the bar."""
        least, content = super().minimumSizeHint(), self.widget()
        if not self._whole or content is None:
            return least
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(
            content.minimumSizeHint().width() + bar + 2 * self.frameWidth(), least.height()
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the controls that come and go."""
        if self._whole and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
