"""The composition root: builds every floor, joins them, and shuts them down in order."""

import asyncio
import base64
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId
from chatapp.qtmodels.conversation_list import ConversationListModel
from chatapp.services.conversations import ConversationService
from chatapp.services.endpoints import EndpointService, RunOptions
from chatapp.services.generation import GenerationService
from chatapp.services.offline import OfflineService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.store import backup
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.store.endpoints import EndpointStore
from chatapp.store.paths import ProfilePaths
from chatapp.store.preferences import PreferenceStore
from chatapp.store.search import MessageSearch
from chatapp.store.secrets import Secrets
from chatapp.ui.command_palette import CommandPalette
from chatapp.ui.controllers.conversation import ConversationController
from chatapp.ui.controllers.request import RequestController
from chatapp.ui.controllers.settings import SettingsController
from chatapp.ui.controllers.sidebar import SidebarController
from chatapp.ui.controllers.storage import StorageController
from chatapp.ui.dialogs import ask, confirm, message_box
from chatapp.ui.main_window import MainWindow
from chatapp.ui.parameters.panel import ParameterPanel
from chatapp.ui.sidebar.view import SidebarView
from chatapp.ui.theme import ThemeKeeper
from chatapp.ui.translation import translated
from chatapp.wire.lazy_client import LazyChatClient

SHOWN_PACE_S = 1 / 30
HIDDEN_PACE_S = 0.25
BACKUP_EVERY_MS = 3_600_000
_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Services:
    """Everything below the window, open and joined."""

    database: Database
    paths: ProfilePaths
    publisher: Publisher
    tasks: TaskScope
    saver: Saver
    preferences: PreferenceService
    conversations: ConversationService
    endpoints: EndpointService
    generation: GenerationService
    client: LazyChatClient
    search: MessageSearch

    async def close(self) -> None:
        """End answers, save, back up, close: in this order."""
        await self.generation.close()
        await self.endpoints.offline.stop()
        saved = await self.saver.flush()
        await self.client.close()
        await self.tasks.close()
        with suppress(ChatAppError):
            await backup.back_up(self.database, self.paths)
        await self.database.close()
        if saved:
            await asyncio.to_thread(self.paths.clean_exit.touch)


async def open_services(
    paths: ProfilePaths, run: RunOptions, report: Callable[[BaseException], None]
) -> Services:
    """Open the profile and everything that works on it. Raises ``StoreError``."""
    database = await Database.open(paths.database)
    publisher = Publisher()
    tasks = TaskScope("application", report)
    saver = Saver(publisher, tasks)
    preferences = PreferenceService(PreferenceStore(database), saver)
    await preferences.open()
    store = ConversationStore(database)
    await store.recover()
    await store.drop_empty()
    chosen = preferences.text("offline_model_path")
    client = LazyChatClient(SHOWN_PACE_S)
    offline = OfflineService(publisher, Path(chosen) if chosen else None)
    endpoints = EndpointService(
        EndpointStore(database), Secrets(), client, offline, saver, publisher, run
    )
    await endpoints.open()
    conversations = ConversationService(store, saver, publisher)
    await conversations.open()
    generation = GenerationService(
        conversations, endpoints, client, publisher, TaskScope("answers", report)
    )
    return Services(
        database, paths, publisher, tasks, saver, preferences, conversations, endpoints,
        generation, client, MessageSearch(database),
    )  # fmt: skip


