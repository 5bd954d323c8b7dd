"""Where a value comes from, at its row: the layer that decided, and the way to the one below."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from chatapp.domain.json_value import compact
from chatapp.domain.parameter_layers import Effective, Layer, Setting
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon

MAX_VALUE = 40
"""Characters of a value in the menu."""


def layer_name(layer: Layer) -> str:
    """Return what a layer is called in the middle of a sentence."""
    return QCoreApplication.translate("ParameterLayer", layer.value)


def setting_words(setting: Setting) -> str:
    """Return a layer's word on a field, short."""
    if not setting.send:
        return QCoreApplication.translate("ParameterPanel", "not sent")
    words = compact(setting.value)
    return words if len(words) <= MAX_VALUE else words[: MAX_VALUE - 1] + "…"


class ProvenanceLine(QWidget):
    """Says which layer decided; its menu shows every layer and clears or moves the value.

    ``own`` is the layer that the rows of this list edit. ``set_requested`` asks for a setting
    at a layer, ``None`` for clearing it there.
    """

    set_requested = Signal(object, object)

    def __init__(self, own: Layer, field: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._own = own
        self._field = field
        self._effective: Effective | None = None
        self._says = QToolButton(self)
        self._says.setProperty("variant", "provenance")
        self._says.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._says.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron comes last
        self._says.setIcon(icon("chevron_down", "muted"))
        self._says.setIconSize(QSize(scaled(10), scaled(10)))
        self._says.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._says.clicked.connect(self._open_menu)
        self._clear = QToolButton(self)
        self._clear.setIcon(icon("reset", "muted"))
        self._clear.setIconSize(QSize(scaled(13), scaled(13)))
        self._clear.setProperty("variant", "provenance")
        self._clear.clicked.connect(self._on_clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._says)
        row.addWidget(self._clear)
        row.addStretch(1)
        self.hide()

    def show_effective(self, effective: Effective) -> None:
        """Show who decided; nothing where nobody did."""
        self._effective = effective
        layer = effective.layer
        self.setVisible(layer is not None)
        if layer is None:
            return
        words = QCoreApplication.translate("ParameterPanel", "from {layer}").format(
            layer=layer_name(layer)
        )
        self._says.setText(words)
        self._says.setAccessibleName(f"{self._field}: {words}")
        self._clear.setVisible(self._may_clear(layer))
        self._clear.setToolTip(self._clear_words(layer))
        self._clear.setAccessibleName(f"{self._field}: {self._clear_words(layer)}")

    def _may_clear(self, layer: Layer) -> bool:
        """The layers that belong to what is edited here can be cleared with one click."""
        if self._own is Layer.ENDPOINT:
            return layer is Layer.ENDPOINT
        return layer in (Layer.PRESET, Layer.CONVERSATION, Layer.MESSAGE)

    def _clear_words(self, layer: Layer) -> str:
        tr = QCoreApplication.translate
        below = self._effective.below(layer) if self._effective else None
        if below is None:
            return tr("ParameterPanel", "Clear: then it is not sent")
        return tr("ParameterPanel", "Clear: then {value} from {layer}").format(
            value=setting_words(below[1]), layer=layer_name(below[0])
        )

    def _on_clear(self) -> None:
        if self._effective is not None and self._effective.layer is not None:
            self.set_requested.emit(self._effective.layer, None)

    def menu(self) -> QMenu | None:
        """Return the menu of the layers, made for what is shown now."""
        effective = self._effective
        if effective is None or effective.layer is None:
            return None
        tr = QCoreApplication.translate
        menu = QMenu(self)
        for at, (layer, setting) in enumerate(effective.stack):
            words = tr("ParameterPanel", "{layer}: {value}").format(
                layer=layer_name(layer).capitalize(), value=setting_words(setting)
            )
            entry = menu.addAction(words.replace("&", "&&"))
            entry.setEnabled(False)
            entry.setCheckable(True)
            entry.setChecked(at == 0)
        menu.addSeparator()
        for layer, _ in effective.stack:
            if self._may_clear(layer) or (layer is Layer.ENDPOINT):
                self._add_clear(menu, layer)
        if self._own is Layer.CONVERSATION:
            self._add_moves(menu, effective)
        return menu

    def _add_clear(self, menu: QMenu, layer: Layer) -> None:
        tr = QCoreApplication.translate
        if layer is Layer.ENDPOINT and self._own is not Layer.ENDPOINT:
            words = tr("ParameterPanel", "Clear at the endpoint, for all its conversations")
        else:
            words = tr("ParameterPanel", "Clear in {layer}").format(layer=layer_name(layer))
        action = menu.addAction(words)
        action.triggered.connect(lambda: self.set_requested.emit(layer, None))

    def _add_moves(self, menu: QMenu, effective: Effective) -> None:
        tr = QCoreApplication.translate
        setting = effective.setting
        moves: tuple[tuple[str, tuple[tuple[Layer, Setting | None], ...]], ...]
        if effective.layer is Layer.MESSAGE:
            words = tr("ParameterPanel", "Keep for the whole conversation")
            moves = ((words, ((Layer.CONVERSATION, setting), (Layer.MESSAGE, None))),)
        else:
            words = tr("ParameterPanel", "Only for the next message")
            cleared = ((Layer.CONVERSATION, None),)
            moves = (
                (
                    words,
                    (
                        (Layer.MESSAGE, setting),
                        *(cleared if effective.layer is Layer.CONVERSATION else ()),
                    ),
                ),
                (
                    tr("ParameterPanel", "Make it the endpoint's default"),
                    ((Layer.ENDPOINT, setting), *cleared),
                ),
            )
        for label, steps in moves:
            self._connect(menu.addAction(label), steps)

    def _connect(self, action: QAction, steps: tuple[tuple[Layer, Setting | None], ...]) -> None:
        def carry_out() -> None:
            for layer, setting in steps:
                self.set_requested.emit(layer, setting)

        action.triggered.connect(carry_out)

    def _open_menu(self) -> None:
        menu = self.menu()
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._says.mapToGlobal(self._says.rect().bottomLeft()))
