"""The preview follows the shown conversation, also where that is deleted meanwhile."""

import asyncio
import json
import threading
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from chatapp.domain.parameter_layers import Setting
from chatapp.ui.controllers.request import RequestController
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until


def test_a_conversation_deleted_before_its_preview_is_made_is_no_error(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url="http://127.0.0.1:9", model="m") as app:
            preview = app.window.findChild(QPlainTextEdit, "requestPreview")
            controller = app.window.findChild(RequestController)
            shown = app.conversation.shown
            assert isinstance(preview, QPlainTextEdit)
            assert controller is not None
            assert shown is not None
            app.window.composer.setPlainText("first")
            await until(lambda: '"first"' in preview.toPlainText())
            controller.make_preview()
            app.services.conversations.forget([shown])  # as deleting does, before the list knows
            await until(lambda: not any("preview" in t.get_name() for t in asyncio.all_tasks()))

    run_in_qt(work())


def test_the_preview_holds_an_answer_as_soon_as_it_has_ended(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            preview = app.window.findChild(QPlainTextEdit, "requestPreview")
            assert isinstance(preview, QPlainTextEdit)
            app.window.composer.setPlainText("Why?")
            app.window.action("send").trigger()
            await until(started.is_set)
            await until(lambda: '"Why?\\n\\n"' in preview.toPlainText())
            go_on.set()
            await until(lambda: '"Because."' in preview.toPlainText())
            roles = [m["role"] for m in json.loads(preview.toPlainText())["messages"]]
            assert roles == ["user", "assistant", "user"]

    started, go_on = threading.Event(), threading.Event()
    answer = reply(b'{"choices":[{"message":{"content":"Because."},"finish_reason":"stop"}]}')
    with raw_server([started.set, go_on, answer]) as server:
        run_in_qt(work())


def test_why_a_field_was_refused_is_no_longer_said_when_it_is_changed(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url="http://127.0.0.1:9", model="m") as app:
            line, fields = app.window.status_line, app.window.panel.fields
            fields.setting_changed.emit("n", Setting(0))
            app.window.composer.setPlainText("Why?")
            app.window.action("send").trigger()
            await until(lambda: line.role == "problem" and "cannot be sent" in line.words)
            fields.setting_changed.emit("n", Setting(1))
            assert line.words == ""

    run_in_qt(work())
