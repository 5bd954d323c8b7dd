"""The question before quitting when something could not be saved."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


async def may_lose(parent: QWidget) -> bool:
    """Ask whether to quit although text would be lost; the safe answer is the default one."""
    from chatapp.ui.dialogs import confirm

    say = QCoreApplication.translate
    return await confirm(
        parent,
        say("Quit", "Some text could not be saved: the disk is full or cannot be written to."),
        say("Quit", "Make room and try again, or quit and lose it."),
        say("Quit", "Quit and lose it"),
    )
