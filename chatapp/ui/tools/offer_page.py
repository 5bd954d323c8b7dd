"""Which tools the shown conversation offers, and whether the model may, must or must not call."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.json_value import JsonValue
from chatapp.domain.tool_calls import Scope
from chatapp.domain.visible_text import visible_text
from chatapp.ui.tools.offer_tree import Offer, OfferTree
from chatapp.ui.tools.plain_view import PlainView

FEW = 8
"""So many tools are found without looking for them."""

_Option: TypeAlias = tuple[str, JsonValue]


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolOffers", words)


class OfferPage(QWidget):
    """The tree of tools, what is said of the chosen one, and two fields of the request."""

    offered = Signal(list, bool)
    """Which tools, by their names on the wire."""
    review_requested = Signal(str)
    withdraw_requested = Signal(str)
    choice_changed = Signal(object)
    """``None`` for not sent, else the field's value."""
    parallel_changed = Signal(object)
    """``None`` for not sent, else the field's value."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tree = OfferTree(self)
        self.tree.checked.connect(self.offered)
        self.tree.currentItemChanged.connect(lambda *_: self._show_current())
        self.filter = QLineEdit(self)
        self.filter.setObjectName("toolFilter")
        self.filter.setPlaceholderText(_say("Find a tool"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self.tree.filter)
        self._details = PlainView(self, most_lines=8)
        self._details.setAccessibleName(_say("What the model is told of it"))
        self._details.hide()
        self._empty = _quiet_label(
            _say("There are no tools yet. Write a function, or add a server."), self
        )
        self._choice = self._field(_say("Tool choice"), self.choice_changed)
        self._choice.setObjectName("toolChoice")
        self._parallel = self._field(_say("Parallel tool calls"), self.parallel_changed)
        self._parallel.setObjectName("parallelToolCalls")
        self._review = self._button(_say("Review the change…"), self.review_requested)
        self._withdraw = self._button(_say("Ask for every call again"), self.withdraw_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(
            _quiet_label(
                _say(
                    "What is checked here is sent with every request of this conversation. "
                    "Every call still waits for your decision."
                ),
                self,
            )
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.filter)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._details)
        row = QHBoxLayout()
        row.addWidget(_quiet_label(_say("The model"), self, wraps=False))
        row.addWidget(self._choice)
        row.addSpacing(14)
        row.addWidget(_quiet_label(_say("Calls in one answer"), self, wraps=False))
        row.addWidget(self._parallel)
        row.addStretch(1)
        actions = QHBoxLayout()
        actions.addStretch(1)
        actions.addWidget(self._withdraw)
        actions.addWidget(self._review)
        layout.addLayout(actions)
        layout.addLayout(row)

    def _field(self, name: str, changed: SignalInstance) -> QComboBox:
        """Return a box for a field of the request."""
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.activated.connect(lambda _: changed.emit(box.currentData()))
        return box

    def _button(self, words: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: self._wish(signal))
        button.hide()
        return button

    def _wish(self, signal: SignalInstance) -> None:
        if (current := self.tree.current()) is not None:
            signal.emit(current.key)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show the tools there are."""
        self.tree.show_offers(offers)
        if len(offers) <= FEW:
            self.filter.clear()  # nobody could see what hides the others
        self.tree.filter(self.filter.text())
        self._empty.setVisible(not offers)
        self.tree.setVisible(bool(offers))
        self.filter.setVisible(len(offers) > FEW)
        self._show_current()

    def _show_current(self) -> None:
        """Show all that is said of the chosen tool, and what can be done about it."""
        current = self.tree.current()
        self._review.setVisible(current is not None and current.changed)
        self._withdraw.setVisible(current is not None and current.allowed is not Scope.ONCE)
        self._details.setVisible(current is not None)
        if current is not None:
            self._details.show_text(current.details)

    def show_choice(self, value: JsonValue, names: Iterable[str]) -> None:
        """Show the conversation's ``tool_choice``; ``None`` is not sent."""
        options: list[_Option] = [
            (_say("decides itself (not sent)"), None),
            (_say("decides itself (auto)"), "auto"),
            (_say("must call a tool (required)"), "required"),
            (_say("must not call any (none)"), "none"),
        ]
        for name in names:
            named: JsonValue = {"type": "function", "function": {"name": name}}
            options.append((_say("must call {name}").format(name=visible_text(name)), named))
        _show_options(self._choice, options, value)

    def show_parallel(self, value: JsonValue) -> None:
        """Show the conversation's ``parallel_tool_calls``; ``None`` is not sent."""
        options: list[_Option] = [
            (_say("as the server likes (not sent)"), None),
            (_say("several at once (true)"), True),
            (_say("one at a time (false)"), False),
        ]
        _show_options(self._parallel, options, value)


def _show_options(box: QComboBox, options: list[_Option], value: JsonValue) -> None:
    """Offer ``options``, ``value`` being the one in force; another one is said to be such."""
    values = [option for _, option in options]
    at = next((i for i, v in enumerate(values) if v == value and type(v) is type(value)), None)
    if at is None:
        options.append((_say("as the side panel says"), value))
        at = len(values)
    box.clear()
    for words, option in options:
        box.addItem(words, option)
    box.setCurrentIndex(at)


def _quiet_label(words: str, parent: QWidget, *, wraps: bool = True) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    label.setProperty("role", "muted")
    return label
