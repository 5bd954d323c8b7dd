"""Prompts and personas in the whole window."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton

from chatapp.app import App
from chatapp.domain.messages import Role
from chatapp.ui.prompts.library_dialog import LibraryDialog
from chatapp.ui.prompts.variables_dialog import VariablesDialog
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until


def in_app(run_in_qt: RunInQt, folder: Path, work: Callable[[App], Awaitable[None]]) -> None:
    async def run() -> None:
        async with open_app(folder, base_url="http://127.0.0.1:9", model="m") as app:
            await work(app)

    run_in_qt(run())


def persona_menu(app: App) -> QMenu:
    menu = app.parts.writing.prompts._menu
    menu.aboutToShow.emit()
    return menu


def test_a_prompt_goes_into_the_composer_filled(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App) -> None:
        app.services.writing.prompts.add_prompt("tr", "Into {{language}}:\n{{clipboard}}{{date}}")
        composer = app.window.composer
        composer.setPlainText("Before\n")
        composer.moveCursor(composer.textCursor().MoveOperation.End)
        QTest.keyClicks(composer, "/t")
        QTest.keyClick(composer, Qt.Key.Key_Return)
        await until(lambda: app.window.findChild(VariablesDialog) is not None)
        dialog = app.window.findChild(VariablesDialog)
        assert dialog is not None
        editor = dialog.findChild(QPlainTextEdit)
        assert editor is not None
        editor.setPlainText("Japanese")
        dialog.accept()
        await until(lambda: "Japanese" in composer.toPlainText())
        assert composer.toPlainText().startswith("Before\nInto Japanese:\n")
        assert "{{" not in composer.toPlainText()

    in_app(run_in_qt, tmp_path, work)


def test_a_prompt_without_places_asks_nothing_and_one_that_is_given_up_inserts_nothing(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(app: App) -> None:
        plain = app.services.writing.prompts.add_prompt("plain", "Explain.")
        asking = app.services.writing.prompts.add_prompt("asking", "{{a}}")
        composer = app.window.composer
        app.parts.writing.prompts._completion.prompt_chosen.emit(plain.id)
        await until(lambda: composer.toPlainText() == "Explain.")
        app.parts.writing.prompts._completion.prompt_chosen.emit(asking.id)
        await until(lambda: app.window.findChild(VariablesDialog) is not None)
        dialog = app.window.findChild(VariablesDialog)
        assert dialog is not None
        dialog.reject()
        await until(lambda: app.window.findChild(VariablesDialog) is None)
        assert composer.toPlainText() == "Explain."

    in_app(run_in_qt, tmp_path, work)


def test_a_chat_is_saved_as_a_persona_and_another_set_up_by_it(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(app: App) -> None:
        conversations, shown = app.services.conversations, app.conversation.shown
        assert shown is not None
        conversations.set_system(shown, "Be kind.", Role.SYSTEM)
        app.window.action("savePersona").trigger()
        dialog = app.window.findChild(LibraryDialog)
        assert dialog is not None
        assert dialog.tabs.currentWidget() is dialog.personas
        dialog.personas.name.setText("Kind one")
        dialog.personas.name.editingFinished.emit()
        dialog.accept()
        conversations.set_system(shown, "", Role.SYSTEM)
        first = persona_menu(app).actions()[0]
        assert first.text() == "Kind one"
        first.trigger()
        assert conversations.get(shown).system_text == "Be kind."
        notice = app.window.notices._notices["persona"]
        undo = notice.findChild(QPushButton)
        assert undo is not None
        undo.click()
        assert conversations.get(shown).system_text == ""

    in_app(run_in_qt, tmp_path, work)


def test_the_library_adds_edits_and_removes(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App) -> None:
        prompts = app.services.writing.prompts
        app.window.action("promptLibrary").trigger()
        dialog = app.window.findChild(LibraryDialog)
        assert dialog is not None
        dialog.prompts.add_requested.emit()
        dialog.prompts.name.setText("Fix it")
        dialog.prompts.name.editingFinished.emit()
        dialog.prompts.text.setPlainText("Fix: {{text}}")
        assert [(p.name, p.text) for p in prompts.prompts] == [("fix-it", "Fix: {{text}}")]
        assert dialog.prompts.list.item(0).text() == "fix-it"
        dialog.prompts.remove_requested.emit(prompts.prompts[0].id)
        assert prompts.prompts == []
        undo = app.window.notices._notices["prompt"].findChild(QPushButton)
        assert undo is not None
        undo.click()
        assert [p.name for p in prompts.prompts] == ["fix-it"]
        dialog.accept()

    in_app(run_in_qt, tmp_path, work)
