"""Events are found where the recorder left them, whatever the server's habits."""

import json

import pytest

from chatapp.domain.exchanges import Arrivals, Bodies
from chatapp.wire.event_index import EventIndex, summary, unknown_fields


def indexed(body: bytes, *reads: tuple[int, float, float]) -> EventIndex:
    arrivals = Arrivals()
    for read in reads:
        arrivals.add(*read)
    index = EventIndex()
    index.grow(Bodies(b"", body, arrivals), ended=True)
    return index


@pytest.mark.parametrize("end", [b"\n\n", b"\r\n\r\n", b"\r\r"])
def test_events_are_cut_at_blank_lines(end: bytes) -> None:
    index = indexed(b"data: 1" + end + b": ping" + end + b"data: [DONE]")
    assert [index.raw(n) for n in range(len(index))] == [b"data: 1", b": ping", b"data: [DONE]"]
    assert index.event(0).decoded() == 1


def test_an_event_came_with_the_read_that_ended_it() -> None:
    index = indexed(b"data: 1\n\ndata: 2\n\n", (0, 10.0, 0.0), (12, 40.0, 16.0))
    first, second = index.event(0), index.event(1)
    assert (first.at_ms, first.gap_ms) == (10.0, 0.0)
    assert (second.at_ms, second.gap_ms, second.waited_ms) == (40.0, 30.0, 16.0)
    assert [index.at_time(t) for t in (5.0, 10.0, 39.0, 40.0)] == [0, 1, 1, 2]


@pytest.mark.parametrize("size", range(1, 9))
def test_the_index_grows_with_its_body_wherever_it_breaks(size: int) -> None:
    body = b'data: {"a":1}\r\n\r\ndata: 2\r\n\r\ndata: [DONE]\r\n\r\n'
    index = EventIndex()
    for end in range(0, len(body) + size, size):
        index.grow(Bodies(b"", body[:end], Arrivals()), ended=False)
    assert [index.event(n).data for n in range(len(index))] == [['{"a":1}'], ["2"], ["[DONE]"]]


def test_an_unfinished_last_event_counts_once_the_body_has_ended() -> None:
    index = EventIndex()
    index.grow(Bodies(b"", b"data: 1\n\ndata: 2", Arrivals()), ended=False)
    assert len(index) == 1
    for _ in range(2):
        index.grow(Bodies(b"", b"data: 1\n\ndata: 2", Arrivals()), ended=True)
        assert len(index) == 2


@pytest.mark.parametrize("body", [b'{"choices":[]}', b"<html>", b"", b'\n [{"error":1}]'])
def test_a_body_that_is_no_stream_has_no_events(body: bytes) -> None:
    assert len(indexed(body)) == 0


def test_bytes_are_found_in_the_event_that_holds_them() -> None:
    index = indexed(b"data: one\n\ndata: two\n\ndata: two\n\n")
    assert index.find(b"two") == 1
    assert index.find(b"two", 1) == 2
    assert index.find(b"two", 2) == -1
    assert index.find(b"absent") == -1


CHUNK = {
    "id": "x",
    "timings": {},
    "choices": [
        {"index": 0, "delta": {"reasoning_content": "Hm", "mood": 1}, "content_filter_results": {}}
    ],
}


def test_unknown_fields_are_named_with_their_path() -> None:
    assert unknown_fields(CHUNK) == [  # type: ignore[arg-type]
        "timings",
        "choices[0].content_filter_results",
        "choices[0].delta.mood",
    ]


def line(value: object, name: str = "") -> str:
    head = f"event: {name}\n".encode() if name else b""
    return summary(indexed(head + b"data: " + json.dumps(value).encode() + b"\n\n").event(0))


def test_one_line_says_what_an_event_brings() -> None:
    call = {"index": 1, "function": {"name": "get_weather", "arguments": '{"c'}}
    assert line({"choices": [{"index": 0, "delta": {"content": "Hé"}}]}) == 'content "Hé"'
    assert line({"choices": [{"delta": {"tool_calls": [call]}}]}) == (
        'tool_calls[1] get_weather "{\\"c"'
    )
    assert line({"choices": [{"index": 1, "delta": {}, "finish_reason": "stop"}]}) == (
        "[1] finish_reason stop"
    )
    assert line({"choices": [], "usage": {"total_tokens": 3}}) == "usage"
    assert line({"error": {"code": 500}}, "error") == 'error · error {"code": 500}'
    assert "+timings" in line(CHUNK)
    assert summary(indexed(b"data: [DONE]\n\n").event(0)) == "[DONE]"
    assert summary(indexed(b"data: {broken\n\n").event(0)) == "{broken"
