"""Work on a profile without a window: ``--import`` and ``--export`` (``automation.md``).

Each prints one JSON line and returns the exit status.
"""

import asyncio
import json
import logging
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from chatapp.domain.errors import ChatAppError
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.services.transfer import ImportReport, SkippedItem, TransferService
from chatapp.single_instance import LOCK_MS, profile_lock
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.store.endpoints import EndpointStore
from chatapp.store.paths import ProfilePaths

_LOG = logging.getLogger(__name__)


def bring_or_take(paths: ProfilePaths, files: Sequence[Path], export_to: Path | None) -> int:
    """Import ``files``, or export everything; the profile must not be in use."""
    lock = profile_lock(paths)
    if not lock.tryLock(LOCK_MS):
        return _say(ok=False, error="another instance uses this profile: quit it first")
    # The mark of a clean exit holds only if this run ends cleanly as well.
    was_clean = paths.clean_exit.exists()
    paths.clean_exit.unlink(missing_ok=True)
    try:
        status = asyncio.run(_work(paths, files or (), export_to))
        if was_clean:
            paths.clean_exit.touch()
    except ChatAppError as error:
        return _say(ok=False, error=f"{error} {error.hint or ''}".strip())
    finally:
        lock.unlock()
    return status


async def _work(paths: ProfilePaths, files: Sequence[Path], export_to: Path | None) -> int:
    stop = asyncio.Event()
    for name in ("SIGINT", "SIGTERM"):
        with suppress(NotImplementedError):  # Windows has no signal handlers in the loop
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), stop.set)
    async with _transfer(paths) as service:
        if export_to is None:
            report = await service.import_files(files, lambda _: None, lambda: not stop.is_set())
            return _tell_import(report)
        written = await service.export(export_to, None, lambda _: None, lambda: not stop.is_set())
    if written.cancelled:
        return _say(ok=False, error="it was stopped; nothing was written")
    return _say(ok=True, conversations=written.conversations, messages=written.messages)


@asynccontextmanager
async def _transfer(paths: ProfilePaths) -> AsyncIterator[TransferService]:
    """Open what an import or export needs of the profile, and close it."""
    database = await Database.open(paths.database)
    tasks = TaskScope("batch", lambda error: _LOG.error("unexpected error", exc_info=error))
    publisher = Publisher()
    saver = Saver(publisher, tasks)
    try:
        store = ConversationStore(database)
        await store.recover()
        conversations = ConversationService(store, saver, publisher)
        endpoints = await EndpointStore(database).all()
        yield TransferService(conversations, lambda: endpoints)
        await saver.flush()
    finally:
        await tasks.close()
        await database.close()


def _tell_import(report: ImportReport) -> int:
    taken: dict[str, object] = {
        "conversations": report.conversations,
        "messages": report.messages,
        "skipped": [_item(skipped) for skipped in report.skipped],
    }
    if report.unlisted:
        taken["unlisted"] = report.unlisted
    if report.cancelled:
        return _say(ok=False, error="it was stopped", **taken)
    if report.problems:
        problems = "; ".join(f"{p.file}: {p.reason}" for p in report.problems)
        return _say(ok=False, error=problems, **taken)
    return _say(ok=True, **taken)


def _item(skipped: SkippedItem) -> dict[str, str]:
    return {"file": skipped.file, "item": skipped.item, "reason": str(skipped.reason)}


def _say(*, ok: bool, **result: object) -> int:
    line = json.dumps({"ok": ok, **result}, separators=(",", ":"))
    print(line, flush=True)  # noqa: T201 - the one line
    return 0 if ok else 1
