"""The settings an answer was made with, beside what the panel would send now."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.json_value import JsonObject, compact, pretty
from chatapp.domain.parameters import PARAMETERS
from chatapp.domain.settings_comparison import Compared, Sent, compare
from chatapp.ui.fonts import open_at

MAX_CELL = 200


class AnswerSettings(QDialog):
    """A table of fields: then, and now. It may stay open beside the window.

    ``restore_requested`` carries the rows to bring back: one, or all that differ.
    """

    restore_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.setObjectName("answerSettings")
        self.setWindowTitle(tr("AnswerSettings", "Settings of this answer"))
        self._sent: JsonObject = {}
        self._rows: tuple[Compared, ...] = ()
        self._summary = QLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setWordWrap(True)
        self._only_changed = QCheckBox(tr("AnswerSettings", "Only what changed since"), self)
        self._only_changed.setObjectName("onlyChanged")
        self._only_changed.toggled.connect(self._fill)
        self._table = self._new_table()
        self._restore_one = QPushButton(tr("AnswerSettings", "Use this value"), self)
        self._restore_one.setObjectName("restoreOne")
        self._restore_one.clicked.connect(lambda: self._restore(self._chosen()))
        self._restore_all = QPushButton(tr("AnswerSettings", "Use all of them"), self)
        self._restore_all.setObjectName("restoreAll")
        self._restore_all.setProperty("variant", "primary")
        self._restore_all.clicked.connect(lambda: self._restore(self._differing()))
        copy = QPushButton(tr("AnswerSettings", "Copy as JSON"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(pretty(self._sent)))
        for button in (self._restore_one, self._restore_all, copy):
            button.setAutoDefault(False)
        self._lay_out(copy)
        open_at(self, 620, 420)

    def _new_table(self) -> QTableWidget:
        tr = QCoreApplication.translate
        table = QTableWidget(0, 3, self)
        table.setObjectName("answerSettingsTable")
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels(
            [
                tr("AnswerSettings", "Field"),
                tr("AnswerSettings", "This answer"),
                tr("AnswerSettings", "Next message"),
            ]
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        table.itemSelectionChanged.connect(self._on_selected)
        return table

    def _lay_out(self, copy: QPushButton) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(self._restore_one)
        buttons.addWidget(self._restore_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(self._summary)
        column.addWidget(self._only_changed)
        column.addWidget(self._table, 1)
        column.addLayout(buttons)

    def show_bodies(self, sent: JsonObject, now: JsonObject) -> None:
        """Show what an answer was made with and what the next message would be."""
        self._sent = sent
        self._rows = compare(sent, now)
        count = len(self._differing())
        tr = QCoreApplication.translate
        if count:
            words = tr("AnswerSettings", "Changed since this answer: {count}").format(count=count)
        else:
            words = tr("AnswerSettings", "The next message would be sent with the same settings.")
        self._summary.setText(words)
        self._restore_all.setEnabled(count > 0)
        self._fill()

    def _differing(self) -> tuple[Compared, ...]:
        return tuple(row for row in self._rows if row.differs)

    def _shown(self) -> Sequence[Compared]:
        return self._differing() if self._only_changed.isChecked() else self._rows

    def _chosen(self) -> tuple[Compared, ...]:
        shown = self._shown()
        at = sorted({index.row() for index in self._table.selectionModel().selectedRows()})
        return tuple(shown[row] for row in at if shown[row].differs)

    def _restore(self, rows: tuple[Compared, ...]) -> None:
        if rows:
            self.restore_requested.emit(rows)

    def _on_selected(self) -> None:
        self._restore_one.setEnabled(bool(self._chosen()))

    def _fill(self) -> None:
        shown = self._shown()
        self._table.setRowCount(len(shown))
        for at, row in enumerate(shown):
            for column, words in enumerate((_label(row), _words(row.then), _words(row.now))):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                font = item.font()
                font.setBold(row.differs)
                item.setFont(font)
                self._table.setItem(at, column, item)
        self._on_selected()


def _label(row: Compared) -> str:
    parameter = PARAMETERS.get(row.name)
    if parameter is not None:
        return QCoreApplication.translate("Parameter", parameter.label)
    return (
        QCoreApplication.translate("AnswerSettings", "Model") if row.name == "model" else row.name
    )


def _words(sent: Sent | None) -> str:
    if sent is None:
        return QCoreApplication.translate("ParameterPanel", "not sent")
    words = sent.value if isinstance(sent.value, str) else compact(sent.value)
    return words if len(words) <= MAX_CELL else words[: MAX_CELL - 1] + "…"
