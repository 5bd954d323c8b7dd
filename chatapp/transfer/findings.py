"""What a file turned out to hold: conversations, and what could not be taken."""

from chatapp.domain.conversation import Conversation
from chatapp.domain.messages import Message
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import Text


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not taken: ``item`` names it as the person knows it."""

    item: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation with the messages of all its branches, parents before children;
    ``skipped`` is what of it could not be taken."""

    conversation: Conversation
    messages: tuple[Message, ...]
    skipped: tuple[Skipped, ...] = ()


Finding = Found | Skipped
