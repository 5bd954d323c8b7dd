"""Events and what they brought, linked both ways, however a server cuts its calls."""

import json
from typing import Any

from chatapp.domain.exchanges import Bodies, StretchKind
from chatapp.services.provenance import Provenance, Share


def events(*chunks: object) -> Bodies:
    data = [c if isinstance(c, str) else json.dumps(c) for c in chunks]
    return Bodies(b"", b"".join(b"data: " + d.encode() + b"\n\n" for d in data))


def delta(index: int = 0, **fields: Any) -> dict[str, Any]:
    return {"choices": [{"index": index, "delta": fields}]}


def call(arguments: str, name: str = "", index: int | None = 0, call_id: str = "") -> Any:
    entry: dict[str, Any] = {"function": {"arguments": arguments}}
    if name:
        entry["function"]["name"] = name
    if index is not None:
        entry["index"] = index
    if call_id:
        entry["id"] = call_id
    return entry


def test_every_event_knows_which_characters_it_brought() -> None:
    found = Provenance(
        events(
            delta(role="assistant"), delta(reasoning_content="Hm."), delta(content="It "),
            delta(content="is."), {"choices": [], "usage": {"total_tokens": 3}}, "[DONE]",
        )
    )  # fmt: skip
    assert found.of(0) == []
    assert found.of(1) == [Share(0, StretchKind.REASONING, 0, -1, 0, 3)]
    assert found.of(2) == [Share(1, StretchKind.TEXT, 0, -1, 0, 3)]
    assert found.of(3) == [Share(1, StretchKind.TEXT, 0, -1, 3, 6)]
    assert found.of(4) == found.of(5) == found.of(99) == []
    assert [found.first_event(n) for n in (-1, 0, 1, 2)] == [-1, 1, 2, -1]


def test_arguments_lead_to_the_event_that_brought_each_character() -> None:
    found = Provenance(
        events(
            delta(tool_calls=[call("", "look")]), delta(tool_calls=[call('{"a"')]),
            "not json", delta(tool_calls=[call(":1}")]),
        )
    )  # fmt: skip
    assert found.of(0) == [Share(0, StretchKind.ARGUMENTS, 0, 0, 0, 0, "look")]
    assert found.of(3) == [Share(0, StretchKind.ARGUMENTS, 0, 0, 4, 7, "look")]
    assert [found.event_of(0, 0, at) for at in (0, 3, 4, 6, 7)] == [1, 1, 3, 3, -1]
    assert found.stretch_of_call(0, 0) == 0
    assert found.stretch_of_call(0, 1) == found.event_of(1, 0, 0) == -1


def test_several_whole_calls_of_one_event_are_each_linked_to_it() -> None:
    both = [call("{}", "one", 0, "c1"), call('{"b":2}', "two", 0, "c2")]
    found = Provenance(events(delta(content="Two:", tool_calls=both)))
    shares = found.of(0)
    assert [(s.kind, s.call, s.tool) for s in shares] == [
        (StretchKind.TEXT, -1, ""),
        (StretchKind.ARGUMENTS, 0, "one"),
        (StretchKind.ARGUMENTS, 1, "two"),
    ]
    assert [found.stretch_of_call(0, n) for n in (0, 1)] == [1, 2]
    assert found.event_of(0, 1, 3) == 0


def test_interleaved_choices_keep_their_own_stretches() -> None:
    found = Provenance(events(delta(1, content="b"), delta(0, content="a"), delta(1, content="bb")))
    assert [(s.stretch, s.choice, s.start, s.end) for s in found.of(2)] == [(0, 1, 1, 3)]
    assert found.of(1)[0].stretch == 1


def test_a_snapshot_that_replaces_the_arguments_brought_them_whole() -> None:
    grown = [{"index": 0, "function": {"name": "look", "arguments": {"a": n}}} for n in (1, 22)]
    found = Provenance(events(*(delta(tool_calls=[c]) for c in grown)))
    assert (found.of(1)[0].start, found.of(1)[0].end) == (7, 8)
    assert found.first_event(0) == 0


def test_a_reply_that_is_no_stream_has_no_events() -> None:
    found = Provenance(Bodies(b"", b'{"choices":[]}'))
    assert found.of(0) == []
    assert found.first_event(0) == -1


def test_an_error_in_the_middle_does_not_end_the_links() -> None:
    found = Provenance(events(delta(content="a"), {"error": {"message": "no"}}, delta(content="b")))
    assert found.of(1) == []
    assert (found.of(2)[0].start, found.of(2)[0].end) == (1, 2)


def test_a_stream_that_grows_is_read_on_from_where_it_was() -> None:
    body = events(delta(content="It "), delta(content="is."), delta(content=" So.")).response
    found, cut = Provenance(), body.index(b"\n\n") + 2
    found.grow(Bodies(b"", body[: cut + 9]), ended=False)
    assert found.of(0) == [Share(0, StretchKind.TEXT, 0, -1, 0, 3)]
    assert found.of(1) == []
    found.grow(Bodies(b"", body), ended=False)
    found.grow(Bodies(b"", body), ended=True)
    assert [(s.start, s.end) for n in range(3) for s in found.of(n)] == [(0, 3), (3, 6), (6, 10)]


def test_what_is_wrong_with_a_stream_is_noted_by_event() -> None:
    found = Provenance(
        events(delta(content="a"), "oops", {"error": {"message": "no"}}, delta(content="b"), "[1]")
    )
    assert list(found.flaws) == [1, 2, 4]


def test_reading_stops_when_nobody_asks_any_more() -> None:
    found = Provenance()
    found.give_up()
    found.grow(events(delta(content="a")), ended=True)
    assert found.of(0) == []
