"""Where in a recorded body each server-sent event is: found once, decoded when looked at."""

import json
import re
from array import array
from itertools import accumulate
from operator import add

from chatapp.domain.exchanges import Arrivals, Bodies, no_offsets
from chatapp.domain.json_reading import read_reply
from chatapp.domain.json_value import JsonValue, as_list, as_object
from chatapp.domain.quick_dataclass import dataclass
from chatapp.wire.sse import BodyKind, events_in, sniff

_BLANK_LINE = re.compile(rb"\r\n\r\n|\n\n|\r\r")

_KNOWN_CHUNK = frozenset(
    {
        "id", "object", "created", "model", "choices", "usage", "system_fingerprint",
        "service_tier", "error", "obfuscation",
    }
)  # fmt: skip
_KNOWN_CHOICE = frozenset({"index", "delta", "message", "finish_reason", "logprobs"})
_KNOWN_DELTA = frozenset(
    {
        "role", "content", "reasoning_content", "reasoning", "reasoning_details", "refusal",
        "tool_calls", "function_call", "audio", "annotations", "images", "name", "tool_call_id",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """One event as it came. ``number`` counts from 0; ``gap_ms`` is since the event before;
    ``waited_ms`` is how much earlier it may have come than it was read; of one that ``is_cut``
    the stream ended before its end was said."""

    number: int
    raw: bytes
    at_ms: float
    gap_ms: float
    waited_ms: float
    is_cut: bool = False

    @property
    def data(self) -> list[str]:
        """The data it carries: one text, or several of a server that forgets blank lines."""
        return [event.data for event in events_in(self.raw)]

    @property
    def name(self) -> str:
        """The ``event`` field, if it has one."""
        for line in self.raw.splitlines():
            if line.startswith(b"event:"):
                return line[6:].decode("utf-8", "replace").strip()
        return ""

    def decoded(self) -> JsonValue:
        """Return its data as JSON; ``None`` if it is none."""
        values: list[JsonValue] = []
        for data in self.data:
            try:
                values.append(read_reply(data))
            except ValueError:
                return None
        return values[0] if len(values) == 1 else values or None


class EventIndex:
    """Grows with its body: what was looked through once is not looked through again."""

    def __init__(self) -> None:
        self._ends: array[int] = no_offsets()
        self._starts: array[int] = no_offsets()
        self._body = b""
        self._arrivals = Arrivals()
        self._searched = 0
        self._tail = False
        self._folded: bytes | None = None

    def __len__(self) -> int:
        return len(self._ends)

    def grow(self, bodies: Bodies, *, ended: bool) -> None:
        """Take the body as it is now; ``ended`` counts an unfinished last event as one."""
        self._body, self._arrivals, self._folded = bodies.response, bodies.arrivals, None
        if sniff(self._body[:64]) is not BodyKind.EVENTS:
            return
        if self._tail:
            self._starts.pop()
            self._ends.pop()
        start = self._searched
        if b"\r" not in self._body:
            start = self._add_all(start)
        for match in _BLANK_LINE.finditer(self._body, start):
            self._add(start, match.start())
            start = match.end()
        self._searched = start
        self._tail = ended and bool(self._body[start:].strip())
        if self._tail:
            self._add(start, len(self._body))

    def _add_all(self, start: int) -> int:
        """Take all events from ``start`` on at once, as nearly every server cuts them; return
        where the rest begins."""
        *lengths, _ = map(len, self._body[start:].split(b"\n\n"))
        if not all(lengths):
            return start
        begins = list(accumulate((length + 2 for length in lengths), initial=start))
        self._starts.extend(begins[:-1])
        self._ends.extend(map(add, begins, lengths))
        return begins[-1]

    def _add(self, start: int, end: int) -> None:
        if end > start:
            self._starts.append(start)
            self._ends.append(end)

    def event(self, number: int) -> RecordedEvent:
        """Return one event."""
        start, end = self._starts[number], self._ends[number]
        at, waited = self._arrival(end)
        before = self._arrival(self._ends[number - 1])[0] if number else at
        is_cut = self._tail and number == len(self) - 1
        return RecordedEvent(number, self._body[start:end], at, at - before, waited, is_cut)

    def at_ms(self, number: int) -> float:
        """Return when an event came."""
        return self._arrival(self._ends[number])[0]

    def raw(self, number: int) -> bytes:
        """Return the bytes of an event."""
        return self._body[self._starts[number] : self._ends[number]]

    def _arrival(self, end: int) -> tuple[float, float]:
        if not len(self._arrivals):
            return 0.0, 0.0
        read = self._arrivals.read_of(end - 1)
        return self._arrivals.at_ms[read], self._arrivals.waited_ms[read]

    def at_time(self, at_ms: float) -> int:
        """Return how many events had come by then."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.at_ms(middle) <= at_ms:
                low = middle + 1
            else:
                high = middle
        return low

    def find(self, words: bytes, after: int = -1) -> int:
        """Return the next event whose bytes contain ``words``, in capitals or not, or -1."""
        start = self._ends[after] if after >= 0 else 0
        if self._folded is None:
            self._folded = self._body.lower()
        place = self._folded.find(words.lower(), start)
        if place < 0:
            return -1
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._ends[middle] <= place:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) else -1


def summary(event: RecordedEvent) -> str:
    """Return one line on what an event brings, for lists."""
    value = event.decoded()
    if not isinstance(value, dict):
        words = " ".join(event.data) or event.raw.decode("utf-8", "replace")
        return words.strip()
    parts = [event.name] if event.name else []
    if value.get("error"):
        parts.append("error " + json.dumps(value["error"], ensure_ascii=False))
    parts += [_choice_words(as_object(entry)) for entry in as_list(value.get("choices"))]
    if value.get("usage"):
        parts.append("usage")
    parts += [f"+{name}" for name in unknown_fields(value)]
    return " · ".join(part for part in parts if part)


def _choice_words(choice: dict[str, JsonValue]) -> str:
    delta = as_object(choice.get("delta")) or as_object(choice.get("message"))
    words = []
    for name, value in delta.items():
        if name == "tool_calls":
            words += [_call_words(as_object(call)) for call in as_list(value)]
        elif value not in (None, ""):
            words.append(f"{name} {json.dumps(value, ensure_ascii=False)}")
    if reason := choice.get("finish_reason"):
        words.append(f"finish_reason {reason}")
    index = choice.get("index")
    return (f"[{index}] " if index else "") + " ".join(words)


def _call_words(call: dict[str, JsonValue]) -> str:
    function = as_object(call.get("function"))
    name = f" {function['name']}" if function.get("name") else ""
    return f"tool_calls[{call.get('index', '?')}]{name} " + json.dumps(
        function.get("arguments"), ensure_ascii=False
    )


def unknown_fields(chunk: dict[str, JsonValue]) -> list[str]:
    """Return the paths of fields that the endpoint's page does not know; they are kept."""
    found = [name for name in chunk if name not in _KNOWN_CHUNK]
    for number, entry in enumerate(as_list(chunk.get("choices"))):
        choice = as_object(entry)
        path = f"choices[{number}]"
        found += [f"{path}.{name}" for name in choice if name not in _KNOWN_CHOICE]
        delta = as_object(choice.get("delta"))
        found += [f"{path}.delta.{name}" for name in delta if name not in _KNOWN_DELTA]
    return found
