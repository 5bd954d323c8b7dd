"""Starts Qt and the loop, and runs the window or the smoke test in it."""

import asyncio
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from chatapp import APP_ID, opening
from chatapp.bug_reports import BugReports
from chatapp.domain.errors import ChatAppError
from chatapp.garbage import GarbageCollector
from chatapp.kept_code import KEPT, loaded_modules
from chatapp.options import Options
from chatapp.services.preferences import PreferenceService
from chatapp.single_instance import QUICK_QUESTION, SHOW, SingleInstance
from chatapp.store.paths import ProfilePaths
from chatapp.ui.fonts import prepare_fonts
from chatapp.ui.icons import app_icon
from chatapp.ui.language import LanguageKeeper
from chatapp.ui.theme import ThemeKeeper

if TYPE_CHECKING:
    from chatapp.services.endpoints import RunOptions
    from chatapp.ui.main_window import MainWindow

SMOKE_MESSAGE = "Say hello in one short sentence."
SMOKE_TIMEOUT_S = 240.0
MOST_THREADS = 10
"""How many files, keys and pictures are worked on at the same time."""


def launch(options: Options, paths: ProfilePaths) -> int:
    """Run the program that the options ask for; return the exit status."""
    if options.smoke_test:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QApplication.setApplicationName("chatapp")
    QApplication.setDesktopFileName(APP_ID)
    QApplication.setStyle("Fusion")
    app = _qt_application()
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(app_icon())
    prepare_fonts(app)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    # qasync's own starts all of its threads at once.
    loop.set_default_executor(ThreadPoolExecutor(MOST_THREADS, "worker"))
    instance = SingleInstance(paths)
    if not instance.claim(QUICK_QUESTION if options.quick_question else SHOW):
        return _already_running(smoke_test=options.smoke_test)
    try:
        with loop:
            if options.smoke_test:
                return int(loop.run_until_complete(_smoke_test(paths, options)))
            return int(loop.run_until_complete(_window(paths, options, instance)))
    finally:
        instance.release()


def _qt_application() -> QApplication:
    """Return Qt's one application: whoever runs the program inside their own may have it."""
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication(sys.argv[:1])


def _already_running(*, smoke_test: bool) -> int:
    if smoke_test:
        _print(ok=False, error="another window uses this profile")
        return 1
    return 0


async def _window(paths: ProfilePaths, options: Options, instance: SingleInstance) -> int:
    """Show the window until the person quits; return the exit status."""
    bugs = BugReports()
    bugs.install(asyncio.get_running_loop())
    theme = ThemeKeeper()
    theme.set_wish("system")
    quitting = asyncio.Event()
    timer = opening.stop_on_signals(quitting.set)
    while (status := await _session(paths, options, instance, bugs, theme, quitting)) is None:
        pass
    timer.stop()
    bugs.uninstall()
    return status


async def _session(
    paths: ProfilePaths,
    options: Options,
    instance: SingleInstance,
    bugs: BugReports,
    theme: ThemeKeeper,
    quitting: asyncio.Event,
) -> int | None:
    """Open the profile and show its window until it is closed; return the exit status, or
    nothing if a backup has taken the profile's place, which is to be opened now."""
    try:
        await opening.rescued(paths)
        profile = await opening.open_profile(paths, bugs.report)
    except ChatAppError as error:
        await opening.say_why_not(error)
        return 1
    language = LanguageKeeper()
    _dress(profile.preferences, language, theme)
    window = await _shown_window(profile.preferences, quitting)

    from chatapp.app import App
    from chatapp.profile_services import open_services

    try:
        services = await open_services(profile, _run_options(options), bugs.report)
        app = App(window, services, theme, quitting)
        bugs.tell(app.tell_of_bug)
        app.begin()
        await app.first_shown()
        imported = loaded_modules()
        await app.complete()
        profile.tasks.start(asyncio.to_thread(KEPT.write, imported), name="keep code")
    except ChatAppError as error:
        await opening.say_why_not(error)
        await profile.database.close()
        return 1
    GarbageCollector(QApplication.instance())
    instance.listen(app.on_call)
    if options.quick_question:
        app.on_call(QUICK_QUESTION)
    if options.tool_servers:
        app.parts.tools.know_for_run(options.tool_servers)
    while not await app.run():
        _dress(profile.preferences, language, theme)
        before, window = app, await _shown_window(profile.preferences, quitting)
        await before.close()
        app = App(window, services, theme, quitting)
        bugs.tell(app.tell_of_bug)
        app.begin()
        await app.complete()
        instance.listen(app.on_call)
        app.settings.open(general=True)
        if options.tool_servers:
            app.parts.tools.know_for_run(options.tool_servers)
    await app.close()
    await services.close()
    return None if await opening.went_back(paths, app.restore) else 0


