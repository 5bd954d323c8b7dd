"""A sweep while it runs and after: progress, the grid of cards, and the chosen cells in full."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.sweep_measures import MEASURES
from chatapp.domain.sweeps import Sweep, SweepResults, SweepState
from chatapp.qtmodels.sweep_grid import CELL_ROLE, SweepGridModel
from chatapp.ui.sweeps.card_delegate import CardDelegate, card_size
from chatapp.ui.sweeps.detail import SweepDetail


class SweepResultsView(QWidget):
    """Shows what the model holds; ``cells_chosen`` carries one or two cells, in their order."""

    cells_chosen = Signal(object)
    measure_chosen = Signal(str)
    pause_requested = Signal()
    go_on_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.model = SweepGridModel(self)
        self.detail = SweepDetail(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setObjectName("sweepProgress")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._pause = QPushButton(tr("Sweep", "Pause"), self)
        self._pause.setObjectName("sweepPause")
        self._pause.clicked.connect(self._on_pause)
        self._cancel = QPushButton(tr("Sweep", "Cancel"), self)
        self._cancel.setObjectName("sweepCancel")
        self._cancel.clicked.connect(self.cancel_requested)
        for button in (self._pause, self._cancel):
            button.setAutoDefault(False)
        self._measures = QComboBox(self)
        self._measures.setObjectName("sweepMeasure")
        self._measures.setAccessibleName(tr("Sweep", "What the cells are measured by"))
        for name, measure in MEASURES.items():
            self._measures.addItem(tr("Measure", measure.label), name)
            help_text = tr("Measure", measure.help)
            self._measures.setItemData(
                self._measures.count() - 1, help_text, Qt.ItemDataRole.ToolTipRole
            )
        self._measures.setCurrentIndex(self._measures.findData(self.model.measure))
        self._measures.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._measures.activated.connect(self._on_measure)
        self._delegate = CardDelegate(self)
        self._grid = self._new_grid()
        self._state = SweepState.DONE
        self._lay_out()

    def _new_grid(self) -> QTableView:
        grid = QTableView(self)
        grid.setObjectName("sweepGrid")
        grid.setAccessibleName(QCoreApplication.translate("Sweep", "Cells of the sweep"))
        grid.setModel(self.model)
        grid.setItemDelegate(self._delegate)
        grid.setShowGrid(False)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        grid.setTabKeyNavigation(False)
        grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header, size in (
            (grid.horizontalHeader(), card_size().width()),
            (grid.verticalHeader(), card_size().height()),
        ):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setDefaultSectionSize(size)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        grid.selectionModel().selectionChanged.connect(self._on_selected)
        return grid

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._words)
        top.addWidget(self._bar, 1)
        top.addStretch(0)
        top.addWidget(self._pause)
        top.addWidget(self._cancel)
        top.addWidget(self._measures)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self._grid)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(split, 1)

    def show_results(self, results: SweepResults) -> None:
        """Show another sweep."""
        self._delegate.repeats = results.plan.repeats
        self.model.show_results(results)
        self.detail.show_nothing()

    def show_progress(self, sweep: Sweep, results: SweepResults, waits_s: float) -> None:
        """Say how far the sweep is, and offer what can be done with it."""
        tr = QCoreApplication.translate
        self._state = sweep.state
        done, count = len(results.runs), sweep.plan.run_count
        failed = sum(run.failure is not None for run in results.runs.values())
        words = tr("Sweep", "{done} of {count}").format(done=done, count=count)
        if failed:
            words += " · " + tr("Sweep", "{failed} failed").format(failed=failed)
        if waits_s and sweep.state is SweepState.RUNNING:
            wait = tr("Sweep", "the server is busy: going on in {seconds} s")
            words += " · " + wait.format(seconds=round(waits_s))
        elif sweep.state in (SweepState.PAUSED, SweepState.CANCELLED):
            names = {
                SweepState.PAUSED: tr("Sweep", "paused"),
                SweepState.CANCELLED: tr("Sweep", "cancelled"),
            }
            words += " · " + names[sweep.state]
        self._words.setText(words)
        self._bar.setRange(0, count)
        self._bar.setValue(done)
        self._bar.setVisible(sweep.state is not SweepState.DONE)
        running = sweep.state is SweepState.RUNNING
        self._pause.setText(tr("Sweep", "Pause") if running else tr("Sweep", "Go on"))
        self._pause.setVisible(sweep.state is not SweepState.DONE)
        self._cancel.setVisible(sweep.state in (SweepState.RUNNING, SweepState.PAUSED))

    def chosen(self) -> Sequence[int]:
        """Return the chosen cells."""
        indexes = self._grid.selectionModel().selectedIndexes()
        return sorted(int(index.data(CELL_ROLE)) for index in indexes)

    def choose(self, cells: Sequence[int]) -> None:
        """Choose cells, as a person does."""
        selection = self._grid.selectionModel()
        selection.clearSelection()
        for cell in cells:
            selection.select(self.model.index_of(cell), selection.SelectionFlag.Select)

    def _on_selected(self) -> None:
        self.cells_chosen.emit(self.chosen())

    def _on_measure(self, at: int) -> None:
        name = self._measures.itemData(at)
        self.model.show_measure(name)
        self.measure_chosen.emit(name)

    def _on_pause(self) -> None:
        running = self._state is SweepState.RUNNING
        (self.pause_requested if running else self.go_on_requested).emit()
