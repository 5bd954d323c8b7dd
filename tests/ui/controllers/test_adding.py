"""Adding messages of every role in the whole window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from chatapp.app import App
from chatapp.ui.message_dialog import MessageDialog
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import HOLD, raw_server, reply
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')


def dialog_of(app: App) -> MessageDialog:
    app.window.action("addMessage").trigger()
    found = app.window.findChild(MessageDialog)
    assert isinstance(found, MessageDialog)
    return found


def named(dialog: QWidget, name: str) -> QWidget:
    (found,) = [
        w
        for w in dialog.findChildren(QWidget)
        if w.accessibleName() == name and isinstance(w, (QPlainTextEdit, QLineEdit, QComboBox))
    ]
    return found


def button(dialog: QWidget) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Add")


async def add(app: App, role: str, words: str, **more: str) -> None:
    before = app.window.messages.property("messageCount")
    dialog = dialog_of(app)
    choice = named(dialog, "Role")
    assert isinstance(choice, QComboBox)
    choice.setCurrentText(role)
    for name, typed in {"Text": words, **more}.items():
        assert named(dialog, name.replace("_", " ")).isVisible()
        QTest.keyClicks(named(dialog, name.replace("_", " ")), typed)
    button(dialog).click()
    await until(lambda: app.window.messages.property("messageCount") == before + 1)
    await until(lambda: app.window.findChild(MessageDialog) is None)


def test_messages_of_all_roles_are_added_and_sent_with_the_next_request(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await add(app, "system", "Be brief", Name="boss")
            await add(app, "user", "Weather?")
            calls = '[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]'
            await add(app, "assistant", "", Tool_calls=calls)
            await add(app, "tool", "sunny", Answers_tool_call="c1")
            assert server.requests == []
            app.window.action("regenerate").trigger()
            await until(lambda: app.window.messages.property("messageCount") == 5)
            await until(lambda: not app.window.messages.property("streaming"))
            sent = server.body(0)["messages"]
            assert [m["role"] for m in sent] == ["system", "user", "assistant", "tool"]
            assert sent[0]["name"] == "boss"
            assert sent[3] == {"role": "tool", "tool_call_id": "c1", "content": "sunny"}

    with raw_server([HELLO]) as server:
        run_in_qt(work())


def test_what_cannot_be_added_is_said_and_esc_adds_nothing(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            dialog = dialog_of(app)
            assert not button(dialog).isEnabled()
            QTest.keyClicks(named(dialog, "Text"), "hi")
            assert button(dialog).isEnabled()
            QTest.keyClicks(named(dialog, "Name"), "a b")
            assert not button(dialog).isEnabled()
            assert any("letters, digits" in w.text() for w in dialog.findChildren(QLabel))
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            await until(lambda: app.window.findChild(MessageDialog) is None)
            assert app.window.messages.property("messageCount") == 0

    run_in_qt(work())


def test_nothing_is_added_while_an_answer_arrives(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: bool(server.requests))
            app.window.action("addMessage").trigger()
            assert app.window.findChild(MessageDialog) is None
            assert "Wait" in app.window.status_line.words
            app.window.action("stop").trigger()
            await until(lambda: app.window.action("send").isEnabled())

    with raw_server([HOLD]) as server:
        run_in_qt(work())
