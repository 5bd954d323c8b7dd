"""The composition root: builds every floor, joins them, and shuts them down in order."""

import asyncio
import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from chatapp.domain.messages import ConversationId
from chatapp.opening import Profile
from chatapp.qtmodels.conversation_list import ConversationListModel
from chatapp.services.backups import BackupService
from chatapp.services.conversations import ConversationService
from chatapp.services.disk_space import DiskSpaceWatch
from chatapp.services.endpoints import EndpointService, RunOptions
from chatapp.services.exchanges import ExchangeService
from chatapp.services.generation import GenerationService
from chatapp.services.library import LibraryService
from chatapp.services.offline import OfflineService
from chatapp.services.sweeps import SweepService, open_sweeps
from chatapp.services.tasks import TaskScope
from chatapp.services.titles import TitleService
from chatapp.services.tool_desk import ToolDesk
from chatapp.services.tooling import open_tools
from chatapp.services.tools import ToolService
from chatapp.services.writing import WritingServices, open_writing
from chatapp.single_instance import QUICK_QUESTION
from chatapp.store import backup
from chatapp.store.conversations import ConversationStore
from chatapp.store.endpoints import EndpointStore
from chatapp.store.exchanges import ExchangeStore
from chatapp.store.library import LibraryStore
from chatapp.store.search import MessageSearch
from chatapp.store.secrets import Secrets
from chatapp.ui.controllers.adding import AddingController
from chatapp.ui.controllers.content import ContentController
from chatapp.ui.controllers.conversation import ConversationController
from chatapp.ui.controllers.desktop import DesktopController
from chatapp.ui.controllers.editing import Editing
from chatapp.ui.controllers.help import HelpController
from chatapp.ui.controllers.inspector import InspectorController
from chatapp.ui.controllers.lens import LensController
from chatapp.ui.controllers.list_desk import ListDesk
from chatapp.ui.controllers.request import RequestController
from chatapp.ui.controllers.settings import SettingsController
from chatapp.ui.controllers.shortcuts import ShortcutsController
from chatapp.ui.controllers.storage import StorageController
from chatapp.ui.controllers.tool_calls import ToolCallsController
from chatapp.ui.controllers.tools import ToolsController
from chatapp.ui.controllers.transfer import TransferController
from chatapp.ui.controllers.tuning import Tuning
from chatapp.ui.controllers.writing_desk import WritingDesk, prepare_picture, written_languages
from chatapp.ui.conversation.message_view import MessageView
from chatapp.ui.lens.panel import SamplingLens
from chatapp.ui.main_window import MainWindow
from chatapp.ui.parameters.panel import ParameterPanel
from chatapp.ui.quitting import may_lose
from chatapp.ui.sidebar.view import SidebarView
from chatapp.ui.theme import ThemeKeeper
from chatapp.wire.lazy_client import LazyChatClient

if TYPE_CHECKING:
    from chatapp.ui.controllers.quick_question import QuickQuestionController

SHOWN_PACE_S = 1 / 20
HIDDEN_PACE_S = 0.25


@dataclass(slots=True)
class Services:
    """Everything below the window, open and joined."""

    profile: Profile
    conversations: ConversationService
    library: LibraryService
    endpoints: EndpointService
    tools: ToolService
    desk: ToolDesk
    generation: GenerationService
    sweeps: SweepService
    client: LazyChatClient
    search: MessageSearch
    exchanges: ExchangeService
    writing: WritingServices
    backups: BackupService
    titles: TitleService

    async def close(self) -> None:
        """End answers, save, back up, close: in this order."""
        profile = self.profile
        await self.generation.close()
        self.writing.spelling.close()
        await self.tools.servers.close()
        await self.sweeps.close()
        await self.endpoints.offline.stop()
        saved = await profile.saver.flush()
        await self.client.close()
        await profile.tasks.close()
        await self.backups.on_quit()
        await profile.database.close()
        if saved:
            await asyncio.to_thread(backup.mark_clean_exit, profile.paths)


async def open_services(
    profile: Profile, run: RunOptions, report: Callable[[BaseException], None]
) -> Services:
    """Open everything that works on a profile. Raises ``StoreError``."""
    store = ConversationStore(profile.database)
    await store.recover()
    await store.drop_empty()
    saver, publisher = profile.saver, profile.publisher
    chosen = profile.preferences.text("offline_model_path")
    exchanges = ExchangeService(
        ExchangeStore(profile.database), profile.preferences, saver, publisher
    )
    client = LazyChatClient(SHOWN_PACE_S, exchanges)
    offline = OfflineService(publisher, Path(chosen) if chosen else None)
    endpoints = EndpointService(
        EndpointStore(profile.database), Secrets(), client, offline, saver, publisher, run
    )
    await endpoints.open()
    conversations = ConversationService(store, saver, publisher)
    library = LibraryService(LibraryStore(profile.database), conversations, publisher)
    await library.open()
    tools, desk = await open_tools(
        profile.database, conversations, saver, publisher, report, exchanges.note
    )
    generation = GenerationService(
        conversations, endpoints, client, publisher, TaskScope("answers", report),
        desk, lambda: int(profile.preferences.text("tool_rounds")),
    )  # fmt: skip
    sweeps = await open_sweeps(
        profile.database, conversations, endpoints, client, saver, publisher, report
    )
    search = MessageSearch(profile.database)
    writing = await open_writing(
        profile.database, conversations, generation, endpoints, profile.preferences, saver,
        publisher, profile.tasks, prepare_picture, written_languages(),
    )  # fmt: skip
    backups = BackupService(
        profile.database, profile.paths, library, saver, publisher, profile.tasks
    )
    backups.start()
    titles = TitleService(
        conversations, endpoints, generation, profile.preferences, publisher, profile.tasks
    )
    return Services(
        profile, conversations, library, endpoints, tools, desk, generation, sweeps, client,
        search, exchanges, writing, backups, titles,
    )  # fmt: skip


