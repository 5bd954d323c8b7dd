"""The preview follows the shown conversation, also where that is deleted meanwhile."""

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from chatapp.ui.controllers.request import RequestController
from tests.conftest import RunInQt
from tests.support.open_app import open_app
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
