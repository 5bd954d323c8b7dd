"""The scale of the heat map: one warm colour that deepens, told apart with any colour vision."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from chatapp.domain.sampling.heat import Measure
from chatapp.domain.text import QT_TRANSLATE_NOOP
from chatapp.ui.fonts import scaled
from chatapp.ui.theme import current_theme, heat_colour

_ENDS: Mapping[Measure, tuple[str, str]] = MappingProxyType(
    {
        Measure.PROBABILITY: (
            QT_TRANSLATE_NOOP("Lens", "100 % sure"),
            QT_TRANSLATE_NOOP("Lens", "0 %"),
        ),
        Measure.ENTROPY: (
            QT_TRANSLATE_NOOP("Lens", "no doubt"),
            QT_TRANSLATE_NOOP("Lens", "20 equal choices"),
        ),
        Measure.RANK: (
            QT_TRANSLATE_NOOP("Lens", "likeliest"),
            QT_TRANSLATE_NOOP("Lens", "20th or later"),
        ),
    }
)
_STEPS = 24


class HeatLegend(QWidget):
    """A bar from no doubt to the greatest, with what its ends mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = Measure.PROBABILITY
        self.setFixedHeight(scaled(28))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(28))

    def show_measure(self, measure: Measure) -> None:
        """Explain another measure."""
        self._measure = measure
        low, high = self._words()
        self.setAccessibleName(
            QCoreApplication.translate("Lens", "Colours from {low} to {high}").format(
                low=low, high=high
            )
        )
        self.update()

    def _words(self) -> tuple[str, str]:
        low, high = _ENDS[self._measure]
        return QCoreApplication.translate("Lens", low), QCoreApplication.translate("Lens", high)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = current_theme()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a diagram is not mirrored
        width = self.width() / _STEPS
        for step in range(_STEPS):
            colour = heat_colour(step / (_STEPS - 1)) or theme.colour("surface")
            painter.fillRect(QRectF(step * width, 2, width + 0.5, 9), colour)
        painter.setPen(theme.colour("border"))
        painter.drawRect(QRectF(0.5, 2.5, self.width() - 1, 8))
        font = QFont()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        low, high = self._words()
        place = QRectF(0, 12, self.width(), self.height() - 12)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, high)
        painter.end()
