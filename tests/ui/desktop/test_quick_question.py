"""The quick question: asked and read in a small window, kept as any conversation."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.conftest import RunInQt
from tests.support.everything import all_conversations
from tests.support.open_app import open_app
from tests.support.raw_server import HOLD, raw_server, reply
from tests.support.waiting import until

EVENT = b'data: {"choices":[{"index":0,"delta":{"content":"%s"}}]}\n\n'
END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'


def test_a_question_is_answered_there_and_goes_on_in_the_window(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.action("quickQuestion").trigger()
            assert app._quick is not None
            small = app._quick.window
            QTest.keyClicks(small.composer, "How high is Fuji?")
            QTest.keyClick(small.composer, Qt.Key.Key_Return)
            await until(lambda: small.answer.property("messageCount") == 2)
            await until(lambda: not app.services.generation.running)
            assert small.composer.toPlainText() == ""
            small.opened.emit()
            await app.conversation.wait_until_loaded()
            await until(lambda: app.window.messages.property("messageCount") == 2)
            assert app._quick is None

    with raw_server([reply(EVENT % b"3776 m" + END)]) as server:
        run_in_qt(work())
    assert b"How high is Fuji?" in server.requests[0]


def test_closing_the_small_window_stops_nothing(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.action("quickQuestion").trigger()
            assert app._quick is not None
            small = app._quick.window
            QTest.keyClicks(small.composer, "Take your time")
            QTest.keyClick(small.composer, Qt.Key.Key_Return)
            await until(lambda: bool(server.requests))
            QTest.keyClick(small.composer, Qt.Key.Key_Escape)
            assert not small.isVisible()
            assert app.services.generation.running == 1
            titles = [c.title for c in await all_conversations(app.services.conversations)]
            assert "Take your time" in titles

    with raw_server([reply(EVENT % b"Well"), HOLD]) as server:
        run_in_qt(work())


def test_the_small_windows_parts_do_not_take_the_names_of_the_main_ones(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            app.ask_quickly()
            for name in ("composer", "messageView", "statusMessage"):
                assert len(app.window.findChildren(object, name)) == 1  # type: ignore[type-var]

    run_in_qt(work())
