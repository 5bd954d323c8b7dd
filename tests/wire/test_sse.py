"""Server-sent events as careless servers write them, wherever the network cuts them (B4.1)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire import sse
from chatapp.wire.sse import BodyKind, EventDecoder, LineTooLong, ServerEvent, events_in, sniff


def decoded(*chunks: bytes) -> list[ServerEvent]:
    decoder = EventDecoder()
    events = [event for chunk in chunks for event in decoder.feed(chunk)]
    return events + decoder.close()


def data(*chunks: bytes) -> list[str]:
    return [event.data for event in decoded(*chunks)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"data: a\n\ndata: b\n\n", ["a", "b"]),
        (b"data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]),
        (b"data: a\r\rdata: b\r\r", ["a", "b"]),
        (b"data:a\n\n", ["a"]),
        (b"data:  a\n\n", [" a"]),
        (b"\xef\xbb\xbfdata: a\n\n", ["a"]),
        (b": comment\n\ndata: a\n\n:\n\n", ["a"]),
        (b"id: 1\nretry: 5\nunknown: x\nnocolon\ndata: a\n\n", ["a"]),
        (b"data: a\ndata: b\n\n", ["a\nb"]),
        (b'data: {"a":1}\ndata: {"b":2}\n\n', ['{"a":1}', '{"b":2}']),
        (b'data: {"a":\ndata: 1}\n\n', ['{"a":\n1}']),
        (b'data: data: {"a":1}\n\n', ['{"a":1}']),
        (b'{"a":1}\n{"b":2}\n', ['{"a":1}', '{"b":2}']),
        (b"data:\n\ndata: \n\ndata: a\n\n", ["a"]),
        (b"data: a", ["a"]),
        (b"data: a\r", ["a"]),
        (b"data: a\n\ndata: [DONE]", ["a", "[DONE]"]),
        (b"data: a\ndata: [DONE]\n", ["a", "[DONE]"]),
        ("data: a\u2028b\u2029c\x85d\x0be\x1cf\n\n".encode(), ["a\u2028b\u2029c\x85d\x0be\x1cf"]),
        ("data: 東京🎉é\n\n".encode(), ["東京🎉é"]),
        (b"data: a\xffb\n\n", ["a\ufffdb"]),
        (b"", []),
        (b"\n\n\n", []),
    ],
)
def test_every_way_of_writing_is_read_however_it_is_cut(body: bytes, expected: list[str]) -> None:
    assert data(body) == expected
    assert data(*(bytes([byte]) for byte in body)) == expected
    for at in range(len(body)):
        assert data(body[:at], body[at:]) == expected


@given(
    st.lists(
        st.sampled_from(
            [b"data: ", b"data:", b"event: error", b":", b"\n", b"\r\n", b"\r", b"\n\n", b"{}",
             b'{"a":"\xe6\x9d\xb1"}', b"[DONE]", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xff", b" "]
        ),
        max_size=20,
    ),
    st.lists(st.integers(0, 200), max_size=10),
)  # fmt: skip
def test_the_cuts_never_matter(pieces: list[bytes], cuts: list[int]) -> None:
    body = b"".join(pieces)
    places = sorted({0, len(body), *(c for c in cuts if c < len(body))})
    assert decoded(*(body[a:b] for a, b in pairwise(places))) == decoded(body)


def test_the_name_of_an_event_belongs_to_it_alone() -> None:
    events = decoded(b"event: error\ndata: a\n\ndata: b\n\n")
    assert [(e.event, e.data) for e in events] == [("error", "a"), ("", "b")]


@pytest.mark.parametrize("end", [b"data: [DONE]\n", b"data:[DONE]\n", b"data: [DONE\n"])
def test_the_end_is_said_at_once_without_a_blank_line(end: bytes) -> None:
    (event,) = EventDecoder().feed(end)
    assert event.is_done


def test_comments_are_counted() -> None:
    decoder = EventDecoder()
    decoder.feed(b": OPENROUTER PROCESSING\n\n:\n\n: PING\n\n")
    assert decoder.comments == 3


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "MAX_LINE_BYTES", 1000)
    decoder = EventDecoder()
    decoder.feed(b"data: " + b"a" * 900)
    with pytest.raises(LineTooLong):
        decoder.feed(b"a" * 200)


def test_a_long_line_costs_its_length_once() -> None:
    """Megabytes of an image in small pieces: the buffer is not searched again each time."""
    decoder = EventDecoder()
    for _ in range(2000):
        assert decoder.feed(b"a" * 4096) == []
    assert decoder._searched == 2000 * 4096 - 1


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"", BodyKind.UNDECIDED),
        (b" \r\n", BodyKind.UNDECIDED),
        (b"\xef\xbb", BodyKind.UNDECIDED),
        (b"\xef\xbb\xbf{", BodyKind.JSON),
        (b'\n {"a"', BodyKind.JSON),
        (b"[", BodyKind.JSON),
        (b"<!doctype", BodyKind.HTML),
        (b"data:", BodyKind.EVENTS),
        (b": comment", BodyKind.EVENTS),
        (b"event:", BodyKind.EVENTS),
    ],
)
def test_the_first_bytes_tell_what_a_body_is(head: bytes, kind: BodyKind) -> None:
    assert sniff(head) is kind


@pytest.mark.parametrize(
    "raw",
    [
        b'data: {"a":1}', b'data: {"a":1', b"data: [DONE]", b": ping", b"data:  x",
        b"event: e\ndata: 1\ndata: 2", b'data: {"a":\r\ndata: 1}',
        b'\xef\xbb\xbfdata: {"a":1}', b"",
    ],
)  # fmt: skip
def test_the_bytes_of_one_event_are_read_as_in_a_stream(raw: bytes) -> None:
    assert events_in(raw) == decoded(raw + b"\n\n")
