"""Messages written by hand: what is refused, and what becomes of them on the wire."""

import pytest

from chatapp.domain.endpoints import Endpoint, ReasoningPolicy
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import ConversationId, EndpointId, Role
from chatapp.domain.written_messages import WRITABLE, WrittenMessage
from chatapp.wire.messages import wire_messages

CALLS: JsonValue = [
    {"id": "call_1", "type": "function", "function": {"name": "f", "arguments": {"a": 0}}}
]
CONVERSATION = ConversationId("c")
ENDPOINT = Endpoint(EndpointId("e"), "e", "http://h/v1", reasoning_policy=ReasoningPolicy.ALWAYS)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (WrittenMessage(Role.USER, "  "), "Write the message first."),
        (WrittenMessage(Role.ASSISTANT), "Write the message first."),
        (WrittenMessage(Role.USER, "hi", name="a b"), "letters, digits"),
        (WrittenMessage(Role.TOOL, "21"), "which tool call"),
        (WrittenMessage(Role.ASSISTANT, tool_calls={"id": 1}), "array"),
        (WrittenMessage(Role.ASSISTANT, tool_calls=[{"id": ""}]), "Tool call 1"),
        (WrittenMessage(Role.ASSISTANT, tool_calls="[{"), "array"),
    ],
)
def test_what_cannot_be_a_message_is_said(written: WrittenMessage, words: str) -> None:
    assert words in str(written.problem())


@pytest.mark.parametrize("role", [r for r in WRITABLE if r not in (Role.TOOL, Role.ASSISTANT)])
def test_every_plain_role_goes_on_the_wire_with_its_name(role: Role) -> None:
    written = WrittenMessage(role, "words", name="Ann-1")
    assert written.problem() is None
    message = written.message(CONVERSATION, None, ENDPOINT.id)
    assert wire_messages([message], system_text="", system_role=Role.SYSTEM, endpoint=ENDPOINT) == [
        {"role": str(role), "content": "words", "name": "Ann-1"}
    ]


def test_a_call_and_its_result_go_on_the_wire_with_the_reasoning() -> None:
    call = WrittenMessage(Role.ASSISTANT, reasoning="because", tool_calls=CALLS)
    result = WrittenMessage(Role.TOOL, "21", tool_call_id="call_1")
    assert call.problem() is None
    assert result.problem() is None
    asked = WrittenMessage(Role.USER, "go").message(CONVERSATION, None, ENDPOINT.id)
    answer = call.message(CONVERSATION, asked.id, ENDPOINT.id)
    path = [asked, answer, result.message(CONVERSATION, answer.id, ENDPOINT.id)]
    sent = wire_messages(path, system_text="", system_role=Role.SYSTEM, endpoint=ENDPOINT)
    assert sent[1:] == [
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {
                    "id": "call_1",
                    "type": "function",
                    "function": {"name": "f", "arguments": '{"a":0}'},
                }
            ],
            "reasoning_content": "because",
        },
        {"role": "tool", "tool_call_id": "call_1", "content": "21"},
    ]
