"""Replies put together: every chunk size, recordings against an oracle, quirk by quirk."""

import copy
import json
import random
from collections import Counter
from pathlib import Path

import pytest
from openai.lib.streaming.chat import ChatCompletionStreamState
from openai.types.chat import ChatCompletionChunk

from chatapp.domain.errors import RequestRejected
from chatapp.domain.json_value import JsonValue
from chatapp.domain.replies import Choice
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.growing_text import GrowingText
from chatapp.wire.sse import EventDecoder

RECORDINGS = Path(__file__).parent.parent / "data" / "recordings"
STREAMS = ["logprobs_stream", "reasoning_budget", "tool_required"]


def decoded(raw: bytes, size: int) -> list[str]:
    decoder = EventDecoder()
    events = [e for at in range(0, len(raw), size) for e in decoder.feed(raw[at : at + size])]
    return [event.data for event in events + decoder.close()]


TRICKY = (
    b'\xef\xbb\xbf: comment\r\n\r\ndata: {"a": "d\xc3\xada\xe2\x80\xa8x"}\r\n\r\n'
    b'event: ping\rdata:{"b":\rdata: 2}\r\rdata: data: {"c":3}\n\n'
    b'data: {"d":4}\ndata: {"e":5}\n\n{"f":6}\n\ndata:\n\ndata: {"g":7}'
)


@pytest.mark.parametrize("size", range(1, 40))
def test_the_decoder_does_not_care_where_chunks_break(size: int) -> None:
    assert [json.loads(data) for data in decoded(TRICKY, size)] == [
        {"a": "día\u2028x"}, {"b": 2}, {"c": 3}, {"d": 4}, {"e": 5}, {"f": 6}, {"g": 7},
    ]  # fmt: skip


def accumulated(raw: bytes, size: int = 4096) -> ReplyAccumulator:
    into, decoder = ReplyAccumulator(), EventDecoder()
    for at in range(0, len(raw), size):
        for event in decoder.feed(raw[at : at + size]):
            into.feed(event)
    for event in decoder.close():
        into.feed(event)
    into.finish()
    return into


@pytest.mark.parametrize("name", STREAMS)
@pytest.mark.parametrize("size", [1, 7, 4096])
def test_recordings_give_what_the_official_sdk_makes_of_them(name: str, size: int) -> None:
    raw = (RECORDINGS / f"{name}.sse").read_bytes()
    state = ChatCompletionStreamState()
    for data in decoded(raw, 4096):
        if not data.startswith("[DONE"):
            state.handle_chunk(ChatCompletionChunk.model_validate(json.loads(data)))
    theirs = state.current_completion_snapshot.choices[0]
    ours = accumulated(raw, size).reply().choices[0]
    assert ours.content == (theirs.message.content or "")
    assert ours.finish_reason == theirs.finish_reason
    assert ours.reasoning == getattr(theirs.message, "reasoning_content", "")
    assert [(c.id, c.name, c.arguments) for c in ours.tool_calls] == [
        (c.id, c.function.name, c.function.arguments) for c in theirs.message.tool_calls or []
    ]
    if theirs.logprobs and theirs.logprobs.content:
        tokens = [t["token"] for t in ours.logprobs["content"]]  # type: ignore[index,union-attr,call-overload]
        assert tokens == [t.token for t in theirs.logprobs.content]


def test_an_error_inside_a_recorded_stream_is_an_error() -> None:
    with pytest.raises(RequestRejected) as caught:
        accumulated((RECORDINGS / "midstream_error.sse").read_bytes())
    assert "peg-native" in str(caught.value)


def test_a_reply_in_one_piece_gives_the_same_parts() -> None:
    into = ReplyAccumulator()
    into.feed_object(json.loads((RECORDINGS / "reasoning_nostream.sse").read_bytes()))
    into.finish()
    choice = into.reply().choices[0]
    assert choice.reasoning
    assert choice.finish_reason


def choice_of(*deltas: JsonValue, **more: JsonValue) -> Choice:
    into = ReplyAccumulator()
    for delta in deltas:
        into.feed_object({"choices": [{"index": 0, "delta": delta, **more}]})
    into.finish()
    return into.reply().choices[0]


def call(**entry: JsonValue) -> JsonValue:
    return {"tool_calls": [entry]}


