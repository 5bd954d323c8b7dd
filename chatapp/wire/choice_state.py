"""One choice of a reply while it is being put together (``endpoint.md`` B3 and B4.3)."""

import base64
import binascii
from collections.abc import Callable, Mapping
from typing import TypeAlias

from chatapp.domain.exchanges import StretchKind
from chatapp.domain.json_value import (
    JsonObject,
    JsonValue,
    as_int,
    as_list,
    as_object,
    as_text,
)
from chatapp.domain.replies import AudioReply, Choice
from chatapp.wire.growing_text import GrowingText
from chatapp.wire.inline_think import ThinkSplitter
from chatapp.wire.tool_call_slots import ToolCallSlots

_KNOWN_KEYS = frozenset(
    {
        "role", "name", "content", "reasoning_content", "reasoning", "reasoning_details",
        "thinking", "refusal", "tool_calls", "tool_call_id", "function_call", "audio",
        "annotations", "images",
    }
)  # fmt: skip


Activity: TypeAlias = tuple[StretchKind, int, int]
"""What grows: the kind, the wire index of the choice, the position of the tool call or -1."""


class ChoiceState:
    """Feed it deltas, or one whole message; both give the same choice."""

    def __init__(self, index: int, *, inline_think: bool, clock: Callable[[], float]) -> None:
        self._index = index
        self._clock = clock
        self._think = ThinkSplitter(enabled=inline_think)
        self._role = ""
        self._name = ""
        self._content = GrowingText()
        self._reasoning = GrowingText()
        self._reasoning_field = "reasoning_content"
        self._details: list[dict[str, JsonValue]] = []
        self._refusal = GrowingText()
        self._tools = ToolCallSlots()
        self._tool_call_id = ""
        self._finish: str | None = None
        self._logprobs: dict[str, list[JsonValue]] = {}
        self._audio = _AudioState()
        self._annotations: list[JsonObject] = []
        self._images: list[JsonObject] = []
        self._extra: dict[str, JsonValue] = {}
        self._reasoning_began: float | None = None
        self._reasoning_ended: float | None = None
        self._thinks: Activity = (StretchKind.REASONING, index, -1)
        self._writes: Activity = (StretchKind.TEXT, index, -1)
        self.activity: Activity | None = None
        """What the last delta let grow, if anything."""
        self.earlier: list[Activity] = []
        """What else it let grow, before that."""

    def tool_name(self, call: int) -> str:
        """Return the name of a tool call by its position, as far as it has come."""
        return self._tools.name(call)

    def tool_names(self) -> list[str]:
        """Return the names of the tools that are called."""
        return [self._tools.name(call) for call in range(len(self._tools))]

    def length(self, kind: StretchKind, call: int) -> int:
        """Return how many characters of a text, or of a call's arguments, have come."""
        if kind is StretchKind.ARGUMENTS:
            return self._tools.length(call)
        return len(self._reasoning if kind is StretchKind.REASONING else self._content)

    @property
    def has_output(self) -> bool:
        """Whether a person has been shown anything of it."""
        return bool(
            self._content
            or self._reasoning
            or self._refusal
            or self._tools
            or self._audio.has_output
            or self._images
        )

    @property
    def finish_reason(self) -> str | None:
        """The reason it ended, if the server has said one."""
        return self._finish

    def feed(self, entry: JsonObject) -> None:
        """Take one entry of ``choices``."""
        self.activity = None
        if self.earlier:
            self.earlier = []
        delta = entry.get("delta")
        message = as_object(delta if isinstance(delta, dict) else entry.get("message"))
        self._take_message(message)
        self._take_logprobs(as_object(entry.get("logprobs")))
        reason = entry.get("finish_reason")
        if isinstance(reason, str) and reason and self._finish is None:
            self._finish = reason
        for key, value in entry.items():
            if key not in _ENTRY_KEYS and value is not None:
                self._extra[key] = value

    def feed_words(self, entry: JsonObject) -> bool:
        """Take an entry that brings nothing but words of the answer, as nearly all of a stream
        do; return False, and nothing done, for any other."""
        delta = entry.get("delta")
        words = delta.get("content") if isinstance(delta, dict) and len(delta) == 1 else None
        if not isinstance(words, str) or not words:
            return False
        if any(value is not None for key, value in entry.items() if key not in _WORDS_KEYS):
            return False
        self.activity = None
        self._split(words)
        return True

    def _take_message(self, message: Mapping[str, JsonValue]) -> None:
        content = message.get("content")
        if len(message) == 1 and isinstance(content, str):
            if content:
                self._split(content)
            return
        self._role = self._role or as_text(message.get("role"))
        self._name = self._name or as_text(message.get("name"))
        self._tool_call_id = self._tool_call_id or as_text(message.get("tool_call_id"))
        reasoning = self._take_reasoning(message)
        self._take_content(message.get("content"), reasoning)
        self._refusal.append(as_text(message.get("refusal")))
        for call in as_list(message.get("tool_calls")):
            if isinstance(call, dict):
                self._take_call(call)
        if function := as_object(message.get("function_call")):
            self._take_call({"index": -1, "function": function})
        self._audio.feed(as_object(message.get("audio")))
        self._annotations += [a for a in as_list(message.get("annotations")) if isinstance(a, dict)]
        self._images += [i for i in as_list(message.get("images")) if isinstance(i, dict)]
        for key, value in message.items():
            if key not in _KNOWN_KEYS and value is not None:
                self._extra[key] = value

    def _take_call(self, call: JsonObject) -> None:
        self._note((StretchKind.ARGUMENTS, self._index, self._tools.feed(call)))

    def _note(self, activity: Activity) -> None:
        if self.activity is not None and self.activity != activity:
            self.earlier.append(self.activity)
        self.activity = activity

    # Reasoning: one spelling per delta, never two, or mirrored fields double the text.

    def _take_reasoning(self, message: Mapping[str, JsonValue]) -> str:
        details = [d for d in as_list(message.get("reasoning_details")) if isinstance(d, dict)]
        for detail in details:
            _merge_detail(self._details, detail)
        for field in ("reasoning_content", "reasoning", "thinking"):
            words = _words_of(message.get(field))
            if words:
                self._reasoning_field = field
                self._add_reasoning(words)
                self._think.disable()
                return words
        words = "".join(as_text(d.get("text")) or as_text(d.get("summary")) for d in details)
        if words:
            self._reasoning_field = "reasoning_details"
            self._add_reasoning(words)
            self._think.disable()
        return words

    def _add_reasoning(self, words: str) -> None:
        if not words:
            return
        now = self._clock()
        if self._reasoning_began is None:
            self._reasoning_began = now
        self._reasoning_ended = now
        self._reasoning.append(words)
        self._note(self._thinks)

    def _take_content(self, content: JsonValue, reasoning: str) -> None:
        if isinstance(content, str):
            if content and content != reasoning:
                self._split(content)
            return
        for part in as_list(content):
            self._take_part(as_object(part))

    def _take_part(self, part: Mapping[str, JsonValue]) -> None:
        kind = part.get("type")
        if kind == "thinking":
            inner = part.get("thinking")
            texts = [as_text(as_object(p).get("text")) for p in as_list(inner)]
            self._add_reasoning(as_text(inner) or "".join(texts))
        elif kind == "refusal":
            self._refusal.append(as_text(part.get("refusal")))
        elif kind in ("image_url", "image"):
            self._images.append(dict(part))
        else:
            self._add_content(as_text(part.get("text")))

    def _split(self, piece: str) -> None:
        if self._think.is_over:
            self._add_content(piece)
            return
        reasoning, content = self._think.feed(piece)
        if self._think.retracted:
            # A lone closing tag: what was shown as text so far was the thinking.
            self._think.retracted = False
            shown = self._content.value()
            self._add_reasoning(shown[: len(shown) - self._think.shown_of_tag])
            self._content.replace("")
        self._add_reasoning(reasoning)
        self._add_content(content)

    def _add_content(self, words: str) -> None:
        if words and self._reasoning_began is not None and not self._content:
            self._reasoning_ended = self._clock()
        self._content.append(words)
        if words and self.activity is None:  # as nearly always
            self.activity = self._writes
        elif words:
            self._note(self._writes)

    def _take_logprobs(self, logprobs: Mapping[str, JsonValue]) -> None:
        for part in ("content", "refusal"):
            entries = logprobs.get(part)
            if isinstance(entries, list):
                self._logprobs.setdefault(part, []).extend(entries)

    def close(self) -> None:
        """Take what was held back in case a tag would follow."""
        reasoning, content = self._think.close()
        self._add_reasoning(reasoning)
        self._add_content(content)

    def choice(self, *, finished: bool) -> Choice:
        """Return the choice as it is now."""
        duration_ms = None
        if self._reasoning_began is not None and self._reasoning_ended is not None:
            duration_ms = (self._reasoning_ended - self._reasoning_began) * 1000
        return Choice(
            index=self._index,
            role=self._role,
            name=self._name,
            content=self._content.value(),
            reasoning=self._reasoning.value(),
            reasoning_field=self._reasoning_field,
            reasoning_details=tuple(self._details),
            refusal=self._refusal.value(),
            tool_calls=self._tools.calls(finished=finished),
            tool_call_id=self._tool_call_id,
            finish_reason=self._finish,
            logprobs=dict(self._logprobs),
            audio=self._audio.reply(),
            annotations=tuple(self._annotations),
            images=tuple(self._images),
            reasoning_ms=duration_ms,
            extra=self._extra,
        )


