"""Editing what was sent, in the whole window: a new version, or nothing at all."""

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from chatapp.app import App
from chatapp.domain.messages import Message, Role
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')


def path(app: App) -> list[Message]:
    assert app.conversation.shown is not None
    return app.services.conversations.path(app.conversation.shown)


async def say(app: App, words: str, messages: int) -> None:
    app.window.composer.setPlainText(words)
    QTest.keyClick(app.window.composer, Qt.Key.Key_Return)
    await until(lambda: len(path(app)) == messages and not path(app)[-1].status.is_running)


async def begin_to_edit(app: App, draft: str) -> None:
    await say(app, "Frist", 2)
    await say(app, "Second", 4)
    app.window.composer.setPlainText(draft)
    app.window.messages.edit_requested.emit(path(app)[0].id)


def test_an_edited_message_is_a_new_version_and_the_draft_comes_back(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await begin_to_edit(app, "a draft")
            composer = app.window.composer
            assert composer.toPlainText() == "Frist"
            assert app.window.edit_bar.isVisible()
            old = path(app)
            assert len(old) == 4  # nothing has changed yet
            await say(app, "First", 2)
            new = path(app)
            assert new[0].content == "First"
            shown = app.conversation.shown
            assert shown is not None
            tree = app.services.conversations.tree(shown)
            assert tree.siblings(new[0].id) == [old[0].id, new[0].id]
            assert server.body(2)["messages"] == [{"role": "user", "content": "First"}]
            await until(lambda: composer.toPlainText() == "a draft")
            assert app.window.edit_bar.isHidden()

    with raw_server([HELLO], [HELLO], [HELLO]) as server:
        run_in_qt(work())


def test_an_edit_that_is_given_up_changes_nothing(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            for give_up in ("key", "button", "elsewhere"):
                if give_up == "key":
                    await begin_to_edit(app, "a draft")
                else:
                    app.window.messages.edit_requested.emit(path(app)[0].id)
                QTest.keyClicks(app.window.composer, " more")
                first = app.conversation.shown
                assert first is not None
                if give_up == "key":
                    QTest.keyClick(app.window.composer, Qt.Key.Key_Escape)
                elif give_up == "button":
                    button = app.window.findChild(QPushButton, "cancelEdit")
                    assert isinstance(button, QPushButton)
                    button.click()
                else:
                    app.conversation.new()
                    await app.conversation.wait_until_loaded()
                    assert app.window.composer.toPlainText() == ""
                    app.conversation.show(first)
                    await app.conversation.wait_until_loaded()
                assert app.window.composer.toPlainText() == "a draft"
                assert app.window.edit_bar.isHidden()
                assert [m.content for m in path(app) if m.role is Role.USER] == ["Frist", "Second"]

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())


def test_the_preview_shows_the_edited_message_in_its_place(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await begin_to_edit(app, "")
            QTest.keyClicks(app.window.composer, "!")
            preview = app.window.findChild(QPlainTextEdit, "requestPreview")
            assert isinstance(preview, QPlainTextEdit)
            wanted = [{"role": "user", "content": "Frist!"}]
            await until(lambda: json.loads(preview.toPlainText() or "{}").get("messages") == wanted)

    with raw_server([HELLO], [HELLO]) as server:
        run_in_qt(work())


def test_a_very_long_request_is_shown_in_part_and_copied_whole(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    long = "word " * 40_000

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.composer.setPlainText(long)
            preview = app.window.findChild(QPlainTextEdit, "requestPreview")
            assert isinstance(preview, QPlainTextEdit)
            await until(lambda: "word" in preview.toPlainText())
            assert len(preview.toPlainText()) < 10_000
            app.window.panel.preview_copied.emit()
            await until(lambda: long.strip() in QGuiApplication.clipboard().text())
            copied = json.loads(QGuiApplication.clipboard().text())
            assert copied["messages"][0]["content"].strip() == long.strip()

    with raw_server() as server:
        run_in_qt(work())
