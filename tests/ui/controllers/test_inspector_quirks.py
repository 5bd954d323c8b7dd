"""What servers make of tool calls, played to the real window: each ends as a correct call, or as
a clear statement of what was wrong, with the raw bytes one click away."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from chatapp.app import App
from chatapp.domain.exchanges import Exchange
from chatapp.ui.inspector import detail as pages
from chatapp.ui.inspector.call_page import CallPage
from chatapp.ui.inspector.code_view import CodeView
from chatapp.ui.inspector.detail import Detail
from chatapp.ui.inspector.events_page import EventsPage
from chatapp.ui.inspector.wire_pages import ResponsePage
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

PARIS = '{"city":"Paris"}'
OSLO = '{"city":"Oslo"}'
ONE = [("get_weather", PARIS)]
TWO = [("get_weather", PARIS), ("get_time", OSLO)]


def call(**fields: Any) -> dict[str, Any]:
    function = {k: fields.pop(k) for k in ("name", "arguments") if k in fields}
    return {**fields, "function": function} if function else fields


def delta(finish: str | None = None, **fields: Any) -> dict[str, Any]:
    choice: dict[str, Any] = {"index": 0, "delta": fields}
    return {"choices": [choice | ({"finish_reason": finish} if finish else {})]}


def calls(*entries: Any, finish: str | None = None) -> dict[str, Any]:
    return delta(finish, tool_calls=list(entries))


def events(*chunks: Any, end: str = "\n\n", space: str = " ") -> bytes:
    data = [c if isinstance(c, str) else json.dumps(c) for c in (*chunks, "[DONE]")]
    return "".join(f"data:{space}{d}{end}" for d in data).encode()


FINISHED = delta("tool_calls")
WHOLE = calls(call(index=0, id="c1", name="get_weather", arguments=PARIS))


@dataclass(frozen=True)
class Quirk:
    """A body, the calls it asks for, and words that the reply's page has to say."""

    body: bytes
    asked: Sequence[tuple[str, str]] = ()
    said: str = ""
    streamed: bool = True


QUIRKS = {
    "index missing, everything in one chunk, finish stop, empty id": Quirk(
        events(calls(call(id="", name="get_weather", arguments=PARIS), finish="stop")), ONE
    ),
    "index missing for two whole calls": Quirk(
        events(
            calls(call(id="c1", name="get_weather", arguments=PARIS)),
            calls(call(id="c2", name="get_time", arguments=OSLO)), FINISHED,
        ), TWO,
    ),
    "several calls under index 0, each in its chunk": Quirk(
        events(WHOLE, calls(call(index=0, id="c2", name="get_time", arguments=OSLO)), FINISHED),
        TWO,
    ),
    "several calls under index 0 in one chunk": Quirk(
        events(
            calls(
                call(index=0, id="c1", name="get_weather", arguments=PARIS),
                call(index=0, id="c2", name="get_time", arguments=OSLO),
            ), FINISHED,
        ), TWO,
    ),
    "id, type and name repeated on every chunk": Quirk(
        events(
            *(
                calls(call(index=0, id="c1", type="function", name="get_weather", arguments=piece))
                for piece in ('{"ci', 'ty":"Pa', 'ris"}')
            ), FINISHED,
        ), ONE,
    ),
    "the name in fragments": Quirk(
        events(
            calls(call(index=0, id="c1", name="get_wea")), calls(call(index=0, name="ther")),
            calls(call(index=0, arguments=PARIS)), FINISHED,
        ), ONE,
    ),
    "the name in a later chunk than the id": Quirk(
        events(
            calls(call(index=0, id="c1", type="function")),
            calls(call(index=0, name="get_weather")),
            calls(call(index=0, arguments=PARIS)), FINISHED,
        ), ONE,
    ),
    "the name as a growing snapshot": Quirk(
        events(
            calls(call(index=0, id="c1", name="get_")), calls(call(index=0, name="get_weather")),
            calls(call(index=0, arguments=PARIS)), FINISHED,
        ), ONE,
    ),
    "arguments as an object": Quirk(
        events(
            calls(call(index=0, id="c1", name="get_weather", arguments={"city": "Paris"})), FINISHED
        ), ONE,
    ),
    "arguments sent again as a whole": Quirk(
        events(WHOLE, calls(call(index=0, arguments=PARIS)), FINISHED), ONE
    ),
    "no id at all": Quirk(
        events(
            calls(call(index=0, name="get_weather", arguments='{"city"')),
            calls(call(index=0, arguments=':"Paris"}')), FINISHED,
        ), ONE,
    ),
    "indexes that begin at one and have a gap": Quirk(
        events(
            calls(call(index=1, id="c1", name="get_weather", arguments=PARIS)),
            calls(call(index=4, id="c2", name="get_time", arguments=OSLO)), FINISHED,
        ), TWO,
    ),
    "the index inside the function": Quirk(
        events(
            calls({"id": "c1", "function": {"index": 0, "name": "get_weather"}}),
            calls({"function": {"index": 0, "arguments": PARIS}}), FINISHED,
        ), ONE,
    ),
    "empty content and nulls beside the calls": Quirk(
        events(
            delta(role="assistant", content="", tool_calls=None),
            delta(content=None, tool_calls=[None, {"index": 0, "id": "c1", "function": None}]),
            calls(call(index=0, name="get_weather", arguments=PARIS)), FINISHED,
        ), ONE,
    ),
    "thoughts in the text before the call": Quirk(
        events(delta(content="<thi"), delta(content="nk>Hm.</think>"), WHOLE, FINISHED), ONE
    ),
    "a closing tag of thoughts without the opening one": Quirk(
        events(delta(content="Hm."), delta(content="</think>"), WHOLE, FINISHED), ONE
    ),
    "a finish reason that nobody knows": Quirk(
        events(WHOLE, delta("MALFORMED_FUNCTION_CALL")), ONE
    ),
    "the legacy function_call": Quirk(
        events(
            delta(function_call={"name": "get_weather", "arguments": ""}),
            delta(function_call={"arguments": PARIS}), delta("function_call"),
        ), ONE,
    ),
    "a message instead of a delta": Quirk(
        events(
            {"choices": [{"index": 0, "finish_reason": "stop", "message": {
                "role": "assistant", "tool_calls": [call(id="c1", name="get_weather",
                                                         arguments=PARIS)]}}]}
        ), ONE,
    ),
    "metadata of a provider on its own": Quirk(
        events(WHOLE, calls({"index": 0, "extra_content": {"google": {"x": "y"}}}), FINISHED), ONE
    ),
    "lines ended with CRLF, no space after the colon": Quirk(
        events(WHOLE, FINISHED, end="\r\n\r\n", space=""), ONE
    ),
    "a byte order mark and comments": Quirk(
        b"\xef\xbb\xbf: keep-alive\n\n" + events(WHOLE, FINISHED), ONE
    ),
    "one reply as JSON although a stream was asked for": Quirk(
        json.dumps(
            {"choices": [{"message": {"content": None, "tool_calls": [
                call(id="c1", name="get_weather", arguments={"city": "Paris"})]}}]}
        ).encode(), ONE, streamed=False,
    ),
    "an event that is no JSON": Quirk(
        events("{broken", WHOLE, FINISHED), ONE, "events passed over, because they are no JSON: 1"
    ),
    "arguments that are cut off": Quirk(
        events(calls(call(index=0, id="c1", name="get_weather", arguments='{"city":"Pa'),
                     finish="length")), [("get_weather", '{"city":"Pa')],
    ),
    "arguments that never come": Quirk(
        events(calls(call(index=0, id="c1", name="get_weather")), FINISHED), [("get_weather", "{}")]
    ),
    "an error in the middle of the stream": Quirk(
        b"data: " + json.dumps(delta(content="Hm.")).encode()
        + b'\n\ndata: {"error":{"code":500,"message":"does not match the expected format"}}\n\n',
        said="does not match the expected format",
    ),
    "an error as a whole reply with status 200": Quirk(
        b'{"error":{"message":"upstream is gone"}}', said="upstream is gone", streamed=False
    ),
    "a page of HTML": Quirk(
        b"<html><h1>Bad gateway</h1></html>", said="answered with a web page", streamed=False
    ),
    "an end without any end": Quirk(
        b"data: " + json.dumps(delta(content="Hm.")).encode() + b"\n\n",
        said="the server stopped sending",
    ),
}  # fmt: skip


