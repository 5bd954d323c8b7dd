"""What a call brought, in words that a model can be told."""

import pytest

from chatapp.domain.json_value import JsonObject
from chatapp.domain.tool_calls import (
    LONGEST_TEXT,
    CallRecord,
    Fault,
    ToolCallState,
    ToolResult,
    block_text,
    denied_words,
    injected,
    text_result,
)

PNG = "iVBORw0KGgoA"


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ({"type": "text", "text": "rain"}, "rain"),
        ({"type": "image", "mimeType": "image/png", "data": PNG}, "[image: image/png, 9 bytes]"),
        ({"type": "image", "mimeType": "image/png", "data": ""},
         "[image: image/png, 0 bytes; not attached, for it has no data]"),
        ({"type": "audio", "mimeType": "audio/ogg", "data": "T2dnUw=="},
         "[audio: audio/ogg, 4 bytes; not attached, for models take no such kind]"),
        ({"type": "resource", "resource": {"uri": "a:b", "text": "inside"}}, "inside"),
        ({"type": "resource", "resource": {"uri": "u", "blob": PNG}},
         "[resource u: image/png, 9 bytes]"),
        ({"type": "resource",
          "resource": {"uri": "u", "mimeType": "text/plain", "blob": "bWlsaw=="}},
         "[resource u: text/plain, 4 bytes]\nmilk"),
        ({"type": "resource_link", "name": "log", "uri": "a:log"}, "[log](a:log)"),
        ({"type": "hologram"}, "[hologram]"),
        ({}, "[unknown content]"),
    ],
)  # fmt: skip
def test_every_kind_of_block_has_words(block: JsonObject, words: str) -> None:
    assert block_text(block) == words


def test_blocks_are_joined_and_structured_content_speaks_where_there_are_none() -> None:
    two = ToolResult(({"type": "text", "text": "a"}, {"type": "text", "text": "b"}))
    assert two.text == "a\nb"
    assert ToolResult((), {"x": 1}).text == '{"x":1}'
    assert ToolResult().text == ""


def words(*texts: str) -> tuple[JsonObject, ...]:
    return tuple({"type": "text", "text": text} for text in texts)


@pytest.mark.parametrize(
    "content",
    [words('{"rows": [1, 2],\n "of": "x"}'), words("Here:", '{"of":"x","rows":[1,2]}')],
)
def test_structured_content_that_words_tell_as_well_is_told_once(
    content: tuple[JsonObject, ...],
) -> None:
    result = ToolResult(content, {"rows": [1, 2], "of": "x"})
    assert result.untold == ""
    assert result.text == "\n".join(str(block["text"]) for block in content)


def test_structured_content_that_no_words_tell_follows_them() -> None:
    result = ToolResult(words("Here are the rows."), {"rows": [1, 2]})
    assert result.text == 'Here are the rows.\n{"rows":[1,2]}'
    # Told again, as a recorded result is, it does not grow.
    assert ToolResult(words(result.text), {"rows": [1, 2]}).text == result.text
    assert ToolResult(words("{broken"), {"rows": []}).text == '{broken\n{"rows":[]}'


def test_what_the_sdks_wrap_is_not_told_twice() -> None:
    assert ToolResult(words("5"), {"result": 5}).text == "5"
    assert ToolResult(words("buy milk"), {"content": "buy milk"}).text == "buy milk"
    assert ToolResult(words("5"), {"sum": 5}).text == '5\n{"sum":5}'
    assert ToolResult(words("a", "b"), {"result": ["a", "b"]}).text == "a\nb"
    assert ToolResult((), {"result": []}).text == '{"result":[]}'


def test_a_result_without_end_is_cut_and_says_so() -> None:
    words = text_result("x" * (LONGEST_TEXT + 7)).text
    assert words.endswith("[7 more characters were cut off]")
    assert len(words) < LONGEST_TEXT + 60


def test_a_denial_is_told_with_its_reason_if_there_is_one() -> None:
    assert denied_words(" ") == "The user denied this tool call."
    assert denied_words("too dear ").endswith("Reason: too dear")


def test_every_fault_is_a_result() -> None:
    results = {fault: injected(fault) for fault in Fault}
    assert [results[f].is_error for f in Fault] == [True, True, False, False]
    assert results[Fault.EMPTY].text == ""


def test_only_waiting_and_running_calls_are_open() -> None:
    assert [s for s in ToolCallState if s.is_open] == [ToolCallState.WAITING, ToolCallState.RUNNING]


def test_a_run_knows_how_long_it_took() -> None:
    assert CallRecord("1", "t").ran_ms is None
    assert CallRecord("1", "t", started_at=1.0, ended_at=1.5).ran_ms == 500
