"""What one axis of a sweep varies, and over which values."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from chatapp.domain.sweeps import AXES, NUMBERS, Axis, parsed_values
from chatapp.ui.fonts import scaled
from chatapp.ui.widgets.json_editor import GrowingText

FIRST_VALUES = {
    "temperature": "0, 0.5, 1, 1.5",
    "top_p": "0.5, 0.8, 1",
    "min_p": "0, 0.05, 0.1",
    "seed": "1, 2, 3",
}
MOST_LINES = 5


class AxisRow(QWidget):
    """A choice and a text of values; ``changed`` tells of any edit."""

    changed = Signal()

    def __init__(self, number: int, first: str, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._suggested: dict[str, str] = dict(FIRST_VALUES)
        self._choice = QComboBox(self)
        self._choice.setObjectName(f"sweepAxis{number}")
        self._choice.setAccessibleName(
            tr("Sweep", "What axis {number} varies").format(number=number)
        )
        self._choice.addItem(tr("Sweep", "Nothing"), "")
        for name, label in AXES.items():
            self._choice.addItem(tr("Sweep", label), name)
        self._choice.setFixedWidth(scaled(160))
        self._values = GrowingText(self, most=MOST_LINES)
        self._values.setObjectName(f"sweepValues{number}")
        self._values.setAccessibleName(tr("Sweep", "Values of axis {number}").format(number=number))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._choice)
        row.addWidget(self._values, 1)
        self._choice.setCurrentIndex(self._choice.findData(first))
        self._choice.currentIndexChanged.connect(self._on_chosen)
        self._values.textChanged.connect(self.changed)
        self._fill()

    @property
    def name(self) -> str:
        """What is varied; empty for nothing."""
        return str(self._choice.currentData())

    def suggest(self, name: str, values: str) -> None:
        """Begin an axis with these values when it is chosen."""
        self._suggested[name] = values

    def axis(self) -> Axis | None:
        """Return the axis, if anything is varied."""
        if not self.name:
            return None
        return Axis(self.name, parsed_values(self.name, self._values.toPlainText()))

    def _on_chosen(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        tr = QCoreApplication.translate
        hint = tr("Sweep", "Numbers, with commas between them")
        if self.name not in NUMBERS:
            hint = tr("Sweep", "One to a line")
        self._values.setPlaceholderText(hint if self.name else "")
        self._values.setEnabled(bool(self.name))
        self._values.setPlainText(self._suggested.get(self.name, ""))
