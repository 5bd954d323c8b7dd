"""The chosen token amid the words around it, on two lines that are always as high."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from chatapp.domain.sampling.tokens import visible_text
from chatapp.ui.fonts import monospace_font, scaled
from chatapp.ui.lens.state import LensState
from chatapp.ui.theme import current_theme

_BEFORE, _AFTER = 24, 12
HEIGHT = 34


class TokenContext(QWidget):
    """Draws one line: what came before, the token in a box, what came after."""

    def __init__(self, state: LensState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setFixedHeight(scaled(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("Lens", "Chosen token"))

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(HEIGHT))

    def refresh(self) -> None:
        """Draw the token that is chosen now."""
        self.setAccessibleDescription("".join(self._texts()))
        self.update()

    def _texts(self) -> tuple[str, str, str]:
        answer, at = self._state.answer, self._state.token
        if at < 0:
            return "", "", ""

        def plain(first: int, last: int) -> str:
            said = b"".join(answer.data(k) for k in range(max(0, first), min(last, len(answer))))
            return said.decode("utf-8", "replace").replace("\n", "↵").replace("\t", " ")

        token = visible_text(answer.data(at)) or QCoreApplication.translate("Lens", "(end)")
        return plain(at - _BEFORE, at), token, plain(at + 1, at + 1 + _AFTER)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        before, token, after = self._texts()
        if not token:
            return
        theme, font = current_theme(), monospace_font()
        metrics, height = QFontMetricsF(font), self.height()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a diagram is not mirrored
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        width = min(metrics.horizontalAdvance(token) + 8, self.width() * 0.6)
        left = max(0.0, min(self.width() * 0.55, metrics.horizontalAdvance(before) + 2))
        box = QRectF(left, 5, width, height - 10)
        painter.setPen(theme.colour("muted"))
        flags = Qt.AlignmentFlag.AlignVCenter
        words = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, left - 2)
        painter.drawText(QRectF(0, 0, left - 2, height), flags | Qt.AlignmentFlag.AlignRight, words)
        room = self.width() - box.right() - 2
        words = metrics.elidedText(after, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRectF(box.right() + 2, 0, room, height), flags | Qt.AlignmentFlag.AlignLeft, words
        )
        painter.setPen(theme.colour("note"))
        painter.setBrush(theme.colour("note_soft"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("text"))
        token = metrics.elidedText(token, Qt.TextElideMode.ElideRight, width - 6)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, token)
        painter.end()
