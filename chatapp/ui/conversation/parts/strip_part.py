"""The strip under an answer: how surprising each of its tokens was, and which is chosen."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.sampling.answers import AnswerTokens
from chatapp.ui.conversation.appearance import Appearance
from chatapp.ui.conversation.parts.part import PaintState, Part
from chatapp.ui.widgets.profile_plot import ProfilePlot, token_at, token_hint

_HEIGHT = 7
"""In units of the appearance."""


@dataclass(frozen=True, slots=True)
class AnswerStrip:
    """What a strip shows: the tokens of an answer, and which of them is chosen."""

    answer: AnswerTokens
    chosen: int


class StripPart(Part):
    """Plots an answer as far as it has been measured; a click on it means a token.

    The keyboard moves along an answer in the lens, which shows the same strip.
    """

    def __init__(self, strip: AnswerStrip) -> None:
        super().__init__(gap=2)
        self._strip = strip
        self._plot = ProfilePlot()
        self._width = 0
        self._seen = self._state_of(strip)

    def show(self, strip: AnswerStrip) -> bool:
        """Show another state of an answer; return whether anything looks different."""
        self._strip = strip
        seen = self._state_of(strip)
        changed = seen != self._seen
        if changed:
            self._seen = seen
            self.change_looks()
        return changed

    @staticmethod
    def _state_of(strip: AnswerStrip) -> tuple[int, int, int, int]:
        answer = strip.answer
        return id(answer), len(answer), len(answer.surprisals), strip.chosen

    def estimated_height(self, look: Appearance, width: int) -> int:
        """Return its height."""
        del width
        return look.unit * _HEIGHT

    def lay_out(self, look: Appearance, width: int) -> int:
        """Remember the width."""
        self._width = width
        return self.estimated_height(look, width)

    def paint(self, painter: QPainter, look: Appearance, state: PaintState) -> None:
        """Draw bars, line and chosen token, on a ground line."""
        del state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = QRectF(0, 0, self._width, look.unit * _HEIGHT - 1)
        self._plot.paint(painter, plot, self._strip.answer, self._strip.chosen, above=2)
        painter.fillRect(QRectF(0, plot.bottom(), self._width, 1), look.line)

    def token_at(self, point: QPoint) -> int:
        """Return the token that is drawn at ``point``."""
        if not (0 <= point.x() < self._width and 0 <= point.y() < self._height):
            return -1
        return token_at(point.x(), self._width, len(self._strip.answer))

    def hint_at(self, point: QPoint) -> str:
        """Name the token at ``point``, with what the bar and the line say of it."""
        token = self.token_at(point)
        return token_hint(self._strip.answer, token) if token >= 0 else ""
