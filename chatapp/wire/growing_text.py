"""Text that grows by pieces, at a constant cost for each."""


class GrowingText:
    """Append pieces; ``value`` joins what is new, so that asking often stays cheap."""

    __slots__ = ("_length", "_pieces")

    def __init__(self, start: str = "") -> None:
        self._pieces: list[str] = [start] if start else []
        self._length = len(start)

    def __len__(self) -> int:
        return self._length

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def append(self, piece: str) -> None:
        """Add ``piece`` at the end."""
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)

    def replace(self, whole: str) -> None:
        """Take ``whole`` in place of everything so far."""
        self._pieces = [whole] if whole else []
        self._length = len(whole)

    def value(self) -> str:
        """Return the text so far."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""
