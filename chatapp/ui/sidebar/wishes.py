"""What a person wants to be done with conversations of the list."""

from collections.abc import Sequence
from enum import StrEnum

from chatapp.domain.messages import ConversationId
from chatapp.domain.quick_dataclass import dataclass


class Arrange(StrEnum):
    """The kinds of wishes; ``value`` of an ``Arrangement`` is what stands behind them."""

    PIN = "pin"
    """``value`` is 1 to pin, empty to let go; so with ``ARCHIVE`` and ``UNREAD``."""
    ARCHIVE = "archive"
    UNREAD = "unread"
    MOVE = "move"
    """``value`` is a folder's id, or empty for none."""
    MOVE_TO_NEW = "move to new"
    TAG = "tag"
    """``value`` is a tag to add."""
    EDIT_TAGS = "edit tags"
    BIN = "bin"
    RESTORE = "restore"
    ERASE = "erase"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One wish about some conversations."""

    kind: Arrange
    ids: Sequence[ConversationId]
    value: str = ""
