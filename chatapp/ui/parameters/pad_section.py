"""The part of the side panel with the pad: presets above it, what sweeps measured below."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from chatapp.domain.json_value import as_number
from chatapp.domain.parameter_layers import EffectiveParameters, Layer
from chatapp.domain.presets import Preset, is_built_in
from chatapp.domain.surfaces import Surface
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.parameters.pad import SamplingPad
from chatapp.ui.parameters.pad_picture import NamedPoint
from chatapp.ui.widgets.section import Section

USUAL = 1.0
"""What servers use for both fields when none is sent."""


def preset_label(name: str) -> str:
    """Return a preset's name as it is shown; ours are translated."""
    return QCoreApplication.translate("Preset", name) if is_built_in(name) else name


class PadSection(Section):
    """Wishes of the pad and of its menu of presets.

    ``moved`` is the pad's; ``preset_wanted`` names a preset to use, or none with an empty name.
    """

    moved = Signal(object, object)
    preset_wanted = Signal(str)
    save_requested = Signal()
    rename_requested = Signal(str)
    delete_requested = Signal(str)
    measure_chosen = Signal(str)
    sweep_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        tr = QCoreApplication.translate
        super().__init__(tr("SamplingPad", "Temperature and Top P"), parent)
        self.pad = SamplingPad(self)
        self.pad.moved.connect(self.moved)
        self.pad.preset_chosen.connect(self.preset_wanted)
        self._presets: Sequence[Preset] = ()
        self._used: Preset | None = None
        self._button = QPushButton(self)
        self._button.setObjectName("presetMenu")
        self._button.setIcon(icon("chevron_down", "muted"))
        self._button.setIconSize(QSize(scaled(12), scaled(12)))
        self._button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._button.clicked.connect(self._open_menu)
        self._label = QLabel(tr("SamplingPad", "Preset"), self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._measures = QComboBox(self)
        self._measures.setObjectName("padMeasure")
        self._measures.setAccessibleName(tr("SamplingPad", "What the colours show"))
        self._measures.activated.connect(
            lambda at: self.measure_chosen.emit(self._measures.itemData(at))
        )
        self._measures.hide()
        top = QHBoxLayout()
        top.addWidget(self._label)
        top.addStretch(1)
        top.addWidget(self._button)
        self.column.addLayout(top)
        self.column.addSpacing(2)
        self.column.addWidget(self.pad)
        self.column.addWidget(self._measures)
        sweep = QPushButton(tr("SamplingPad", "Try a grid of values…"), self)
        sweep.setObjectName("padSweep")
        sweep.setProperty("variant", "link")
        sweep.clicked.connect(self.sweep_requested)
        self.column.addWidget(sweep, 0, Qt.AlignmentFlag.AlignLeft)
        self._name_button("")

    def show_parameters(self, effective: EffectiveParameters) -> None:
        """Show the point in force."""
        temperature, top_p = (effective.fields[name] for name in ("temperature", "top_p"))
        values = [
            as_number(field.setting.value) if field.setting.send else None
            for field in (temperature, top_p)
        ]
        self.pad.show_point(
            USUAL if values[0] is None else values[0],
            USUAL if values[1] is None else values[1],
            sent=temperature.is_sent or top_p.is_sent,
        )
        own = Layer.PRESET not in (temperature.layer, top_p.layer)
        self._name_button(preset_label(self._used.name) if self._used else "", changed=own)

    def show_presets(self, presets: Sequence[Preset], used: Preset | None) -> None:
        """Show the presets there are, and which of them the conversation uses."""
        self._presets, self._used = presets, used
        points = []
        for preset in presets:
            temperature, top_p = preset.number("temperature"), preset.number("top_p")
            if temperature is not None or top_p is not None:
                points.append(
                    NamedPoint(
                        preset.name,
                        preset_label(preset.name),
                        USUAL if temperature is None else temperature,
                        USUAL if top_p is None else top_p,
                    )
                )
        self.pad.show_presets(points)

    def show_measures(self, measures: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer what a sweep measured, by name and label; nothing hides the choice."""
        self._measures.setVisible(bool(measures))
        self._measures.clear()
        for name, label in measures:
            self._measures.addItem(label, name)
        self._measures.setCurrentIndex(max(self._measures.findData(chosen), 0))

    def show_surface(self, surface: Surface | None, label: str) -> None:
        """Show what a sweep measured on the pad."""
        self.pad.show_surface(surface, label)

    def _name_button(self, name: str, *, changed: bool = False) -> None:
        tr = QCoreApplication.translate
        words = name or tr("SamplingPad", "None")
        if name and changed:
            words = tr("SamplingPad", "{preset}, changed").format(preset=name)
        self._button.setText(words)
        self._button.setAccessibleName(tr("SamplingPad", "Preset: {preset}").format(preset=words))

    def menu(self) -> QMenu:
        """Return the menu of presets as it is now."""
        tr = QCoreApplication.translate
        menu = QMenu(self)
        used = self._used.name if self._used else ""
        for preset in self._presets:
            self._add(menu, preset_label(preset.name), preset.name, checked=preset.name == used)
        self._add(menu, tr("SamplingPad", "None"), "", checked=not used)
        menu.addSeparator()
        menu.addAction(tr("SamplingPad", "Save these settings as a preset…")).triggered.connect(
            self.save_requested
        )
        if used and not is_built_in(used):
            rename = menu.addAction(tr("SamplingPad", "Rename “{preset}”…").format(preset=used))
            rename.triggered.connect(lambda: self.rename_requested.emit(used))
            delete = menu.addAction(tr("SamplingPad", "Delete “{preset}”").format(preset=used))
            delete.triggered.connect(lambda: self.delete_requested.emit(used))
        return menu

    def _add(self, menu: QMenu, label: str, name: str, *, checked: bool) -> QAction:
        action = menu.addAction(label.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda: self.preset_wanted.emit(name))
        return action

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
