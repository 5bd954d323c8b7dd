"""From stored messages to the request's ``messages`` (``endpoint.md`` B2)."""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field

from chatapp.domain.attachments import AttachmentKind, attachment_of, media_kind, wire_part
from chatapp.domain.endpoints import (
    Endpoint,
    EndpointKind,
    ReasoningPolicy,
    continues_exactly,
)
from chatapp.domain.json_reading import read_json
from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_text
from chatapp.domain.messages import Message, MessageStatus, Role
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.replies import Choice, ToolCall
from chatapp.domain.tool_calls import CANCELLED_WORDS, CUT_OFF_WORDS
from chatapp.wire.tool_results import with_attachments

NO_OUTPUT = "(no output)"
_LEFT_OUT = {
    AttachmentKind.IMAGE: "a picture, left out",
    AttachmentKind.AUDIO: "a sound, left out",
    AttachmentKind.TEXT: "a file, left out",
}
_CUT_OFF = (MessageStatus.STOPPED, MessageStatus.INTERRUPTED)
_ID_LENGTH = 9
"""Mistral takes only ids of nine letters and digits; everybody else takes these too."""

_SAYS_REASONING = (EndpointKind.OLLAMA, EndpointKind.VLLM, EndpointKind.OPENROUTER)
"""Servers whose own field is ``reasoning``; the others say ``reasoning_content``."""


def wire_messages(
    path: Sequence[Message],
    *,
    system_text: str,
    system_role: Role,
    endpoint: Endpoint,
    reasoning_override: ReasoningPolicy | None = None,
    now_s: float | None = None,
    attached: Mapping[str, bytes] | None = None,
    without_media: Collection[AttachmentKind] = (),
    for_reading: bool = False,
) -> list[JsonObject]:
    """Return what is sent of ``path``.

    Empty answers are left out, broken tool arguments repaired, and every tool call followed
    by exactly one result, since servers refuse a history that is not so. A last message by
    the assistant is a beginning for the model to go on from. ``reasoning_override`` is what
    the server was found to want; ``now_s`` (epoch seconds) decides which audio has expired.
    ``attached`` holds the bytes of attachments by digest; ``without_media`` are kinds that the
    model was found to refuse, in whose place names are sent. ``for_reading`` says that bytes
    may be missing, for a preview; else what is missing is told to the model as left out.
    """
    sender = _Sender(endpoint, reasoning_override, time.time() if now_s is None else now_s)
    content = _Content(attached or {}, without_media, for_reading)
    wire: list[JsonObject] = []
    if system_text.strip():
        wire.append({"role": str(system_role), "content": system_text})
    chain_start = _last_user_position(path)
    for position, message in enumerate(path):
        if message.role in (Role.TOOL, Role.FUNCTION):
            continue  # sent right after the call that it answers
        if message.role is not Role.ASSISTANT:
            wire.append(content.spoken(message))
            continue
        prefill = position == len(path) - 1
        results = _results_after(path, position)
        wire += sender.answer(message, results, prefill=prefill, in_chain=position > chain_start)
        if message.choice.tool_calls:
            wire += map(content.spoken, with_attachments(results))
    return _merged_users(wire)


def _last_user_position(path: Sequence[Message]) -> int:
    positions = (i for i, m in enumerate(path) if m.role is Role.USER)
    return max(positions, default=-1)


def _results_after(path: Sequence[Message], position: int) -> list[Message]:
    """Return the tool results that belong to one answer: some servers use an id again."""
    results: list[Message] = []
    for message in path[position + 1 :]:
        if message.role is not Role.TOOL:
            break
        results.append(message)
    return results


