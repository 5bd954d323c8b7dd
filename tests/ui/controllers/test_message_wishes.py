"""Retrying, regenerating and deleting in the whole window."""

from pathlib import Path

from chatapp.domain.messages import MessageStatus
from tests.conftest import RunInQt
from tests.support.answers import statuses
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
REFUSED = reply(b'{"error":{"message":"no such model"}}', "404 Not Found")
CUT = reply(b'data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n')


def test_a_failed_answer_without_words_gives_way_to_the_retry(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: statuses(app) == [MessageStatus.FAILED])
            failed = app.services.conversations.path(shown)[-1]
            app.window.messages.retry_requested.emit(failed.id)
            await until(lambda: statuses(app) == [MessageStatus.COMPLETE])
            tree = app.services.conversations.tree(shown)
            answer = app.services.conversations.path(shown)[-1]
            await until(lambda: len(tree.siblings(answer.id)) == 1)

    with raw_server([REFUSED], [HELLO]) as server:
        run_in_qt(work())


def test_an_answer_that_broke_off_stays_beside_its_retry(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: statuses(app) == [MessageStatus.FAILED])
            broken = app.services.conversations.path(shown)[-1]
            assert broken.text == "Hel"
            app.window.messages.retry_requested.emit(broken.id)
            await until(lambda: statuses(app) == [MessageStatus.COMPLETE])
            tree = app.services.conversations.tree(shown)
            assert len(tree.siblings(broken.id)) == 2

    with raw_server([CUT], [HELLO]) as server:
        run_in_qt(work())


def test_a_deleted_message_is_said_with_what_brings_it_back(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: statuses(app) == [MessageStatus.COMPLETE])
            app.window.action("regenerate").trigger()
            await until(lambda: len(server.requests) == 2)
            await app.services.generation.wait(shown)
            path, offers = app.services.conversations.path, []
            app.conversation.wishes.undoable.connect(lambda _, restore: offers.append(restore))
            app.window.messages.delete_requested.emit(path(shown)[0].id)
            await until(lambda: len(offers) == 1)
            assert path(shown) == []
            offers[0]()
            assert [m.text for m in path(shown)] == ["hi", "Hello"]

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())
