"""The bars: the candidates of one place, the model's own odds behind those of the settings."""

from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from chatapp.domain.sampling.shaping import Range, Shaped
from chatapp.domain.sampling.tokens import Step
from chatapp.ui.fonts import monospace_font, scaled
from chatapp.ui.icons import paint_icon
from chatapp.ui.lens import wording
from chatapp.ui.lens.state import LensState
from chatapp.ui.theme import current_theme
from chatapp.ui.widgets.shares import percent

_VISIBLE = 0.002
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class _Sizes:
    """Heights and widths for the size of the text, in pixels."""

    def __init__(self) -> None:
        self.row, self.head, self.cut = scaled(25), scaled(20), scaled(18)
        self.branch, self.numbers = 22, scaled(52)
        self.own_bar, self.now_bar = float(scaled(17)), 4.0


class CandidateBars(QWidget):
    """Draws the chosen place of a state; up and down choose a candidate, Enter branches to it."""

    branch_requested = Signal(int)
    spoken = Signal(str)
    """The words of the row that is under the pointer or the keyboard."""

    def __init__(self, state: LensState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._sizes = _Sizes()
        self._row = -1
        self.can_branch = False
        self.setObjectName("lensCandidates")
        self.setAccessibleName(QCoreApplication.translate("Lens", "Candidates"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def refresh(self) -> None:
        """Draw what the state shows now."""
        step = self._state.step
        rows = len(step.candidates) + 1 if step is not None else 0
        self._row = min(self._row, rows - 2)
        height = self._sizes.head + rows * self._sizes.row + self._sizes.cut if rows else 0
        if height != self.height():
            self.setFixedHeight(height)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def in_words(self) -> str:
        """Return every bar in words, one a line."""
        step, shaped, own = self._state.step, self._state.shaped, self._state.own_odds()
        if step is None or shaped is None or own is None:
            return ""
        rows = [wording.row_words(step, own, shaped, at) for at in range(len(step.candidates))]
        rows.append(
            QCoreApplication.translate("Lens", "tokens not listed: {share}").format(
                share=wording.percent_span(shaped.unseen)
            )
        )
        return "\n".join(rows)

    # Where things are

    def _cut_after(self, shaped: Shaped) -> int:
        """Return how many rows are above the line of the cut; all of them if nothing is cut."""
        reachable = [at for at in range(len(shaped.shares)) if shaped.is_reachable(at)]
        last = reachable[-1] + 1 if reachable else 0
        return len(shaped.shares) + 1 if shaped.unseen[1] > 0 else last

    def _top(self, row: int, cut_after: int) -> float:
        return (
            self._sizes.head + row * self._sizes.row + (self._sizes.cut if row >= cut_after else 0)
        )

    def _row_at(self, y: float) -> int:
        shaped = self._state.shaped
        if shaped is None:
            return -1
        cut = self._cut_after(shaped)
        for row in range(len(shaped.shares)):
            top = self._top(row, cut)
            if top <= y < top + self._sizes.row:
                return row
        return -1

    def _columns(self) -> tuple[QRectF, QRectF, QRectF]:
        """Return the places of token and bar, own share and share now, at the height of a row."""
        right = self.width() - (self._sizes.branch if self.can_branch else 2)
        now = QRectF(right - self._sizes.numbers, 0, self._sizes.numbers, self._sizes.row)
        own = QRectF(now.left() - self._sizes.numbers, 0, self._sizes.numbers, self._sizes.row)
        return QRectF(7, 0, max(40.0, own.left() - 7), self._sizes.row), own, now

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a diagram is not mirrored
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        if self.hasFocus():
            painter.setPen(QPen(current_theme().colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draw the bars on any painter, also for a picture of them."""
        step, shaped, own = self._state.step, self._state.shaped, self._state.own_odds()
        if step is None or shaped is None or own is None:
            return
        brush = _Brushes()
        self._paint_head(painter, brush)
        cut = self._cut_after(shaped)
        for row in range(len(step.candidates)):
            painter.save()
            painter.translate(0, self._top(row, cut))
            self._paint_row(painter, brush, step, own, shaped, row)
            painter.restore()
        painter.save()
        painter.translate(0, self._top(len(step.candidates), cut))
        self._paint_unseen(painter, brush, own, shaped)
        painter.restore()
        if cut <= len(step.candidates):
            self._paint_cut(painter, brush, self._sizes.head + cut * self._sizes.row)

    def _paint_head(self, painter: QPainter, brush: "_Brushes") -> None:
        say = QCoreApplication.translate
        _, own, now = self._columns()
        painter.setFont(brush.small)
        metrics = QFontMetricsF(brush.small)
        for place, words, colour, height in (
            (own, say("Lens", "model"), brush.own, self._sizes.own_bar / 2),
            (now, say("Lens", "now"), brush.accent, self._sizes.now_bar),
        ):
            right = place.translated(0, (self._sizes.head - self._sizes.row) / 2)
            painter.setPen(brush.muted)
            painter.drawText(right, _RIGHT, words)
            left = place.right() - metrics.horizontalAdvance(words) - 12
            painter.fillRect(QRectF(left, (self._sizes.head - height) / 2, 8, height), colour)

    def _paint_row(
        self,
        painter: QPainter,
        brush: "_Brushes",
        step: Step,
        own: Shaped,
        shaped: Shaped,
        row: int,
    ) -> None:
        place, own_place, now_place = self._columns()
        sizes = self._sizes
        reachable, came = shaped.is_reachable(row), row == step.sampled
        painter.setPen(Qt.PenStyle.NoPen)
        if row == self._row:
            painter.setBrush(brush.hover)
            painter.drawRoundedRect(QRectF(0, 0, self.width(), sizes.row), 5, 5)
        if came:
            painter.setBrush(brush.came)
            painter.drawRoundedRect(QRectF(0.5, 4, 3, sizes.row - 8), 1.5, 1.5)
        _bar(
            painter,
            place,
            (0.0, own.share(row)),
            brush.own if reachable else brush.cut,
            sizes.own_bar,
        )
        low, high = shaped.shares[row]
        _bar(painter, place, (0.0, low), brush.accent, sizes.now_bar, at_bottom=True)
        if high - low > _VISIBLE:
            _bar(painter, place, (low, high), brush.hatched, sizes.now_bar, at_bottom=True)
        painter.setFont(brush.mono_strong if came else brush.mono)
        painter.setPen(brush.text if reachable else brush.muted)
        room = place.adjusted(4, -2, -4, -2)
        words = wording.token_words(step.candidates[row])
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, words)
        painter.setFont(brush.small)
        painter.setPen(brush.muted)
        painter.drawText(own_place, _RIGHT, percent(own.share(row)))
        painter.setPen(brush.text if reachable else brush.muted)
        now = percent(shaped.share(row)) if reachable else "–"
        painter.drawText(now_place, _RIGHT, now)
        if row == self._row and self._may_branch():
            box = QRectF(self.width() - sizes.branch + 5, (sizes.row - 16) / 2, 16, 16)
            paint_icon(painter, "branch", box, brush.accent)

    def _paint_unseen(
        self, painter: QPainter, brush: "_Brushes", own: Shaped, shaped: Shaped
    ) -> None:
        place, own_place, now_place = self._columns()
        low, high = shaped.unseen
        _bar(painter, place, (0.0, own.unseen[1]), brush.own_hatched, self._sizes.own_bar)
        _bar(painter, place, (0.0, low), brush.accent, self._sizes.now_bar, at_bottom=True)
        _bar(painter, place, (low, high), brush.hatched, self._sizes.now_bar, at_bottom=True)
        painter.setFont(brush.small)
        painter.setPen(brush.muted)
        words = QCoreApplication.translate("Lens", "all others together")
        painter.drawText(place.adjusted(4, -2, 0, -2), _LEFT, words)
        painter.drawText(own_place, _RIGHT, percent(own.unseen[1]))
        words = percent(high) if high - low < 0.01 else "≤ " + percent(high)
        painter.drawText(now_place, _RIGHT, words if high > 0 else "–")

    def _paint_cut(self, painter: QPainter, brush: "_Brushes", top: float) -> None:
        words = QCoreApplication.translate("Lens", "cut off: never picked")
        painter.setFont(brush.small)
        width = QFontMetricsF(brush.small).horizontalAdvance(words)
        middle = top + self._sizes.cut / 2
        painter.setPen(QPen(brush.came, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, middle), QPointF(self.width() - width - 12, middle))
        painter.setPen(brush.came)
        place = QRectF(self.width() - width - 4, top, width + 4, self._sizes.cut)
        painter.drawText(place, _LEFT, words)

    # Pointer and keyboard

    def _attend(self, row: int) -> None:
        if row == self._row:
            return
        self._row = row
        self.update()
        step, shaped, own = self._state.step, self._state.shaped, self._state.own_odds()
        if step is not None and shaped is not None and own is not None and row >= 0:
            words = wording.row_words(step, own, shaped, row)
            self.setAccessibleDescription(words)
            self.setToolTip(f"<p>{escape(words)}</p>")
            self.spoken.emit(words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._attend(self._row_at(event.position().y()))
        shape = (
            Qt.CursorShape.PointingHandCursor if self._may_branch() else Qt.CursorShape.ArrowCursor
        )
        self.setCursor(shape)

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002
        if not self.hasFocus():
            self._attend(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._attend(self._row_at(event.position().y()))
            self._branch()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._state.step
        rows = len(step.candidates) if step is not None else 0
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and rows:
            self._attend(min(max(self._row + (1 if key == Qt.Key.Key_Down else -1), 0), rows - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._branch()
        else:
            super().keyPressEvent(event)

    def _may_branch(self) -> bool:
        step = self._state.step
        if not self.can_branch or step is None or self._row in (-1, step.sampled):
            return False
        return bool(self._state.beginning_with(self._row))

    def _branch(self) -> None:
        if self._may_branch():
            self.branch_requested.emit(self._row)


class _Brushes:
    """The colours and fonts of the bars, from the theme in force."""

    def __init__(self) -> None:
        theme = current_theme()
        self.text, self.muted = theme.colour("text"), theme.colour("muted")
        self.accent, self.came = theme.colour("accent"), theme.colour("note")
        self.own, self.hover = theme.colour("lens_own"), theme.colour("lens_hover")
        self.cut = theme.colour("border")
        self.hatched = QBrush(self.accent, Qt.BrushStyle.BDiagPattern)
        self.own_hatched = QBrush(self.muted, Qt.BrushStyle.BDiagPattern)
        self.mono = monospace_font(0.95)
        self.mono_strong = QFont(self.mono)
        self.mono_strong.setBold(True)
        self.small = QFont()
        self.small.setPointSizeF(self.small.pointSizeF() * 0.85)


def _bar(
    painter: QPainter,
    place: QRectF,
    span: Range,
    brush: QBrush | QColor,
    height: float,
    *,
    at_bottom: bool = False,
) -> None:
    """Draw a bar for the shares from one to the other, certain or hatched."""
    low, high = span
    if high <= low:
        return
    top = place.bottom() - height - 1 if at_bottom else place.top() + 2
    left = place.left() + place.width() * low
    width = max(2.0 if low == 0.0 else 0.0, place.width() * (high - low))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(QRectF(left, top, width, height), 1.5, 1.5)
