"""What a first run offers: the built-in model where there is one, an endpoint where not."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QToolButton

from chatapp.app import App
from chatapp.engine import model_file
from chatapp.ui.conversation.empty_page import EmptyPage
from chatapp.ui.preferences.dialog import SettingsDialog
from tests.conftest import RunInQt
from tests.support.answers import statuses
from tests.support.open_app import open_app
from tests.support.waiting import until


def offered(app: App) -> list[str]:
    page = app.window.messages.findChild(EmptyPage)
    assert isinstance(page, EmptyPage)
    return [b.text() for b in page.findChildren(QPushButton) if b.isVisibleTo(page) and b.text()]


def test_a_first_run_offers_the_built_in_model(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            await until(lambda: "Use the offline model" in offered(app))
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: "no endpoint" in app.window.status_line.words)
            assert app.window.composer.toPlainText() == "hi"

    run_in_qt(work())


@pytest.mark.parametrize("missing", ["_ENGINE_PACKAGE", "_MODEL_PACKAGE"])
def test_without_engine_or_model_it_offers_an_endpoint_instead(
    run_in_qt: RunInQt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    monkeypatch.setattr(model_file, missing, "no_such_package")

    async def work() -> None:
        async with open_app(tmp_path) as app:
            await until(lambda: "Add an endpoint…" in offered(app))
            assert "Use the offline model" not in offered(app)

    run_in_qt(work())


def test_an_engine_that_is_not_installed_says_how_it_would_be(
    run_in_qt: RunInQt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_file, "_ENGINE_PACKAGE", "no_such_package")

    async def work() -> None:
        async with open_app(tmp_path, offline=True) as app:
            app.window.composer.setPlainText("hi")
            app.window.action("send").trigger()
            await until(lambda: [str(s) for s in statuses(app)] == ["failed"])
            await until(lambda: "not installed" in app.window.status_line.words)

    run_in_qt(work())


def test_adding_the_first_endpoint_leads_to_its_key_and_back_to_the_composer(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path) as app:
            await until(lambda: "Add an endpoint…" in offered(app))
            page = app.window.messages.findChild(EmptyPage)
            assert isinstance(page, EmptyPage)
            page.action_requested.emit("settings")
            dialog = app.window.findChild(SettingsDialog)
            assert isinstance(dialog, SettingsDialog)
            tools = [b for b in dialog.findChildren(QToolButton) if not b.menu() and b.toolTip()]
            names = {"Duplicate", "Move up", "Move down", "Remove"}
            assert {b.toolTip() for b in tools if not b.isEnabled()} == names
            (add,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Add an endpoint"]
            menu = add.menu()
            assert isinstance(menu, QMenu)
            assert add.isVisibleTo(dialog)
            entry = {a.text(): a for a in menu.actions()}
            entry["OpenAI"].trigger()
            assert not add.isVisibleTo(dialog)
            assert {b.toolTip() for b in tools if b.isEnabled()} >= names
            focused = dialog.focusWidget()
            assert isinstance(focused, QLineEdit)
            assert focused.placeholderText() == "Paste a key"
            entry["Custom"].trigger()
            assert dialog.focusWidget() is dialog.form.base_url
            dialog.close()
            assert app.window.focusWidget() is app.window.composer

    run_in_qt(work())
