"""Which tools the shown conversation offers, and whether the model may, must or must not call."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.json_value import JsonValue
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.visible_text import visible_text

_TOOL = Qt.ItemDataRole.UserRole
LONGEST_DESCRIPTION = 200
CHECK_BOX_EXTRA, WIDEST_NAME = 24, 320


_Option: TypeAlias = tuple[str, JsonValue]


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolOffers", words)


@dataclass(frozen=True, slots=True)
class Offer:
    """One tool as a row: ``wire_name`` identifies it, ``group`` is its server or empty."""

    wire_name: str
    name: str
    group: str
    description: str
    offered: bool
    changed: bool = False
    allowed_always: bool = False


class OfferPage(QWidget):
    """A tree with a check box for each tool, grouped by server."""

    offered = Signal(str, bool)
    review_requested = Signal(str)
    withdraw_requested = Signal(str)
    choice_changed = Signal(object)
    """``None`` for not sent, else the field's value."""
    parallel_changed = Signal(object)
    """``None`` for not sent, else the field's value."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filling = False
        self._shown: list[Offer] = []
        self._items: dict[str, QTreeWidgetItem] = {}
        self._pressed: tuple[QTreeWidgetItem, Qt.CheckState] | None = None
        self._tree = QTreeWidget(self)
        self._tree.setObjectName("toolOffers")
        self._tree.setAccessibleName(_say("Tools"))
        self._tree.setColumnCount(3)
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setIndentation(16)
        header = self._tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        self._tree.itemChanged.connect(self._on_changed)
        self._tree.itemPressed.connect(self._on_pressed)
        self._tree.itemClicked.connect(self._on_clicked)
        self._tree.installEventFilter(self)
        self._tree.currentItemChanged.connect(lambda *_: self._show_buttons())
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
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._tree, 1)
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

    def _button(self, words: str, signal: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: signal.emit(self._current()))  # type: ignore[attr-defined]
        button.hide()
        return button

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show the tools there are. Rows that only changed their check stay: the change may
        come from one of them, which must not be taken down under its own click."""
        self._filling = True
        bare = [replace(offer, offered=False) for offer in offers]
        if bare != self._shown:
            self._shown = bare
            self._make_rows(offers)
        for offer in offers:
            checked = Qt.CheckState.Checked if offer.offered else Qt.CheckState.Unchecked
            self._items[offer.wire_name].setCheckState(0, checked)
        self._filling = False
        self._empty.setVisible(not offers)
        self._tree.setVisible(bool(offers))
        self._show_buttons()

    def _make_rows(self, offers: Sequence[Offer]) -> None:
        current = self._current()
        self._tree.clear()
        self._items.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for offer in offers:
            if offer.group not in groups:
                groups[offer.group] = self._group(offer.group)
            item = self._items[offer.wire_name] = self._row(offer)
            groups[offer.group].addChild(item)
            if offer.wire_name == current:
                self._tree.setCurrentItem(item)
        self._tree.expandAll()
        self._tree.resizeColumnToContents(0)
        # The style's own check box is wider than Qt reckons.
        wide = self._tree.columnWidth(0) + CHECK_BOX_EXTRA
        self._tree.setColumnWidth(0, min(wide, WIDEST_NAME))

    def _group(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([visible_text(name) or _say("Written by hand")])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._tree.addTopLevelItem(item)
        return item

    @staticmethod
    def _row(offer: Offer) -> QTreeWidgetItem:
        description = " ".join(visible_text(offer.description[:LONGEST_DESCRIPTION]).split())
        state = ""
        if offer.changed:
            state = _say("changed since you agreed to it")
        elif offer.allowed_always:
            state = _say("always allowed")
        item = QTreeWidgetItem([visible_text(offer.name), description, state])
        item.setToolTip(1, "")
        item.setData(0, _TOOL, offer.wire_name)
        item.setData(1, _TOOL, (offer.changed, offer.allowed_always))
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )
        return item

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

    def _current(self) -> str:
        item = self._tree.currentItem()
        return str(item.data(0, _TOOL) or "") if item is not None else ""

    def _show_buttons(self) -> None:
        item = self._tree.currentItem()
        changed, always = (item.data(1, _TOOL) or (False, False)) if item else (False, False)
        self._review.setVisible(bool(changed))
        self._withdraw.setVisible(bool(always))

    def _on_pressed(self, item: QTreeWidgetItem) -> None:
        self._pressed = (item, item.checkState(0))

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        """A click on a name is one on its check box, which has toggled already if it was hit."""
        as_pressed = self._pressed == (item, item.checkState(0))
        if column == 0 and as_pressed:
            self._toggle(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space checks a row, wherever in it the person has clicked before."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item = self._tree.currentItem()
            if event.key() == Qt.Key.Key_Space and item is not None:
                self._toggle(item)
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _toggle(item: QTreeWidgetItem) -> None:
        if item.data(0, _TOOL):
            checked = item.checkState(0) is Qt.CheckState.Checked
            item.setCheckState(0, Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    def _on_changed(self, item: QTreeWidgetItem) -> None:
        name = item.data(0, _TOOL)
        if not self._filling and name:
            self.offered.emit(str(name), item.checkState(0) is Qt.CheckState.Checked)


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
