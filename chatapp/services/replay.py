"""Playing a recorded stream again: the same bytes through the same reader, event by event."""

import sys

from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchanges import Bodies
from chatapp.domain.replies import Reply
from chatapp.domain.text import Text
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.event_index import EventIndex, RecordedEvent
from chatapp.wire.sse import events_in

SLICE = 200
"""Events that are read at once: about 2 ms of work. A thread then lets others have their turn."""

PAUSE_S = 0.0001


def feed_raw(reply: ReplyAccumulator, raw: bytes) -> Text | None:
    """Give a reply one recorded event; return what the server said went wrong, if it did."""
    problem: Text | None = None
    for event in events_in(raw):
        if reply.done:
            break
        try:
            reply.feed(event)
        except ChatAppError as error:
            problem = error.message
    return problem


class Replay:
    """A stream and how far it has been played; ``position`` counts events."""

    def __init__(self, bodies: Bodies, *, inline_think: bool = True, ended: bool = True) -> None:
        self._index = EventIndex()
        self._inline_think = inline_think
        self._reply = ReplyAccumulator(inline_think=inline_think)
        self.position = 0
        self.error: Text | None = None
        self.grow(bodies, ended=ended)

    def grow(self, bodies: Bodies, *, ended: bool) -> None:
        """Take more of the same stream; what was played stays played."""
        self._index.grow(bodies, ended=ended)
        self._has_ended = ended

    def __len__(self) -> int:
        return len(self._index)

    def event(self, number: int) -> RecordedEvent:
        """Return one event."""
        return self._index.event(number)

    def at_ms(self, position: int) -> float:
        """Return when the event before ``position`` came; 0 at the beginning."""
        return self._index.at_ms(position - 1) if position > 0 else 0.0

    def position_at(self, at_ms: float) -> int:
        """Return how many events had come by a time."""
        return self._index.at_time(at_ms)

    def seek(self, position: int, *, most: int = sys.maxsize) -> bool:
        """Play forward to a position, or from the beginning to an earlier one, but no more than
        ``most`` events at once; return whether it is there."""
        position = min(max(position, 0), len(self))
        if position < self.position:
            self._reply = ReplyAccumulator(inline_think=self._inline_think)
            self.position, self.error = 0, None
        for _ in range(min(position - self.position, most)):
            self.error = feed_raw(self._reply, self._index.raw(self.position)) or self.error
            self.position += 1
        if self.position == len(self) and self._has_ended:
            self._reply.finish()
        return self.position == position

    def reply(self) -> Reply:
        """Return the reply as it was then."""
        return self._reply.reply()
