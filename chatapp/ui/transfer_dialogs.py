"""The dialogs of import and export: which files, which conversations, what came of it."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.text import QT_TRANSLATE_NOOP
from chatapp.transfer import PRINTED, SUFFIXES
from chatapp.ui.fonts import open_at, scaled

_KINDS = {
    ".json": QT_TRANSLATE_NOOP("Transfer", "Everything, to import again (JSON)"),
    ".md": QT_TRANSLATE_NOOP("Transfer", "The shown branch, to edit (Markdown)"),
    ".html": QT_TRANSLATE_NOOP("Transfer", "The shown branch, to read (web page)"),
    PRINTED: QT_TRANSLATE_NOOP("Transfer", "The shown branch, to print (PDF)"),
}


class Scope(StrEnum):
    """Which conversations are exported."""

    SHOWN = "shown"
    SELECTED = "selected"
    ALL = "all"


_NO_FILE_NAME = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\r\t\0', " "))


def _say(words: str) -> str:
    return QCoreApplication.translate("Transfer", words)


def import_chooser(parent: QWidget) -> QFileDialog:
    """Return the dialog that asks for files to import."""
    chooser = QFileDialog(parent, _say("Import conversations"))
    chooser.setObjectName("importFiles")
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
    chooser.setNameFilters([_say("Exported conversations") + " (*.json *.zip)", "* (*)"])
    return chooser


def export_chooser(parent: QWidget, title: str) -> QFileDialog:
    """Return the dialog that asks where to write; the kind chosen gives the suffix."""
    chooser = QFileDialog(parent, _say("Export conversations"))
    chooser.setObjectName("exportFile")
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    filters = {f"{_say(_KINDS[suffix])} (*{suffix})": suffix for suffix in (*SUFFIXES, PRINTED)}
    chooser.setNameFilters(list(filters))
    chooser.setDefaultSuffix(SUFFIXES[0])
    chooser.filterSelected.connect(lambda chosen: chooser.setDefaultSuffix(filters[chosen]))
    chooser.selectFile(" ".join(title.translate(_NO_FILE_NAME).split())[:80].strip(". "))
    return chooser


class ExportScopeDialog(QDialog):
    """Asks whether to export the shown conversation, the marked ones or all."""

    def __init__(self, parent: QWidget, *, shown: bool, selected: int) -> None:
        super().__init__(parent)
        self.setObjectName("exportScope")
        self.setWindowTitle(_say("Export conversations"))
        self.setMinimumWidth(scaled(360))
        self.choice = QComboBox(self)
        self.choice.setObjectName("exportChoice")
        if selected > 1:
            marked = _say("The {count} marked in the list").format(count=selected)
            self.choice.addItem(marked, Scope.SELECTED)
        if shown:
            self.choice.addItem(_say("The shown conversation"), Scope.SHOWN)
        self.choice.addItem(_say("All conversations"), Scope.ALL)
        label = QLabel(_say("What to export:"), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.choice)
        self.choice.setAccessibleName(label.text())
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_say("Choose a file…"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self.choice)
        layout.addWidget(buttons)

    @property
    def scope(self) -> Scope:
        """What is chosen."""
        return Scope(self.choice.currentData())


class ImportReportDialog(QDialog):
    """Says what was taken, and lists what was not and why."""

    def __init__(self, parent: QWidget, words: str, rows: Sequence[str]) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setWindowTitle(_say("Import conversations"))
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        summary = QLabel(words, self)
        summary.setObjectName("importSummary")
        summary.setTextFormat(Qt.TextFormat.PlainText)
        summary.setWordWrap(True)
        layout.addWidget(summary)
        if rows:
            label = QLabel(_say("Not taken:"), self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            skipped = QListWidget(self)
            skipped.setObjectName("importSkipped")
            skipped.setAccessibleName(label.text())
            skipped.setWordWrap(True)
            skipped.addItems(list(rows))
            layout.addWidget(label)
            layout.addWidget(skipped, 1)
            open_at(self, 560, 380)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
