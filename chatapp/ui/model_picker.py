"""The choice of endpoint and language model at the top of a conversation."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.fonts import scaled

ENDPOINT_ROLE = Qt.ItemDataRole.UserRole + 1
MODEL_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class ModelGroup:
    """An endpoint and the models it is known to offer."""

    endpoint_id: str
    endpoint_name: str
    models: Sequence[str]


_MOST_WIDTH = 460
_AROUND_NAMES = 48
"""What edges and the scroll bar of the list take."""


class ModelPicker(QComboBox):
    """Editable: any name can be typed, and goes to the endpoint that is chosen."""

    model_chosen = Signal(str, str)
    """Endpoint id and model name."""

    refresh_requested = Signal()
    done = Signal()
    """Somebody has picked from the open list, or pressed Enter: what comes next is a message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelPicker")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(QCoreApplication.translate("ModelPicker", "Language model"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setMaximumWidth(scaled(_MOST_WIDTH))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        line = self._line
        line.setPlaceholderText(QCoreApplication.translate("ModelPicker", "Choose or type a model"))
        line.editingFinished.connect(self.commit)
        line.returnPressed.connect(self.done)
        self._endpoint_id = ""
        self._model = ""
        self._groups: tuple[ModelGroup, ...] = ()
        self._is_picking = False
        """The list was opened; a pick ends it."""
        self._is_showing = False
        """What changes in the field now is what others chose."""
        self.setModel(QStandardItemModel(self))
        self._search_within_names()
        self.activated.connect(self._on_activated)
        self.editTextChanged.connect(self._on_set)

    def _search_within_names(self) -> None:
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionRole(MODEL_ROLE)
        self.setCompleter(completer)

    def show_models(self, groups: Sequence[ModelGroup]) -> None:
        """List the models of every endpoint under its name."""
        if tuple(groups) == self._groups:
            return
        self._groups = tuple(groups)
        rows, bold = QStandardItemModel(self), self.font()
        bold.setBold(True)
        for group in groups:
            heading = QStandardItem(group.endpoint_name)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(bold)
            rows.appendRow(heading)
            for model in group.models:
                rows.appendRow(self._row(group.endpoint_id, model))
        typed = self.currentText()
        self._is_showing = True
        self.setModel(rows)
        self._search_within_names()
        self.setCurrentIndex(self._index_of(self._endpoint_id, self._model))
        self.setEditText(typed)
        self._is_showing = False

    @staticmethod
    def _row(endpoint_id: str, model: str) -> QStandardItem:
        item = QStandardItem(model)
        item.setData(endpoint_id, ENDPOINT_ROLE)
        item.setData(model, MODEL_ROLE)
        return item

    def show_choice(self, endpoint_id: str, model: str, *, hint: str = "") -> None:
        """Show what the conversation uses; ``hint`` names the endpoint."""
        self._endpoint_id, self._model = endpoint_id, model
        self._is_showing = True
        self.setCurrentIndex(self._index_of(endpoint_id, model))
        if not self._line.hasFocus() or not self._line.isModified():
            self.setEditText(model)
            self._line.setCursorPosition(0)
        self._is_showing = False
        self.setToolTip(hint)

    def _index_of(self, endpoint_id: str, model: str) -> int:
        for row in range(self.count()):
            if (self.itemData(row, ENDPOINT_ROLE), self.itemData(row, MODEL_ROLE)) == (
                endpoint_id,
                model,
            ):
                return row
        return -1

    def showPopup(self) -> None:
        """Open the list and ask for a newer one."""
        self.refresh_requested.emit()
        self._is_picking = True
        names = (model for group in self._groups for model in group.models)
        longest = max(names, key=len, default="")
        wanted = self.fontMetrics().horizontalAdvance(longest) + scaled(_AROUND_NAMES)
        self.view().setMinimumWidth(min(wanted, scaled(_MOST_WIDTH)))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys in the field choose as well, but go on doing so."""
        self._is_picking = False
        super().keyPressEvent(event)

    def _on_activated(self, row: int) -> None:
        model = self.itemData(row, MODEL_ROLE)
        if model:
            self._choose(self.itemData(row, ENDPOINT_ROLE), model)
        self._line.setCursorPosition(0)  # long names differ at their beginning
        if self._is_picking:
            self._is_picking = False
            self.done.emit()

    def _on_set(self) -> None:
        """Choose what a program put into the field, as people do by picking or typing."""
        if self._is_showing or self._line.isModified() or self._line.hasFocus():
            return
        row = self.currentIndex()
        if row >= 0 and self.itemData(row, MODEL_ROLE) == self.currentText():
            self._on_activated(row)
        else:
            self.commit()

    def commit(self) -> None:
        """Choose what stands in the field."""
        typed = self.currentText().strip()
        if typed and typed != self._model:
            self._choose(self._endpoint_id, typed)

    def _choose(self, endpoint_id: str, model: str) -> None:
        if (endpoint_id, model) != (self._endpoint_id, self._model):
            self._endpoint_id, self._model = endpoint_id, model
            self._line.setModified(False)
            self.model_chosen.emit(endpoint_id, model)
