"""Everything that is in the lens, from the switch at the top to the probe at the bottom."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.sampling.heat import Measure
from chatapp.ui.icons import icon
from chatapp.ui.lens import wording
from chatapp.ui.lens.account import WhatIfAccount
from chatapp.ui.lens.candidates import CandidateBars
from chatapp.ui.lens.copying import copy_picture, copy_text, picture_of, table_of
from chatapp.ui.lens.figures import Figures
from chatapp.ui.lens.legend import HeatLegend
from chatapp.ui.lens.sliders import LensSliders
from chatapp.ui.lens.state import LensState
from chatapp.ui.lens.strip import AnswerStrip
from chatapp.ui.lens.token_context import TokenContext
from chatapp.ui.widgets.switch import Switch

MEASURED_AT_ONCE = 60
"""Places that are measured in one turn of the loop: some milliseconds."""


def _say(words: str) -> str:
    return QCoreApplication.translate("Lens", words)


class LensPage(QWidget):
    """Shows a state; what a person wishes leaves as signals."""

    setting_changed = Signal(str, object)
    probabilities_wished = Signal(bool)
    probe_requested = Signal()
    branch_requested = Signal(int)
    tint_changed = Signal()
    """The answer is to be tinted otherwise, or has been measured further."""

    def __init__(self, state: LensState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 6, 12, 14)
        self._column.setSpacing(6)
        self._add_switch()
        self._add_walk()
        self._add_tint()
        self._add_sliders()
        self.bars = CandidateBars(state, self)
        self.bars.branch_requested.connect(self.branch_requested)
        self._column.addWidget(self.bars)
        self.branching = self._words("muted")
        self._column.addWidget(self.branching)
        self.account = WhatIfAccount(state, self)
        self._column.addWidget(self.account)
        self._add_reading()
        self._column.addStretch(1)
        self._measuring = QTimer(self, interval=0, singleShot=True)
        self._measuring.timeout.connect(self._measure)
        state.answer_changed.connect(self._on_answer)
        state.token_changed.connect(self._on_token)
        state.conditions_changed.connect(self._on_conditions)
        self._on_answer()

    # Building

    def _add_switch(self) -> None:
        row = QHBoxLayout()
        label = QLabel(_say("Show probabilities"), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.switch = Switch(self)
        self.switch.setObjectName("lensProbabilities")
        self.switch.setAccessibleName(label.text())
        self.switch.toggled.connect(self.probabilities_wished)
        row.addWidget(label, 1)
        row.addWidget(self.switch)
        self._column.addLayout(row)
        self._hint = self._words("muted")
        self._column.addWidget(self._hint)

    def _words(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _add_walk(self) -> None:
        self.context = TokenContext(self._state, self)
        self.strip = AnswerStrip(self._state, self)
        self.strip.token_chosen.connect(self._state.choose)
        row = QHBoxLayout()
        if self.isRightToLeft():  # as the strip above, which is not mirrored
            row.setDirection(QHBoxLayout.Direction.RightToLeft)
        row.setSpacing(2)
        self._where = self._words("muted")
        steps = (
            ("chevron_left", _say("Previous token"), lambda: self._step(-1)),
            ("chevron_right", _say("Next token"), lambda: self._step(1)),
        )
        self._steps = [self._button(name, label, act) for name, label, act in steps]
        for button in self._steps:
            row.addWidget(button)
        row.addWidget(self._where, 1)
        jumps = (
            ("chevron_up", _say("Previous uncertain token"), lambda: self._jump(-1)),
            ("chevron_down", _say("Next uncertain token"), lambda: self._jump(1)),
        )
        self._jumps = [self._button(name, label, act) for name, label, act in jumps]
        for button in self._jumps:
            row.addWidget(button)
        for widget in (self.context, self.strip):
            self._column.addWidget(widget)
        self._column.addLayout(row)

    def _button(self, name: str, label: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setProperty("variant", "icon")
        button.setToolTip(label)
        button.setAccessibleName(label)
        button.clicked.connect(act)
        return button

    def _add_sliders(self) -> None:
        self.sliders = LensSliders(self)
        self.sliders.setting_changed.connect(self.setting_changed)
        self._column.addWidget(self.sliders)
        self.explanation = self._words("plain")
        self._column.addWidget(self.explanation)
        self.figures = Figures(self)
        self._column.addWidget(self.figures)

    def _add_tint(self) -> None:
        self._tinting = QWidget(self)
        label = QLabel(_say("Tint the answer by"), self._tinting)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.tint = QComboBox(self._tinting)
        self.tint.setObjectName("lensTint")
        self.tint.setAccessibleName(label.text())
        self.tint.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.tint.setMinimumContentsLength(4)
        for words, value in (
            (_say("Nothing"), ""),
            (_say("Probability"), Measure.PROBABILITY.value),
            (_say("Doubt"), Measure.ENTROPY.value),
            (_say("Rank"), Measure.RANK.value),
        ):
            self.tint.addItem(words, value)
        self.tint.currentIndexChanged.connect(self._on_tint)
        self.legend = HeatLegend(self._tinting)
        self.legend.hide()
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.tint, 1)
        column = QVBoxLayout(self._tinting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.legend)
        self._column.addWidget(self._tinting)

    def _add_reading(self) -> None:
        self.reading = self._words("muted")
        self.probe = QPushButton(_say("Find out"), self)
        self.probe.setObjectName("lensProbe")
        self.probe.setToolTip(
            _say("Asks for one token twice, at two temperatures, and compares the probabilities.")
        )
        self.probe.clicked.connect(self.probe_requested)
        self._copy = QToolButton(self)
        self._copy.setText(_say("Copy"))
        self._copy.setProperty("variant", "quiet")
        self._copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._copy)
        for words, act in (
            (_say("Picture of this place"), self.copy_picture),
            (_say("This place as JSON"), self.copy_data),
            (_say("All tokens as CSV"), self.copy_table),
        ):
            menu.addAction(words).triggered.connect(act)
        self._copy.setMenu(menu)
        row = QHBoxLayout()
        row.addWidget(self.probe)
        row.addStretch(1)
        row.addWidget(self._copy)
        self._column.addSpacing(4)
        self._column.addWidget(self.reading)
        self._column.addLayout(row)

    def copy_picture(self) -> None:
        """Put a picture of the chosen place on the clipboard."""
        copy_picture(picture_of([self.context, self.strip, self.bars]))

    def copy_data(self) -> None:
        """Put the chosen place on the clipboard, as JSON."""
        copy_text(self._state.to_json())

    def copy_table(self) -> None:
        """Put all tokens with their measures on the clipboard, as CSV."""
        copy_text(table_of(self._state))

    # Showing

    @property
    def measure(self) -> Measure | None:
        """What the answer is tinted by, if it is."""
        value = str(self.tint.currentData())
        return Measure(value) if value else None

    def show_hint(self, words: str) -> None:
        """Say why there is nothing to see, if there is not."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def show_switch(self, *, on: bool) -> None:
        """Show whether the next answer comes with probabilities."""
        self.switch.blockSignals(True)
        self.switch.setChecked(on)
        self.switch.blockSignals(False)
        self.switch.update()

    def show_continues(self, *, continues: bool) -> None:
        """Say what choosing another candidate will do."""
        self.branching.setText(
            _say("Click another token, and the answer goes on from there in a branch of its own.")
            if continues
            else _say(
                "Click another token to ask again with this beginning. This endpoint cannot "
                "continue an answer, so the model may begin otherwise. This one stays."
            )
        )

    def show_reading(self, words: str, *, may_probe: bool) -> None:
        """Say what the endpoint's numbers are."""
        self.reading.setText(words)
        self.probe.setVisible(may_probe)

    def _on_answer(self) -> None:
        there = len(self._state.answer) > 0
        for widget in (
            self.context, self.strip, self.bars, self.account, self.figures, self._copy,
            self._tinting, *self._steps, *self._jumps,
        ):  # fmt: skip
            widget.setVisible(there)
        self.account.restart()
        self._on_token()
        self._measuring.start()

    def _on_token(self) -> None:
        count = len(self._state.answer)
        self.bars.can_branch = not self._is_running() and self._state.text_map() is not None
        self.branching.setVisible(self.bars.can_branch)
        words = _say("Token {number} of {count}").format(number=self._state.token + 1, count=count)
        self._where.setText(words if count else "")
        self._show_ways()
        self.context.refresh()
        self.strip.update()
        self._show_numbers()

    def _show_ways(self) -> None:
        """Enable the arrows that lead anywhere."""
        answer, token = self._state.answer, self._state.token
        for button, place in zip(self._steps, (token - 1, token + 1), strict=True):
            button.setEnabled(0 <= place < len(answer))
        for button, direction in zip(self._jumps, (-1, 1), strict=True):
            button.setEnabled(answer.uncertain(token, direction) is not None)

    def _is_running(self) -> bool:
        message = self._state.message
        return message is not None and message.status.is_running

    def _on_conditions(self) -> None:
        self.account.restart()
        self._show_numbers()

    def _show_numbers(self) -> None:
        state = self._state
        step, shaped, own = state.step, state.shaped, state.own_odds()
        self.bars.refresh()
        self.explanation.setVisible(step is not None)
        if step is None or shaped is None or own is None:
            return
        samplers = state.conditions.samplers
        self.explanation.setText(
            wording.temperature_words(step, own, shaped, samplers)
            + " "
            + wording.cut_words(shaped, samplers)
        )
        self.figures.show_place(step, shaped)

    def _on_tint(self) -> None:
        measure = self.measure
        self.legend.setVisible(measure is not None)
        if measure is not None:
            self.legend.show_measure(measure)
        self.tint_changed.emit()

    # Walking and measuring

    def _step(self, by: int) -> None:
        self._state.choose(self._state.token + by)

    def _jump(self, direction: int) -> None:
        found = self._state.answer.uncertain(self._state.token, direction)
        if found is not None:
            self._state.choose(found)

    def _measure(self) -> None:
        """Measure a slice of the answer, so that the window never waits."""
        done = self._state.answer.measure(MEASURED_AT_ONCE)
        self.strip.update()
        if not done:
            self._measuring.start()
        else:
            self._show_ways()
            self.tint_changed.emit()
