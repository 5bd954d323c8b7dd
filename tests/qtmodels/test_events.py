"""The table of events: found, filtered and grown without being read."""

import json
import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from chatapp.domain.exchanges import Arrivals, Bodies
from chatapp.qtmodels.events import FLAW_ROLE, EventColumn, EventsModel
from chatapp.wire.event_flaws import Flaw


def body(*words: str) -> bytes:
    chunks = [{"choices": [{"index": 0, "delta": {"content": word}}]} for word in words]
    return b"".join(b"data: " + json.dumps(chunk).encode() + b"\n\n" for chunk in chunks)


def shown(stream: bytes, *, ended: bool = True) -> EventsModel:
    model = EventsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    arrivals = Arrivals()
    arrivals.add(0, 12.0, 0.0)
    arrivals.add(64, 30.0, 16.0)
    model.show_bodies(Bodies(b"", stream, arrivals), ended=ended)
    return model


def cell(model: EventsModel, row: int, column: EventColumn) -> object:
    return model.index(row, column).data()


def test_each_row_says_when_how_large_and_what() -> None:
    model = shown(body("one", "two"))
    assert cell(model, 0, EventColumn.NUMBER) == "1"
    assert cell(model, 0, EventColumn.TIME) == "12 ms"
    assert cell(model, 1, EventColumn.TIME) == "30 ms"
    assert cell(model, 1, EventColumn.GAP) == "+18 ms"
    assert cell(model, 0, EventColumn.SIZE) == "62 B"
    assert cell(model, 1, EventColumn.DATA) == 'content "two"'
    tip = model.index(1, EventColumn.TIME).data(Qt.ItemDataRole.ToolTipRole)
    assert "16 ms" in str(tip)


def test_a_row_tells_what_is_wrong_with_its_event() -> None:
    model = shown(body("one") + b"data: oops\n\n" + b'data: {"choices":[{"del')
    flaws = [model.index(row, EventColumn.DATA).data(FLAW_ROLE) for row in range(3)]
    assert flaws == [None, Flaw.NO_JSON, Flaw.CUT]


def test_it_grows_while_the_stream_runs() -> None:
    model = shown(body("one"), ended=False)
    model.show_bodies(Bodies(b"", body("one", "two", "three"), Arrivals()), ended=True)
    assert model.rowCount() == 3
    model.clear()
    assert model.rowCount() == 0


def test_a_filter_lets_through_what_contains_its_words() -> None:
    model = shown(body("one", "two", "one more"))
    model.set_filter("one")
    assert [cell(model, row, EventColumn.NUMBER) for row in range(model.rowCount())] == ["1", "3"]
    model.set_filter("ONE")
    assert model.rowCount() == 2, "capitals make no difference"
    model.show_bodies(Bodies(b"", body("one", "two", "one more", "one"), Arrivals()), ended=True)
    assert (model.rowCount(), model.total()) == (3, 4)
    model.set_filter("")
    assert model.rowCount() == 4


def test_the_row_of_a_time_is_the_first_event_that_came_then() -> None:
    model = shown(body("one", "two"))
    assert [model.row_at(ms) for ms in (0.0, 12.0, 13.0, 99.0)] == [0, 0, 1, 1]
    assert shown(b"").row_at(0.0) == -1


def test_a_hundred_thousand_events_are_there_at_once() -> None:
    """The bound is generous; the benchmark has the figures."""
    stream = body("token") * 100_000
    began = time.perf_counter()
    model = EventsModel()
    model.show_bodies(Bodies(b"", stream, Arrivals()), ended=True)
    assert model.rowCount() == 100_000
    assert cell(model, 99_999, EventColumn.DATA) == 'content "token"'
    assert time.perf_counter() - began < 5
