"""Calls and structured answers out of recorded bodies, with what their schemas say."""

import json

from chatapp.domain.exchanges import Bodies, StepId, StepOutcome, ToolRun
from chatapp.domain.json_value import JsonValue
from chatapp.domain.messages import ConversationId, MessageId
from chatapp.services.exchange_calls import (
    ANSWER,
    Asked,
    asked_by,
    calls_of,
    reply_of,
    request_fields,
    run_of,
    verdict_on,
)

SCHEMA: JsonValue = {
    "type": "object",
    "properties": {"city": {"type": "string", "maxLength": 5}, "days": {"type": "integer"}},
    "required": ["city", "days"],
    "additionalProperties": False,
}
TOOLS = [{"type": "function", "function": {"name": "get_weather", "parameters": SCHEMA}}]


def whole(**message: object) -> Bodies:
    reply = {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}
    return Bodies(b"", json.dumps(reply).encode())


def test_a_call_is_found_with_the_schema_of_its_tool() -> None:
    call = {"id": "c1", "function": {"name": "get_weather", "arguments": '{"city":"Paris"}'}}
    reply = reply_of(whole(tool_calls=[call]))
    (found,) = calls_of(reply, asked_by(json.dumps({"tools": TOOLS}).encode()))
    assert (found.tool, found.call_id, found.schema) == ("get_weather", "c1", SCHEMA)
    verdict = verdict_on(found.arguments, found.schema, ended=True)
    assert [v.keyword for v in verdict.violations] == ["required"]


def test_a_structured_answer_is_checked_against_what_was_asked_for() -> None:
    asked = {"response_format": {"type": "json_schema", "json_schema": {"schema": SCHEMA}}}
    reply = reply_of(whole(content='{"city":"Paris","days":2}'))
    (found,) = calls_of(reply, asked_by(json.dumps(asked).encode()))
    assert found.key.startswith(ANSWER)
    assert verdict_on(found.arguments, found.schema, ended=True).fits
    loose = json.dumps({"response_format": {"type": "json_object"}}).encode()
    (found,) = calls_of(reply_of(whole(content="[]")), asked_by(loose))
    assert not verdict_on(found.arguments, found.schema, ended=True).fits


def test_streams_are_read_as_whole_replies_are() -> None:
    pieces = [
        {"index": 0, "id": "c", "function": {"name": "get_weather", "arguments": '{"ci'}},
        {"index": 0, "function": {"arguments": 'ty":1}'}},
    ]
    body = b"".join(
        b"data: " + json.dumps({"choices": [{"delta": {"tool_calls": [p]}}]}).encode() + b"\n\n"
        for p in pieces
    )
    (found,) = calls_of(reply_of(Bodies(b"", body)), Asked())
    assert (found.arguments, found.schema) == ('{"city":1}', None)


def test_what_is_no_reply_has_no_calls() -> None:
    for body in (b"", b"<html>", b'{"error":{"message":"x"}}', b"[]"):
        assert calls_of(reply_of(Bodies(b"", body)), asked_by(b"nonsense")) == []
    assert request_fields(b"[1]") == {}


def live(text: str) -> list[str]:
    return [f"{v.path} {v.keyword}" for v in verdict_on(text, SCHEMA, ended=False).violations]


def test_while_it_arrives_only_what_cannot_be_mended_is_told() -> None:
    assert live('{"city": "Pa') == []
    assert live('{"city": "Paris", ') == []
    assert live('{"city": 5, "da') == ["$.city type"]
    assert live('{"city": "Reykjavik", ') == ["$.city maxLength"]
    assert live('{"town": "Oslo", "ci') == ["$ additionalProperties"]
    assert live("{broken") == []


def test_the_last_run_of_a_call_has_its_result() -> None:
    call = {"id": "c1", "function": {"name": "get_weather", "arguments": "{}"}}
    (found,) = calls_of(reply_of(whole(tool_calls=[call])), Asked())
    runs = [
        ToolRun(
            StepId(str(n)), ConversationId("c"), MessageId("m"), call_id, "get_weather", 1.0,
            outcome=StepOutcome.DONE, result=str(n),
        )
        for n, call_id in enumerate(("c1", "other", "c1"))
    ]  # fmt: skip
    run = run_of(found, runs)
    assert run is not None
    assert run.result == "2"
    assert run_of(found, []) is None
