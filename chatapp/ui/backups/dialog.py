"""The dialog of backups: the list of copies and what can be done with them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.qtmodels.quantities import size
from chatapp.store.backup import BackupFile
from chatapp.ui.fonts import open_at

FIRST_SIZE = (520, 420)


def _say(words: str) -> str:
    return QCoreApplication.translate("Backups", words)


class BackupDialog(QDialog):
    """States wishes; ``show_files`` fills it."""

    make_requested = Signal()
    save_requested = Signal()
    restore_requested = Signal(object)
    """The path of the copy to go back to."""
    file_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setWindowTitle(_say("Backups"))
        self._words = self._label(
            _say(
                "Conversations and settings are copied by themselves when they have changed. Kept "
                "are the newest copies, one a day for a week, one a week for a month, and one a "
                "month for half a year. Keys are not in them: they stay in the system's keyring."
            ),
            "muted",
        )
        self.state = self._label("", "muted")
        self.state.setObjectName("backupState")
        self.files = QListWidget(self)
        self.files.setObjectName("backupList")
        self.files.setAccessibleName(_say("Backups, the newest first"))
        self.restore = QPushButton(_say("Restore…"), self)
        self.restore.setObjectName("restoreBackup")
        self.restore.setEnabled(False)
        self.files.currentItemChanged.connect(
            lambda item: self.restore.setEnabled(item is not None)
        )
        self.files.itemActivated.connect(lambda _item: self._on_restore())
        self.restore.clicked.connect(self._on_restore)
        self._lay_out()
        open_at(self, *FIRST_SIZE)

    def _label(self, words: str, role: str) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _button(self, name: str, words: str, signal: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: signal.emit())  # type: ignore[attr-defined]
        return button

    def _lay_out(self) -> None:
        self.make = self._button("makeBackup", _say("Back up now"), self.make_requested)
        beside = QHBoxLayout()
        beside.addWidget(self.restore)
        beside.addWidget(
            self._button("restoreFile", _say("Restore from a file…"), self.file_requested)
        )
        beside.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.make)
        below.addWidget(self._button("saveCopy", _say("Save a copy…"), self.save_requested))
        below.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        below.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._words)
        layout.addWidget(self.files, 1)
        layout.addLayout(beside)
        layout.addWidget(self.state)
        layout.addLayout(below)

    def show_files(self, files: Sequence[BackupFile]) -> None:
        """Show the copies, the newest first."""
        self.files.clear()
        locale = QLocale()
        for file in reversed(files):
            made = QDateTime.fromSecsSinceEpoch(int(file.made_at))
            when = locale.toString(made, QLocale.FormatType.ShortFormat)
            item = QListWidgetItem(f"{when}  ·  {size(file.size)}")
            item.setData(Qt.ItemDataRole.UserRole, file.path)
            self.files.addItem(item)
        if not files and not self.state.text():  # what is said of something else stays
            self.state.setText(_say("There is no backup yet."))

    def _on_restore(self) -> None:
        item = self.files.currentItem()
        if item is not None:
            self.restore_requested.emit(item.data(Qt.ItemDataRole.UserRole))

    def set_busy(self, words: str) -> None:
        """Say what is going on; empty when it is over."""
        self.state.setText(words)
        self.make.setEnabled(not words)
