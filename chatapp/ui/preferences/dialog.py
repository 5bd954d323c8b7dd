"""The settings: endpoints, and the app's own, generated from their table."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.endpoints import PRESETS, Endpoint
from chatapp.domain.preferences import PREFERENCES, Preference
from chatapp.ui.endpoints.form import EndpointForm


def _say(words: str) -> str:
    return QCoreApplication.translate("Settings", words)


class SettingsDialog(QDialog):
    """Changes apply at once; Esc closes."""

    add_requested = Signal(int)
    add_offline_requested = Signal()
    remove_requested = Signal(str)
    endpoint_shown = Signal(str)
    model_file_requested = Signal()
    preference_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_say("Settings"))
        self.setObjectName("settingsDialog")
        self.resize(QSize(880, 640))
        self.list = QListWidget(self)
        self.list.setAccessibleName(_say("Endpoints"))
        self.list.setFixedWidth(200)
        self.list.currentItemChanged.connect(self._on_current)
        self.form = EndpointForm(self)
        self.form.setEnabled(False)
        tabs = QTabWidget(self)
        tabs.addTab(self._endpoints_page(), _say("Endpoints"))
        self._general = QWidget(self)
        tabs.addTab(self._general, _say("General"))
        layout = QVBoxLayout(self)
        layout.addWidget(tabs)

    def _endpoints_page(self) -> QWidget:
        page = QWidget(self)
        add = QPushButton(_say("Add"), page)
        add.setAutoDefault(False)
        menu = QMenu(add)
        offline = menu.addAction(_say("Offline model"))
        offline.triggered.connect(self.add_offline_requested)
        for position, preset in enumerate(PRESETS):
            menu.addAction(preset.name).triggered.connect(
                lambda _=False, at=position: self.add_requested.emit(at)
            )
        add.setMenu(menu)
        remove = QPushButton(_say("Remove"), page)
        remove.setAutoDefault(False)
        remove.clicked.connect(lambda: self.remove_requested.emit(self.current_id()))
        file = QPushButton(_say("Offline model file…"), page)
        file.setAutoDefault(False)
        file.clicked.connect(self.model_file_requested)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        for button in (add, remove, file):
            left.addWidget(button)
        scroll = QScrollArea(page)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        row = QHBoxLayout(page)
        row.addLayout(left)
        row.addWidget(scroll, 1)
        return page

    def show_preferences(self, values: dict[str, object]) -> None:
        """Show the app's settings."""
        form = QFormLayout(self._general)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(12)
        for name, row in PREFERENCES.items():
            if not row.hidden:
                editor = self._preference(row, values[name])
                editor.setObjectName(f"preference.{name}")
                editor.setToolTip(QCoreApplication.translate("Preference", row.help))
                label = QCoreApplication.translate("Preference", row.label)
                editor.setAccessibleName(label)
                form.addRow(label, editor)

    def _preference(self, row: Preference, value: object) -> QWidget:
        if not row.choices:
            box = QCheckBox(self._general)
            box.setChecked(value is True)
            box.clicked.connect(lambda on: self.preference_changed.emit(row.name, on))
            return box
        choice = QComboBox(self._general)
        for stored, words in row.choices:
            choice.addItem(QCoreApplication.translate("Preference", words), stored)
        choice.setCurrentIndex(choice.findData(value))
        choice.activated.connect(
            lambda _: self.preference_changed.emit(row.name, choice.currentData())
        )
        return choice

    def current_id(self) -> str:
        """Return the id of the endpoint in the form."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def show_endpoints(self, endpoints: list[Endpoint], current: str = "") -> None:
        """List the endpoints."""
        wanted = current or self.current_id()
        self.list.blockSignals(True)
        self.list.clear()
        for endpoint in endpoints:
            item = QListWidgetItem(endpoint.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, endpoint.id)
            if endpoint.id == wanted:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        elif current:
            self._on_current()
        self.form.setEnabled(bool(self.list.count()))

    def _on_current(self) -> None:
        if shown := self.current_id():
            self.endpoint_shown.emit(shown)
