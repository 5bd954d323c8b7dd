"""A layout that sets widgets one after another and begins a new line where one is full."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from chatapp.ui.widgets.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Lines of widgets from where people begin to read, each as large as it wants; with
    ``fill`` the last one takes what its line has left."""

    def __init__(self, parent: QWidget, *, spacing: int, fill: bool = True) -> None:
        super().__init__(parent)
        self._fill = fill
        self._gap = spacing

    def insertWidget(self, position: int, widget: QWidget) -> None:
        """Put ``widget`` before the item at ``position``."""
        self.addWidget(widget)
        self._items.insert(position, self._items.pop())
        self.invalidate()

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widths = [item.minimumSize().width() for item in self._items]
        heights = [item.sizeHint().height() for item in self._items]
        return QSize(max(widths, default=0), max(heights, default=0))

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Return the height that the items need in this width; put them there with ``move``."""
        x, y, line = 0, 0, 0
        mirrored = self._is_mirrored()
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            wanted = item.sizeHint()
            if x > 0 and x + wanted.width() > area.width():
                x, y, line = 0, y + line + self._gap, 0
            last = self._fill and item is self._items[-1]
            width = area.width() - x if last else min(wanted.width(), area.width())
            if move:
                left = area.width() - x - width if mirrored else x
                at = area.topLeft() + QPoint(left, y)
                item.setGeometry(QRect(at, QSize(width, wanted.height())))
            x, line = x + width + self._gap, max(line, wanted.height())
        return y + line
