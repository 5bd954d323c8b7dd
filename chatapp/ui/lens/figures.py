"""Three numbers about one place, each with what it means."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from chatapp.domain.sampling.shaping import Shaped
from chatapp.domain.sampling.tokens import Step
from chatapp.ui.lens import wording
from chatapp.ui.widgets.shares import percent


class Figures(QWidget):
    """How many tokens can be picked, how uncertain that is, how surprising the one that came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        say = QCoreApplication.translate
        self._reachable = self._figure(0, say("Lens", "tokens can come"))
        self._entropy = self._figure(1, say("Lens", "equal choices: how unsure it is"))
        self._share = self._figure(2, say("Lens", "chance of the one that came"))

    def _figure(self, column: int, caption: str) -> QLabel:
        value = QLabel(self)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setProperty("role", "figure")
        words = QLabel(caption, self)
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        self._grid.addWidget(value, 0, column)
        self._grid.addWidget(words, 1, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(column, 1)
        return value

    def show_place(self, step: Step, shaped: Shaped) -> None:
        """Show the numbers of a place."""
        self._reachable.setText(wording.count_span(shaped.reachable_count))
        self._entropy.setText(wording.choices_span(shaped.entropy))
        self._entropy.setToolTip(wording.entropy_words(shaped.entropy))
        self._share.setText(
            percent(shaped.share(step.sampled))
            if shaped.is_reachable(step.sampled)
            else QCoreApplication.translate("Lens", "impossible")
        )
