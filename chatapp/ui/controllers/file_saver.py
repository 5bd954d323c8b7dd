"""Asks where a file is to be saved, then writes it on a thread."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from chatapp.domain.errors import ChatAppError
from chatapp.services.files import write_file
from chatapp.services.tasks import TaskScope
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated


class FileSaver:
    """Files are written and never opened. The dialog asks before it takes the name of a file
    that is there."""

    def __init__(self, window: MainWindow, tasks: TaskScope) -> None:
        self._window = window
        self._tasks = tasks

    def ask(self, title: str, name: str, content: Callable[[], bytes]) -> None:
        """Let the person choose where to save; ``content`` is called on a thread, and may raise
        ``ChatAppError``."""
        chooser = QFileDialog(self._window, title)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(name)
        chooser.fileSelected.connect(
            lambda path: self._tasks.wish(lambda: self.save(Path(path), content), name="save file")
        )
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    async def save(self, path: Path, content: Callable[[], bytes]) -> None:
        """Write a file; say so if that fails."""
        try:
            await write_file(path, await asyncio.to_thread(content))
        except ChatAppError as error:
            self._window.status_line.show_words(translated(error.message), role="problem")
