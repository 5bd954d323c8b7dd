"""A sweep as a table: a cell for each combination of values, filled while answers arrive.

The first axis goes across, the others go down. Measures are computed elsewhere and handed over:
a model that answers a view must not compute.
"""

from collections.abc import Mapping, Sequence
from itertools import product

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from chatapp.domain.json_value import JsonValue
from chatapp.domain.sweep_measures import MEASURES
from chatapp.domain.sweeps import AXES, Axis, Run, SweepPlan, SweepResults

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""The number of the cell."""
RUNS_ROLE = CELL_ROLE + 1
"""Its runs that have ended."""
VALUE_ROLE = RUNS_ROLE + 1
"""The chosen measure, in words."""
SHARE_ROLE = VALUE_ROLE + 1
"""Where the chosen measure lies between its least (0) and its greatest (1)."""
REFERENCE_ROLE = SHARE_ROLE + 1
"""Whether the others are compared with it."""

MAX_PREVIEW = 400
MAX_LABEL = 48
_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def value_words(value: JsonValue) -> str:
    """Return a value of an axis, short and on one line."""
    words = " ".join(str(value).split())
    return words if len(words) <= MAX_LABEL else words[: MAX_LABEL - 1] + "…"


def measure_words(name: str, value: float | None) -> str:
    """Return a measure as it is written; a dash where it is not known."""
    return "–" if value is None else f"{value:.{MEASURES[name].digits}f}"


class SweepGridModel(QAbstractTableModel):
    """Shows one sweep, coloured by one measure."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = SweepResults(SweepPlan(()))
        self._rows: list[tuple[JsonValue, ...]] = []
        self._measures: dict[int, Mapping[str, float | None]] = {}
        self._measure = "agreement"
        self.reference = 0

    # Filling it

    def show_results(self, results: SweepResults, reference: int = 0) -> None:
        """Show another sweep; its measures come later."""
        self.beginResetModel()
        self._results = results
        self._rows = list(product(*(axis.values for axis in results.plan.axes[1:])))
        self._measures = {}
        self.reference = reference
        self.endResetModel()

    def run_ended(self, number: int) -> None:
        """Show that a run has brought something."""
        index = self.index_of(self._results.plan.cell_of(number))
        self.dataChanged.emit(index, index)

    def set_measures(self, measures: Mapping[int, Mapping[str, float | None]]) -> None:
        """Take the measures of some cells; the colours of all may change."""
        self._measures.update(measures)
        self._recolour()

    def show_measure(self, name: str) -> None:
        """Colour the cells by another measure."""
        self._measure = name
        self._recolour()

    def set_reference(self, cell: int) -> None:
        """Compare with another cell; its measures come later."""
        self.reference = cell
        self._recolour()

    def _recolour(self) -> None:
        if self._rows:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # Asking it

    @property
    def measure(self) -> str:
        """The measure that colours the cells."""
        return self._measure

    def measures(self, cell: int) -> Mapping[str, float | None]:
        """Return what is known of a cell."""
        return self._measures.get(cell, {})

    @property
    def axes(self) -> Sequence[Axis]:
        """What is varied."""
        return self._results.plan.axes

    def index_of(self, cell: int) -> QModelIndex:
        """Return where a cell is."""
        column, row = divmod(cell, max(len(self._rows), 1))
        return self.index(row, column)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self.axes else len(self._rows)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self.axes else len(self.axes[0].values)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = index.column() * len(self._rows) + index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._preview(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(cell)
        if role == CELL_ROLE:
            return cell
        if role == RUNS_ROLE:
            return self._results.of_cell(cell)
        if role == VALUE_ROLE:
            return measure_words(self._measure, self._value(cell))
        if role == SHARE_ROLE:
            return self._share(cell)
        return cell == self.reference if role == REFERENCE_ROLE else None

    def _value(self, cell: int) -> float | None:
        return self.measures(cell).get(self._measure)

    def _share(self, cell: int) -> float | None:
        value = self._value(cell)
        values = [m.get(self._measure) for m in self._measures.values()]
        known = [v for v in values if v is not None]
        if value is None or not known:
            return None
        low, high = min(known), max(known)
        return (value - low) / (high - low) if high > low else 0.5

    def _preview(self, cell: int) -> str:
        runs: list[Run] = self._results.of_cell(cell)
        answered = next((run for run in runs if run.failure is None), None)
        if answered is not None:
            return answered.text[:MAX_PREVIEW]
        return QCoreApplication.translate("Sweep", "No answer") if runs else ""

    def _spoken(self, cell: int) -> str:
        """Return a cell for those who do not see it: where it is, how far, and what it says."""
        values = self._results.plan.cells[cell]
        where = ", ".join(f"{axis_label(n)} {value_words(v)}" for n, v in values.items())
        done = len(self._results.of_cell(cell))
        words = QCoreApplication.translate("Sweep", "{done} of {all} answers").format(
            done=done, all=self._results.plan.repeats
        )
        label = QCoreApplication.translate("Measure", MEASURES[self._measure].label)
        measured = f"{label}: {measure_words(self._measure, self._value(cell))}"
        return f"{where}. {words}. {measured}. {self._preview(cell)}"

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not self.axes:
            return None
        if orientation == Qt.Orientation.Horizontal:
            axis = self.axes[0]
            return f"{axis_label(axis.name)} {value_words(axis.values[section])}"
        named = zip(self.axes[1:], self._rows[section], strict=True)
        return "\n".join(f"{axis_label(axis.name)} {value_words(v)}" for axis, v in named)


def axis_label(name: str) -> str:
    """Return what an axis is called."""
    return QCoreApplication.translate("Sweep", AXES.get(name, name))
