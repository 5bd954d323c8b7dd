"""The inspector's pages, each on its own: what they show is what was recorded."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from chatapp.domain.exchanges import (
    Arrivals,
    Bodies,
    Exchange,
    ExchangeId,
    Moments,
    Stretch,
    StretchKind,
)
from chatapp.domain.json_schema import check_text
from chatapp.domain.json_value import JsonValue
from chatapp.qtmodels.events import EventColumn
from chatapp.ui.inspector import detail as pages
from chatapp.ui.inspector.call_page import CallItem, CallPage, verdict_words
from chatapp.ui.inspector.code_view import CodeView
from chatapp.ui.inspector.compare_page import ComparePage
from chatapp.ui.inspector.detail import Detail
from chatapp.ui.inspector.events_page import EventsPage
from chatapp.ui.inspector.page_parts import HeaderTable
from chatapp.ui.inspector.replay_page import ReplayPage
from chatapp.ui.inspector.request_editor import RequestEditor
from chatapp.ui.inspector.result_table import MOST_ROWS, ResultTable, rows_of
from chatapp.ui.inspector.wire_pages import RequestPage, ResponsePage
from chatapp.ui.theme import current_theme

EXCHANGE = Exchange(
    ExchangeId("e"), started_at=100.0, endpoint="lab", model="m", method="POST",
    url="http://127.0.0.1:1/v1/chat/completions", proxy="http://proxy:3128",
    server_address="127.0.0.1:1", request_headers=(("Authorization", "Bearer ••••"),),
    status=200, reason="OK", response_headers=(("X-Id", "r1"), ("X-Note", "<b>no markup</b>")),
    events=3, resolution_ms=12.0, moments=Moments(1, None, 2, 30, 40, 90),
    stretches=(Stretch(StretchKind.TEXT, 40, 80),),
)  # fmt: skip


@pytest.fixture
def parent(qapp: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(700, 500)
    made.show()
    yield made
    made.close()


def fill(parent: QWidget, page: QWidget) -> None:
    page.resize(parent.size())
    page.show()


def words_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def text_of(widget: QWidget) -> str:
    found = widget.findChild(CodeView)
    assert isinstance(found, CodeView)
    return found.words()


# Requests and replies


def test_a_request_shows_where_it_went_and_masked_headers(parent: QWidget) -> None:
    page = RequestPage(parent)
    fill(parent, page)
    page.show_exchange(EXCHANGE, b'{"model":"m"}')
    words = words_in(page)
    for part in ("POST http://127.0.0.1:1/v1", "lab", "proxy:3128", "Bearer ••••", "127.0.0.1:1"):
        assert part in words
    page.show_exchange(replace(EXCHANGE, kept=False), b"")
    assert "dropped to keep to the disk budget" in words_in(page)


def test_a_reply_says_how_exact_its_times_are_and_takes_no_markup(parent: QWidget) -> None:
    page = ResponsePage(parent)
    fill(parent, page)
    page.show_exchange(EXCHANGE, Bodies(b"", b"data: 1\n\n"))
    words = words_in(page)
    assert "HTTP/1.1 200 OK" in words
    assert "first byte after 40 ms" in words
    assert "times to within 12 ms" in words
    assert "<b>no markup</b>" in words
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize(
    ("exchange", "words"),
    [
        (replace(EXCHANGE, error="The connection broke off."), "The connection broke off."),
        (replace(EXCHANGE, status=0, reason="", error="Cannot reach it."), "No reply"),
        (replace(EXCHANGE, bad_events=2), "events passed over, because they are no JSON: 2"),
    ],
)
def test_what_went_wrong_is_said_on_the_reply(
    parent: QWidget, exchange: Exchange, words: str
) -> None:
    page = ResponsePage(parent)
    page.show_exchange(exchange, Bodies())
    assert words in words_in(page)


def test_a_very_low_reply_is_left_to_its_body(parent: QWidget, qtbot: QtBot) -> None:
    page = ResponsePage(parent)
    page.show_exchange(EXCHANGE, Bodies(b"", b"words"))
    page.show()
    page.resize(400, 90)
    qtbot.waitUntil(lambda: page._line.isHidden() and page._note.isHidden(), timeout=5000)
    text = page.body.findChild(CodeView)
    assert isinstance(text, CodeView)
    qtbot.waitUntil(lambda: page.body._segments.geometry().bottom() < 40, timeout=5000)
    page.resize(400, 300)
    qtbot.waitUntil(lambda: page._line.isVisible() and page._note.isVisible(), timeout=5000)


def test_headers_change_with_their_exchange(parent: QWidget, qtbot: QtBot) -> None:
    table = HeaderTable(parent)
    table.show_headers((("A", "1"), ("B", "2")))
    table.show_headers((("C", "3"),))
    qtbot.waitUntil(lambda: words_in(table) == "C\n3")


# Events


def stream(*words: str) -> Bodies:
    arrivals, body = Arrivals(), b""
    for number, word in enumerate(words):
        arrivals.add(len(body), 10.0 * (number + 1), 0.0)
        chunk = {"choices": [{"index": 0, "delta": {"content": word, "mood": "calm"}}]}
        body += b"data: " + json.dumps(chunk).encode() + b"\n\n"
    return Bodies(b"", body, arrivals)


def test_an_event_shows_its_bytes_what_they_mean_and_what_is_unknown(parent: QWidget) -> None:
    page = EventsPage(parent)
    fill(parent, page)
    chosen: list[int] = []
    page.event_chosen.connect(chosen.append)
    page.show_bodies(stream("one", "two"), ended=True, fresh=True)
    page.table.selectRow(1)
    assert chosen == [1]
    assert page.time_of(1) == 20.0
    assert "choices[0].delta.mood" in words_in(page)
    page._detail._segments.choose("raw")
    assert text_of(page._detail).startswith('data: {"choices"')
    page._detail._segments.choose("pretty")
    assert '"content": "two"' in text_of(page._detail)


def test_events_are_counted_filtered_and_chosen_by_time(parent: QWidget) -> None:
    page = EventsPage(parent)
    fill(parent, page)
    page.show_bodies(stream("one", "two", "one"), ended=True, fresh=True)
    assert page._count.text() == "3"
    page.filter.setText("one")
    assert page._count.text() == "2 of 3"
    page.filter.clear()
    page.choose_time(15.0)
    assert page.table.currentIndex().row() == 1
    page.show_bodies(stream("other"), ended=True, fresh=True)
    assert page._count.text() == "1"


def test_the_end_of_a_stream_that_grows_is_kept_in_sight_unless_an_event_is_looked_at(
    parent: QWidget,
) -> None:
    page = EventsPage(parent)
    fill(parent, page)
    words, bar = ["one"] * 60, page.table.verticalScrollBar()
    page.show_bodies(stream(*words), ended=False, fresh=True)
    assert bar.value() == bar.maximum() > 0
    page.show_bodies(stream(*words, *words), ended=False, fresh=False)
    assert bar.value() == bar.maximum()
    page.table.selectRow(3)
    at = bar.value()
    page.show_bodies(stream(*words * 3), ended=True, fresh=False)
    assert bar.value() == at < bar.maximum()
    page.show_bodies(stream(*words), ended=True, fresh=True)
    assert bar.value() == 0, "what is over is read from its beginning"


def test_no_events_are_explained(parent: QWidget) -> None:
    page = EventsPage(parent)
    fill(parent, page)
    page.show_bodies(Bodies(), ended=True, fresh=True, why_empty="The body was dropped.")
    assert page._detail._nothing.text() == "The body was dropped."
    page.show_bodies(stream("one"), ended=True, fresh=True, why_empty="never said")
    assert page._detail._nothing.text() == "Choose an event."


def test_what_is_wrong_with_an_event_is_said_in_words_and_in_red(parent: QWidget) -> None:
    page = EventsPage(parent)
    fill(parent, page)
    whole = stream("one").response
    flawed = b'data: oops\n\ndata: {"error":{"message":"no"}}\n\ndata: {"choices":[{"de'
    page.show_bodies(Bodies(b"", whole + flawed, Arrivals()), ended=True, fresh=True)
    said: list[tuple[str, object]] = []
    for row in range(4):
        page.table.selectRow(row)
        said.append((page._note.text(), page._note.property("role")))
    assert said[0][1] == "note"
    assert [role for _, role in said[1:]] == ["problem"] * 3
    for (words, _), expected in zip(said[1:], ("passed over", "went wrong", "ended"), strict=True):
        assert expected in words
    assert [_colour_of_data(page, row) == problem_colour() for row in (0, 1)] == [False, True]


def problem_colour() -> QColor:
    return current_theme().colour("problem")


def _colour_of_data(page: EventsPage, row: int) -> QColor:
    option, place = QStyleOptionViewItem(), page.model.index(row, EventColumn.DATA)
    drawing = page.table.itemDelegateForIndex(place)
    assert isinstance(drawing, QStyledItemDelegate)
    drawing.initStyleOption(option, place)
    return option.palette.color(QPalette.ColorRole.Text)


# Calls

SCHEMA: JsonValue = {
    "type": "object",
    "required": ["city"],
    "properties": {"n": {"type": "integer"}},
}


def item(arguments: str, *, ended: bool = True, schema: JsonValue = SCHEMA) -> CallItem:
    verdict = check_text(arguments, True if schema is None else schema) if ended else None
    return CallItem("0/0", "look", arguments, ended, schema is not None, verdict)


def test_the_verdict_says_what_is_wrong_and_where() -> None:
    words, role = verdict_words(item('{"n": "x"}'))
    assert role == "problem"
    assert "$.n" in words
    assert "city" in words
    many = json.dumps({f"k{n}": "x" for n in range(40)})
    strict: JsonValue = {"additionalProperties": {"type": "integer"}}
    assert "more" in verdict_words(item(many, schema=strict))[0]


def test_the_verdict_says_when_there_is_nothing_to_say() -> None:
    assert verdict_words(item('{"city": "Paris"}')) == ("✓ Fits the schema.", "good")
    assert verdict_words(item("{}", schema=None)) == ("No schema to check against.", "muted")
    assert verdict_words(item('{"ci', ended=False)) == ("Arriving…", "muted")
    so_far = replace(item('{"city": "Paris"}'), ended=False)
    assert verdict_words(so_far) == ("Fits the schema so far.", "muted")
    waiting = replace(item("{}"), verdict=None)
    assert verdict_words(waiting) == ("Checking…", "muted")


def test_what_is_wrong_besides_the_arguments_is_said_first() -> None:
    words, role = verdict_words(replace(item("{}", schema=None), fault="No such tool."))
    assert (words, role) == ("✗ No such tool.", "problem")
    words, _ = verdict_words(replace(item("{}"), fault="No such tool."))
    assert words.startswith("✗ No such tool.\n✗ $")


def test_arguments_that_are_no_json_are_told_even_without_a_schema() -> None:
    assert verdict_words(item('{"ci', schema=None))[1] == "problem"


def test_calls_are_chosen_in_a_bar_and_stay_chosen_while_they_grow(
    parent: QWidget, qtbot: QtBot
) -> None:
    page = CallPage(parent)
    fill(parent, page)
    told: list[str] = []
    page.call_chosen.connect(told.append)
    first = CallItem("0/0", "one", '{"a": 1}', ended=True)
    page.show_items([first, CallItem("0/1", "two", '{"b"')])
    page.choose("0/0")
    page.choose("0/1")
    assert told == [], "only what the person chooses is told"
    page._bar.setCurrentIndex(0)
    page._bar.setCurrentIndex(1)
    assert told == ["0/0", "0/1"]
    page.show_items([first, CallItem("0/1", "two", '{"b": 2}', ended=True)])
    qtbot.waitUntil(lambda: page.tree.tree.is_complete)
    assert page.tree.tree.root is not None
    assert page.tree.tree.root.children[0].key == "b"
    page._segments.choose("raw")
    assert page._raw.words() == '{"b": 2}'
    page._copy()
    assert QGuiApplication.clipboard().text() == '{"b": 2}'
    page.show_items([])


def test_a_very_low_call_is_left_to_its_arguments(parent: QWidget, qtbot: QtBot) -> None:
    page = CallPage(parent)
    page.show_items([item('{"city": 1}')])
    page.show()
    page.resize(400, 100)
    qtbot.waitUntil(page._verdict_place.isHidden, timeout=5000)
    row = page._segments.geometry()
    assert row.height() >= page._segments.sizeHint().height()
    assert row.bottom() <= page._stack.geometry().top()
    page.resize(400, 300)
    qtbot.waitUntil(page._verdict_place.isVisible, timeout=5000)


def test_the_result_is_beside_the_arguments_where_there_is_room(parent: QWidget) -> None:
    page = CallPage(parent)
    page.show()
    page.resize(700, 300)
    assert page._split.orientation() is Qt.Orientation.Horizontal
    page.resize(300, 300)
    assert page._split.orientation() is Qt.Orientation.Vertical


def test_a_result_is_a_table_where_it_is_one(parent: QWidget) -> None:
    page = CallPage(parent)
    fill(parent, page)
    rows = '{"days": [{"day": "Sat", "high": 18}, {"day": "Sun", "rain": [1]}]}'
    page.show_items([CallItem("0/0", "look", "{}", ended=True, result=rows, outcome="done")])
    page._result.body.choose("table")
    table = page._result._table
    model = table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heads == ["day", "high", "rain"]
    cells = [[model.index(r, c).data() for c in range(3)] for r in range(2)]
    assert cells == [["Sat", "18", ""], ["Sun", "", "[1]"]]
    assert "Result · done" in words_in(page)


@pytest.mark.parametrize("value", [[1, 2], [{"a": 1}], {"a": [{}], "b": [{}]}, "text", None])
def test_what_is_no_table_is_not_made_one(value: JsonValue) -> None:
    assert rows_of(value) == []


def test_a_very_long_table_is_cut(parent: QWidget) -> None:
    table = ResultTable(parent)
    table.show_rows(rows_of([{"n": n} for n in range(MOST_ROWS + 50)]))
    assert table.rowCount() == MOST_ROWS


# Comparison, replay, editing


def test_a_comparison_asks_for_what_is_chosen_and_shows_what_was_found(parent: QWidget) -> None:
    page = ComparePage(parent)
    fill(parent, page)
    asked: list[tuple[str, str, str]] = []
    page.wanted.connect(lambda *wanted: asked.append(wanted))
    offered = [(Exchange(ExchangeId(name)), name) for name in ("a", "b")]
    page.show_pair(offered, "a", "b")
    page.choose("headers")
    assert asked == [("a", "b", "request"), ("a", "b", "headers")]
    page.show_difference(["+ seed 3"], '+  "seed": 3')
    assert "+ seed 3" in words_in(page)
    assert text_of(page) == '+  "seed": 3'
    page.show_difference([], "")
    assert "No difference." in words_in(page)
    page.show_pair(offered, "", "b")
    assert "no earlier request" in words_in(page)


def test_a_replay_steps_and_is_scrubbed(parent: QWidget) -> None:
    page = ReplayPage(parent)
    fill(parent, page)
    page.show_exchange(EXCHANGE, stream("Hel", "lo", "!"))
    assert page.replay.position == 3
    page.step(-1)
    assert page._message.words() == "Hello"
    assert '"lo"' in page._event.words()
    page._slider.setValue(1)
    assert page._message.words() == "Hel"
    page.show_exchange(EXCHANGE, stream("other"))
    assert len(page.replay) == 3


def test_a_replay_grows_with_its_stream_and_stays_where_it_is_looked_at(parent: QWidget) -> None:
    page = ReplayPage(parent)
    fill(parent, page)
    running = replace(EXCHANGE, moments=replace(EXCHANGE.moments, ended_ms=None))
    page.show_exchange(running, stream("Hel"))
    page.show_exchange(running, stream("Hel", "lo"))
    assert (page.replay.position, page._message.words()) == (2, "Hello")
    page.step(-1)
    page.show_exchange(EXCHANGE, stream("Hel", "lo", "!"))
    assert (page.replay.position, page._message.words()) == (1, "Hel")
    assert page._place.text().startswith("1/3")
    page.go_to(3)
    assert page._message.words() == "Hello!"


def test_a_long_way_in_a_replay_is_gone_in_steps(parent: QWidget, qtbot: QtBot) -> None:
    page = ReplayPage(parent)
    fill(parent, page)
    page.show_exchange(EXCHANGE, stream(*["a"] * 3000))
    assert page.replay.position < 3000, "the window goes on meanwhile"
    assert page._slider.value() == 3000
    qtbot.waitUntil(lambda: page._message.words() == "a" * 3000, timeout=10_000)
    page.go_to(1500)
    page.go_to(2)
    qtbot.waitUntil(lambda: page._message.words() == "aa", timeout=10_000)


def test_the_slider_of_a_replay_has_a_line_of_its_own_where_it_is_narrow(
    parent: QWidget, qtbot: QtBot
) -> None:
    page = ReplayPage(parent)
    fill(parent, page)
    page.show_exchange(EXCHANGE, stream("a", "b"))
    page.resize(300, 400)
    qtbot.waitUntil(lambda: page._slider.y() > page._play.y() + 10, timeout=5000)
    assert page._slider.width() > 200
    page.resize(700, 400)
    qtbot.waitUntil(lambda: abs(page._slider.y() - page._play.y()) < 10, timeout=5000)


def test_a_replay_is_played_paused_and_stops_when_nobody_watches(
    parent: QWidget, qtbot: QtBot
) -> None:
    page = ReplayPage(parent)
    fill(parent, page)
    page.show_exchange(EXCHANGE, stream("Hel", "lo", "!"))
    seen = []
    for _ in range(2):
        page._play.click()
        seen.append(page.is_playing)
    assert seen == [True, False]
    page.set_speed(20.0)
    page.play()
    qtbot.waitUntil(lambda: not page.is_playing)
    assert page.replay.position == 3
    page.set_speed(0.1)
    page.play()
    page.hide()
    assert not page.is_playing


def test_a_reply_that_was_no_stream_cannot_be_played(parent: QWidget) -> None:
    page = ReplayPage(parent)
    page.show_exchange(EXCHANGE, Bodies(b"", b'{"choices":[]}'))
    assert not page._play.isEnabled()
    assert page._message.words() == "This reply was no stream."
    dropped = replace(EXCHANGE, id=ExchangeId("dropped"), kept=False, response_size=9)
    page.show_exchange(dropped, Bodies())
    assert "disk budget" in page._message.words()


def test_an_error_in_a_stream_is_part_of_its_replay(parent: QWidget) -> None:
    page = ReplayPage(parent)
    body = stream("Hel").response + b'data: {"error":{"message":"out of memory"}}\n\n'
    page.show_exchange(EXCHANGE, Bodies(b"", body, Arrivals()))
    assert "out of memory" in page._message.words()


def test_an_edited_request_must_be_an_object(parent: QWidget) -> None:
    editor = RequestEditor(parent, b'{"model":"m"}')
    assert editor.send.isEnabled()
    for words in ("[1]", "{", ""):
        editor._text.setPlainText(words)
        assert not editor.send.isEnabled()
        assert editor._problem.text()
    editor._text.setPlainText('{"seed": 1}')
    assert editor.body() == {"seed": 1}


def test_pages_are_made_when_they_are_opened_and_calls_only_where_there_are_some(
    parent: QWidget,
) -> None:
    detail = Detail(parent)
    fill(parent, detail)
    opened: list[int] = []
    detail.page_opened.connect(opened.append)
    detail.open(pages.EVENTS)
    assert opened == []  # nothing is chosen yet
    made = detail.page(pages.EVENTS, EventsPage)
    assert detail.page(pages.EVENTS, EventsPage) is made
    assert detail.made(pages.REPLAY) is None
    detail.open(pages.CALL)
    assert detail.opened == pages.EVENTS
    detail.offer_calls(offered=True)
    detail.open(pages.CALL)
    assert opened == [pages.CALL]
    detail.show_nothing()
    assert not detail._tabs.isEnabled()
