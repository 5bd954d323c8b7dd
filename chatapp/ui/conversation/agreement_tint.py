"""Several answers to one message: what most of them say marked, what few say standing out."""

from PySide6.QtGui import QColor

from chatapp.domain.agreement import Agreement
from chatapp.domain.messages import Message
from chatapp.ui.conversation.tint import AnswerTint
from chatapp.ui.theme import current_theme, heat_colour

SHARED = 0.5
"""Up to this warmth most of the other answers say a sentence."""


def agreement_tint(message: Message) -> AnswerTint:
    """Return the tint of the answer that is shown, by what the others say."""
    choices = message.reply.choices if message.reply else ()
    at = min(message.chosen, len(choices) - 1)
    others = [choice.content for number, choice in enumerate(choices) if number != at]
    return AnswerTint(Agreement(message.text, others), colour=agreement_colour, clicks=False)


def agreement_colour(heat: float) -> QColor | None:
    """Return the colour behind a sentence: calm if most say it, the warmer the fewer do."""
    if heat <= SHARED:
        return current_theme().colour("accent_soft")
    return heat_colour((heat - SHARED) / (1 - SHARED))
