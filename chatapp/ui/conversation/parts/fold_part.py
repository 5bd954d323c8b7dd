"""The head of something that folds: a triangle and a title."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPolygonF

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.controls import control_height, control_width, paint_control
from chatapp.ui.conversation.parts.part import Area, PaintState, Part
from chatapp.ui.conversation.wishes import Wish, WishKind


class FoldPart(Part):
    """Opens and closes the parts that follow it; ``name`` says which ones."""

    def __init__(self, name: str, title: str, *, is_open: bool, gap: int = 0) -> None:
        super().__init__(gap)
        self._wish = Wish(WishKind.FOLD, name)
        self._title = title
        self.is_open = is_open
        self._area = Area(QRect(), self._wish, title)

    def retitle(self, title: str) -> None:
        """Change the title; the height stays."""
        if title != self._title:
            self._title = title
            self.change_looks()

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Return its height."""
        del width
        return control_height(look)

    def lay_out(self, look: Appearance, width: int) -> int:
        """Make the area as wide as the title."""
        height = control_height(look)
        wide = min(width, control_width(look, self._title) + look.unit * 3)
        self._area = Area(QRect(-look.unit * 2, 0, wide, height), self._wish, self._title)
        return height

    def areas(self) -> Sequence[Area]:
        """Return the whole row."""
        return (self._area,)

    def text(self) -> str:
        """Return the title."""
        return self._title

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw triangle and title."""
        box = self._area.rect
        words = Area(box.adjusted(look.unit * 3, 0, 0, 0), self._wish, self._title)
        paint_control(painter, look, words, state)
        size, middle = look.unit * 0.9, QPointF(look.unit * 0.6, box.center().y() + 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(middle)
        painter.rotate(90 if self.is_open else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.text if state.hot == self._wish else look.muted)
        corners = [QPointF(-size * 0.5, -size), QPointF(size * 0.7, 0), QPointF(-size * 0.5, size)]
        painter.drawPolygon(QPolygonF(corners))
        painter.restore()
