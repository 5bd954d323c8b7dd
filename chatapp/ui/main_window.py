"""The main window: what is where. It knows no services; controllers fill it."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QHideEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.ui.actions import COMMANDS, MENUS, build_actions
from chatapp.ui.conversation.writing_area import WritingArea
from chatapp.ui.early_signals import EarlySignals
from chatapp.ui.early_triggers import EarlyTriggers
from chatapp.ui.edit_bar import EditBar
from chatapp.ui.fonts import is_too_wide, open_at, scaled
from chatapp.ui.model_picker import ModelPicker
from chatapp.ui.notices import NoticeBar
from chatapp.ui.status_line import StatusLine

if TYPE_CHECKING:
    from chatapp.ui.conversation.message_view import MessageView
    from chatapp.ui.inspector.panel import Inspector
    from chatapp.ui.lens.panel import SamplingLens
    from chatapp.ui.parameters.panel import ParameterPanel
    from chatapp.ui.side_panel import SidePanel
    from chatapp.ui.sidebar.view import SidebarView
    from chatapp.ui.widgets.strip_place import StripPlace

FIRST_SIZE = (1180, 760)
ALL_PARTS = 800
"""Wider than list, conversation and side panel have to be together."""
_LEAST_MESSAGES = 36
"""The height of the messages where nearly all of it is wanted for something else."""


class MainWindow(QMainWindow):
    """Sidebar, conversation and parameter panel side by side, each side foldable.

    List and message view come after the first frame (:meth:`complete`), the panel after them
    (:meth:`add_side`); until then empty places of the same colours stand for them.
    """

    close_requested = Signal()
    seen_changed = Signal()
    """The window was shown, hidden, minimised or brought back."""
    inspector_resized = Signal(list)
    """The heights of the conversation and of the inspector below it, in pixels."""
    sidebar: "SidebarView"
    messages: "MessageView"
    panel: "ParameterPanel"
    lens: "SamplingLens"
    side: "SidePanel"
    inspector: "Inspector"
    splitter: QSplitter
    floor: QWidget
    """Where messages and composer are."""
    _sidebar_place: QWidget
    _panel_place: QWidget

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(QCoreApplication.translate("Window", "Chat"))
        self.actions_by_name: Mapping[str, QAction] = build_actions(self)
        self._strips: dict[QWidget, StripPlace] = {}
        self._usual: list[int] = []
        """The heights of conversation and inspector before the inspector was enlarged."""
        self._lent: list[int] | None = None
        """The heights of conversation and inspector before the inspector made room."""
        self._lay_out()
        self.hides_on_close = False
        """Closing the window leaves the app in the tray."""
        self.is_early = True
        """Parts are still to come; wishes wait for them."""
        self.sent_early = False
        """Enter was pressed before there was anybody to send; it is not forgotten."""
        self.composer.send_requested.connect(self._on_early_send)
        self.model_picker.done.connect(self.composer.setFocus)
        self._fill_menus()
        self.setAcceptDrops(True)
        self._early_triggers = EarlyTriggers(self.actions_by_name.values(), self)
        self.early_signals = EarlySignals(self)
        self.early_signals.hold(self.composer, "files_given", "picture_given")
        open_at(self, *FIRST_SIZE)

    def action(self, name: str) -> QAction:
        """Return the action of a command."""
        return self.actions_by_name[name]

    def _place(self, name: str, parent: QWidget) -> QWidget:
        place = QWidget(parent)
        place.setObjectName(name)
        place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        return place

    def _on_early_send(self) -> None:
        self.sent_early = True

    def complete(self, sidebar: "SidebarView", messages: "MessageView") -> None:
        """Put list and messages into their places."""
        self.sidebar, self.messages = sidebar, messages
        sidebar.set_new_action(self.action("newConversation"))
        self.composer.send_requested.disconnect(self._on_early_send)
        self.early_signals.hold(
            messages, "inspect_requested", "tokens_requested", "settings_requested",
            "sound_requested", "save_sound_requested", "save_file_requested",
            "cancel_call_requested",
        )  # fmt: skip
        self._column.replaceWidget(self._messages_place, messages)
        messages.setMinimumHeight(scaled(_LEAST_MESSAGES))
        messages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        messages.changed.connect(self._align_writing)
        self._messages_place.deleteLater()
        self._sidebar_place = self._put_in_place(self._sidebar_place, sidebar)

    def end_early(self) -> None:
        """Every part is there: carry out what was wished before it was."""
        self.is_early = False
        self.early_signals.replay()
        self._early_triggers.replay()

    def add_side(self, panel: "ParameterPanel", lens: "SamplingLens") -> None:
        """Put the pages of the side panel into their place, each with the action that shows it."""
        from chatapp.ui.side_panel import SidePanel

        self.panel, self.lens = panel, lens
        say = QCoreApplication.translate
        pages = ((say("SidePanel", "Parameters"), panel), (say("SidePanel", "Lens"), lens))
        side = self.side = SidePanel(pages, self)
        self._panel_place = self._put_in_place(self._panel_place, side)
        side.follow([self.action(name) for name in ("toggleParameters", "toggleLens")])

    def _put_in_place(self, place: QWidget, widget: QWidget) -> QWidget:
        hidden = place.isHidden()
        self.splitter.replaceWidget(self.splitter.indexOf(place), widget)
        widget.setHidden(hidden)
        place.deleteLater()
        return widget

    def show_instead(self, widget: QWidget | None) -> None:
        """Show ``widget`` where the messages are; ``None`` shows the messages again."""
        self.messages.setVisible(widget is None)
        if widget is not None:
            self._column.insertWidget(self._column.indexOf(self.messages) + 1, widget, 1)
            widget.show()

    def _align_writing(self) -> None:
        """Keep the composer below the text column, and as wide."""
        left, width = self.messages.column
        right = max(self.messages.width() - left - width, 0)  # our own width may lag behind
        margins = self._below.contentsMargins()
        if self.messages.isVisible() and (margins.left(), margins.right()) != (left, right):
            self._below.setContentsMargins(left, 4, right, 14)

    def add_inspector(self, inspector: "Inspector") -> None:
        """Put the inspector below the conversation, hidden."""
        self.inspector = inspector
        inspector.hide()
        self._floors.addWidget(inspector)
        self._floors.setCollapsible(1, False)
        self._floors.splitterMoved.connect(self._on_floors_moved)

    def _on_floors_moved(self) -> None:
        self._lent = None  # the person has chosen
        self.inspector_resized.emit(self._floors.sizes())

    def restore_inspector(self, heights: Sequence[object]) -> None:
        """Give the inspector the height it had, or a good share of the window."""
        sizes = [height for height in heights if isinstance(height, int)]
        whole = max(self._floors.height(), 400)
        self._floors.setSizes(sizes if len(sizes) == 2 else [whole // 2, whole // 2])

    def enlarge_inspector(self, on: bool) -> None:
        """Give the inspector all of the height but what the conversation needs, or take it back."""
        if on:
            self._usual = self._floors.sizes()
            above = self._column.minimumSize().height()
            self._floors.setSizes([above, sum(self._usual) - above])
        else:
            self._floors.setSizes(self._usual)

    def hide_parts(self, names: Collection[str]) -> None:
        """Leave out the ``sidebar``, the ``panel``, or both."""
        self._sidebar_place.setHidden("sidebar" in names)
        self._panel_place.setHidden("panel" in names)
        if is_too_wide(self.splitter, ALL_PARTS):
            self._panel_place.hide()

    def hidden_parts(self) -> list[str]:
        """Return which of the two side parts are left out."""
        parts = {"sidebar": self._sidebar_place, "panel": self._panel_place}
        return [name for name, widget in parts.items() if widget.isHidden()]

    def to_front(self) -> None:
        """Bring the window before the others."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def _lay_out(self) -> None:
        """Make the parts where they belong: what is moved later is given its style twice."""
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._sidebar_place = self._place("sidebarPlace", self.splitter)
        self._sidebar_place.setMinimumWidth(scaled(160))
        self.splitter.addWidget(self._sidebar_place)
        self.splitter.addWidget(self._centre())
        self._panel_place = self._place("panelPlace", self.splitter)
        self._panel_place.setMinimumWidth(scaled(260))
        self.splitter.addWidget(self._panel_place)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([scaled(260), scaled(600), scaled(320)])
        self.setCentralWidget(self.splitter)

    def _centre(self) -> QWidget:
        centre = QWidget(self.splitter)
        centre.setObjectName("centre")
        centre.setMinimumWidth(scaled(280))
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top_bar(centre))
        self.notices = NoticeBar(centre)
        layout.addWidget(self.notices)
        self._floors = QSplitter(Qt.Orientation.Vertical, centre)
        self._floors.setHandleWidth(1)
        self._floors.addWidget(self._conversation_floor())
        self._floors.setCollapsible(0, False)
        self._floors.setStretchFactor(0, 1)
        layout.addWidget(self._floors, 1)
        return centre

    def _conversation_floor(self) -> QWidget:
        """Return messages and composer; the inspector is on the floor below."""
        floor = self.floor = QWidget(self._floors)
        floor.setMinimumHeight(scaled(160))
        layout = self._column = QVBoxLayout(floor)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._messages_place = self._place("messagesPlace", floor)
        layout.addWidget(self._messages_place, 1)
        self._writing = QWidget(floor)
        below = self._below = QVBoxLayout(self._writing)
        below.setContentsMargins(30, 4, 30, 14)
        below.setSpacing(4)
        self.status_line = StatusLine(self._writing)
        below.addWidget(self.status_line)
        self.edit_bar = EditBar(self._writing)
        below.addWidget(self.edit_bar)
        self.writing = WritingArea(self._writing)
        self.composer = self.writing.composer
        below.addWidget(self._fill_writing_area())
        layout.addWidget(self._writing)
        return floor

    def _top_bar(self, parent: QWidget) -> QHBoxLayout:
        self.model_picker = ModelPicker(parent)
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 8, 10, 8)
        bar.setSpacing(8)
        bar.addWidget(self._tool_button("toggleSidebar", parent))
        bar.addWidget(self.model_picker, 4)
        bar.addStretch(1)
        for command in ("tools", "toggleInspector", "settingsAction", "toggleParameters"):
            bar.addWidget(self._tool_button(command, parent))
        return bar

    def _fill_writing_area(self) -> WritingArea:
        self.writing.add_tool(self.action("attachFiles"))
        self.send_button = self.writing.add_primary(self.action("send"))
        self.stop_button = self.writing.add_primary(self.action("stop"))
        return self.writing

    def show_above_writing(self, widget: QWidget) -> None:
        """Give something its place above the writing area."""
        self._below.insertWidget(self._below.count() - 1, widget)

    def _tool_button(self, command: str, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setDefaultAction(self.action(command))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(scaled(18), scaled(18)))
        button.setAccessibleName(self.action(command).text())
        button.setProperty("variant", "icon")
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
        self.addActions(list(self.actions_by_name.values()))

    def add_strip(self, strip: QWidget) -> None:
        """Put something between the messages and the composer, as wide as the composer."""
        from chatapp.ui.widgets.strip_place import StripPlace

        place = self._strips[strip] = StripPlace(strip, self)
        place.height_changed.connect(self._make_room)
        self._below.insertWidget(0, place)
        place.show()
        self._below.activate()
        self._make_room()

    def _make_room(self) -> None:
        """Take from the inspector what the strips need; it gets it back with the last of them."""
        heights, width = self._floors.sizes(), self._writing.width()
        wanted = self.messages.minimumHeight() + self._below.totalHeightForWidth(width)
        if len(heights) < 2 or not heights[1] or heights[0] >= wanted:
            return
        least = self.inspector.minimumHeight()
        if self._lent is None:
            self._lent = heights
        below = max(sum(heights) - wanted, least)
        self._floors.setSizes([sum(heights) - below, below])

    def remove_strip(self, strip: QWidget) -> None:
        """Take something away that ``add_strip`` put there; its names are free at once. If it has
        the keyboard, the composer gets it, and not whatever comes next in the window."""
        place = self._strips.pop(strip)
        focused = self.focusWidget()
        if focused is not None and strip.isAncestorOf(focused):
            self.composer.setFocus()
        self._below.removeWidget(place)
        for child in (strip, *strip.findChildren(QWidget)):
            child.setObjectName("")
        place.hide()
        place.deleteLater()
        if self._lent is not None and not self._strips:
            self._floors.setSizes(self._lent)
            self._lent = None

    def show_running(self, *, running: bool) -> None:
        """Enable exactly one of *send* and *stop*, and show its button."""
        self.action("send").setEnabled(not running)
        self.action("stop").setEnabled(running)
        self.send_button.setVisible(not running)
        self.stop_button.setVisible(running)

    def is_seen(self) -> bool:
        """Whether anybody could be looking at the window."""
        return self.isVisible() and not self.isMinimized()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files be dropped anywhere in the window."""
        if _files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give dropped files to the composer."""
        if files := _files_of(event):
            event.acceptProposedAction()
            self.composer.files_given.emit(files)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.seen_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to quit; the window goes when everything is saved. In the tray the app lives on."""
        event.ignore()
        if self.hides_on_close:
            self.hide()
        else:
            self.close_requested.emit()


def _files_of(event: QDropEvent) -> list[str]:
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