@dataclass(frozen=True, slots=True)
class _Content:
    """Puts the words and attachments of a message together."""

    attached: Mapping[str, bytes]
    without_media: Collection[AttachmentKind]
    for_reading: bool

    def spoken(self, message: Message) -> JsonObject:
        """Return what somebody other than the model said."""
        wire: dict[str, JsonValue] = {"role": str(message.role), "content": self._of(message)}
        if message.name:
            wire["name"] = message.name
        return wire

    def _of(self, message: Message) -> JsonValue:
        """Return plain words as a string, which every server takes, and else as parts.

        What files say comes before the words about them, pictures and sounds after.
        """
        parts = [self._part(part) for part in message.parts]
        texts = [as_text(p.get("text")) for p in parts if p.get("type") == "text"]
        media = [part for part in parts if part.get("type") != "text"]
        if message.content not in texts:  # the parts of an imported message hold its words
            texts.append(message.content)
        words = "\n\n".join(filter(None, texts))
        if not media:
            return words or message.content
        return [*([{"type": "text", "text": words}] if words else []), *media]

    def _part(self, part: JsonObject) -> JsonObject:
        attachment, kind = attachment_of(part), media_kind(part)
        data = self.attached.get(attachment.digest) if attachment else None
        is_gone = attachment is not None and data is None and not self.for_reading
        if kind in self.without_media or is_gone:
            what = _LEFT_OUT[kind or AttachmentKind.TEXT]
            named = f": {attachment.name}" if attachment else ""
            return {"type": "text", "text": f"({what}{named})"}
        return part if attachment is None else wire_part(attachment, data)


def _merged_users(wire: Iterable[JsonObject]) -> list[JsonObject]:
    """Join user messages that an omitted answer left side by side: some chat templates
    demand strict alternation."""
    merged: list[JsonObject] = []
    for message in wire:
        last = merged[-1] if merged else {}
        same_speaker = last.get("role") == message.get("role") == "user" and last.get(
            "name"
        ) == message.get("name")
        if same_speaker:
            joined = _joined(last.get("content"), message.get("content"))
            merged[-1] = {**last, "content": joined}
        else:
            merged.append(message)
    return merged


def _joined(first: JsonValue, second: JsonValue) -> JsonValue:
    if isinstance(first, str) and isinstance(second, str):
        return f"{first}\n\n{second}"
    return [*_as_parts(first), *_as_parts(second)]


def _as_parts(content: JsonValue) -> list[JsonValue]:
    if isinstance(content, str):
        return [{"type": "text", "text": content}] if content else []
    return as_list(content)


