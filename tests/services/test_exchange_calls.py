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
    steps_of,
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


def run(number: int, call_id: str, tool: str = "get_weather") -> ToolRun:
    return ToolRun(
        StepId(str(number)), ConversationId("c"), MessageId("m"), call_id, tool, 1.0,
        outcome=StepOutcome.DONE, result=str(number),
    )  # fmt: skip


def results(ids: list[str], runs: list[ToolRun]) -> dict[str, list[str]]:
    """Return the results of calls that came with these ids, by their keys."""
    sent = [{"index": n, "id": i, "function": {"name": "get_weather"}} for n, i in enumerate(ids)]
    found = steps_of(calls_of(reply_of(whole(tool_calls=sent)), Asked()), runs)
    return {
        key: [s.result for s in steps if isinstance(s, ToolRun)] for key, steps in found.items()
    }


def test_the_steps_of_a_call_are_found_by_its_id() -> None:
    runs = [run(0, "c1"), run(1, "other", "get_time"), run(2, "c1")]
    assert results(["c1"], runs) == {"0/0": ["0", "2"]}
    assert results(["c1"], []) == {}


def test_the_steps_of_calls_whose_ids_were_made_up_are_found_by_tool_and_order() -> None:
    runs = [run(0, "made 1"), run(1, "c2"), run(2, "made 2"), run(3, "x", "get_time")]
    assert results(["", "c2", ""], runs) == {"0/0": ["0"], "0/1": ["1"], "0/2": ["2"]}
    assert results(["c9", "c9"], [run(0, "c9"), run(1, "made")]) == {"0/0": ["0"], "0/1": ["1"]}


def test_a_request_that_was_not_kept_offers_nothing_that_is_known() -> None:
    assert asked_by(json.dumps({"tools": TOOLS}).encode()).is_known
    assert not asked_by(b"").is_known
