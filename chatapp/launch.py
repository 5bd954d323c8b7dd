"""Starts Qt and the loop, and runs the window or the smoke test in it."""

import argparse
import asyncio
import json
import os
import sys
import time

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from chatapp.app import install_bug_reports, open_services, report_bug, run_window
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import MessageStatus
from chatapp.services.endpoints import RunOptions
from chatapp.single_instance import SingleInstance
from chatapp.store.paths import ProfilePaths
from chatapp.ui.icons import app_icon
from chatapp.ui.theme import prepare_fonts

SMOKE_MESSAGE = "Say hello in one short sentence."
SMOKE_TIMEOUT_S = 240.0


def launch(options: argparse.Namespace, paths: ProfilePaths) -> int:
    """Run the program that the options ask for; return the exit status."""
    if options.smoke_test:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    QApplication.setApplicationName("chatapp")
    QApplication.setDesktopFileName("chatapp")
    QApplication.setStyle("Fusion")
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(app_icon())
    prepare_fonts(app)
    run = RunOptions(options.base_url, options.api_key_env, options.model, options.offline_model)
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    instance = SingleInstance(paths)
    if not instance.claim():
        return _already_running(smoke_test=options.smoke_test)
    try:
        with loop:
            if options.smoke_test:
                return int(loop.run_until_complete(_smoke_test(paths, run)))
            return int(loop.run_until_complete(_window(paths, run, instance)))
    finally:
        instance.release()


def _already_running(*, smoke_test: bool) -> int:
    if smoke_test:
        _print(ok=False, error="another window uses this profile")
        return 1
    return 0


async def _window(paths: ProfilePaths, run: RunOptions, instance: SingleInstance) -> int:
    install_bug_reports()
    return await run_window(paths, run, instance.on_raise)


def _print(**result: object) -> None:
    print(json.dumps(result), flush=True)  # noqa: T201 - the smoke test's one line


async def _smoke_test(paths: ProfilePaths, run: RunOptions) -> int:
    """Send one message through the whole app and say how it went."""
    from chatapp.app import App
    from chatapp.ui.theme import ThemeKeeper

    install_bug_reports()
    try:
        services = await open_services(paths, run, report_bug)
    except ChatAppError as error:
        _print(ok=False, error=str(error))
        return 1
    app = App(services, ThemeKeeper())
    app.show()
    began = time.monotonic()
    try:
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
