"""The app beyond its window: told when an answer is ready, and living on in the tray."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from chatapp.ui.controllers.desktop import shortened
from chatapp.ui.desktop.tray import Tray
from tests.conftest import RunInQt
from tests.support.notification_server import notification_server, private_bus
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until

EVENT = b'data: {"choices":[{"index":0,"delta":{"content":"%s"}}]}\n\n'
END = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'


@pytest.mark.parametrize("on", [True, False])
def test_an_answer_behind_other_windows_is_told_and_choosing_it_shows_it(
    run_in_qt: RunInQt, tmp_path: Path, on: bool
) -> None:
    async def work() -> None:
        async with (
            notification_server() as notified,
            open_app(tmp_path, base_url=server.url, model="m") as app,
        ):
            app.profile.preferences.set("notify", on)
            app.window.hide()
            await until(lambda: QApplication.activeWindow() is None)
            asked = app.conversation.shown
            assert asked is not None
            await app.services.generation.send(asked, "Ready?")
            await app.services.generation.wait(asked)
            if not on:
                assert app.parts.desktop._speaking is None
                return
            await notified.wait_for(1)
            assert notified.shown[0][3:5] == ("Ready?", "Here it is.")
            app.conversation.new()
            await notified.choose(1)
            await until(lambda: app.conversation.shown == asked)
            assert app.window.isVisible()

    with private_bus(), raw_server([reply(EVENT % b"Here it is." + END)]) as server:
        run_in_qt(work())


def test_closing_the_window_leaves_the_app_in_the_tray_if_that_is_wanted(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            quits: list[bool] = []
            app.window.close_requested.connect(lambda: quits.append(True))
            app.window.hides_on_close = True
            app.window.close()
            assert app.window.isHidden()
            assert quits == []
            app.window.to_front()
            app.window.hides_on_close = False
            app.window.close()
            assert quits == [True]

    run_in_qt(work())


def test_the_trays_menu_states_wishes(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            tray, wishes = Tray(app.window), list[str]()
            tray.window_requested.connect(lambda: wishes.append("window"))
            tray.quick_question_requested.connect(lambda: wishes.append("question"))
            tray.new_requested.connect(lambda: wishes.append("new"))
            tray.quit_requested.connect(lambda: wishes.append("quit"))
            for action in tray._menu.actions():
                action.trigger()
            assert wishes == ["window", "question", "new", "quit"]
            tray.set_answering(2)
            assert "2" in tray._icon.toolTip()

    run_in_qt(work())


def test_a_long_answer_is_told_by_its_beginning() -> None:
    assert shortened("a\n\nb  c") == "a b c"
    assert shortened("word " * 100).endswith("…")
    assert len(shortened("x" * 1000)) == 160