def words_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


async def look(app: App) -> tuple[Detail, Exchange]:
    shown = app.conversation.shown
    assert shown is not None
    await app.services.generation.send(shown, "Weather?")
    await app.services.generation.wait(shown)
    exchange = app.services.exchanges.of(shown)[0]
    app.window.action("toggleInspector").setChecked(True)
    model = app.window.inspector.model
    await until(lambda: model.index_of_exchange(exchange.id).isValid())
    app.window.inspector.tree.choose(model.index_of_exchange(exchange.id))
    detail = app.window.inspector.findChild(Detail)
    assert isinstance(detail, Detail)
    return detail, exchange


async def opened(detail: Detail, number: int) -> QWidget:
    detail.open(number)
    assert detail.opened == number
    await until(lambda: detail.made(number))
    made = detail.made(number)
    assert made is not None
    return made


async def check_calls(detail: Detail, quirk: Quirk) -> None:
    page = await opened(detail, pages.CALL)
    assert isinstance(page, CallPage)
    await until(lambda: len(page._items) == len(quirk.asked))
    assert [(item.title, item.arguments) for item in page._items] == list(quirk.asked)
    await until(lambda: all(item.verdict is not None for item in page._items))
    if not quirk.asked[0][1].endswith("}"):
        assert "✗" in page._verdict.text()
    page._segments.choose("raw")
    assert page._raw.words() == quirk.asked[0][1]


async def check_bytes(detail: Detail, quirk: Quirk) -> None:
    if not quirk.streamed:
        reply_page = await opened(detail, pages.RESPONSE)
        assert isinstance(reply_page, ResponsePage)
        text = reply_page.body.findChild(CodeView)
        assert isinstance(text, CodeView)
        reply_page.body._segments.choose("raw")
        await until(lambda: text.words() == quirk.body.decode())
        return
    page = await opened(detail, pages.EVENTS)
    assert isinstance(page, EventsPage)
    await until(lambda: page.model.rowCount() > 0)
    raw = page.findChild(CodeView)
    assert isinstance(raw, CodeView)
    page._detail._segments.choose("raw")
    for row in range(page.model.rowCount()):
        page.table.selectRow(row)
        assert raw.words().encode() in quirk.body


@pytest.mark.parametrize("name", QUIRKS)
def test_each_quirk_ends_as_a_call_or_a_statement_with_its_bytes(
    run_in_qt: RunInQt, tmp_path: Path, name: str
) -> None:
    quirk = QUIRKS[name]

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            detail, exchange = await look(app)
            if quirk.asked:
                assert not exchange.failed, exchange.error
                await check_calls(detail, quirk)
            if quirk.said:
                page = await opened(detail, pages.RESPONSE)
                await until(lambda: quirk.said in words_in(page))
            await check_bytes(detail, quirk)

    with raw_server([reply(quirk.body, "200 OK", "Content-Type: text/event-stream")]) as server:
        run_in_qt(work())
