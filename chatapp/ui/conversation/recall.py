"""Earlier messages by the arrow keys, as in a shell: up to older ones, down to what was typed."""

from collections.abc import Callable, Sequence


class Recall:
    """Walks through what was sent. ``entries`` returns it, the newest last.

    It begins only in an empty composer, and ends when what it brought is changed.
    """

    def __init__(self, entries: Callable[[], Sequence[str]]) -> None:
        self._entries = entries
        self._walked: Sequence[str] = ()
        self._at = 0

    def step(self, by: int, shown: str) -> str | None:
        """Return what to show instead of ``shown``; ``None`` if the key is for the cursor.

        ``by`` is -1 towards older messages and 1 towards newer ones.
        """
        if not self._is_walking(shown):
            if shown or by > 0:
                return None
            self._walked = [entry for entry in self._entries() if entry.strip()]
            self._at = len(self._walked)
        at = self._at + by
        if not 0 <= at <= len(self._walked) or (at == len(self._walked) and by < 0):
            return None
        self._at = at
        return self._walked[at] if at < len(self._walked) else ""

    def _is_walking(self, shown: str) -> bool:
        return self._at < len(self._walked) and shown == self._walked[self._at]