@dataclass(slots=True)
class _Sender:
    """Turns answers into wire messages for one endpoint; knows the ids it has used."""

    endpoint: Endpoint
    learned: ReasoningPolicy | None
    now_s: float
    _used_ids: set[str] = field(default_factory=set)

    def answer(
        self, message: Message, results: Sequence[Message], *, prefill: bool, in_chain: bool
    ) -> list[JsonObject]:
        """Return an answer with the results of its tool calls; nothing if it is empty."""
        choice = message.choice
        own = message.endpoint_id == self.endpoint.id
        words = message.text
        if prefill and not continues_exactly(self.endpoint.kind):
            words = words.rstrip()
        wire: dict[str, JsonValue] = {"role": "assistant", "content": words}
        if own and (audio_id := self._live_audio(choice)):
            wire = {"role": "assistant", "audio": {"id": audio_id}}
        elif not words.strip():
            if not choice.tool_calls:
                return []
            wire["content"] = None
        calls = self._calls(choice, own=own)
        if calls:
            wire["tool_calls"] = calls
        wire.update(self._reasoning(choice, own=own, in_chain=in_chain))
        return [wire, *_answers(choice.tool_calls, calls, results)]

    def _live_audio(self, choice: Choice) -> str:
        """Return the id of a spoken answer that the server still has."""
        audio = choice.audio
        if audio is None or audio.expires_at is None or audio.expires_at <= self.now_s:
            return ""
        return audio.id

    # Reasoning: the biggest incompatibility (``endpoint.md`` B2)

    def _reasoning(self, choice: Choice, *, own: bool, in_chain: bool) -> Mapping[str, JsonValue]:
        policy = self.learned or self.endpoint.reasoning_policy
        if policy is ReasoningPolicy.NEVER:
            return {}
        if policy is ReasoningPolicy.TOOL_TURNS and not (
            own and choice.tool_calls and (in_chain or self._wants_every_tool_turn)
        ):
            return {}
        fields = _own_reasoning(choice) if own else self._foreign_reasoning(choice)
        if not fields and choice.tool_calls and self.learned is ReasoningPolicy.ALWAYS:
            # The server has refused a call without it, and takes an empty one.
            return {"reasoning_content": ""}
        return fields

    @property
    def _wants_every_tool_turn(self) -> bool:
        """DeepSeek wants the reasoning of every turn that made calls, in all later requests."""
        return self.endpoint.kind is EndpointKind.DEEPSEEK

    def _foreign_reasoning(self, choice: Choice) -> Mapping[str, JsonValue]:
        """Return the words only, under this server's name: details may be encrypted."""
        if not choice.reasoning:
            return {}
        says_reasoning = self.endpoint.kind in _SAYS_REASONING
        return {"reasoning" if says_reasoning else "reasoning_content": choice.reasoning}

    # Tool calls

    def _calls(self, choice: Choice, *, own: bool) -> list[dict[str, JsonValue]]:
        return [self._call(call, own=own) for call in choice.tool_calls]

    def _call(self, call: ToolCall, *, own: bool) -> dict[str, JsonValue]:
        kind = call.type or "function"
        wire: dict[str, JsonValue] = {"id": self._id(call.id), "type": kind}
        if kind == "function" or kind not in call.extra:
            wire["function"] = {"name": call.name, "arguments": _object_text(call.arguments)}
        else:
            wire[kind] = call.extra[kind]
        if own:
            # Gemini wants its signature back verbatim; no other provider knows it.
            wire.update(call.extra)
        return wire

    def _id(self, call_id: str) -> str:
        """Return an id that the server takes and that no earlier call of the request has."""
        mistral = self.endpoint.kind is EndpointKind.MISTRAL
        fits = call_id.isascii() and call_id.isalnum() and len(call_id) == _ID_LENGTH
        wanted = call_id if call_id and (fits or not mistral) else _short_id(call_id)
        attempt = 0
        while wanted in self._used_ids:
            attempt += 1
            wanted = _short_id(f"{call_id} {attempt}")
        self._used_ids.add(wanted)
        return wanted


def _short_id(seed: str) -> str:
    """Return nine letters and digits, the same for the same seed."""
    from hashlib import sha256

    return sha256(seed.encode("utf-8", "replace")).hexdigest()[:_ID_LENGTH]


def _own_reasoning(choice: Choice) -> Mapping[str, JsonValue]:
    """Return reasoning under the name it came with, details unmodified and in order."""
    fields: dict[str, JsonValue] = {}
    if choice.reasoning_details:
        fields["reasoning_details"] = list(choice.reasoning_details)
    if choice.reasoning and choice.reasoning_field != "reasoning_details":
        fields[choice.reasoning_field] = choice.reasoning
    return fields


def _answers(
    calls: Sequence[ToolCall], wire: Sequence[JsonObject], results: Sequence[Message]
) -> list[JsonObject]:
    """Return exactly one result for each call, in the calls' order."""
    waiting = list(results)
    answers: list[JsonObject] = []
    for call, sent in zip(calls, wire, strict=True):
        result = next((r for r in waiting if r.tool_call_id == call.id), None)
        if result is not None:
            waiting.remove(result)
        content = CANCELLED_WORDS if result is None else _told(result)
        answers.append({"role": "tool", "tool_call_id": sent["id"], "content": content})
    return answers


def _told(result: Message) -> str:
    """Return what the model is told of a result; of a call that was cut off, whether it ran."""
    if result.content or result.status not in _CUT_OFF:
        return result.content or NO_OUTPUT
    ran = result.tool is not None and result.tool.started_at
    return CUT_OFF_WORDS if ran else CANCELLED_WORDS


def _object_text(arguments: str) -> str:
    """Return arguments that a server's parser accepts: a JSON object as text."""
    try:
        if isinstance(read_json(arguments), dict):
            return arguments
    except ValueError:
        pass
    return "{}"
