"""One cell of a sweep in full, or the word diff of two."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.failure_records import message_of
from chatapp.domain.sweep_measures import MEASURES
from chatapp.domain.sweeps import Run
from chatapp.domain.word_diff import Side, Stretch
from chatapp.qtmodels.sweep_grid import measure_words
from chatapp.ui.theme import current_theme
from chatapp.ui.translation import translated


class SweepDetail(QWidget):
    """States wishes for the cell that is shown; a run is named by its number."""

    run_chosen = Signal(int)
    use_requested = Signal()
    continue_requested = Signal(int)
    reference_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._runs = QComboBox(self)
        self._runs.setObjectName("sweepRun")
        self._runs.setAccessibleName(tr("Sweep", "Answer of this cell"))
        self._runs.activated.connect(lambda at: self.run_chosen.emit(self._runs.itemData(at)))
        self._text = QTextEdit(self)
        self._text.setObjectName("sweepText")
        self._text.setReadOnly(True)
        self._text.setAccessibleName(tr("Sweep", "Answer, or the difference of two"))
        self._figures = QLabel(self)
        self._figures.setTextFormat(Qt.TextFormat.PlainText)
        self._figures.setProperty("role", "muted")
        self._figures.setWordWrap(True)
        self._use = self._button(tr("Sweep", "Use these settings"), "sweepUse")
        self._use.clicked.connect(self.use_requested)
        self._continue = self._button(tr("Sweep", "Continue from this answer"), "sweepContinue")
        self._continue.clicked.connect(
            lambda: self.continue_requested.emit(self._runs.currentData())
        )
        self._reference = self._button(tr("Sweep", "Compare all with this"), "sweepReference")
        self._reference.clicked.connect(self.reference_requested)
        self._lay_out()
        self.show_nothing()

    def _button(self, label: str, name: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._runs)
        buttons = QHBoxLayout()
        buttons.addWidget(self._use)
        buttons.addWidget(self._continue)
        buttons.addStretch(1)
        buttons.addWidget(self._reference)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._text, 1)
        column.addWidget(self._figures)
        column.addLayout(buttons)

    def _show_controls(self, *, cell: bool, answered: bool = False) -> None:
        self._runs.setVisible(cell)
        self._figures.setVisible(cell)
        for button in (self._use, self._reference):
            button.setEnabled(cell)
        self._continue.setEnabled(answered)

    def show_nothing(self) -> None:
        """Say what to do to see something here."""
        self._show_controls(cell=False)
        self._title.setText(
            QCoreApplication.translate(
                "Sweep", "Choose a cell to read it; two cells to see how their words differ."
            )
        )
        self._text.clear()

    def show_cell(
        self, title: str, runs: Sequence[Run], shown: int, measures: Mapping[str, float | None]
    ) -> None:
        """Show one run of a cell and the cell's measures."""
        tr = QCoreApplication.translate
        self._title.setText(title)
        self._runs.clear()
        for at, one in enumerate(runs):
            self._runs.addItem(tr("Sweep", "Answer {number}").format(number=at + 1), one.number)
        self._runs.setCurrentIndex(max(self._runs.findData(shown), 0))
        chosen = self._runs.currentData()
        run = next((one for one in runs if one.number == chosen), None)
        self._show_controls(cell=True, answered=run is not None and run.failure is None)
        words = ""
        if run is not None:
            words = translated(message_of(run.failure)) if run.failure else run.text
        if self._text.toPlainText() != words:
            self._text.setPlainText(words)
        known = ((name, measures.get(name)) for name in MEASURES)
        self._figures.setText(
            "  ·  ".join(
                f"{tr('Measure', MEASURES[name].label)} {measure_words(name, value)}"
                for name, value in known
                if value is not None
            )
        )

    def show_difference(self, title: str, stretches: Sequence[Stretch]) -> None:
        """Show two answers in one text: what only one has is coloured and struck or underlined."""
        self._show_controls(cell=False)
        self._title.setText(title)
        self._text.clear()
        cursor = QTextCursor(self._text.document())
        cursor.beginEditBlock()
        looks = {side: _look(side) for side in Side}
        for stretch in stretches:
            cursor.insertText(stretch.text, looks[stretch.side])
        cursor.endEditBlock()


def _look(side: Side) -> QTextCharFormat:
    """Return how words of a side look: told apart without colour too."""
    theme, look = current_theme(), QTextCharFormat()
    look.setForeground(theme.colour("text"))
    if side is Side.LEFT:
        look.setBackground(theme.colour("problem_soft"))
        look.setFontStrikeOut(True)
    elif side is Side.RIGHT:
        look.setBackground(theme.colour("accent_soft"))
        look.setFontUnderline(True)
    return look
