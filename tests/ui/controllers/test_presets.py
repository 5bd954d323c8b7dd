"""Presets and the pad in the whole window: used, saved, renamed, deleted, kept."""

from pathlib import Path

from PySide6.QtWidgets import QInputDialog, QPushButton

from chatapp.app import App
from chatapp.domain.parameter_layers import Layer, Setting
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until


def body(app: App) -> dict[str, object]:
    shown = app.conversation.shown
    assert shown is not None
    return dict(app.services.generation.next.body(shown))


async def name_it(app: App, name: str, *, accept: bool = True) -> None:
    """Answer the question for a name."""
    await until(lambda: app.window.findChildren(QInputDialog))
    (dialog,) = app.window.findChildren(QInputDialog)
    dialog.setTextValue(name)
    dialog.accept() if accept else dialog.reject()
    await until(lambda: not app.window.findChildren(QInputDialog))


def test_the_pad_sets_what_the_conversation_sends(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            section = app.window.panel.pad
            section.moved.emit(0.25, None)
            assert (body(app)["temperature"], "top_p" in body(app)) == (0.25, False)
            section.moved.emit(None, 0.0)
            assert body(app)["top_p"] == 0.0
            assert section.pad.point == (0.25, 0.0)
            fields = app.window.panel.fields
            fields.layer_changed.emit("temperature", Layer.MESSAGE, Setting(1.0))
            section.moved.emit(1.5, None)
            assert body(app)["temperature"] == 1.5

    run_in_qt(work())


def test_a_preset_is_used_saved_renamed_and_deleted(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            section = app.window.panel.pad
            section.preset_wanted.emit("Creative")
            assert body(app)["temperature"] == 1.2
            app.window.panel.fields.setting_changed.emit("seed", Setting(3))
            section.save_requested.emit()
            await name_it(app, "  Mine ")
            section.preset_wanted.emit("")
            assert ("temperature" in body(app), "seed" in body(app)) == (False, False)
            section.preset_wanted.emit("Mine")
            assert (body(app)["temperature"], body(app)["seed"]) == (1.2, 3)
            section.rename_requested.emit("Mine")
            await name_it(app, "Ours")
        async with open_app(tmp_path) as app:
            section = app.window.panel.pad
            section.preset_wanted.emit("Ours")
            assert body(app)["seed"] == 3
            section.delete_requested.emit("Ours")
            section.preset_wanted.emit("")
            section.preset_wanted.emit("Ours")
            assert "seed" not in body(app)
            undo = [b for b in app.window.notices.findChildren(QPushButton) if b.text() == "Undo"]
            undo[-1].click()

            def comes_back() -> bool:
                section.preset_wanted.emit("Ours")
                return body(app).get("seed") == 3

            await until(comes_back)

    run_in_qt(work())


def test_a_name_of_ours_or_none_saves_nothing(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            section = app.window.panel.pad
            section.moved.emit(0.25, None)
            for name, accept in (("Precise", True), (" ", True), ("Mine", False)):
                section.save_requested.emit()
                await name_it(app, name, accept=accept)
            assert app.profile.preferences.get("presets") == ()
            assert "built-in preset" in app.window.status_line.words

    run_in_qt(work())
