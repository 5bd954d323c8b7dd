"""One request field in the panel: switch, label, editor, and what is wrong with it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

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
from chatapp.domain.parameter_layers import Effective, Layer, Setting
from chatapp.domain.parameter_spec import Parameter
from chatapp.ui.icons import icon
from chatapp.ui.translation import translated
from chatapp.ui.widgets.switch import Switch
from chatapp.ui.widgets.text_value_editors import JsonEditor, WordsEditor
from chatapp.ui.widgets.value_editor import (
    ChoiceEditor,
    FlagEditor,
    LineEditor,
    NumberEditor,
    SeveralEditor,
    ValueEditor,
    VoiceEditor,
)


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
    """States the person's wish for one field: a setting, or none to follow the layer below."""

    changed = Signal(str, object)

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
        self._reset = QToolButton(self)
        self._reset.setIcon(icon("reset", "muted"))
        self._reset.setProperty("variant", "icon")
        self._reset.setToolTip(
            QCoreApplication.translate("ParameterPanel", "Back to the value below this one")
        )
        self._reset.setAccessibleName(self._reset.toolTip())
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.setToolTip(f"<p>{help_text}</p><p><code>{parameter.name}</code></p>")
        self.search_text = f"{parameter.name} {label} {help_text}".lower()
        self._lay_out()
        self.switch.toggled.connect(self._on_switched)
        self.editor.edited.connect(self._on_edited)
        self._reset.clicked.connect(lambda: self.changed.emit(parameter.name, None))

    def _lay_out(self) -> None:
        beside = isinstance(self.parameter.kind, Flag)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._label)
        top.addStretch(1)
        if beside:
            top.addWidget(self.editor)
        top.addWidget(self._reset)
        top.addWidget(self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 6)
        layout.setSpacing(3)
        layout.addLayout(top)
        if not beside:
            layout.addWidget(self.editor)
        layout.addWidget(self._words)

    def _on_switched(self, on: bool) -> None:
        self.changed.emit(self.parameter.name, Setting(self.editor.current, send=on))

    def _on_edited(self) -> None:
        """An edited value is meant to be sent."""
        self.changed.emit(self.parameter.name, Setting(self.editor.current, send=True))

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
        self._reset.setVisible(effective.layer is self._layer)
        self.editor.show_sent(sent=effective.is_sent)
        self._label.setEnabled(effective.is_sent)
        self._say(effective)

    def _say(self, effective: Effective) -> None:
        words, role = "", "muted"
        syntax = self.editor.syntax_error if isinstance(self.editor, JsonEditor) else ""
        if effective.problem is not None:
            words, role = syntax or translated(effective.problem), "problem"
        elif effective.note is not None:
            words, role = translated(effective.note), "note"
        elif effective.layer is not None and effective.layer is not self._layer:
            words = QCoreApplication.translate("ParameterPanel", "Set by {layer}").format(
                layer=QCoreApplication.translate("ParameterLayer", effective.layer.value)
            )
        self._words.setText(words)
        self._words.setVisible(bool(words))
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            self._words.style().polish(self._words)
