"""Backups from the window: making one, looking into one, and going back."""

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QListWidget, QMessageBox, QPushButton

from chatapp import opening
from chatapp.app import App
from chatapp.store import backup
from chatapp.store.paths import ProfilePaths
from chatapp.ui.backups.dialog import BackupDialog
from tests.conftest import RunInQt
from tests.support.everything import all_conversations
from tests.support.open_app import open_app
from tests.support.waiting import until


async def dialog_of(app: App) -> BackupDialog:
    app.window.action("backups").trigger()
    found = app.window.findChild(BackupDialog)
    assert isinstance(found, BackupDialog)
    await until(found.isVisible)
    return found


def press(dialog: BackupDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


async def answer(app: App, words: str) -> None:
    await until(lambda: app.window.findChild(QMessageBox))
    box = app.window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    next(b for b in box.buttons() if b.text() == words).click()


def test_going_back_to_a_backup_opens_what_was_in_it(run_in_qt: RunInQt, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    paths = ProfilePaths(profile, profile / "logs")

    async def first() -> None:
        async with open_app(profile) as app:
            app.window.composer.setPlainText("before")
            app.conversation.keep_draft()
            dialog = await dialog_of(app)
            press(dialog, "makeBackup")
            files = dialog.findChild(QListWidget, "backupList")
            assert isinstance(files, QListWidget)
            await until(lambda: files.count() == 1 and dialog.state.text() == "Copied.")
            app.window.composer.setPlainText("after")
            app.conversation.keep_draft()
            files.setCurrentRow(0)
            press(dialog, "restoreBackup")
            await answer(app, "Restore")
            await until(lambda: app.restore is not None)
            copy = app.restore
        assert await opening.went_back(paths, copy)
        assert len(backup.listed(paths)) >= 2

    async def second() -> None:
        async with open_app(profile) as app:
            drafts = [c.draft for c in await all_conversations(app.services.conversations)]
            assert drafts == ["before"]

    run_in_qt(first())
    run_in_qt(second())


def test_a_file_that_is_no_backup_is_said_and_nothing_happens(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path / "profile") as app:
            other = tmp_path / "photo.sqlite3"
            other.write_bytes(b"no database")
            dialog = await dialog_of(app)
            dialog.restore_requested.emit(other)
            await until(lambda: "photo.sqlite3" in dialog.state.text())
            assert app.restore is None
            dialog.close()
            assert not await opening.went_back(app.profile.paths, None)

    run_in_qt(work())


def test_a_copy_is_saved_where_the_person_wants_it(run_in_qt: RunInQt, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QFileDialog

    async def work() -> None:
        async with open_app(tmp_path / "profile") as app:
            dialog = await dialog_of(app)
            press(dialog, "saveCopy")
            chooser = dialog.findChild(QFileDialog, "backupTarget")
            assert isinstance(chooser, QFileDialog)
            target = tmp_path / "mine.sqlite3"
            chooser.fileSelected.emit(str(target))
            chooser.close()
            await until(lambda: dialog.state.text() == "Saved as mine.sqlite3.")
            assert await asyncio.to_thread(backup.contents, target) is not None
            dialog.close()

    run_in_qt(work())
