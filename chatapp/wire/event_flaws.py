"""What is wrong with a recorded event, if anything: what people look for first in a stream."""

from enum import StrEnum

from chatapp.domain.json_reading import read_reply
from chatapp.wire.event_index import RecordedEvent
from chatapp.wire.rejections import reply_error
from chatapp.wire.sse import events_in


class Flaw(StrEnum):
    """What can be wrong with an event."""

    NO_JSON = "no JSON"
    """It is no JSON object: the app passed over it."""
    ERROR = "error"
    """The server says in it what went wrong."""
    CUT = "cut"
    """The stream ended within it."""


def flaw_of(event: RecordedEvent) -> Flaw | None:
    """Return what is wrong with an event; of several in one, what is wrong with the first."""
    for one in events_in(event.raw):
        if one.is_done:
            return None
        try:
            value = read_reply(one.data)
        except ValueError:
            return Flaw.CUT if event.is_cut else Flaw.NO_JSON
        if not isinstance(value, dict):
            return Flaw.NO_JSON
        if reply_error(value, event=one.event) is not None:
            return Flaw.ERROR
    return None
