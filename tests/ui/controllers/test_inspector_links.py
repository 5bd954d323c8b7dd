"""Choosing a message, a call, a step or an event anywhere marks its partners everywhere else."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from chatapp.app import App
from chatapp.domain.exchanges import StepId, StepOutcome, ToolRun
from chatapp.domain.messages import Message, MessageId, Role
from chatapp.qtmodels.timeline_rows import RowKind, TimelineRow, Tone
from chatapp.ui.inspector import detail as pages
from chatapp.ui.inspector.call_page import CallPage
from chatapp.ui.inspector.detail import Detail
from chatapp.ui.inspector.events_page import EventsPage
from chatapp.ui.inspector.replay_page import ReplayPage
from chatapp.ui.inspector.wire_pages import ResponsePage
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import HOLD, raw_server, reply
from tests.support.waiting import until


def delta(**fields: object) -> bytes:
    return b"data: " + json.dumps({"choices": [{"index": 0, "delta": fields}]}).encode() + b"\n\n"


def piece(call: int, arguments: str, **more: str) -> bytes:
    function: dict[str, object] = {"arguments": arguments, **more}
    return delta(tool_calls=[{"index": call, "id": f"c{call}", "function": function}])


TALK = reply(
    delta(role="assistant", content="")
    + delta(content="Let me ")
    + delta(content="see.")
    + piece(0, "", name="get_weather")
    + piece(0, '{"city":')
    + piece(0, '"Paris"}')
    + piece(1, '{"zone":', name="get_time")
    + piece(1, '"CET"}')
    + b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}\n\n'
    + b"data: [DONE]\n\n"
)


async def ask(app: App) -> Message:
    shown = app.conversation.shown
    assert shown is not None
    answer = await app.services.generation.send(shown, "Weather?")
    await app.services.generation.wait(shown)
    await app.profile.saver.flush()
    app.window.action("toggleInspector").setChecked(True)
    await until(lambda: app.window.inspector.model.rowCount() > 0)
    return app.services.conversations.tree(shown).get(answer)


async def opened(app: App, number: int) -> QWidget:
    detail = app.window.inspector.findChild(Detail)
    assert isinstance(detail, Detail)
    await until(lambda: detail._tabs.isTabVisible(number))
    detail.open(number)
    await until(lambda: detail.made(number))
    made = detail.made(number)
    assert made is not None
    return made


def current(app: App) -> TimelineRow:
    row = app.window.inspector.tree.current_row()
    assert row is not None
    return row


def phases(app: App) -> tuple[TimelineRow, ...]:
    return app.window.inspector.model.turns()[-1].children[0].children


def chosen_event(page: EventsPage) -> int:
    return page.table.currentIndex().row()


def test_opening_it_chooses_the_last_request_by_itself(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            answer = await ask(app)
            await until(lambda: app.window.inspector.tree.current_row() is not None)
            assert current(app).kind is RowKind.REQUEST
            assert current(app).message_id == answer.id

    with raw_server([TALK]) as server:
        run_in_qt(work())


def test_an_event_marks_its_step_its_message_and_the_characters_it_brought(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            answer = await ask(app)
            page = await opened(app, pages.EVENTS)
            assert isinstance(page, EventsPage)
            await until(lambda: page.model.rowCount() == 10)
            page.table.selectRow(5)
            await until(lambda: current(app).tone is Tone.ARGUMENTS)
            assert (current(app).choice, current(app).call) == (0, 0)
            assert app.window.messages.focused_message() == answer.id
            assert page._brought.text() == "Arguments of get_weather, characters 9–16"
            page._go_there.click()
            calls = await opened(app, pages.CALL)
            assert isinstance(calls, CallPage)
            await until(lambda: calls._raw.textCursor().selectedText() == '"Paris"}')
            assert calls._bar.tabText(calls._bar.currentIndex()) == "get_weather"
            page.table.selectRow(2)
            await until(lambda: current(app).tone is Tone.TEXT)
            assert page._brought.text() == "Text, characters 8–11"
            page.table.selectRow(9)
            await until(lambda: not page._go_there.isVisible())

    with raw_server([TALK]) as server:
        run_in_qt(work())


def test_what_an_event_brought_of_the_text_is_shown_in_the_replay(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            page = await opened(app, pages.EVENTS)
            assert isinstance(page, EventsPage)
            await until(lambda: page.model.rowCount() == 10)
            page.table.selectRow(1)
            await until(page._go_there.isVisible)
            page._go_there.click()
            replay = await opened(app, pages.REPLAY)
            assert isinstance(replay, ReplayPage)
            await until(lambda: replay.replay.position == 2)
            assert replay.replay.reply().choices[0].content == "Let me "

    with raw_server([TALK]) as server:
        run_in_qt(work())


def test_a_step_and_a_call_choose_the_event_they_began_with(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            tree, model = app.window.inspector.tree, app.window.inspector.model
            (text,) = [row for row in phases(app) if row.tone is Tone.TEXT]
            tree.choose(model.index_of(text.key))
            page = await opened(app, pages.EVENTS)
            assert isinstance(page, EventsPage)
            await until(lambda: chosen_event(page) == 1)
            assert current(app).key == text.key, "the partner does not choose back"
            second = [row for row in phases(app) if row.tone is Tone.ARGUMENTS][-1]
            tree.choose(model.index_of(second.key))
            calls = await opened(app, pages.CALL)
            assert isinstance(calls, CallPage)
            await until(lambda: calls._bar.tabText(calls._bar.currentIndex()) == "get_time")
            await opened(app, pages.EVENTS)
            await until(lambda: chosen_event(page) == 6)

    with raw_server([TALK]) as server:
        run_in_qt(work())


def test_a_character_of_the_arguments_leads_to_its_event(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            calls = await opened(app, pages.CALL)
            assert isinstance(calls, CallPage)
            await until(lambda: len(calls._items) == 2)
            calls._segments.choose("raw")
            calls._raw.mark(10, 12)
            calls._events.click()
            page = await opened(app, pages.EVENTS)
            assert isinstance(page, EventsPage)
            await until(lambda: chosen_event(page) == 5)
            page.filter.setText("content")
            await opened(app, pages.CALL)
            calls._raw.mark(0, 1)
            calls._events.click()
            await until(lambda: chosen_event(page) == 4)
            assert page.filter.text() == "", "what is sought is not filtered out"

    with raw_server([TALK]) as server:
        run_in_qt(work())


def test_an_answer_that_was_stopped_is_inspected_as_any_other(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            await ask(app)
            conversations, generation = app.services.conversations, app.services.generation
            stopped = await generation.send(shown, "And now?")
            await until(lambda: conversations.tree(shown).get(stopped).choice.content)
            generation.stop(shown)
            await generation.wait(shown)
            await app.profile.saver.flush()
            app.window.inspector.search.setText("status:stopped")
            await until(lambda: app.window.inspector.state.text() == "1")
            app.window.messages.inspect_requested.emit(stopped)
            await until(lambda: current(app).message_id == stopped)
            assert app.window.inspector.search.text() == "", "the search made room for it"
            assert not current(app).failed
            reply_page = await opened(app, pages.RESPONSE)
            assert isinstance(reply_page, ResponsePage)
            await until(lambda: reply_page._note.text().startswith("Stopped by you"))
            assert reply_page._note.property("role") == "muted"

    with raw_server([TALK], [reply(delta(content="Hm")), HOLD]) as server:
        run_in_qt(work())


def test_a_message_without_a_record_says_so(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.profile.preferences.set("record_exchanges", False)
            shown = app.conversation.shown
            assert shown is not None
            answer = await app.services.generation.send(shown, "Hi")
            await app.services.generation.wait(shown)
            app.window.messages.inspect_requested.emit(answer)
            await until(
                lambda: any(
                    "Nothing was recorded" in label.text()
                    for label in app.window.notices.findChildren(QLabel)
                )
            )

    with raw_server([TALK]) as server:
        run_in_qt(work())


def test_a_result_and_the_run_of_its_tool_are_partners(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            answer = await ask(app)
            result = Message(
                MessageId("result"), answer.conversation_id, answer.id, Role.TOOL,
                content="sunny", tool_call_id="c0",
            )  # fmt: skip
            await app.services.conversations.add((result,))
            app.services.exchanges.note(
                ToolRun(
                    StepId("result"), answer.conversation_id, answer.id, "c0", "get_weather",
                    answer.created_at + 9, ended_at=answer.created_at + 10, result="sunny",
                    outcome=StepOutcome.DONE, size=5,
                )
            )  # fmt: skip
            model = app.window.inspector.model
            await until(lambda: model.index_of_result(result.id).isValid())
            app.window.messages.message_chosen.emit(result.id)
            await until(lambda: current(app).kind is RowKind.STEP)
            app.window.inspector.tree.choose(model.index_of_message(answer.id))
            assert app.window.messages.focused_message() == answer.id
            app.window.inspector.tree.choose(model.index_of_result(result.id))
            assert app.window.messages.focused_message() == result.id
            calls = await opened(app, pages.CALL)
            assert isinstance(calls, CallPage)
            await until(lambda: "≈ 2 tokens" in calls._result._title.text())
            app.window.messages.inspect_requested.emit(result.id)
            assert current(app).key == result.id

    with raw_server([TALK]) as server:
        run_in_qt(work())


def _is_known(app: App, key: str) -> bool:
    return app.window.inspector.model.index_of(key).isValid()


def _shows_result(calls: CallPage, result: str) -> bool:
    return calls._result.body._body == result


def test_a_call_that_is_looked_at_shows_its_result_when_it_comes(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            answer = await ask(app)
            calls = await opened(app, pages.CALL)
            assert isinstance(calls, CallPage)
            await until(lambda: "c0" in calls._facts.text())
            assert calls._result.isHidden()
            await until(lambda: "offered no tool of this name" in calls._verdict.text())
            elsewhere, run = MessageId("earlier"), ToolRun(
                StepId("r"), answer.conversation_id, answer.id, "c0", "get_weather",
                answer.created_at + 1, ended_at=answer.created_at + 2, result="sunny",
                outcome=StepOutcome.DONE,
            )  # fmt: skip
            app.services.exchanges.note(replace(run, id=StepId("q"), message_id=elsewhere))
            app.services.exchanges.note(run)
            await until(lambda: not calls._result.isHidden())
            assert calls._result.body._body == "sunny"
            other = replace(run, id=StepId("s"), message_id=elsewhere, result="the call before")
            app.services.exchanges.note(other)
            await until(lambda: _is_known(app, "s"))
            assert calls._result.body._body == "sunny", "ids are used again by many servers"

    with raw_server([TALK]) as server:
        run_in_qt(work())


def test_a_step_of_one_of_several_calls_stays_chosen_while_its_call_is_shown(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            answer = await ask(app)
            for call in ("c0", "c1"):
                run = ToolRun(
                    StepId(call), answer.conversation_id, answer.id, call, "get_weather",
                    answer.created_at + 9, ended_at=answer.created_at + 10, result=call,
                    outcome=StepOutcome.DONE,
                )  # fmt: skip
                app.services.exchanges.note(run)
            model = app.window.inspector.model
            calls = await opened(app, pages.CALL)
            assert isinstance(calls, CallPage)
            for call in ("c0", "c1", "c0"):
                await until(partial(_is_known, app, call))
                app.window.inspector.tree.choose(model.index_of(call))
                await until(partial(_shows_result, calls, call))
                assert current(app).key == call

    with raw_server([TALK]) as server:
        run_in_qt(work())


def test_the_newest_turn_is_followed_unless_an_earlier_one_is_looked_at(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            first = await ask(app)
            await until(lambda: current(app).message_id == first.id)
            second = await ask(app)
            await until(lambda: current(app).message_id == second.id)
            model = app.window.inspector.model
            app.window.inspector.tree.choose(model.index_of_message(first.id))
            await ask(app)
            await until(lambda: model.rowCount() == 3)
            assert current(app).message_id == first.id

    with raw_server([TALK], [TALK], [TALK]) as server:
        run_in_qt(work())


def test_another_conversation_is_not_shown_with_the_pages_of_the_one_before(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            answer = await ask(app)
            await until(lambda: current(app).message_id == answer.id)
            detail = app.window.inspector.findChild(Detail)
            assert isinstance(detail, Detail)
            assert detail._tabs.isEnabled()
            app.conversation.new()
            await app.conversation.wait_until_loaded()
            assert not detail._tabs.isEnabled()
            assert app.window.inspector.model.rowCount() == 0
            app.conversation.show(answer.conversation_id)
            await until(lambda: app.window.inspector.model.rowCount() == 1)
            assert current(app).message_id == answer.id
            await until(detail._tabs.isEnabled)

    with raw_server([TALK]) as server:
        run_in_qt(work())


def test_a_stream_with_a_flaw_is_opened_at_it(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            page = await opened(app, pages.EVENTS)
            assert isinstance(page, EventsPage)
            await until(lambda: chosen_event(page) == 1)
            assert "passed over" in page._note.text()
            assert current(app).kind is RowKind.REQUEST, "nobody has chosen the event"
            await ask(app)
            await until(lambda: page.model.rowCount() == 10)
            assert chosen_event(page) == -1

    flawed = reply(
        delta(content="Hel") + b"data: oops\n\n" + delta(content="lo")
        + b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n'
    )  # fmt: skip
    with raw_server([flawed], [TALK]) as server:
        run_in_qt(work())
