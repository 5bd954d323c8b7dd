"""What is in the composer is sent once it is whole, and only then."""

import json
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from chatapp.app import App
from chatapp.domain.messages import MessageStatus
from tests.conftest import RunInQt
from tests.support.answers import statuses
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')


def compose(app: App, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(app.window.composer, event)


def test_enter_belongs_to_the_input_method_while_it_composes(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            composer = app.window.composer
            compose(app, "にほん")
            QTest.keyClick(composer, Qt.Key.Key_Return)
            app.window.action("send").trigger()
            compose(app, "", "日本")
            assert composer.toPlainText() == "日本"
            assert server.requests == []
            QTest.keyClick(composer, Qt.Key.Key_Return)
            await until(lambda: statuses(app) == [MessageStatus.COMPLETE])
            body = json.loads(server.requests[0].split(b"\r\n\r\n", 1)[1])
            assert body["messages"] == [{"role": "user", "content": "日本"}]

    with raw_server([HELLO]) as server:
        run_in_qt(work())
