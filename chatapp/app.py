"""The composition root: one window over the services, what is needed first built first."""

import asyncio
import base64
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from chatapp.domain.messages import ConversationId
from chatapp.profile_services import SHOWN_PACE_S, Services
from chatapp.qtmodels.conversation_list import ConversationListModel
from chatapp.single_instance import QUICK_QUESTION
from chatapp.ui.controllers.content import ContentController
from chatapp.ui.controllers.conversation import ConversationController
from chatapp.ui.controllers.editing import Editing
from chatapp.ui.controllers.help import HelpController
from chatapp.ui.controllers.list_desk import ListDesk
from chatapp.ui.controllers.model_choice import ModelController
from chatapp.ui.controllers.settings import SettingsController
from chatapp.ui.controllers.transfer import TransferController
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.main_window import MainWindow
from chatapp.ui.quitting import may_lose
from chatapp.ui.sidebar.view import SidebarView
from chatapp.ui.theme import ThemeKeeper
from chatapp.window_parts import WindowParts

if TYPE_CHECKING:
    from chatapp.ui.controllers.quick_question import QuickQuestionController

HIDDEN_PACE_S = 0.25
FIRST_SHOWN_S = 1.0
"""How long the rest waits for the first conversation."""


class App(QObject):
    """One window over the services: until the person quits, or wants it made anew.

    What the window hears and starts ends with it; the services and their answers go on.
    """

    def __init__(
        self, window: MainWindow, services: Services, theme: ThemeKeeper, quitting: asyncio.Event
    ) -> None:
        super().__init__()
        self.services = services
        self.profile = services.profile
        self._theme = theme
        self._quitting = quitting
        self._renewing = False
        self.restore: Path | None = None
        """The backup to go back to, once everything is closed."""
        self._publisher = self.profile.publisher.branch()
        self._tasks = self.profile.tasks.child("window")
        self.window = window
        window.complete(SidebarView(ConversationListModel(self), window), MessageView(window.floor))
        self._build_first()
        self._connect_window()

    def _build_first(self) -> None:
        """Build what it takes to see conversations, type and send; the rest follows it."""
        s, p, window = self.services, self.services.profile, self.window
        heard, tasks = self._publisher, self._tasks
        editing = Editing(window)
        self.settings = SettingsController(
            window, s.endpoints, p.preferences, tasks, self._apply_preference, p.paths
        )
        self.models = ModelController(window, s.conversations, s.endpoints, heard, tasks)
        self.conversation = ConversationController(
            window, s.conversations, s.generation, s.endpoints, heard, tasks,
            self._on_shown, self.settings.open, editing,
        )  # fmt: skip
        self.content = ContentController(window, tasks)
        self.help = HelpController(window, p.preferences)
        self.transfer = TransferController(
            window, window.actions_by_name, window.notices, window.sidebar, s.conversations,
            s.endpoints.all, tasks, lambda: self.conversation.shown,
        )  # fmt: skip
        self.list_desk = ListDesk(
            window, s.library, s.conversations, s.generation, s.search, p.preferences, heard,
            tasks, self.conversation, self.transfer.export_chosen, s.titles,
        )  # fmt: skip
        self.parts = WindowParts(window, s, self.conversation, editing, heard, tasks)
        self._is_complete = False
        self._quick: QuickQuestionController | None = None

    def _connect_window(self) -> None:
        window = self.window
        window.action("commandPalette").triggered.connect(self._open_palette)
        window.action("about").triggered.connect(self._open_about)
        window.action("toggleSidebar").setChecked(not window.sidebar.isHidden())
        window.action("toggleSidebar").toggled.connect(window.sidebar.setVisible)
        window.action("quickQuestion").triggered.connect(self.ask_quickly)
        zoom = {"zoomIn": 1.1, "zoomOut": 1 / 1.1, "zoomReset": 0.0}
        self._zoom = 1.0
        for name, factor in zoom.items():
            window.action(name).triggered.connect(lambda _=False, f=factor: self._set_zoom(f))
        window.seen_changed.connect(self._set_pace)

    def on_call(self, call: str) -> None:
        """Do what another start of the app on this profile wants."""
        if call == QUICK_QUESTION:
            self.ask_quickly()
        else:
            self.window.to_front()

    def ask_quickly(self) -> None:
        """Open the small window for a question, or bring it to the front."""
        if self._quick is None:
            from chatapp.ui.controllers.quick_question import QuickQuestionController

            s = self.services
            quick = self._quick = QuickQuestionController(
                self, s.conversations, s.generation, s.endpoints, self._publisher, self._tasks,
                self._go_on_with,
            )  # fmt: skip
            quick.left.connect(self._on_quick_left)
        self._quick.present()

    def _go_on_with(self, conversation_id: ConversationId) -> None:
        self.conversation.show(conversation_id)
        self.window.to_front()

    def _on_quick_left(self) -> None:
        self._quick = None

    def _open_palette(self) -> None:
        from chatapp.ui.command_palette import CommandPalette

        CommandPalette(self.window.actions_by_name.values(), self.window).open()

    def _go_back(self, path: Path) -> None:
        self.restore = path
        self._quitting.set()

    def _open_about(self) -> None:
        from chatapp.ui.about import show_about

        show_about(str(self.profile.paths.data), self.window)

    def _set_zoom(self, factor: float) -> None:
        self._zoom = min(max(self._zoom * factor, 0.5), 3.0) if factor else 1.0
        self.window.messages.set_zoom(self._zoom)
        self.profile.preferences.set("zoom", self._zoom)

    def _set_pace(self) -> None:
        inspecting = self._is_complete and self.parts.inspector.is_open
        precise = self.profile.preferences.get("precise_timing") is True or inspecting
        pace = 0.0 if precise else SHOWN_PACE_S if self.window.is_seen() else HIDDEN_PACE_S
        self.services.client.set_pace(pace)

    def _apply_preference(self, name: str) -> None:
        preferences = self.profile.preferences
        match name:
            case "theme":
                self._theme.set_wish(preferences.text("theme"))
            case "enter_key":
                self.window.composer.set_enter_sends(preferences.text("enter_key") == "send")
            case "precise_timing":
                self._set_pace()
            case "tray" | "login_start" | "animations":
                self.parts.desktop.apply(name)
            case "language" | "text_size":
                self._renewing = True
                self._quitting.set()

    def _on_shown(self, shown: ConversationId) -> None:
        self.models.show(shown)
        self.list_desk.on_shown(shown)
        self.parts.show(shown)

    def begin(self) -> None:
        """Show the conversation that was shown last; what was typed meanwhile stays."""
        self._apply_preference("enter_key")
        zoom = self.profile.preferences.get("zoom")
        self._set_zoom(float(zoom) if isinstance(zoom, (int, float)) else 0.0)
        self.list_desk.begin()

    async def first_shown(self) -> None:
        """Return when the conversation of ``begin`` is shown, or is long in coming."""
        with suppress(TimeoutError):
            async with asyncio.timeout(FIRST_SHOWN_S):
                await self.conversation.wait_until_loaded()

    async def complete(self) -> None:
        """Build the rest behind what is shown, one part in each turn of the loop; then carry out
        what was wished of it before it was there. Raises ``StoreError``."""
        await self.first_shown()
        await self.services.complete()
        for _ in self.parts.build(
            self._set_pace, self._go_back, self.ask_quickly, self._quitting.set
        ):
            await asyncio.sleep(0)
        self.window.panel.fields.help_requested.connect(self.help.open_at)
        for name in ("toggleSidebar", "toggleParameters", "toggleLens"):
            self.window.action(name).toggled.connect(lambda _: self._keep_hidden_parts())
        self._is_complete = True
        self._set_pace()
        self.settings.protect_secrets()
        self.window.end_early()
        self.conversation.send_what_was_early()

    def tell_of_bug(self, report: str) -> None:
        """Say that something went wrong that should not have, with the report to copy."""
        say = QCoreApplication.translate
        self.window.notices.show_notice(
            "bug",
            say("Bug", "Something went wrong inside the app. Your conversations are safe."),
            role="problem",
            button=say("Bug", "Copy report"),
            on_button=lambda: QApplication.clipboard().setText(report),
        )

    async def run(self) -> bool:
        """Return True when the person has quit and nothing would be lost, False when the window
        is to be made anew, in another language or with text of another size."""
        while True:
            await self._quitting.wait()
            self._quitting.clear()
            self.conversation.keep_draft()
            self._keep_geometry()
            if self._renewing:
                return False
            if await self.profile.saver.flush() or await may_lose(self.window):
                return True

    async def close(self) -> None:
        """Take the window down; the services stay open."""
        if self._quick is not None:
            self._quick.window.close()
        self.window.hide()
        self._publisher.close()
        await self._tasks.close()
        self.window.deleteLater()
        self.deleteLater()

    def _keep_hidden_parts(self) -> None:
        self.profile.preferences.set("hidden_parts", self.window.hidden_parts())

    def _keep_geometry(self) -> None:
        self._keep_hidden_parts()
        preferences = self.profile.preferences
        for name, data in (
            ("window_geometry", self.window.saveGeometry()),
            ("window_state", self.window.splitter.saveState()),
        ):
            preferences.set(name, base64.b64encode(data.data()).decode())