def _dress(preferences: PreferenceService, language: LanguageKeeper, theme: ThemeKeeper) -> None:
    """Give the next window its language, its text and its theme."""
    language.set_wish(preferences.text("language"))
    app = QApplication.instance()
    if isinstance(app, QApplication):
        prepare_fonts(app, float(preferences.text("text_size")) / 100)
    theme.set_wish(preferences.text("theme"))


async def _shown_window(preferences: PreferenceService, quitting: asyncio.Event) -> "MainWindow":
    """Return a new main window after its first frame."""
    window = opening.new_window(preferences)
    window.close_requested.connect(quitting.set)
    window.action("quitAction").triggered.connect(quitting.set)
    await opening.show_first_frame(window)
    return window


def _run_options(options: Options) -> "RunOptions":
    from chatapp.services.endpoints import RunOptions

    return RunOptions(
        options.base_url or "",
        options.api_key_env or "",
        options.model or "",
        offline=options.offline_model,
    )


def _print(**result: object) -> None:
    line = json.dumps(result, separators=(",", ":"))
    print(line, flush=True)  # noqa: T201 - the smoke test's one line


async def _smoke_test(paths: ProfilePaths, options: Options) -> int:
    """Send one message through the whole app and say how it went."""
    from chatapp.app import App
    from chatapp.domain.messages import MessageStatus
    from chatapp.profile_services import open_services

    bugs = BugReports()
    bugs.install(asyncio.get_running_loop())
    try:
        profile = await opening.open_profile(paths, bugs.report)
        services = await open_services(profile, _run_options(options), bugs.report)
    except ChatAppError as error:
        _print(ok=False, error=str(error))
        return 1
    window = opening.new_window(profile.preferences)
    app = App(window, services, ThemeKeeper(), asyncio.Event())
    window.show()
    try:
        app.begin()
        await app.complete()
        began = time.monotonic()
        async with asyncio.timeout(SMOKE_TIMEOUT_S):
            app.conversation.new()
            await app.conversation.wait_until_loaded()
            shown = app.conversation.shown
            assert shown is not None  # noqa: S101 - new() shows a conversation
            answer_id = await services.generation.send(shown, SMOKE_MESSAGE)
            await services.generation.wait(shown)
            answer = services.conversations.tree(shown).get(answer_id)
    except ChatAppError as error:
        _print(ok=False, error=f"{error} {error.hint or ''}".strip())
        return 1
    except TimeoutError:
        _print(ok=False, error=f"no answer within {SMOKE_TIMEOUT_S:.0f} seconds")
        return 1
    finally:
        await app.close()
        await services.close()
    total_ms = round((time.monotonic() - began) * 1000)
    if answer.status is not MessageStatus.COMPLETE or answer.reply is None:
        _print(ok=False, error=_why(answer.failure))
        return 1
    first_ms = answer.reply.timing.first_token_ms
    _print(
        ok=True,
        answer_chars=len(answer.text),
        first_token_ms=round(first_ms) if first_ms is not None else total_ms,
        total_ms=total_ms,
    )
    return 0


def _why(failure: object) -> str:
    from chatapp.domain.failure_records import message_of
    from chatapp.domain.messages import FailureRecord

    return str(message_of(failure)) if isinstance(failure, FailureRecord) else "no answer"
