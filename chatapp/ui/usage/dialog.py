"""Use and cost: a chart by day, sums by what one wants to know, prices, and a budget."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.usage import Grouping, Price, Tokens
from chatapp.ui.fonts import open_at, scaled
from chatapp.ui.usage.chart import Bar, UsageChart

_PRICE_FIELDS = ("prompt", "cached", "audio_in", "image", "completion", "audio_out")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A sum as it is shown; ``cost`` is in words."""

    name: str
    answers: int
    tokens: Tokens
    cost: str


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A model and its price; ``is_own`` says that the person has set it."""

    endpoint_id: str
    endpoint: str
    model: str
    price: Price
    is_own: bool = False


def _number(text: str) -> float | None:
    """Return what a person typed as a price; ``None`` for nothing or for what is no price."""
    value, is_number = QLocale().toDouble(text.strip())
    if not is_number:
        value, is_number = QLocale.c().toDouble(text.strip())
    return value if is_number and 0 <= value < float("inf") else None


class UsageDialog(QDialog):
    """Shows what it is told; states wishes."""

    view_changed = Signal(str, int)
    """Grouping, and the number of days or 0 for all."""
    price_changed = Signal(str, str, object)
    budget_changed = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setObjectName("usageDialog")
        self.setWindowTitle(tr("Usage", "Usage and cost"))
        open_at(self, 820, 620)
        self._showing = False
        self._prices: list[PriceRow] = []
        tabs = QTabWidget(self)
        tabs.addTab(self._usage_page(), tr("Usage", "Usage"))
        tabs.addTab(self._price_page(), tr("Usage", "Prices and budget"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(tabs, 1)
        column.addWidget(buttons)

    def _usage_page(self) -> QWidget:
        tr = QCoreApplication.translate
        page = QWidget(self)
        self.grouping = QComboBox(page)
        for grouping, words in (
            (Grouping.DAY, tr("Usage", "By day")),
            (Grouping.MODEL, tr("Usage", "By model")),
            (Grouping.ENDPOINT, tr("Usage", "By endpoint")),
            (Grouping.CONVERSATION, tr("Usage", "By conversation")),
            (Grouping.PURPOSE, tr("Usage", "By purpose")),
            (Grouping.ANSWER, tr("Usage", "By answer")),
        ):
            self.grouping.addItem(words, grouping.value)
        self.grouping.setAccessibleName(tr("Usage", "Summed up"))
        self.period = QComboBox(page)
        for days, words in (
            (7, tr("Usage", "7 days")),
            (30, tr("Usage", "30 days")),
            (365, tr("Usage", "12 months")),
            (0, tr("Usage", "All")),
        ):
            self.period.addItem(words, days)
        self.period.setCurrentIndex(1)
        self.period.setAccessibleName(tr("Usage", "Period"))
        for box in (self.grouping, self.period):
            box.currentIndexChanged.connect(self.ask)
        self._total = QLabel(page)
        self._total.setTextFormat(Qt.TextFormat.PlainText)
        self._total.setProperty("role", "heading")
        self.chart = UsageChart(page)
        self.table = QTableWidget(page)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(tr("Usage", "Sums"))
        top = QHBoxLayout()
        top.addWidget(self.grouping)
        top.addWidget(self.period)
        top.addStretch(1)
        top.addWidget(self._total)
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.chart)
        column.addWidget(self.table, 1)
        return page

    def _price_page(self) -> QWidget:
        tr = QCoreApplication.translate
        page = QWidget(self)
        hint = QLabel(
            tr(
                "Usage",
                "Prices of a million tokens, in the currency of your bill. Only what an endpoint "
                "states or you enter is counted with; an emptied row goes back to what is stated.",
            ),
            page,
        )
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        self.prices = QTableWidget(page)
        self.prices.verticalHeader().hide()
        self.prices.setAccessibleName(tr("Usage", "Prices"))
        self.prices.cellChanged.connect(self._on_price)
        self.budget = QLineEdit(page)
        self.budget.setMaximumWidth(scaled(120))
        self.budget.setPlaceholderText(tr("Usage", "none"))
        label = QLabel(tr("Usage", "Warn when a month costs more than"), page)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(self.budget)
        self.budget.setAccessibleName(label.text())
        self.budget.editingFinished.connect(self._on_budget)
        self._spent = QLabel(page)
        self._spent.setTextFormat(Qt.TextFormat.PlainText)
        self._spent.setProperty("role", "muted")
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.budget)
        row.addWidget(self._spent, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(10)
        column.addWidget(hint)
        column.addWidget(self.prices, 1)
        column.addLayout(row)
        return page

    def ask(self) -> None:
        """Ask for what is chosen to be shown."""
        self.view_changed.emit(str(self.grouping.currentData()), int(self.period.currentData()))

    def show_usage(self, rows: Sequence[ShownRow], bars: Sequence[Bar], total: str) -> None:
        """Show sums, the bars of the days, and what all comes to."""
        tr = QCoreApplication.translate
        self.chart.show_bars(bars)
        self._total.setText(total)
        titles = (
            self._summed_words(), tr("Usage", "Requests"), tr("Usage", "Prompt"),
            tr("Usage", "Cached"), tr("Usage", "Completion"), tr("Usage", "Reasoning"),
            tr("Usage", "Sound"), tr("Usage", "Pictures"), tr("Usage", "Cost"),
        )  # fmt: skip
        _prepare(self.table, titles, len(rows), len(titles))
        number = QLocale().toString
        for place, row in enumerate(rows):
            t = row.tokens
            counts = (
                row.answers, t.prompt, t.cached, t.completion, t.reasoning,
                t.audio_in + t.audio_out, t.image,
            )  # fmt: skip
            words = [row.name, *(number(count) if count else "–" for count in counts), row.cost]
            for column, text in enumerate(words):
                _put(self.table, place, column, text, right=column > 0)

    def _summed_words(self) -> str:
        """Return what the rows of the sums are."""
        tr = QCoreApplication.translate
        return {
            Grouping.DAY: tr("Usage", "Day"),
            Grouping.MODEL: tr("Usage", "Model"),
            Grouping.ENDPOINT: tr("Usage", "Endpoint"),
            Grouping.CONVERSATION: tr("Usage", "Conversation"),
            Grouping.PURPOSE: tr("Usage", "Purpose"),
            Grouping.ANSWER: tr("Usage", "Answer"),
        }[Grouping(self.grouping.currentData())]

    def show_prices(self, rows: Sequence[PriceRow], budget: float, spent: str) -> None:
        """Show the prices, and how the month stands."""
        tr = QCoreApplication.translate
        titles = (
            tr("Usage", "Model"), tr("Usage", "Prompt"), tr("Usage", "Cached"),
            tr("Usage", "Sound in"), tr("Usage", "Pictures"), tr("Usage", "Completion"),
            tr("Usage", "Sound out"), tr("Usage", "Origin"),
        )  # fmt: skip
        self._showing = True
        self._prices = list(rows)
        _prepare(self.prices, titles, len(rows), len(titles) - 1)
        for place, row in enumerate(rows):
            _put(self.prices, place, 0, f"{row.model}  ({row.endpoint})", fixed=True)
            for column, field in enumerate(_PRICE_FIELDS, start=1):
                value = getattr(row.price, field)
                text = "" if value is None else QLocale().toString(float(value), "g", 6)
                _put(self.prices, place, column, text, right=True)
            _put(self.prices, place, len(_PRICE_FIELDS) + 1, _source_words(row), fixed=True)
        if not self.budget.hasFocus():
            self.budget.setText(QLocale().toString(float(budget), "g", 8) if budget else "")
        self._spent.setText(spent)
        self._showing = False

    def _on_price(self, place: int, column: int) -> None:
        if self._showing or not 1 <= column <= len(_PRICE_FIELDS):
            return
        values = {}
        for number, field in enumerate(_PRICE_FIELDS, start=1):
            item = self.prices.item(place, number)
            values[field] = _number(item.text()) if item is not None else None
        row = self._prices[place]
        price = Price(**values)
        self.price_changed.emit(row.endpoint_id, row.model, price if price != Price() else None)

    def _on_budget(self) -> None:
        self.budget_changed.emit(_number(self.budget.text()) or 0.0)


def _source_words(row: PriceRow) -> str:
    tr = QCoreApplication.translate
    if row.is_own and not row.price.is_known:
        return tr("Usage", "incomplete")
    if row.is_own:
        return tr("Usage", "yours")
    return tr("Usage", "stated") if row.price.is_known else ""


def _prepare(table: QTableWidget, titles: Sequence[str], rows: int, numbers: int) -> None:
    """Make room for rows under titles; columns from the second up to ``numbers`` hold numbers."""
    table.setColumnCount(len(titles))
    table.setRowCount(rows)
    table.setHorizontalHeaderLabels(list(titles))
    for column in range(len(titles)):
        # Words begin where those of their column do, numbers end where theirs do.
        side = Qt.AlignmentFlag.AlignRight if 0 < column < numbers else Qt.AlignmentFlag.AlignLeft
        item = table.horizontalHeaderItem(column)
        if item is not None:
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _put(
    table: QTableWidget,
    row: int,
    column: int,
    text: str,
    *,
    right: bool = False,
    fixed: bool = False,
) -> None:
    """Show a text in a cell; one that shows it already is left alone, with what is just being
    typed into it."""
    item = table.item(row, column)
    if item is not None and item.text() == text:
        return
    item = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    if fixed:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
    table.setItem(row, column, item)
