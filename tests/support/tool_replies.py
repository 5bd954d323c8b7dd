"""Replies of an endpoint that asks for tools, as a script of the raw server has them."""

import json

from chatapp.domain.json_value import JsonObject, JsonValue
from tests.support.raw_server import reply


def event(delta: JsonObject, finish: str | None = None) -> bytes:
    """Return one server-sent event with one choice."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n"


def asks_for(*calls: tuple[str, str, JsonValue], finish: str = "tool_calls") -> bytes:
    """Return a streamed reply that asks for tools: each call an id, a name and arguments."""
    listed: list[JsonValue] = [
        {
            "index": i,
            "id": call_id,
            "type": "function",
            "function": {
                "name": name,
                "arguments": args if isinstance(args, str) else json.dumps(args),
            },
        }
        for i, (call_id, name, args) in enumerate(calls)
    ]
    end = event({}, finish) + b"data: [DONE]\n\n"
    return reply(event({"role": "assistant", "content": None, "tool_calls": listed}) + end)


def says(words: str) -> bytes:
    """Return a streamed reply in words."""
    return reply(event({"content": words}) + event({}, "stop") + b"data: [DONE]\n\n")
