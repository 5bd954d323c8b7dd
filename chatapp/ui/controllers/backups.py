"""Backups from the window; going back to one closes everything and opens it anew."""

import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from chatapp.domain.errors import ChatAppError
from chatapp.services.backups import BackupService
from chatapp.services.tasks import TaskScope
from chatapp.ui.backups.dialog import BackupDialog
from chatapp.ui.dialogs import confirm
from chatapp.ui.translation import translated

SUFFIX = ".sqlite3"


def _say(words: str) -> str:
    return QCoreApplication.translate("Backups", words)


class BackupController(QObject):
    """``go_back`` restarts the app with another database in place of this one."""

    def __init__(
        self,
        window: QWidget,
        backups: BackupService,
        tasks: TaskScope,
        go_back: Callable[[Path], None],
    ) -> None:
        super().__init__(window)
        self._backups = backups
        self._tasks = tasks
        self._go_back = go_back
        self._dialog = dialog = BackupDialog(window)
        dialog.make_requested.connect(lambda: self._start(self._make(), "backup"))
        dialog.save_requested.connect(self._choose_target)
        dialog.file_requested.connect(self._choose_file)
        dialog.restore_requested.connect(self.restore)

    def open(self) -> None:
        """Show the copies that there are."""
        self._dialog.open()
        self._start(self._list(), "list backups")

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        self._tasks.start(self._said(work), name=name)

    async def _said(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ChatAppError as error:
            self._dialog.set_busy("")
            self._dialog.state.setText(translated(error.message))

    async def _list(self) -> None:
        self._dialog.show_files(await self._backups.list())

    async def _make(self) -> None:
        self._dialog.set_busy(_say("Copying…"))
        made = await self._backups.make()
        self._dialog.set_busy("")
        await self._list()
        no_room = _say("Not copied: it would take more than a fifth of the free disk.")
        self._dialog.state.setText(_say("Copied.") if made else no_room)

    def _choose_target(self) -> None:
        chooser = QFileDialog(self._dialog, _say("Save a copy"))
        chooser.setObjectName("backupTarget")
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilters([_say("Backups") + f" (*{SUFFIX})"])
        chooser.setDefaultSuffix(SUFFIX)
        chooser.selectFile(f"chatapp-{time.strftime('%Y-%m-%d')}{SUFFIX}")
        chooser.fileSelected.connect(lambda path: self._start(self._save(Path(path)), "save copy"))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    async def _save(self, target: Path) -> None:
        self._dialog.set_busy(_say("Copying…"))
        sound = await self._backups.save_copy(target)
        self._dialog.set_busy("")
        words = _say("Saved as {name}.") if sound else _say("{name} could not be written.")
        self._dialog.state.setText(words.format(name=target.name))

    def _choose_file(self) -> None:
        chooser = QFileDialog(self._dialog, _say("Restore from a file"))
        chooser.setObjectName("backupSource")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([_say("Backups") + f" (*{SUFFIX})", "* (*)"])
        chooser.fileSelected.connect(lambda path: self.restore(Path(path)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def restore(self, path: Path) -> None:
        """Look into a copy, and go back to it if the person is sure."""
        self._start(self._restore(path), "restore")

    async def _restore(self, path: Path) -> None:
        self._dialog.set_busy(_say("Looking into the copy…"))
        contents = await self._backups.contents(path)
        self._dialog.set_busy("")
        if contents is None:
            words = _say("{name} is damaged, of a newer version, or no backup of this app.")
            self._dialog.state.setText(words.format(name=path.name))
            return
        changed = QDateTime.fromSecsSinceEpoch(int(contents.changed_at))
        hint = _say(
            "It holds {conversations} conversations with {messages} messages, last changed {when}. "
            "What is here now becomes the newest backup, and the window opens anew."
        ).format(
            conversations=QLocale().toString(contents.conversations),
            messages=QLocale().toString(contents.messages),
            when=QLocale().toString(changed, QLocale.FormatType.ShortFormat),
        )
        words = _say("Go back to this backup?")
        if await confirm(self._dialog, words, hint, _say("Restore")):
            self._dialog.close()
            self._go_back(path)
