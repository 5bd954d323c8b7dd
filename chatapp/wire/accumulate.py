"""A reply put together from a stream's events or from one JSON body; both give the same.

The rules are ``endpoint.md`` B3, B4.2 and B4.3. Each event costs the same, however long the
answer is; ``reply()`` may be asked for at any time.
"""

import time
from collections.abc import Callable, Mapping

from chatapp.domain.json_reading import read_reply
from chatapp.domain.json_value import (
    JsonObject,
    JsonValue,
    as_int,
    as_list,
    as_object,
    as_text,
)
from chatapp.domain.replies import Reply, Timing, Usage
from chatapp.wire.choice_state import Activity, ChoiceState
from chatapp.wire.rejections import reply_error
from chatapp.wire.sse import ServerEvent

_KNOWN_KEYS = frozenset(
    {"id", "object", "created", "model", "choices", "usage", "system_fingerprint", "service_tier"}
)


class ReplyAccumulator:
    """Feed it what the server sends; ask it for the reply so far.

    ``inline_think`` splits ``<think>`` tags from the text; ``clock`` gives seconds.
    """

    def __init__(
        self, *, inline_think: bool = True, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._inline_think = inline_think
        self._clock = clock
        self._began = clock()
        self._first_byte: float | None = None
        self._first_token: float | None = None
        self._ended: float | None = None
        self._choices: dict[int, ChoiceState] = {}
        self._texts = {"id": "", "object": "", "model": "", "system_fingerprint": ""}
        self._service_tier = ""
        self._created: int | None = None
        self._usage: dict[str, JsonValue] = {}
        self._usage_choices_open = False
        self._extra: dict[str, JsonValue] = {}
        self._around: JsonObject | None = None
        """All but the choices of the last chunk that was looked at whole; ``None`` if the next
        one is to be looked at whole in any case."""
        self._has_output = False
        self.done = False
        """Whether the server has said ``[DONE]``, or the body was one whole reply."""
        self.events = 0
        self.bad_events = 0
        self.activities: list[Activity] = []
        """What grew, one entry for each change of a choice from one thing to another."""
        self.grew: set[int] = set()
        """Which choices grew since somebody emptied this."""
        self._doing: dict[int, Activity] = {}

    # Feeding

    def sent(self) -> None:
        """Note that the request leaves now; times count from here."""
        self._began = self._clock()

    def first_byte(self) -> None:
        """Note that the server began to answer."""
        if self._first_byte is None:
            self._first_byte = self._clock()

    def feed(self, event: ServerEvent) -> None:
        """Take one event of a stream.

        Raises ``RequestRejected`` if the event is an error; what came before it is kept. An
        event that is no JSON is counted and passed over.
        """
        self.events += 1
        if event.is_done:
            self.done = True
            return
        try:
            chunk = read_reply(event.data)
        except ValueError:
            self.bad_events += 1
            return
        if isinstance(chunk, dict):
            self.feed_object(chunk, event=event.event)
        else:
            self.bad_events += 1

    def feed_object(self, chunk: JsonObject, *, event: str = "") -> None:
        """Take a chunk of a stream, or a whole reply, already parsed."""
        if not event and self._take_words(chunk):
            return
        error = reply_error(chunk, event=event)
        if error is not None:
            raise error
        self._take_texts(chunk)
        entries = [as_object(entry) for entry in as_list(chunk.get("choices"))]
        for entry in entries:
            choice = self._choice(as_int(entry.get("index")) or 0)
            choice.feed(entry)
            for activity in choice.earlier:
                self._note_activity(activity)
            self._note_activity(choice.activity)
            if usage := as_object(entry.get("usage")):
                self._usage = dict(usage)
        self._take_usage(as_object(chunk.get("usage")), alone=not entries)
        for key, value in chunk.items():
            if key not in _KNOWN_KEYS and value is not None:
                self._extra[key] = value
        self._around = None if chunk.get("usage") else _without_choices(chunk)
        self._note_output()

    def _take_words(self, chunk: JsonObject) -> bool:
        """Take a chunk that says nothing new but more words of one choice, as nearly all do;
        return False, and nothing done, for any other."""
        entries = chunk.get("choices")
        if self._around is None or not isinstance(entries, list) or len(entries) != 1:
            return False
        entry = as_object(entries[0])
        at = entry.get("index")
        choice = self._choices.get(at) if type(at) is int else None
        if choice is None or self._around != _without_choices(chunk):
            return False
        if not choice.feed_words(entry):
            return False
        self._note_activity(choice.activity)
        self._note_output()
        return True

    def _note_activity(self, activity: Activity | None) -> None:
        if activity is None:
            return
        choice = activity[1]
        self.grew.add(choice)
        if self._doing.get(choice) != activity:
            self._doing[choice] = activity
            self.activities.append(activity)

    def _note_output(self) -> None:
        if not self._has_output and any(c.has_output for c in self._choices.values()):
            self._has_output = True
            self._first_token = self._clock()

    def _take_texts(self, chunk: Mapping[str, JsonValue]) -> None:
        for key, known in self._texts.items():
            if not known:
                self._texts[key] = as_text(chunk.get(key))
        self._service_tier = as_text(chunk.get("service_tier")) or self._service_tier
        created = as_int(chunk.get("created"))
        self._created = created if self._created is None else self._created

    def _choice(self, index: int) -> ChoiceState:
        if index not in self._choices:
            self._choices[index] = ChoiceState(
                index, inline_think=self._inline_think, clock=self._clock
            )
        return self._choices[index]

    def _take_usage(self, usage: Mapping[str, JsonValue], *, alone: bool) -> None:
        """Replace, never add — but llama.cpp sends one usage chunk for each of ``n`` choices,
        each with only its own completion tokens; those are added."""
        if not usage:
            return
        before = self._usage
        adds = (
            alone
            and self._usage_choices_open
            and len(self._choices) > 1
            and before.get("prompt_tokens") == usage.get("prompt_tokens")
        )
        self._usage = dict(usage)
        if adds:
            for name in ("completion_tokens", "total_tokens"):
                self._usage[name] = (as_int(before.get(name)) or 0) + (as_int(usage.get(name)) or 0)
            prompt = as_int(usage.get("prompt_tokens")) or 0
            self._usage["total_tokens"] = (as_int(self._usage.get("total_tokens")) or 0) - prompt
        self._usage_choices_open = alone

    def finish(self) -> None:
        """Take what was held back and stop the clock; the reply is whole or cut."""
        if self._ended is None:
            for choice in self._choices.values():
                choice.close()
            self._note_output()
            self._ended = self._clock()

    # Asking

    @property
    def has_output(self) -> bool:
        """Whether anything of the answer has arrived that a person can see."""
        return self._has_output

    @property
    def has_choices(self) -> bool:
        """Whether the server has sent any choice at all."""
        return bool(self._choices)

    @property
    def has_finish_reason(self) -> bool:
        """Whether a choice has been said to have ended."""
        return any(c.finish_reason is not None for c in self._choices.values())

    def length(self, activity: Activity) -> int:
        """Return how many characters of something that grows have come."""
        kind, choice, call = activity
        return self._choices[choice].length(kind, call) if choice in self._choices else 0

    def tool_name(self, choice: int, call: int) -> str:
        """Return the name of a tool call by its position, as far as it has come."""
        return self._choices[choice].tool_name(call) if choice in self._choices else ""

    def tool_names(self) -> tuple[str, ...]:
        """Return the names of the tools that are called."""
        names = [name for choice in self._choices.values() for name in choice.tool_names()]
        return tuple(dict.fromkeys(names))

    def reply(self) -> Reply:
        """Return the reply as it is now."""
        finished = self._ended is not None
        return Reply(
            id=self._texts["id"],
            object=self._texts["object"],
            created=self._created,
            model=self._texts["model"],
            choices=tuple(
                self._choices[index].choice(finished=finished) for index in sorted(self._choices)
            ),
            usage=Usage(self._usage) if self._usage else None,
            system_fingerprint=self._texts["system_fingerprint"],
            service_tier=self._service_tier,
            timing=Timing(
                self._ms(self._first_byte),
                self._ms(self._first_token),
                self._ms(self._ended),
                streamed=self.events > 0,
            ),
            extra=self._extra,
        )

    def _ms(self, at: float | None) -> float | None:
        return None if at is None else (at - self._began) * 1000


def _without_choices(chunk: JsonObject) -> JsonObject:
    around = dict(chunk)
    around.pop("choices", None)
    return around
