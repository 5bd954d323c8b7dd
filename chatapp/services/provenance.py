"""Which event of a stream brought which part of the reply, and the other way round."""

import time
from array import array
from bisect import bisect_left, bisect_right

from chatapp.domain.exchanges import Bodies, StretchKind
from chatapp.domain.quick_dataclass import dataclass
from chatapp.services.replay import PAUSE_S, SLICE, feed_raw
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.choice_state import Activity
from chatapp.wire.event_index import EventIndex


@dataclass(frozen=True, slots=True)
class Share:
    """What an event brought: a part of the text, the reasoning or a call's arguments.

    ``stretch`` counts as the stretches of the exchange do; ``start`` and ``end`` are characters
    of the whole that grew; ``call`` is the position of a tool call, else -1.
    """

    stretch: int
    kind: StretchKind
    choice: int
    call: int
    start: int
    end: int
    tool: str = ""


class Provenance:
    """Each event is read once, from the first to the last, while a stream grows too."""

    def __init__(self, bodies: Bodies | None = None, *, inline_think: bool = True) -> None:
        self._reply = ReplyAccumulator(inline_think=inline_think)
        self._index = EventIndex()
        self._read = 0
        self.is_given_up = False
        self.flaws = array("L")
        """The events that are no JSON, or in which the server says what went wrong."""
        self._events = array("L")
        self._stretches = array("L")
        self._starts = array("L")
        self._ends = array("L")
        self._open: dict[int, int] = {}
        self._lengths: dict[Activity, int] = {}
        self._first_events: list[int] = []
        if bodies is not None:
            self.grow(bodies, ended=True)

    def grow(self, bodies: Bodies, *, ended: bool) -> None:
        """Read on in a body that may have grown. May take long: fit for a thread, but for one
        at a time."""
        self._index.grow(bodies, ended=ended)
        for number in range(self._read, len(self._index)):
            if self.is_given_up:
                return
            self._take(number, self._index.raw(number))
            if number % SLICE == SLICE - 1:
                time.sleep(PAUSE_S)
        self._read = len(self._index)

    def give_up(self) -> None:
        """Stop reading, from any thread: nobody asks any more."""
        self.is_given_up = True

    def _take(self, number: int, raw: bytes) -> None:
        if self._reply.done:
            return
        bad = self._reply.bad_events
        problem = feed_raw(self._reply, raw)
        if problem is not None or self._reply.bad_events > bad:
            self.flaws.append(number)
        self._note(number)

    def _note(self, number: int) -> None:
        reply = self._reply
        grown = {self._open[choice] for choice in reply.grew if choice in self._open}
        for stretch in range(len(self._first_events), len(reply.activities)):
            self._first_events.append(number)
            self._open[reply.activities[stretch][1]] = stretch
            grown.add(stretch)
        reply.grew.clear()
        for stretch in sorted(grown):
            activity = reply.activities[stretch]
            before, now = self._lengths.get(activity, 0), reply.length(activity)
            self._lengths[activity] = now
            if now == before and self._first_events[stretch] != number:
                continue
            self._stretches.append(stretch)
            self._starts.append(before if now >= before else 0)
            self._ends.append(now)
            self._events.append(number)  # last: another thread may be asking for it

    def of(self, event: int) -> list[Share]:
        """Return what an event brought; nothing if it only told about the reply."""
        rows = range(bisect_left(self._events, event), bisect_right(self._events, event))
        return [self._share(row) for row in rows]

    def _share(self, row: int) -> Share:
        stretch = self._stretches[row]
        kind, choice, call = self._reply.activities[stretch]
        tool = self._reply.tool_name(choice, call) if call >= 0 else ""
        return Share(stretch, kind, choice, call, self._starts[row], self._ends[row], tool)

    def first_event(self, stretch: int) -> int:
        """Return the event that a stretch begins with, or -1."""
        return self._first_events[stretch] if 0 <= stretch < len(self._first_events) else -1

    def stretch_of_call(self, choice: int, call: int) -> int:
        """Return the first stretch in which a call grew, or -1."""
        wanted: Activity = (StretchKind.ARGUMENTS, choice, call)
        return self._reply.activities.index(wanted) if wanted in self._reply.activities else -1

    def event_of(self, choice: int, call: int, character: int) -> int:
        """Return the event that brought a character of a call's arguments, or -1."""
        for row, event in enumerate(self._events):
            activity = self._reply.activities[self._stretches[row]]
            if activity == (StretchKind.ARGUMENTS, choice, call) and self._ends[row] > character:
                return event
        return -1
