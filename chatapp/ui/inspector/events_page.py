"""Every event of a stream: when it came, what it brought, its raw bytes and what they mean."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.exchanges import Bodies, StretchKind
from chatapp.domain.json_value import compact
from chatapp.qtmodels.events import FLAW_ROLE, EventColumn, EventsModel
from chatapp.services.provenance import Share
from chatapp.ui.fonts import monospace_font, scaled
from chatapp.ui.inspector.body_view import BodyView
from chatapp.ui.inspector.page_parts import (
    ElidedLabel,
    colour,
    label,
    search_line,
    set_role,
    tool_button,
)
from chatapp.wire.event_flaws import Flaw, flaw_of
from chatapp.wire.event_index import RecordedEvent, unknown_fields

_ROW_HEIGHT = 22
_SIDE_BY_SIDE = 640
_ROOMY, _NARROW = 400, 320
_WIDTHS = {
    EventColumn.NUMBER: 60,
    EventColumn.TIME: 74,
    EventColumn.GAP: 78,
    EventColumn.SIZE: 74,
}


class _Data(QStyledItemDelegate):
    """What an event brought, in red if something is wrong with it."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.data(FLAW_ROLE) is not None:
            colour(option, "problem")


class EventsPage(QWidget):
    """A table of events above the one that is chosen."""

    event_chosen = Signal(int)
    """The number of the event that is chosen, from 0."""

    share_wanted = Signal(object)
    """The ``Share`` that the chosen event brought is to be shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self.model = EventsModel(self)
        self.filter = search_line(self, say("Inspector", "Events that contain…"))
        self.filter.textChanged.connect(self._on_filter)
        self._count = label(self)
        self.table = self._make_table()
        self._note = ElidedLabel(self)
        set_role(self._note, "note")
        self._note.setVisible(False)
        self._detail = BodyView(self, say("Inspector", "Event"))
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(12, 4, 12, 8)
        column.addLayout(self._make_brought(below))
        column.addWidget(self._note)
        column.addWidget(self._detail, 1)
        top = QHBoxLayout()
        top.setContentsMargins(12, 6, 14, 6)
        top.setSpacing(10)
        top.addWidget(self.filter, 1)
        top.addWidget(self._count)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.table)
        self._split.addWidget(below)
        self._split.setSizes([1000, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chosen event beside the table where there is room, and leave out of a narrow
        table what can be done without."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._split.orientation() is not wanted:
            self._split.setOrientation(wanted)
            self._split.setSizes([1000, 1000])
        room = self.width() // 2 if wide else self.width()
        self.table.setColumnHidden(EventColumn.SIZE, room < _ROOMY)
        self.table.setColumnHidden(EventColumn.GAP, room < _NARROW)

    def _make_brought(self, parent: QWidget) -> QHBoxLayout:
        """Return the line that says what the chosen event brought, with a way there."""
        self._share: Share | None = None
        self._brought = ElidedLabel(parent)
        say = QCoreApplication.translate
        self._go_there = tool_button(
            parent, "eye", say("Inspector", "Show it"), lambda: self.share_wanted.emit(self._share)
        )
        self._go_there.setVisible(False)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._brought, 1)
        line.addWidget(self._go_there)
        return line

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(QCoreApplication.translate("Inspector", "Events"))
        table.setModel(self.model)
        table.setFont(monospace_font(0.95))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setMinimumHeight(_ROW_HEIGHT * 3)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(scaled(_ROW_HEIGHT))
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, scaled(width))
        table.setItemDelegateForColumn(EventColumn.DATA, _Data(table))
        table.selectionModel().currentRowChanged.connect(self._on_row)
        return table

    def show_bodies(self, bodies: Bodies, *, ended: bool, fresh: bool, why_empty: str = "") -> None:
        """Show the events of a stream, ``fresh`` if it is another one than before; the end of one
        that grows is kept in sight, unless an event is looked at. ``why_empty`` is said if there
        are none."""
        if fresh:
            self.model.clear()
            self._note.setVisible(False)
            self._detail.show_body(b"")
            self._say_brought([])
        bar = self.table.verticalScrollBar()
        at_end = fresh or bar.value() >= bar.maximum()
        grows = not ended or (not fresh and self.model.total() > 0)
        self.model.show_bodies(bodies, ended=ended)
        choose = QCoreApplication.translate("Inspector", "Choose an event.")
        self._detail.set_empty_words(choose if self.model.total() else why_empty or choose)
        if grows and at_end and not self.has_choice:
            self.table.scrollToBottom()
        elif fresh:
            self.table.scrollToTop()
        self._show_count()

    def choose_time(self, at_ms: float) -> None:
        """Choose the first event that had come by a time."""
        row = self.model.row_at(at_ms)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    @property
    def has_choice(self) -> bool:
        """Whether an event is chosen."""
        return self.table.currentIndex().isValid()

    def choose_event(self, number: int) -> None:
        """Choose an event, whatever is filtered for."""
        if self.model.row_of(number) < 0:
            self.filter.clear()
        row = self.model.row_of(number)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def time_of(self, number: int) -> float:
        """Return when an event came, in milliseconds since the exchange began."""
        return self.model.time_of(number)

    def show_shares(self, number: int, shares: Sequence[Share]) -> None:
        """Say what an event brought, if it is still the chosen one."""
        chosen = self.model.event_at(self.table.currentIndex().row())
        if chosen is not None and chosen.number == number:
            self._say_brought(shares)

    def _say_brought(self, shares: Sequence[Share]) -> None:
        self._share = shares[-1] if shares else None
        self._brought.setText(" · ".join(map(share_words, shares)))
        self._go_there.setVisible(bool(shares))

    def _on_filter(self, words: str) -> None:
        self.model.set_filter(words)
        self._show_count()

    def _show_count(self) -> None:
        shown, total = self.model.rowCount(), self.model.total()
        words = QCoreApplication.translate("Inspector", "{shown} of {total}")
        self._count.setText(
            str(total) if shown == total else words.format(shown=shown, total=total)
        )

    def _on_row(self, current: QModelIndex) -> None:
        event = self.model.event_at(current.row())
        if event is None:
            return
        flaw = flaw_of(event)
        self._note.setText(_unknown(event) if flaw is None else flaw_words(flaw))
        self._note.setVisible(bool(self._note.text()))
        set_role(self._note, "note" if flaw is None else "problem")
        value = event.decoded()
        self._detail.show_body(compact(value) if value is not None else event.raw)
        self._detail.set_raw(event.raw)
        self._say_brought([])
        self.event_chosen.emit(event.number)


def share_words(share: Share) -> str:
    """Return what an event brought, in words; characters count from 1."""
    say = QCoreApplication.translate
    words = {
        StretchKind.TEXT: say("Inspector", "Text, {place}"),
        StretchKind.REASONING: say("Inspector", "Reasoning, {place}"),
        StretchKind.ARGUMENTS: say("Inspector", "Arguments of {tool}, {place}"),
    }[share.kind]
    place = say("Inspector", "characters {first}–{last}")
    if share.end <= share.start:
        place = say("Inspector", "begun")
    place = place.format(first=share.start + 1, last=share.end)
    return words.format(tool=share.tool or "?", place=place)


def flaw_words(flaw: Flaw) -> str:
    """Return what is wrong with an event, in words."""
    say = QCoreApplication.translate
    return {
        Flaw.NO_JSON: say("Inspector", "This is no JSON object: it was passed over."),
        Flaw.ERROR: say("Inspector", "The server says here what went wrong."),
        Flaw.CUT: say("Inspector", "The stream ended within this event."),
    }[flaw]


def _unknown(event: RecordedEvent) -> str:
    value = event.decoded()
    fields = unknown_fields(value) if isinstance(value, dict) else []
    if not fields:
        return ""
    words = QCoreApplication.translate("Inspector", "Fields beyond the standard: {fields}")
    return words.format(fields=", ".join(fields))
