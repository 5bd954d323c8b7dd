"""Every command with its keys; choose one, press other keys, or take them away."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from chatapp.ui.actions import COMMANDS, label_of
from chatapp.ui.fonts import open_at


def _say(words: str) -> str:
    return QCoreApplication.translate("Shortcuts", words)


class ShortcutsDialog(QDialog):
    """``keys_chosen`` names a command and its new keys (portable text, empty for none)."""

    keys_chosen = Signal(str, str)
    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(_say("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, 540, 560)
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(_say("Find a command or a key"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show_matching)
        self._table = self._made_table()
        self._edit = QKeySequenceEdit(self)
        self._edit.setMaximumSequenceLength(1)
        self._edit.setClearButtonEnabled(True)
        self._edit.setAccessibleName(_say("New keys of the chosen command"))
        self._edit.editingFinished.connect(self._on_pressed)
        self._note = QLabel(self)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self._filter)
        layout.addWidget(self._table, 1)
        layout.addLayout(self._editing_row())
        layout.addWidget(self._note)
        layout.addLayout(self._last_row())
        self._keys: dict[str, str] = {}
        self._say_what_to_do()

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(len(COMMANDS), 2, self)
        table.setHorizontalHeaderLabels([_say("Command"), _say("Keys")])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.windowTitle())
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for row, (name, command) in enumerate(COMMANDS.items()):
            item = QTableWidgetItem(label_of(command))
            item.setData(Qt.ItemDataRole.UserRole, name)
            table.setItem(row, 0, item)
            table.setItem(row, 1, QTableWidgetItem(""))
        table.currentCellChanged.connect(lambda *_: self._on_current())
        table.cellActivated.connect(lambda *_: self._edit.setFocus())
        return table

    def _editing_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._edit, 1)
        self._take = QPushButton(_say("Remove keys"), self)
        self._take.setAutoDefault(False)
        self._take.clicked.connect(self._remove)
        row.addWidget(self._take)
        return row

    def _last_row(self) -> QHBoxLayout:
        self._reset = QPushButton(_say("Restore defaults"), self)
        self._reset.setAutoDefault(False)
        self._reset.setToolTip(_say("Give every command the keys that it has at first"))
        self._reset.clicked.connect(self.reset_requested)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._reset)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Show the keys of every command, as this system writes them."""
        self._keys = dict(keys)
        form = QKeySequence.SequenceFormat.NativeText
        for row in range(self._table.rowCount()):
            listed = QKeySequence.listFromString(keys.get(self._name(row), ""))
            shown = ", ".join(sequence.toString(form) for sequence in listed)
            item = self._table.item(row, 1)
            assert item is not None  # noqa: S101 - made with the table
            item.setText(shown)
        self._reset.setEnabled(any(keys.get(n, "") != c.shortcut for n, c in COMMANDS.items()))
        self._on_current()

    def show_taken_from(self, command: str) -> None:
        """Say which command lost its keys to another."""
        words = _say("These keys were taken from “{command}”.").format(command=command)
        self._note.setText(words)

    def _name(self, row: int) -> str:
        item = self._table.item(row, 0)
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def _current(self) -> str:
        return self._name(self._table.currentRow()) if self._table.currentRow() >= 0 else ""

    def _on_current(self) -> None:
        name = self._current()
        self._edit.setEnabled(bool(name))
        self._take.setEnabled(bool(self._keys.get(name, "")))
        listed = QKeySequence.listFromString(self._keys.get(name, ""))
        self._edit.setKeySequence(listed[0] if listed else QKeySequence())
        self._say_what_to_do()

    def _say_what_to_do(self) -> None:
        self._note.setText(_say("Choose a command, then press its new keys in the field."))

    def _on_pressed(self) -> None:
        name = self._current()
        keys = self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if name and keys and keys not in self._keys.get(name, "").split("; "):
            self.keys_chosen.emit(name, keys)

    def _remove(self) -> None:
        if name := self._current():
            self.keys_chosen.emit(name, "")

    def _show_matching(self, typed: str) -> None:
        words = typed.lower().split()
        for row in range(self._table.rowCount()):
            cells = (self._table.item(row, column) for column in (0, 1))
            text = " ".join(cell.text() for cell in cells if cell is not None).lower()
            self._table.setRowHidden(row, not all(word in text for word in words))
