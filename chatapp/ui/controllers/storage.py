"""Says when saving fails or room gets scarce, and when all is well again; opens the backups."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.changes import Change, DamageFound, DiskSpaceChanged, StorageChanged
from chatapp.domain.text import Text
from chatapp.qtmodels.quantities import size
from chatapp.services.backups import BackupService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

if TYPE_CHECKING:
    from chatapp.ui.controllers.backups import BackupController


class StorageController(QObject):
    """Keeps a red banner while there is text that is not on disk, an amber one before that.

    It opens the backups too; ``go_back`` restarts the app with one of them.
    """

    def __init__(
        self,
        window: MainWindow,
        backups: BackupService,
        publisher: Publisher,
        tasks: TaskScope,
        go_back: Callable[[Path], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._notices = window.notices
        self._service = backups
        self._tasks = tasks
        self._go_back = go_back
        self._backups: BackupController | None = None
        window.action("backups").triggered.connect(self._open_backups)
        publisher.subscribe(self._on_change, StorageChanged, DiskSpaceChanged, DamageFound)

    def _open_backups(self) -> None:
        if self._backups is None:
            from chatapp.ui.controllers.backups import BackupController

            self._backups = BackupController(
                self._window, self._service, self._tasks, self._go_back
            )
        self._backups.open()

    def _on_change(self, change: Change) -> None:
        match change:
            case StorageChanged(problem=None):
                self._notices.remove("storage")
                self._window.status_line.forget_refusal()
            case StorageChanged(problem=Text() as problem):
                self._notices.show_notice(
                    "storage",
                    QCoreApplication.translate(
                        "Storage", "Not saved yet: {problem} It is tried again every few seconds."
                    ).format(problem=translated(problem)),
                    role="problem",
                )
            case DiskSpaceChanged(free, is_low=True):
                self._notices.show_notice(
                    "disk space",
                    QCoreApplication.translate(
                        "Storage", "The disk is nearly full: {free} left. Make room soon."
                    ).format(free=size(free)),
                    role="note",
                )
            case DamageFound():
                self._notices.show_notice(
                    "damage",
                    QCoreApplication.translate(
                        "Storage", "The database is damaged. Restart the app to restore a backup."
                    ),
                    role="problem",
                )
            case DiskSpaceChanged():
                self._notices.remove("disk space")
                self._window.status_line.forget_refusal()