class App(QObject):
    """One window over the services: until the person quits, or wants it in another language.

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
        sidebar = SidebarView(ConversationListModel(self), window)
        window.complete(sidebar, MessageView(window), ParameterPanel(window), SamplingLens(window))
        self._build_controllers()
        self._connect_window()

    def _build_controllers(self) -> None:
        s, p, window = self.services, self.services.profile, self.window
        heard, tasks = self._publisher, self._tasks
        editing = Editing(window)
        self.request = RequestController(
            window, s.conversations, s.generation, s.endpoints, heard, tasks, editing
        )
        self.settings = SettingsController(
            window, s.endpoints, p.preferences, tasks, self._apply_preference
        )
        self.conversation = ConversationController(
            window, s.conversations, s.generation, s.endpoints, heard, tasks,
            self._on_shown, self.settings.open, editing,
        )  # fmt: skip
        self.adding = AddingController(
            window, s.conversations, s.endpoints, s.generation, tasks,
            lambda: self.conversation.shown,
        )  # fmt: skip
        self.tuning = Tuning(
            window, s.conversations, s.generation, s.endpoints, s.sweeps, p.preferences, heard,
            tasks, self.conversation,
        )  # fmt: skip
        self.lens = LensController(window, s.conversations, s.generation, s.endpoints, heard, tasks)
        self.tool_calls = ToolCallsController(window, s.desk, s.conversations, heard, tasks)
        self.inspector = InspectorController(
            window, s.exchanges, s.conversations, s.generation, p.preferences, heard, tasks,
            self._set_pace,
        )  # fmt: skip
        self.storage = StorageController(window, s.backups, heard, tasks, self._go_back)
        self.tools = ToolsController(
            window, s.tools, s.conversations, heard, tasks, lambda: self.conversation.shown
        )
        self.content = ContentController(window, tasks)
        self._disk_space = DiskSpaceWatch(p.paths, heard, tasks)
        self.writing = WritingDesk(
            window, s.writing, s.library, s.conversations, s.generation, s.endpoints,
            p.preferences, heard, tasks, lambda: self.conversation.shown,
        )  # fmt: skip
        self.conversation.wait_requested.connect(self.writing.writing.enqueue)
        self.shortcuts = ShortcutsController(window, p.preferences)
        self.help = HelpController(window, p.preferences)
        self.desktop = DesktopController(
            window, s.conversations, s.generation, p.preferences, heard, tasks,
            self.conversation.show, self.ask_quickly, self._quitting.set,
        )  # fmt: skip
        self._quick: QuickQuestionController | None = None
        window.action("quickQuestion").triggered.connect(self.ask_quickly)
        self.transfer = TransferController(
            window, window.actions_by_name, window.notices, window.sidebar, s.conversations,
            s.endpoints.all, tasks, lambda: self.conversation.shown,
        )  # fmt: skip
        self.list_desk = ListDesk(
            window, s.library, s.conversations, s.generation, s.search, p.preferences, heard,
            tasks, self.conversation, self.transfer.export_chosen, s.titles,
        )  # fmt: skip

    def _connect_window(self) -> None:
        window = self.window
        window.action("searchConversations").triggered.connect(window.sidebar.search.setFocus)
        window.action("commandPalette").triggered.connect(self._open_palette)
        window.action("about").triggered.connect(self._open_about)
        window.action("toggleSidebar").setChecked(not window.sidebar.isHidden())
        window.action("toggleSidebar").toggled.connect(window.sidebar.setVisible)
        window.side.follow([window.action(name) for name in ("toggleParameters", "toggleLens")])
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
        precise = self.profile.preferences.get("precise_timing") is True or self.inspector.is_open
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
            case "tray" | "login_start":
                self.desktop.apply(name)
            case "language":
                self._renewing = True
                self._quitting.set()

    def _on_shown(self, shown: ConversationId) -> None:
        self.request.show(shown)
        self.tuning.on_shown()
        self.writing.show(shown)
        self.lens.show(shown)
        self.list_desk.on_shown(shown)
        self.tool_calls.show(shown)
        self.window.sidebar.select(shown)
        self.profile.preferences.set("last_conversation", shown)
        self.inspector.show(shown)

    def begin(self) -> None:
        """Show the conversation that was shown last; what was typed meanwhile stays."""
        self._disk_space.start()
        self.profile.tasks.start(
            self.services.writing.attachments.drop_unneeded(), name="attachments"
        )
        self.tools.start_servers()
        preferences = self.profile.preferences
        for name in ("enter_key", "precise_timing", "tray"):
            self._apply_preference(name)
        folded = preferences.get("folded_parameters")
        fields = self.window.panel.fields
        fields.set_folded([str(n) for n in folded] if isinstance(folded, list) else [])
        fields.folding_changed.connect(
            lambda: preferences.set("folded_parameters", list(fields.folded()))
        )
        zoom = preferences.get("zoom")
        self._set_zoom(float(zoom) if isinstance(zoom, (int, float)) else 0.0)
        self.inspector.begin()
        self.list_desk.begin()

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
        is to be made anew, in another language."""
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

    def _keep_geometry(self) -> None:
        preferences = self.profile.preferences
        preferences.set("hidden_parts", list(self.window.hidden_parts()))
        for name, data in (
            ("window_geometry", self.window.saveGeometry()),
            ("window_state", self.window.splitter.saveState()),
        ):
            preferences.set(name, base64.b64encode(data.data()).decode())
