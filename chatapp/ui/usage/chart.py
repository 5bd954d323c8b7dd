"""Tokens a day as stacked bars, painted; a screen reader gets them as words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.usage import Tokens
from chatapp.ui.fonts import scaled
from chatapp.ui.theme import current_theme

HEIGHT = 190
WIDEST_BAR = 44
_LINES = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, the tokens in it, and what it says when one asks."""

    label: str
    tokens: Tokens
    words: str


def _parts(tokens: Tokens) -> tuple[int, int, int, int]:
    """Return what stands on each other: prompt, cached prompt, answer, reasoning."""
    return (
        tokens.prompt - tokens.cached,
        tokens.cached,
        tokens.completion - tokens.reasoning,
        tokens.reasoning,
    )


class UsageChart(QWidget):
    """Bars from the left; patterns tell the parts apart as well as colours."""

    _COLOURS = ("muted", "border", "accent", "note")
    _PATTERNS = (
        Qt.BrushStyle.SolidPattern,
        Qt.BrushStyle.Dense4Pattern,
        Qt.BrushStyle.SolidPattern,
        Qt.BrushStyle.BDiagPattern,
    )

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("usageChart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: Sequence[Bar] = ()

    def sizeHint(self) -> QSize:
        """Return a size that shows a month."""
        return QSize(scaled(560), scaled(HEIGHT))

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = bars
        self.setAccessibleName(QCoreApplication.translate("Usage", "Tokens"))
        used = any(bar.tokens.total for bar in bars)
        self.setAccessibleDescription(
            "\n".join(bar.words for bar in bars) if used else self.nothing()
        )
        self.update()

    @staticmethod
    def nothing() -> str:
        """Return what is said where no day has a bar."""
        return QCoreApplication.translate("Usage", "No tokens were used in this time.")

    def legend(self) -> tuple[str, ...]:
        """Return the names of the parts, from the bottom."""
        tr = QCoreApplication.translate
        return (
            tr("Usage", "Prompt"),
            tr("Usage", "Cached prompt"),
            tr("Usage", "Answer"),
            tr("Usage", "Reasoning"),
        )

    def _plot(self) -> QRectF:
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("000.0 M") + 10
        top = metrics.height() * 2
        return QRectF(
            left, top, self.width() - left - 4, self.height() - top - metrics.height() - 6
        )

    def _slot_width(self) -> float:
        return self._plot().width() / max(len(self._bars), 1)

    def bar_at(self, x: float) -> Bar | None:
        """Return the bar above a place of the lower edge."""
        place = (x - self._plot().left()) / self._slot_width()
        inside = 0 <= place < len(self._bars)
        return self._bars[int(place)] if inside else None

    def event(self, event: QEvent) -> bool:
        """Say what a bar holds."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self.bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), bar.words if bar else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lines, bars and labels."""
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a diagram is not mirrored
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        most = max((bar.tokens.total for bar in self._bars), default=0)
        if not most:
            painter.setPen(current_theme().colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.nothing())
            painter.end()
            return
        self._paint_legend(painter)
        self._paint_lines(painter, plot, most)
        for number, bar in enumerate(self._bars):
            self._paint_bar(painter, plot, number, bar, most)
        painter.end()

    def _paint_legend(self, painter: QPainter) -> None:
        metrics, theme = self.fontMetrics(), current_theme()
        x, side = self._plot().left(), metrics.ascent() * 0.8
        for name, colour, pattern in zip(self.legend(), self._COLOURS, self._PATTERNS, strict=True):
            box = QRectF(x, metrics.ascent() - side + 1, side, side)
            self._fill(painter, box, colour, pattern)
            painter.setPen(theme.colour("muted"))
            painter.drawText(QPointF(x + side + 5, metrics.ascent()), name)
            x += side + metrics.horizontalAdvance(name) + 22

    def _paint_lines(self, painter: QPainter, plot: QRectF, most: int) -> None:
        theme, line_height = current_theme(), self.fontMetrics().height()
        for line in range(_LINES):
            share = line / (_LINES - 1)
            y = plot.bottom() - share * plot.height()
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.colour("muted"))
            area = QRectF(0, y - line_height / 2, plot.left() - 8, line_height)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, align, short_number(round(most * share)))

    def _paint_bar(self, painter: QPainter, plot: QRectF, number: int, bar: Bar, most: int) -> None:
        slot = self._slot_width()
        width = min(slot * 0.7, WIDEST_BAR)
        x, bottom = plot.left() + slot * number + (slot - width) / 2, plot.bottom()
        parts = zip(_parts(bar.tokens), self._COLOURS, self._PATTERNS, strict=True)
        for count, colour, pattern in parts:
            height = plot.height() * count / most if most else 0.0
            self._fill(painter, QRectF(x, bottom - height, width, height), colour, pattern)
            bottom -= height
        room = self.fontMetrics().horizontalAdvance(bar.label) + 10
        every = max(1, -(-room // max(int(slot), 1)))
        if number % every == 0:
            painter.setPen(current_theme().colour("muted"))
            area = QRectF(
                plot.left() + slot * number - room, plot.bottom() + 4, slot + 2 * room, scaled(20)
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, bar.label)

    @staticmethod
    def _fill(painter: QPainter, box: QRectF, colour: str, pattern: Qt.BrushStyle) -> None:
        ink = current_theme().colour(colour)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        if pattern is not Qt.BrushStyle.SolidPattern:
            painter.fillRect(box, current_theme().colour("sunken"))
        brush = painter.brush()
        brush.setColor(ink)
        brush.setStyle(pattern)
        painter.fillRect(box, brush)
        painter.restore()


def short_number(count: int) -> str:
    """Return a number of tokens in few signs."""
    locale = QLocale()
    for size, sign in ((1_000_000, "M"), (1_000, "k")):
        if count >= size:
            value = count / size
            return f"{locale.toString(value, 'f', 0 if value >= 100 else 1)} {sign}"
    return locale.toString(count)
