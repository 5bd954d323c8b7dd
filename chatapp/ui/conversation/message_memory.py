"""What the view itself remembers of messages: what is unfolded and what is shown raw."""

from chatapp.domain.messages import MessageId


class MessageMemory:
    """Folds and raw display, kept while their messages come and go."""

    def __init__(self) -> None:
        self._open: dict[tuple[MessageId, str], bool] = {}
        self._raw: set[MessageId] = set()

    def is_open(self, message_id: MessageId, fold: str, *, default: bool = False) -> bool:
        """Return whether a fold is open; ``default`` holds until the person has said."""
        return self._open.get((message_id, fold), default)

    def set_open(self, message_id: MessageId, fold: str, *, is_open: bool) -> None:
        """Keep a fold open or closed from now on."""
        self._open[message_id, fold] = is_open

    def is_raw(self, message_id: MessageId) -> bool:
        """Return whether a message is shown as its source."""
        return message_id in self._raw

    def toggle_raw(self, message_id: MessageId) -> None:
        """Show a message as its source, or rendered again."""
        self._raw ^= {message_id}
