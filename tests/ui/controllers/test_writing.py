"""Writing in the whole window: waiting messages, earlier ones, quotes, tokens, spelling."""

import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from chatapp.app import App
from chatapp.domain.language_models import LanguageModel
from chatapp.domain.messages import Message
from chatapp.ui.conversation.queue_list import QueueList
from chatapp.ui.conversation.selection import END, Place
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import RawServer, Script, raw_server, reply
from tests.support.waiting import until

HELLO = reply(
    b'{"choices":[{"message":{"content":"Hello there"},"finish_reason":"stop"}],'
    b'"usage":{"prompt_tokens":900,"completion_tokens":100}}'
)


def in_app(
    run_in_qt: RunInQt,
    folder: Path,
    work: Callable[[App, RawServer], Awaitable[None]],
    *scripts: Script,
) -> None:
    async def run() -> None:
        with raw_server(*scripts) as server:
            async with open_app(folder, base_url=server.url, model="m") as app:
                await work(app, server)

    run_in_qt(run())


def path(app: App) -> list[Message]:
    assert app.conversation.shown is not None
    return app.services.conversations.path(app.conversation.shown)


def send(app: App, words: str) -> None:
    app.window.composer.setPlainText(words)
    app.window.composer.request_send()


async def answered(app: App, count: int) -> None:
    await until(lambda: len(path(app)) == count and not path(app)[-1].status.is_running)


def test_enter_while_an_answer_is_made_lets_the_message_wait(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    go_on = threading.Event()

    async def work(app: App, server: RawServer) -> None:
        send(app, "one")
        await until(lambda: len(server.requests) == 1)
        send(app, "two")
        send(app, "three")
        queue = app.window.findChild(QueueList)
        assert queue is not None
        assert app.window.composer.toPlainText() == ""
        assert len(queue._labels) == 2
        queue.edit_requested.emit(0)
        assert app.window.composer.toPlainText() == "two"
        queue.remove_requested.emit(0)
        assert queue.isHidden()
        app.window.composer.request_send()
        go_on.set()
        await answered(app, 4)
        assert [m.content for m in path(app)[::2]] == ["one", "two"]
        assert queue.isHidden()

    in_app(run_in_qt, tmp_path, work, [go_on, HELLO], [HELLO])


def test_the_arrow_keys_bring_back_what_was_sent(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App, server: RawServer) -> None:
        send(app, "first line\nsecond line")
        await answered(app, 2)
        composer = app.window.composer
        await until(lambda: composer.toPlainText() == "")
        QTest.keyClick(composer, Qt.Key.Key_Up)
        assert composer.toPlainText() == "first line\nsecond line"
        QTest.keyClick(composer, Qt.Key.Key_Down)
        assert composer.toPlainText() == ""
        QTest.keyClicks(composer, "draft")
        QTest.keyClick(composer, Qt.Key.Key_Up)
        assert composer.toPlainText() == "draft"

    in_app(run_in_qt, tmp_path, work, [HELLO])


def test_a_selection_is_quoted_into_the_composer(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App, server: RawServer) -> None:
        app.window.action("quoteSelection").trigger()
        assert "Select some words" in app.window.status_line.words
        send(app, "Hi")
        await answered(app, 2)
        view = app.window.messages
        view.refresh()
        view.stage.selection.select(Place(1, 1, 0), Place(1, 1, END))
        assert view.selected_text() == "Hello there"
        app.window.composer.setPlainText("You said:")
        app.window.composer.moveCursor(app.window.composer.textCursor().MoveOperation.End)
        app.window.action("quoteSelection").trigger()
        assert app.window.composer.toPlainText() == "You said:\n> Hello there\n\n"

    in_app(run_in_qt, tmp_path, work, [HELLO])


def test_the_meter_counts_what_the_endpoint_counted_and_the_draft(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(app: App, server: RawServer) -> None:
        meter = app.window.writing.meter
        send(app, "Hi")
        await answered(app, 2)
        await until(lambda: meter.text() == "≈ 1000 tokens")
        app.window.composer.setPlainText("x" * 400)
        await until(lambda: meter.text() == "≈ 1100 tokens")
        endpoint = app.services.endpoints.all()[0]
        model = LanguageModel("m", context_length=1050)
        app.services.endpoints._models[endpoint.id] = (model,)
        app.window.composer.insertPlainText("!")
        await until(lambda: meter.text() == "≈ 1101 / 1050")
        assert meter.property("role") == "note"
        assert "more than the model can read" in meter.toolTip()

    in_app(run_in_qt, tmp_path, work, [HELLO])


@pytest.mark.enchant
def test_misspelled_words_are_marked_unless_one_does_not_want_it(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(app: App, server: RawServer) -> None:
        composer = app.window.composer
        composer.setPlainText("I beleive you, ")
        await until(lambda: len(composer.extraSelections()) == 1)
        app.profile.preferences.set("spell_check", value=False)
        composer.marks.check()
        await until(lambda: composer.extraSelections() == [])
        app.profile.preferences.set("spell_check", value=True)
        composer.marks.learn_requested.emit("beleive")
        await until(lambda: "beleive" in str(app.profile.preferences.get("spelling_words")))
        composer.marks.check()
        assert composer.extraSelections() == []

    in_app(run_in_qt, tmp_path, work)
