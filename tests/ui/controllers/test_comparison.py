"""Side by side in the whole window: sent to every column, kept, closed."""

import json
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from chatapp.app import App
from chatapp.domain.changes import Change, PathChanged
from chatapp.domain.messages import ConversationId, MessageStatus
from chatapp.domain.parameter_layers import Setting
from chatapp.ui.comparison.view import ComparisonView
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import RawServer, raw_server, reply
from tests.support.waiting import until


def answer(words: str) -> bytes:
    choice = {"message": {"content": words}, "finish_reason": "stop"}
    return reply(json.dumps({"choices": [choice]}).encode())


def shown_in(app: App) -> ConversationId:
    shown = app.conversation.shown
    assert shown is not None
    return shown


def view_of(app: App) -> ComparisonView:
    found = app.window.findChild(ComparisonView)
    assert isinstance(found, ComparisonView)
    return found


def button(app: App, name: str) -> QPushButton:
    found = app.window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def undo_buttons(app: App) -> list[QPushButton]:
    return [b for b in app.window.notices.findChildren(QPushButton) if b.text() == "Undo"]


async def compared(app: App) -> ComparisonView:
    """Compare two temperatures of one model; return when both have answered."""
    app.window.action("compare").trigger()
    view = view_of(app)
    view.columns[1]._on_setting("temperature", Setting(1.5))
    app.window.composer.setPlainText("Why?")
    app.window.action("send").trigger()
    shown = shown_in(app)
    await until(lambda: app.services.generation.is_running(shown))
    await until(lambda: not app.services.generation.is_running(shown))
    await until(lambda: not button(app, "comparisonKeep2").isHidden())
    return view


def test_a_message_goes_to_every_column_and_one_answer_is_kept(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            view = await compared(app)
            assert app.window.messages.isHidden()
            assert not app.window.composer.toPlainText()
            assert [c.view.property("messageCount") for c in view.columns] == [2, 2]
            shown = shown_in(app)
            conversations = app.services.conversations
            first = conversations.path(shown)[-1].id
            both = conversations.tree(shown).siblings(first)
            assert len(both) == 2
            button(app, "comparisonKeep2").click()
            await until(lambda: conversations.tree(shown).siblings(both[1]) == [both[1]])
            assert not app.window.messages.isHidden()
            assert conversations.path(shown)[-1].id == both[1]
            assert not app.window.action("compare").isChecked()
            await until(lambda: undo_buttons(app))
            undo_buttons(app)[-1].click()
            await until(lambda: len(conversations.tree(shown).siblings(both[1])) == 2)
        temperatures = [server.body(n).get("temperature") for n in (0, 1)]
        assert set(temperatures) == {None, 1.5}

    with raw_server([answer("one")], [answer("two")]) as server:
        run_in_qt(work(server))


def test_closing_keeps_all_answers_as_branches(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await compared(app)
            button(app, "comparisonKeepAll").click()
            shown = shown_in(app)
            leaf = app.services.conversations.path(shown)[-1].id
            assert len(app.services.conversations.tree(shown).siblings(leaf)) == 2
            assert app.window.messages.property("messageCount") == 2
            await until(lambda: app.window.findChild(ComparisonView) is None)

    with raw_server([answer("one")], [answer("two")]) as server:
        run_in_qt(work(server))


def test_a_comparison_closed_while_its_message_leaves_is_answered_all_the_same(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.action("compare").trigger()
            app.window.composer.setPlainText("Why?")
            app.window.action("send").trigger()
            shown = shown_in(app)
            conversations = app.services.conversations

            def close_at_once(_: Change) -> None:
                if app.window.action("compare").isChecked():
                    app.window.action("compare").trigger()

            app.profile.publisher.subscribe(close_at_once, PathChanged)
            await until(lambda: len(server.requests) == 2)
            await until(lambda: not app.services.generation.is_running(shown))
            leaf = conversations.path(shown)[-1]
            assert len(conversations.tree(shown).siblings(leaf.id)) == 2

    with raw_server([answer("one")], [answer("two")]) as server:
        run_in_qt(work(server))


def test_one_column_is_stopped_and_the_other_goes_on(run_in_qt: RunInQt, tmp_path: Path) -> None:
    go_on = threading.Event()

    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.action("compare").trigger()
            app.window.composer.setPlainText("Why?")
            app.window.action("send").trigger()
            await until(lambda: len(server.requests) == 2)
            button(app, "comparisonStop1").click()
            shown = shown_in(app)
            await until(lambda: len(app.services.generation.running_in(shown)) == 1)
            go_on.set()
            await until(lambda: not app.services.generation.is_running(shown))
            tree = app.services.conversations.tree(shown)
            leaf = app.services.conversations.path(shown)[-1].id
            found = [tree.get(i).status for i in tree.siblings(leaf)]
            assert found == [MessageStatus.STOPPED, MessageStatus.COMPLETE]

    with raw_server([go_on, answer("one")], [go_on, answer("two")]) as server:
        run_in_qt(work(server))


def test_looking_elsewhere_or_going_on_with_one_answer_ends_it(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            await compared(app)
            question = app.services.conversations.path(shown_in(app))[0].id
            app.services.conversations.show_leaf(shown_in(app), question)
            assert not app.window.action("compare").isChecked()
            app.window.action("compare").trigger()
            assert app.window.messages.isHidden()
            app.window.action("newConversation").trigger()
            await app.conversation.wait_until_loaded()
            assert not app.window.action("compare").isChecked()
            assert not app.window.messages.isHidden()

    with raw_server([answer("one")], [answer("two")]) as server:
        run_in_qt(work(server))


@pytest.mark.model
def test_the_offline_model_answers_beside_itself(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path, offline=True) as app:
            fields = app.window.panel.fields
            fields.setting_changed.emit("max_tokens", Setting(12))
            app.window.action("compare").trigger()
            view = view_of(app)
            for column, temperature in zip(view.columns, (0.0, 0.0), strict=True):
                column._on_setting("temperature", Setting(temperature))
            view.columns[1]._on_setting("max_tokens", Setting(6))
            app.window.composer.setPlainText("Say one sentence.")
            app.window.action("send").trigger()
            shown = shown_in(app)
            path = app.services.conversations.path
            await until(lambda: len(path(shown)) == 2, within_s=60)
            await until(lambda: not app.services.generation.is_running(shown), within_s=90)
            tree = app.services.conversations.tree(shown)
            both = [tree.get(i) for i in tree.siblings(path(shown)[-1].id)]
            assert [m.status for m in both] == [MessageStatus.COMPLETE] * 2
            assert both[0].text.startswith(both[1].text)
            assert len(both[0].text) > len(both[1].text) > 0

    run_in_qt(work())
