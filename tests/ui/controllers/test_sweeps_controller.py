"""A sweep in the whole window: planned, run, compared, used, continued, written to a file."""

import json
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QPlainTextEdit, QPushButton, QTextEdit

from chatapp.app import App
from chatapp.domain.sweeps import SweepState
from chatapp.ui.sweeps.window import SweepWindow
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import RawServer, raw_server, reply
from tests.support.waiting import until


def answer(words: str) -> bytes:
    choice = {"message": {"content": words}, "finish_reason": "stop"}
    return reply(json.dumps({"choices": [choice]}).encode())


def dialog_of(app: App) -> SweepWindow:
    found = app.window.findChild(SweepWindow)
    assert isinstance(found, SweepWindow)
    return found


def button(dialog: SweepWindow, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


async def swept(app: App) -> SweepWindow:
    """Run a sweep of two cells through the window; return when it is done and measured."""
    app.window.composer.setPlainText("Why?")
    app.window.action("sweep").trigger()
    dialog = dialog_of(app)
    for number, values in ((1, "0, 1"), (2, "1")):
        text = dialog.findChild(QPlainTextEdit, f"sweepValues{number}")
        assert isinstance(text, QPlainTextEdit)
        text.setPlainText(values)
    repeats = dialog.setup.plan().repeats
    assert repeats == 3
    button(dialog, "sweepStart").click()
    shown = app.conversation.shown
    assert shown is not None
    sweeps = app.services.sweeps
    await until(
        lambda: sweeps.of(shown) and sweeps.of(shown)[0].state is SweepState.DONE, within_s=30
    )
    await until(lambda: dialog.results.model.measures(1).get("words") is not None)
    return dialog


def test_a_sweep_is_planned_run_compared_and_used(run_in_qt: RunInQt, tmp_path: Path) -> None:
    target = tmp_path / "sweep.json"

    async def work(server: RawServer) -> None:
        async with open_app(tmp_path / "p", base_url=server.url, model="m") as app:
            dialog = await swept(app)
            text = dialog.findChild(QTextEdit, "sweepText")
            assert isinstance(text, QTextEdit)
            dialog.results.choose([0, 1])
            await until(lambda: "Because" in text.toPlainText())
            dialog.results.choose([1])
            assert text.toPlainText() == "Because"
            button(dialog, "sweepReference").click()
            await until(lambda: dialog.results.model.reference == 1)
            button(dialog, "sweepUse").click()
            shown = app.conversation.shown
            assert shown is not None
            body = app.services.generation.next.body(shown)
            assert (body["temperature"], body["top_p"]) == (1, 1)
            button(dialog, "sweepContinue").click()
            path = app.services.conversations.path
            await until(lambda: [m.text for m in path(shown)] == ["Why?", "Because"])
            await until(lambda: not app.window.composer.toPlainText())
            button(dialog, "sweepJson").click()
            (chooser,) = dialog.findChildren(QFileDialog)
            chooser.fileSelected.emit(str(target))
            chooser.done(0)
            await until(target.exists)
            measures = app.window.panel.pad.findChild(QComboBox, "padMeasure")
            assert isinstance(measures, QComboBox)
            await until(lambda: not measures.isHidden())
            button(dialog, "sweepDelete").click()
            await until(lambda: app.services.sweeps.of(shown) == [])
            await until(measures.isHidden)
            app.window.action("undoDelete").trigger()
            await until(lambda: len(app.services.sweeps.of(shown)) == 1)
            await until(lambda: not measures.isHidden())

    with raw_server(*[[answer("Because")]] * 6) as server:
        run_in_qt(work(server))
    assert len(json.loads(target.read_text(encoding="utf-8"))["cells"]) == 2


def test_without_a_question_nothing_can_be_started(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            app.window.panel.pad.sweep_requested.emit()
            dialog = dialog_of(app)
            assert not button(dialog, "sweepStart").isEnabled()
            dialog.close()
            await until(lambda: app.window.findChild(SweepWindow) is None)
            app.window.composer.setPlainText("Why?")
            app.window.action("sweep").trigger()
            assert button(dialog_of(app), "sweepStart").isEnabled()

    with raw_server() as server:
        run_in_qt(work(server))


def test_prices_are_kept_for_the_model(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(server: RawServer) -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            from chatapp.domain.prices import Price

            app.window.composer.setPlainText("Why?")
            app.window.action("sweep").trigger()
            setup = dialog_of(app).setup
            setup.show_price(Price(1, 2))
            await swept(app)
            assert app.profile.preferences.get("prices") == {"m": [1.0, 2.0]}

    with raw_server(*[[answer("Because")]] * 6) as server:
        run_in_qt(work(server))
