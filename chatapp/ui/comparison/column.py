"""One column: who answers and how, the answer while it arrives, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.messages import EndpointId
from chatapp.domain.parameter_layers import EffectiveParameters, Layer, Setting
from chatapp.domain.parameters import PARAMETERS
from chatapp.services.requests import Answerer
from chatapp.ui.comparison.settings import ColumnSettings
from chatapp.ui.conversation.empty_page import EmptyState
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.conversation.shown_message import ShownMessage
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.model_picker import ModelGroup, ModelPicker
from chatapp.ui.parameters.provenance import setting_words

LEAST_WIDTH = 230
MOST_NAMED = 2
"""So many of a column's own settings are named in its heading."""


class ComparisonColumn(QWidget):
    """Knows its answerer; ``number`` counts from 1 and ends its object names."""

    changed = Signal()
    """Another model or other settings were chosen."""
    stop_requested = Signal()
    keep_requested = Signal()
    remove_requested = Signal()

    def __init__(self, number: int, answerer: Answerer, parent: QWidget) -> None:
        super().__init__(parent)
        tr = QCoreApplication.translate
        self.number = number
        self.answerer = answerer
        self.setObjectName(f"comparisonColumn{number}")
        self._picker = ModelPicker(self)
        self._picker.setObjectName(f"comparisonModel{number}")
        self._picker.setMaximumWidth(16777215)
        self._picker.model_chosen.connect(self._on_model)
        self._remove = QToolButton(self)
        self._remove.setIcon(icon("close", "muted"))
        self._remove.setAccessibleName(tr("Comparison", "Remove this column"))
        self._remove.setToolTip(self._remove.accessibleName())
        self._remove.clicked.connect(self.remove_requested)
        self._settings = QPushButton(self)
        self._settings.setObjectName(f"comparisonSettings{number}")
        self._settings.setProperty("variant", "link")
        self._settings.clicked.connect(self._open_settings)
        self._dialog: ColumnSettings | None = None
        self._effective: EffectiveParameters | None = None
        self.view = MessageView(self)
        self.view.setObjectName(f"comparisonView{number}")
        self._figures = QLabel(self)
        self._figures.setTextFormat(Qt.TextFormat.PlainText)
        self._figures.setProperty("role", "muted")
        self._figures.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._stop = QPushButton(tr("Comparison", "Stop"), self)
        self._stop.setObjectName(f"comparisonStop{number}")
        self._stop.clicked.connect(self.stop_requested)
        self._keep = QPushButton(tr("Comparison", "Keep"), self)
        self._keep.setObjectName(f"comparisonKeep{number}")
        self._keep.setToolTip(tr("Comparison", "Keep this answer and delete the others"))
        self._keep.clicked.connect(self.keep_requested)
        self._lay_out()
        self.show_answer([], running=False)
        self._name_settings()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 0, 10, 0)
        top.addWidget(self._picker, 1)
        top.addWidget(self._remove)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 10, 0)
        below.addWidget(self._settings)
        below.addStretch(1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 0, 10, 6)
        bottom.addWidget(self._figures, 1)
        bottom.addWidget(self._stop)
        bottom.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(below)
        column.addWidget(self.view, 1)
        column.addLayout(bottom)
        self.setMinimumWidth(scaled(LEAST_WIDTH))

    # Who answers

    def show_models(self, groups: Sequence[ModelGroup]) -> None:
        """Offer the models of every endpoint."""
        self._picker.show_models(groups)
        self._picker.show_choice(self.answerer.endpoint_id or "", self.answerer.model)

    def show_parameters(self, effective: EffectiveParameters) -> None:
        """Show what this column would send."""
        self._effective = effective
        if self._dialog is not None:
            self._dialog.fields.show_parameters(effective)

    def may_be_removed(self, *, may: bool) -> None:
        """Two columns are the least that can be compared."""
        self._remove.setVisible(may)

    def _on_model(self, endpoint_id: str, model: str) -> None:
        chosen = EndpointId(endpoint_id) if endpoint_id else None
        self._take(Answerer(chosen, model, self.answerer.settings))

    def _open_settings(self) -> None:
        if self._dialog is None:
            prefix = f"comparison{self.number}"
            self._dialog = ColumnSettings(self._picker.currentText(), prefix, self)
            self._dialog.fields.setting_changed.connect(self._on_setting)
            self._dialog.fields.layer_changed.connect(self._on_layer)
            self._dialog.finished.connect(self._on_dialog_closed)
            if self._effective is not None:
                self._dialog.fields.show_parameters(self._effective)
        self._dialog.show()

    def _on_dialog_closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _on_layer(self, name: str, layer: Layer, setting: Setting | None) -> None:
        """Only the column's own layer is edited here; the others are the conversation's."""
        if layer is Layer.MESSAGE:
            self._on_setting(name, setting)

    def _on_setting(self, name: str, setting: Setting | None) -> None:
        settings = {n: s for n, s in self.answerer.settings.items() if n != name}
        if setting is not None:
            settings[name] = setting
        self._take(Answerer(self.answerer.endpoint_id, self.answerer.model, settings))

    def _take(self, answerer: Answerer) -> None:
        self.answerer = answerer
        self._name_settings()
        self.changed.emit()

    def _name_settings(self) -> None:
        """Name what is set for this column alone."""
        own = list(self.answerer.settings.items())
        words = ", ".join(
            f"{QCoreApplication.translate('Parameter', PARAMETERS[name].label)} "
            f"{setting_words(setting)}"
            for name, setting in own[:MOST_NAMED]
            if name in PARAMETERS
        )
        if len(own) > MOST_NAMED:
            words += " …"
        self._settings.setText(
            words or QCoreApplication.translate("Comparison", "The conversation's settings")
        )

    # Its answer

    def show_answer(
        self, path: Sequence[ShownMessage], *, running: bool, figures: str = ""
    ) -> None:
        """Show the question and this column's answer."""
        if path:
            self.view.show_path(path)
        else:
            tr = QCoreApplication.translate
            self.view.clear(EmptyState(tr("Comparison", "Write a message below."), ""))
        self._show_state(answered=bool(path), running=running, figures=figures)

    def update_answer(self, shown: ShownMessage, *, running: bool, figures: str) -> None:
        """Show the answer as it is now."""
        self.view.update_message(shown)
        self._show_state(answered=True, running=running, figures=figures)

    def _show_state(self, *, answered: bool, running: bool, figures: str) -> None:
        self._stop.setVisible(running)
        self._keep.setVisible(answered and not running)
        self._figures.setText(figures)
        self._figures.setToolTip(figures)
