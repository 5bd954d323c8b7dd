"""Surprise as bars and doubt as a line along an answer, drawn the same wherever it is shown."""

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from chatapp.domain.sampling.answers import AnswerTokens, nats_to_choices
from chatapp.domain.sampling.profile import Profile
from chatapp.domain.sampling.tokens import visible_text
from chatapp.ui.theme import current_theme
from chatapp.ui.widgets.shares import number, percent

_FULL_NATS = 5.0
"""What reaches the upper edge, unless an answer has more."""
_COLUMN = 2
"""The least width of a bar, in pixels."""


class ProfilePlot:
    """Draws one answer's profile and the chosen token; follows both, and any width."""

    def __init__(self) -> None:
        self._profile: Profile | None = None

    def paint(
        self, painter: QPainter, plot: QRectF, answer: AnswerTokens, chosen: int, *, above: float
    ) -> None:
        """Draw in ``plot``, whose upper ``above`` pixels stay free."""
        theme = current_theme()
        painter.fillRect(plot, theme.colour("surface"))
        whole = len(answer)
        if not whole:
            return
        profile = self._profile_of(answer, int(plot.width()) // _COLUMN)
        profile.follow()
        most = max((_FULL_NATS, *profile.surprisals, *profile.entropies))
        scale = (plot.height() - above) / most
        _paint_bars(painter, plot, profile, scale)
        _paint_line(painter, plot, profile, scale)
        if chosen >= 0:
            _paint_chosen(painter, plot, chosen, whole)

    def _profile_of(self, answer: AnswerTokens, most: int) -> Profile:
        """Return the profile of an answer; made anew only for another one or another width."""
        known = self._profile
        if known is None or known.answer is not answer or known.most != max(2, most):
            known = self._profile = Profile(answer, most)
        return known


def token_at(x: float, width: float, count: int) -> int:
    """Return the token of an answer of ``count`` tokens that is drawn at ``x``."""
    return min(max(int(x / max(1.0, width) * count), 0), count - 1)


def token_hint(answer: AnswerTokens, token: int) -> str:
    """Say which token is drawn there, and what its bar and the line mean."""
    say = QCoreApplication.translate
    words = say("Lens", "Token {number}: {token}").format(
        number=QLocale().toString(token + 1), token=visible_text(answer.data(token))
    )
    if token >= len(answer.surprisals):
        return words
    choices = number(nats_to_choices(answer.entropies[token]), 1)
    return "\n".join(
        (
            words,
            say("Lens", "Bar: it had a chance of {share}. The rarer, the higher.").format(
                share=percent(answer.weakest[token])
            ),
            say("Lens", "Line: the model hesitated as between {count} equal choices.").format(
                count=choices
            ),
        )
    )


def _paint_bars(painter: QPainter, plot: QRectF, profile: Profile, scale: float) -> None:
    colour = current_theme().colour("accent")
    colour.setAlphaF(0.55)
    width = plot.width() * profile.span / len(profile.answer)
    wide = max(1.0, width - 0.6)
    for at, nats in enumerate(profile.surprisals):
        left, height = plot.left() + at * width, nats * scale
        bar = QRectF(left, plot.bottom() - height, min(wide, plot.right() - left), height)
        painter.fillRect(bar, colour)


def _paint_line(painter: QPainter, plot: QRectF, profile: Profile, scale: float) -> None:
    width = plot.width() * profile.span / len(profile.answer)
    line = QPolygonF(
        [
            QPointF(
                min(plot.left() + (at + 0.5) * width, plot.right()), plot.bottom() - nats * scale
            )
            for at, nats in enumerate(profile.entropies)
        ]
    )
    painter.setPen(QPen(current_theme().colour("note"), 1.4))
    painter.drawPolyline(line)


def _paint_chosen(painter: QPainter, plot: QRectF, chosen: int, count: int) -> None:
    colour = current_theme().colour("text")
    width = plot.width() / count
    left = plot.left() + chosen * width
    painter.setPen(Qt.PenStyle.NoPen)
    wide = QColor(colour)
    wide.setAlphaF(0.16)
    painter.setBrush(wide)
    painter.drawRect(QRectF(left, plot.top(), max(3.0, width), plot.height()))
    painter.setBrush(colour)
    painter.drawRect(QRectF(left + max(3.0, width) / 2 - 0.75, plot.top(), 1.5, plot.height()))
