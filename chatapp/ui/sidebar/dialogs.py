"""Small questions of the list: a folder's name, the tags of conversations."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.library import LONGEST_FOLDER_NAME, clean_tags
from chatapp.ui.dialogs import ask
from chatapp.ui.fonts import scaled


class LineDialog(QDialog):
    """Asks for one line of text; an empty one can be refused."""

    def __init__(self, parent: QWidget, name: str, title: str, label: str, text: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(340))
        words = QLabel(label, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self.line = QLineEdit(text, self)
        self.line.setObjectName(f"{name}Line")
        self.line.setAccessibleName(label)
        self.line.selectAll()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(words)
        layout.addWidget(self.line)
        layout.addSpacing(4)
        layout.addWidget(self._buttons)

    def require_text(self) -> None:
        """Let an empty line be no answer."""
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.line.text().strip()))
        self.line.textChanged.connect(lambda text: ok.setEnabled(bool(text.strip())))


async def ask_folder_name(parent: QWidget) -> str:
    """Ask for the name of a new folder; empty if there is to be none."""
    tr = QCoreApplication.translate
    dialog = LineDialog(
        parent, "folderName", tr("Sidebar", "New folder"), tr("Sidebar", "Name of the folder:")
    )
    dialog.line.setMaxLength(LONGEST_FOLDER_NAME)
    dialog.require_text()
    accepted = await ask(dialog) == QDialog.DialogCode.Accepted
    return dialog.line.text().strip() if accepted else ""


async def ask_tags(
    parent: QWidget, tags: Sequence[str], known: Sequence[str]
) -> tuple[str, ...] | None:
    """Ask for tags; nothing if they are to stay as they are."""
    tr = QCoreApplication.translate
    dialog = LineDialog(
        parent,
        "tags",
        tr("Sidebar", "Tags"),
        tr("Sidebar", "Tags, separated by commas:"),
        ", ".join(tags),
    )
    completer = QCompleter(list(known), dialog)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    dialog.line.setCompleter(completer)
    if known:
        dialog.line.setPlaceholderText(", ".join(known[:4]))
    accepted = await ask(dialog) == QDialog.DialogCode.Accepted
    return clean_tags(dialog.line.text().split(",")) if accepted else None
