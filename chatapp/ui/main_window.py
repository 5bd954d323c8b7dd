"""The main window: what is where. It knows no services; controllers fill it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.ui.actions import COMMANDS, MENUS, build_actions
from chatapp.ui.conversation.composer import Composer
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.model_picker import ModelPicker
from chatapp.ui.notices import NoticeBar
from chatapp.ui.parameters.panel import ParameterPanel
from chatapp.ui.sidebar.view import SidebarView
from chatapp.ui.status_line import StatusLine

FIRST_SIZE = QSize(1180, 760)


class MainWindow(QMainWindow):
    """Sidebar, conversation and parameter panel side by side, each side foldable."""

    close_requested = Signal()

    def __init__(self, sidebar: SidebarView, panel: ParameterPanel) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(QCoreApplication.translate("Window", "Chat"))
        self.actions_by_name: Mapping[str, QAction] = build_actions(self)
        self.sidebar = sidebar
        self.panel = panel
        self.messages = MessageView(self)
        self.composer = Composer(self)
        self.model_picker = ModelPicker(self)
        self.status_line = StatusLine(self)
        self.notices = NoticeBar(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._fill_menus()
        self.resize(FIRST_SIZE)

    def action(self, name: str) -> QAction:
        """Return the action of a command."""
        return self.actions_by_name[name]

    def _lay_out(self) -> None:
        self.sidebar.set_new_action(self.action("newConversation"))
        self.splitter.addWidget(self.sidebar)
        self.splitter.addWidget(self._centre())
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([260, 600, 320])
        self.setCentralWidget(self.splitter)

    def _centre(self) -> QWidget:
        centre = QWidget(self)
        centre.setObjectName("centre")
        centre.setMinimumWidth(340)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top_bar())
        layout.addWidget(self.notices)
        layout.addWidget(self.messages, 1)
        layout.addWidget(self.status_line)
        layout.addLayout(self._writing_area())
        return centre

    def _top_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 8, 10, 8)
        bar.setSpacing(8)
        bar.addWidget(self._tool_button("toggleSidebar"))
        bar.addWidget(self.model_picker, 1)
        bar.addStretch(1)
        bar.addWidget(self._tool_button("settingsAction"))
        bar.addWidget(self._tool_button("toggleParameters"))
        return bar

    def _writing_area(self) -> QHBoxLayout:
        area = QHBoxLayout()
        area.setContentsMargins(16, 4, 16, 14)
        area.setSpacing(8)
        area.addWidget(self.composer, 1)
        buttons = QVBoxLayout()
        buttons.addStretch(1)
        self.send_button = self._tool_button("send", "primary")
        self.stop_button = self._tool_button("stop", "primary")
        buttons.addWidget(self.send_button)
        buttons.addWidget(self.stop_button)
        area.addLayout(buttons)
        return area

    def _tool_button(self, command: str, variant: str = "icon") -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self.action(command))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(18, 18))
        button.setAccessibleName(self.action(command).text())
        button.setProperty("variant", variant)
        return button

    def _fill_menus(self) -> None:
        for title in MENUS:
            menu = self.menuBar().addMenu(QCoreApplication.translate("Menu", title))
            for name, command in COMMANDS.items():
                if command.menu == title:
                    menu.addAction(self.action(name))
        self.action("quitAction").setMenuRole(QAction.MenuRole.QuitRole)
        self.action("settingsAction").setMenuRole(QAction.MenuRole.PreferencesRole)
        self.action("about").setMenuRole(QAction.MenuRole.AboutRole)
        self.action("zoomIn").setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.addActions(list(self.actions_by_name.values()))

    def show_running(self, *, running: bool) -> None:
        """Enable exactly one of *send* and *stop*, and show its button."""
        self.action("send").setEnabled(not running)
        self.action("stop").setEnabled(running)
        self.send_button.setVisible(not running)
        self.stop_button.setVisible(running)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to quit; the window goes when everything is saved."""
        event.ignore()
        self.close_requested.emit()
