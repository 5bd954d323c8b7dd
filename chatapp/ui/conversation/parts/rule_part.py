"""A thematic break."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.part import PaintState, Part


class RulePart(Part):
    """A thematic break: a thin line across."""

    _width = 0

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Return its height."""
        del width
        return look.unit * 2 + 1

    def lay_out(self, look: Appearance, width: int) -> int:
        """Remember the width."""
        self._width = width
        return self.estimated_height(look, width)

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw the line."""
        del state
        painter.fillRect(QRect(0, look.unit, self._width, 1), look.line)

    def text(self) -> str:
        """Return nothing to read."""
        return ""

    def source(self) -> str:
        """Return the Markdown of a break."""
        return "---"

    def html(self) -> str:
        """Return the HTML of a break."""
        return "<hr/>"
