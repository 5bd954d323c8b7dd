"""A row of widgets that becomes a column where it would be too narrow, and words that wrap."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QSizePolicy, QWidget

Direction = QBoxLayout.Direction


class StackingRow(QWidget):
    """Side by side while everything has the width it wants, one below the other if not; a
    widget may have a ``stretch`` of the width that is left."""

    def __init__(self, parent: QWidget, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Put widgets at the end."""
        for widget in widgets:
            self._row.addWidget(widget, stretch)

    def add_stretch(self) -> None:
        """Keep what follows at the other end of the row."""
        self._row.addStretch(1)

    def _hints(self) -> list[QSize]:
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [w.sizeHint() for w in widgets if w is not None and not w.isHidden()]

    def hasHeightForWidth(self) -> bool:
        """Say no: what wraps in it says itself how high it has to be."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest widget: a column is no wider."""
        widest = max((hint.width() for hint in self._hints()), default=0)
        return QSize(min(widest, 120), self._row.minimumSize().height())

    def sizeHint(self) -> QSize:
        """Return what a row takes."""
        hints = self._hints()
        between = self._row.spacing() * max(0, len(hints) - 1)
        return QSize(sum(h.width() for h in hints) + between, self.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where there is too little width."""
        super().resizeEvent(event)
        narrow = event.size().width() < self.sizeHint().width()
        direction = Direction.TopToBottom if narrow else Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)
            self.updateGeometry()


class WrappedLabel(QLabel):
    """Plain words that are never squeezed to less than the lines they take."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keep_lines()

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self._keep_lines()

    def _keep_lines(self) -> None:
        if self.wordWrap():
            self.setMinimumHeight(0)  # or it would be part of the answer
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))