CALLS: dict[str, tuple[list[JsonValue], list[tuple[str, str]]]] = {
    "whole call without index": (
        [call(id="", function={"name": "f", "arguments": '{"a":1}'})],
        [("f", '{"a":1}')],
    ),
    "index always 0, two whole calls": (
        [
            call(index=0, id="1", function={"name": "f", "arguments": "{}"}),
            call(index=0, id="2", function={"name": "g", "arguments": "{}"}),
        ],
        [("f", "{}"), ("g", "{}")],
    ),
    "id and name repeated": (
        [
            call(index=0, id="1", function={"name": "f", "arguments": '{"a"'}),
            call(index=0, id="1", function={"name": "f", "arguments": ":1}"}),
        ],
        [("f", '{"a":1}')],
    ),
    "name in fragments": (
        [
            call(index=0, id="1", function={"name": "get_wea"}),
            call(index=0, function={"name": "ther", "arguments": "{}"}),
        ],
        [("get_weather", "{}")],
    ),
    "arguments as an object": (
        [call(index=0, id="1", function={"name": "f", "arguments": {"a": 1}})],
        [("f", '{"a":1}')],
    ),
    "index starts at 1": (
        [call(index=1, id="1", function={"name": "f", "arguments": ""})],
        [("f", "{}")],
    ),
    "arguments sent again whole": (
        [
            call(index=0, id="1", function={"name": "f", "arguments": '{"a":1}'}),
            call(index=0, function={"arguments": '{"a":1}'}),
        ],
        [("f", '{"a":1}')],
    ),
    "two calls without index or id": (
        [
            call(function={"name": "f", "arguments": "{}"}),
            call(function={"name": "g", "arguments": "{}"}),
        ],
        [("f", "{}"), ("g", "{}")],
    ),
    "the old function_call": (
        [{"function_call": {"name": "f"}}, {"function_call": {"arguments": "{}"}}],
        [("f", "{}")],
    ),
}


@pytest.mark.parametrize("quirk", CALLS)
def test_tool_calls_are_put_together_whichever_way_they_are_cut(quirk: str) -> None:
    deltas, wanted = CALLS[quirk]
    calls = choice_of(*deltas).tool_calls
    assert [(c.name, c.arguments) for c in calls] == wanted
    assert all(c.id for c in calls)
    assert len({c.id for c in calls}) == len(calls)


PART: JsonValue = {"type": "thinking", "thinking": "a"}
DETAIL: JsonValue = {"type": "reasoning.text", "text": "a"}


@pytest.mark.parametrize(
    ("deltas", "reasoning", "content"),
    [
        ([{"reasoning_content": "a", "reasoning": "a"}, {"content": "b"}], "a", "b"),
        ([{"reasoning": "a"}, {"content": None}, {"content": "b"}], "a", "b"),
        ([{"reasoning_content": "a", "content": "a"}], "a", ""),
        ([{"content": "<thi"}, {"content": "nk>a</th"}, {"content": "ink>\n\nb"}], "a", "b"),
        ([{"content": "a </thi"}, {"content": "nk>b"}], "a ", "b"),
        ([{"content": "<think>a"}], "a", ""),
        ([{"content": "if a <b"}], "", "if a <b"),
        ([{"content": "```\n</think>\n```"}], "", "```\n</think>\n```"),
        ([{"content": [PART, {"type": "text", "text": "b"}]}], "a", "b"),
        ([{"reasoning_details": [DETAIL]}, {"content": "b"}], "a", "b"),
    ],
)
def test_reasoning_is_told_from_the_answer(
    deltas: list[JsonValue], reasoning: str, content: str
) -> None:
    choice = choice_of(*deltas)
    assert (choice.reasoning, choice.content) == (reasoning, content)


def test_chunks_without_what_one_would_expect_are_taken() -> None:
    into = ReplyAccumulator()
    chunks: list[dict[str, JsonValue]] = [
        {"choices": [], "id": "", "prompt_filter_results": []},
        {"choices": None},
        {"choices": [{"delta": None}]},
        {"choices": [{"index": 1, "delta": {"content": "b"}}]},
        {"choices": [{"index": 0, "delta": {"content": "a"}, "finish_reason": "stop"}]},
        {"id": "x", "usage": {"prompt_tokens": 1, "completion_tokens": 2}},
        {"choices": [], "usage": None},
    ]
    for chunk in chunks:
        into.feed_object(chunk)
    into.finish()
    reply = into.reply()
    assert [c.content for c in reply.choices] == ["a", "b"]
    assert reply.id == "x"
    assert reply.usage is not None
    assert reply.usage.completion_tokens == 2


