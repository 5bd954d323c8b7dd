"""From stored messages to the request's ``messages`` (``endpoint.md`` B2)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from chatapp.domain.endpoints import Endpoint, EndpointKind, ReasoningPolicy
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import Message, Role
from chatapp.domain.replies import Choice, ToolCall

NO_OUTPUT = "(no output)"
CANCELLED = "(cancelled)"
_MISTRAL_ID_LENGTH = 9


def wire_messages(
    path: Sequence[Message],
    *,
    system_text: str,
    system_role: Role,
    endpoint: Endpoint,
    reasoning_override: ReasoningPolicy | None = None,
) -> list[JsonObject]:
    """Return what is sent of ``path``.

    Empty answers are left out, broken tool arguments repaired, and every tool call followed
    by exactly one result, since servers refuse a history that is not so. A last message by
    the assistant is a beginning for the model to go on from.
    """
    policy = reasoning_override or endpoint.reasoning_policy
    sender = _Sender(endpoint, policy)
    wire: list[JsonObject] = []
    if system_text.strip():
        wire.append({"role": str(system_role), "content": system_text})
    results = {m.tool_call_id: m for m in path if m.role is Role.TOOL}
    chain_start = _last_user_position(path)
    for position, message in enumerate(path):
        if message.role in (Role.TOOL, Role.FUNCTION):
            continue  # sent right after the call that it answers
        if message.role is not Role.ASSISTANT:
            wire.append(_spoken(message))
            continue
        prefill = position == len(path) - 1
        wire += sender.answer(message, results, prefill=prefill, in_chain=position > chain_start)
    return _merged_users(wire)


def _last_user_position(path: Sequence[Message]) -> int:
    positions = (i for i, m in enumerate(path) if m.role is Role.USER)
    return max(positions, default=-1)


def _spoken(message: Message) -> JsonObject:
    content: JsonValue = list(message.parts) if message.parts else message.content
    wire: dict[str, JsonValue] = {"role": str(message.role), "content": content}
    if message.name:
        wire["name"] = message.name
    return wire


def _merged_users(wire: Iterable[JsonObject]) -> list[JsonObject]:
    """Join user messages that an omitted answer left side by side: some chat templates
    demand strict alternation."""
    merged: list[JsonObject] = []
    for message in wire:
        last = merged[-1] if merged else {}
        both_plain = (
            last.get("role") == message.get("role") == "user"
            and isinstance(last.get("content"), str)
            and isinstance(message.get("content"), str)
            and last.get("name") == message.get("name")
        )
        if both_plain:
            merged[-1] = {**last, "content": f"{last['content']}\n\n{message['content']}"}
        else:
            merged.append(message)
    return merged


@dataclass(slots=True)
class _Sender:
    """Turns answers into wire messages for one endpoint."""

    endpoint: Endpoint
    policy: ReasoningPolicy
    _ids: dict[str, str] = field(default_factory=dict)

    def answer(
        self,
        message: Message,
        results: Mapping[str, Message],
        *,
        prefill: bool,
        in_chain: bool,
    ) -> list[JsonObject]:
        choice = message.choice
        content = message.text.rstrip() if prefill else message.text
        if not choice.tool_calls and not content.strip():
            return []
        wire: dict[str, JsonValue] = {"role": "assistant", "content": content}
        if choice.name:
            wire["name"] = choice.name
        if choice.refusal and not choice.content:
            wire["content"] = choice.refusal
        if choice.tool_calls:
            wire["content"] = content or None
            wire["tool_calls"] = [self._call(c, message) for c in choice.tool_calls]
        if self._sends_reasoning(choice, in_chain=in_chain):
            self._add_reasoning(wire, choice)
        return [wire, *(self._result(c, results) for c in choice.tool_calls)]

    def _sends_reasoning(self, choice: Choice, *, in_chain: bool) -> bool:
        if not choice.reasoning and not choice.reasoning_details:
            return False
        match self.policy:
            case ReasoningPolicy.ALWAYS:
                return True
            case ReasoningPolicy.TOOL_TURNS:
                return bool(choice.tool_calls) and in_chain
            case ReasoningPolicy.NEVER:
                return False

    @staticmethod
    def _add_reasoning(wire: dict[str, JsonValue], choice: Choice) -> None:
        """Send reasoning back under the name it came with."""
        if choice.reasoning_details:
            wire["reasoning_details"] = list(choice.reasoning_details)
        if choice.reasoning and choice.reasoning_field != "reasoning_details":
            wire[choice.reasoning_field] = choice.reasoning

    def _call(self, call: ToolCall, message: Message) -> JsonObject:
        wire: dict[str, JsonValue] = {
            "id": self._id(call.id),
            "type": call.type,
            "function": {"name": call.name, "arguments": _object_text(call.arguments)},
        }
        if message.endpoint_id == self.endpoint.id:
            # Gemini wants its signature back verbatim; no other provider knows it.
            wire.update(call.extra)
        return wire

    def _result(self, call: ToolCall, results: Mapping[str, Message]) -> JsonObject:
        result = results.get(call.id)
        content = CANCELLED if result is None else result.content or NO_OUTPUT
        return {"role": "tool", "tool_call_id": self._id(call.id), "content": content}

    def _id(self, call_id: str) -> str:
        if self.endpoint.kind is not EndpointKind.MISTRAL:
            return call_id
        if call_id.isascii() and call_id.isalnum() and len(call_id) == _MISTRAL_ID_LENGTH:
            return call_id
        return self._ids.setdefault(
            call_id, sha256(call_id.encode()).hexdigest()[:_MISTRAL_ID_LENGTH]
        )


def _object_text(arguments: str) -> str:
    """Return arguments that a server's parser accepts: a JSON object as text."""
    try:
        if isinstance(json.loads(arguments), dict):
            return arguments
    except (ValueError, RecursionError):
        pass
    return "{}"
