"""The inspector in the whole app: what programs are promised, and what people do with it."""

import asyncio
import json
import re
import threading
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QLabel, QWidget

from chatapp.app import App
from chatapp.domain.exchanges import Exchange, StepOutcome, ToolRun, new_step_id
from chatapp.domain.json_value import JsonObject
from chatapp.domain.messages import Message, Role
from chatapp.domain.parameter_layers import Setting
from chatapp.qtmodels.timeline import ROW_ROLE
from chatapp.ui.inspector import detail as pages
from chatapp.ui.inspector.call_page import CallPage
from chatapp.ui.inspector.code_view import CodeView
from chatapp.ui.inspector.compare_page import ComparePage
from chatapp.ui.inspector.detail import Detail
from chatapp.ui.inspector.events_page import EventsPage
from chatapp.ui.inspector.panel import EVERYWHERE
from chatapp.ui.inspector.replay_page import ReplayPage
from chatapp.ui.inspector.request_editor import RequestEditor
from chatapp.ui.inspector.wire_pages import RequestPage, ResponsePage
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import HOLD, raw_server, reply
from tests.support.waiting import until

CANARY = "sk-canary-77aa01"
HELLO = reply(
    b'data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n'
    b'data: {"choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":"stop"}],"odd":1}\n\n'
    b"data: [DONE]\n\n"
)
REFUSED = reply(b'{"error":{"message":"no such model"}}', "404 Not Found")
ARGUMENTS = '{"city":"Paris"}'
CALL = {"index": 0, "id": "c1", "function": {"name": "get_weather", "arguments": ARGUMENTS}}
WEATHER = reply(
    b"data: "
    + json.dumps({"choices": [{"index": 0, "delta": {"tool_calls": [CALL]}}]}).encode()
    + b'\n\ndata: {"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}\n\n'
    b"data: [DONE]\n\n"
)
TOOL: JsonObject = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "parameters": {"type": "object", "required": ["city", "country"]},
    },
}


def exchanges(app: App) -> list[Exchange]:
    return app.services.exchanges.of(app.conversation.shown)


async def ask(app: App, words: str = "Hi") -> Message:
    shown = app.conversation.shown
    assert shown is not None
    answer = await app.services.generation.send(shown, words)
    await app.services.generation.wait(shown)
    return app.services.conversations.tree(shown).get(answer)


def open_inspector(app: App) -> None:
    app.window.action("toggleInspector").setChecked(True)


def detail_of(app: App) -> Detail:
    found = app.window.inspector.findChild(Detail)
    assert isinstance(found, Detail)
    return found


async def choose(app: App, turn: int = 0, request: int = 0) -> None:
    model = app.window.inspector.model
    await until(lambda: model.rowCount() > turn)
    app.window.inspector.tree.choose(model.index(request, 0, model.index(turn, 0)))


async def page(app: App, number: int) -> QWidget:
    detail_of(app).open(number)
    await until(lambda: detail_of(app).made(number))
    made = detail_of(app).made(number)
    assert made is not None
    return made


