"""Tool calls and structured answers: arguments as they grow, the verdict, the result."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.json_schema import Verdict
from chatapp.domain.json_value import JsonValue
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.tool_files import ToolFile
from chatapp.qtmodels.quantities import duration, size
from chatapp.ui.fonts import scaled
from chatapp.ui.inspector.code_view import CodeView
from chatapp.ui.inspector.json_tree import JsonTreeView
from chatapp.ui.inspector.page_parts import (
    ElidedLabel,
    Segments,
    copy_text,
    label,
    set_role,
    tool_button,
)
from chatapp.ui.inspector.result_view import ResultView, counted_words, tokens_of
from chatapp.ui.translation import translated

_MOST_TOLD = 20
_VERDICT_LINES = 3
_SIDE_BY_SIDE = 660
_ROOMY = 140
"""A page of fewer pixels in height shows the arguments alone."""
_LEAST_HEIGHT = 40


@dataclass(frozen=True, slots=True)
class CallItem:
    """One tool call, or a structured answer.

    ``verdict`` is ``None`` until there is one; ``has_schema`` tells whether there will be.
    ``result`` is ``None`` as long as there is none; ``structured`` and ``files`` came with it, in
    the message ``message_id``. ``reply_tokens`` are those of the whole reply, if the server has
    counted them. ``fault`` says what is wrong besides the arguments.
    """

    key: str
    title: str
    arguments: str
    ended: bool = False
    has_schema: bool = False
    verdict: Verdict | None = None
    result: str | None = None
    outcome: str = ""
    failed: bool = False
    duration_ms: float | None = None
    structured: JsonValue = None
    files: tuple[ToolFile, ...] = ()
    message_id: str = ""
    reply_tokens: int | None = None
    call_id: str = ""
    fault: str = ""


class CallPage(QWidget):
    """One call at a time; a bar above chooses which."""

    call_chosen = Signal(str)
    """The key of the call that is shown now."""

    events_wanted = Signal(str, int)
    """The event is to be shown that brought a character of the arguments of this call."""

    play_wanted = Signal(str, str)
    save_wanted = Signal(str, str)
    """A message and the address of a file in it that the tool brought."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self._items: list[CallItem] = []
        self._current = ""
        self._bar = QTabBar(self)
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setAccessibleName(say("Inspector", "Calls"))
        self._bar.currentChanged.connect(self._on_tab)
        self.tree = JsonTreeView(self, say("Inspector", "Arguments"))
        self._raw = CodeView(self, say("Inspector", "Arguments"))
        self._verdict = label(self)
        self._verdict.setWordWrap(True)
        self._verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._verdict_place = QScrollArea(self)
        self._verdict_place.setWidget(self._verdict)
        self._verdict_place.setWidgetResizable(True)
        self._verdict_place.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._facts = ElidedLabel(self)
        self._result = ResultView(self)
        self._result.play_wanted.connect(lambda file: self._on_file(self.play_wanted, file))
        self._result.save_wanted.connect(lambda file: self._on_file(self.save_wanted, file))
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._arguments_part())
        self._split.addWidget(self._result)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([1000, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._split, 1)

    def _arguments_part(self) -> QWidget:
        say = QCoreApplication.translate
        part = QWidget(self)
        self._segments = Segments(
            part,
            (("tree", say("Inspector", "Tree")), ("raw", say("Inspector", "Raw"))),
            lambda _: self._show_arguments(),
        )
        self._stack = QStackedWidget(part)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._raw)
        # The row above keeps its height: it is the arguments that give way in a low window.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(scaled(_LEAST_HEIGHT))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._segments)
        top.addWidget(self._facts, 1)
        self._events = tool_button(
            part, "inspect", say("Inspector", "Show the event that brought this"), self._on_events
        )
        top.addWidget(self._events)
        top.addWidget(tool_button(part, "copy", say("Inspector", "Copy"), self._copy))
        column = QVBoxLayout(part)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._verdict_place)
        column.addWidget(self._stack, 1)
        return part

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the result beside the arguments where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._split.orientation() is not wanted:
            self._split.setOrientation(wanted)
        self._verdict_place.setVisible(self.height() >= scaled(_ROOMY))

    def show_items(self, items: Sequence[CallItem]) -> None:
        """Show these calls, or newer states of them."""
        keys = [item.key for item in items]
        if keys != [item.key for item in self._items]:
            self._bar.blockSignals(True)
            while self._bar.count():
                self._bar.removeTab(0)
            for item in items:
                self._bar.addTab(item.title)
            if self._current in keys:
                self._bar.setCurrentIndex(keys.index(self._current))
            self._bar.blockSignals(False)
        self._items = list(items)
        for at, item in enumerate(items):
            self._bar.setTabText(at, item.title)
        self._bar.setVisible(len(items) > 1)
        self._show()

    def choose(self, key: str) -> None:
        """Show one of the calls; nobody is told."""
        keys = [item.key for item in self._items]
        if key in keys:
            self._bar.blockSignals(True)
            self._bar.setCurrentIndex(keys.index(key))
            self._bar.blockSignals(False)
            self._show()

    def _on_tab(self, at: int) -> None:
        if 0 <= at < len(self._items):
            self._show()
            self.call_chosen.emit(self._items[at].key)

    def _item(self) -> CallItem | None:
        at = max(self._bar.currentIndex(), 0)
        return self._items[at] if at < len(self._items) else None

    def _show(self) -> None:
        item = self._item()
        if item is None:
            return
        self._current = item.key
        self._show_arguments()
        facts = [item.call_id, size(len(item.arguments))]
        if len(self._items) == 1:
            facts.insert(0, item.title)
        facts.append(tokens_of(item.arguments))
        if item.duration_ms is not None:
            facts.append(duration(item.duration_ms))
        self._facts.setText(" · ".join(filter(None, facts)))
        self._facts.hint = counted_words(item.reply_tokens)
        words, role = verdict_words(item)
        self._verdict.setText(words)
        set_role(self._verdict, role)
        lines = min(words.count("\n") + 1, _VERDICT_LINES)
        self._verdict_place.setFixedHeight(self._verdict.fontMetrics().lineSpacing() * lines + 4)
        self._result.setVisible(item.result is not None)
        if item.result is not None:
            self._result.show_result(item.result, item.structured, item.files)
            self._result.show_outcome(item.outcome, failed=item.failed)

    def _show_arguments(self) -> None:
        """Only what is looked at is brought up to date."""
        item = self._item()
        is_tree = self._segments.chosen() == "tree"
        self._stack.setCurrentIndex(0 if is_tree else 1)
        if item is not None and is_tree:
            self.tree.follow(item.arguments, ended=item.ended)
        elif item is not None:
            self._raw.show_text(item.arguments)

    def mark(self, start: int, end: int) -> None:
        """Show the raw arguments with some of their characters marked."""
        self._segments.choose("raw")
        self._raw.mark(start, end)

    def _on_events(self) -> None:
        item = self._item()
        if item is not None:
            raw = self._segments.chosen() == "raw"
            self.events_wanted.emit(item.key, self._raw.place() if raw else 0)

    def _on_file(self, wanted: SignalInstance, address: str) -> None:
        item = self._item()
        if item is not None:
            wanted.emit(item.message_id, address)

    def _copy(self) -> None:
        item = self._item()
        if item is not None:
            copy_text(item.arguments)


def verdict_words(item: CallItem) -> tuple[str, str]:
    """Return what a schema says of the arguments, and how serious that is."""
    say = QCoreApplication.translate
    if item.verdict is None:
        if not item.ended:
            return say("Inspector", "Arriving…"), "muted"
        return say("Inspector", "Checking…"), "muted"
    lines = [item.fault] if item.fault else []
    lines += [f"{v.path}: {translated(v.words)}" for v in item.verdict.violations[:_MOST_TOLD]]
    more = len(item.verdict.violations) - _MOST_TOLD
    if more > 0:
        lines.append(say("Inspector", "and {count} more").format(count=more))
    if lines:
        return "✗ " + "\n✗ ".join(lines), "problem"
    if not item.has_schema:
        return say("Inspector", "No schema to check against."), "muted"
    unchecked = [translated(words) for words in item.verdict.unchecked]
    if unchecked:
        return "\n".join(unchecked), "note"
    if not item.ended:
        return say("Inspector", "Fits the schema so far."), "muted"
    return "✓ " + say("Inspector", "Fits the schema."), "good"