def test_usage_is_replaced_except_for_one_chunk_a_choice() -> None:
    into = ReplyAccumulator()
    for index in (0, 1):
        into.feed_object({"choices": [{"index": index, "delta": {"content": "x"}}]})
    for tokens in (3, 4):
        usage = {"prompt_tokens": 5, "completion_tokens": tokens, "total_tokens": 5 + tokens}
        into.feed_object({"choices": [], "usage": usage})
    usage_of = into.reply().usage
    assert usage_of is not None
    assert (usage_of.completion_tokens, usage_of.total_tokens) == (7, 12)


def test_pieces_of_sound_are_decoded_one_by_one() -> None:
    choice = choice_of(
        {"audio": {"id": "a", "data": "AA==", "transcript": "o"}},
        {"audio": {"id": "a", "data": "AQ==", "transcript": "h"}},
    )
    assert choice.audio is not None
    assert (choice.audio.id, choice.audio.data, choice.audio.transcript) == ("a", b"\0\1", "oh")


def test_growing_text_knows_its_length_without_being_joined() -> None:
    text = GrowingText("ab")
    text.append("cd")
    text.append("")
    assert (len(text), text.value()) == (4, "abcd")
    text.replace("x")
    assert len(text) == 1


WORDS = ("Hello", " wor", "ld", "<think>", "no", "</think>", "```", "\n\n", "é", "<thi", "nk>")
ENTRIES: tuple[dict[str, JsonValue], ...] = (
    {"finish_reason": None, "logprobs": None},
    {"logprobs": {"content": [{"token": "x", "logprob": -1.0}]}},
    {"finish_reason": "stop"},
    {"error": None},
    {"usage": {"prompt_tokens": 1}},
    {"strange": 1},
)
AROUND: tuple[dict[str, JsonValue], ...] = (
    {"id": "another"},
    {"usage": None},
    {"usage": {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}},
    {"model": "m2", "service_tier": "flex"},
    {"object": "chat.completion.chunk", "created": 17},
    {"timings": {"predicted_n": 4}},
)
DELTAS: tuple[dict[str, JsonValue], ...] = (
    {"role": "assistant", "content": ""},
    {"content": None, "reasoning_content": "hm"},
    {"content": [{"type": "text", "text": "part"}]},
    {"tool_calls": [{"index": 0, "id": "t", "function": {"name": "f", "arguments": "{}"}}]},
    {},
)


def some_chunk(dice: random.Random) -> dict[str, JsonValue]:
    """Return a chunk as servers send them: mostly words, sometimes anything else."""
    delta = {"content": dice.choice(WORDS)} if dice.random() < 0.8 else dice.choice(DELTAS)
    entry: dict[str, JsonValue] = {"index": int(dice.random() < 0.1), "delta": delta}
    if dice.random() < 0.2:
        entry |= dice.choice(ENTRIES)
    chunk: dict[str, JsonValue] = {"id": "x", "choices": [entry]}
    if dice.random() < 0.1:
        chunk |= dice.choice(AROUND)
    if dice.random() < 0.05:
        chunk["choices"] = []
    return chunk


@pytest.mark.parametrize("seed", range(60))
def test_chunks_of_words_are_taken_as_any_others(seed: int) -> None:
    """Words have a short way in, which must lead to the same reply."""
    dice = random.Random(seed)
    short, whole = ReplyAccumulator(clock=lambda: 0.0), ReplyAccumulator(clock=lambda: 0.0)
    ways: Counter[bool] = Counter()
    for _ in range(dice.randint(20, 80)):
        chunk = some_chunk(dice)
        was_short = short._take_words(copy.deepcopy(chunk))
        ways[was_short] += 1
        if not was_short:
            short.feed_object(chunk)
        whole._around = None
        whole.feed_object(chunk)
        assert short.reply() == whole.reply(), chunk
        assert (short.activities, short.grew) == (whole.activities, whole.grew)
    assert ways[True] > 0


@pytest.mark.parametrize(
    "wrong", [{"error": {"message": "no"}}, {"type": "error"}, {"base_resp": {"status_code": 4}}]
)
def test_an_error_among_words_is_an_error(wrong: dict[str, JsonValue]) -> None:
    into = ReplyAccumulator()
    words: dict[str, JsonValue] = {"id": "x", "choices": [{"index": 0, "delta": {"content": "a"}}]}
    into.feed_object(words)
    into.feed_object(words)
    with pytest.raises(RequestRejected):
        into.feed_object(words | wrong)
    with pytest.raises(RequestRejected):
        into.feed_object({"id": "x", "choices": [{"index": 0, "error": {"message": "no"}}]})
    assert into.reply().choices[0].content == "aa"
