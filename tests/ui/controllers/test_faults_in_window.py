"""What goes wrong on the wire is said in the real window, in words, with a way out."""

from pathlib import Path

from chatapp.app import App
from chatapp.domain.messages import MessageStatus
from chatapp.ui.conversation.wishes import WishKind
from tests.conftest import RunInQt
from tests.services.test_faults import BEFORE
from tests.support.answers import statuses
from tests.support.open_app import open_app
from tests.support.raw_server import HOLD, Script, raw_server
from tests.support.waiting import until

QUICK = {
    name: script
    for name, script in BEFORE.items()
    if HOLD not in script and not any(callable(step) for step in script)
}
"""The faults of a server that nobody has to wait for."""


def last_words(app: App) -> str:
    layout = app.window.messages.stage.transcript.layout(1)
    for index in range(len(layout.parts)):
        layout.prepare(index)
    return "\n".join(part.text() for part in layout.parts)


async def fail(app: App, words: str) -> None:
    """Send a message and wait for its failure; it is said in both places, with buttons."""
    app.window.action("newConversation").trigger()
    await until(lambda: app.window.messages.property("messageCount") == 0)
    app.window.composer.setPlainText(words)
    app.window.action("send").trigger()
    await until(lambda: statuses(app) == [MessageStatus.FAILED], within_s=30)
    line, view = app.window.status_line, app.window.messages
    await until(lambda: line.role == "problem" and len(line.words.split()) > 2)
    await until(lambda: view.property("messageCount") == 2)
    assert line.words.split(".")[0] in " ".join(last_words(app).split()), words
    offered = {area.wish.kind for _, area, _ in view.stage.screen.areas(1)}
    assert offered & {WishKind.WAY_OUT, WishKind.RETRY}, words
    shown = app.conversation.shown
    assert shown is not None
    assert app.services.conversations.path(shown)[0].text == words


def test_each_fault_of_a_server_is_said_with_a_way_out(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            for name in QUICK:
                await fail(app, name)

    scripts: list[Script] = list(QUICK.values())
    with raw_server(*scripts) as server:
        run_in_qt(work())


def test_a_server_that_cannot_be_reached_is_named(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(url: str, named: str) -> None:
        async with open_app(tmp_path / named, base_url=url, model="m") as app:
            await fail(app, url)
            assert named in app.window.status_line.words

    run_in_qt(work("http://127.0.0.1:9/v1", "127.0.0.1:9"))
    run_in_qt(work("http://no-such-host.invalid/v1", "no-such-host.invalid"))
