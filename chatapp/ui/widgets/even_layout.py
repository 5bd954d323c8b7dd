"""A layout of equal columns where there is room for them, and of one below the other elsewhere."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from chatapp.ui.widgets.item_layout import ItemLayout


class EvenLayout(ItemLayout):
    """Side by side, all as wide and as high; in one column where one would be narrower than
    ``least`` pixels."""

    def __init__(self, parent: QWidget, *, spacing: int, least: int) -> None:
        super().__init__(parent)
        self._gap, self._least = spacing, least

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() + 1 for place in places), default=0)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        mirrored = self._is_mirrored()
        for item, place in zip(self._items, self._places(area.width()), strict=True):
            left = area.width() - place.right() - 1 if mirrored else place.left()
            item.setGeometry(QRect(area.left() + left, area.top() + place.top(), *_size(place)))

    def minimumSize(self) -> QSize:
        widths = [item.minimumSize().width() for item in self._items]
        return QSize(max(widths, default=0), 0)

    def sizeHint(self) -> QSize:
        count = len(self._items)
        width = max(count * (self._least + self._gap) - self._gap, 0)
        return QSize(width, self.heightForWidth(width))

    def _places(self, width: int) -> list[QRect]:
        count = len(self._items)
        column = (width + self._gap) // max(count, 1) - self._gap
        least = max([self._least, *(item.minimumSize().width() for item in self._items)])
        if column >= least:
            height = max((_height(item, column) for item in self._items), default=0)
            return [QRect(at * (column + self._gap), 0, column, height) for at in range(count)]
        places, top = [], 0
        for item in self._items:
            places.append(QRect(0, top, width, _height(item, width)))
            top += places[-1].height() + self._gap
        return places


def _size(place: QRect) -> tuple[int, int]:
    return place.width(), place.height()


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
