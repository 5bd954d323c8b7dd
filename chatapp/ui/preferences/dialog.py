"""The settings: endpoints, and the app's own, generated from their table."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.endpoints import PRESETS, Endpoint
from chatapp.domain.preferences import PREFERENCES, Preference
from chatapp.ui.endpoints.form import EndpointForm
from chatapp.ui.endpoints.naming import endpoint_name
from chatapp.ui.fonts import open_at, scaled
from chatapp.ui.icons import icon
from chatapp.ui.notices import NoticeBar
from chatapp.ui.widgets.column_scroll import ColumnScroll

PREFERENCE_WIDTH = 380


def _say(words: str) -> str:
    return QCoreApplication.translate("Settings", words)


class SettingsDialog(QDialog):
    """Changes apply at once; Esc closes."""

    add_requested = Signal(int)
    add_offline_requested = Signal()
    remove_requested = Signal(str)
    copy_requested = Signal(str)
    order_changed = Signal(list)
    endpoint_shown = Signal(str)
    model_file_requested = Signal()
    preference_changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_say("Settings"))
        self.setObjectName("settingsDialog")
        open_at(self, 900, 660)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_say("Endpoints"))
        self.list.setFixedWidth(scaled(200))
        self.list.currentItemChanged.connect(self._on_current)
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.model().rowsMoved.connect(self._say_order)
        self.form = EndpointForm(self)
        self.form.setEnabled(False)
        tabs = self._tabs = QTabWidget(self)
        tabs.setObjectName("settingsPages")
        tabs.addTab(self._endpoints_page(), _say("Endpoints"))
        self._general = QWidget(self)
        self._general_scroll = ColumnScroll(self._general, self, whole=True)
        tabs.addTab(self._general_scroll, _say("General"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self.notices = NoticeBar(self)
        layout = QVBoxLayout(self)
        layout.addWidget(tabs, 1)
        layout.addWidget(self.notices)
        layout.addWidget(buttons)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(lambda: self._wish(self.remove_requested))

    def show_general(self) -> None:
        """Turn to the app's own settings."""
        self._tabs.setCurrentWidget(self._general_scroll)

    def _endpoints_page(self) -> QWidget:
        page = QWidget(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        self._tools = (
            self._tool(page, "copy", _say("Duplicate"), lambda: self._wish(self.copy_requested)),
            self._tool(page, "chevron_up", _say("Move up"), lambda: self._move(-1)),
            self._tool(page, "chevron_down", _say("Move down"), lambda: self._move(1)),
            self._tool(page, "delete", _say("Remove"), lambda: self._wish(self.remove_requested)),
        )
        for button in (self._add_button(page), *self._tools):
            buttons.addWidget(button)
        buttons.addStretch(1)
        file = QPushButton(_say("Offline model file…"), page)
        file.setAutoDefault(False)
        file.clicked.connect(self.model_file_requested)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        left.addWidget(file)
        scroll = self._scroll = ColumnScroll(self.form, page, whole=True)
        self._nothing = self._nothing_yet(page)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(16)
        row.addLayout(left)
        row.addWidget(scroll, 1)
        row.addWidget(self._nothing, 1)
        return page

    def _add_button(self, page: QWidget) -> QToolButton:
        add = self._tool(page, "add", _say("Add an endpoint"), None)
        add.setMenu(self._add_menu(add))
        add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return add

    def _nothing_yet(self, page: QWidget) -> QWidget:
        """Return what stands in the place of the form while there is no endpoint."""
        words = QLabel(_say("No endpoint yet."), page)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("role", "muted")
        add = QPushButton(_say("Add an endpoint"), page)
        add.setAutoDefault(False)
        add.setMenu(self._add_menu(add))
        nothing = QWidget(page)
        column = QVBoxLayout(nothing)
        column.setSpacing(scaled(10))
        column.addStretch(1)
        for part in (words, add):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return nothing

    def _add_menu(self, button: QWidget) -> QMenu:
        menu = QMenu(button)
        menu.addAction(_say("Offline model")).triggered.connect(self.add_offline_requested)
        menu.addSeparator()
        for position, preset in enumerate(PRESETS):
            menu.addAction(QCoreApplication.translate("Endpoint", preset.name)).triggered.connect(
                lambda _=False, at=position: self.add_requested.emit(at)
            )
        return menu

    @staticmethod
    def _tool(
        page: QWidget, drawing: str, words: str, on_click: Callable[[], None] | None
    ) -> QToolButton:
        button = QToolButton(page)
        button.setIcon(icon(drawing))
        button.setIconSize(QSize(scaled(16), scaled(16)))
        button.setToolTip(words)
        button.setAccessibleName(words)
        if on_click is not None:
            button.clicked.connect(lambda _: on_click())
        return button

    def _wish(self, signal: SignalInstance) -> None:
        if shown := self.current_id():
            signal.emit(shown)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + by, item)
            self.list.setCurrentItem(item)
            self._say_order()

    def _say_order(self) -> None:
        items = (self.list.item(row) for row in range(self.list.count()))
        self.order_changed.emit([item.data(Qt.ItemDataRole.UserRole) for item in items])

    def show_preferences(self, values: dict[str, object]) -> None:
        """Show the app's settings."""
        form = QFormLayout(self._general)
        form.setContentsMargins(10, 18, 10, 10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(6)
        group = ""
        for name, row in PREFERENCES.items():
            if not row.hidden:
                if row.group != group:
                    group = row.group
                    form.addRow(self._group(group, first=form.rowCount() == 0))
                editor = self._preference(row, values[name])
                editor.setObjectName(f"preference.{name}")
                label = QCoreApplication.translate("Preference", row.label)
                help_text = QCoreApplication.translate("Preference", row.help)
                editor.setAccessibleName(label)
                editor.setAccessibleDescription(help_text)
                form.addRow(label, editor)
                form.addRow("", self._help(help_text))

    def _group(self, group: str, *, first: bool) -> QLabel:
        label = QLabel(QCoreApplication.translate("Preference", group), self._general)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "heading")
        label.setContentsMargins(0, 0 if first else scaled(10), 0, scaled(6))
        return label

    def _help(self, words: str) -> QLabel:
        label = QLabel(words, self._general)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFixedWidth(scaled(PREFERENCE_WIDTH))
        label.setProperty("role", "muted")
        label.setContentsMargins(0, 0, 0, 12)
        return label

    def _preference(self, row: Preference, value: object) -> QWidget:
        if not row.choices:
            box = QCheckBox(self._general)
            box.setChecked(value is True)
            box.clicked.connect(lambda on: self.preference_changed.emit(row.name, on))
            return box
        choice = QComboBox(self._general)
        choice.setFixedWidth(scaled(PREFERENCE_WIDTH))
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
            item = QListWidgetItem(endpoint_name(endpoint), self.list)
            item.setData(Qt.ItemDataRole.UserRole, endpoint.id)
            if endpoint.id == wanted:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        elif current:
            self._on_current()
        self.form.setEnabled(bool(self.list.count()))
        self._scroll.setVisible(bool(self.list.count()))
        self._nothing.setVisible(not self.list.count())
        for tool in self._tools:
            tool.setEnabled(bool(self.list.count()))

    def _on_current(self) -> None:
        if shown := self.current_id():
            self.endpoint_shown.emit(shown)
