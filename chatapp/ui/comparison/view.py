"""Two to four columns in the place of the conversation."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.services.requests import Answerer
from chatapp.ui.comparison.column import LEAST_WIDTH, ComparisonColumn
from chatapp.ui.icons import icon

LEAST = 2
MOST = 4


class ComparisonView(QWidget):
    """States the wishes of all columns, with the column's position."""

    columns_changed = Signal()
    stop_requested = Signal(int)
    keep_requested = Signal(int)
    keep_all_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Comparison", "Side by side"))
        self.columns: list[ComparisonColumn] = []
        self._made = 0
        title = QLabel(tr("Comparison", "Side by side"), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "heading")
        self._add = QToolButton(self)
        self._add.setIcon(icon("add"))
        self._add.setToolTip(tr("Comparison", "Add a column"))
        self._add.setAccessibleName(self._add.toolTip())
        self._add.setObjectName("comparisonAdd")
        self._add.clicked.connect(lambda: self.add(self.columns[-1].answerer))
        keep = QPushButton(tr("Comparison", "Keep all"), self)
        keep.setObjectName("comparisonKeepAll")
        keep.clicked.connect(self.keep_all_requested)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 10, 4)
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self._add)
        top.addWidget(keep)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._split)
        column.addWidget(scroll, 1)

    def add(self, answerer: Answerer) -> ComparisonColumn:
        """Add a column at the right, up to four."""
        self._made += 1
        column = ComparisonColumn(self._made, answerer, self._split)
        column.changed.connect(self.columns_changed)
        column.stop_requested.connect(lambda: self.stop_requested.emit(self._at(column)))
        column.keep_requested.connect(lambda: self.keep_requested.emit(self._at(column)))
        column.remove_requested.connect(lambda: self._remove(column))
        self.columns.append(column)
        self._split.addWidget(column)
        self._split.setSizes([100] * len(self.columns))
        self._on_count()
        return column

    def _at(self, column: ComparisonColumn) -> int:
        return self.columns.index(column)

    def _remove(self, column: ComparisonColumn) -> None:
        if len(self.columns) > LEAST:
            self.columns.remove(column)
            column.hide()
            column.deleteLater()
            self._on_count()

    def _on_count(self) -> None:
        self._split.setMinimumWidth(len(self.columns) * (LEAST_WIDTH + 1))
        self._add.setEnabled(len(self.columns) < MOST)
        for column in self.columns:
            column.may_be_removed(may=len(self.columns) > LEAST)
        self.columns_changed.emit()

    def answerers(self) -> Sequence[Answerer]:
        """Return who answers, from the left."""
        return [column.answerer for column in self.columns]
