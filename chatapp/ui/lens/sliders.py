"""The settings of sampling, beside the bars that they move."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chatapp.domain.json_value import JsonValue, as_object
from chatapp.domain.parameter_layers import EffectiveParameters, Setting
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.sampling.samplers import Samplers
from chatapp.domain.text import QT_TRANSLATE_NOOP
from chatapp.ui.widgets.section import Section
from chatapp.ui.widgets.value_editor import NumberEditor

_LABELS = 84


@dataclass(frozen=True, slots=True)
class SliderSpec:
    """A setting with a slider; ``extra`` ones are fields that not every endpoint knows."""

    label: str
    low: float
    high: float
    step: float = 0.01
    extra: bool = False
    rare: bool = False


SLIDERS: Mapping[str, SliderSpec] = MappingProxyType(
    {
        "temperature": SliderSpec(QT_TRANSLATE_NOOP("Lens", "Temperature"), 0, 2),
        "top_p": SliderSpec(QT_TRANSLATE_NOOP("Lens", "Top P"), 0, 1),
        "min_p": SliderSpec(QT_TRANSLATE_NOOP("Lens", "Min P"), 0, 1, extra=True, rare=True),
        "top_k": SliderSpec(QT_TRANSLATE_NOOP("Lens", "Top K"), 0, 100, 1, extra=True, rare=True),
        "presence_penalty": SliderSpec(QT_TRANSLATE_NOOP("Lens", "Presence"), -2, 2, rare=True),
        "frequency_penalty": SliderSpec(QT_TRANSLATE_NOOP("Lens", "Frequency"), -2, 2, rare=True),
    }
)


class LensSliders(QWidget):
    """Shows the settings in force and states wishes for others, as the parameter panel does."""

    setting_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extra: dict[str, JsonValue] = {}
        self._editors: dict[str, NumberEditor] = {}
        self._rows: dict[str, QWidget] = {}
        self._labels: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._more = Section(QCoreApplication.translate("Lens", "More samplers"), self)
        self._more.set_folded(True)
        for name, spec in SLIDERS.items():
            row = self._row(name, spec)
            (self._more.column if spec.rare else column).addWidget(row)
        column.addWidget(self._more)
        self._align()

    def _row(self, name: str, spec: SliderSpec) -> QWidget:
        row = QWidget(self)
        label = QLabel(QCoreApplication.translate("Lens", spec.label), row)
        label.setTextFormat(Qt.TextFormat.PlainText)
        editor = NumberEditor(
            integer=spec.step == 1,
            step=spec.step,
            slider_range=(spec.low, spec.high),
            parent=row,
        )
        editor.setObjectName(f"lens.{name}")
        editor.setAccessibleName(label.text())
        editor.edited.connect(lambda: self._on_edited(name))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(6)
        layout.addWidget(label)
        layout.addWidget(editor, 1)
        self._editors[name], self._rows[name] = editor, row
        self._labels.append(label)
        return row

    def _align(self) -> None:
        """Give all labels the width of the longest, so that the editors stand in a column."""
        width = max(_LABELS, *(label.sizeHint().width() for label in self._labels))
        for label in self._labels:
            label.setFixedWidth(width)

    def _on_edited(self, name: str) -> None:
        value = self._editors[name].current
        if not SLIDERS[name].extra:
            self.setting_changed.emit(name, Setting(value))
        elif isinstance(value, (int, float)):
            self.setting_changed.emit("extra_body", Setting({**self._extra, name: value}))

    def show_settings(
        self, effective: EffectiveParameters, samplers: Samplers, *, extra_samplers: bool
    ) -> None:
        """Show what is in force: what is sent, or else what the endpoint does by itself."""
        body = effective.fields["extra_body"]
        self._extra = dict(as_object(body.setting.value)) if body.is_sent else {}
        for name, spec in SLIDERS.items():
            field = effective.fields.get(name)
            sent = name in self._extra if spec.extra or field is None else field.is_sent
            value = getattr(samplers, name)
            editor = self._editors[name]
            if editor.current != value and not _is_being_typed(editor):
                editor.show_value(value)
            editor.show_sent(sent=sent)
            self._rows[name].setVisible(extra_samplers or not spec.extra)


def _is_being_typed(editor: NumberEditor) -> bool:
    """Whether somebody is writing a number there that is not valid yet."""
    focus = QApplication.focusWidget()
    return isinstance(editor.current, str) and focus is not None and editor.isAncestorOf(focus)