class App(QObject):
    """The window and the services behind it, until the person quits."""

    def __init__(
        self, services: Services, theme: ThemeKeeper, quitting: asyncio.Event | None = None
    ) -> None:
        super().__init__()
        self._services = services
        self._theme = theme
        self._quitting = quitting or asyncio.Event()
        self.window = MainWindow(SidebarView(ConversationListModel(self)), ParameterPanel())
        self._build_controllers()
        self._connect_window()
        self._backup_timer = QTimer(self, interval=BACKUP_EVERY_MS)
        self._backup_timer.timeout.connect(self._start_backup)
        self._backup_timer.start()

    def _build_controllers(self) -> None:
        s, window = self._services, self.window
        self.request = RequestController(
            window, s.conversations, s.generation, s.endpoints, s.publisher, s.tasks
        )
        self.settings = SettingsController(
            window, s.endpoints, s.preferences, s.tasks, self._apply_preference
        )
        self.conversation = ConversationController(
            window, s.conversations, s.generation, s.endpoints, s.publisher, s.tasks,
            self._on_shown, self.settings.open,
        )  # fmt: skip
        self.sidebar = SidebarController(
            window, s.conversations, s.generation, s.search, s.publisher, s.tasks,
            self.conversation.show, lambda: self.conversation.shown,
        )  # fmt: skip
        self.storage = StorageController(window, s.publisher)

    def _connect_window(self) -> None:
        window = self.window
        window.close_requested.connect(self.quit)
        window.action("quitAction").triggered.connect(self.quit)
        window.action("searchConversations").triggered.connect(window.sidebar.search.setFocus)
        window.action("commandPalette").triggered.connect(self._open_palette)
        for name in ("importAction", "exportAction"):
            window.action(name).setEnabled(False)  # no service takes or gives files yet
        for name, widget in (("toggleSidebar", window.sidebar), ("toggleParameters", window.panel)):
            action = window.action(name)
            action.setChecked(True)
            action.toggled.connect(widget.setVisible)
        zoom = {"zoomIn": 1.1, "zoomOut": 1 / 1.1, "zoomReset": 0.0}
        self._zoom = 1.0
        for name, factor in zoom.items():
            window.action(name).triggered.connect(lambda _=False, f=factor: self._set_zoom(f))
        QApplication.instance().applicationStateChanged.connect(lambda _: self._set_pace())  # type: ignore[union-attr]

    def _open_palette(self) -> None:
        CommandPalette(self.window.actions_by_name.values(), self.window).open()

    def _set_zoom(self, factor: float) -> None:
        self._zoom = min(max(self._zoom * factor, 0.5), 3.0) if factor else 1.0
        self.window.messages.set_zoom(self._zoom)

    def _set_pace(self) -> None:
        hidden = self.window.isMinimized() or not self.window.isVisible()
        precise = self._services.preferences.get("precise_timing") is True
        pace = 0.0 if precise else HIDDEN_PACE_S if hidden else SHOWN_PACE_S
        self._services.client.set_pace(pace)

    def _apply_preference(self, name: str) -> None:
        preferences = self._services.preferences
        match name:
            case "theme":
                self._theme.set_wish(preferences.text("theme"))
            case "enter_key":
                self.window.composer.set_enter_sends(preferences.text("enter_key") == "send")
            case "precise_timing":
                self._set_pace()

    def _on_shown(self, shown: ConversationId) -> None:
        self.request.show(shown)
        self.window.sidebar.model.mark(shown, unread=False)
        self.window.sidebar.select(shown)
        self._services.preferences.set("last_conversation", shown)

    def show(self) -> None:
        """Show the window as it was left."""
        preferences = self._services.preferences
        for name in ("theme", "enter_key", "precise_timing"):
            self._apply_preference(name)
        if geometry := preferences.text("window_geometry"):
            self.window.restoreGeometry(QByteArray(base64.b64decode(geometry)))
        if state := preferences.text("window_state"):
            self.window.splitter.restoreState(QByteArray(base64.b64decode(state)))
            for name, widget in (
                ("toggleSidebar", self.window.sidebar),
                ("toggleParameters", self.window.panel),
            ):
                self.window.action(name).setChecked(not widget.isHidden())
        self.sidebar.show_all()
        last = preferences.text("last_conversation")
        rows = [c.id for c in self._services.conversations.all()]
        if rows:
            self.conversation.show(next((i for i in rows if i == last), rows[0]))
        else:
            self.conversation.new()
        self.window.show()
        self.window.composer.setFocus()

    def quit(self) -> None:
        """Ask for the end; everything is saved first."""
        self._quitting.set()

    def _start_backup(self) -> None:
        s = self._services
        s.tasks.start(_backed_up(s), name="backup")

    async def run(self) -> None:
        """Return when the person has quit and nothing would be lost."""
        while True:
            await self._quitting.wait()
            self._quitting.clear()
            self.conversation.keep_draft()
            self._keep_geometry()
            if await self._services.saver.flush() or await self._may_lose():
                break
        self.window.hide()
        await self._services.close()
        self.window.deleteLater()

    async def _may_lose(self) -> bool:
        say = QCoreApplication.translate
        return await confirm(
            self.window,
            say("Quit", "Some text could not be saved: the disk is full or cannot be written to."),
            say("Quit", "Make room and try again, or quit and lose it."),
            say("Quit", "Quit and lose it"),
        )

    def _keep_geometry(self) -> None:
        preferences = self._services.preferences
        for name, data in (
            ("window_geometry", self.window.saveGeometry()),
            ("window_state", self.window.splitter.saveState()),
        ):
            preferences.set(name, base64.b64encode(data.data()).decode())


