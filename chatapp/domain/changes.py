"""What changed: said by the services, read by the views, which decide what to redraw."""

from enum import Flag, auto
from typing import TYPE_CHECKING, TypeAlias

from chatapp.domain.quick_dataclass import dataclass

if TYPE_CHECKING:
    # The first frame waits for this module, and for no more than it needs.
    from chatapp.domain.engine_state import EngineState
    from chatapp.domain.exchanges import ExchangeId
    from chatapp.domain.messages import ConversationId, EndpointId, MessageId
    from chatapp.domain.text import Text
    from chatapp.domain.usage import Spending


class Aspect(Flag):
    """Which parts of a message changed."""

    TEXT = auto()
    """The shown text grew or changed."""
    STATUS = auto()
    """It started, ended or failed."""
    DETAILS = auto()
    """Usage, times, tool calls, the number of choices."""


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """A message is different now. Gathered per frame by views; a status change is not."""

    conversation_id: "ConversationId"
    message_id: "MessageId"
    aspects: Aspect


@dataclass(frozen=True, slots=True)
class PathChanged:
    """The shown path of a conversation has other messages than before."""

    conversation_id: "ConversationId"


@dataclass(frozen=True, slots=True)
class ConversationChanged:
    """Title, model, settings, draft or place in the list of a conversation changed."""

    conversation_id: "ConversationId"


@dataclass(frozen=True, slots=True)
class ConversationsListed:
    """Conversations were added, removed or reordered."""


@dataclass(frozen=True, slots=True)
class GenerationChanged:
    """A conversation began or stopped generating, or waits before a retry."""

    conversation_id: "ConversationId"


@dataclass(frozen=True, slots=True)
class SweepChanged:
    """A sweep began, came further, was paused or ended, or is gone; ``run`` is the run that
    ended, where it is only that."""

    conversation_id: "ConversationId"
    sweep_id: str
    run: int | None = None


@dataclass(frozen=True, slots=True)
class EndpointsChanged:
    """Endpoints or their lists of models changed; ``endpoint_id`` where it is only one."""

    endpoint_id: "EndpointId | None" = None


@dataclass(frozen=True, slots=True)
class PromptsChanged:
    """The library of prompts and personas has other entries now."""


@dataclass(frozen=True, slots=True)
class RequestCounted:
    """The reply to a request that is no answer of a conversation said what it used."""

    spending: "Spending"


@dataclass(frozen=True, slots=True)
class UsageChanged:
    """More was used, or (``is_price``) a price is another."""

    is_price: bool = False


@dataclass(frozen=True, slots=True)
class BudgetReached:
    """Much of the month's budget is spent, or all of it; amounts in the person's currency."""

    spent: float
    budget: float


@dataclass(frozen=True, slots=True)
class EngineChanged:
    """The offline model is in another state."""

    state: "EngineState"


@dataclass(frozen=True, slots=True)
class StorageChanged:
    """Saving began to fail or works again; ``unsaved`` counts what waits in memory."""

    unsaved: int
    problem: "Text | None" = None


@dataclass(frozen=True, slots=True)
class DiskSpaceChanged:
    """The disk of the profile became nearly full, or has room again; ``free`` in bytes."""

    free: int
    is_low: bool


@dataclass(frozen=True, slots=True)
class ExchangesChanged:
    """A request began, went on or ended, or a step between requests did; without
    ``exchange_id`` the whole list may be another. Gathered per frame by views."""

    conversation_id: "ConversationId | None"
    exchange_id: "ExchangeId | None" = None


@dataclass(frozen=True, slots=True)
class ToolCallChanged:
    """A call waits for the person, runs, tells how far it is, or has ended; the message with
    its result says which (``Message.tool``)."""

    conversation_id: "ConversationId"
    message_id: "MessageId"


@dataclass(frozen=True, slots=True)
class ToolsChanged:
    """Functions, servers, their state or what they offer changed; ``server`` where it is one."""

    server: str = ""


@dataclass(frozen=True, slots=True)
class ToolLogChanged:
    """A server has written something; said once until its log is read again."""

    server: str


@dataclass(frozen=True, slots=True)
class DamageFound:
    """The database is damaged somewhere; the next start looks at all of it and mends it."""


Change: TypeAlias = (
    MessageChanged
    | PathChanged
    | ConversationChanged
    | ConversationsListed
    | GenerationChanged
    | SweepChanged
    | EndpointsChanged
    | PromptsChanged
    | RequestCounted
    | UsageChanged
    | BudgetReached
    | EngineChanged
    | StorageChanged
    | DiskSpaceChanged
    | DamageFound
    | ExchangesChanged
    | ToolCallChanged
    | ToolsChanged
    | ToolLogChanged
)
