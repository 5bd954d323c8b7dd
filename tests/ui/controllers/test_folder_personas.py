"""New conversations in folders, set up by the folder's persona."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QMenu

from chatapp.app import App
from chatapp.domain.library import Folder, ListQuery, Place
from chatapp.domain.messages import Role
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.waiting import until


def in_folder(
    run_in_qt: RunInQt, path: Path, work: Callable[[App, Folder], Awaitable[None]]
) -> None:
    async def run() -> None:
        async with open_app(path, base_url="http://127.0.0.1:9", model="m") as app:
            folder = await app.services.library.create_folder("Work & more")
            await work(app, folder)

    run_in_qt(run())


def folder_menu(app: App) -> QMenu | None:
    menu = app.parts.writing.prompts._menu
    menu.aboutToShow.emit()
    return next((m for a in menu.actions() if isinstance(m := a.menu(), QMenu)), None)


def test_a_new_conversation_begins_in_the_listed_folder_with_its_persona(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work(app: App, folder: Folder) -> None:
        conversations, prompts = app.services.conversations, app.services.writing.prompts
        first = app.conversation.shown
        assert first is not None
        conversations.set_system(first, "Be brief.", Role.SYSTEM)
        persona = prompts.persona_from(first, "Brief & kind")
        assert folder_menu(app) is None
        app.window.composer.setPlainText("kept")
        app.list_desk.sidebar.show_place(ListQuery(Place.FOLDER, folder.id))
        await until(lambda: app.window.sidebar.model.query.key == folder.id)
        app.window.action("newConversation").trigger()
        second = app.conversation.shown
        assert second is not None
        assert second != first
        assert conversations.get(second).folder_id == folder.id
        assert conversations.get(second).system_text == ""
        menu = folder_menu(app)
        assert menu is not None
        assert menu.title() == "New chats in “Work && more”"
        menu.actions()[1].trigger()
        assert prompts.folder_persona(folder.id) == persona
        conversations.change(replace(conversations.get(second), user_name="me"))
        assert conversations.get(second).system_text == "Be brief."
        again = folder_menu(app)
        assert again is not None
        assert [a.isChecked() for a in again.actions()] == [False, True]

    in_folder(run_in_qt, tmp_path, work)


def test_what_is_set_up_already_is_left_as_it_is(run_in_qt: RunInQt, tmp_path: Path) -> None:
    async def work(app: App, folder: Folder) -> None:
        conversations, prompts = app.services.conversations, app.services.writing.prompts
        shown = app.conversation.shown
        assert shown is not None
        prompts.set_folder_persona(folder.id, prompts.persona_from(shown, "Plain"))
        conversations.set_system(shown, "My own words.", Role.SYSTEM)
        conversations.change(replace(conversations.get(shown), folder_id=folder.id))
        assert conversations.get(shown).system_text == "My own words."

    in_folder(run_in_qt, tmp_path, work)
