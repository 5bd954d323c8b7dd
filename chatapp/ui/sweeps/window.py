"""The window of a conversation's sweeps; it stays open beside the main window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from chatapp.ui.fonts import open_at
from chatapp.ui.sweeps.results import SweepResultsView
from chatapp.ui.sweeps.setup import SweepSetup


class SweepWindow(QDialog):
    """A page for planning, and one for results; a choice of the sweeps there have been."""

    sweep_chosen = Signal(str)
    """The sweep to show; empty for planning a new one."""
    delete_requested = Signal()
    export_requested = Signal(str)
    """``csv`` or ``json``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setObjectName("sweepWindow")
        self.setWindowTitle(tr("Sweep", "Sweep"))
        self.setup = SweepSetup(self)
        self.results = SweepResultsView(self)
        self._sweeps = QComboBox(self)
        self._sweeps.setObjectName("sweeps")
        self._sweeps.setAccessibleName(tr("Sweep", "Sweeps of this conversation"))
        self._sweeps.activated.connect(lambda at: self.sweep_chosen.emit(self._sweeps.itemData(at)))
        self._csv = self._button(tr("Sweep", "Export CSV…"), "sweepCsv")
        self._csv.clicked.connect(lambda: self.export_requested.emit("csv"))
        self._json = self._button(tr("Sweep", "Export JSON…"), "sweepJson")
        self._json.clicked.connect(lambda: self.export_requested.emit("json"))
        self._delete = self._button(tr("Sweep", "Delete"), "sweepDelete")
        self._delete.clicked.connect(self.delete_requested)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.setup)
        self._pages.addWidget(self.results)
        top = QHBoxLayout()
        top.addWidget(self._sweeps, 1)
        for button in (self._csv, self._json, self._delete):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
        open_at(self, 1040, 760)
        self.show_page(is_setup=True)

    def _button(self, label: str, name: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def show_page(self, *, is_setup: bool) -> None:
        """Show the page for planning, or the results."""
        self._pages.setCurrentWidget(self.setup if is_setup else self.results)
        for button in (self._csv, self._json, self._delete):
            button.setVisible(not is_setup)

    def show_sweeps(self, sweeps: Sequence[tuple[str, str]], shown: str) -> None:
        """Offer the sweeps there are, by id and words, and a new one."""
        self._sweeps.clear()
        self._sweeps.addItem(QCoreApplication.translate("Sweep", "New sweep"), "")
        for sweep_id, words in sweeps:
            self._sweeps.addItem(words, sweep_id)
        self._sweeps.setCurrentIndex(max(self._sweeps.findData(shown), 0))