_WORDS_KEYS = frozenset({"index", "delta"})
_ENTRY_KEYS = frozenset({"index", "delta", "message", "finish_reason", "logprobs"})


class _AudioState:
    """Spoken audio: each piece of base64 is padded on its own, so each is decoded alone."""

    def __init__(self) -> None:
        self._id = ""
        self._data = bytearray()
        self._transcript = GrowingText()
        self._expires_at: int | None = None
        self._present = False

    @property
    def has_output(self) -> bool:
        return bool(self._data or self._transcript)

    def feed(self, audio: Mapping[str, JsonValue]) -> None:
        if not audio:
            return
        self._present = True
        self._id = self._id or as_text(audio.get("id"))
        self._transcript.append(as_text(audio.get("transcript")))
        expires_at = as_int(audio.get("expires_at"))
        self._expires_at = self._expires_at if expires_at is None else expires_at
        try:
            self._data += base64.b64decode(as_text(audio.get("data")))
        except (binascii.Error, ValueError):
            return  # a broken piece leaves a gap in the sound; the transcript is whole

    def reply(self) -> AudioReply | None:
        if not self._present:
            return None
        return AudioReply(self._id, bytes(self._data), self._transcript.value(), self._expires_at)


def _words_of(value: JsonValue) -> str:
    if isinstance(value, dict):
        return as_text(value.get("content")) or as_text(value.get("text"))
    return as_text(value)


def _merge_detail(details: list[dict[str, JsonValue]], new: Mapping[str, JsonValue]) -> None:
    """Append a reasoning detail, or grow the last one if it is the same item going on."""
    last = details[-1] if details else None
    same = (
        last is not None
        and last.get("type") == new.get("type")
        and last.get("index") == new.get("index")
    )
    if not same or last is None:
        details.append(dict(new))
        return
    for key, value in new.items():
        old = last.get(key)
        if key in ("text", "summary", "data") and isinstance(old, str) and isinstance(value, str):
            last[key] = old + value
        elif value is not None:
            last[key] = value
