"""What is to be asked, how often, and what that takes: shown before anything is sent."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.prices import Price
from chatapp.domain.sweeps import MAX_AXES, MAX_REPEATS, SweepPlan
from chatapp.ui.fonts import scaled
from chatapp.ui.sweeps.axis_row import AxisRow

MOST_AT_ONCE = 8
_FIRST_AXES = ("temperature", "top_p", "")


class SweepSetup(QWidget):
    """States the wish to start; ``changed`` asks for a new estimate."""

    changed = Signal()
    start_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._question = _words(self)
        self._question.setWordWrap(True)
        self.axes = [AxisRow(n + 1, _FIRST_AXES[n], self) for n in range(MAX_AXES)]
        self._repeats = _spin(self, 1, MAX_REPEATS, 3)
        self._repeats.setObjectName("sweepRepeats")
        self._repeats.setAccessibleName(tr("Sweep", "Answers a cell"))
        self._at_once = _spin(self, 1, MOST_AT_ONCE, 2)
        self._at_once.setObjectName("sweepAtOnce")
        self._at_once.setAccessibleName(tr("Sweep", "Requests at once"))
        self._prompt_price, self._answer_price = QLineEdit(self), QLineEdit(self)
        for line, label in (
            (self._prompt_price, tr("Sweep", "Price of a million prompt tokens")),
            (self._answer_price, tr("Sweep", "Price of a million answer tokens")),
        ):
            line.setFixedWidth(scaled(96))
            line.setAccessibleName(label)
            line.textEdited.connect(self.changed)
        self._estimate = _words(self)
        self._estimate.setObjectName("sweepEstimate")
        self._estimate.setWordWrap(True)
        self._start = QPushButton(tr("Sweep", "Start"), self)
        self._start.setObjectName("sweepStart")
        self._start.setProperty("variant", "primary")
        self._start.setAutoDefault(False)
        self._start.clicked.connect(self.start_requested)
        self._lay_out()
        for row in self.axes:
            row.changed.connect(self.changed)
        self._repeats.valueChanged.connect(self.changed)

    def _lay_out(self) -> None:
        tr = QCoreApplication.translate
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(tr("Sweep", "Ask"), self._question)
        for number, row in enumerate(self.axes):
            names = (tr("Sweep", "Across"), tr("Sweep", "Down"), tr("Sweep", "And"))
            form.addRow(names[number], row)
        form.addRow(tr("Sweep", "Answers a cell"), self._repeats)
        form.addRow(tr("Sweep", "Requests at once"), self._at_once)
        prices = QHBoxLayout()
        prices.setSpacing(8)
        for line, words in (
            (self._prompt_price, tr("Sweep", "prompt")),
            (self._answer_price, tr("Sweep", "answer, as your provider states them")),
        ):
            label = _words(self)
            label.setText(words)
            label.setProperty("role", "muted")
            prices.addWidget(line)
            prices.addWidget(label)
        prices.addStretch(1)
        form.addRow(tr("Sweep", "Price of a million tokens"), prices)
        bottom = QHBoxLayout()
        bottom.addWidget(self._estimate, 1)
        bottom.addWidget(self._start, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(bottom)

    def plan(self) -> SweepPlan:
        """Return what is planned, whether it can be asked or not."""
        axes = (row.axis() for row in self.axes)
        return SweepPlan(tuple(axis for axis in axes if axis is not None), self._repeats.value())

    @property
    def at_once(self) -> int:
        """How many requests may run at once."""
        return self._at_once.value()

    def prices(self) -> tuple[str, str]:
        """Return the prices as they were typed."""
        return self._prompt_price.text(), self._answer_price.text()

    def show_question(self, question: str) -> None:
        """Show what will be asked."""
        words = " ".join(question.split())
        self._question.setText(words if len(words) <= 300 else words[:299] + "…")

    def show_price(self, price: Price | None) -> None:
        """Show the price that is known of the model."""
        self._prompt_price.setText(f"{price.prompt:g}" if price else "")
        self._answer_price.setText(f"{price.answer:g}" if price else "")

    def show_estimate(self, words: str, *, problem: bool) -> None:
        """Say what the plan takes, or why it cannot be asked."""
        self._estimate.setText(words)
        self._estimate.setProperty("role", "problem" if problem else "muted")
        self._estimate.style().polish(self._estimate)
        self._start.setEnabled(not problem)


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _spin(parent: QWidget, low: int, high: int, value: int) -> QSpinBox:
    spin = QSpinBox(parent)
    spin.setRange(low, high)
    spin.setValue(value)
    spin.setFixedWidth(scaled(96))
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    return spin
