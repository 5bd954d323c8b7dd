"""The places of a prompt, to be filled before it goes into the composer."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.prompts import Variable
from chatapp.ui.fonts import scaled

LINES_HEIGHT = 66


class VariablesDialog(QDialog):
    """One editor for each place; ``values`` are what was filled in."""

    def __init__(self, parent: QWidget, title: str, places: Sequence[Variable]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(440))
        self._editors: dict[str, QComboBox | QPlainTextEdit] = {}
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for place in places:
            editor = self._editor(place)
            self._editors[place.name] = editor
            label = QLabel(place.name, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(editor)
            editor.setAccessibleName(place.name)
            form.addRow(label, editor)
        tr, role = QCoreApplication.translate, QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Prompts", "Insert"), role.AcceptRole).setDefault(True)
        buttons.addButton(tr("Prompts", "Cancel"), role.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    def _editor(self, place: Variable) -> QComboBox | QPlainTextEdit:
        if place.choices:
            box = QComboBox(self)
            box.setEditable(True)
            box.addItems(list(place.choices))
            return box
        text = QPlainTextEdit(place.initial, self)
        text.setTabChangesFocus(True)
        text.setFixedHeight(scaled(LINES_HEIGHT))
        text.selectAll()
        return text

    def values(self) -> dict[str, str]:
        """Return what each place is filled with."""
        return {
            name: e.currentText() if isinstance(e, QComboBox) else e.toPlainText()
            for name, e in self._editors.items()
        }
