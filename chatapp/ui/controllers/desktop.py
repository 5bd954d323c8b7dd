"""The app beyond its window: the tray, notifications, opening at login, reduced motion."""

import asyncio
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from chatapp import APP_ID
from chatapp.domain.changes import Change, GenerationChanged
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId, Message, MessageStatus
from chatapp.services.conversations import ConversationService
from chatapp.services.generation import GenerationService
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.tasks import TaskScope
from chatapp.ui.main_window import MainWindow
from chatapp.ui.motion import MotionKeeper
from chatapp.ui.translation import translated

if TYPE_CHECKING:
    from chatapp.desktop.notifications import Notifications
    from chatapp.ui.desktop.icon_notifier import IconNotifier
    from chatapp.ui.desktop.tray import Tray

MOST_CHARACTERS = 160


def shortened(words: str) -> str:
    """Return the beginning of an answer as one line."""
    line = " ".join(words[: MOST_CHARACTERS * 4].split())
    return line if len(line) <= MOST_CHARACTERS else line[: MOST_CHARACTERS - 1].rstrip() + "…"


class DesktopController(QObject):
    """``show`` shows a conversation, ``ask`` opens the quick question, ``quit_`` ends the app."""

    def __init__(
        self,
        window: MainWindow,
        conversations: ConversationService,
        generation: GenerationService,
        preferences: PreferenceService,
        publisher: Publisher,
        tasks: TaskScope,
        show: Callable[[ConversationId], None],
        ask: Callable[[], None],
        quit_: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = conversations
        self._generation = generation
        self._preferences = preferences
        self._tasks = tasks
        self._show = show
        self._ask = ask
        self._quit = quit_
        self._answering: set[ConversationId] = set()
        self._tray: Tray | None = None
        self._over_bus: Notifications | None = None
        self._from_icon: IconNotifier | None = None
        self._speaking: asyncio.Task[None] | None = None
        self._motion = MotionKeeper(self)
        publisher.subscribe(self._on_change, GenerationChanged)

    # Settings

    def apply(self, name: str) -> None:
        """Follow a setting that has changed."""
        on = self._preferences.get(name) is True
        if name == "tray":
            self._set_tray(on=on)
        elif name == "animations":
            self._motion.set_wish(self._preferences.text("animations"))
        elif name == "login_start":
            self._tasks.start(self._set_login_start(on=on), name="open at login")

    async def follow_system(self) -> None:
        """Hear of the system's wish for fewer animations for as long as the window is there."""
        from chatapp.desktop.motion import follow_motion

        await follow_motion(self._motion.set_system)

    def _set_tray(self, *, on: bool) -> None:
        from chatapp.ui.desktop.tray import Tray, tray_is_there

        if self._tray is None and on and tray_is_there():
            tray = self._tray = Tray(self._window)
            tray.window_requested.connect(self._toggle_window)
            tray.quick_question_requested.connect(self._ask)
            tray.new_requested.connect(self._new)
            tray.quit_requested.connect(self._quit)
        elif self._tray is not None and not on:
            self._tray.deleteLater()
            self._tray = None
        self._window.hides_on_close = self._tray is not None

    async def _set_login_start(self, *, on: bool) -> None:
        from chatapp.desktop.login_start import set_login_start

        try:
            await asyncio.to_thread(set_login_start, APP_ID, on=on)
        except ChatAppError as error:
            self._window.status_line.show_words(translated(error.message), role="problem")

    def _toggle_window(self) -> None:
        if self._window.isVisible() and self._window.isActiveWindow():
            self._window.hide()
        else:
            self._window.to_front()

    def _new(self) -> None:
        self._window.to_front()
        self._window.action("newConversation").trigger()

    # Notifications

    def _on_change(self, change: Change) -> None:
        if not isinstance(change, GenerationChanged):
            return
        conversation_id = change.conversation_id
        if self._generation.is_running(conversation_id):
            self._answering.add(conversation_id)
        elif conversation_id in self._answering:
            self._answering.discard(conversation_id)
            self._on_ended(conversation_id)
        if self._tray is not None:
            self._tray.set_answering(len(self._answering))

    def _on_ended(self, conversation_id: ConversationId) -> None:
        wanted = self._preferences.get("notify") is True
        if not wanted or QApplication.activeWindow() is not None:
            return
        path = self._conversations.path(conversation_id)
        if path and path[-1].status is not MessageStatus.STOPPED:
            title = self._conversations.get(conversation_id).title
            self._tell(conversation_id, title, _words_for(path[-1]))

    def _tell(self, key: str, title: str, words: str) -> None:
        if sys.platform == "linux":
            self._tell_over_bus(key, title, words)
        else:
            self._tell_from_icon(key, title, words)

    def _tell_over_bus(self, key: str, title: str, words: str) -> None:
        from chatapp.desktop.notifications import Notification, Notifications

        if self._speaking is None or self._speaking.done():
            self._over_bus = Notifications(self._on_chosen)
            self._speaking = self._tasks.start(self._over_bus.run(), name="notifications")
        if self._over_bus is not None:
            self._over_bus.tell(Notification(key, title, words))

    def _tell_from_icon(self, key: str, title: str, words: str) -> None:
        from chatapp.ui.desktop.icon_notifier import IconNotifier

        if self._from_icon is None:
            self._from_icon = IconNotifier(self._window)
            self._from_icon.chosen.connect(self._on_chosen)
        self._from_icon.tell(key, title, words)

    def _on_chosen(self, key: str) -> None:
        if key in self._conversations:
            self._window.to_front()
            self._show(ConversationId(key))


def _words_for(answer: Message) -> str:
    if answer.status is MessageStatus.FAILED:
        return QCoreApplication.translate("Desktop", "The answer failed.")
    return shortened(answer.text) or QCoreApplication.translate("Desktop", "The answer is ready.")
