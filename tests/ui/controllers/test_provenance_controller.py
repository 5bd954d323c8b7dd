"""Layers, limits and an answer's settings in the whole window."""

import json
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from chatapp.app import App
from chatapp.domain.messages import MessageStatus
from chatapp.domain.parameter_layers import Layer, Setting
from chatapp.domain.presets import BUILT_IN
from chatapp.ui.parameters.answer_settings import AnswerSettings
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import RawServer, raw_server, reply
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
REFUSED = reply(
    b'{"error":{"message":"temperature is not supported","param":"temperature"}}',
    "400 Bad Request",
)


async def ask(app: App, status: MessageStatus = MessageStatus.COMPLETE) -> str:
    """Send through the window; return the id of the answer when it has ended."""
    app.window.composer.setPlainText("Hi")
    app.window.action("send").trigger()
    shown = app.conversation.shown
    assert shown is not None
    conversations = app.services.conversations
    await until(lambda: any(m.status is status for m in conversations.path(shown)[1:]))
    return conversations.path(shown)[-1].id


def layer(app: App, name: str = "temperature") -> Layer | None:
    shown = app.conversation.shown
    assert shown is not None
    return app.services.generation.next.parameters(shown).fields[name].layer


def test_layers_are_set_where_the_row_asks(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            fields = app.window.panel.fields
            shown = app.conversation.shown
            assert shown is not None
            app.services.conversations.use_preset(shown, BUILT_IN[0])
            for where in (Layer.ENDPOINT, Layer.CONVERSATION, Layer.MESSAGE):
                fields.layer_changed.emit("temperature", where, Setting(0.5))
            for where in (Layer.MESSAGE, Layer.CONVERSATION, Layer.PRESET, Layer.ENDPOINT):
                assert layer(app) is where
                fields.layer_changed.emit("temperature", where, None)
            assert layer(app) is None
            undo = [b for b in app.window.notices.findChildren(QPushButton) if b.text() == "Undo"]
            undo[-1].click()
            assert layer(app) is Layer.ENDPOINT

    with raw_server() as server:
        run_in_qt(work(server))


def test_a_refused_field_is_sent_without_from_the_message(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.panel.fields.setting_changed.emit("temperature", Setting(0.5))
            failed = await ask(app, MessageStatus.FAILED)
            app.window.messages.way_out_requested.emit(failed, "SEND_WITHOUT")
            await until(lambda: len(server.requests) == 2)
            shown = app.conversation.shown
            assert shown is not None
            path = app.services.conversations.path
            await until(lambda: path(shown)[-1].status is MessageStatus.COMPLETE)
            learned = app.window.findChild(QWidget, "learnedLimits")
            assert learned is not None
            assert not learned.isHidden()
            forget = app.window.findChild(QPushButton, "forgetLearned")
            assert isinstance(forget, QPushButton)
            forget.click()
            assert learned.isHidden()
        assert "temperature" not in server.body(1)

    with raw_server([REFUSED], [HELLO]) as server:
        run_in_qt(work(server))


def test_a_field_is_left_out_and_sent_again_from_its_row(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            fields = app.window.panel.fields
            fields.setting_changed.emit("seed", Setting(5))
            shown = app.conversation.shown
            assert shown is not None
            coming = app.services.generation.next
            for left_out in (True, False):
                fields.limit_changed.emit("seed", left_out)
                assert ("seed" not in coming.body(shown)) is left_out

    with raw_server() as server:
        run_in_qt(work(server))


def test_the_settings_of_an_answer_come_back_with_one_click(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            fields = app.window.panel.fields
            fields.setting_changed.emit("temperature", Setting(0.25))
            answer = await ask(app)
            fields.setting_changed.emit("temperature", Setting(1.5))
            fields.setting_changed.emit("seed", Setting(1))
            shown = app.conversation.shown
            assert shown is not None
            app.window.messages.settings_requested.emit(answer)
            dialog = app.window.findChild(AnswerSettings)
            assert isinstance(dialog, AnswerSettings)
            restore = dialog.findChild(QPushButton, "restoreAll")
            assert isinstance(restore, QPushButton)
            restore.click()
            body = app.services.generation.next.body(shown)
            assert (body["temperature"], "seed" in body) == (0.25, False)
            assert not restore.isEnabled(), "nothing differs any more"
            undo = [b for b in app.window.notices.findChildren(QPushButton) if b.text() == "Undo"]
            undo[-1].click()
            assert app.services.generation.next.body(shown)["temperature"] == 1.5
            app.window.action("newConversation").trigger()
            await app.conversation.wait_until_loaded()
            app.services.conversations.set_parameter(
                app.conversation.shown or shown, "seed", Setting(2)
            )
            await until(lambda: app.window.findChild(AnswerSettings) is None)
        assert json.loads(json.dumps(server.body(0)))["temperature"] == 0.25

    with raw_server([HELLO]) as server:
        run_in_qt(work(server))