async def _backed_up(services: Services) -> None:
    with suppress(ChatAppError):
        await backup.back_up(services.database, services.paths)


def report_bug(error: BaseException) -> None:
    """Log what should not have happened; the app goes on."""
    _LOG.error("unexpected error", exc_info=error)


def stop_on_signals(quit_: Callable[[], None]) -> QTimer:
    """Have SIGINT and SIGTERM quit cleanly; Python sees signals when its code runs."""
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_: quit_())
    timer = QTimer(interval=200)
    timer.timeout.connect(lambda: None)
    timer.start()
    return timer


async def _rescued(paths: ProfilePaths) -> None:
    """Look at the database; if it was damaged, say so and offer the newest backup."""
    rescue = await asyncio.to_thread(backup.inspect, paths)
    if rescue is None:
        return
    say = QCoreApplication.translate
    words = say("Rescue", "The database was damaged and has been set aside. Nothing was deleted.")
    where = str(rescue.quarantined_to)
    if rescue.backup is None:
        await ask(message_box(None, words, where))
        return
    box = message_box(None, words, where)
    restore = box.addButton(
        say("Rescue", "Restore the latest backup"), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(say("Rescue", "Start empty"), QMessageBox.ButtonRole.RejectRole)
    await ask(box)
    if box.clickedButton() is restore:
        await asyncio.to_thread(backup.restore, paths, rescue.backup)
        await asyncio.to_thread(backup.salvage, paths, rescue.quarantined_to)


async def run_window(paths: ProfilePaths, run: RunOptions, raised: Callable[..., None]) -> int:
    """Show the window until the person quits; return the exit status."""
    theme = ThemeKeeper()
    theme.set_wish("system")
    quitting = asyncio.Event()
    timer = stop_on_signals(quitting.set)
    try:
        await _rescued(paths)
        services = await open_services(paths, run, report_bug)
    except ChatAppError as error:
        hint = translated(error.hint) if error.hint else ""
        await ask(message_box(None, translated(error.message), hint, error.detail))
        return 1
    app = App(services, theme, quitting)

    def to_front() -> None:
        app.window.showNormal() if app.window.isMinimized() else app.window.show()
        app.window.raise_()
        app.window.activateWindow()

    raised(to_front)
    app.show()
    await app.run()
    timer.stop()
    return 0


def install_bug_reports() -> None:
    """Send every unexpected error to one place."""
    sys.excepthook = lambda _kind, error, _trace: report_bug(error)
    loop = asyncio.get_running_loop()

    def on_loop_error(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            report_bug(error)
        else:
            _LOG.error("unexpected: %s", context.get("message"))

    loop.set_exception_handler(on_loop_error)
