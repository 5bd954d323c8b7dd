"""Says when saving fails or room gets scarce, and when all is well again."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from chatapp.domain.changes import Change, DiskSpaceChanged, StorageChanged
from chatapp.services.publishing import Publisher
from chatapp.ui.main_window import MainWindow


class StorageController(QObject):
    """Keeps a red banner while there is text that is not on disk, an amber one before that."""

    def __init__(self, window: MainWindow, publisher: Publisher) -> None:
        super().__init__(window)
        self._notices = window.notices
        publisher.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        match change:
            case StorageChanged(_, ""):
                self._notices.remove("storage")
            case StorageChanged(_, problem):
                self._notices.show_notice(
                    "storage",
                    QCoreApplication.translate(
                        "Storage", "Not saved yet: {problem} It is tried again every few seconds."
                    ).format(problem=problem),
                    role="problem",
                )
            case DiskSpaceChanged(free, is_low=True):
                self._notices.show_notice(
                    "disk space",
                    QCoreApplication.translate(
                        "Storage", "The disk is nearly full: {free} left. Make room soon."
                    ).format(free=QLocale().formattedDataSize(free)),
                    role="note",
                )
            case DiskSpaceChanged():
                self._notices.remove("disk space")
