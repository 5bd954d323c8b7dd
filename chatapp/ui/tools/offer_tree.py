"""The tree of tools, each with a check box, under their servers."""

import json
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_calls import Scope
from chatapp.domain.tools import ToolDefinition
from chatapp.domain.visible_text import visible_text

LONGEST_DESCRIPTION = 200
CHECK_BOX_EXTRA, WIDEST_NAME = 24, 320
_TOOL = Qt.ItemDataRole.UserRole
_Check = Qt.CheckState


def _say(words: str) -> str:
    return QCoreApplication.translate("ToolOffers", words)


@dataclass(frozen=True, slots=True)
class Offer:
    """One tool as a row; ``changed`` since the person agreed to it, ``allowed`` for how long."""

    tool: ToolDefinition
    offered: bool
    changed: bool = False
    allowed: Scope = Scope.ONCE

    @property
    def key(self) -> str:
        """What identifies it."""
        return self.tool.wire_name

    @property
    def name(self) -> str:
        """What it calls itself."""
        return self.tool.title or self.tool.name

    @property
    def details(self) -> str:
        """All that the model is told of it, and by which name."""
        tool = self.tool
        title = f"{tool.title}\n" if tool.title else ""
        schema = json.dumps(tool.parameters, indent=2, ensure_ascii=False)
        return f"{title}{tool.wire_name}\n\n{tool.description}\n\n{schema}"

    def fits(self, words: Sequence[str]) -> bool:
        """Whether each of ``words``, in small letters, is in what is said of it."""
        tool = self.tool
        text = f"{tool.server} {tool.name} {tool.title} {tool.description}".casefold()
        return all(word in text for word in words)


class OfferTree(QTreeWidget):
    """``checked`` says which tools are to be offered, or no longer."""

    checked = Signal(list, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filling = False
        self._shown: list[Offer] = []
        self._items: dict[str, QTreeWidgetItem] = {}
        self._pressed: tuple[QTreeWidgetItem, Qt.CheckState] | None = None
        self.setObjectName("toolOffers")
        self.setAccessibleName(_say("Tools"))
        self.setColumnCount(3)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        header = self.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        self.itemChanged.connect(self._on_changed)
        self.itemPressed.connect(self._on_pressed)
        self.itemClicked.connect(self._on_clicked)
        self.installEventFilter(self)

    # Showing

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show the tools there are. Rows that only changed their check stay: the change may
        come from one of them, which must not be taken down under its own click."""
        self._filling = True
        bare = [replace(offer, offered=False) for offer in offers]
        if bare != self._shown:
            self._shown = bare
            self._make_rows(offers)
        for offer in offers:
            self._items[offer.key].setCheckState(0, _state(offer.offered, offer.offered))
        self._show_groups()
        self._filling = False

    def _make_rows(self, offers: Sequence[Offer]) -> None:
        current = self.current()
        self.clear()
        self._items.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for offer in offers:
            server = offer.tool.server
            if server not in groups:
                groups[server] = self._group(server)
            item = self._items[offer.key] = _row(offer)
            groups[server].addChild(item)
            if current is not None and offer.key == current.key:
                self.setCurrentItem(item)
        self.expandAll()
        self.resizeColumnToContents(0)
        # The style's own check box is wider than Qt reckons.
        self.setColumnWidth(0, min(self.columnWidth(0) + CHECK_BOX_EXTRA, WIDEST_NAME))

    def _group(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([visible_text(name) or _say("Written by hand")])
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        flags = Qt.ItemFlag
        item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable)
        self.addTopLevelItem(item)
        return item

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [group for group in found if group is not None]

    def _show_groups(self) -> None:
        """Check a server of which all that is shown is offered; half, if some is."""
        for group in self._groups():
            states = [child.checkState(0) is _Check.Checked for child in _children(group)]
            group.setCheckState(0, _state(any(states), all(states)))

    def filter(self, words: str) -> None:
        """Show only what has each of these words in it."""
        wanted = words.casefold().split()
        self._filling = True
        for offer in self._shown:
            self._items[offer.key].setHidden(not offer.fits(wanted))
        for group in self._groups():
            group.setHidden(not _children(group))
        self._show_groups()
        self._filling = False

    def current(self) -> Offer | None:
        """Return the chosen tool."""
        item = self.currentItem()
        key = item.data(0, _TOOL) if item is not None else None
        return next((offer for offer in self._shown if offer.key == key), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen row in sight: what is said of it takes room from the tree."""
        super().resizeEvent(event)
        if (item := self.currentItem()) is not None:
            self.scrollToItem(item)

    # Checking

    def _on_pressed(self, item: QTreeWidgetItem) -> None:
        self._pressed = (item, item.checkState(0))

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        """A click on a tool's name is one on its check box, which has toggled already if it was
        hit."""
        as_pressed = self._pressed == (item, item.checkState(0))
        if column == 0 and as_pressed and item.data(0, _TOOL):
            _toggle(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space checks a row, wherever in it the person has clicked before."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item = self.currentItem()
            if event.key() == Qt.Key.Key_Space and item is not None:
                _toggle(item)
                return True
        return super().eventFilter(watched, event)

    def _on_changed(self, item: QTreeWidgetItem) -> None:
        if self._filling:
            return
        rows = [item] if item.data(0, _TOOL) else _children(item)
        is_checked = item.checkState(0) is not _Check.Unchecked
        self.checked.emit([str(row.data(0, _TOOL)) for row in rows], is_checked)


def _row(offer: Offer) -> QTreeWidgetItem:
    words = visible_text(offer.tool.description[:LONGEST_DESCRIPTION])
    state = ""
    if offer.changed:
        state = _say("changed since you agreed to it")
    elif offer.allowed is Scope.ALWAYS:
        state = _say("always allowed")
    elif offer.allowed is Scope.CONVERSATION:
        state = _say("allowed in this conversation")
    item = QTreeWidgetItem([visible_text(offer.name), " ".join(words.split()), state])
    item.setToolTip(1, "")
    item.setData(0, _TOOL, offer.key)
    flags = Qt.ItemFlag
    item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable)
    return item


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """Return the rows of a group that are shown."""
    rows = (group.child(at) for at in range(group.childCount()))
    return [row for row in rows if row is not None and not row.isHidden()]


def _state(some: bool, every: bool) -> Qt.CheckState:
    if some and every:
        return _Check.Checked
    return _Check.PartiallyChecked if some else _Check.Unchecked


def _toggle(item: QTreeWidgetItem) -> None:
    checked = item.checkState(0) is _Check.Checked
    item.setCheckState(0, _Check.Unchecked if checked else _Check.Checked)
