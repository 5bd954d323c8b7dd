"""What can be done with a recorded request: copied, exported, sent again, deleted."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QMessageBox

from chatapp.app import App
from chatapp.domain.exchanges import Exchange
from chatapp.domain.har import FORMAT
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

HELLO = reply(
    b'data: {"choices":[{"index":0,"delta":{"content":"Hello"},"finish_reason":"stop"}]}\n\n'
    b"data: [DONE]\n\n"
)
MODELS = reply(b'{"data":[{"id":"m"}]}')


async def ask(app: App) -> None:
    shown = app.conversation.shown
    assert shown is not None
    await app.services.generation.send(shown, "Hi")
    await app.services.generation.wait(shown)


def exchanges(app: App) -> list[Exchange]:
    return app.services.exchanges.of(app.conversation.shown)


def said(app: App) -> str:
    return "\n".join(label.text() for label in app.window.notices.findChildren(QLabel))


@pytest.mark.parametrize(
    ("command", "beginning", "part"),
    [
        ("copyCurl", "curl ", "--data-raw"),
        ("copyHttpx", "import json", "httpx.stream"),
        ("copyOpenai", "import os", "chat.completions.create"),
        ("copyRawHttp", "POST /v1/chat/completions HTTP/1.1", '"role":"user"'),
    ],
)
def test_a_request_is_copied_in_four_forms(
    run_in_qt: RunInQt, tmp_path: Path, command: str, beginning: str, part: str
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            clipboard = QGuiApplication.clipboard()
            app.parts.inspector._command(command)
            await until(lambda: clipboard.text().startswith(beginning))
            assert part in clipboard.text()
            await until(lambda: "Copied" in said(app))

    with raw_server([HELLO]) as server:
        run_in_qt(work())


@pytest.mark.parametrize(
    ("command", "program", "is_identical"),
    [
        ("copyCurl", "sh", True),
        ("copyHttpx", sys.executable, True),
        ("copyOpenai", sys.executable, False),
    ],
)
def test_what_is_copied_of_a_real_request_sends_it_again_with_the_key(
    run_in_qt: RunInQt, tmp_path: Path, command: str, program: str, is_identical: bool
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown, words = app.conversation.shown, 'it\'s "quoted" $HOME `id` \\n 日本 \U0001f600'
            assert shown is not None
            await app.services.generation.send(shown, words)
            await app.services.generation.wait(shown)
            clipboard = QGuiApplication.clipboard()
            clipboard.clear()
            app.parts.inspector._command(command)
            await until(clipboard.text)
            await asyncio.to_thread(
                subprocess.run, [program], input=clipboard.text(), text=True, timeout=60,
                check=True, capture_output=True, cwd=tmp_path,
                env={**os.environ, "API_KEY": "sk-again-5", "NO_PROXY": "127.0.0.1"},
            )  # fmt: skip

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())
    assert len(server.requests) == 2
    first, again = (request.partition(b"\r\n\r\n") for request in server.requests)
    assert (again[2] == first[2]) or not is_identical
    assert server.body(1) == server.body(0)


def test_all_that_is_listed_is_exported_at_once(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            await ask(app)
            app.parts.inspector._command("exportAllHar")
            chooser = app.window.findChild(QFileDialog, "exportExchangesFile")
            assert chooser is not None
            chooser.fileSelected.emit(str(tmp_path / "all.har"))
            chooser.close()
            await until((tmp_path / "all.har").exists)
            await until(lambda: "Requests: 2" in said(app))

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())
    entries = json.loads((tmp_path / "all.har").read_text(encoding="utf-8"))["log"]["entries"]
    assert len(entries) == 2


def test_all_that_is_known_is_exported_and_a_folder_that_is_not_there_is_said(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    target = tmp_path / "all.json"

    async def work() -> None:
        async with open_app(tmp_path / "p", base_url=server.url, model="m") as app:
            await ask(app)
            for path in (target, tmp_path / "none" / "x.json"):
                app.parts.inspector._command("exportExchanges")
                chooser = app.window.findChildren(QFileDialog)[-1]
                chooser.fileSelected.emit(str(path))
                chooser.done(0)
                await until(lambda: "Exported to" in said(app) or "cannot be written" in said(app))
            await until(lambda: "cannot be written" in said(app))

    with raw_server([HELLO]) as server:
        run_in_qt(work())
    file = json.loads(target.read_text(encoding="utf-8"))
    assert file["format"] == FORMAT
    (exchange,) = file["exchanges"]
    assert exchange["response"]["text"].startswith("data: ")
    assert len(exchange["reads"]) >= 1


def test_everything_is_deleted_only_after_a_question(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def answer(app: App, role: QMessageBox.ButtonRole) -> None:
        app.parts.inspector._command("deleteAll")
        await until(lambda: app.window.findChildren(QMessageBox))
        box = app.window.findChildren(QMessageBox)[-1]
        next(b for b in box.buttons() if box.buttonRole(b) is role).click()
        await until(lambda: not box.isVisible())

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            await app.profile.saver.flush()
            await answer(app, QMessageBox.ButtonRole.RejectRole)
            assert len(exchanges(app)) == 1
            await answer(app, QMessageBox.ButtonRole.AcceptRole)
            await until(lambda: not exchanges(app))
            assert app.window.inspector.property("exchanges") == "[]"

    with raw_server([HELLO]) as server:
        run_in_qt(work())


def test_a_list_of_models_is_recorded_but_not_sent_again(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            endpoint = app.services.endpoints.all()[0]
            await app.services.endpoints.refresh_models(endpoint.id)
            (models,) = app.services.exchanges.of(None)
            assert models.status == 200
            assert app.window.inspector.property("exchanges") == "[]"
            commands = app.parts.inspector
            commands._found = [models]
            commands._command("resend")
            await until(lambda: "cannot be sent again" in said(app))

    with raw_server([MODELS]) as server:
        run_in_qt(work())


def test_the_menu_of_a_row_has_every_command(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await ask(app)
            app.window.action("toggleInspector").setChecked(True)
            commands = app.parts.inspector._commands
            assert commands is not None
            menu = QMenu(app.window)
            commands.fill(menu)
            words = [action.text() for action in menu.actions() if action.text()]
            assert len(words) == len(set(words)) == 11
            assert any("cURL" in word for word in words)
            assert any("HAR" in word for word in words)

    with raw_server([HELLO]) as server:
        run_in_qt(work())
