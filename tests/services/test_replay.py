"""A recorded stream played again says the same, event by event, forward and back."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from chatapp.domain.errors import ChatAppError
from chatapp.domain.exchanges import Arrivals, Bodies
from chatapp.domain.replies import Choice, Reply, Timing
from chatapp.services.replay import Replay
from chatapp.wire.accumulate import ReplyAccumulator
from chatapp.wire.reply_body import ReplyBody

WORDS = ["Hel", "lo", " there"]


def event(**delta: object) -> bytes:
    return b"data: " + json.dumps({"choices": [{"index": 0, "delta": delta}]}).encode() + b"\n\n"


def recorded() -> Bodies:
    arrivals, body = Arrivals(), b""
    for number, piece in enumerate([*(event(content=w) for w in WORDS), b"data: [DONE]\n\n"]):
        arrivals.add(len(body), 10.0 * (number + 1), 0.0)
        body += piece
    return Bodies(b"", body, arrivals)


def test_each_step_adds_one_event() -> None:
    replay = Replay(recorded())
    assert len(replay) == 4
    said = []
    for position in range(1, 5):
        replay.seek(position)
        said.append(replay.reply().choices[0].content)
    assert said == ["Hel", "Hello", "Hello there", "Hello there"]


def test_going_back_plays_from_the_beginning() -> None:
    replay = Replay(recorded())
    replay.seek(4)
    replay.seek(2)
    assert replay.reply().choices[0].content == "Hello"
    replay.seek(-5)
    assert (replay.position, replay.reply().choices) == (0, ())
    replay.seek(99)
    assert replay.position == 4


def test_times_are_those_of_the_recording() -> None:
    replay = Replay(recorded())
    assert [replay.at_ms(n) for n in range(5)] == [0.0, 10.0, 20.0, 30.0, 40.0]
    assert [replay.position_at(ms) for ms in (9.0, 10.0, 35.0)] == [0, 1, 3]


def test_an_error_in_the_stream_is_said_and_what_came_before_stays() -> None:
    body = event(content="Hel") + b'data: {"error":{"message":"out of memory"}}\n\n'
    replay = Replay(Bodies(b"", body, Arrivals()))
    replay.seek(2)
    assert "out of memory" in str(replay.error)
    assert replay.reply().choices[0].content == "Hel"


def test_a_reply_that_was_no_stream_has_nothing_to_play() -> None:
    assert len(Replay(Bodies(b"", b'{"choices":[]}', Arrivals()))) == 0


RECORDINGS = Path(__file__).parent.parent / "data" / "recordings"
STREAMS = sorted(
    path for path in RECORDINGS.glob("*.sse") if path.read_bytes().lstrip().startswith(b"data:")
)


@pytest.mark.parametrize("path", STREAMS, ids=lambda path: path.stem)
def test_the_recordings_of_a_real_server_are_played_as_they_were_read(path: Path) -> None:
    body = path.read_bytes()
    into = ReplyAccumulator()
    reader = ReplyBody(into)
    with suppress(ChatAppError):
        reader.feed(body)
    into.finish()
    replay = Replay(Bodies(b"", body, Arrivals()))
    for position in range(len(replay) + 1):
        replay.seek(position)
    timeless = Timing()
    read, played = into.reply(), replay.reply()
    assert replace(played, timing=timeless, choices=_timeless(played)) == replace(
        read, timing=timeless, choices=_timeless(read)
    )


def _timeless(reply: Reply) -> tuple[Choice, ...]:
    return tuple(replace(choice, reasoning_ms=None) for choice in reply.choices)


def test_a_stream_that_grows_is_played_on() -> None:
    whole = recorded()
    begun = Bodies(b"", whole.response[:-3], whole.arrivals)
    replay = Replay(begun, ended=False)
    assert len(replay) == 3
    assert replay.seek(3)
    replay.grow(whole, ended=True)
    assert not replay.seek(4, most=0)
    assert replay.seek(4, most=1)
    assert replay.reply().choices[0].content == "Hello there"
