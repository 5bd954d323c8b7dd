"""How far the answer to a message has come, in words the window can show."""

from enum import Enum, auto

from chatapp.domain.messages import MessageId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import Text


class Phase(Enum):
    """The steps of one answer, in order; a retry goes back to ``SENDING``, and so does an
    answer whose tools have been run."""

    IDLE = auto()
    STARTING_ENGINE = auto()
    SENDING = auto()
    STREAMING = auto()
    RETRY_WAIT = auto()
    APPROVAL = auto()
    """Calls of tools wait for the person."""
    RUNNING_TOOLS = auto()
    ROUND_LIMIT = auto()
    """The person is asked whether the model may go on calling tools."""


@dataclass(frozen=True, slots=True)
class GenerationStatus:
    """What a conversation is doing now.

    ``retry_at`` is on the clock of ``time.monotonic``, ``attempt`` counts tries from 1;
    ``note`` says why a retry is due or what was left out of the request.
    """

    phase: Phase = Phase.IDLE
    message_id: MessageId | None = None
    attempt: int = 1
    retry_at: float | None = None
    note: Text | None = None

    @property
    def is_running(self) -> bool:
        """Whether there is something to stop."""
        return self.phase is not Phase.IDLE


IDLE = GenerationStatus()
"""The status of a conversation that does nothing."""