def test_the_names_are_there_once_from_the_start(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            for kind, name in (
                (QWidget, "inspector"), (QAbstractItemView, "inspectorTree"),
                (QAction, "copyCurl"), (QAction, "exportHar"), (QAction, "toggleInspector"),
            ):  # fmt: skip
                assert len(app.window.findChildren(kind, name)) == 1
            assert app.window.inspector.isHidden()
            assert app.window.inspector.property("exchanges") == "[]"

    run_in_qt(work())


def test_the_property_tells_of_every_exchange_while_hidden(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, "one")
            await ask(app, "two")
            told = json.loads(app.window.inspector.property("exchanges"))
            assert [t["status"] for t in told] == [404, 200]
            assert [t["request"] for t in told] == [server.body(0), server.body(1)]
            assert [t["events"] for t in told] == [0, 3]
            assert set(told[1]) == {"status", "request", "events", "first_byte_ms", "total_ms"}
            assert 0 < told[1]["first_byte_ms"] <= told[1]["total_ms"]
            assert app.window.inspector.model.rowCount() == 0

    with raw_server([REFUSED], [HELLO]) as server:
        run_in_qt(work())


def test_the_copied_command_and_the_har_hold_no_key(run_in_qt: RunInQt, tmp_path: Path) -> None:
    target = tmp_path / "out.har"

    async def work() -> None:
        async with open_app(tmp_path / "p", base_url=server.url, model="m") as app:
            app.services.endpoints.secrets.use_for_session(
                app.services.endpoints.all()[0].id, CANARY
            )
            await ask(app)
            assert CANARY.encode() in server.requests[0]
            assert CANARY not in app.window.inspector.property("exchanges")
            app.window.action("copyCurl").trigger()
            clipboard = QGuiApplication.clipboard()
            await until(lambda: clipboard.text().startswith("curl "))
            assert CANARY not in clipboard.text()
            assert "$API_KEY" in clipboard.text()
            app.window.action("exportHar").trigger()
            (chooser,) = app.window.findChildren(QFileDialog)
            chooser.fileSelected.emit(str(target))
            chooser.done(0)
            await until(target.exists)

    echo = HELLO.replace(b"\r\n\r\n", f"\r\nX-Echo: {CANARY}\r\n\r\n".encode(), 1)
    with raw_server([echo]) as server:
        run_in_qt(work())
    assert CANARY not in target.read_text(encoding="utf-8")
    (entry,) = json.loads(target.read_text(encoding="utf-8"))["log"]["entries"]
    assert entry["response"]["status"] == 200
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes(), file


def test_opening_it_shows_turns_and_makes_reading_precise(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, "What is up?")
            open_inspector(app)
            model = app.window.inspector.model
            await until(lambda: model.rowCount() == 1)
            assert model.index(0, 0).data() == "What is up?"
            assert app.services.client._interval_s == 0.0
            app.window.action("toggleInspector").setChecked(False)
            assert app.services.client._interval_s > 0.0
            assert app.window.inspector.isHidden()
            open_inspector(app)
            await ask(app, "And now?")
            await until(lambda: model.rowCount() == 2)
        async with open_app(tmp_path, base_url=server.url, model="m") as again:
            await until(lambda: again.window.inspector.model.rowCount() == 2)
            assert not again.window.inspector.isHidden()

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())


def test_a_running_answer_is_followed(run_in_qt: RunInQt, tmp_path: Path) -> None:
    first = reply(b'data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n')

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            open_inspector(app)
            shown = app.conversation.shown
            assert shown is not None
            await app.services.generation.send(shown, "go")
            await choose(app)
            events = await page(app, pages.EVENTS)
            assert isinstance(events, EventsPage)
            await until(lambda: events.model.rowCount() == 1)
            row = app.window.inspector.tree.current_row()
            assert row is not None
            app.services.generation.stop(shown)
            await app.services.generation.wait(shown)
            status = app.window.inspector.model.index(0, 1, app.window.inspector.model.index(0, 0))
            await until(lambda: status.data() == "stopped")

    with raw_server([first, HOLD]) as server:
        run_in_qt(work())


