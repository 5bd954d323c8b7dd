"""The state of the offline model's engine, for the window to show."""

from enum import Enum, auto

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import Text


class EnginePhase(Enum):
    """Where the engine is in its life."""

    UNAVAILABLE = auto()
    STOPPED = auto()
    STARTING = auto()
    READY = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class EngineState:
    """``progress`` is 0 to 1 while starting, or ``None`` if unknown."""

    phase: EnginePhase
    progress: float | None = None
    base_url: str = ""
    model: str = ""
    problem: Text | None = None
