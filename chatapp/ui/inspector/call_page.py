"""Tool calls and structured answers: arguments as they grow, the verdict, the result."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.json_reading import read_json
from chatapp.domain.json_schema import Verdict
from chatapp.domain.json_value import JsonValue, as_list, as_object, as_text
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.token_estimate import text_tokens
from chatapp.qtmodels.quantities import duration, size
from chatapp.ui.attachments.wording import token_words
from chatapp.ui.inspector.body_view import BodyView
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
from chatapp.ui.inspector.result_table import ResultTable, rows_of
from chatapp.ui.translation import translated

MOST_PARSED = 1_000_000
MOST_PICTURE_BYTES = 20_000_000
_MOST_TOLD = 20
_VERDICT_LINES = 3
_SIDE_BY_SIDE = 660


@dataclass(frozen=True, slots=True)
class CallItem:
    """One tool call, or a structured answer.

    ``verdict`` is ``None`` until there is one; ``has_schema`` tells whether there will be.
    ``result`` is ``None`` as long as there is none. ``reply_tokens`` are those of the whole reply,
    if the server has counted them. ``fault`` says what is wrong besides the arguments.
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
    reply_tokens: int | None = None
    call_id: str = ""
    fault: str = ""


class CallPage(QWidget):
    """One call at a time; a bar above chooses which."""

    call_chosen = Signal(str)
    """The key of the call that is shown now."""

    events_wanted = Signal(str, int)
    """The event is to be shown that brought a character of the arguments of this call."""

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
        self._result = _ResultView(self)
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
            self._result.show_result(item.result, item.outcome, failed=item.failed)

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

    def _copy(self) -> None:
        item = self._item()
        if item is not None:
            copy_text(item.arguments)


def tokens_of(words: str) -> str:
    """Return about how many tokens a text is; of one that is very long, nothing."""
    return token_words(text_tokens(words)) if len(words) <= MOST_PARSED else ""


def counted_words(reply_tokens: int | None) -> str:
    """Return how far a count of tokens can be trusted."""
    say = QCoreApplication.translate
    estimate = say("Inspector", "Tokens are an estimate: servers count only whole replies.")
    if reply_tokens is None:
        return estimate
    counted = say("Inspector", "The server counted {count} tokens for this reply.")
    return f"{estimate} {counted.format(count=reply_tokens)}"


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


class _ResultView(QWidget):
    """A result as a picture, a table, or a body (tree, text, raw)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        say = QCoreApplication.translate
        self._title = label(self, "", "heading")
        self._segments = Segments(
            self,
            (
                ("body", say("Inspector", "Content")),
                ("table", say("Inspector", "Table")),
                ("picture", say("Inspector", "Picture")),
            ),
            self._on_view,
        )
        self._body = BodyView(self, say("Inspector", "Result"))
        self._table = ResultTable(self)
        self._picture = QLabel(self)
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        scroll = QScrollArea(self)
        scroll.setWidget(self._picture)
        scroll.setWidgetResizable(True)
        self._stack = QStackedWidget(self)
        for view in (self._body, self._table, scroll):
            self._stack.addWidget(view)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._segments)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._shown = ""

    def show_result(self, result: str, outcome: str, *, failed: bool) -> None:
        """Show a result; ``outcome`` says in words how the tool ended."""
        words = QCoreApplication.translate("Inspector", "Result")
        facts = [words, outcome, tokens_of(result)]
        self._title.setText(" · ".join(filter(None, facts)))
        self._title.setToolTip(counted_words(None))
        set_role(self._title, "problem" if failed else "heading")
        if result == self._shown:
            return
        self._shown = result
        value = _parsed(result)
        rows, picture = rows_of(value), picture_of(value)
        self._body.show_body(result)
        self._table.show_rows(rows)
        if picture is not None:
            self._picture.setPixmap(QPixmap.fromImage(picture))
        self._segments.set_offered("table", offered=bool(rows))
        self._segments.set_offered("picture", offered=picture is not None)
        self._segments.setVisible(bool(rows) or picture is not None)

    def _on_view(self, name: str) -> None:
        self._stack.setCurrentIndex(("body", "table", "picture").index(name))


def _parsed(text: str) -> JsonValue:
    if len(text) > MOST_PARSED:
        return None
    try:
        value: JsonValue = read_json(text)
    except ValueError:
        return None
    return value


def picture_of(value: JsonValue) -> QImage | None:
    """Return the first picture in the content of a tool's result (MCP's ``image`` parts)."""
    parts = as_list(as_object(value).get("content")) or as_list(value)
    for part in map(as_object, parts):
        data = as_text(part.get("data"))
        if part.get("type") == "image" and len(data) <= MOST_PICTURE_BYTES:
            image = QImage.fromData(QByteArray.fromBase64(QByteArray(data.encode())))
            if not image.isNull():
                return image
    return None