def test_a_refusal_opens_on_its_raw_bytes(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            open_inspector(app)
            await choose(app)
            await until(lambda: isinstance(detail_of(app).made(pages.RESPONSE), ResponsePage))
            made = await page(app, pages.RESPONSE)
            assert isinstance(made, ResponsePage)
            made.body._segments.choose("raw")
            text = made.body.findChild(CodeView)
            assert isinstance(text, CodeView)
            await until(lambda: text.words() == '{"error":{"message":"no such model"}}')

    with raw_server([REFUSED]) as server:
        run_in_qt(work())


def test_a_call_is_shown_with_its_verdict_and_its_result(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.services.conversations.set_parameter(shown, "tools", Setting([TOOL]))
            answer = await app.services.generation.send(shown, "Weather?")
            await until(lambda: exchanges(app) and not exchanges(app)[0].is_running)
            app.services.exchanges.note(
                ToolRun(
                    new_step_id(), shown, answer, "c1", "get_weather", 5.0, ended_at=6.0,
                    outcome=StepOutcome.DONE, result='[{"day":1},{"day":2}]',
                )
            )  # fmt: skip
            open_inspector(app)
            await choose(app)
            made = await page(app, pages.CALL)
            assert isinstance(made, CallPage)
            await until(lambda: "country" in made._verdict.text())
            assert made.tree.tree.is_complete
            assert made._result.isVisible()
            app.services.generation.stop(shown)
            await app.services.generation.wait(shown)

    with raw_server([WEATHER]) as server:
        run_in_qt(work())


def piece(content: str) -> bytes:
    chunk = {"choices": [{"index": 0, "delta": {"content": content}}]}
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"


def test_a_structured_answer_is_checked_while_it_arrives_and_when_it_is_whole(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    gate = threading.Event()
    schema: JsonObject = {
        "type": "object",
        "properties": {"city": {"type": "string"}, "days": {"type": "integer"}},
        "required": ["city", "days"],
        "additionalProperties": False,
    }
    wanted: JsonObject = {"type": "json_schema", "json_schema": {"name": "w", "schema": schema}}
    end = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.services.conversations.set_parameter(shown, "response_format", Setting(wanted))
            open_inspector(app)
            await app.services.generation.send(shown, "Where?")
            await until(lambda: exchanges(app) and exchanges(app)[0].events)
            await choose(app)
            made = await page(app, pages.CALL)
            assert isinstance(made, CallPage)
            await until(lambda: made._verdict.text() == "Fits the schema so far.")
            gate.set()
            await app.services.generation.wait(shown)
            await until(lambda: made.tree.tree.is_complete)
            await until(lambda: "$: “days” is missing" in made._verdict.text())
            assert "Structured answer" in made._facts.text()

    first = reply(piece('{"city": "Par'))
    with raw_server([first, gate, piece('is"}') + end]) as server:
        run_in_qt(work())


def test_events_requests_and_replays_are_read_from_the_recording(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            await app.profile.saver.flush()
            open_inspector(app)
            await choose(app)
            events = await page(app, pages.EVENTS)
            assert isinstance(events, EventsPage)
            await until(lambda: events.model.rowCount() == 3)
            events.table.selectRow(1)
            assert "odd" in events._note.text()
            row = app.window.inspector.tree.current_row()
            assert row is not None
            assert row.exchange_id == exchanges(app)[0].id
            events.filter.setText("lo")
            assert events.model.rowCount() == 1
            replay = await page(app, pages.REPLAY)
            assert isinstance(replay, ReplayPage)
            await until(lambda: len(replay.replay) == 3)
            replay.step(-2)
            assert replay.replay.reply().choices[0].content == "Hel"
            replay.set_speed(20.0)
            replay.play()
            await until(lambda: not replay.is_playing)
            assert replay.replay.reply().choices[0].content == "Hello"

    with raw_server([HELLO]) as server:
        run_in_qt(work())


async def difference(app: App) -> ComparePage:
    made = await page(app, pages.COMPARE)
    assert isinstance(made, ComparePage)
    await until(lambda: made._text.words() or made._summary.text())
    return made


def test_a_request_is_compared_with_the_one_before(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, "one")
            await ask(app, "two")
            open_inspector(app)
            await choose(app, turn=1)
            made = await difference(app)
            assert '+ messages: assistant "Hello"' in made._summary.text()
            assert '+ messages: user "two"' in made._summary.text()

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())


def run_command(app: App, name: str) -> None:
    app.parts.inspector._command(name)


def test_resending_unchanged_makes_a_new_version_and_compares_it(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            answer = await ask(app)
            open_inspector(app)
            await choose(app)
            run_command(app, "resend")
            await until(lambda: len(exchanges(app)) == 2 and not exchanges(app)[1].is_running)
            assert server.body(1) == server.body(0)
            tree = app.services.conversations.tree(answer.conversation_id)
            assert len(tree.siblings(answer.id)) == 2
            await until(lambda: isinstance(detail_of(app).made(pages.COMPARE), ComparePage))

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())


def test_an_edited_request_is_sent_as_a_new_branch(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            run_command(app, "runAgain")
            await until(lambda: app.window.findChildren(RequestEditor))
            (editor,) = app.window.findChildren(RequestEditor)
            editor._text.setPlainText("{broken")
            assert not editor.send.isEnabled()
            edited = {**server.body(0), "temperature": 0.1, "own": [1]}
            editor._text.setPlainText(json.dumps(edited))
            editor.send.click()
            await until(lambda: len(exchanges(app)) == 2 and not exchanges(app)[1].is_running)
            assert server.body(1) == edited

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())


def test_edited_messages_of_a_request_are_the_path_of_the_new_branch(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, "one")
            last = await ask(app, "two")
            here = last.conversation_id
            run_command(app, "runAgain")
            await until(lambda: app.window.findChildren(RequestEditor))
            (editor,) = app.window.findChildren(RequestEditor)
            first, *rest = server.body(1)["messages"]
            edited = {**server.body(1), "messages": [{**first, "content": "uno"}, *rest]}
            editor._text.setPlainText(json.dumps(edited))
            editor.send.click()
            await until(lambda: len(exchanges(app)) == 3 and not exchanges(app)[2].is_running)
            conversations = app.services.conversations
            assert server.body(2) == edited
            shown = ["uno", "Hello", "two", "Hello"]
            await until(lambda: [m.text for m in conversations.path(here)] == shown)
            await until(lambda: app.window.messages.property("messageCount") == 4)
            await app.services.generation.wait(here)
            await ask(app, "three")
            assert [m["content"] for m in server.body(3)["messages"]] == [*shown, "three"]

    with raw_server([HELLO], [HELLO], [HELLO], [HELLO]) as server:
        run_in_qt(work())


def test_inspecting_a_message_chooses_its_request_and_the_other_way_round(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            first = await ask(app, "one")
            await ask(app, "two")
            view = app.window.messages
            view.inspect_requested.emit(first.id)
            row = app.window.inspector.tree.current_row()
            assert row is not None
            assert row.message_id == first.id
            path = app.services.conversations.path(first.conversation_id)
            question = next(m for m in path if m.role is Role.USER and m.text == "two")
            view.inspect_requested.emit(question.id)
            row = app.window.inspector.tree.current_row()
            assert row is not None
            assert row.message_id == path[-1].id
            await choose(app, turn=0)
            assert view.stage.attention.focus_row == view.stage.transcript.row_of(first.id)
            view.stage.row_chosen.emit(len(path) - 1)
            row = app.window.inspector.tree.current_row()
            assert row is not None
            assert row.message_id == path[-1].id

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())


def test_exchanges_are_found_here_and_everywhere_and_deleted(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, "one")
            app.conversation.new()
            await app.conversation.wait_until_loaded()
            await ask(app, "two")
            await app.profile.saver.flush()
            open_inspector(app)
            view = app.window.inspector
            view.search.setText("status:404")
            await until(lambda: view.state.text() == "0")
            view.scope.setCurrentIndex(view.scope.findData(EVERYWHERE))
            view.scope_changed.emit(EVERYWHERE)
            await until(lambda: view.state.text() == "1")
            found = view.model.index(0, 0, QModelIndex()).data()
            assert re.fullmatch(r"\d\d:\d\d:\d\d · one", found), found
            row = view.model.index(0, 0, view.model.index(0, 0, QModelIndex())).data(ROW_ROLE)
            assert row.status == "404"
            request = await page(app, pages.REQUEST)
            text = request.findChild(CodeView)
            assert isinstance(request, RequestPage)
            assert isinstance(text, CodeView)
            request.body._segments.choose("raw")
            await until(lambda: '"content":"one"' in text.words())
            view.search.setText("such")
            response = await page(app, pages.RESPONSE)
            assert isinstance(response, ResponsePage)
            response.body._segments.choose("raw")
            await until(lambda: response.body._text.textCursor().selectedText() == "such")
            view.scope.setCurrentIndex(0)
            view.search.setText("")
            await until(lambda: view.model.index(0, 0).data() == "two")
            await choose(app)
            run_command(app, "delete")
            await until(lambda: view.model.rowCount() == 0)
            assert not detail_of(app)._tabs.isEnabled(), "what was deleted is not shown"
            app.window.action("undoDelete").trigger()
            await until(lambda: view.model.rowCount() == 1)
            view.search.setText("status:200")
            await until(lambda: view.state.text() == "1")
            QTest.keyClick(view.tree, Qt.Key.Key_Delete)
            await until(lambda: view.state.text() == "0")
            assert view.model.rowCount() == 0, "what was found and deleted is not shown any more"

    with raw_server([REFUSED], [HELLO]) as server:
        run_in_qt(work())


def test_a_search_that_is_taken_back_finds_nothing_later(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app, "one")
            open_inspector(app)
            view = app.window.inspector
            await until(lambda: view.model.rowCount() == 1)
            view.search.setText("status:404")
            searching = app.parts.inspector._searching
            assert searching is not None
            view.search.clear()
            await asyncio.wait([searching])
            assert view.model.rowCount() == 1
            assert view.state.text() == ""

    with raw_server([HELLO]) as server:
        run_in_qt(work())


def test_a_step_is_deleted_alone_and_copied_as_the_request_that_asked_for_it(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            answer = await ask(app, "one")
            run = ToolRun(
                new_step_id(), answer.conversation_id, answer.id, "c1", "get_weather",
                answer.created_at + 1, ended_at=answer.created_at + 2, outcome=StepOutcome.DONE,
            )  # fmt: skip
            app.services.exchanges.note(run)
            await ask(app, "two")
            await app.profile.saver.flush()
            open_inspector(app)
            model = app.window.inspector.model
            await until(lambda: model.index_of(run.id).isValid())
            app.window.inspector.tree.choose(model.index_of(run.id))
            app.window.action("copyCurl").trigger()
            await until(lambda: '"content":"one"' in QGuiApplication.clipboard().text())
            assert '"content":"two"' not in QGuiApplication.clipboard().text()
            run_command(app, "delete")
            await until(lambda: not model.index_of(run.id).isValid())
            assert len(exchanges(app)) == 2

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())


def test_nothing_recorded_is_said(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.window.action("copyCurl").trigger()
            labels = [label.text() for label in app.window.notices.findChildren(QLabel)]
            assert any("No request" in words for words in labels)

    run_in_qt(work())
