"""What happens before the first frame: the profile is opened and the window shown.

Everything heavier (the message view, the parameter panel, the services) comes after that
frame: a window that opens at once is one that does little first.
"""

import asyncio
import base64
import signal
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QDateTime,
    QEvent,
    QLocale,
    QObject,
    QTimer,
)

from chatapp.domain.errors import ChatAppError
from chatapp.domain.quick_dataclass import dataclass
from chatapp.services.preferences import PreferenceService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.store import backup
from chatapp.store.database import Database
from chatapp.store.paths import ProfilePaths
from chatapp.store.preferences import PreferenceStore
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

FIRST_FRAME_S = 0.5


@dataclass(slots=True)
class Profile:
    """The open database of a profile, its settings, and who writes and tells of changes."""

    paths: ProfilePaths
    database: Database
    publisher: Publisher
    tasks: TaskScope
    saver: Saver
    preferences: PreferenceService


async def open_profile(paths: ProfilePaths, report: Callable[[BaseException], None]) -> Profile:
    """Open the database and read the settings. Raises ``StoreError``."""
    database = await Database.open(paths.database)
    publisher = Publisher()
    tasks = TaskScope("application", report)
    saver = Saver(publisher, tasks)
    preferences = PreferenceService(PreferenceStore(database), saver)
    await preferences.open()
    return Profile(paths, database, publisher, tasks, saver, preferences)


async def rescued(paths: ProfilePaths) -> None:
    """Look at the database; if it was damaged, say so, offer the newest backup, and bring over
    what can still be read of the damaged one."""
    rescue = await asyncio.to_thread(backup.inspect, paths)
    if rescue is None:
        return
    from PySide6.QtWidgets import QMessageBox

    from chatapp.store.salvage import salvage
    from chatapp.ui.dialogs import ask, message_box

    say = QCoreApplication.translate
    words = say("Rescue", "The database was damaged and has been set aside. Nothing was deleted.")
    box = message_box(None, words, _rescue_hint(rescue))
    role = QMessageBox.ButtonRole
    restore = read = None
    if rescue.backup is not None:
        restore = box.addButton(say("Rescue", "Restore the latest backup"), role.AcceptRole)
    else:
        read = box.addButton(say("Rescue", "Bring over what can be read"), role.AcceptRole)
    box.addButton(say("Rescue", "Start empty"), role.RejectRole)
    await ask(box)
    if restore is not None and rescue.backup is not None and box.clickedButton() is restore:
        await asyncio.to_thread(backup.restore, paths, rescue.backup)
    elif read is None or box.clickedButton() is not read:
        return
    found = await asyncio.to_thread(salvage, paths, rescue.quarantined_to)
    if found.messages or found.others:
        words = say(
            "Rescue",
            "From the damaged database {messages} further messages were brought over, of "
            "{conversations} conversations that were missing.",
        )
        others = say(
            "Rescue", "Folders, prompts, endpoints, tools and prices brought over: {count}"
        )
        await ask(
            message_box(
                None,
                words.format(messages=found.messages, conversations=found.conversations),
                others.format(count=found.others) if found.others else "",
            )
        )


def _rescue_hint(rescue: backup.Rescue) -> str:
    """Say where the damaged database is, and what there is instead."""
    say = QCoreApplication.translate
    where = say("Rescue", "It is kept in {folder}").format(folder=rescue.quarantined_to)
    if rescue.backup is None:
        return where
    moment = QDateTime.fromSecsSinceEpoch(int(rescue.made_at))
    words = say(
        "Rescue",
        "The latest backup is of {time}. What was written since is brought over as far as it can "
        "be read.",
    )
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    return f"{words.format(time=when)}\n\n{where}"


async def went_back(paths: ProfilePaths, copy: Path | None) -> bool:
    """Put a backup in the closed database's place, if one is wanted; tell whether one is there
    to be opened. What was there before stays as the newest backup."""
    if copy is None:
        return False
    try:
        await asyncio.to_thread(backup.exchange, paths, copy)
    except ChatAppError as error:
        await say_why_not(error)
    return True


async def say_why_not(error: ChatAppError) -> None:
    """Tell why the profile could not be opened."""
    from chatapp.ui.dialogs import ask, message_box

    hint = translated(error.hint) if error.hint else ""
    await ask(message_box(None, translated(error.message), hint, error.detail))


def new_window(preferences: PreferenceService) -> MainWindow:
    """Return the main window as it was left, its larger parts still missing."""
    window = MainWindow()
    if geometry := preferences.text("window_geometry"):
        window.restoreGeometry(QByteArray(base64.b64decode(geometry)))
    if state := preferences.text("window_state"):
        window.splitter.restoreState(QByteArray(base64.b64decode(state)))
    hidden = preferences.get("hidden_parts")
    window.hide_parts([str(name) for name in hidden] if isinstance(hidden, (list, tuple)) else [])
    return window


class _PaintWatch(QObject):
    """Resolves a future at the first frame of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.painted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.painted.done():
            # The future's reader runs in a later turn of the loop: after the frame.
            self.painted.set_result(None)
        return super().eventFilter(watched, event)


async def show_first_frame(window: MainWindow) -> None:
    """Show the window and return when it has been drawn; a hidden one is not waited for."""
    watch = _PaintWatch(window)
    window.show()
    # Without a window manager nobody else gives it the keyboard, and approvals want it active.
    window.activateWindow()
    window.composer.setFocus()
    try:
        async with asyncio.timeout(FIRST_FRAME_S):
            await watch.painted
    except TimeoutError:
        pass
    finally:
        window.removeEventFilter(watch)
        watch.deleteLater()


def stop_on_signals(quit_: Callable[[], None]) -> QTimer:
    """Have SIGINT and SIGTERM quit cleanly; Python sees signals when its code runs."""
    for name in ("SIGINT", "SIGTERM"):
        signal.signal(getattr(signal, name), lambda *_: quit_())
    timer = QTimer(interval=200)
    timer.timeout.connect(lambda: None)
    timer.start()
    return timer
