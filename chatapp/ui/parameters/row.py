"""One request field in the panel: switch, label, editor, where its value comes from, and what
is wrong with it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chatapp.domain.parameter_kinds import (
    Choice,
    Flag,
    Json,
    Kind,
    Line,
    Number,
    Several,
    Voice,
    Words,
)
from chatapp.domain.parameter_layers import Effective, Layer, Limit, Setting
from chatapp.domain.parameter_spec import Parameter
from chatapp.ui.parameters.limit_line import LimitLine
from chatapp.ui.parameters.provenance import ProvenanceLine
from chatapp.ui.translation import translated
from chatapp.ui.widgets.json_editor import JsonEditor
from chatapp.ui.widgets.switch import Switch
from chatapp.ui.widgets.value_editor import (
    ChoiceEditor,
    FlagEditor,
    LineEditor,
    NumberEditor,
    SeveralEditor,
    ValueEditor,
    VoiceEditor,
)
from chatapp.ui.widgets.words_editor import WordsEditor


def editor_for(kind: Kind, parent: QWidget) -> ValueEditor:
    """Return the right editor; the kind of a field is all that it depends on."""
    match kind:
        case Number(low, high, step, integer, slider):
            closed = slider and low is not None and high is not None
            span = (low, high) if closed and low is not None and high is not None else None
            return NumberEditor(integer=integer, step=step, slider_range=span, parent=parent)
        case Flag():
            return FlagEditor(parent)
        case Choice(choices, free, objects):
            return ChoiceEditor(choices, editable=free or objects, parent=parent)
        case Several(choices):
            return SeveralEditor(choices, parent)
        case Words():
            return WordsEditor(parent)
        case Json(_, example):
            return JsonEditor(example=example, parent=parent)
        case Voice(voices, formats):
            return VoiceEditor(voices, formats, parent)
        case Line():
            return LineEditor(parent)


class ParameterRow(QWidget):
    """States the person's wishes for one field.

    ``changed``: a setting for the layer that is edited here, or none to follow the layer below;
    ``layer_changed``: the same for a layer that is named; ``limit_changed``: to leave out what
    the server refuses, or to send it again.
    """

    changed = Signal(str, object)
    layer_changed = Signal(str, object, object)
    limit_changed = Signal(str, bool)
    help_requested = Signal(str)

    def __init__(
        self,
        parameter: Parameter,
        parent: QWidget,
        *,
        prefix: str = "parameter",
        layer: Layer = Layer.CONVERSATION,
    ) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self._layer = layer
        label = QCoreApplication.translate("Parameter", parameter.label)
        help_text = QCoreApplication.translate("Parameter", parameter.help)
        self.editor = editor_for(parameter.kind, self)
        self.editor.setObjectName(f"{prefix}.{parameter.name}")
        self.editor.setAccessibleName(label)
        self.editor.setAccessibleDescription(help_text)
        self.switch = Switch(self)
        self.switch.setObjectName(f"{prefix}.{parameter.name}.send")
        self.switch.setAccessibleName(
            QCoreApplication.translate("ParameterPanel", "Send {field}").format(field=label)
        )
        self._label = QLabel(label, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(self.editor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        explain = QAction(QCoreApplication.translate("ParameterPanel", "What is this?"), self)
        explain.triggered.connect(lambda: self.help_requested.emit(parameter.name))
        self.addAction(explain)
        # What most rows never say is made when it is first said: a hundred widgets fewer.
        self._provenance: ProvenanceLine | None = None
        self._limit: LimitLine | None = None
        self._words: QLabel | None = None
        self.setToolTip(f"<p>{help_text}</p><p><code>{parameter.name}</code></p>")
        self.search_text = f"{parameter.name} {label} {help_text}".lower()
        self._lay_out()
        self.switch.toggled.connect(self._on_switched)
        self.editor.edited.connect(self._on_edited)
        self._edited_layer = layer

    def _lay_out(self) -> None:
        beside = isinstance(self.parameter.kind, Flag)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._label)
        top.addStretch(1)
        if beside:
            top.addWidget(self.editor)
        top.addWidget(self.switch)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 6)
        layout.setSpacing(3)
        layout.addLayout(top)
        if not beside:
            layout.addWidget(self.editor)
        self._below = layout.count()

    def _on_switched(self, on: bool) -> None:
        self._set_at(self._edited_layer, Setting(self.editor.current, send=on))

    def _on_edited(self) -> None:
        """An edited value is meant to be sent."""
        self._set_at(self._edited_layer, Setting(self.editor.current, send=True))

    def _set_at(self, layer: Layer, setting: Setting | None) -> None:
        if layer is self._layer:
            self.changed.emit(self.parameter.name, setting)
        else:
            self.layer_changed.emit(self.parameter.name, layer, setting)

    def show_effective(self, effective: Effective) -> None:
        """Show what the layers made of the field; an editor in use is left alone."""
        if self.switch.isChecked() != effective.setting.send:
            self.switch.blockSignals(True)
            self.switch.setChecked(effective.setting.send)
            self.switch.blockSignals(False)
            self.switch.update()
        if self.editor.current != effective.setting.value or type(self.editor.current) is not type(
            effective.setting.value
        ):
            self.editor.show_value(effective.setting.value)
        # What counts for the next message alone would hide an edit of the layer below it.
        one_message = effective.layer is Layer.MESSAGE
        self._edited_layer = Layer.MESSAGE if one_message else self._layer
        self._show_provenance(effective)
        self._show_limit(effective)
        self.editor.show_sent(sent=effective.is_sent)
        self.editor.show_valid(valid=effective.problem is None)
        self._label.setEnabled(effective.is_sent)
        self._say(effective)

    def _show_provenance(self, effective: Effective) -> None:
        line = self._provenance
        if line is None:
            if effective.layer is None:
                return
            line = self._provenance = ProvenanceLine(self._layer, self._label.text(), self)
            line.set_requested.connect(self._set_at)
            self._column.insertWidget(self._below, line)
        line.show_effective(effective)

    def _show_limit(self, effective: Effective) -> None:
        line = self._limit
        if line is None:
            if effective.limit is None:
                return
            line = self._limit = LimitLine(self._label.text(), self)
            line.wished.connect(lambda out: self.limit_changed.emit(self.parameter.name, out))
            self._column.insertWidget(self._below + (self._provenance is not None), line)
        line.show_limit(effective.limit, is_set=effective.setting.send)

    def _say(self, effective: Effective) -> None:
        words, role = "", "muted"
        syntax = self.editor.syntax_error if isinstance(self.editor, JsonEditor) else ""
        if effective.problem is not None:
            words, role = syntax or translated(effective.problem), "problem"
        elif effective.note is not None and effective.limit is not Limit.LEFT_OUT:
            words, role = translated(effective.note), "note"
        if words or self._words is not None:
            self._show_words(words, role)

    def _show_words(self, words: str, role: str) -> None:
        label = self._words
        if label is None:
            label = self._words = QLabel(self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._column.addWidget(label)
        label.setText(words)
        label.setVisible(bool(words))
        if label.property("role") != role:
            label.setProperty("role", role)
            label.style().polish(label)
