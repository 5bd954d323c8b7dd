"""Says when saving fails, and when it works again."""

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.changes import Change, StorageChanged
from chatapp.services.publishing import Publisher
from chatapp.ui.main_window import MainWindow


class StorageController(QObject):
    """Keeps a red banner while there is text that is not on disk."""

    def __init__(self, window: MainWindow, publisher: Publisher) -> None:
        super().__init__(window)
        self._window = window
        publisher.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        if not isinstance(change, StorageChanged):
            return
        if not change.problem:
            self._window.notices.remove("storage")
            return
        self._window.notices.show_notice(
            "storage",
            QCoreApplication.translate(
                "Storage", "Not saved yet: {problem} It is tried again every few seconds."
            ).format(problem=change.problem),
            role="problem",
        )
