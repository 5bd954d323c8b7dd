"""A hundred thousand conversations with a million messages: starting, listing, searching,
opening, sending and exporting; start and memory as ratios to an empty profile.

``python -m tests.benchmarks.library [FOLDER]`` prints one JSON line each. The profile is made in
FOLDER if it is not there yet, which takes some minutes and two gigabytes.
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from chatapp.app import App
from chatapp.domain.library import ListQuery, Place, Sort
from chatapp.domain.messages import ConversationId
from chatapp.services.transfer import TransferService
from tests.benchmarks.start import OURS, one_start
from tests.support.big_store import BigStore, big_store
from tests.support.open_app import open_app
from tests.support.waiting import until

RUNS = 5
SCROLLS = 200
TYPED = (
    "the rese",
    "trail the of",
    "brais",
    "東京都",
    '"of the"',
    "from:user which",
    "model:gpt-4o there",
    "tag:work with",
    "before:2024 they",
    "after:2026-03 from:assistant one",
    "nothing of the kind",
)


def say(what: str, **figures: object) -> None:
    """Print one line."""
    print(json.dumps({"what": what, **figures}), flush=True)


def compare_starts(store: BigStore) -> None:
    """Start with the full profile and with an empty one in turn."""
    runs: list[tuple[dict[str, float], dict[str, float]]] = []
    for _ in range(RUNS):
        store.paths.clean_exit.touch()  # a start is stopped by a kill, as the empty one is
        runs.append((one_start(OURS), one_start(OURS, store.paths.data)))
    store.paths.clean_exit.touch()
    for what in ("painted", "usable", "memory"):
        empty, full = (statistics.median(run[at][what] for run in runs) for at in range(2))
        say(f"start: {what}", empty=round(empty, 3), full=round(full, 3),
            ratio=round(full / empty, 3))  # fmt: skip


def spread(times: list[float]) -> dict[str, float]:
    """Return what matters of many times, in milliseconds."""
    times = sorted(times)
    return {
        "p50_ms": round(times[len(times) // 2], 2),
        "p95_ms": round(times[int(len(times) * 0.95)], 2),
        "max_ms": round(times[-1], 2),
    }


async def took(work: Callable[[], Awaitable[object]]) -> float:
    """Return how long something took, in milliseconds."""
    began = time.perf_counter()
    await work()
    return (time.perf_counter() - began) * 1000


class LoopWatch:
    """How long the loop of the window was held up, in milliseconds."""

    def __init__(self) -> None:
        self.worst = 0.0

    async def run(self) -> None:
        """Watch until it is cancelled."""
        before = time.perf_counter()
        while True:
            await asyncio.sleep(0.002)
            now = time.perf_counter()
            self.worst = max(self.worst, (now - before) * 1000 - 2)
            before = now


def typed_letters() -> Iterator[str]:
    """Yield every beginning of every search."""
    for words in TYPED:
        for end in range(1, len(words) + 1):
            yield words[:end]


async def measure(app: App, store: BigStore) -> None:
    """Do in the window what a person does."""
    await measure_list(app, store)
    await measure_search(app)
    await measure_conversation(app, store)
    await measure_export(app)


async def measure_list(app: App, store: BigStore) -> None:
    """List, scroll, filter and sort."""
    model, view = app.window.sidebar.model, app.window.sidebar.list
    await until(lambda: model.rowCount() > store.conversations * 0.9, within_s=30)
    bar, frames = view.verticalScrollBar(), []
    watch = LoopWatch()
    watching = asyncio.get_running_loop().create_task(watch.run())
    for step in range(SCROLLS):
        bar.setValue(bar.maximum() * (step * 7919 % SCROLLS) // SCROLLS)
        began = time.perf_counter()
        view.viewport().grab()
        frames.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0)
    say("scroll: one frame", rows=model.rowCount(), **spread(frames))
    for name, query in {
        "folder": ListQuery(Place.FOLDER, "folder1"),
        "tag": ListQuery(Place.TAG, "work"),
        "title": ListQuery(sort=Sort.TITLE),
        "all": ListQuery(),
    }.items():

        async def show(wanted: ListQuery = query) -> None:
            app.list_desk.sidebar.show_place(wanted)
            await until(lambda: model.query == wanted and model.rowCount() > 0)

        say(f"list: first rows of {name}", ms=round(await took(show), 1))
    await until(lambda: model.rowCount() > store.conversations * 0.9, within_s=30)
    watching.cancel()
    say("list: longest block of the window", ms=round(watch.worst, 1))


async def measure_search(app: App) -> None:
    """Type letter by letter; each search is finished before the next letter."""
    search = app.services.search
    times = [await took(lambda t=typed: search.search(t)) for typed in typed_letters()]  # type: ignore[misc]
    say("search: one letter", searches=len(times), **spread(times))
    watch = LoopWatch()
    watching = asyncio.get_running_loop().create_task(watch.run())
    line, model = app.window.sidebar.search, app.window.sidebar.model
    for typed in typed_letters():
        line.setText(typed)
        await asyncio.sleep(0.03)
    await until(lambda: model.is_search)
    line.clear()
    await until(lambda: not model.is_search)
    watching.cancel()
    say("search: longest block of the window while typing", ms=round(watch.worst, 1))


async def measure_conversation(app: App, store: BigStore) -> None:
    """Open conversations, and write into one."""
    conversations = app.services.conversations

    async def show(own_id: ConversationId) -> None:
        app.conversation.show(own_id)
        await until(lambda: app.conversation.shown == own_id)
        await app.conversation.wait_until_loaded()

    order = await app.services.library.order(ListQuery())
    ids = order.ids[1000:50_000:2500]
    times = [await took(lambda i=own: show(i)) for own in ids]  # type: ignore[misc]
    say("open: usual conversation", **spread(times))
    say("open: longest conversation", ms=round(await took(lambda: show(store.longest)), 1))
    chosen = order.ids[100]
    await show(chosen)
    said = conversations.path(chosen)[0].id
    writes = [
        await took(lambda n=number: conversations.save_edited(chosen, said, f"other words {n}"))  # type: ignore[misc]
        for number in range(20)
    ]
    say("send: a message on the disk and in the list", **spread(writes))


async def measure_export(app: App) -> None:
    """Write one conversation to a file."""
    shown = app.conversation.shown
    assert shown is not None
    service = TransferService(app.services.conversations, app.services.endpoints.all)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "one.json"
        ms = await took(lambda: service.export(target, [shown], lambda _: None))
    say("export: one conversation", ms=round(ms, 1))


def main() -> None:
    """Measure everything, with the profile of the command line."""
    chosen = sys.argv[1:] or [str(Path(tempfile.gettempdir()) / "chatapp-big-store")]
    store = big_store(Path(chosen[0]))
    compare_starts(store)
    application = QApplication(sys.argv[:1])
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)

    async def work() -> None:
        async with open_app(store.paths.data, base_url="http://127.0.0.1:9/v1", model="m") as app:
            await measure(app, store)

    with loop:
        loop.run_until_complete(work())


if __name__ == "__main__":
    main()
