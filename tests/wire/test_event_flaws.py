"""What is wrong with an event is said; what is only unusual is not."""

import pytest

from chatapp.domain.exchanges import Arrivals, Bodies
from chatapp.wire.event_flaws import Flaw, flaw_of
from chatapp.wire.event_index import EventIndex


def last_event_of(body: bytes) -> Flaw | None:
    index = EventIndex()
    index.grow(Bodies(b"", body, Arrivals()), ended=True)
    return flaw_of(index.event(len(index) - 1))


@pytest.mark.parametrize(
    "body",
    [
        b'data: {"choices":[]}\n\n', b": ping\n\n", b"data: [DONE]", b'data: {"a":1}',
        b'event: chunk\nid: 7\nretry: 3\ndata: {"a":1}\n\n', b'data: {\ndata: "a":1}\n\n',
        b'data: {"a":1}\ndata: [DONE]\n\n', b'data: {"error":null}\n\n',
    ],
)  # fmt: skip
def test_what_can_be_read_has_no_flaw(body: bytes) -> None:
    assert last_event_of(body) is None


@pytest.mark.parametrize(
    ("body", "flaw"),
    [
        (b"data: not json\n\n", Flaw.NO_JSON),
        (b"data: [1,2]\n\n", Flaw.NO_JSON),
        (b'data: {"a":1}\n\ndata: {"choices":[{"del', Flaw.CUT),
        (b'data: {"choices":[{"del\n\n', Flaw.NO_JSON),
        (b'data: {"error":{"message":"no"}}\n\n', Flaw.ERROR),
        (b'event: error\ndata: {"message":"no"}\n\n', Flaw.ERROR),
    ],
)
def test_what_is_wrong_is_told_apart(body: bytes, flaw: Flaw) -> None:
    assert last_event_of(body) is flaw
