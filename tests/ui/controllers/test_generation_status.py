"""The status line says what is going on, and its buttons act on that."""

from pathlib import Path

from chatapp.domain.generation import Phase
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
REFUSED = reply(b'{"error":{"message":"No such key"}}', "401 Unauthorized")
BUSY = reply(b'{"error":{"message":"busy"}}', "503 Busy", "Retry-After: 30")


def test_a_countdown_is_shown_until_its_button_ends_it(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown, line = app.conversation.shown, app.window.status_line
            assert shown is not None
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: "Trying again in" in line.words)
            assert app.services.generation.status(shown).phase is Phase.RETRY_WAIT
            line.button_pressed.emit(0)
            await until(lambda: not app.services.generation.is_running(shown))
            assert [m.text for m in app.services.conversations.path(shown)] == ["hi", "Hello"]
            assert line.words == ""

    with raw_server([BUSY], [HELLO]) as server:
        run_in_qt(work())


def test_why_the_last_answer_failed_is_said_until_something_else_is_there(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown, line = app.conversation.shown, app.window.status_line
            assert shown is not None
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: "did not accept the key" in line.words)
            assert "No such key" in line.words
            assert line.role == "problem"
            app.window.action("newConversation").trigger()
            await until(lambda: line.words == "")
            app.conversation.show(shown)
            await until(lambda: "did not accept the key" in line.words)
            (question, failed) = app.services.conversations.path(shown)
            app.services.conversations.show_leaf(shown, question.id)
            await until(lambda: line.words == "")
            app.services.conversations.show_leaf(shown, failed.id)
            await until(lambda: "did not accept the key" in line.words)
            await app.services.generation.retry(shown, failed.id)
            await until(lambda: app.services.conversations.path(shown)[-1].text == "Hello")
            await until(lambda: line.words == "")

    with raw_server([REFUSED], [HELLO]) as server:
        run_in_qt(work())
