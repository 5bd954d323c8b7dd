"""What the view itself remembers of messages: what is unfolded and what is shown raw."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from chatapp.domain.messages import Message, MessageId

if TYPE_CHECKING:
    from chatapp.ui.conversation.parts.strip_part import AnswerStrip
    from chatapp.ui.conversation.tint import AnswerTint


class MessageMemory:
    """Folds and raw display, kept while their messages come and go."""

    def __init__(self) -> None:
        self._open: dict[tuple[MessageId, str], bool] = {}
        self._raw: set[MessageId] = set()
        self._tints: dict[MessageId, AnswerTint] = {}
        self._strips: dict[MessageId, AnswerStrip] = {}
        self.cost_of: Callable[[Message], float | None] = lambda _message: None
        """What an answer cost, where that is known."""

    def is_open(self, message_id: MessageId, fold: str, *, default: bool = False) -> bool:
        """Return whether a fold is open; ``default`` holds until the person has said."""
        return self._open.get((message_id, fold), default)

    def set_open(self, message_id: MessageId, fold: str, *, is_open: bool) -> None:
        """Keep a fold open or closed from now on."""
        self._open[message_id, fold] = is_open

    def tint_of(self, message_id: MessageId) -> "AnswerTint | None":
        """Return how a message's tokens are tinted, if they are."""
        return self._tints.get(message_id)

    def set_tint(self, message_id: MessageId, tint: "AnswerTint | None") -> None:
        """Tint a message's tokens from now on, or no longer."""
        if tint is None:
            self._tints.pop(message_id, None)
        else:
            self._tints[message_id] = tint

    def strip_of(self, message_id: MessageId) -> "AnswerStrip | None":
        """Return what the strip under a message shows, if it has one."""
        return self._strips.get(message_id)

    def set_strip(self, message_id: MessageId, strip: "AnswerStrip | None") -> None:
        """Show a strip under a message from now on, or none any more."""
        if strip is None:
            self._strips.pop(message_id, None)
        else:
            self._strips[message_id] = strip

    def is_raw(self, message_id: MessageId) -> bool:
        """Return whether a message is shown as its source."""
        return message_id in self._raw

    def toggle_raw(self, message_id: MessageId) -> None:
        """Show a message as its source, or rendered again."""
        self._raw ^= {message_id}
