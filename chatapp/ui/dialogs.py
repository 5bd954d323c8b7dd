"""Dialogs that do not stop the loop: their answer is awaited."""

import asyncio

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget


async def ask(dialog: QDialog) -> int:
    """Show a dialog and return its result, while everything else goes on."""
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def on_finished(result: int) -> None:
        if not answer.done():
            answer.set_result(result)

    dialog.finished.connect(on_finished)
    dialog.open()
    try:
        return await answer
    finally:
        dialog.close()
        dialog.deleteLater()


def message_box(
    parent: QWidget | None, words: str, hint: str = "", detail: str = ""
) -> QMessageBox:
    """Return a box with plain words; nothing in them is taken for markup."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(QCoreApplication.translate("Dialog", "Chat"))
    box.setText(words)
    box.setInformativeText(hint)
    if detail:
        box.setDetailedText(detail)
    return box


async def confirm(parent: QWidget | None, words: str, hint: str, button: str) -> bool:
    """Ask whether to go on; the safe answer is the default one."""
    box = message_box(parent, words, hint)
    yes = box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(no)
    await ask(box)
    return box.clickedButton() is yes
